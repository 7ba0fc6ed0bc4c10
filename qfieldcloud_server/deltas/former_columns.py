# SPDX-License-Identifier: GPL-2.0-or-later
"""What columns are called today that devices know by the names of the version they were packaged from."""

from __future__ import annotations

import logging
from contextlib import closing
from pathlib import Path

from qfieldcloud_plugin.engine.errors import EngineError
from qfieldcloud_plugin.engine.gpkg import connect, read_schema, renames_between
from qfieldcloud_server.files.models import File
from qfieldcloud_server.files.storage import blob_store

logger = logging.getLogger(__name__)


def today(file: File, table: str, column: str) -> str | None:
    """The name in the latest version, if the newest of those that have the column shows by its rows what it became."""
    if file.latest is None:
        return None
    former = file.versions.exclude(blob=file.latest.blob_id).order_by("-number")
    for sha256 in dict.fromkeys(former.values_list("blob_id", flat=True)):
        with blob_store().local(sha256) as before, blob_store().local(file.latest.blob_id) as after:
            try:
                known = _known_as(before, after, table, column)
            except EngineError as error:
                logger.info("A former version of %r cannot be read: %s", file.name, error)
                continue
        if known is not None:
            return known or None
    return None


def _known_as(before: Path, after: Path, table: str, column: str) -> str | None:
    """Its name after, "" if no row tells one; None where it was not there before."""
    with closing(connect(before, immutable=True)) as connection:
        schema = read_schema(connection)
    if all(column not in former.stored_columns for former in schema):
        return None
    renames = renames_between(before, after, immutable=True)
    former = next((one for one in schema if renames.table(one.name) == table), None)
    if former is None or column not in former.stored_columns:
        return None
    return renames.of(former.name).get(column, "")
