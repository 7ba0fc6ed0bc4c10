# SPDX-License-Identifier: GPL-2.0-or-later
"""What a field's texts are: whole numbers, decimals, days, or just texts; by the rules of QGIS."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any, List, Optional

_WHOLE = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LARGEST = 2**63


class Guess:
    """Sees the texts of one field; `declared` is then the narrowest type that all of them fit."""

    def __init__(self, decimal_point: str) -> None:
        self._point = decimal_point
        self._left: List[str] = ["INTEGER", "REAL", "DATE"]
        self._has_seen = False

    def see(self, cell: str) -> None:
        if cell:
            self._has_seen = True
            self._left = [kind for kind in self._left if _fits(cell, kind, self._point)]

    @property
    def declared(self) -> str:
        return self._left[0] if self._left and self._has_seen else "TEXT"


def guess(decimal_point: str) -> Guess:
    return Guess(decimal_point)


def value_of(cell: str, declared: str, decimal_point: str) -> Any:
    """As a GeoPackage stores it. An empty text is NULL, as in QGIS."""
    if not cell:
        return None
    if declared == "INTEGER":
        return int(cell)
    return number_in(cell, decimal_point) if declared == "REAL" else cell


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
    text = cell.strip().replace(decimal_point, ".") if decimal_point != "." else cell.strip()
    if not _DECIMAL.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def _fits(cell: str, kind: str, decimal_point: str) -> bool:
    if kind == "INTEGER":
        return bool(_WHOLE.fullmatch(cell)) and -_LARGEST <= int(cell) < _LARGEST
    if kind == "REAL":
        return number_in(cell, decimal_point) is not None
    try:
        return bool(_DAY.fullmatch(cell)) and bool(date.fromisoformat(cell))
    except ValueError:
        return False
