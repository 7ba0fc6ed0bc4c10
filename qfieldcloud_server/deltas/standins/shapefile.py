# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a Shapefile: what the header of its table promises, which values fit, and the same without rows."""

from __future__ import annotations

import codecs
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_server.deltas.standins.table import NotATable

# Everything that OGR writes anew; the other files of a Shapefile stay as they are.
WRITTEN = (".shp", ".shx", ".dbf")
_COPIED = (".prj", ".cpg")
# Made of the rows by other programs, which alone could renew them.
_FOREIGN = (
    ".sbn",
    ".sbx",
    ".ain",
    ".aih",
    ".fbn",
    ".fbx",
    ".ixs",
    ".mxs",
    ".atx",
    ".idm",
    ".ind",
    ".mdx",
    ".dbt",
)
_DBASE_3 = 0x03
# Language drivers of dBASE that say which one-byte encoding it is.
_LANGUAGES = {
    0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x57: "iso8859-1", 0x58: "cp1252", 0x59: "cp1252", 0x64: "cp852",
    0x65: "cp866", 0xC8: "cp1250", 0xC9: "cp1251", 0xCA: "cp1254", 0xCB: "cp1253", 0xCC: "cp1257",
}  # fmt: skip
_HEADER, _FIELD, _END = 32, 32, 0x0D
_LARGEST_HEADER = 65_536
_SHAPE_HEADER, _SHX_ENTRY = 100, 8


@dataclass(frozen=True)
class DbfField:
    kind: str
    width: int
    decimals: int

    @property
    def tolerance(self) -> float | None:
        """By how much a number may differ once it has been written; None for what is no decimal number."""
        return 0.50001 * 10**-self.decimals if self.kind in "NF" else None

    def condition(self, column: str, encoding: str) -> str:
        """SQL that holds for the values that can be stored without being cut."""
        if self.kind == "C":
            return _text_condition(column, self.width, encoding)
        if self.kind == "D":
            return f"date({column}, '+0 days') = {column}"
        if self.kind == "L":
            return f"{column} IN (0, 1)"
        if not self.decimals:
            return f"{column} BETWEEN -{'9' * (self.width - 1) or '0'} AND {'9' * self.width}"
        # Decimals are rounded to those of the field, as QGIS does; what comes before the point must fit.
        return f"length(printf('%.{self.decimals}f', {column})) <= {self.width}"

    def rule(self, name: str) -> str:
        """The condition in words; SQLite says them when it is broken."""
        if self.kind == "C":
            return f"“{name}” holds {self.width} bytes of text in the Shapefile's encoding"
        if self.kind in "NF":
            return f"“{name}” holds {self.width} digits, {self.decimals} of them decimals"
        return f"“{name}” holds a date" if self.kind == "D" else f"“{name}” holds true or false"


