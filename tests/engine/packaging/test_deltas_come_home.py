# SPDX-License-Identifier: GPL-2.0-or-later
"""The device simulator edits every editable layer of every project of the corpus, and its deltas come home right."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

pytest.importorskip("qgis.core")

from qfieldcloud_plugin.engine.delta import APPLIED, DeltaFile, apply_deltas
from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_plugin.engine.packaging import PackageOptions, make_package
from qfieldcloud_plugin.engine.project import read_project
from scripts import make_projects
from tests.contract.field_project import DeviceProject

pytestmark = [pytest.mark.qgis, pytest.mark.slow]

NEW = "written in the field"
# The simulator does not know curves; what packaging does with them is seen in real QGIS.
CURVES = {"CircularString", "CurvePolygon", "MultiSurface"}
# Rasters; files without a single key; layers that lie outside of the folder, which nobody takes along.
NOTHING_TO_EDIT = {"rasters", "other_formats", "delimited_text", "absolute"}


@pytest.fixture(scope="module")
def corpus(qgis_app, tmp_path_factory) -> dict[str, Path]:
    return make_projects.make_projects(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("name", list(make_projects.PROJECTS))
def test_edits_of_every_layer_come_home(name, corpus, tmp_path):
    source = corpus[name]
    root = next(parent for parent in source.parents if parent.name == name)
    home = tmp_path / "home"
    shutil.copytree(root, home)
    project_file = home / source.relative_to(root)
    report = make_package(project_file, tmp_path / "device", PackageOptions(root=home))
    device = DeviceProject(tmp_path / "device", str(uuid4()), str(uuid4()), str(uuid4()))

    editable = [layer for layer in device.layers.values() if layer.tracked and not layer.read_only]
    expected = {layer.name: edit(device, layer) for layer in editable if layer.name not in CURVES}
    assert bool(expected) is (name not in NOTHING_TO_EDIT)
    offline = {report.layers[key]["name"] for key, action in report.actions.items() if action == "offline"}
    assert offline - {"read_only"} - CURVES <= set(expected), "every layer that went offline can be edited"

    project = read_project(project_file, home)
    deltas = DeltaFile.from_bytes(device.deltas.to_bytes()).deltas
    results = apply_deltas(project, deltas, {}, True)
    assert [result.status for result in results] == [APPLIED] * len(deltas), [
        str(result) for result in results
    ]
    for layer_name, edits in expected.items():
        check(project, next(item for item in project.layers.values() if item.name == layer_name), edits)


def edit(device, layer):
    """Change the first row, delete the second, make a third; answers what must be so at home then."""
    columns = layer.columns
    text = next((field for field, kind in columns.items() if kind.upper().startswith("TEXT")), None)
    keys = [key for key in device.rows(layer.name) if key.isdigit()]
    done = {"field": text, "changed": None, "deleted": None, "count": len(keys)}
    if len(keys) > 1:
        device.delete(layer.name, keys[1])
        done["deleted"] = keys[1]
    if text is not None and keys:
        device.patch(layer.name, keys[0], {text: NEW})
        done["changed"] = keys[0]
    values = {field: f"{NEW} too" for field in [text] if field is not None}
    if "code" in columns and columns["code"].upper().startswith("TEXT"):
        values["code"] = f"{uuid4()}"
    done["made"] = values.get(text) if text else None
    device.create(layer.name, values)
    return done


def check(project, layer, edits):
    table = project.table_of(layer.id)
    with closing(connect(table.path)) as connection:
        connection.row_factory = sqlite3.Row
        rows = {
            str(row[table.key]): row for row in connection.execute(f"SELECT * FROM {quoted(table.table)}")
        }
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if edits["changed"] is not None:
        assert rows[edits["changed"]][edits["field"]] == NEW
    if edits["deleted"] is not None:
        assert edits["deleted"] not in rows
    if edits["made"] is not None:
        assert edits["made"] in {row[edits["field"]] for row in rows.values()}
