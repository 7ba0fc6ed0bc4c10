# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's rows moved into a GeoPackage of their own: who can read them, where they go, and which key they get."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Optional, Protocol

from ..gpkg import connect, read_schema, transaction
from ..gpkg.connection import sqlite_errors
from ..gpkg.schema import Column, Table
from ..gpkg.spatial_index import add_spatial_index
from ..gpkg.sql import names, quoted, sql
from .datasource import resolve_file
from .layer import Layer
from .project import Project

FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_RESERVED_TABLES = ("gpkg_", "rtree_", "sqlite_")
_FILTER = re.compile(r"\|subset=.*\Z|[?&]subset=[^&]*|\ssql=.*\Z", re.DOTALL)
_NO_NAME = re.compile(r"[^\w.-]+")


class Converter(Protocol):
    """Reads layers that are no GeoPackage tables. Whoever repairs hands in those there are."""

    def can_convert(self, layer: Layer) -> bool: ...

    def convert(self, project: Project, layer: Layer, destination: Path, table: str) -> str:
        """Write rows as the only table of a new GeoPackage: all of a file, whatever the filter; else what is shown.

        Its key is a column beside the layer's fields that numbers the rows; there is no spatial index yet. Answers
        which field tells rows apart, "" if none. Raises EngineError.
        """


def converter_of(layer: Layer, converters: Iterable[Converter]) -> Optional[Converter]:
    """The first that can read the layer; None also where a GeoPackage could not hold its fields or use its filter."""
    if not layer.is_vector or clashing_fields(layer) or not _keeps_filter(layer):
        return None
    return next((item for item in converters if item.can_convert(layer)), None)


def clashing_fields(layer: Layer) -> tuple[str, ...]:
    """Two fields that are one to SQLite, which does not tell capitals from small letters; () without any."""
    known: dict[str, str] = {}
    for field in layer.fields:
        folded = "".join(letter.lower() if letter.isascii() else letter for letter in field.name)
        if folded in known:
            return known[folded], field.name
        known[folded] = field.name
    return ()


def _keeps_filter(layer: Layer) -> bool:
    if not layer.source.subset:
        return True
    fields = {item.name.lower() for item in layer.fields}
    # SQLite takes a quoted name that it does not know for text.
    named = re.findall(r'"([^"]+)"', re.sub(r"'[^']*'", "", layer.source.subset))
    if not fields.issuperset(name.lower() for name in named):
        return False
    columns = names(sorted(fields)) or "a"
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(f"CREATE TABLE rows ({columns})")
            connection.execute(f"EXPLAIN SELECT 1 FROM rows WHERE ({layer.source.subset})")  # noqa: S608 - not run
        except (sqlite3.Error, sqlite3.Warning, ValueError):
            return False
    return True


def source_identity(project: Project, layer: Layer) -> tuple[str, ...]:
    """Equal for layers that show the same rows, whatever their filters and however the file is spelled."""
    source = layer.source
    if not source.is_file:
        return (layer.provider, source.raw, layer.id)
    rest = _FILTER.sub("", source.raw[source.span[1] :]) if source.subset else source.raw[source.span[1] :]
    return (
        layer.provider,
        str(resolve_file(source.path, project.folder)),
        source.raw[: source.span[0]],
        rest,
    )


def place_of(project: Project, layer: Layer) -> tuple[Path, str]:
    """A free file name beside the layer's own file, and what to call the table."""
    path = resolve_file(layer.source.path, project.folder) if layer.source.is_file else None
    folder = path.parent if path is not None and project.root in path.parents else project.folder
    wanted = path.stem if path is not None else layer.name
    stem = _NO_NAME.sub("_", FORBIDDEN.sub("_", wanted)).strip("._ ") or "layer"
    target, number = folder / f"{stem}.gpkg", 2
    while target.exists():
        target, number = folder / f"{stem}_{number}.gpkg", number + 1
    return target, f"layer_{stem}" if stem.lower().startswith(_RESERVED_TABLES) else stem


def settle(path: Path, name: str, wanted: str) -> bool:
    """Give the converted table its lasting key and a spatial index; answers whether the key is a new column.

    The field `wanted` becomes the key if its values can be one.
    """
    with closing(connect(path, write=True)) as connection, transaction(connection), sqlite_errors(path):
        table = read_schema(connection)[name]
        fields = [column for column in table.columns if column.name == wanted]
        own = next((column for column in fields if _can_be_key(connection, table, column)), None)
        key = own.name if own is not None else _free_name(table)
        _rebuild(connection, table, key, own)
        add_spatial_index(connection, read_schema(connection)[name])
    return own is None


def _can_be_key(connection: sqlite3.Connection, table: Table, column: Column) -> bool:
    if column.name in table.key:
        return False
    value = quoted(column.name)
    query = sql(
        "SELECT count(*) = count(DISTINCT CAST(", value, "AS INTEGER))",
        "AND total(typeof(", value, ") NOT IN ('integer', 'real') OR", value, "!= CAST(", value, "AS INTEGER)) = 0",
        "FROM", quoted(table.name),
    )  # fmt: skip
    return bool(connection.execute(query).fetchone()[0])


def _free_name(table: Table) -> str:
    taken = {column.name.lower() for column in table.columns if column.name not in table.key}
    name, number = "fid", 1
    while name in taken:
        name, number = f"fid_{number}", number + 1
    return name


def _rebuild(connection: sqlite3.Connection, table: Table, key: str, own: Optional[Column]) -> None:
    """The same table under another key. Its triggers, which count features, are OGR's and know no key."""
    kept = [column for column in table.columns if column.name not in (*table.key, key)]
    attributes = [column.name for column in kept]
    definitions = [f"{quoted(key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    definitions += [f"{quoted(column.name)} {column.type}".rstrip() for column in kept]
    triggers = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type = 'trigger' ORDER BY rowid", (table.name,)
    ).fetchall()
    made = quoted(f"{table.name} with its key")
    number = sql("CAST(", quoted(own.name), "AS INTEGER)") if own is not None else quoted(table.key[0])
    connection.execute(f"CREATE TABLE {made} ({', '.join(definitions)})")
    connection.execute(
        sql("INSERT INTO", made, "(" + names([key, *attributes]) + ")",
            "SELECT", ", ".join([number, *map(quoted, attributes)]), "FROM", quoted(table.name), "ORDER BY 1")
    )  # fmt: skip
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute(sql("DROP TABLE", quoted(table.name)))
    connection.execute(sql("ALTER TABLE", made, "RENAME TO", quoted(table.name)))
    connection.execute("PRAGMA legacy_alter_table = OFF")
    for (trigger,) in triggers:
        connection.execute(trigger)


__all__ = ["FORBIDDEN", "Converter", "converter_of", "place_of", "settle", "source_identity"]
