# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the server's JSON into typed values and says so plainly when it is not what the API answers."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Any, Callable, List, Mapping, Optional, TypeVar

from ..engine.message import Message
from .errors import UnexpectedAnswer

T = TypeVar("T")
_FRACTION = re.compile(r"\.(\d+)")


class Answer:
    """One JSON object; a wanted value that is absent or of another type raises UnexpectedAnswer."""

    def __init__(self, data: Any) -> None:
        if not isinstance(data, dict):
            raise _not_the_api("an object")
        self.data: Mapping[str, Any] = data

    def text(self, key: str, default: Optional[str] = None) -> str:
        """A string; `default` stands in for an absent one and for null."""
        value = self.data.get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str):
            raise _not_the_api(key)
        return value

    def maybe_text(self, key: str) -> Optional[str]:
        value = self.data.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str, default: Optional[int] = None) -> int:
        value = self.data.get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise _not_the_api(key)
        return int(value)

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.data.get(key)
        return value if isinstance(value, bool) else default

    def time(self, key: str) -> Optional[datetime]:
        """A time with its zone, None for null, absent or unreadable: no decision hangs on one."""
        value = self.data.get(key)
        return parse_time(value) if isinstance(value, str) else None

    def items(self, key: str) -> List[Any]:
        value = self.data.get(key)
        return value if isinstance(value, list) else []

    def object(self, key: str) -> Mapping[str, Any]:
        value = self.data.get(key)
        return value if isinstance(value, dict) else {}


def each(items: List[Any], read: Callable[[Answer], T]) -> List[T]:
    """Every item of a list, read."""
    return [read(Answer(item)) for item in items]


def parse_time(text: str) -> Optional[datetime]:
    """An ISO 8601 time; Python before 3.11 reads neither `Z` nor fractions of other lengths than 3 and 6."""
    text = text[:-1] + "+00:00" if text.endswith(("Z", "z")) else text
    text = _FRACTION.sub(lambda match: "." + match.group(1)[:6].ljust(6, "0"), text)
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=timezone.utc)


def _not_the_api(what: str) -> UnexpectedAnswer:
    return UnexpectedAnswer(
        Message(
            "The server's answer lacks “{what}”: it is not a QFieldCloud server, or a much older one. "
            "Nothing was changed.",
            what=what,
        )
    )
