# SPDX-License-Identifier: GPL-2.0-or-later
"""A key whose name holds a comma gets another name, wherever it is safely known that the field is meant."""

from __future__ import annotations

from contextlib import closing

from qfieldcloud_plugin.engine.gpkg import connect, read_schema
from qfieldcloud_plugin.engine.ogr.convert import OgrConverter
from qfieldcloud_plugin.engine.project import check_project, read_project, repair_project, undo_repairs

COLUMNS = '"a,b" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB, a_b TEXT'
LABEL = "<labeling><settings><text-style fieldName=\"&quot;a,b&quot; || '&quot;a,b&quot;'\"/></settings></labeling>"


def text_of(path, layer_id):
    document = read_project(path).document
    (element,) = [
        item for item in document.root.find_all("projectlayers", "maplayer") if item.value("id") == layer_id
    ]
    return document.slice(element).decode()


def test_all_layers_of_the_table_follow_and_others_keep_their_own_fields(project):
    project.table_layer(
        "plots", [(1, None, "x")], columns=COLUMNS, fields=["a,b", "a_b"], extra=LABEL, geometry=""
    )
    subset = "\"a,b\" > 0 AND a_b <> 'a,b'"
    project.layer(
        "some plots", f"./data.gpkg|layername=plots|subset={subset}", fields=["a,b"], wkb="NoGeometry"
    )
    project.table_layer(
        "others", columns='fid INTEGER PRIMARY KEY, "a,b" TEXT', fields=["a,b"], extra=LABEL, geometry=""
    )
    data = project.folder / "data.gpkg"
    with closing(connect(data, write=True)) as connection:
        connection.execute(
            "CREATE TABLE gpkg_data_columns (table_name TEXT, column_name TEXT, name TEXT, title TEXT)"
        )
        connection.execute("INSERT INTO gpkg_data_columns VALUES ('plots', 'a,b', 'a,b', 'Number')")
        connection.execute('CREATE VIEW seen AS SELECT "a,b" FROM plots')
    path = project.save()
    before = path.read_bytes()
    findings = check_project(path)
    assert [(item.code, item.layer_id) for item in findings] == [
        ("field_name", "plots_id"), ("field_name", "some plots_id"),
    ]  # fmt: skip
    assert "“a_b_2”" in findings[0].repair
    assert repair_project(path, dry_run=True).done == findings
    assert path.read_bytes() == before
    assert repair_project(path).files == ["data.gpkg", "project.qgs"]
    assert check_project(path) == []
    read = read_project(path)
    assert {key: table.key for key, table in read.tables().items()} == {
        "plots_id": "a_b_2", "some plots_id": "a_b_2", "others_id": "fid",
    }  # fmt: skip
    assert read.layer("some plots_id").source.subset == "\"a_b_2\" > 0 AND a_b <> 'a,b'"
    assert [field.name for field in read.layer("plots_id").fields] == ["a_b_2", "a_b"]
    assert '<constraint field="a_b_2"' in text_of(path, "plots_id")
    assert "&quot;a_b_2&quot; || '&quot;a,b&quot;'" in text_of(path, "plots_id")
    assert LABEL in text_of(path, "others_id"), "a field of another table"
    with closing(connect(data)) as connection:
        assert connection.execute("SELECT column_name, name FROM gpkg_data_columns").fetchall() == [
            ("a_b_2", "a,b")
        ]
        assert connection.execute("SELECT * FROM seen").fetchall() == [(1,)]
        assert read_schema(connection)["plots"].key == ("a_b_2",)
    undo_repairs(path)
    assert path.read_bytes() == before
    assert [item.code for item in check_project(path)] == ["field_name", "field_name"]


def test_fields_that_only_capitals_tell_apart_are_pointed_out(project):
    (project.folder / "a.geojson").write_text("{}")
    project.layer("clash", "./a.geojson", fields=["fid", "Name", "name"])
    project.layer("letters", "./a.geojson", fields=["fid", "ä", "Ä"])
    findings = check_project(project.save(), converters=[OgrConverter()])
    assert (findings[0].code, findings[0].layer_id) == ("field_names", "clash_id")
    assert "“Name” and “name”" in findings[0].text
    assert not findings[0].repair
    assert [item.code for item in findings[1:]] == ["not_a_geopackage"]


def test_expressions_of_other_layers_follow_where_only_one_table_has_such_a_field(project):
    project.table_layer("plots", columns=COLUMNS, fields=["a,b"], geometry="")
    project.table_layer(
        "trees", extra="<mapTip>attribute(get_feature('plots', 'x', 1), 'y') + \"a,b\"</mapTip>"
    )
    project.extra = '<Layout><LayoutItem labelText="[% &quot;a,b&quot; %]"/></Layout>'
    path = project.save()
    repair_project(path)
    text = path.read_text()
    assert "[% &quot;a_b_2&quot; %]" in text
    assert '"a_b_2"</mapTip>' in text
