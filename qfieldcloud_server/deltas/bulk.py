# SPDX-License-Identifier: GPL-2.0-or-later
"""Many rows written by one statement that is prepared once.

The ORM spells every value of every row into the text of statements, which takes longer than storing them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Field, Model

# Rows that are in the database's form at a time.
_PART = 1000


def insert(
    model: type[Model],
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    same: Mapping[str, Any] | None = None,
    on_conflict: str = "",
) -> None:
    """Insert rows with the values of the fields `names`; `same` are fields with one value for all rows.

    Every field without a default in the database has to be named. Rows get their keys in their order.
    `on_conflict` is SQL that both databases understand, such as ``DO NOTHING``.
    """
    same = same or {}
    fields = [_field(model, name) for name in (*names, *same)]
    columns = [_quoted(str(field.column)) for field in fields]
    statement = (
        f"INSERT INTO {_quoted(model._meta.db_table)} ({', '.join(columns)}) "  # noqa: S608 - names are quoted
        f"VALUES ({', '.join(['%s'] * len(columns))})"
    )
    if on_conflict:
        statement += f" ON CONFLICT {on_conflict}"
    to_database = [field.get_db_prep_save for field in fields[: len(names)]]
    constant = [_field(model, name).get_db_prep_save(value, connection) for name, value in same.items()]
    prepared = (
        [*(convert(value, connection) for convert, value in zip(to_database, row, strict=True)), *constant]
        for row in rows
    )
    with connection.cursor() as cursor:
        for part in _parts(prepared):
            cursor.executemany(statement, part)


def _parts(rows: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while part := list(islice(rows, _PART)):
        yield part


def _field(model: type[Model], name: str) -> Field[Any, Any]:
    found = model._meta.get_field(name)
    if not isinstance(found, Field):
        raise TypeError(f"{name} is no column of {model.__name__}")
    return found


def _quoted(name: str) -> str:
    return str(connection.ops.quote_name(name))
