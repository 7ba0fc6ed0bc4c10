# SPDX-License-Identifier: GPL-2.0-or-later
"""Generated databases for properties: one schema with every kind of table, and random edits of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any, List, Tuple

from hypothesis import strategies as st

from qfieldcloud_plugin.engine.gpkg import connect

from .making import add_layer, make_geopackage, point, polygon

TABLES = """
CREATE TABLE texts (code TEXT PRIMARY KEY, v, w TEXT COLLATE NOCASE);
CREATE TABLE folded (code TEXT COLLATE NOCASE PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE pairs (a INTEGER, b TEXT, v NUMERIC, PRIMARY KEY (b, a)) WITHOUT ROWID;
CREATE TABLE loose_pairs (a INTEGER, b, v REAL, PRIMARY KEY (a, b));
CREATE TABLE bags (x, y TEXT);
CREATE TABLE hidden (rowid, _rowid_ TEXT, oid TEXT);
CREATE TABLE codes (id INTEGER PRIMARY KEY, code TEXT UNIQUE, pos INTEGER, half INTEGER, UNIQUE (pos, half));
CREATE TABLE computed (id INTEGER PRIMARY KEY, a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c AS (a || 'x'));
CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents ON DELETE CASCADE,
  name TEXT REFERENCES parents(name) ON UPDATE CASCADE ON DELETE SET NULL);
CREATE TABLE "we ""ird täble" ("fi d" INTEGER PRIMARY KEY, "sélect" TEXT, "a""b" BLOB);
CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT);
CREATE TABLE descending (id INTEGER PRIMARY KEY DESC, v TEXT);
CREATE TRIGGER audit_codes AFTER UPDATE ON codes BEGIN INSERT INTO audit (what) VALUES (OLD.code || NEW.code); END;
CREATE INDEX codes_by_half ON codes (half, code);
CREATE VIEW all_codes AS SELECT * FROM codes;
"""

_small = st.integers(0, 6)
_values = st.one_of(
    st.none(),
    _small,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.sampled_from([1.0, -0.0, 2.0]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    st.sampled_from(["a", "A", "ä", "", "2024-02-30", "2024-01-01T00:00:00.000Z"]),
    st.binary(max_size=6),
)
_letters = st.sampled_from(["a", "A", "b", "c", "d", None])
_numbers = st.one_of(st.none(), _small)
_coordinates = st.floats(-1e6, 1e6, width=32)
_geometries = st.one_of(
    st.none(),
    st.builds(point, _coordinates, _coordinates),
    st.just(point(float("nan"), float("nan"))),
    st.lists(st.tuples(_coordinates, _coordinates), min_size=3, max_size=5).map(
        lambda ring: polygon([*ring, ring[0]])
    ),
)
COLUMNS = {
    "places": (("fid", "geom", "name", "n", "r"), (_small, _geometries, _values, _values, _values)),
    "texts": (("code", "v", "w"), (_letters, _values, _letters)),
    "folded": (("code", "v"), (_letters, _values)),
    "pairs": (("a", "b", "v"), (_small, _letters, _values)),
    "loose_pairs": (("a", "b", "v"), (_numbers, _letters, _values)),
    "bags": (("x", "y"), (_numbers, _letters)),
    "hidden": (("rowid", "_rowid_", "oid"), (_numbers, _letters, _letters)),
    "codes": (("id", "code", "pos", "half"), (_small, _letters, _numbers, _numbers)),
    "computed": (("id", "a"), (_small, _numbers)),
    "parents": (("id", "name"), (_small, _letters)),
    "children": (("id", "parent", "name"), (_small, _numbers, _letters)),
    'we "ird täble': (("fi d", "sélect", 'a"b'), (_small, _values, _values)),
    "descending": (("id", "v"), (_small, _letters)),
}

Edit = Tuple[str, str, Tuple[Any, ...], int]


@st.composite
def edits(draw: Any, max_size: int = 25) -> List[Edit]:
    """Inserts, updates of one column, deletes and swaps; what a rule forbids is skipped when they are made."""
    result = []
    for _ in range(draw(st.integers(0, max_size))):
        table = draw(st.sampled_from(list(COLUMNS)))
        row = tuple(draw(strategy) for strategy in COLUMNS[table][1])
        kind = draw(st.sampled_from(["insert", "insert", "update", "update", "delete", "swap"]))
        result.append((kind, table, row, draw(st.integers(0, 20))))
    return result


def make_base(path: Path, changes: List[Edit], page_size: int = 512) -> None:
    connection = make_geopackage(path, page_size=page_size)
    add_layer(connection, "places", geometry_type="GEOMETRY")
    connection.executescript(TABLES)
    connection.close()
    edit(path, changes)


def edited_copy(source: Path, target: Path, changes: List[Edit]) -> Path:
    shutil.copy(source, target)
    edit(target, changes)
    return target


def edit(path: Path, changes: List[Edit]) -> None:
    connection = connect(path, write=True)
    connection.execute("PRAGMA synchronous = OFF")
    for change in changes:
        with suppress(sqlite3.IntegrityError):
            connection.execute("BEGIN")
            _make(connection, *change)
            connection.execute("COMMIT")
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    connection.close()


def _make(connection: sqlite3.Connection, kind: str, table: str, row: Tuple[Any, ...], which: int) -> None:
    columns = ['"' + name.replace('"', '""') + '"' for name in COLUMNS[table][0]]
    name = '"' + table.replace('"', '""') + '"'
    if kind == "insert":
        marks = ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", row)
        return
    # The row is named by its values, because not every table has a row id; NULLs and equal rows are meant to occur.
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {name}").fetchall()
    if not rows:
        return
    chosen = rows[which % len(rows)]
    where = " AND ".join(f"{column} IS ?" for column in columns)
    place = which % len(columns)
    if kind == "delete":
        connection.execute(f"DELETE FROM {name} WHERE {where}", chosen)
    elif kind == "update":
        connection.execute(f"UPDATE {name} SET {columns[place]} = ? WHERE {where}", (row[place], *chosen))
    else:
        _swap(connection, name, columns, place, chosen, rows[(which + 1) % len(rows)])


def _swap(
    connection: sqlite3.Connection,
    name: str,
    columns: List[str],
    place: int,
    one: Tuple[Any, ...],
    other: Tuple[Any, ...],
) -> None:
    """Two rows exchange one value, by way of a third value that nobody has."""
    where = " AND ".join(f"{column} IS ?" for column in columns)
    update = f"UPDATE {name} SET {columns[place]} = ? WHERE {where}"
    aside = (*one[:place], 987654, *one[place + 1 :])
    connection.execute(update, (987654, *one))
    connection.execute(update, (one[place], *other))
    connection.execute(update, (other[place], *aside))
