# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever fits into a Shapefile and is done to some of its rows, all others stay what they were."""

from __future__ import annotations

import sqlite3
import struct
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.gpkg.geometry import geometry_blob
from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.deltas.standins.ogr import ShapefileStandIn
from tests.data.shapefiles import POINT, columns_of, read_table, write_shapefile
from tests.data.simple_projects import SimpleProject

COLUMNS = [
    ("fid", "N", 9, 0), ("name", "C", 20, 0), ("depth", "N", 12, 3), ("count", "N", 5, 0), ("day", "D", 8, 0),
    ("ok", "L", 1, 0),
]  # fmt: skip
ENCODINGS = {
    "UTF-8": None,
    "CP1252": "".join(map(chr, [*range(33, 127), *range(161, 256)])) + "€œ„…",
    "ISO-8859-7": "αβγΩ abc",
}


def texts(encoding: str) -> st.SearchStrategy[str | None]:
    letters = ENCODINGS[encoding] or st.characters(codec="utf-8", exclude_categories=("C", "Z"))
    whole = st.text(letters, min_size=1, max_size=20).map(str.strip)
    return st.none() | whole.filter(lambda text: 0 < len(text.encode(encoding)) <= 20)


@st.composite
def states(draw: st.DrawFn) -> tuple[str, dict[int, Any], dict[int, Any]]:
    """An encoding, the rows before and after some work."""
    encoding = draw(st.sampled_from(list(ENCODINGS)))
    coordinate = st.floats(-180, 180, allow_subnormal=False)
    values = st.tuples(
        st.none() | st.tuples(coordinate, coordinate),
        texts(encoding),
        st.none() | st.integers(-(10**9), 10**9).map(lambda number: number / 1000),
        st.none() | st.integers(-9999, 99999),
        st.none() | st.dates(date(1000, 1, 1)).map(date.isoformat),
        st.none() | st.booleans(),
    )
    before = draw(st.dictionaries(st.integers(1, 10**8), values, min_size=1, max_size=30))
    after = dict(before)
    for key in draw(st.lists(st.sampled_from(list(before)), max_size=10)):
        after.pop(key, None)
    for key in draw(st.lists(st.sampled_from(list(before)), max_size=10)):
        if key in after:
            after[key] = draw(values)
    # Larger than all, for new rows come last.
    for number, row in enumerate(draw(st.lists(values, max_size=5))):
        after[10**8 + 1 + number] = row
    return encoding, before, after


# Each example takes two processes, which are many for shrinking.
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
    derandomize=True,
)
@given(states())
def test_a_shapefile_holds_what_was_done_to_it_and_nothing_else(state: tuple[str, Any, Any]) -> None:
    encoding, before, after = state
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        original = folder / "trees.shp"
        write_shapefile(
            original, POINT, COLUMNS, [(row[0], key, *row[1:]) for key, row in before.items()], encoding
        )
        place = folder / "place"
        place.mkdir()
        stand_in = ShapefileStandIn(original, layer(folder), place)
        carry_out(stand_in.path, before, after)
        edited = stand_in.edited()
        assert bool(edited) is (before != after)
        if edited:
            table = edited[original.with_suffix(".dbf")]
            assert read_table(table, encoding) == [said(key, row) for key, row in after.items()]
            assert list(columns_of(table)) == COLUMNS
            assert points(edited[original]) == [row[0] for row in after.values()]


def layer(folder: Path) -> Any:
    project = SimpleProject(folder)
    project.layer("trees", "./trees.shp")
    return read_project(project.save()).layer("trees_id")


def carry_out(path: Path, before: dict[int, Any], after: dict[int, Any]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for key in before.keys() - after.keys():
            connection.execute("DELETE FROM rows WHERE fid = ?", (key,))
        for key, (point, *values) in after.items():
            if before.get(key) == after[key]:
                continue
            blob = geometry_blob(struct.pack("<BI2d", 1, 1, *point), 4326) if point else None
            connection.execute("DELETE FROM rows WHERE fid = ?", (key,))
            connection.execute(
                "INSERT INTO rows (fid, geom, name, depth, count, day, ok) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key, blob, *values),
            )
        connection.commit()


def said(key: int, row: Any) -> tuple[str, ...]:
    _, name, depth, count, day, ok = row
    return (
        str(key), name or "", "*" * 12 if depth is None else f"{depth:.3f}", "*" * 5 if count is None else str(count),
        "" if day is None else day.replace("-", ""), "?" if ok is None else "FT"[ok],
    )  # fmt: skip


def points(path: Path) -> list[tuple[float, float] | None]:
    data, at, found = path.read_bytes(), 100, []
    while at < len(data):
        (length,) = struct.unpack(">i", data[at + 4 : at + 8])
        (kind,) = struct.unpack("<i", data[at + 8 : at + 12])
        found.append(struct.unpack("<2d", data[at + 12 : at + 28]) if kind else None)
        at += 8 + 2 * length
    return found
