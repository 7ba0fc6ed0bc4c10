# SPDX-License-Identifier: GPL-2.0-or-later
"""Files with names that not every system can store get better ones, wherever the project mentions them."""

from __future__ import annotations

from contextlib import closing

import pytest
from shapefiles import POINT, write_shapefile
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.ogr import is_available
from qfieldcloud_plugin.engine.ogr.convert import OgrConverter
from qfieldcloud_plugin.engine.project import check_project, read_project, repair_project, undo_repairs


def codes(path):
    return sorted(finding.code for finding in check_project(path))


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".qfieldcloud" not in path.parts
    }


def attach_photos(path, field="name"):
    """Let the last layer's field name photos."""
    widget = f'<field name="{field}"><editWidget type="ExternalResource"/></field>'
    widget = f"<fieldConfiguration>{widget}</fieldConfiguration>"
    head, tail = path.read_text().rsplit("<fieldConfiguration></fieldConfiguration>", 1)
    path.write_text(head + widget + tail)


def test_layers_photos_and_pictures_follow_their_files(project):
    folder = project.folder
    (folder / "DCIM" / "a:b").mkdir(parents=True)
    (folder / "DCIM" / "a:b" / "1.jpg").write_bytes(b"photo")
    (folder / "CON.svg").write_bytes(b"<svg/>")
    photos = [(1, point(7, 46), "DCIM/a:b/1.jpg"), (2, None, "DCIM/2.jpg"), (3, None, None)]
    project.table_layer("trees", photos, file="what?.gpkg")
    project.extra = '<Item logo="./CON.svg"><name>CON.svg</name></Item>'
    path = project.save()
    attach_photos(path)
    before = snapshot(folder)
    (finding,) = check_project(path)
    assert (finding.code, bool(finding.repair)) == ("forbidden_names", True)
    report = repair_project(path)
    assert codes(path) == []
    assert sorted(snapshot(folder)) == ["CON_.svg", "DCIM/a_b/1.jpg", "project.qgs", "what_.gpkg"]
    assert not (folder / "DCIM" / "a:b").exists()
    assert {"what?.gpkg", "what_.gpkg", "project.qgs"} <= set(report.files)
    table = read_project(path).table_of("trees_id")
    assert table.path == folder / "what_.gpkg"
    with closing(connect(table.path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM trees ORDER BY fid")]
    assert names == ["DCIM/a_b/1.jpg", "DCIM/2.jpg", None]
    assert '<Item logo="./CON_.svg"><name>CON_.svg</name></Item>' in path.read_text()
    undo_repairs(path)
    after = snapshot(folder)
    assert after.keys() == before.keys()
    assert [name for name in after if after[name] != before[name] and not name.endswith(".gpkg")] == []
    assert codes(path) == ["forbidden_names"]
    with closing(connect(folder / "what?.gpkg")) as connection:
        assert [row[2] for row in connection.execute("SELECT * FROM trees")] == [row[2] for row in photos]


def test_the_files_of_one_shapefile_stay_together_when_the_name_is_taken(project):
    write_shapefile(project.folder / "a?.shp", POINT, [("fid", "N", 9, 0)], [((7, 46), 1)])
    (project.folder / "a_.dbf").write_bytes(b"another")
    project.layer("a", "./a?.shp", fields=["fid"])
    path = project.save()
    repair_project(path)
    assert read_project(path).layer("a_id").source.raw == "./a__2.shp"
    assert {item.name for item in project.folder.glob("a_*")} == {
        "a_.dbf", "a__2.cpg", "a__2.dbf", "a__2.prj", "a__2.shp", "a__2.shx",
    }  # fmt: skip
    assert (project.folder / "a_.dbf").read_bytes() == b"another"


@pytest.mark.skipif(not is_available(), reason="pyogrio is not installed")
def test_a_layer_that_is_converted_at_the_same_time_keeps_its_geopackage(project):
    write_shapefile(project.folder / "a?.shp", POINT, [("fid", "N", 9, 0)], [((7, 46), 1)])
    project.layer("a", "./a?.shp", fields=["fid"])
    path = project.save()
    before = snapshot(project.folder)
    repair_project(path, converters=[OgrConverter()])
    assert codes(path) == []
    assert read_project(path).layer("a_id").source.raw == "./a.gpkg|layername=a"
    assert read_project(path).table_of("a_id").key == "fid"
    undo_repairs(path)
    assert snapshot(project.folder) == before


def test_the_name_of_the_project_itself_is_left_to_its_owner(project):
    project.table_layer("trees")
    path = project.save("what?.qgs")
    (finding,) = check_project(path)
    assert (finding.code, finding.repair) == ("forbidden_names", "")
