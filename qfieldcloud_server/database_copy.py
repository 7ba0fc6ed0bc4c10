# SPDX-License-Identifier: GPL-2.0-or-later
"""All rows of a SQLite database, copied into the server's own database in one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model
from django.db.utils import ConnectionHandler

from qfieldcloud_server.accounts.models import User

_SOURCE = "copied_from"
_ROWS_AT_ONCE = 1000


class NotCopied(Exception):
    """Nothing was copied; the message says why, and what to do."""


class DatabaseCopy:
    """From the SQLite file ``source`` to the default database, which must hold no people yet."""

    def __init__(self, source: Path) -> None:
        self._settings = {**settings.SQLITE, "NAME": str(source)}

    def __enter__(self) -> DatabaseCopy:
        whole = ConnectionHandler({DEFAULT_DB_ALIAS: self._settings}).settings[DEFAULT_DB_ALIAS]
        connections.settings[_SOURCE] = whole
        return self

    def __exit__(self, *_: object) -> None:
        connections[_SOURCE].close()
        del connections[_SOURCE]
        del connections.settings[_SOURCE]

    def run(self) -> int:
        """The number of rows; all of them or, when something is wrong, none."""
        if User.objects.exists():
            raise NotCopied("There are people in that PostgreSQL database already. Name an empty one.")
        if self._is_behind():
            raise NotCopied(
                "The SQLite database is of another version. Start this version of the server once without "
                "database_url, and stop it again."
            )
        models = [m for m in apps.get_models(include_auto_created=True) if _is_ours(m)]
        # The transaction on the source keeps everybody from writing to it meanwhile.
        with transaction.atomic(using=_SOURCE), transaction.atomic(), connection.cursor() as cursor:
            # What migrations put there: kinds of rows and permissions, with numbers of their own.
            for model in reversed(models):
                cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)}")  # noqa: S608
            rows = sum(_copy(model, cursor) for model in models)
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)
        return rows

    def _is_behind(self) -> bool:
        executor = MigrationExecutor(connections[_SOURCE])
        ours = [node for node in executor.loader.graph.leaf_nodes() if node[0] != "procrastinate"]
        return bool(executor.migration_plan(ours))


def _is_ours(model: type[Model]) -> bool:
    meta = model._meta
    return meta.managed and not meta.proxy and meta.app_label != "procrastinate"


def _copy(model: type[Model], cursor: Any) -> int:
    # Not bulk_create: it would put now into fields that hold when a row was made.
    fields = model._meta.local_concrete_fields
    columns = ", ".join(_quoted(field.column or "") for field in fields)
    values = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES ({values})"  # noqa: S608
    rows = model._base_manager.using(_SOURCE).order_by("pk").values_list(*[f.attname for f in fields])
    count, batch = 0, []
    for row in rows.iterator(_ROWS_AT_ONCE):
        pairs = zip(fields, row, strict=True)
        batch.append([field.get_db_prep_save(value, connection) for field, value in pairs])
        count += 1
        if len(batch) == _ROWS_AT_ONCE:
            cursor.executemany(statement, batch)
            batch = []
    if batch:
        cursor.executemany(statement, batch)
    return count


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
