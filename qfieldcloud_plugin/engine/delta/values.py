# SPDX-License-Identifier: GPL-2.0-or-later
"""Attribute values between QField's JSON and a GeoPackage's columns, and when two of them are the same."""

from __future__ import annotations

import json
import math
import re
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Callable, Dict, Optional, Tuple

from . import jsontext


class Kind(Enum):
    """What a column holds, as OGR understands its declared type."""

    BOOLEAN = "true or false"
    INTEGER = "a whole number"
    REAL = "a number"
    TEXT = "text"
    DATE = "a date"
    DATETIME = "a date and time"
    TIME = "a time"
    BLOB = "binary data"


class ValueDoesNotFit(ValueError):
    """A value that the column cannot hold, or that JSON cannot say, without becoming another value."""


_LENGTH = re.compile(r"\s*\(.*", re.DOTALL)
_INTEGERS = {"TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "INT8", "INT2", "INT4"}
_REALS = {"FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL", "DOUBLE PRECISION"}
_EXACT = {
    "BOOLEAN": Kind.BOOLEAN,
    "BOOL": Kind.BOOLEAN,
    "DATE": Kind.DATE,
    "DATETIME": Kind.DATETIME,
    "TIMESTAMP": Kind.DATETIME,
    "TIME": Kind.TIME,
    "BLOB": Kind.BLOB,
}
_WHOLE = re.compile(r"\s*[+-]?\d{1,19}\s*", re.ASCII)
_NUMBER = re.compile(r"\s*[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?\s*", re.ASCII)
_DATE = re.compile(r"([+-]?\d{4,6})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)(?::([0-5]\d|60)(?:[.,](\d{1,9}))?)?", re.ASCII)
_ZONE = re.compile(r"\s*(?:(Z)|UTC|([+-])(\d\d):?(\d\d)?)?", re.ASCII | re.IGNORECASE)
_TRUTHS = {"true": 1, "t": 1, "1": 1, "yes": 1, "false": 0, "f": 0, "0": 0, "no": 0}
_MOST, _LEAST = 2**63 - 1, -(2**63)


def kind_of(declared: str) -> Kind:
    """The kind of a column by its declared type, which may be nothing or anything."""
    name = _LENGTH.sub("", declared).strip().upper()
    if name in _EXACT:
        return _EXACT[name]
    if name in _INTEGERS or name.endswith(" INTEGER"):
        return Kind.INTEGER
    return Kind.REAL if name in _REALS else Kind.TEXT


def from_json(value: Any, kind: Kind) -> Any:
    """What SQLite stores for a value of a delta file. Raises `ValueDoesNotFit`."""
    return None if value is None else _READERS[kind](value)


def to_json(value: Any, kind: Kind) -> Any:
    """What a delta file says for a stored value. Raises `ValueDoesNotFit` if that reads back differently."""
    if value is None:
        return None
    said = _said(value, kind)
    if from_json(said, kind) != value:
        raise ValueDoesNotFit(f"{said!r} in a column for {kind.value}")
    return said


def _said(value: Any, kind: Kind) -> Any:
    if isinstance(value, bytes):
        return _bytes_as_text(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueDoesNotFit("JSON has no infinite numbers")
    if isinstance(value, str) and "\0" in value:
        raise ValueDoesNotFit("text with a NUL character")
    return bool(value) if kind is Kind.BOOLEAN and value in (0, 1) else value


def same(stored: Any, said: Any, kind: Kind) -> bool:
    """Whether a stored value is the one a delta file tells of.

    Devices do not spell values as GeoPackages do: they drop time zones and digits after the milliseconds,
    and turn JSON text into lists and binary data into lossy text. What differs only in that is the same.
    """
    if stored is None or said is None:
        return _is_nothing(stored) and _is_nothing(said, empty=isinstance(stored, bytes))
    if isinstance(stored, bytes):
        return isinstance(said, str) and stored.decode("utf-8", "replace").replace("\0", "") == said
    try:
        value = from_json(said, kind)
    except ValueDoesNotFit:
        return False
    if value == stored:
        return True
    if not isinstance(stored, str):
        return False
    if kind in (Kind.DATE, Kind.DATETIME, Kind.TIME):
        return _same_time(stored, str(value))
    return isinstance(said, (list, dict)) and _as_json(stored) == said


def _is_nothing(value: Any, *, empty: bool = False) -> bool:
    return value is None or (empty and value == "") or value == b""


def _as_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _bytes_as_text(value: bytes) -> str:
    # QField sends binary data as if it were UTF-8; only what really is comes back unharmed.
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueDoesNotFit("binary data that is not text") from error
    if "\0" in text:
        raise ValueDoesNotFit("binary data with a NUL byte")
    return text


def _boolean(value: Any) -> int:
    if isinstance(value, str):
        truth = _TRUTHS.get(value.strip().lower())
        if truth is not None:
            return truth
    elif isinstance(value, (int, float)) and value in (0, 1):
        return int(value)
    elif isinstance(value, int):
        return _whole(value)  # what is stored as 2 must stay 2
    raise _misfit(value, Kind.BOOLEAN)


def _whole(value: Any) -> int:
    if (isinstance(value, str) and _WHOLE.fullmatch(value)) or (
        isinstance(value, float) and value.is_integer()
    ):
        value = int(value)
    if not isinstance(value, int) or not _LEAST <= value <= _MOST:
        raise _misfit(value, Kind.INTEGER)
    return int(value)


def _real(value: Any) -> float:
    try:
        if isinstance(value, (int, float)) or (isinstance(value, str) and _NUMBER.fullmatch(value)):
            number = float(value)
            if math.isfinite(number):
                return number
    except OverflowError:
        pass
    raise _misfit(value, Kind.REAL)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return jsontext.scalar(value)


def _date(value: Any) -> str:
    # A layer whose field became a date may still get the date and time the device knew.
    if isinstance(value, str):
        match = _DATE.match(value)
        if match and _is_date(match.group(2), match.group(3)):
            if match.end() == len(value):
                return value
            if _moment(value) is not None:
                return match.group()
    raise _misfit(value, Kind.DATE)


def _date_and_time(value: Any) -> str:
    if isinstance(value, str) and _moment(value) is not None:
        return value
    raise _misfit(value, Kind.DATETIME)


def _time(value: Any) -> str:
    if isinstance(value, str) and _TIME.fullmatch(value):
        return value
    raise _misfit(value, Kind.TIME)


def _blob(value: Any) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8")
    raise _misfit(value, Kind.BLOB)


_READERS: Dict[Kind, Callable[[Any], Any]] = {
    Kind.BOOLEAN: _boolean,
    Kind.INTEGER: _whole,
    Kind.REAL: _real,
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.DATETIME: _date_and_time,
    Kind.TIME: _time,
    Kind.BLOB: _blob,
}


def _misfit(value: Any, kind: Kind) -> ValueDoesNotFit:
    text = repr(value) if not isinstance(value, int) or abs(value) <= _MOST else "a number beyond 64 bits"
    return ValueDoesNotFit(f"{text if len(text) <= 60 else text[:57] + '…'} is not {kind.value}")


def _is_date(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


Moment = Tuple[str, Tuple[int, int, int, int], Optional[int]]
"""Date, hours to milliseconds, minutes east of UTC (None: not told)."""


def _moment(text: str) -> Optional[Moment]:
    """A date with or without a time and a zone, in any spelling of ISO 8601, OGR and SQLite."""
    date = _DATE.match(text)
    if date is None or not _is_date(date.group(2), date.group(3)):
        return None
    rest = text[date.end() :]
    if not rest:
        return date.group(), (0, 0, 0, 0), None
    time = _TIME.match(rest, 1) if rest[0] in "T t" else None
    if time is None:
        return None
    zone = _ZONE.fullmatch(rest, time.end())
    if zone is None:
        return None
    hours, minutes, seconds, fraction = time.groups()
    milliseconds = int((fraction or "0").ljust(3, "0")[:3])
    return date.group(), (int(hours), int(minutes), int(seconds or 0), milliseconds), _offset(zone)


def _offset(zone: re.Match[str]) -> Optional[int]:
    if not zone.group().strip():
        return None
    if zone.group(2) is None:
        return 0
    minutes = int(zone.group(3)) * 60 + int(zone.group(4) or 0)
    return -minutes if zone.group(2) == "-" else minutes


def _same_time(one: str, other: str) -> bool:
    if _TIME.fullmatch(one) and _TIME.fullmatch(other):
        one, other = f"2000-01-01T{one}", f"2000-01-01T{other}"
    first, second = _moment(one), _moment(other)
    if first is None or second is None:
        return False
    if first[2] is None or second[2] is None:
        return first[:2] == second[:2]
    return bool(_instant(first) == _instant(second))


def _instant(moment: Moment) -> Any:
    date, (hours, minutes, seconds, milliseconds), offset = moment
    shift = timedelta(
        hours=hours, minutes=minutes - (offset or 0), seconds=seconds, milliseconds=milliseconds
    )
    try:
        return datetime.fromisoformat(date) + shift
    except (ValueError, OverflowError):
        # Years that Python does not know are still equal to themselves.
        return moment
