# SPDX-License-Identifier: GPL-2.0-or-later
"""Small QGIS projects made without QGIS, for tests that need many or odd ones. Real ones: scripts/make_projects.py."""

from __future__ import annotations

import sqlite3
import struct
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from qfieldcloud_plugin.engine.packaging import layout

GEOMETRY_TYPES = {"Point": "POINT", "LineString": "LINESTRING", "Polygon": "POLYGON"}


def point(x: float, y: float, srs: int = 4326) -> bytes:
    """A GeoPackage geometry."""
    return b"GP\x00\x01" + struct.pack("<i", srs) + struct.pack("<BI2d", 1, 1, x, y)


def line(*points: tuple[float, float], srs: int = 4326) -> bytes:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    header = b"GP\x00\x03" + struct.pack("<i4d", srs, min(xs), max(xs), min(ys), max(ys))
    coordinates = [value for pair in points for value in pair]
    return header + struct.pack(f"<BII{len(coordinates)}d", 1, 2, len(points), *coordinates)


def make_geopackage(path: Path) -> None:
    """An empty GeoPackage."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {layout.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {layout.USER_VERSION}")
        for statement in layout.REGISTRIES:
            connection.execute(statement)
        connection.executemany(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
            [*layout.REFERENCE_SYSTEMS, ("WGS 84 / Pseudo-Mercator", 3857, "EPSG", 3857, "undefined", "")],
        )
        connection.commit()


def make_table(
    path: Path,
    name: str,
    columns: str = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, name TEXT",
    rows: list[tuple[Any, ...]] = (),
    geometry: str = "Point",
    srs: int = 4326,
    index: bool = True,
) -> None:
    """A table with rows in the order of its columns; `geometry` "" means none. The geometry column is `geom`."""
    if not path.exists():
        make_geopackage(path)
    with closing(sqlite3.connect(path)) as connection:
        quoted = '"' + name.replace('"', '""') + '"'
        connection.execute(f"CREATE TABLE {quoted} ({columns})")
        stored = [row[1] for row in connection.execute(f"PRAGMA table_xinfo({quoted})") if row[6] == 0]
        marks = ", ".join("?" * len(stored))
        names = ", ".join('"' + item.replace('"', '""') + '"' for item in stored)
        connection.executemany(f"INSERT INTO {quoted} ({names}) VALUES ({marks})", rows)
        connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
            (name, "features" if geometry else "attributes", name, srs if geometry else 0),
        )
        if geometry:
            connection.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
                (name, GEOMETRY_TYPES.get(geometry, "GEOMETRY"), srs),
            )
            if index:
                _make_index(connection, name, rows, stored)
        connection.execute("INSERT INTO gpkg_ogr_contents VALUES (?, ?)", (name, len(rows)))
        for statement in layout.count_triggers(name):
            connection.execute(statement)
        connection.commit()


def _make_index(
    connection: sqlite3.Connection, name: str, rows: list[tuple[Any, ...]], columns: list[str]
) -> None:
    from qfieldcloud_plugin.engine.gpkg.geometry import envelope

    rtree = '"' + f"rtree_{name}_geom".replace('"', '""') + '"'
    connection.execute(f"CREATE VIRTUAL TABLE {rtree} USING rtree(id, minx, maxx, miny, maxy)")
    key, position = columns[0], columns.index("geom")
    for row in rows:
        box = envelope(row[position]) if row[position] else None
        if box:
            connection.execute(f"INSERT INTO {rtree} VALUES (?, ?, ?, ?, ?)", (row[0], *box))
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', ?, ?, ?)", (name, *layout.RTREE_EXTENSION)
    )
    for statement in layout.rtree_triggers(name, "geom", key):
        connection.execute(statement)


@dataclass
class SimpleLayer:
    id: str
    name: str
    source: str
    provider: str = "ogr"
    type: str = "vector"
    wkb: str = "Point"
    crs: str = "EPSG:4326"
    properties: dict[str, str] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    extra: str = ""
    attributes: str = ""

    def xml(self, *, has_options: bool = True) -> str:
        if has_options:
            options = "".join(
                f'<Option name={quoteattr(key)} type="QString" value={quoteattr(value)}/>'
                for key, value in self.properties.items()
            )
            custom = f'<Option type="Map">{options}</Option>' if options else "<Option/>"
        else:
            custom = "".join(
                f"<property key={quoteattr(key)} value={quoteattr(value)}/>"
                for key, value in self.properties.items()
            )
        fields = "".join(
            f'<field name={quoteattr(name)}><editWidget type="TextEdit"><config><Option/></config></editWidget></field>'
            for name in self.fields
        )
        constraints = "".join(
            f'<constraint field={quoteattr(name)} constraints="3" notnull_strength="1" unique_strength="1"/>'
            for name in self.fields
        )
        kind = f'geometry="{self.wkb}" wkbType="{self.wkb}"' if self.type == "vector" else ""
        return (
            f'    <maplayer type="{self.type}" {kind} readOnly="0" {self.attributes}>\n'
            f"      <id>{escape(self.id)}</id>\n"
            f"      <datasource>{escape(self.source)}</datasource>\n"
            f"      <layername>{escape(self.name)}</layername>\n"
            f"      <srs><spatialrefsys><authid>{self.crs}</authid></spatialrefsys></srs>\n"
            f'      <provider encoding="UTF-8">{self.provider}</provider>\n'
            f"      <customproperties>{custom}</customproperties>\n"
            f"      <fieldConfiguration>{fields}</fieldConfiguration>\n"
            f"      <constraints>{constraints}</constraints>\n"
            f"      {self.extra}\n"
            f"    </maplayer>\n"
        )


@dataclass
class SimpleProject:
    """A project in `folder`; add tables and layers, then `save`."""

    folder: Path
    version: str = "3.40.1-Bratislava"
    title: str = "Test"
    layers: list[SimpleLayer] = field(default_factory=list)
    relations: str = ""
    entries: dict[str, dict[str, tuple[str, Any]]] = field(default_factory=dict)
    extra: str = ""
    has_named_entries: bool = False
    has_options: bool = True

    def layer(self, name: str, source: str, **values: Any) -> SimpleLayer:
        layer = SimpleLayer(values.pop("id", f"{name}_id"), name, source, **values)
        self.layers.append(layer)
        return layer

    def table_layer(
        self,
        name: str,
        rows: list[tuple[Any, ...]] = (),
        file: str = "data.gpkg",
        columns: str = "",
        **values: Any,
    ) -> SimpleLayer:
        """A table in a GeoPackage of the project, and the layer that shows it."""
        geometry = values.pop("geometry", "Point")
        extra = {"columns": columns} if columns else {}
        make_table(self.folder / file, name, rows=rows, geometry=geometry, **extra)
        return self.layer(name, f"./{file}|layername={name}", wkb=geometry or "NoGeometry", **values)

    def relation(self, child: str, parent: str, child_field: str, parent_field: str) -> None:
        self.relations += (
            f'    <relation id="{child}_{parent}" name="r" referencingLayer="{child}_id" '
            f'referencedLayer="{parent}_id">\n'
            f'      <fieldRef referencingField="{child_field}" referencedField="{parent_field}"/>\n    </relation>\n'
        )

    def entry(self, scope: str, key: str, kind: str, value: Any) -> None:
        self.entries.setdefault(scope, {})[key] = (kind, value)

    def xml(self) -> str:
        tree = "".join(
            f"    <layer-tree-layer id={quoteattr(layer.id)} name={quoteattr(layer.name)} "
            f'source={quoteattr(layer.source)} providerKey="{layer.provider}"/>\n'
            for layer in self.layers
        )
        layers = "".join(layer.xml(has_options=self.has_options) for layer in self.layers)
        return (
            "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
            f'<qgis projectname="{self.title}" version="{self.version}">\n'
            '  <homePath path=""/>\n'
            f"  <title>{self.title}</title>\n"
            '  <autotransaction active="1"/>\n  <evaluateDefaultValues active="1"/>\n'
            "  <projectCrs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></projectCrs>\n"
            f"  <layer-tree-group>\n{tree}  </layer-tree-group>\n"
            f"  <relations>\n{self.relations}  </relations>\n"
            '  <mapcanvas name="theMapCanvas">'
            "<extent><xmin>7</xmin><ymin>46</ymin><xmax>8</xmax><ymax>47</ymax></extent>"
            "<destinationsrs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></destinationsrs></mapcanvas>\n"
            f"  {self.extra}\n"
            f"  <projectlayers>\n{layers}  </projectlayers>\n"
            f"  <properties>\n{self._entries_xml()}  </properties>\n</qgis>\n"
        )

    def _entries_xml(self) -> str:
        parts = []
        for scope, keys in self.entries.items():
            inner = "".join(self._element(key, _value(value), kind) for key, (kind, value) in keys.items())
            parts.append("    " + self._element(scope, inner) + "\n")
        return "".join(parts)

    def _element(self, name: str, content: str, kind: str = "") -> str:
        attribute = f' type="{kind}"' if kind else ""
        if self.has_named_entries:
            return f'<properties name="{name}"{attribute}>{content}</properties>'
        return f"<{name}{attribute}>{content}</{name}>"

    def save(self, name: str = "project.qgs") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".qgz":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr(f"{path.stem}.qgs", self.xml())
        else:
            path.write_text(self.xml(), "utf-8")
        return path


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "".join(f"<value>{escape(item)}</value>" for item in value)
    return escape(str(value))
