# SPDX-License-Identifier: GPL-2.0-or-later
"""The one place where names become SQL; values always travel as parameters."""

from __future__ import annotations

from typing import Collection, Iterable, List

# SQLite takes 2000; packages and stand-ins add some of their own.
_MOST_COLUMNS = 1990


def quoted(name: str) -> str:
    """`name` as an SQL identifier, whatever it contains."""
    return '"' + name.replace('"', '""') + '"'


def can_be_columns(wanted: Collection[str]) -> bool:
    """Whether SQLite takes names from elsewhere as the columns of one table."""
    return len(wanted) <= _MOST_COLUMNS and not any("\0" in name for name in wanted)


def sql(*parts: str) -> str:
    """The statement made of `parts`, each already safe: keywords, quoted names, placeholders."""
    return " ".join(parts)


def comma(parts: Iterable[str]) -> str:
    return ", ".join(parts)


def names(columns: Iterable[str], prefix: str = "") -> str:
    """The columns as a list, each after `prefix` (`a.`)."""
    return comma(prefix + quoted(column) for column in columns)


def placeholders(count: int) -> str:
    return comma("?" * count)


def any_of(conditions: List[str]) -> str:
    """The conditions joined by OR as a balanced tree: SQLite limits the depth of an expression to 1000."""
    if len(conditions) <= 8:
        return "(" + " OR ".join(conditions) + ")" if conditions else "0"
    middle = len(conditions) // 2
    return "(" + any_of(conditions[:middle]) + " OR " + any_of(conditions[middle:]) + ")"


def all_of(conditions: Iterable[str]) -> str:
    return " AND ".join(conditions) or "1"
