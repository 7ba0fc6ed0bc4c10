# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that OGR reads go into packages as rows; whatever is wrong with a file stays with that file."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("pyogrio")

from shapefiles import POINT, write_shapefile
from simple_projects import SimpleProject

from qfieldcloud_plugin.engine import ogr
from qfieldcloud_plugin.engine.__main__ import main
from qfieldcloud_plugin.engine.ogr import files
from qfieldcloud_plugin.engine.packaging import EXPORT_KEY, OgrExporter, PackageOptions, make_package
from qfieldcloud_plugin.engine.project import read_project

COLUMNS = [
    ("fid", "N", 9, 0),
    ("geom", "C", 20, 0),
    ("ok", "L", 1, 0),
    ("count", "N", 9, 0),
    ("day", "D", 8, 0),
]
ROWS = [((1, 2), 4, "größer", True, None, "2024-02-29"), (None, 9, None, None, 3, None)]


def with_layer(project: SimpleProject, name: str, **layer: object) -> Path:
    project.layer("sites", f"./{name}", **({"fields": ["fid", "geom"]} | layer))
    return project.folder / name


def rows(path: Path, table: str, columns: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()


def test_the_command_line_packages_a_shapefile_with_what_is_in_it(project, tmp_path, capsys):
    write_shapefile(with_layer(project, "sites.shp"), POINT, COLUMNS, ROWS)
    assert main(["package", str(project.save()), str(tmp_path / "out")]) == 0
    assert "warning" not in capsys.readouterr().out
    found = rows(tmp_path / "out/data.gpkg", "sites", "fid, geom, ok, count, day")
    assert found == [(4, "größer", 1, None, "2024-02-29"), (9, None, None, 3, None)]
    layer = read_project(tmp_path / "out/project_qfield.qgz").layer("sites_id")
    assert layer.properties["QFieldSync/sourceDataPrimaryKeys"] == "fid"
    assert not layer.read_only
    # QGIS's columns are the source's; the key of the rows in the package is a new one.
    assert rows(tmp_path / "out/data.gpkg", "pragma_table_info('sites')", "cid, name")[0] == (0, "fid_1")


def test_on_a_cable_the_shapefile_itself_goes_along(project, tmp_path):
    write_shapefile(with_layer(project, "sites.shp"), POINT, COLUMNS, ROWS)
    assert main(["package", "--mode", "cable", str(project.save()), str(tmp_path / "out")]) == 0
    assert (tmp_path / "out/sites.dbf").read_bytes() == (project.folder / "sites.dbf").read_bytes()


def test_text_without_a_said_encoding_is_read_as_the_project_says(project, tmp_path):
    write_shapefile(with_layer(project, "sites.shp"), POINT, COLUMNS, ROWS, "UTF-8", cpg=False)
    make_package(project.save(), tmp_path / "out", PackageOptions(exporters=[OgrExporter()]))
    assert rows(tmp_path / "out/data.gpkg", "sites", "fid, geom")[0] == (4, "größer")


def test_geojson_is_left_to_whoever_applies_its_deltas(project):
    with_layer(project, "sites.geojson")
    project.layer("few", "./sites.geojson|subset=fid > 3", fields=["fid"])
    layers = read_project(project.save()).layers
    assert not any(OgrExporter().can_export(layer) for layer in layers.values())


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x00\x27\x0a",
        b"<OGRVRTDataSource><OGRVRTLayer name='sites'><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>"
        b"</OGRVRTDataSource>",
    ],
)
@pytest.mark.parametrize("name", ["sites.shp", "sites.fgb"])
def test_a_file_that_is_something_else_is_reported_and_copied(project, tmp_path, name, content):
    path = with_layer(project, name)
    if name == "sites.shp":
        write_shapefile(path, POINT, COLUMNS, ROWS)
    path.write_bytes(content)
    report = make_package(project.save(), tmp_path / "out", PackageOptions(exporters=[OgrExporter()]))
    (warning,) = report.warnings
    assert (warning.code, name in warning.text) == ("not_exported", True)
    assert read_project(tmp_path / "out" / report.project_file).layer("sites_id").read_only
    assert (tmp_path / "out" / name).read_bytes() == content


def test_a_breakdown_of_gdal_is_an_error_like_any_other(project, tmp_path, monkeypatch):
    path = with_layer(project, "sites.shp")
    write_shapefile(path, POINT, COLUMNS, ROWS)
    layer = read_project(project.save()).layer("sites_id")
    monkeypatch.setattr(files, "_MOST_SECONDS", 0.001)
    with pytest.raises(ogr.OgrError, match="too long"):
        ogr.read_into_geopackage(path, layer, tmp_path / "late.gpkg")
    monkeypatch.undo()
    dying = tmp_path / "python"
    dying.write_text("#!/bin/sh\nkill -SEGV $$\n")
    dying.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(dying))
    with pytest.raises(ogr.OgrError, match="broke down"):
        ogr.read_into_geopackage(path, layer, tmp_path / "dead.gpkg")


def test_the_key_of_exported_rows_is_the_packager_s():
    assert ogr.KEY == EXPORT_KEY
