# SPDX-License-Identifier: GPL-2.0-or-later
"""What checks find, what repairs do about it, and that every repair can be taken back."""

from __future__ import annotations

import argparse
import json
import sqlite3
from contextlib import closing

import pytest
from simple_projects import make_table, point

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.project import (
    Finding,
    Level,
    check_project,
    command,
    read_project,
    repair_project,
    undo_repairs,
)
from qfieldcloud_plugin.engine.project.errors import NothingToUndo, RepairImpossible

VALUE_RELATION = (
    '<fieldConfiguration><field name="kind"><editWidget type="ValueRelation"><config><Option type="Map">'
    '<Option name="Layer" type="QString" value="gone_id"/><Option name="LayerName" type="QString" value="kinds"/>'
    '<Option name="Key" type="QString" value="name"/><Option name="Value" type="QString" value="name"/>'
    "</Option></config></editWidget></field></fieldConfiguration>"
)


def codes(path):
    return sorted(finding.code for finding in check_project(path))


def sql(path, statement):
    with closing(connect(path)) as connection:
        return connection.execute(statement).fetchall()


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".qfieldcloud" not in path.parts
    }


def test_a_sound_project_has_no_findings(project):
    project.table_layer("trees", [(1, point(7, 46), "oak")])
    assert codes(project.save()) == []


def test_a_project_that_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / "p.qgs").write_text("<qgis>")
    assert codes(tmp_path / "p.qgs") == ["invalid_project_file"]


def test_each_trouble_is_named(project, tmp_path):
    make_table(tmp_path / "far.gpkg", "far")
    project.layer("far", "../far.gpkg|layername=far")
    project.layer("memory", "Point?crs=EPSG:4326", provider="memory")
    project.layer("ecw", "./a.ecw", provider="gdal", type="raster")
    (project.folder / "a.ecw").touch()
    project.layer("shape", "./a.shp")
    (project.folder / "a.shp").touch()
    project.layer("missing", "./missing.tif", provider="gdal", type="raster")
    project.table_layer("odd", columns="a TEXT PRIMARY KEY, geom BLOB")
    (project.folder / "what?.txt").touch()
    (project.folder / "CON.txt").touch()
    (project.folder / "second.qgz").touch()
    path = project.save()
    path.write_text(path.read_text().replace('<homePath path=""/>', '<homePath path="/home/me"/>'))
    assert codes(path) == [
        "forbidden_names", "invalid_layer", "memory_layer", "no_key", "not_a_geopackage", "outside_folder",
        "preset_home", "several_projects", "unsupported_source",
    ]  # fmt: skip
    levels = [finding.level.value for finding in check_project(path)]
    assert levels == sorted(levels)


def test_rows_in_a_database_are_pointed_out_and_what_would_help(project):
    source = "dbname='survey' host=localhost user='u' key='id' table=\"public\".\"t\" (geom)"
    project.layer("database", source, provider="postgres")
    project.layer("online", source, provider="postgres", properties={"QFieldSync/cloud_action": "no_action"})
    project.layer("query", "?query=SELECT 1", provider="virtual")
    (finding,) = check_project(project.save())
    assert (finding.level.value, finding.code, finding.title) == ("note", "online_layer", "database")
    assert "QGIS can write its rows into a GeoPackage" in finding.text
    assert not finding.repair


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ("code TEXT PRIMARY KEY NOT NULL, n INTEGER", [("a", 1), ("b", 2)]),
        ("a INTEGER, b INTEGER, n INTEGER CHECK (n > 0), PRIMARY KEY (a, b)", [(1, 1, 5), (1, 2, 6)]),
        ("n INTEGER, s TEXT DEFAULT 'PRIMARY KEY' /* ) PRIMARY KEY */, t AS (n * 2)", [(7, "x"), (8, "y")]),
        ('n INTEGER, "PRIMARY KEY" TEXT', [(7, "x")]),
        ("a TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID --", [("a", 1)]),
    ],
)
def test_a_missing_key_is_added_and_all_else_stays(project, columns, rows):
    project.table_layer("odd", rows, columns=columns, geometry="")
    data = project.folder / "data.gpkg"
    with closing(connect(data, write=True)) as connection:
        connection.execute("CREATE INDEX by_n ON odd (n)")
        connection.execute("CREATE VIEW seen AS SELECT * FROM odd")
    path = project.save()
    before = snapshot(project.folder)
    stored = [row[1] for row in sql(data, "PRAGMA table_info(odd)")]
    old = sql(data, f"SELECT {', '.join(json.dumps(name) for name in stored)} FROM odd")
    report = repair_project(path)
    assert [finding.code for finding in report.done] == ["no_key"]
    assert report.files == ["data.gpkg"]
    assert codes(path) == []
    assert sql(data, f"SELECT {', '.join(json.dumps(name) for name in stored)} FROM odd ORDER BY fid") == old
    assert [row[0] for row in sql(data, "SELECT fid FROM odd")] == list(range(1, len(rows) + 1))
    assert {row[0] for row in sql(data, "SELECT name FROM sqlite_master WHERE type <> 'table'")} >= {
        "by_n", "seen", "trigger_insert_feature_count_odd",
    }  # fmt: skip
    assert sql(data, "PRAGMA integrity_check") == [("ok",)]
    undo_repairs(path)
    assert codes(path) == ["no_key"]
    assert sql(data, f"SELECT {', '.join(json.dumps(name) for name in stored)} FROM odd") == old
    assert snapshot(project.folder).keys() == before.keys()


