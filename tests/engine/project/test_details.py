# SPDX-License-Identifier: GPL-2.0-or-later
"""What the API tells about a project."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_plugin.engine.project.crs import transform_box


def test_details_have_the_keys_of_the_api(project):
    project.table_layer("trees")
    project.entry("qfieldsync", "areaOfInterest", "QString", "Polygon((7 46, 8 46, 8 47, 7 46))")
    project.entry("qfieldsync", "areaOfInterestCrs", "QString", "EPSG:4326")
    details = read_project(project.save()).details()
    assert set(details) == {
        "background_color", "extent", "area_of_interest", "crs", "project_name", "layers_by_id",
        "ordered_layer_ids", "attachment_dirs", "data_dirs", "qgis_version",
    }  # fmt: skip
    assert details["extent"] == "Polygon ((7 46, 8 46, 8 47, 7 47, 7 46))"
    assert details["area_of_interest"] == details["extent"]
    json.dumps(details)


def test_a_layers_status_has_the_keys_of_the_api(project):
    project.table_layer("trees", properties={"QFieldSync/cloud_action": "offline"})
    status = read_project(project.save()).layer_statuses()["trees_id"]
    assert status["is_valid"] is True
    assert status["error_code"] == "no_error"
    assert status["qfc_source_data_pk_name"] == "fid"
    assert status["filename"] == "data.gpkg"
    assert (status["wkb_type"], status["wkb_type_name"], status["geom_type"]) == (1, "Point", 0)
    assert "fields" not in status


def test_what_is_wrong_with_a_layer_is_told(project):
    project.table_layer("good")
    (project.folder / "fake.gpkg").write_bytes(b"x" * 2000)
    project.layer("missing", "./missing.gpkg|layername=x", fields=["a"])
    project.layer("gone", "./data.gpkg|layername=gone")
    project.layer("fake", "./fake.gpkg|layername=x")
    project.layer("shared", "localized:base.gpkg|layername=x")
    project.layer("raster", "./missing.tif", provider="gdal", type="raster")
    statuses = read_project(project.save()).layer_statuses()
    codes = {key.removesuffix("_id"): value["error_code"] for key, value in statuses.items()}
    assert codes == {
        "good": "no_error", "missing": "invalid_dataprovider", "gone": "invalid_dataprovider",
        "fake": "invalid_dataprovider", "shared": "localized_dataprovider", "raster": "invalid_dataprovider",
    }  # fmt: skip
    assert statuses["missing_id"]["error_summary"] == "File “./missing.gpkg” missing."
    assert statuses["missing_id"]["fields"][0]["name"] == "a"
    assert statuses["shared_id"]["is_localized"] is True
    assert statuses["shared_id"]["filename"] == "base.gpkg"
    assert statuses["raster_id"]["fields"] is None
    assert statuses["raster_id"]["wkb_type"] is None


def test_an_extent_that_needs_proj_is_left_empty(project):
    path = project.save()
    path.write_text(
        path.read_text().replace(
            "<destinationsrs><spatialrefsys><authid>EPSG:4326",
            "<destinationsrs><spatialrefsys><authid>EPSG:2056",
        )
    )
    assert read_project(path).details()["extent"] == ""


@given(x=st.floats(-180, 180), y=st.floats(-85, 85))
def test_mercator_and_degrees_lead_back_to_each_other(x, y):
    there = transform_box((x, y, x, y), "EPSG:4326", "EPSG:3857")
    back = transform_box(there, "EPSG:3857", "EPSG:4326")
    assert math.isclose(back[0], x, abs_tol=1e-9)
    assert math.isclose(back[1], y, abs_tol=1e-9)


def test_mercator_agrees_with_a_known_point():
    box = transform_box((8.5417, 47.3769, 8.5417, 47.3769), "EPSG:4326", "EPSG:3857")
    assert box[:2] == pytest.approx((950857.6945089049, 6003812.204877847), abs=1e-6)
