# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns for the properties of features: each of the type that all its values fit, as OGR finds it."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Callable, Dict, Iterable, Optional, Set

from ..gpkg.sql import can_be_columns
from ..message import Message
from ..moments import day_in, moment_in, time_in
from .features import Feature, GeoJsonUnreadable, properties_of

ID = "id"
"""The column of ids that are no whole numbers, unless a property is called so."""
_LARGEST = 2**63
_DAY = r"\d{4}[-/]\d\d[-/]\d\d"
_TIME = r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?"
# OGR takes some more spellings, and turns a 30th of February into a 1st of March: such texts stay texts.
_MOMENTS = {
    "DATE": (re.compile(_DAY, re.ASCII), day_in),
    "TIME": (re.compile(_TIME, re.ASCII), time_in),
    "DATETIME": (re.compile(rf"{_DAY}[T ]{_TIME}(?:Z|[+-]\d\d:?\d\d)?", re.ASCII), moment_in),
}


class Columns:
    """`types` are names and types as a GeoPackage declares them, in the order in which the names come.

    Raises GeoJsonUnreadable.
    """

    def __init__(self, features: Iterable[Feature]) -> None:
        guesses: Dict[str, _Guess] = {}
        first_id: Any = None
        for feature in features:
            first_id = feature.get(ID) if first_id is None else first_id
            for name, value in properties_of(feature).items():
                if name not in guesses:
                    guesses[name] = _Guess()
                guesses[name].see(value)
        self.types = {name: guess.declared for name, guess in guesses.items()}
        is_field = first_id is not None and type(first_id) is not int
        self.has_ids = is_field and ID not in {name.lower() for name in self.types}
        """Whether the ids of the features are a column, as they are for OGR."""
        if self.has_ids:
            self.types = {ID: "TEXT", **self.types}
        if not can_be_columns(self.types):
            raise GeoJsonUnreadable(
                Message("a table cannot have its fields: too many, or with a strange name")
            )
        self._readers = [(name, _reader_of(declared)) for name, declared in self.types.items()]

    def row(self, feature: Feature) -> tuple[Any, ...]:
        """A value for each column, as a GeoPackage stores it."""
        values = properties_of(feature)
        if self.has_ids:
            values = {**values, ID: feature.get(ID)}
        return tuple([read(value) for name, read in self._readers for value in (values.get(name),)])


class _Guess:
    def __init__(self) -> None:
        self._kinds: Set[str] = set()

    def see(self, value: Any) -> None:
        # What is a text stays one.
        if value is not None and "TEXT" not in self._kinds:
            self._kinds.add(_kind_of(value))

    @property
    def declared(self) -> str:
        kinds = self._kinds
        if len(kinds) == 1:
            return next(iter(kinds))
        if kinds == {"DATE", "DATETIME"}:
            return "DATETIME"
        if kinds == {"BOOLEAN", "INTEGER"}:
            return "INTEGER"
        return "REAL" if kinds and kinds <= {"BOOLEAN", "INTEGER", "REAL"} else "TEXT"


def _kind_of(value: Any) -> str:
    if isinstance(value, str):
        return next((kind for kind in _MOMENTS if _moment(kind, value) is not None), "TEXT")
    if isinstance(value, (dict, list)):
        return "JSON"
    if isinstance(value, bool):
        return "BOOLEAN"
    if isinstance(value, int) and abs(value) < _LARGEST:
        return "INTEGER"
    try:
        if math.isfinite(value):
            return "REAL"
    except OverflowError:
        pass
    raise _endless()


def _endless() -> GeoJsonUnreadable:
    return GeoJsonUnreadable(Message("it holds a number that is too large"))


def _moment(kind: str, text: str) -> Optional[str]:
    pattern, read = _MOMENTS[kind]
    return read(text) if pattern.fullmatch(text) else None


def _reader_of(declared: str) -> Callable[[Any], Any]:
    if declared in ("DATE", "TIME"):
        return lambda value: None if value is None else _moment(declared, value)
    if declared == "DATETIME":
        return _moment_or_day
    if declared == "REAL":
        return lambda value: None if value is None else float(value)
    return _text if declared == "TEXT" else _plain


def _moment_or_day(value: Any) -> Optional[str]:
    if value is None:
        return None
    return _moment("DATETIME", value) or f"{_moment('DATE', value)}T00:00:00.000"


def _text(value: Any) -> Optional[str]:
    if value is None or isinstance(value, str):
        return value
    return _dumped(value)


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (dict, list)):
        return _dumped(value)
    return value


def _dumped(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise _endless() from error
