# SPDX-License-Identifier: GPL-2.0-or-later
"""What a text file and its stand-in have in common: columns with types, and rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from qfieldcloud_plugin.engine.gpkg import Change
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import geometry_blob
from qfieldcloud_plugin.engine.gpkg.shape import Shape

GEOMETRY = "qfieldcloud_geometry"
# WGS 84, as GeoJSON has it; for other text it does not matter, which has no reference system itself.
SRS_ID = 4326


class NotATable(Exception):
    """A text file whose rows cannot be told apart or put into columns; the message says why."""


@dataclass
class TextTable:
    """`columns` are names and types as a GeoPackage declares them; `rows` have one value for each."""

    columns: dict[str, str]
    rows: list[tuple[Any, ...]]
    key: str
    # One for each row, None where it has no geometry; None for a table without.
    geometries: list[bytes | None] | None = field(default=None)
    last_key: int = 0
    """New rows get higher ones; for files with rows that are no part of the layer."""


class TextFile(Protocol):
    """A parsed file that can be written again with some rows changed and all others as they were."""

    table: TextTable

    def rewritten(self, changes: Iterable[Change]) -> bytes: ...


def find_key(columns: Iterable[str]) -> str:
    """The field that QField uses to tell rows apart where a format knows no primary key."""
    key = next((name for name in columns if name.lower() == "fid"), "")
    if not key:
        raise NotATable("it has no field “fid” that tells its features apart")
    return key


def blob_of(shape: Shape | None) -> bytes | None:
    return None if shape is None else geometry_blob(shapes.to_wkb(shape), SRS_ID)


def check_table(table: TextTable) -> None:
    """Raise `NotATable` where SQLite would not keep the rows as they are."""
    if len({name.lower() for name in table.columns}) != len(table.columns):
        raise NotATable("two of its fields have the same name")
    if GEOMETRY in {name.lower() for name in table.columns}:
        raise NotATable(f"it has a field “{GEOMETRY}”, which is needed while its rows are edited")
    position = list(table.columns).index(table.key)
    keys = [row[position] for row in table.rows]
    if None in keys or "" in keys or len(set(keys)) != len(keys):
        raise NotATable(f"the values of “{table.key}” are not all there and different")
