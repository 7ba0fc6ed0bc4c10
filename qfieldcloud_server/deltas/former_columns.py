# SPDX-License-Identifier: GPL-2.0-or-later
"""What columns are called today that devices know by the names of the version they were packaged from."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from qfieldcloud_plugin.engine.errors import EngineError
from qfieldcloud_plugin.engine.gpkg import connect, read_schema, renames_between
from qfieldcloud_server.files.models import File, Version
from qfieldcloud_server.files.storage import blob_store

logger = logging.getLogger(__name__)


def today(file: File, table: str, column: str) -> str | None:
    """The name in the latest version, if the newest of those that have the column shows by its rows what it became."""
    if file.latest is None:
        return None
    for sha256 in dict.fromkeys(_with_other_columns(file)):
        if sha256 == file.latest.blob_id:
            continue
        with blob_store().local(sha256) as before, blob_store().local(file.latest.blob_id) as after:
            try:
                known = _known_as(before, after, table, column)
            except EngineError as error:
                logger.info("A former version of %r cannot be read: %s", file.name, error)
                continue
        if known is not None:
            return known or None
    return None


def _with_other_columns(file: File) -> Iterator[str]:
    """The versions that may have other columns than the next one, the newest first: deltas leave columns as they are.

    Devices also name fields that no version ever had, for those of joined layers or expressions.
    """
    newer: tuple[int, str] | None = None
    for number, origin, sha256 in file.versions.order_by("-number").values_list(
        "number", "origin", "blob_id"
    ):
        if newer is not None and newer != (number + 1, Version.Origin.DELTAS):
            yield sha256
        newer = number, origin


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
