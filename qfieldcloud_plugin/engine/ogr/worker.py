# SPDX-License-Identifier: GPL-2.0-or-later
"""A process of its own in which GDAL reads and writes files: whatever a file does to GDAL, it does it here.

Run as a script with one argument, a JSON list of tasks; it answers JSON on its standard output. It imports nothing
of this package.
"""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import sys
from contextlib import closing
from typing import Any, Optional

# GDAL tries every driver on a file, whatever its name. Some follow what is written in a file to other files and
# servers; so all go but Shapefile, FlatGeobuf, GeoJSON and GeoPackage.
_SKIPPED = (
    "PCIDSK PDS4 VICAR PDF MBTiles EEDA OGCAPI GDALG LVBAG S57 DGN OGR_VRT VRT CSV GML GPX LIBKML KML GeoJSONSeq "
    "ESRIJSON TopoJSON OGR_GMT SQLite WAsP OpenFileGDB DXF GeoRSS VFK PGDUMP PostgreSQL MySQL MSSQLSpatial OSM "
    "GPSBabel OGR_PDS WFS OAPIF EDIGEO Idrisi ODS XLSX Elasticsearch Carto AmigoCloud SXF Selafin JML PLSCENES CSW "
    "VDV MVT NGW MapML GTFS PMTiles JSONFG MiraMonVector ADBC AVCBin AVCE00 AIVector HTTP STACTA STACIT"
)
_WKB_SINGLE, _WKB_MULTI = (2, 3), 3  # LineString and Polygon; their collections are 3 further
_MULTI = {"LineString": "MultiLineString", "Polygon": "MultiPolygon"}
# GeoPackage headers by the kind of their envelope.
_HEADER_BYTES = (8, 40, 56, 56, 72)


def read(task: dict[str, Any]) -> dict[str, Any]:
    """Write the file's rows as the only table of a new GeoPackage, in the file's order."""
    import pyogrio

    options = {"encoding": task["encoding"] or None}
    info = pyogrio.read_info(task["path"], **options)
    if info["driver"] != task["driver"]:
        raise ValueError(f"it is no {task['driver']} file")
    names = [str(name) for name in info["fields"]]
    taken = {name.lower() for name in names}
    geometry = next(name for name in ("geom", "geometry", "qfc_geom", "qfc_geometry") if name not in taken)
    kind = info["geometry_type"]
    if task["promotes"] and kind:
        base, _, dimensions = kind.partition(" ")
        kind = f"{_MULTI.get(base, base)} {dimensions}".strip()
    with pyogrio.raw.open_arrow(task["path"], use_pyarrow=False, **options) as (meta, stream):
        pyogrio.raw.write_arrow(
            stream,
            task["destination"],
            layer=task["table"],
            driver="GPKG",
            geometry_name=(meta["geometry_name"] or "wkb_geometry") if kind else None,
            geometry_type=kind,
            crs=meta["crs"] if kind else None,
            layer_options={"FID": task["key"], "GEOMETRY_NAME": geometry, "SPATIAL_INDEX": "NO"},
        )
    with closing(sqlite3.connect(task["destination"], isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        if task["promotes"] and kind:
            _promote(connection, task["table"], geometry)
        for name in names:
            if name.lower() == "fid":
                _count_in_whole_numbers(connection, task["table"], name)
    return {
        "fields": names,
        "types": [str(name) for name in info["ogr_types"]],
        "geometry": geometry if kind else "",
        "geometry_type": kind or "",
        "crs": info["crs"] or "",
        "is_indexed": bool(info["capabilities"]["fast_spatial_filter"]),
    }


def write(task: dict[str, Any]) -> dict[str, Any]:
    """Write the rows of a GeoPackage's table into a file: a new one, or an empty one of the right form."""
    import pyogrio

    columns = ", ".join(map(_quoted, [*task["geometry"], *task["fields"]]))
    query = f"SELECT {columns} FROM {_quoted(task['table'])} ORDER BY {_quoted(task['key'])}"  # noqa: S608
    with pyogrio.raw.open_arrow(task["path"], sql=query, use_pyarrow=False) as (meta, stream):
        pyogrio.raw.write_arrow(
            stream,
            task["destination"],
            layer=task["layer"] or None,
            driver=task["driver"],
            geometry_name=meta["geometry_name"] if task["geometry"] else None,
            geometry_type=task["geometry_type"] or None,
            crs=task["crs"] or None,
            append=task["appends"],
            layer_options=task["options"],
        )
    return {}


def _promote(connection: sqlite3.Connection, name: str, geometry: str) -> None:
    """Lines and polygons become collections of one, as QGIS shows those of Shapefiles."""
    table, column = _quoted(name), _quoted(geometry)
    connection.create_function("promoted", 1, promoted, deterministic=True)
    connection.execute(f"UPDATE {table} SET {column} = promoted({column}) WHERE {column} NOTNULL")  # noqa: S608


def _count_in_whole_numbers(connection: sqlite3.Connection, name: str, key: str) -> None:
    """Shapefiles keep long whole numbers in fields for decimals; Qt would say such a key as “1e+06”."""
    table, column, made = _quoted(name), _quoted(key), _quoted(f"{name} with whole keys")
    (definition,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    start, real, rest = definition.partition(f"{column} REAL")
    broken = f"SELECT 1 FROM {table} WHERE {column} != CAST({column} AS INTEGER) LIMIT 1"  # noqa: S608 - quoted
    if not real or connection.execute(broken).fetchone():
        return
    connection.execute("BEGIN")
    connection.execute(f"{start.replace(table, made, 1)}{column} INTEGER{rest}")
    connection.execute(f"INSERT INTO {made} SELECT * FROM {table}")  # noqa: S608 - quoted
    connection.execute(f"DROP TABLE {table}")
    connection.execute(f"ALTER TABLE {made} RENAME TO {table}")
    connection.execute("COMMIT")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def promoted(blob: bytes) -> bytes:
    start = _HEADER_BYTES[blob[3] >> 1 & 7]
    order = "<" if blob[start] else ">"
    (kind,) = struct.unpack_from(f"{order}I", blob, start + 1)
    if kind % 1000 not in _WKB_SINGLE:
        return blob
    return blob[:start] + struct.pack(f"{order}BII", blob[start], kind + _WKB_MULTI, 1) + blob[start:]


def main(argument: str) -> None:
    # Names that this GDAL does not know are only complained about.
    os.environ["GDAL_SKIP"] = ",".join(_SKIPPED.split())
    answers: list[dict[str, Any]] = []
    error: Optional[str] = None
    try:
        answers += ({"read": read, "write": write}[task["verb"]](task) for task in json.loads(argument))
    # The border of the process: whatever GDAL, NumPy or SQLite raise is said to the one who asked.
    except Exception as caught:
        error = f"{caught}" or type(caught).__name__
    sys.stdout.write(json.dumps({"error": error, "answers": answers}))


if __name__ == "__main__":
    sys.path.pop(0)  # this folder, whose modules are not meant to be found by others' names
    main(sys.argv[1])
