# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in files that OGR writes: Shapefile, its table alone, and FlatGeobuf."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qfieldcloud_plugin.engine.file_copy import copy_file
from qfieldcloud_plugin.engine.gpkg import diff
from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_plugin.engine.ogr import (
    INSTALL,
    KEY,
    TABLE,
    OgrError,
    OgrLayer,
    encoding_said,
    is_available,
    is_ogr_file,
    read_into_geopackage,
    write_from_geopackage,
)
from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_server.deltas.standins.comparison import first_difference
from qfieldcloud_server.deltas.standins.shapefile import WRITTEN, Shapefile, constraint
from qfieldcloud_server.deltas.standins.table import NotATable, find_key
from qfieldcloud_server.deltas.writer import CannotWrite, StandIn, Task

_SHAPEFILE = (".shp", ".dbf")
_SUFFIXES = (*_SHAPEFILE, ".fgb")
# Rows are read and written three times over, whatever the change.
_MOST_BYTES = 512 * 2**20
_OTHER_FIELDS = "its fields would become others when it is written"


class OgrWriter:
    """A `Writer` of Shapefiles and FlatGeobuf, where pyogrio is installed."""

    def can_write(self, layer: Layer) -> bool:
        return is_available() and _is_ours(layer)

    def lacks(self, layer: Layer) -> str:
        return (
            f"GDAL is not on this server; its administrator can add it: {INSTALL}" if _is_ours(layer) else ""
        )

    def stand_in(self, task: Task) -> StandIn:
        path = task.file
        stand_in = ShapefileStandIn if path.suffix.lower() in _SHAPEFILE else FlatGeobufStandIn
        try:
            return stand_in(path, task.layer, task.place)
        except NotATable as error:
            raise CannotWrite(f"its file cannot be edited: {error}") from error
        except OgrError as error:
            raise CannotWrite(error.message) from error


def _is_ours(layer: Layer) -> bool:
    return is_ogr_file(layer) and layer.source.path.lower().endswith(_SUFFIXES)


class OgrStandIn:
    """The rows as OGR reads them (`_rows`), and a table of them with a key and the format's limits (`path`)."""

    table = TABLE

    def __init__(self, original: Path, layer: Layer, place: Path) -> None:
        self._check_size(original)
        self._original, self._place = original, place
        self._rows = place / "rows.gpkg"
        self._known = read_into_geopackage(original, layer, self._rows)
        self._key = find_key(self._known.fields)
        self.path = place / "stand-in.gpkg"
        copy_file(self._rows, self.path)
        self._give_key_and_limits()
        self._before = place / "before.gpkg"
        copy_file(self.path, self._before)

    def edited(self) -> dict[Path, Path]:
        if not diff(self._before, self.path, immutable_base=True).get(TABLE):
            return {}
        self._put_rows_in_order()
        folder, again = self._place / "written", self._place / "again.gpkg"
        folder.mkdir()
        try:
            written, known = self._write(folder, again)
        except OgrError as error:
            raise CannotWrite(error.message) from error
        self._check(known, again)
        return self._parts(written)

    # What formats decide

    def _limit(self, index: int, name: str, declared: str) -> str:
        """The rule of a column, as SQL of a CREATE TABLE."""
        raise NotImplementedError

    def _write(self, folder: Path, again: Path) -> tuple[Path, OgrLayer]:
        """Write the file, and what reads back of it to `again`."""
        raise NotImplementedError

    def _parts(self, written: Path) -> dict[Path, Path]:
        raise NotImplementedError

    def _tolerances(self) -> dict[str, float]:
        raise NotImplementedError

    # What they have in common

    def _check_size(self, original: Path) -> None:
        if original.stat().st_size > _MOST_BYTES:
            raise NotATable(f"it is larger than {_MOST_BYTES // 2**20} MB")

    def _give_key_and_limits(self) -> None:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            execute = connection.execute
            execute("PRAGMA synchronous = OFF")
            execute("BEGIN")
            columns = [row[1:3] for row in execute(f"PRAGMA table_info({TABLE})") if row[1] != KEY]
            self._check_keys(connection)
            execute(f"CREATE TABLE keyed ({', '.join(self._definitions(columns))})")
            names = ", ".join(quoted(name) for name, _ in columns)
            try:
                execute(f"INSERT INTO keyed ({names}) SELECT {names} FROM {TABLE} ORDER BY {KEY}")  # noqa: S608
            except sqlite3.IntegrityError as error:
                raise NotATable(f"it holds values that it could not hold again ({error})") from error
            execute(f"DROP TABLE {TABLE}")
            execute(f"ALTER TABLE keyed RENAME TO {TABLE}")
            execute("COMMIT")

    def _check_keys(self, connection: sqlite3.Connection) -> None:
        key = quoted(self._key)
        count, filled, different = connection.execute(
            f"SELECT count(*), count({key}), count(DISTINCT {key}) FROM {TABLE}"  # noqa: S608 - quoted
        ).fetchone()
        if not count == filled == different:
            raise NotATable(f"the values of “{self._key}” are not all there and different")

    def _definitions(self, columns: list[tuple[str, str]]) -> list[str]:
        found = []
        for name, declared in columns:
            if name == self._known.geometry:
                found.append(f"{quoted(name)} {declared}")
                continue
            limit = self._limit(self._known.fields.index(name), name, declared)
            kind = declared
            if name == self._key:
                # Only as INTEGER, a key counts up by itself.
                kind = f"{'INTEGER' if declared.endswith('INT') else declared} PRIMARY KEY NOT NULL"
            found.append(f"{quoted(name)} {kind} {limit}")
        return found

    def _put_rows_in_order(self) -> None:
        """The rows as they are to be, in the columns that OGR made: old ones where they were, new ones behind."""
        columns = [*self._known.fields, *filter(None, [self._known.geometry])]
        names = ", ".join(map(quoted, columns))
        ours = ", ".join(f"s.{quoted(name)}" for name in columns)
        key = quoted(self._key)
        with closing(sqlite3.connect(self._rows, isolation_level=None)) as connection:
            execute = connection.execute
            execute("PRAGMA synchronous = OFF")
            execute("ATTACH ? AS stand_in", (str(self.path),))
            execute("BEGIN")
            # Made so, its column compares as the keys do, and its index can be used.
            execute(f"CREATE TEMP TABLE place AS SELECT {key} AS key, {KEY} AS place FROM main.{TABLE}")  # noqa: S608
            execute("CREATE INDEX temp.places ON place (key)")
            execute(f"DELETE FROM main.{TABLE}")  # noqa: S608 - our own name
            execute(
                f"INSERT INTO main.{TABLE} ({names}) SELECT {ours} FROM stand_in.{TABLE} s "  # noqa: S608
                f"LEFT JOIN place p ON p.key = s.{key} ORDER BY p.place IS NULL, p.place, s.{key}"
            )
            execute("COMMIT")

    def _check(self, known: OgrLayer, again: Path) -> None:
        """Nothing is published that does not read back as it was meant."""
        if (known.fields, known.types, known.geometry_type) != (
            self._known.fields, self._known.types, self._known.geometry_type,
        ):  # fmt: skip
            raise CannotWrite(_OTHER_FIELDS)
        difference = first_difference(
            self._rows,
            again,
            self._known,
            self._key,
            self._tolerances(),
            trims=self._original.suffix.lower() in _SHAPEFILE,
        )
        if difference:
            raise CannotWrite(f"it cannot be written as it should be: {difference}")


