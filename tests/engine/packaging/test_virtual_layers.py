# SPDX-License-Identifier: GPL-2.0-or-later
"""Virtual layers run in the field: what they read comes along, and what they lack is told."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from simple_projects import make_table

from qfieldcloud_plugin.engine.packaging import PackageOptions, make_package
from qfieldcloud_plugin.engine.project import read_project


def embedding(source: str, query: str = "SELECT * FROM own") -> str:
    return f"?layer=ogr:{quote(source, safe='')}:own:UTF-8&query={quote(query)}"


@pytest.fixture
def package(project, tmp_path):
    def made(**options):
        report = make_package(project.save(), tmp_path / "out", PackageOptions(**options))
        return report, read_project(tmp_path / "out" / report.project_file)

    return made


def test_a_file_that_only_the_query_reads_comes_along(project, package, tmp_path):
    make_table(project.folder / "sub ä/own.gpkg", "rows")
    project.layer("sums", embedding("./sub ä/own.gpkg|layername=rows"), provider="virtual")
    report, packaged = package()
    assert (tmp_path / "out/sub ä/own.gpkg").is_file()
    assert packaged.layer("sums_id").source.raw == embedding("./sub ä/own.gpkg|layername=rows")
    assert packaged.layer("sums_id").read_only
    assert report.warnings == []


def test_a_table_that_is_edited_offline_is_seen_as_it_is_there(project, package, tmp_path):
    project.table_layer("trees", [(1, None, "oak")], file="home.gpkg")
    project.layer("sums", embedding("./home.gpkg|layername=trees"), provider="virtual")
    _, packaged = package()
    place = packaged.layer("trees_id").source
    assert packaged.layer("sums_id").source.raw == embedding(
        f"./{place.path.lstrip('./')}|layername={place.table}"
    )
    assert not (tmp_path / "out/home.gpkg").exists()


def test_a_file_whose_name_the_package_needs_gets_another_one(project, package, tmp_path):
    project.table_layer("trees", [(1, None, "oak")])
    make_table(project.folder / "data.gpkg", "looked_up")
    project.layer("sums", embedding("./data.gpkg|layername=looked_up"), provider="virtual")
    _, packaged = package()
    assert "data_2.gpkg|layername=looked_up" in unquote(packaged.layer("sums_id").source.raw)
    assert (tmp_path / "out/data_2.gpkg").is_file()


def test_nothing_outside_of_the_project_is_read(project, package, tmp_path):
    make_table(tmp_path / "secret.gpkg", "rows")
    source = embedding("../secret.gpkg|layername=rows")
    project.layer("sums", source, provider="virtual")
    _, packaged = package()
    assert packaged.layer("sums_id").source.raw == source
    assert not list((tmp_path / "out").rglob("secret*"))


@pytest.mark.parametrize(
    "query", ["SELECT * FROM trees", 'SELECT * FROM "trees_id"', "SELECT 1 FROM a JOIN [Trees] ON 1"]
)  # fmt: skip
def test_a_layer_that_the_query_needs_and_the_package_lacks_is_told(project, package, query):
    project.table_layer("trees", [], properties={"QFieldSync/cloud_action": "remove"})
    project.layer("sums", f"?query={quote(query)}", provider="virtual")
    report, _ = package()
    (warning,) = report.warnings
    assert (warning.code, warning.layer_id) == ("virtual_layer_lacks", "sums_id")
    assert "“trees”" in warning.text


@pytest.mark.parametrize("query", ["SELECT 'trees'", "SELECT * FROM trees_of_old", "SELECT trees FROM own"])
def test_other_words_are_no_layers(project, package, query):
    make_table(project.folder / "own.gpkg", "rows")
    project.table_layer("trees", [], properties={"QFieldSync/cloud_action": "remove"})
    project.layer("sums", embedding("./own.gpkg|layername=rows", query), provider="virtual")
    report, _ = package()
    assert report.warnings == []
