# SPDX-License-Identifier: GPL-2.0-or-later
"""A survey project in a folder: trees with points and visits that refer to them, as QGIS would leave it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Dict, List

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.gpkg.functions import register_functions
from tests.engine.gpkg.making import add_layer, make_geopackage, point

GPKG = "survey.gpkg"
PROJECT = "survey.qgs"
TREES, VISITS = "trees_1a2b", "visits_3c4d"


def make_survey(folder: Path, *, trees: int = 5, layers: str = "trees visits") -> Path:
    """The project folder, with `trees` trees of two metres each and no visits."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = make_geopackage(folder / GPKG)
    add_layer(connection, "trees", "species TEXT, height REAL, photo TEXT")
    connection.execute(
        "CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, tree INTEGER, note TEXT)"
    )
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('visits', 'attributes', 'visits')"
    )
    connection.executemany(
        "INSERT INTO trees (geom, species, height) VALUES (?, ?, 2.0)",
        [(point(number, number), f"oak {number}") for number in range(1, trees + 1)],
    )
    connection.close()
    (folder / PROJECT).write_text(project_text(layers), encoding="utf-8")
    return folder


def project_text(layers: str = "trees visits", title: str = "Survey") -> str:
    known = {"trees": TREES, "visits": VISITS}
    parts = "".join(
        f'<maplayer type="vector" geometry="Point"><id>{known[table]}</id><layername>{table.title()}</layername>'
        f"<datasource>./{GPKG}|layername={table}</datasource><provider>ogr</provider>"
        "<srs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></srs></maplayer>"
        for table in layers.split()
    )
    relation = (
        f'<relations><relation id="r" name="visits" referencingLayer="{VISITS}" referencedLayer="{TREES}">'
        '<fieldRef referencingField="tree" referencedField="fid"/></relation></relations>'
    )
    return (
        f'<!DOCTYPE qgis><qgis version="3.34.0" projectname="{title}"><title>{title}</title>'
        f"<projectlayers>{parts}</projectlayers>{relation}</qgis>"
    )


def edit(folder: Path, *statements: str, parameters: Any = ()) -> None:
    """Edit the GeoPackage as QGIS does: another connection, its own commit."""
    with closing(connect(folder / GPKG, write=True)) as connection:
        for statement in statements:
            connection.execute(statement, parameters)


def rows(path: Path, table: str = "trees", columns: str = "species, height") -> Dict[Any, Any]:
    """Rows by key; a single column comes as itself."""
    file = path / GPKG if path.is_dir() else path
    key = "fid" if table == "trees" else "id"
    with closing(sqlite3.connect(file)) as connection:
        register_functions(connection)
        found = connection.execute(f"SELECT {key}, {columns} FROM {table} ORDER BY 1").fetchall()
    return {row[0]: row[1] if len(row) == 2 else row[1:] for row in found}


def species(path: Path) -> List[str]:
    return sorted(str(name) for name in rows(path, columns="species").values())
