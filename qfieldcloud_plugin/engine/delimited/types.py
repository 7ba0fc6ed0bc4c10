# SPDX-License-Identifier: GPL-2.0-or-later
"""What a field's texts are: whole numbers, decimals, days, or just texts; by the rules of QGIS."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any, Callable, Optional

_WHOLE = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LARGEST = 2**63


class Guess:
    """Sees the texts of one field; `declared` is then the narrowest type that all of them fit."""

    def __init__(self, decimal_point: str) -> None:
        self._point = decimal_point
        self._kind = ""

    def see(self, cell: str) -> None:
        kind = self._kind
        if not cell or kind == "TEXT":
            return
        if kind in ("", "INTEGER") and _is_whole(cell):
            self._kind = "INTEGER"
        elif kind in ("", "INTEGER", "REAL") and number_in(cell, self._point) is not None:
            self._kind = "REAL"
        else:
            self._kind = "DATE" if kind in ("", "DATE") and is_day(cell) else "TEXT"

    @property
    def declared(self) -> str:
        return self._kind or "TEXT"


def reader_of(declared: str, decimal_point: str) -> Callable[[str], Any]:
    """What makes a value of a text, as a GeoPackage stores it. An empty text is NULL, as in QGIS."""
    if declared == "INTEGER":
        return lambda cell: int(cell) if cell else None
    if declared == "REAL":
        return lambda cell: number_in(cell, decimal_point)
    return lambda cell: cell or None


def cell_of(value: Any, decimal_point: str) -> str:
    """The text of a value that is to be stored."""
    if value is None:
        return ""
    if isinstance(value, float):
        text = repr(value)
        return (text[:-2] if text.endswith(".0") else text).replace(".", decimal_point)
    return str(value)


def number_in(cell: str, decimal_point: str) -> Optional[float]:
    """None when it is no finite number."""
    text = cell.strip()
    if decimal_point != ".":
        text = text.replace(decimal_point, ".")
    if not _DECIMAL.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def _is_whole(cell: str) -> bool:
    return bool(_WHOLE.fullmatch(cell)) and -_LARGEST <= int(cell) < _LARGEST


def is_day(cell: str) -> bool:
    try:
        return bool(_DAY.fullmatch(cell)) and bool(date.fromisoformat(cell))
    except ValueError:
        return False
