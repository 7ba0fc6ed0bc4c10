# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV files: lines become rows, and only lines of changed rows are written anew."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable
from typing import Any

from qfieldcloud_plugin.engine.delimited import DelimitedText, TextForm, TextUnreadable
from qfieldcloud_plugin.engine.delimited.types import cell_of
from qfieldcloud_plugin.engine.gpkg import Change, Kind, wkt
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import wkb
from qfieldcloud_server.deltas.standins.table import (
    GEOMETRY,
    NotATable,
    TextTable,
    blob_of,
    check_table,
    find_key,
)

_NUMBER = re.compile(r"\d{1,18}", re.ASCII)


class CsvFile:
    def __init__(self, data: bytes, form: TextForm | None = None) -> None:
        form = form or TextForm()
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        try:
            text = data[len(self._mark) :].decode(form.encoding)
            self._text = DelimitedText(lambda: io.StringIO(text, newline=""), form, counts_key=True)
            self._lines: dict[Any, str] = {}
            self.table = self._read(find_key(column.name for column in self._text.columns))
        except UnicodeDecodeError as error:
            raise NotATable(f"it is not in {form.encoding.upper()}") from error
        except TextUnreadable as error:
            raise NotATable(error.message) from error
        check_table(self.table)

    def _read(self, key: str) -> TextTable:
        """And each row's line by its key; what QGIS does not show has none here, and stays where it is."""
        names = [column.name for column in self._text.columns]
        place, last_key = names.index(key), 0
        rows: list[tuple[Any, ...]] = []
        geometries: list[bytes | None] = []
        for number, row in enumerate(self._text.rows()):
            if not row.is_shown:
                self._lines["unseen", number] = row.text
                last_key = max(last_key, _number_in(row.cells, self._text.place_of(key)))
                continue
            self._lines[row.values[place]] = row.text
            rows.append(row.values)
            if self._text.form.has_geometry:
                geometries.append(blob_of(row.geometry))
        types = {column.name: column.declared for column in self._text.columns}
        return TextTable(types, rows, key, geometries if self._text.form.has_geometry else None, last_key)

    def rewritten(self, changes: Iterable[Change]) -> bytes:
        lines = dict(self._lines)
        for change in changes:
            place = change.key[0]
            if change.kind is Kind.DELETE:
                del lines[place]
                continue
            former = self._lines.get(place) if change.kind is Kind.UPDATE else None
            lines[place] = self._line(self._text.cells_of(former) if former else [], change)
        whole = [self._ended(line) for line in lines.values()]
        text = self._text.before + self._ended(self._text.header) + "".join(whole)
        try:
            return self._mark + text.encode(self._text.form.encoding)
        except UnicodeEncodeError as error:
            raise NotATable(f"{self._text.form.encoding.upper()} lacks a letter that was written") from error

    def _line(self, cells: list[str], change: Change) -> str:
        cells = [*cells, *[""] * (len(self._text.names) - len(cells))]
        for name, value in change.new.items():
            if name != GEOMETRY:
                place = self._text.place_of(name)
                cells[place] = self._text.cell_for(name, value, cells[place])
        if GEOMETRY in change.new:
            for name, cell in self._geometry_cells(change.new[GEOMETRY]).items():
                cells[self._text.place_of(name)] = cell
        try:
            return self._text.line_of(cells)
        except TextUnreadable as error:
            raise NotATable(error.message) from error

    def _geometry_cells(self, value: Any) -> dict[str, str]:
        form = self._text.form
        shape = shapes.from_wkb(wkb(value)) if isinstance(value, bytes) else None
        if form.wkt:
            return {form.wkt: wkt.text_of(shape) if shape else ""}
        names = [form.x, form.y, *(name for name in (form.z, form.m) if name)]
        if shape is None or not shape.parts:
            return dict.fromkeys(names, "")
        if shape.kind != shapes.POINT:
            raise NotATable("its fields hold points only")
        run = shapes.with_dimensions(shape, bool(form.z), bool(form.m)).parts
        return {name: cell_of(number, form.decimal_point) for name, number in zip(names, run, strict=True)}

    def _ended(self, line: str) -> str:
        return line if line.endswith(("\n", "\r")) else line + self._text.end


def _number_in(cells: list[str], place: int) -> int:
    cell = cells[place] if place < len(cells) else ""
    return int(cell) if _NUMBER.fullmatch(cell) else 0
