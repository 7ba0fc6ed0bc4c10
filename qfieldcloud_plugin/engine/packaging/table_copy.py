# SPDX-License-Identifier: GPL-2.0-or-later
"""One table on its way into a package: what it is called there, which rows come, which column is new."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..gpkg.schema import Column, Table
from .options import EXPORT_KEY


@dataclass(frozen=True)
class TableCopy:
    """`name` is the table's name in the package; `selection` a table of row ids in the scratch database."""

    source: Path
    schema: Table
    name: str
    selection: Optional[str] = None
    """None means all rows."""

    @property
    def fields(self) -> list[Column]:
        """What QGIS sees as the layer's fields, in its order: the key first, never the geometry."""
        columns = [item for item in self.schema.columns if item.name not in (self.geometry, EXPORT_KEY)]
        if self.schema.integer_key:
            columns.sort(key=lambda item: item.name != self.schema.key[0])
        return columns

    @property
    def geometry(self) -> str:
        return self.schema.geometry.name if self.schema.geometry else ""

    @property
    def rtree(self) -> str:
        return f"rtree_{self.name}_{self.geometry}"

    @property
    def local_key(self) -> str:
        """The feature id column of the copy: `fid`, or `fid_1` … when the source has a field of that name."""
        taken = {item.name.lower() for item in self.schema.columns}
        if "fid" not in taken:
            return "fid"
        number = 1
        while f"fid_{number}" in taken:
            number += 1
        return f"fid_{number}"
