# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects about rows: keys, relations, filters, areas, geometry types, names and rules of tables."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsDefaultValue, QgsFieldConstraints, QgsRectangle, QgsReferencedRectangle

from .making import PNG, add_layer, add_relation, make_table, new_project, project, run_sql, set_widget


@project
def survey(folder: Path) -> Path:
    """The ordinary case: areas, trees with a photo, visits as children, a species list, all wired together."""
    data = folder / "survey.gpkg"
    make_table(data, "areas", "Polygon", "uuid:text name:text", [
        ("POLYGON ((7 46, 7.2 46, 7.2 46.2, 7 46.2, 7 46))", {"uuid": "a1", "name": "North"}),
        ("POLYGON ((7.2 46, 7.4 46, 7.4 46.2, 7.2 46.2, 7.2 46))", {"uuid": "a2", "name": "South"}),
    ])  # fmt: skip
    fields = "uuid:text area:text species:int height:real planted:date photo:text seen:datetime"
    make_table(data, "trees", "Point", fields, [
        (f"POINT ({7.01 + i * 0.03} {46.05 + i * 0.01})",
         {"uuid": f"t{i}", "area": f"a{1 + i % 2}", "species": 1 + i % 3, "height": i * 1.5, "photo": f"DCIM/{i}.jpg"})
        for i in range(10)
    ])  # fmt: skip
    make_table(data, "visits", "None", "uuid:text tree:text note:text", [
        (None, {"uuid": f"v{i}", "tree": f"t{i % 10}", "note": f"visit {i}"}) for i in range(20)
    ])  # fmt: skip
    make_table(data, "species", "None", "code:int label:text", [
        (None, {"code": 1, "label": "Oak"}), (None, {"code": 2, "label": "Ash"}), (None, {"code": 3, "label": "Ülme"}),
    ])  # fmt: skip
    (folder / "DCIM").mkdir()
    (folder / "DCIM" / "1.jpg").write_bytes(PNG)
    path = folder / "survey.qgz"
    with new_project(path, title="Tree survey") as project:
        areas = add_layer(project, f"{data}|layername=areas", "Areas")
        trees = add_layer(project, f"{data}|layername=trees", "Trees", cloud_action="offline")
        visits = add_layer(project, f"{data}|layername=visits", "Visits")
        species = add_layer(project, f"{data}|layername=species", "Species", cloud_action="no_action")
        set_widget(trees, "photo", "ExternalResource", {"DocumentViewer": 1, "RelativeStorage": 1})
        set_widget(trees, "species", "ValueRelation", {
            "Layer": species.id(), "LayerName": "Species", "LayerProviderName": "ogr", "LayerSource": species.source(),
            "Key": "code", "Value": "label", "AllowNull": True,
        })  # fmt: skip
        trees.setFieldAlias(trees.fields().lookupField("height"), "Height in metres")
        trees.setDefaultValueDefinition(
            trees.fields().lookupField("uuid"), QgsDefaultValue("uuid('WithoutBraces')")
        )
        trees.setDefaultValueDefinition(trees.fields().lookupField("seen"), QgsDefaultValue("now()", True))
        trees.setFieldConstraint(trees.fields().lookupField("species"), QgsFieldConstraints.ConstraintNotNull)
        add_relation(project, trees, areas, area="uuid")
        add_relation(project, visits, trees, tree="uuid")
        project.writeEntry("QFieldSync", "attachmentDirs", ["DCIM", "audio"])
        project.writeEntry("qfieldsync", "maximumImageWidthHeight", 1600)
        project.viewSettings().setDefaultViewExtent(
            QgsReferencedRectangle(QgsRectangle(7, 46, 7.4, 46.2), project.crs())
        )
    return path


@project
def fid_relations(folder: Path) -> Path:
    """Relations on fid, as many projects have them although they should not."""
    data = folder / "data.gpkg"
    make_table(data, "parents", "Point")
    make_table(data, "children", "None", "parent:int64 note:text", [
        (None, {"parent": 1 + i % 5, "note": str(i)}) for i in range(8)
    ])  # fmt: skip
    path = folder / "fid_relations.qgs"
    with new_project(path) as project:
        parents = add_layer(project, f"{data}|layername=parents", "parents")
        children = add_layer(project, f"{data}|layername=children", "children")
        add_relation(project, children, parents, parent="fid")
        set_widget(
            children, "parent", "RelationReference", {"Relation": "children_parents", "AllowNULL": True}
        )
    return path


