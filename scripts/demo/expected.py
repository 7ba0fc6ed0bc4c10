# SPDX-License-Identifier: GPL-2.0-or-later
"""What every row must be in the end, kept apart from everything that is being proved."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from tests.contract.field_geometry import Geometry, from_blob, from_wkt, to_blob

Rows = dict[str, "Row"]


@dataclass(frozen=True)
class LayerKind:
    """Where a layer's rows lie in the office's project, and which column tells its rows apart."""

    file: str
    table: str
    identity: str
    label: str


LAYERS = {
    "Countries": LayerKind("world_map.gpkg", "countries", "fid", "iso_a2"),
    "States": LayerKind("world_map.gpkg", "states_provinces", "fid", "fips"),
    "Observations": LayerKind("survey.gpkg", "observations", "name", "name"),
    "Visits": LayerKind("survey.gpkg", "visits", "code", "code"),
}


@dataclass
class Row:
    """`geometry` is the digest of its WKB, None without one."""

    values: dict[str, Any]
    geometry: Optional[str] = None
    blob: Optional[bytes] = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Touched:
    """What somebody did to one row; one line of the table."""

    layer: str
    identity: str
    label: str
    who: str
    what: str


class Expected:
    """Starts as the office's GeoPackages and follows each edit in plain Python."""

    def __init__(self, folder: Path) -> None:
        self.rows = {
            name: read_rows(folder / kind.file, kind.table, kind.identity) for name, kind in LAYERS.items()
        }
        self.touched: list[Touched] = []

    def create(self, layer: str, who: str, values: dict[str, Any], wkt: Optional[str] = None) -> None:
        """The server chooses the key, so the key is not told."""
        identity = str(values[LAYERS[layer].identity])
        blank = dict.fromkeys(next(iter(self.rows[layer].values())).values)
        blank.pop("fid")
        self.rows[layer][identity] = Row(
            {**blank, **values}, digest(to_blob(from_wkt(wkt), 4326)) if wkt else None
        )
        self._note(layer, identity, who, "created")

    def change(
        self,
        layer: str,
        identity: str,
        who: str,
        values: dict[str, Any],
        wkt: Optional[str] = None,
        note: str = "",
    ) -> None:
        row = self.rows[layer][identity]
        row.values.update(values)
        if wkt:
            row.geometry = digest(to_blob(from_wkt(wkt), 4326))
        what = ", ".join(
            [*(f"{name} = {value!r}" for name, value in values.items()), *(["moved"] if wkt else [])]
        )
        self._note(layer, identity, who, note or what)

    def move(self, layer: str, identity: str, who: str, dx: float, dy: float) -> None:
        row = self.rows[layer][identity]
        geometry = from_blob(row.blob)
        assert geometry is not None
        row.geometry = digest(to_blob(translated(geometry, dx, dy), 4326))
        self._note(layer, identity, who, "moved")

    def delete(self, layer: str, identity: str, who: str) -> Row:
        self._note(layer, identity, who, "deleted")
        return self.rows[layer].pop(identity)

    def put_back(self, layer: str, identity: str, who: str, row: Row) -> None:
        self.rows[layer][identity] = row
        self._note(layer, identity, who, "restored")

    def key(self, layer: str, identity: str) -> int:
        return int(self.rows[layer][identity].values["fid"])

    def _note(self, layer: str, identity: str, who: str, what: str) -> None:
        label = str(self.rows[layer][identity].values[LAYERS[layer].label])
        self.touched.append(Touched(layer, identity, label, who, what))


# -- reading --------------------------------------------------------------------------------------


def read_rows(path: Path, table: str, identity: str, without: frozenset[str] = frozenset()) -> Rows:
    """A table of a GeoPackage, through nothing but SQLite."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = connection.execute(
            "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
        )
        geometry = (found.fetchone() or ("",))[0]
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        names = [column[0] for column in cursor.description]
        rows = {}
        for record in cursor:
            values = {name: value for name, value in zip(names, record, strict=True) if name not in without}
            blob = values.pop(geometry, None) if geometry else None
            rows[str(values[identity])] = Row(values, digest(blob), blob)
    return rows


def digest(blob: Optional[bytes]) -> Optional[str]:
    """Of the WKB alone: the header of a GeoPackage geometry may differ where the geometry does not."""
    if blob is None:
        return None
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return hashlib.sha256(blob[8 + envelope :]).hexdigest()


def translated(geometry: Geometry, dx: float, dy: float) -> Geometry:
    def shifted(item: Any) -> Any:
        if isinstance(item, tuple):
            return (item[0] + dx, item[1] + dy, *item[2:])
        return [shifted(part) for part in item]

    return Geometry(geometry.kind, geometry.has_z, geometry.has_m, shifted(geometry.coordinates))
