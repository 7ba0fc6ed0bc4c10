# SPDX-License-Identifier: GPL-2.0-or-later
"""A project as it lies on a field device: the packaged project file, read as QGIS would, and its GeoPackages.

Knows nothing of this repository's engine, so that an error there cannot hide behind the same error here.
"""

from __future__ import annotations

import hashlib
import math
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Optional
from xml.etree import ElementTree

from .field_deltas import Delta, DeltaLog
from .field_geometry import Geometry, from_blob, from_wkt, register_functions, to_blob, to_wkt

UNCHANGED: Any = object()


class LocalKey(str):
    """The key of a row made on the device, which the server has not numbered yet."""


class NotEditable(AssertionError):
    """QField would not let the person do this."""


@dataclass(frozen=True)
class DeviceLayer:
    """A vector layer of the packaged project that lies in a GeoPackage."""

    id: str
    name: str
    crs: str
    file: str
    table: str
    read_only: bool
    properties: dict[str, str]
    attachment_fields: frozenset[str]
    columns: dict[str, str] = field(hash=False)
    fid: str = ""
    geometry_column: str = ""

    @property
    def fields(self) -> list[str]:
        return [name for name in self.columns if name != self.geometry_column]

    @property
    def local_pk(self) -> str:
        """The provider's primary key, else a field of that name; empty: QField does not track the layer."""
        return self.fid or ("fid" if "fid" in self.columns else "")

    @property
    def source_pk(self) -> str:
        declared = self.properties.get("QFieldSync/sourceDataPrimaryKeys", "")
        if not declared:
            return self.local_pk
        return declared if "," not in declared and declared in self.columns else ""

    @property
    def tracked(self) -> bool:
        action = self.properties.get("QFieldSync/cloud_action", "").upper()
        hidden = self.read_only or action in ("NO_ACTION", "REMOVE")
        return not hidden and bool(self.local_pk and self.source_pk)


