# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV files without geometry: lines become rows, and only lines of changed rows are written anew."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from qfieldcloud_plugin.engine.gpkg import Change, Kind
from qfieldcloud_server.deltas.standins.table import NotATable, TextTable, check_table, find_key

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_DELIMITERS = ",;\t|"


class CsvFile:
    def __init__(self, data: bytes) -> None:
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        try:
            text = data[len(self._mark) :].decode()
        except UnicodeDecodeError as error:
            raise NotATable("it is not in UTF-8") from error
        self._end = "\r\n" if "\r\n" in text else "\n"
        self._delimiter = _delimiter(text.partition("\n")[0])
        records = self._records(text)
        if not records:
            raise NotATable("it has no line with the names of its fields")
        (names, self._header), self._lines = records[0], records[1:]
        if any(len(cells) > len(names) for cells, _ in self._lines):
            raise NotATable("a line has more values than there are fields")
        columns = {
            name: _type([_cell(cells, at) for cells, _ in self._lines]) for at, name in enumerate(names)
        }
        rows = [
            tuple(_stored(_cell(cells, at), columns[name]) for at, name in enumerate(names))
            for cells, _ in self._lines
        ]
        self.table = TextTable(columns, rows, find_key(names))
        check_table(self.table)

    def rewritten(self, changes: Iterable[Change]) -> bytes:
        names = list(self.table.columns)
        position = names.index(self.table.key)
        lines = {row[position]: line for row, (_, line) in zip(self.table.rows, self._lines, strict=True)}
        cells = {row[position]: list(c) for row, (c, _) in zip(self.table.rows, self._lines, strict=True)}
        for change in changes:
            key = change.key[0]
            if change.kind is Kind.DELETE:
                del lines[key]
                continue
            current = cells.get(key, []) if change.kind is Kind.UPDATE else []
            current += [""] * (len(names) - len(current))
            for name, value in change.new.items():
                current[names.index(name)] = _said(value)
            lines[key] = self._line(current)
        whole = [line if line.endswith(("\n", "\r")) else line + self._end for line in lines.values()]
        header = self._header if self._header.endswith(("\n", "\r")) else self._header + self._end
        return self._mark + (header + "".join(whole)).encode()

    def _records(self, text: str) -> list[tuple[list[str], str]]:
        """The values of each record, and the lines they stand in."""
        lines = text.splitlines(keepends=True)
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        records, start = [], 0
        try:
            for cells in reader:
                if cells:
                    records.append((cells, "".join(lines[start : reader.line_num])))
                start = reader.line_num
        except csv.Error as error:
            raise NotATable(f"it is not CSV ({error})") from error
        return records

    def _line(self, cells: list[str]) -> str:
        out = io.StringIO()
        csv.writer(out, delimiter=self._delimiter, lineterminator=self._end).writerow(cells)
        return out.getvalue()


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _type(cells: list[str]) -> str:
    there = [cell for cell in cells if cell]
    if there and all(_WHOLE.fullmatch(cell) for cell in there):
        return "INTEGER"
    return "REAL" if there and all(_NUMBER.fullmatch(cell) for cell in there) else "TEXT"


def _stored(cell: str, declared: str) -> Any:
    if declared == "TEXT":
        return cell
    if not cell:
        return None
    return int(cell) if declared == "INTEGER" else float(cell)


def _said(value: Any) -> str:
    return "" if value is None else str(value)