@project
def keys(folder: Path) -> Path:
    """Every sort of primary key: the usual, another name, text, two columns, none, a view, names already taken."""
    data = folder / "keys.gpkg"
    for name, fid in (("usual", "fid"), ("other", "id"), ("upper", "FID"), ("comma", "a,b")):
        make_table(data, name, options=[f"FID={fid}"])
    make_table(data, "taken", fields="name:text fid_1:int FID_2:int")
    make_table(data, "seed")
    run_sql(
        data,
        "CREATE TABLE composite (a INTEGER NOT NULL, b INTEGER NOT NULL, name TEXT, PRIMARY KEY (a, b))",
        "INSERT INTO composite VALUES (1, 1, 'x'), (1, 2, 'y')",
        "CREATE TABLE text_key (code TEXT PRIMARY KEY NOT NULL, name TEXT)",
        "INSERT INTO text_key VALUES ('k1', 'x'), ('k2', 'y')",
        "CREATE TABLE keyless (name TEXT, size INTEGER)",
        "INSERT INTO keyless VALUES ('x', 1)",
        "CREATE VIEW seen AS SELECT fid, geom, name FROM seed",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES "
        "('composite', 'attributes', 'composite'), ('text_key', 'attributes', 'text_key'), "
        "('keyless', 'attributes', 'keyless')",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
        "VALUES ('seen', 'features', 'seen', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 4326, 0, 0)",
    )
    path = folder / "keys.qgz"
    with new_project(path) as project:
        for name in ("usual", "other", "upper", "comma", "taken", "composite", "text_key", "keyless", "seen"):
            add_layer(project, f"{data}|layername={name}", name, cloud_action="offline")
    return path


@project
def odd_names(folder: Path) -> Path:
    """Quotes, spaces, letters of other scripts, words of SQL in names; two files of one name in two folders."""
    names = ['say "hi"', "it's", "Bäume & Büsche", "select", "漢字", "a b  c", "100% [x]", "tab;le", "ёлка"]
    data = folder / "Daten – Übung" / "Bäume & 'Büsche'.gpkg"
    for name in names:
        make_table(data, name, fields="name:text order:int with~space:text ümlaut:text")
    other = folder / "other" / data.name
    make_table(other, "Bäume & Büsche", fields="name:text")
    path = folder / "Projekt – № 1 'a&b'.qgz"
    with new_project(path, title='<Übung> & "Test"') as project:
        for name in names:
            add_layer(project, f"{data}|layername={name}", f"layer {name}")
        add_layer(project, f"{other}|layername=Bäume & Büsche", "same name, other file")
        add_layer(project, f"{other}", "copied whole", cloud_action="no_action")
        project.layerTreeRoot().addGroup('Grüppe <1> & "2"')
    return path


@project
def filters(folder: Path) -> Path:
    """Subset strings: one, two of one table, none beside one, an SQL statement, and one that only OGR understands."""
    data = folder / "data.gpkg"
    rows = [(f"POINT ({i} {i})", {"name": f"n{i}", "size": i, "kind": "ab"[i % 2]}) for i in range(10)]
    for name in ("one", "two", "half", "statement", "foreign", "plain"):
        make_table(data, name, fields="name:text size:int kind:text", rows=rows)
    path = folder / "filters.qgz"
    with new_project(path) as project:
        for name, layer_name, subset in (
            ("one", "one", "\"size\" > 6 AND kind = 'a'"),
            ("two", "small", "size < 3"),
            ("two", "large", '"size" >= 8 OR "name" LIKE \'n5%\''),
            ("half", "half", "size < 3"),
            ("half", "whole", ""),
            ("statement", "statement", 'SELECT * FROM "statement" WHERE size < 4'),
            ("foreign", "foreign", "ST_MinX(geom) > 5"),
            ("plain", "plain", "fid IN (SELECT fid FROM one WHERE size = 2) | 0"),
        ):
            add_layer(
                project, f"{data}|layername={name}" + (f"|subset={subset}" if subset else ""), layer_name
            )
    return path


@project
def area(folder: Path) -> Path:
    """Only an area of interest: layers in two CRSs, children of what is inside, rows without a place."""
    data = folder / "data.gpkg"
    points = [
        (f"POINT ({7 + i * 0.1} 46.05)", {"uuid": f"p{i}", "plot": "q1" if 1 < i < 5 else "q2"})
        for i in range(10)
    ]
    make_table(data, "points", "Point", "uuid:text plot:text", [*points, (None, {"uuid": "nowhere"})])
    make_table(data, "lines", "LineString", "name:text", [
        ("LINESTRING (800000 5780000, 810000 5790000)", {"name": "inside"}),
        ("LINESTRING (100000 100000, 200000 200000)", {"name": "outside"}),
        ("LINESTRING (700000 5700000, 900000 5900000)", {"name": "across"}),
    ], crs=3857)  # fmt: skip
    make_table(data, "plots", "Polygon", "uuid:text name:text", [
        ("POLYGON ((7.15 46, 7.35 46, 7.35 46.1, 7.15 46.1, 7.15 46))", {"uuid": "q1", "name": "in"}),
        ("POLYGON ((8 47, 9 47, 9 48, 8 48, 8 47))", {"uuid": "q2", "name": "out"}),
    ])  # fmt: skip
    make_table(data, "samples", "Point", "point:text note:text", [
        ("POINT (20 50)", {"point": "p2", "note": "far away, but of p2"}),
        ("POINT (20 50)", {"point": "p9", "note": "far away"}),
    ])  # fmt: skip
    make_table(data, "notes", "None", "point:text", [(None, {"point": f"p{i}"}) for i in range(10)])
    path = folder / "area.qgz"
    with new_project(path) as project:
        point_layer = add_layer(project, f"{data}|layername=points", "points")
        add_layer(project, f"{data}|layername=lines", "lines")
        plots = add_layer(project, f"{data}|layername=plots", "plots")
        samples = add_layer(project, f"{data}|layername=samples", "samples")
        notes = add_layer(project, f"{data}|layername=notes", "notes")
        add_relation(project, samples, point_layer, point="uuid")
        add_relation(project, notes, point_layer, point="uuid")
        add_relation(project, point_layer, plots, plot="uuid")
        project.writeEntry("qfieldsync", "offlineCopyOnlyAoi", True)
        project.writeEntry(
            "qfieldsync", "areaOfInterest", "POLYGON((7.15 46, 7.35 46, 7.35 46.1, 7.15 46.1, 7.15 46))"
        )
        project.writeEntry("qfieldsync", "areaOfInterestCrs", "EPSG:4326")
    return path


