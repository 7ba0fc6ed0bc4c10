# SPDX-License-Identifier: GPL-2.0-or-later
"""A Shapefile goes into the field as rows and comes home as a Shapefile, with the same keys on both ways."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from qfieldcloud_plugin.engine.packaging import ogr_export
from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.packages.models import Package
from tests.contract.field_project import DeviceProject
from tests.data.shapefiles import POLYGON, read_table, write_shapefile
from tests.server.field_work import Survey, make_survey, run_jobs

SQUARE = [(0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 0.0), (0.0, 0.0)]
COLUMNS = [("fid", "N", 20, 0), ("name", "C", 12, 0), ("area", "N", 8, 2)]
# As QGIS writes keys of 64 bits: in a field that OGR takes for one with decimals. They need not begin with 1.
ROWS = [([SQUARE], 7, "chêne", 16.0), ([SQUARE], 8, "frêne", None), ([SQUARE], 30, None, 2.5)]


def with_parcels(survey: Survey, folder: Path, **layer: Any) -> None:
    write_shapefile(folder / "parcels.shp", POLYGON, COLUMNS, ROWS, "CP1252")
    project = make_survey(folder / "project")
    layer = {"fields": ["fid", "name", "area"], "wkb": "MultiPolygon"} | layer
    project.layer("parcels", "./parcels.shp", **layer)
    for part in folder.glob("parcels.*"):
        survey.upload(part.name, part.read_bytes())
    survey.upload("project.qgs", project.save().read_bytes())
    run_jobs()


def packaged(survey: Survey, folder: Path) -> DeviceProject:
    survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    assert run_jobs()[-1].status == "finished"
    files = survey.client.get(survey.url("packages", "latest/")).json()["files"]
    folder.mkdir()
    for file in files:
        if not file["name"].startswith("DCIM"):
            answer = survey.client.get(survey.url("packages", f"latest/files/{file['name']}/"))
            (folder / file["name"]).write_bytes(b"".join(answer.streaming_content))
    return DeviceProject(folder, str(survey.project.pk), str(uuid4()), str(uuid4()))


def test_a_shapefile_goes_out_and_its_edits_come_home(survey: Survey, tmp_path: Path) -> None:
    with_parcels(survey, tmp_path)
    device = packaged(survey, tmp_path / "device")
    layer = device.layers["parcels"]
    assert (layer.tracked, layer.source_pk, layer.read_only) == (True, "fid", False)
    assert layer.properties["remoteProvider"] == "ogr"
    assert {path.suffix for path in device.folder.iterdir()} == {".gpkg", ".qgz", ".json"}, "no Shapefile"
    assert {key: row["attributes"]["name"] for key, row in device.rows("parcels").items()} == {
        "7": "chêne", "8": "frêne", "30": None,
    }  # fmt: skip

    square = "MultiPolygon (((1 1, 1 5, 5 5, 5 1, 1 1)))"
    device.patch("parcels", "7", {"name": "hêtre"})
    device.delete("parcels", "8")
    made = device.create("parcels", {"name": "new œ", "area": 1.25}, square)
    device.patch("parcels", made, {"area": 1.5})
    survey.push_bytes(device.deltas.to_bytes())
    run_jobs()
    assert set(survey.statuses()) == {"STATUS_APPLIED"}
    (tmp_path / "home.dbf").write_bytes(survey.download("parcels.dbf"))
    assert read_table(tmp_path / "home.dbf", "CP1252") == [
        ("7", "hêtre", "16.00"), ("30", "", "2.50"), ("31", "new œ", "1.50"),
    ]  # fmt: skip

    again = packaged(survey, tmp_path / "again")
    assert {key: row["attributes"]["name"] for key, row in again.rows("parcels").items()} == {
        "7": "hêtre", "30": None, "31": "new œ",
    }  # fmt: skip
    assert "5" in again.rows("parcels")["31"]["geometry"]


def test_without_gdal_the_layer_is_read_only_and_the_job_says_what_to_install(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ogr_export, "is_available", lambda: False)
    with_parcels(survey, tmp_path, properties={"QFieldSync/cloud_action": "offline"})
    device = packaged(survey, tmp_path / "device")
    assert "parcels" not in device.layers, "it is the Shapefile itself"
    assert (device.folder / "parcels.dbf").is_file()
    layer = read_project(device.project_file).layer("parcels_id")
    assert (layer.read_only, layer.cloud_action) == (True, "no_action")
    report = Package.objects.get().report
    (warning,) = report["warnings"]
    assert warning["code"] == "needs_ogr"
    assert "pip install 'qfieldcloud-server[ogr]'" in warning["text"]
    assert device.layers["trees"].tracked


def test_a_file_that_gdal_cannot_read_is_reported_and_the_rest_is_packaged(
    survey: Survey, tmp_path: Path
) -> None:
    with_parcels(survey, tmp_path)
    survey.upload("parcels.shp", b"GIF89a")
    device = packaged(survey, tmp_path / "device")
    (warning,) = Package.objects.get().report["warnings"]
    assert (warning["code"], warning["layer_id"]) == ("not_exported", "parcels_id")
    assert "parcels.shp" in warning["text"]
    assert device.layers["trees"].tracked
    assert (device.folder / "parcels.dbf").is_file()


def test_without_a_key_a_shapefile_is_taken_along_as_it_is(survey: Survey, tmp_path: Path) -> None:
    with_parcels(survey, tmp_path, fields=["name", "area"])
    device = packaged(survey, tmp_path / "device")
    assert "parcels" not in device.layers
    assert (device.folder / "parcels.shp").is_file()


def test_a_filter_and_text_files_go_along(survey: Survey, tmp_path: Path) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"fid": n, "name": name, "on": "2024-05-01"},
            "geometry": {"type": "Point", "coordinates": [n, n]},
        }
        for n, name in ((3, "drei"), (4, "vier"))
    ]
    data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    project = make_survey(tmp_path / "project")
    fields = ["fid", "name", "on"]
    project.layer("text", "./text.geojson", fields=fields)
    project.layer("few", "./text.geojson|subset=\"name\" = 'vier'", fields=fields)
    write_shapefile(tmp_path / "parcels.shp", POLYGON, COLUMNS, ROWS, "CP1252")
    project.layer(
        "parcels", './parcels.shp|subset="area" > 3', fields=["fid", "name", "area"], wkb="MultiPolygon"
    )
    for part in tmp_path.glob("parcels.*"):
        survey.upload(part.name, part.read_bytes())
    survey.upload("text.geojson", data)
    survey.upload("project.qgs", project.save().read_bytes())
    run_jobs()
    device = packaged(survey, tmp_path / "device")
    assert list(device.rows("parcels")) == ["7"]
    assert list(device.rows("text")) == ["3", "4"]
    assert list(device.rows("few")) == ["4"]
    device.patch("parcels", "7", {"area": 17.5})
    device.patch("text", "3", {"name": "three"})
    device.patch("few", "4", {"on": "2024-05-02"})
    survey.push_bytes(device.deltas.to_bytes())
    run_jobs()
    assert set(survey.statuses()) == {"STATUS_APPLIED"}
    home = json.loads(survey.download("text.geojson"))
    assert home["features"][0]["properties"] == {"fid": 3, "name": "three", "on": "2024-05-01"}
    assert home["features"][1]["properties"] == {"fid": 4, "name": "vier", "on": "2024-05-02"}
