# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates and times in texts, taken for such where QGIS takes them, and written back in the way of their file."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple, Optional

# Of a date QGIS looks at ten signs, and of a time of day at two digits of seconds: what follows is nobody's.
_DAY = re.compile(r"(\d{4})(.)(\d\d)(.)(\d\d)(?!\d)", re.ASCII | re.DOTALL)
_TIME = re.compile(
    r"(?P<hours>\d\d):(?P<minutes>\d\d)"
    r"(?:\Z|:(?P<second>\d)\Z|:(?P<seconds>\d\d)(?:[.,](?P<fraction>\d{4}|\d{0,3}(?=[ ]*\Z))|(?![.,])))",
    re.ASCII,
)
_ZONE = re.compile(r"(?P<utc>[Zz])\Z|(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>[0-5]\d)?\Z", re.ASCII)
_SPELLED = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)?(?P<between>[T ])?(?P<time>\d\d:\d\d)?(?P<seconds>:\d\d)?(?P<fraction>\.\d+)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?",
    re.ASCII,
)


class _Time(NamedTuple):
    hours: int
    minutes: int
    seconds: int
    milliseconds: int


def day_in(cell: str) -> Optional[str]:
    """As ISO 8601 has it. None where QGIS sees no date."""
    day = _day(cell)
    return day.isoformat() if day is not None else None


def time_in(cell: str) -> Optional[str]:
    """With milliseconds where there are some, as QGIS writes it. None where QGIS sees no time of day."""
    time = _time(cell)
    if time is None or time.hours > 23:
        return None
    return _said(time) if time.milliseconds else _said(time)[:8]


def moment_in(cell: str) -> Optional[str]:
    """With milliseconds, and a time zone where the text has one. None where QGIS sees no date with a time of day."""
    day = _day(cell[:10]) if cell[10:11] in ("T", "t", " ") else None
    if day is None:
        return None
    rest, said = _without_zone(cell[11:])
    time, zone = _time(rest), _zone(said)
    if time is None or time.hours > 24 or set(rest) & {"+", "-"} or int(zone[1:3] or 0) > 23:
        return None
    if time.hours == 24:
        # So a day may end, by ISO 8601; the last day that Python knows may not.
        if any(time[1:]) or day == date.max:
            return None
        day, time = day + timedelta(days=1), _Time(0, 0, 0, 0)
    return f"{day.isoformat()}T{_said(time)}{zone}"


def spelled_like(value: str, example: str) -> str:
    """A date or time in the spelling of another of its file: its separators, its precision, its time zone.

    Nothing that the value tells gets lost; what is no date or time stays as it is.
    """
    parts = _SPELLED.fullmatch(value)
    if not value or parts is None:
        return value
    day, text = parts["day"] or "", parts["time"] or ""
    if day and _day(example) is not None:
        day = f"{day[:4]}{example[4]}{day[5:7]}{example[7]}{day[8:]}"
    shown = _shown_time(example)
    if text:
        seconds = parts["seconds"] or ""
        fraction = (parts["fraction"] or "").rstrip("0").rstrip(".")
        if seconds != ":00" or fraction or shown.count(":") != 1:
            text += seconds + _fraction_like(fraction, shown)
    between = parts["between"] or ""
    if between and example[10:11] in ("T", "t", " "):
        between = example[10]
    return day + between + text + (parts["zone"] or _zone_like(example, between))


def _shown_time(example: str) -> str:
    """The time of day in the example's own spelling."""
    rest, _ = _without_zone(example[11:] if _day(example[:10]) is not None else example)
    found = _TIME.match(rest)
    return found.group() if found is not None else ""


def _fraction_like(fraction: str, shown: str) -> str:
    digits = re.search(r"[.,](\d+)\Z", shown)
    if digits is None:
        return fraction
    return (fraction or ".").ljust(len(digits[0]), "0").replace(".", digits[0][0])


def _zone_like(example: str, between: str) -> str:
    """What devices drop: their time of day is that of the zone."""
    if not between or moment_in(example) is None:
        return ""
    return _without_zone(example[11:])[1]


def _day(cell: str) -> Optional[date]:
    found = _DAY.match(cell)
    if found is None or not all(unicodedata.category(found[at]).startswith("P") for at in (2, 4)):
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[5]))
    except ValueError:
        return None


def _time(cell: str) -> Optional[_Time]:
    found = _TIME.match(cell)
    if found is None:
        return None
    milliseconds = min((int((found["fraction"] or "0").ljust(4, "0")) + 5) // 10, 999)
    seconds = int(found["seconds"] or found["second"] or 0)
    time = _Time(int(found["hours"]), int(found["minutes"]), seconds, milliseconds)
    return time if time.minutes < 60 and time.seconds < 60 else None


def _said(time: _Time) -> str:
    return f"{time.hours:02}:{time.minutes:02}:{time.seconds:02}.{time.milliseconds:03}"


def _without_zone(time: str) -> tuple[str, str]:
    found = _ZONE.search(time, max(time.rfind("+"), time.rfind("-"), 0))
    return (time[: found.start()], found.group()) if found is not None else (time, "")


def _zone(said: str) -> str:
    """In the one spelling of GeoPackages."""
    found = _ZONE.match(said)
    if found is None:
        return ""
    return "Z" if found["utc"] else f"{found['sign']}{int(found['hours']):02}:{found['minutes'] or '00'}"