@project
def geometries(folder: Path) -> Path:
    """All geometry types, Z and M, NULL and empty ones, mixed in one table, and tables without."""
    data = folder / "data.gpkg"
    samples = {
        "Point25D": "POINT Z (1 2 3)", "PointM": "POINT M (1 2 4)", "PointZM": "POINT ZM (1 2 3 4)",
        "MultiPoint": "MULTIPOINT ((1 1), (2 2))", "LineString": "LINESTRING (0 0, 1 1)",
        "MultiLineString": "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "Polygon": "POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "MultiPolygon": "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", "CircularString": "CIRCULARSTRING (0 0, 1 1, 2 0)",
        "CurvePolygon": "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))",
        "MultiSurface": "MULTISURFACE (((0 0, 1 0, 1 1, 0 0)))",
        "GeometryCollection": "GEOMETRYCOLLECTION (POINT (1 1))",
    }  # fmt: skip
    for kind, wkt in samples.items():
        make_table(data, kind.lower(), kind, "name:text", [(wkt, {"name": kind}), (None, {"name": "null"})])
    make_table(data, "mixed", "Unknown", "name:text", [
        ("POINT (1 1)", {"name": "p"}), ("LINESTRING (0 0, 1 1)", {"name": "l"}), ("POLYGON EMPTY", {"name": "e"}),
    ])  # fmt: skip
    make_table(data, "types", "None", "i:int l:int64 r:real t:text d:date dt:datetime ti:time b:binary", [
        (None, {"i": 1, "l": 1 << 40, "r": 1.5, "t": "x", "d": "2024/02/29", "dt": "2024/02/29 10:00:00"}),
    ])  # fmt: skip
    path = folder / "geometries.qgz"
    with new_project(path) as project:
        for kind in samples:
            add_layer(project, f"{data}|layername={kind.lower()}", kind)
        add_layer(project, f"{data}|layername=mixed|geometrytype=Point", "mixed points")
        add_layer(project, f"{data}|layername=mixed|geometrytype=LineString", "mixed lines")
        add_layer(project, f"{data}|layername=types", "types")
    return path


@project
def constraints(folder: Path) -> Path:
    """NOT NULL, UNIQUE and DEFAULT in the GeoPackage, generated columns, value lists, JSON."""
    data = folder / "data.gpkg"
    make_table(data, "seed")
    run_sql(
        data,
        "CREATE TABLE strict (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, code TEXT NOT NULL UNIQUE, "
        "state TEXT NOT NULL DEFAULT 'new', amount INTEGER DEFAULT 7, made DATETIME DEFAULT CURRENT_TIMESTAMP, "
        "doubled INTEGER GENERATED ALWAYS AS (amount * 2) STORED, extra TEXT CHECK (extra <> 'bad'))",
        "INSERT INTO strict (code, extra) VALUES ('a', 'x'), ('b', NULL)",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('strict', 'attributes', 'strict')",
    )
    path = folder / "constraints.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=strict", "strict")
        set_widget(
            project.mapLayersByName("strict")[0],
            "state",
            "ValueMap",
            {"map": [{"New": "new"}, {"Old": "old"}]},
        )
    return path


@project
def large_table(folder: Path) -> Path:
    """One table large enough for a GeoPackage of its own, beside small ones."""
    data = folder / "data.gpkg"
    make_table(data, "large", fields="name:text", rows=[
        (f"POINT ({i % 360 - 180} {i // 360 % 170 - 85})", {"name": f"point number {i}"}) for i in range(30_000)
    ])  # fmt: skip
    make_table(data, "small")
    path = folder / "large_table.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=large", "large")
        add_layer(project, f"{data}|layername=small", "small")
    return path