class DeviceProject:
    """One project in the device's storage: reading it, editing its rows, and the deltas that come of it."""

    def __init__(self, folder: Path, project_id: str, client_id: str, export_id: str) -> None:
        self.folder = folder
        self.id = project_id
        self.client_id = client_id
        self.export_id = export_id
        self.deltas = DeltaLog(folder / "deltafile.json", project_id)

    def downloaded_again(self, client_id: str, export_id: str) -> None:
        """Each download makes this device's copy a new one."""
        self.client_id, self.export_id = client_id, export_id
        self.__dict__.pop("layers", None)

    @property
    def project_file(self) -> Path:
        found = [path for path in self.folder.rglob("*") if path.suffix.lower() in (".qgs", ".qgz")]
        if len(found) != 1:
            raise AssertionError(
                f"a package must hold one project file, found {[path.name for path in found]}"
            )
        return found[0]

    @cached_property
    def layers(self) -> dict[str, DeviceLayer]:
        """By name. Layers that are not in a GeoPackage are left out."""
        root = ElementTree.fromstring(_project_xml(self.project_file))
        found = (self._layer(element) for element in root.iter("maplayer"))
        return {layer.name: layer for layer in found if layer is not None}

    def _layer(self, element: ElementTree.Element) -> Optional[DeviceLayer]:
        source = element.findtext("datasource") or ""
        file = source.partition("|")[0]
        if element.findtext("provider") != "ogr" or not file.lower().endswith(".gpkg"):
            return None
        if file.startswith("localized:"):
            return None  # shared data that the device keeps elsewhere
        path = (self.project_file.parent / file).resolve()
        if not path.is_file():
            raise AssertionError(f"layer {element.findtext('layername')}: the package has no {file}")
        named = re.search(r"\|layername=([^|]*)", source)
        with closing(sqlite3.connect(path)) as connection:
            table = named[1] if named else _only_table(connection)
            columns, fid, geometry = _table_shape(connection, table)
        return DeviceLayer(
            id=element.findtext("id") or "",
            name=element.findtext("layername") or "",
            crs=element.findtext("srs/spatialrefsys/authid") or "",
            file=path.relative_to(self.folder.resolve()).as_posix(),
            table=table,
            read_only=element.get("readOnly") == "1",
            properties=_custom_properties(element),
            attachment_fields=_attachment_fields(element),
            columns=columns,
            fid=fid,
            geometry_column=geometry,
        )

    # -- rows -------------------------------------------------------------------------------------

    def rows(self, layer_name: str) -> dict[str, dict[str, Any]]:
        """Every row as QField would write it into a delta, by its source key; rows made here by their own."""
        layer = self.layers[layer_name]
        with self._open(layer) as connection:
            names = ", ".join(_quoted(name) for name in layer.columns)
            found = connection.execute(f"SELECT {names} FROM {_quoted(layer.table)}").fetchall()
        rows = [self._read(layer, dict(zip(layer.columns, row, strict=True))) for row in found]
        return {self._key(layer, row): row for row in rows}

    def create(self, layer_name: str, attributes: dict[str, Any], wkt: Optional[str] = None) -> LocalKey:
        """The new row's key, by which it can be changed again."""
        layer = self._editable(layer_name)
        values = dict(attributes)
        if layer.geometry_column:
            values[layer.geometry_column] = self._blob(layer, wkt)
        names, marks = ", ".join(map(_quoted, values)), ", ".join("?" * len(values))
        with self._open(layer) as connection, connection:
            given = f"({names}) VALUES ({marks})" if values else "DEFAULT VALUES"
            insert = f"INSERT INTO {_quoted(layer.table)} {given}"
            rowid = connection.execute(insert, list(values.values())).lastrowid
            where = f"rowid = {rowid}"
            row = self._row(connection, layer, where, ())
        new = self._with_files(layer, row, row["attributes"])
        self.deltas.create({**self._head(layer, row, "create"), "new": new})
        return LocalKey(row["attributes"][layer.local_pk])

    def patch(
        self, layer_name: str, pk: str, attributes: Optional[dict[str, Any]] = None, wkt: Any = UNCHANGED
    ) -> None:
        """Changes the row with this source key, or with the local key that `create` gave."""
        layer = self._editable(layer_name)
        values = dict(attributes or {})
        if wkt is not UNCHANGED:
            values[layer.geometry_column] = self._blob(layer, wkt)
        with self._open(layer) as connection, connection:
            where, key = self._find(connection, layer, pk)
            old = self._row(connection, layer, where, key)
            settings = ", ".join(f"{_quoted(name)} = ?" for name in values)
            connection.execute(
                f"UPDATE {_quoted(layer.table)} SET {settings} WHERE {where}", [*values.values(), *key]
            )
            after = self._row(connection, layer, where, key)
        changed = {
            name: value for name, value in after["attributes"].items() if value != old["attributes"][name]
        }
        new: Delta = {"attributes": changed, "is_snapshot": False}
        if after["geometry"] != old["geometry"]:
            new["geometry"] = after["geometry"]
        if not changed and "geometry" not in new:
            return
        former = {name: old["attributes"][name] for name in changed}
        self.deltas.patch(
            {
                **self._head(layer, old, "patch"),
                "old": {**self._with_files(layer, old, former), "is_snapshot": True},
                "new": self._with_files(layer, new, changed),
            }
        )

    def delete(self, layer_name: str, pk: str) -> None:
        layer = self._editable(layer_name)
        with self._open(layer) as connection, connection:
            where, key = self._find(connection, layer, pk)
            old = self._row(connection, layer, where, key)
            connection.execute(f"DELETE FROM {_quoted(layer.table)} WHERE {where}", key)
        old = self._with_files(layer, old, old["attributes"])
        self.deltas.delete({**self._head(layer, old, "delete"), "old": old})

    def attach(self, name: str, content: bytes) -> str:
        """A photo where the camera puts it; the answer is what an attachment field then holds."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return name

    def attachments_to_send(self) -> list[str]:
        """Names in the latest value of each row and field, whose file is here."""
        latest: dict[tuple[str, str, str], str] = {}
        for delta in self.deltas.deltas:
            if delta["method"] == "delete":
                continue
            files = delta["new"].get("files_sha256", {})
            for field_name, value in delta["new"].get("attributes", {}).items():
                if value in files:
                    latest[delta["localLayerId"], delta["localPk"], field_name] = value
        return [name for name in dict.fromkeys(latest.values()) if (self.folder / name).is_file()]

    # -- below ------------------------------------------------------------------------------------

    def _editable(self, layer_name: str) -> DeviceLayer:
        layer = self.layers[layer_name]
        if layer.read_only:
            raise NotEditable(f"{layer_name} is read-only in the package")
        if not layer.tracked:
            raise NotEditable(f"{layer_name} is not tracked: what is edited there never leaves the device")
        return layer

    def _open(self, layer: DeviceLayer) -> closing[sqlite3.Connection]:
        connection = sqlite3.connect(self.folder / layer.file)
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        return closing(connection)

    def _find(self, connection: sqlite3.Connection, layer: DeviceLayer, pk: str) -> tuple[str, tuple[str]]:
        column = layer.local_pk if isinstance(pk, LocalKey) else layer.source_pk
        where = f"CAST({_quoted(column)} AS TEXT) = ?"
        if connection.execute(f"SELECT 1 FROM {_quoted(layer.table)} WHERE {where}", (str(pk),)).fetchone():
            return where, (str(pk),)
        raise LookupError(f"{layer.name} has no row {pk}")

    @staticmethod
    def _key(layer: DeviceLayer, row: dict[str, Any]) -> str:
        source, local = (
            row["attributes"][name] for name in (layer.source_pk or layer.local_pk, layer.local_pk)
        )
        return str(source) if source is not None else LocalKey(local)

    def _row(
        self, connection: sqlite3.Connection, layer: DeviceLayer, where: str, key: tuple[str, ...]
    ) -> dict[str, Any]:
        names = ", ".join(_quoted(name) for name in layer.columns)
        row = connection.execute(f"SELECT {names} FROM {_quoted(layer.table)} WHERE {where}", key).fetchone()
        return self._read(layer, dict(zip(layer.columns, row, strict=True)))

    @staticmethod
    def _read(layer: DeviceLayer, row: dict[str, Any]) -> dict[str, Any]:
        blob = row.pop(layer.geometry_column, None)
        geometry = from_blob(blob)
        values = {name: json_value(value, layer.columns[name]) for name, value in row.items()}
        return {"geometry": to_wkt(geometry) if geometry else None, "attributes": values}

    def _blob(self, layer: DeviceLayer, wkt: Optional[str]) -> Optional[bytes]:
        if wkt is None:
            return None
        geometry: Geometry = from_wkt(wkt)
        with self._open(layer) as connection:
            (srs_id,) = connection.execute(
                "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (layer.table,)
            ).fetchone()
        return to_blob(geometry, srs_id)

    def _head(self, layer: DeviceLayer, row: dict[str, Any], method: str) -> Delta:
        return {
            "clientId": self.client_id,
            "exportId": self.export_id,
            "method": method,
            "localLayerId": layer.id,
            "sourceLayerId": layer.properties.get("remoteLayerId", ""),
            "localLayerCrs": layer.crs,
            "localLayerName": layer.name,
            "localPk": _text(row["attributes"][layer.local_pk]),
            "sourcePk": _text(row["attributes"][layer.source_pk]),
        }

    def _with_files(self, layer: DeviceLayer, row: dict[str, Any], among: dict[str, Any]) -> Delta:
        """The row with the digests of the attachments that `among` names; null where the file is not here."""
        names = [value for key, value in among.items() if key in layer.attachment_fields and value]
        if not names:
            return row
        return {**row, "files_sha256": {name: self._digest(name) for name in names}}

    def _digest(self, name: str) -> Optional[str]:
        path = self.folder / name
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def json_value(value: Any, column_type: str) -> Any:
    """A GeoPackage value as QField writes it into a delta."""
    kind = column_type.upper().partition("(")[0].strip()
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if kind == "BOOLEAN":
        return bool(value)
    if kind == "DATETIME" and isinstance(value, str):
        moment, zone = re.findall(r"^(.*?)(Z|[+-]\d\d:\d\d)?$", value.replace(" ", "T"))[0]
        whole, _, fraction = moment.partition(".")
        return f"{whole}.{fraction.ljust(3, '0')[:3]}{zone}"
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value


def _project_xml(path: Path) -> bytes:
    if path.suffix.lower() == ".qgs":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        (name,) = (name for name in archive.namelist() if name.lower().endswith(".qgs"))
        return archive.read(name)


def _custom_properties(element: ElementTree.Element) -> dict[str, str]:
    """Both ways of writing them: QGIS 3.22's <Option> and <property> of before."""
    found = {}
    for option in element.findall("customproperties/Option/Option"):
        found[option.get("name", "")] = option.get("value", "")
    for entry in element.findall("customproperties/property"):
        found[entry.get("key", "")] = entry.get("value", "")
    return found


def _attachment_fields(element: ElementTree.Element) -> frozenset[str]:
    fields = element.findall("fieldConfiguration/field")
    return frozenset(
        entry.get("name", "")
        for entry in fields
        if (widget := entry.find("editWidget")) is not None and widget.get("type") == "ExternalResource"
    )


def _only_table(connection: sqlite3.Connection) -> str:
    (table,) = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()
    return str(table)


def _table_shape(connection: sqlite3.Connection, table: str) -> tuple[dict[str, str], str, str]:
    """Columns with their types, the FID column, the geometry column."""
    info = connection.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    if not info:
        raise AssertionError(f"the package's GeoPackage has no table {table}")
    keys = [name for _, name, kind, _, _, pk in info if pk and kind.upper() == "INTEGER"]
    geometry = connection.execute(
        "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?", (table,)
    ).fetchone()
    return {name: kind for _, name, kind, *_ in info}, (keys or [""])[0], geometry[0] if geometry else ""


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: Any) -> str:
    return "" if value is None else str(value)