def test_what_was_the_key_stays_unique(project):
    project.table_layer("odd", [("a",)], columns="code TEXT PRIMARY KEY", geometry="")
    repair_project(project.save())
    with closing(connect(project.folder / "data.gpkg", write=True)) as connection:
        connection.execute("INSERT INTO odd (code) VALUES ('b')")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO odd (code) VALUES ('a')")
    assert sql(project.folder / "data.gpkg", "SELECT fid, code FROM odd") == [(1, "a"), (2, "b")]


def test_a_relation_on_the_key_gets_a_uuid_on_both_sides(project):
    project.table_layer("parent", [(1, None, "p1"), (2, None, "p2")], fields=["fid", "name"])
    columns = "fid INTEGER PRIMARY KEY, geom BLOB, parent INTEGER"
    project.table_layer(
        "child", [(1, None, 2), (2, None, 1), (3, None, None)], columns=columns, fields=["fid", "parent"]
    )
    project.relation("child", "parent", "parent", "fid")
    path, data = project.save(), project.folder / "data.gpkg"
    before = snapshot(project.folder)
    assert codes(path) == ["key_in_relation"]
    repair_project(path)
    assert codes(path) == []
    read = read_project(path)
    ((child_field, parent_field),) = read.relations[0].fields
    assert (child_field, parent_field) == ("parent_uuid", "uuid")
    pairs = sql(
        data,
        "SELECT c.parent, p.fid FROM child c LEFT JOIN parent p ON c.parent_uuid = p.uuid ORDER BY c.fid",
    )
    assert pairs == [(2, 2), (1, 1), (None, None)]
    parent, child = read.layer("parent_id"), read.layer("child_id")
    assert (parent.field("uuid").widget, parent.field("uuid").default_expression) == (
        "Hidden",
        "uuid('WithoutBraces')",
    )
    assert (child.field("parent").widget, child.field("parent_uuid").widget) == ("Hidden", "TextEdit")
    undo_repairs(path)
    assert path.read_bytes() == before["project.qgs"]
    assert codes(path) == ["key_in_relation"]


def test_a_uuid_that_is_there_already_is_used(project):
    columns = "fid INTEGER PRIMARY KEY, geom BLOB, UUID TEXT"
    project.table_layer("parent", [(1, None, "u1"), (2, None, "u2")], columns=columns)
    project.table_layer(
        "child",
        [(1, None, 2)],
        file="other.gpkg",
        columns="fid INTEGER PRIMARY KEY, geom BLOB, parent INTEGER",
    )
    project.relation("child", "parent", "parent", "fid")
    path = project.save()
    repair_project(path)
    assert sql(project.folder / "other.gpkg", "SELECT parent_uuid FROM child") == [("u2",)]


def test_paths_become_relative_and_outside_files_come_in(project, tmp_path):
    make_table(tmp_path / "far" / "data.gpkg", "far", rows=[(1, point(1, 1), "x")])
    (tmp_path / "far" / "photo.tif").write_bytes(b"t")
    (tmp_path / "far" / "photo.tfw").write_bytes(b"w")
    project.table_layer("near")
    project.layers[0].source = f"{project.folder}/data.gpkg|layername=near"
    project.layer("far", f"{tmp_path}/far/data.gpkg|layername=far")
    project.layer("photo", "../far/photo.tif", provider="gdal", type="raster")
    project.entry("Paths", "Absolute", "bool", "true")
    path = project.save("project.qgz")
    before = snapshot(project.folder)
    assert codes(path) == ["absolute_paths", "outside_folder", "outside_folder"]
    repair_project(path)
    assert codes(path) == []
    read = read_project(path)
    assert {layer.source.path for layer in read.layers.values()} == {
        "./data.gpkg",
        "./data_2.gpkg",
        "./photo.tif",
    }
    assert read.table_of("far_id").table == "far"
    assert (project.folder / "photo.tfw").exists()
    assert (tmp_path / "far" / "photo.tif").exists()
    undo_repairs(path)
    assert snapshot(project.folder) == before


def test_a_value_relation_finds_its_layer_again(project):
    project.table_layer("kinds")
    project.table_layer("trees")
    path = project.save()
    text = path.read_text()
    head, tail = text.rsplit("<fieldConfiguration></fieldConfiguration>", 1)
    path.write_text(head + VALUE_RELATION + tail)
    assert codes(path) == ["value_relation"]
    repair_project(path)
    assert codes(path) == []
    assert read_project(path).layer("trees_id").field("kind").config["Layer"] == "kinds_id"


