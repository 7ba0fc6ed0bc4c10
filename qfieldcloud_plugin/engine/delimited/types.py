# SPDX-License-Identifier: GPL-2.0-or-later
"""What a field's texts are: numbers, dates, times, truths, or just texts; by the rules of QGIS."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any, Callable, Optional, Tuple

from ..moments import day_in, moment_in, spelled_like, time_in

_WHOLE = re.compile(r"\s*[+-]?\d{1,19}\s*", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_LARGEST = 2**63
_TRUTHS = (("true", "false"), ("yes", "no"), ("t", "f"))
_WORDS = {word: (pair, 1 - at) for pair in (*_TRUTHS, ("1", "0")) for at, word in enumerate(pair)}
# From the narrowest on: a column is of the first that all its texts fit. QGIS cuts a moment to its day where the
# column also has days.
_KINDS = ("INTEGER", "REAL", "DATETIME", "DATE", "TIME", "BOOLEAN")
_TYPES = {
    "integer": "INTEGER",
    "integer64": "INTEGER",
    "longlong": "INTEGER",
    "integer(boolean)": "BOOLEAN",
    "integer(int16)": "INTEGER",
    "real": "REAL",
    "double": "REAL",
    "real(float32)": "REAL",
    "string": "TEXT",
    "date": "DATE",
    "time": "TIME",
    "datetime": "DATETIME",
    "wkt": "TEXT",
}
_COORDINATE = re.compile(r"coord[xyz]|point\([xyz]\)")
_SIZE = re.compile(r"\(\d+(?:\.\d+)?\)\Z", re.ASCII)
_MOST_TYPES_BYTES = 1024 * 1024


class Guess:
    """Sees the texts of one field; `declared` is then the narrowest type that all of them fit.

    `untold` is the type of a field without texts.
    """

    def __init__(self, decimal_point: str, *, knows_truths: bool = True, untold: str = "TEXT") -> None:
        self._point, self._untold = decimal_point, untold
        self._kinds = [kind for kind in _KINDS if kind != "BOOLEAN" or knows_truths]
        self._is_seen = False
        self._truths: Optional[Tuple[str, str]] = None

    def see(self, cell: str) -> None:
        if not cell or not self._kinds:
            return
        # After the first text only such are left of which the second takes all that the first takes.
        if self._is_seen and self._fits(cell, self._kinds[0]):
            return
        self._is_seen = True
        self._kinds = [kind for kind in self._kinds if self._fits(cell, kind)]

    def _fits(self, cell: str, kind: str) -> bool:
        if kind == "INTEGER":
            return _is_whole(cell)
        if kind == "REAL":
            return number_in(cell, self._point) is not None
        if kind == "BOOLEAN":
            pair, _ = _WORDS.get(cell.lower(), (None, 0))
            self._truths = self._truths or pair
            return pair in _TRUTHS and pair == self._truths
        return _MOMENTS[kind](cell) is not None

    @property
    def declared(self) -> str:
        if not self._is_seen:
            return self._untold
        return self._kinds[0] if self._kinds else "TEXT"


_MOMENTS: dict[str, Callable[[str], Optional[str]]] = {"DATETIME": moment_in, "DATE": day_in, "TIME": time_in}
SPELLED = (*_MOMENTS, "BOOLEAN")
"""Types whose values have many spellings; a file keeps its own."""


def types_beside(path: Path) -> Tuple[str, ...]:
    """What a .csvt file beside a text file says of its first fields, in lower case; () without one."""
    said = path.with_name(f"{path.name}t")
    if not said.is_file() or said.stat().st_size > _MOST_TYPES_BYTES:
        return ()
    first, *_ = [*said.read_text("utf-8", "replace").lstrip("\ufeff").splitlines(), ""]
    return tuple(name.strip().strip('"').strip().lower() for name in first.split(",") if first.strip())


def declared_type(said: str) -> str:
    """The type of a GeoPackage's column for what a .csvt says; "" for what is none."""
    if _COORDINATE.fullmatch(said):
        return "REAL"
    return _TYPES.get(said) or _TYPES.get(_SIZE.sub("", said), "")


def reader_of(declared: str, decimal_point: str) -> Callable[[str], Any]:
    """What makes a value of a text, as a GeoPackage stores it. Empty texts and those that do not fit are NULL."""
    if declared == "INTEGER":
        return lambda cell: int(cell) if _is_whole(cell) else None
    if declared == "REAL":
        return lambda cell: number_in(cell, decimal_point)
    if declared == "BOOLEAN":
        return lambda cell: _WORDS[cell.lower()][1] if cell.lower() in _WORDS else None
    if declared in _MOMENTS:
        return _MOMENTS[declared]
    return lambda cell: cell or None


def cell_of(value: Any, decimal_point: str, declared: str = "TEXT", example: str = "") -> str:
    """The text of a value that is to be stored, spelled as the `example` of the same field is."""
    if value is None:
        return ""
    if declared == "BOOLEAN" and value in (0, 1):
        return _truth_like(bool(value), example)
    if isinstance(value, float):
        text = repr(value)
        return (text[:-2] if text.endswith(".0") else text).replace(".", decimal_point)
    return spelled_like(str(value), example) if declared in _MOMENTS else str(value)


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


def _truth_like(value: bool, example: str) -> str:
    pair, _ = _WORDS.get(example.lower(), (_TRUTHS[0], 0))
    word = pair[0] if value else pair[1]
    if example.isupper():
        return word.upper()
    return word.capitalize() if example[:1].isupper() else word