class Shapefile:
    """Raises NotATable where rows could not be written back as they were."""

    def __init__(self, path: Path, encoding_said: str = "") -> None:
        self.path = path
        self.parts = {
            part.suffix.lower(): part
            for part in sorted(path.parent.iterdir())
            if part.stem == path.stem and part.is_file()
        }
        foreign = next((part for suffix, part in self.parts.items() if suffix in _FOREIGN), None)
        if foreign is not None:
            raise NotATable(
                f"“{foreign.name}” belongs to it and can only be renewed by the program that made it; "
                "delete that file to have changes applied"
            )
        missing = [suffix for suffix in WRITTEN if suffix not in self.parts]
        if missing and path.suffix.lower() == ".shp":
            raise NotATable(f"its {missing[0]} file is missing")
        with self.parts[".dbf"].open("rb") as file:
            header = file.read(_LARGEST_HEADER)
        self.fields = tuple(_fields(header))
        self._size = int.from_bytes(header[8:10], "little")
        self._check_counts(int.from_bytes(header[4:8], "little"))
        self._encoding_said = encoding_said
        self.encoding = encoding_said or self._own_encoding(header[29])

    def _check_counts(self, rows: int) -> None:
        """Files are uploaded one by one: these may be of two states of the layer."""
        if self.path.suffix.lower() != ".shp":
            return
        shapes = (self.parts[".shx"].stat().st_size - _SHAPE_HEADER) // _SHX_ENTRY
        if shapes != rows:
            raise NotATable(f"its files do not belong together: {shapes} shapes and {rows} rows")

    def _own_encoding(self, language: int) -> str:
        """The encoding as Python calls it; "" if only ASCII is certain."""
        if ".cpg" not in self.parts:
            return _LANGUAGES.get(language, "")
        said = self.parts[".cpg"].read_text("ascii", "replace").strip().lower().removeprefix("ansi ")
        try:
            return codecs.lookup(f"cp{said}" if said.isdigit() else said).name
        except LookupError:
            return ""

    def put_empty(self, folder: Path, stem: str) -> Path:
        """The same Shapefile without rows; answers the file that OGR opens."""
        (folder / f"{stem}.dbf").write_bytes(self._empty_table())
        if self.path.suffix.lower() == ".shp":
            for suffix in (".shp", ".shx"):
                (folder / f"{stem}{suffix}").write_bytes(_without_shapes(self.parts[suffix]))
        for suffix in _COPIED:
            if suffix in self.parts:
                shutil.copyfile(self.parts[suffix], folder / f"{stem}{suffix}")
        if self._encoding_said:
            # For OGR, which the project told so far; the user's Shapefile does not get this file.
            (folder / f"{stem}.cpg").write_text(self._encoding_said, "ascii")
        return folder / f"{stem}{self.path.suffix.lower()}"

    def _empty_table(self) -> bytes:
        with self.parts[".dbf"].open("rb") as file:
            header = file.read(self._size)
        return header[:4] + bytes(4) + header[8:] + b"\x1a"


def _fields(header: bytes) -> Iterator[DbfField]:
    if len(header) <= _HEADER or header[0] != _DBASE_3:
        raise NotATable("its table is not of dBASE III, which is all that can be written here")
    for start in range(_HEADER, len(header) - _FIELD + 1, _FIELD):
        if header[start] == _END:
            return
        kind = chr(header[start + 11])
        if kind not in "CNFDL":
            raise NotATable(f"its table has a field of the kind “{kind}”, which cannot be written here")
        width, decimals = header[start + 16], header[start + 17]
        if kind == "C":
            width, decimals = width + 256 * decimals, 0
        yield DbfField(kind, width, decimals)
    if header[len(header) // _FIELD * _FIELD :][:1] != bytes([_END]):
        raise NotATable("the header of its table has no end")


def _without_shapes(path: Path) -> bytes:
    with path.open("rb") as file:
        header = file.read(_SHAPE_HEADER)
    if len(header) != _SHAPE_HEADER:
        raise NotATable(f"“{path.name}” is cut short")
    # The length is told in words of two bytes; the extent is that of nothing.
    return header[:24] + struct.pack(">i", _SHAPE_HEADER // 2) + header[28:36] + bytes(64)


def _text_condition(column: str, width: int, encoding: str) -> str:
    if encoding.lower().replace("-", "") == "utf8":
        return f"length(CAST({column} AS BLOB)) <= {width}"
    return f"length({column}) <= {width} AND {column} NOT GLOB '*[^{_characters(encoding)}]*'"


def _characters(encoding: str) -> str:
    """The characters of a one-byte encoding as GLOB's class has them. Of others it is only the ASCII ones."""
    found = set(range(1, 128))
    for byte in range(128, 256):
        try:
            text = bytes([byte]).decode(encoding or "ascii")
        except UnicodeDecodeError:
            continue
        if len(text) == 1:
            found.add(ord(text))
    ranges: list[list[int]] = []
    for code in sorted(found):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def constraint(name: str, field: DbfField, encoding: str) -> str:
    """A column's CHECK, named so that its breach reads well."""
    return f"CONSTRAINT {quoted(field.rule(name))} CHECK ({field.condition(quoted(name), encoding)})"