def test_photos_named_by_absolute_paths_come_into_the_project(project, tmp_path):
    (tmp_path / "camera").mkdir()
    (tmp_path / "camera" / "1.jpg").write_bytes(b"one")
    (project.folder / "DCIM").mkdir()
    (project.folder / "DCIM" / "2.jpg").write_bytes(b"two")
    rows = [
        (1, None, f"{tmp_path}/camera/1.jpg"), (2, None, f"{project.folder}/DCIM/2.jpg"), (3, None, "C:\\gone.jpg"),
        (4, None, "DCIM/4.jpg"), (5, None, "https://x.org/5.jpg"), (6, None, None),
    ]  # fmt: skip
    project.table_layer("trees", rows)
    path = project.save()
    widget = (
        '<fieldConfiguration><field name="name"><editWidget type="ExternalResource"><config><Option type="Map">'
        '<Option name="RelativeStorage" type="int" value="0"/></Option></config></editWidget></field>'
        "</fieldConfiguration>"
    )
    path.write_text(path.read_text().replace("<fieldConfiguration></fieldConfiguration>", widget))
    assert codes(path) == ["absolute_attachments"]
    repair_project(path)
    names = [row[0] for row in sql(project.folder / "data.gpkg", "SELECT name FROM trees ORDER BY fid")]
    assert names == ["DCIM/1.jpg", "DCIM/2.jpg", "C:\\gone.jpg", "DCIM/4.jpg", "https://x.org/5.jpg", None]
    assert (project.folder / "DCIM" / "1.jpg").read_bytes() == b"one"
    assert read_project(path).layer("trees_id").field("name").config["RelativeStorage"] == 1


def test_a_dry_run_only_tells(project):
    project.table_layer("odd", [("a",)], columns="a TEXT PRIMARY KEY", geometry="")
    path = project.save()
    before = snapshot(project.folder)
    report = repair_project(path, dry_run=True)
    assert [finding.code for finding in report.done] == ["no_key"]
    assert snapshot(project.folder) == before
    assert not (project.folder / ".qfieldcloud").exists()


def test_one_finding_of_several_is_repaired_alone(project):
    for name in ("odd", "odd2"):
        project.table_layer(name, [("a",)], columns="a TEXT PRIMARY KEY", geometry="")
    path = project.save()
    first, second = check_project(path)
    report = repair_project(path, findings=[first])
    assert (report.done, report.left) == ([first], [second])
    assert check_project(path) == [second]
    assert not repair_project(path, findings=[first]).done


def test_a_repair_that_fails_midway_changes_nothing(project, monkeypatch):
    project.table_layer("odd", [("a",)], columns="a TEXT PRIMARY KEY", geometry="")
    project.table_layer("odd2", [("a",)], columns="a TEXT PRIMARY KEY", geometry="")
    path = project.save()
    from qfieldcloud_plugin.engine.project import repairs

    real, calls = repairs.add_integer_key, []

    def fails_the_second_time(*arguments):
        calls.append(arguments)
        if len(calls) == 2:
            raise RepairImpossible("no")
        return real(*arguments)

    monkeypatch.setattr(repairs, "add_integer_key", fails_the_second_time)
    with pytest.raises(RepairImpossible):
        repair_project(path)
    assert codes(path) == ["no_key", "no_key"]
    with pytest.raises(NothingToUndo):
        undo_repairs(path)


def test_undo_refuses_to_lose_later_work(project):
    project.table_layer("odd", [("a",)], columns="a TEXT PRIMARY KEY", geometry="")
    path = project.save()
    repair_project(path)
    with closing(connect(project.folder / "data.gpkg", write=True)) as connection:
        connection.execute("INSERT INTO odd (a) VALUES ('later')")
    with pytest.raises(NothingToUndo, match="changed since"):
        undo_repairs(path)
    assert undo_repairs(path, force=True) == ["data.gpkg"]
    assert sql(project.folder / "data.gpkg", "SELECT a FROM odd") == [("a",)]


def test_the_command_line_checks_repairs_and_takes_back(project, capsys):
    project.table_layer("odd", [("a",)], columns="a TEXT PRIMARY KEY", geometry="")
    path = str(project.save())
    parser = argparse.ArgumentParser()
    command.add_command(parser.add_subparsers())

    def run(*arguments):
        options = parser.parse_args(["check", path, *arguments])
        code = options.run(options)
        return code, capsys.readouterr().out

    assert run()[0] == 1
    assert "would repair" in run("--fix", "--dry-run")[1]
    assert run("--fix") == (
        0,
        "repaired: odd: Add an integer primary key; what was the key stays unique. [no_key]\nchanged: data.gpkg\n",
    )
    assert run() == (0, "Nothing found: the project is ready for the field.\n")
    assert run("--undo") == (0, "as before: data.gpkg\n")
    assert json.loads(run("--json")[1])[0]["code"] == "no_key"


def test_the_command_line_says_how_to_ask_for_what_is_not_done_unasked(capsys):
    finding = Finding(Level.NOTE, "online_layer", "trees", "far", "id", repair="Bring it.", is_asked_for=True)
    command._show([finding], as_json=False)
    assert "--fix --only online_layer: Bring it." in capsys.readouterr().out