class ShapefileStandIn(OgrStandIn):
    def __init__(self, original: Path, layer: Layer, place: Path) -> None:
        self._shapefile = Shapefile(original, encoding_said(original, layer))
        super().__init__(original, layer, place)

    def _check_size(self, original: Path) -> None:
        for part in self._shapefile.parts.values():
            super()._check_size(part)

    def _limit(self, index: int, name: str, declared: str) -> str:
        if len(self._shapefile.fields) != len(self._known.fields):
            raise NotATable("the header of its table is not read as OGR reads it")
        return constraint(name, self._shapefile.fields[index], self._shapefile.encoding)

    def _write(self, folder: Path, again: Path) -> tuple[Path, OgrLayer]:
        empty = self._shapefile.put_empty(folder, self._original.stem)
        indexed = None
        if ".qix" in self._shapefile.parts:
            indexed = self._place / "indexed" / empty.name
            indexed.parent.mkdir()
        known = write_from_geopackage(self._rows, self._known, empty, again, appends=True, index_of=indexed)
        # OGR would rather widen a field than cut a value, and QGIS and the field would see another form.
        if Shapefile(empty).fields != self._shapefile.fields:
            raise CannotWrite(_OTHER_FIELDS)
        if indexed is not None:
            copy_file(indexed.with_suffix(".qix"), empty.with_suffix(".qix"))
        return empty, known

    def _parts(self, written: Path) -> dict[Path, Path]:
        parts = self._shapefile.parts
        made = [
            suffix
            for suffix in (*WRITTEN, ".qix")
            if suffix in parts and written.with_suffix(suffix).is_file()
        ]
        return {parts[suffix]: written.with_suffix(suffix) for suffix in made}

    def _tolerances(self) -> dict[str, float]:
        pairs = zip(self._known.fields, self._shapefile.fields, strict=True)
        return {name: field.tolerance for name, field in pairs if field.tolerance is not None}


class FlatGeobufStandIn(OgrStandIn):
    _RANGES = {"TINYINT": 2**7, "SMALLINT": 2**15, "MEDIUMINT": 2**31}

    def _limit(self, index: int, name: str, declared: str) -> str:
        column = quoted(name)
        if declared == "BOOLEAN":
            return f"CHECK ({column} IN (0, 1))"
        if declared in ("DATE", "DATETIME"):
            rule = quoted(f"“{name}” holds days that there are")
            return f"CONSTRAINT {rule} CHECK (date(substr({column}, 1, 10), '+0 days') = substr({column}, 1, 10))"
        most = self._RANGES.get(declared)
        if most is None:
            return ""
        rule = quoted(f"“{name}” holds whole numbers up to {most - 1}")
        return f"CONSTRAINT {rule} CHECK ({column} BETWEEN {-most} AND {most - 1})"

    def _write(self, folder: Path, again: Path) -> tuple[Path, OgrLayer]:
        written = folder / self._original.name
        is_indexed = self._known.is_indexed
        return written, write_from_geopackage(self._rows, self._known, written, again, is_indexed=is_indexed)

    def _parts(self, written: Path) -> dict[Path, Path]:
        return {self._original: written}

    def _tolerances(self) -> dict[str, float]:
        return {}
