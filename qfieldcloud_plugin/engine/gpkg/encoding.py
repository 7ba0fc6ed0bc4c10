# SPDX-License-Identifier: GPL-2.0-or-later
"""A changeset as bytes and back; docs/formats/changeset.md describes the format."""

from __future__ import annotations

import json
import struct
import sys
import zlib
from array import array
from typing import Any, List, Sequence, Tuple

from ..errors import ChangesetTooNew, InvalidChangeset
from ..message import Message
from .definitions import KINDS, DefinitionChange, Definitions
from .row import Row
from .table_changes import TableChanges

MAGIC = b"GPKGdiff"
VERSION = 1

_NULL, _INTEGER, _REAL, _TEXT, _BLOB, _MIXED = range(6)
_TAGS = {type(None): _NULL, int: _INTEGER, float: _REAL, str: _TEXT, bytes: _BLOB, bool: _INTEGER}
_ARRAYS = {_INTEGER: "q", _REAL: "d"}
_COUNT = struct.Struct("<I")


def encode(tables: Sequence[TableChanges], definitions: Definitions) -> bytes:
    parts = [MAGIC, _COUNT.pack(VERSION)]
    _encode_json(definitions, parts)
    parts.append(_COUNT.pack(len(tables)))
    for table in tables:
        _encode_table(table, parts)
    content = b"".join(parts)
    return content + _COUNT.pack(zlib.crc32(content))


def decode(data: bytes) -> Tuple[List[TableChanges], Definitions]:
    if len(data) < 20 or data[:8] != MAGIC:
        raise InvalidChangeset(Message("This is not a changeset."))
    version = _COUNT.unpack_from(data, 8)[0]
    if version != VERSION:
        raise ChangesetTooNew(
            Message(
                "This changeset has format {version}, of which this version knows nothing. Please update.",
                version=version,
            )
        )
    if _COUNT.unpack_from(data, len(data) - 4)[0] != zlib.crc32(memoryview(data)[:-4]):
        raise InvalidChangeset(Message("The changeset is damaged: its checksum does not fit."))
    try:
        return _Decoder(data).content()
    except (
        struct.error,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise InvalidChangeset(Message("The changeset is damaged ({error}).", error=error)) from error


def _encode_json(value: Any, parts: List[bytes]) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    parts += (_COUNT.pack(len(text)), text)


def _encode_table(table: TableChanges, parts: List[bytes]) -> None:
    header = {
        "name": table.name,
        "columns": table.columns,
        "key": table.key,
        "geometry": table.geometry,
        "integer_key": table.integer_key,
    }
    _encode_json(header, parts)
    for rows in (table.deletes, table.inserts):
        _encode_rows(rows, parts)
    parts.append(_COUNT.pack(len(table.updates)))
    for positions, rows in table.updates.items():
        parts.append(struct.pack(f"<I{len(positions)}H", len(positions), *positions))
        _encode_rows(rows, parts)


def _encode_rows(rows: Sequence[Row], parts: List[bytes]) -> None:
    parts.append(_COUNT.pack(len(rows)))
    for column in zip(*rows):
        _encode_column(column, parts)


def _encode_column(values: Sequence[Any], parts: List[bytes]) -> None:
    kinds = {_TAGS[kind] for kind in set(map(type, values))}
    if len(kinds) == 1 and _NULL not in kinds:
        tag = kinds.pop()
        parts.append(bytes((tag,)))
        _encode_values(tag, values, parts)
        return
    # Each NULL costs a byte, so that no count in a hostile changeset can exceed its length.
    if kinds == {_NULL}:
        parts += (bytes((_MIXED,)), bytes(len(values)))
        return
    tags = bytes([_TAGS[type(value)] for value in values])
    parts += (bytes((_MIXED,)), tags)
    for tag in sorted(kinds):
        _encode_values(tag, [value for value, own in zip(values, tags) if own == tag], parts)


def _encode_values(tag: int, values: Sequence[Any], parts: List[bytes]) -> None:
    if tag in _ARRAYS:
        parts.append(_little_endian(array(_ARRAYS[tag], values)).tobytes())
    elif tag != _NULL:
        data = "".join(values).encode() if tag == _TEXT else b"".join(values)
        lengths = array("I", map(len, values))
        if tag == _TEXT and len(data) != sum(lengths):  # not only ASCII
            lengths = array("I", [len(value.encode()) for value in values])
        parts += (_little_endian(lengths).tobytes(), data)


def _little_endian(values: array[Any]) -> array[Any]:
    if sys.byteorder == "big":
        values.byteswap()
    return values


class _Decoder:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.end = len(data) - 4
        self.position = len(MAGIC) + 4

    def content(self) -> Tuple[List[TableChanges], Definitions]:
        definitions = tuple(map(_definition, self._json()))
        tables = [self._table() for _ in range(self._count())]
        if self.position != self.end:
            raise ValueError("bytes are left over")
        if len({table.name for table in tables}) != len(tables):
            raise ValueError("a table comes twice")
        return tables, definitions

    def _table(self) -> TableChanges:
        header = self._json()
        table = TableChanges(
            name=_checked(header["name"], str),
            columns=tuple(_checked(name, str) for name in header["columns"]),
            key=tuple(_checked(position, int) for position in header["key"]),
            geometry=None if header["geometry"] is None else _checked(header["geometry"], int),
            integer_key=_checked(header["integer_key"], bool),
        )
        width = len(table.columns)
        self._check_positions(table.key + (() if table.geometry is None else (table.geometry,)), width)
        if len(set(table.columns)) != width or not width:
            raise ValueError("columns are missing or come twice")
        table.deletes, table.inserts = self._rows(width), self._rows(width)
        for _ in range(self._count()):
            count = self._count()
            positions = struct.unpack(f"<{count}H", self._take(2 * count))
            self._check_positions(positions, width)
            if (
                not count
                or not table.key
                or list(positions) != sorted(set(positions))
                or positions in table.updates
            ):
                raise ValueError("the columns of an update are out of order")
            table.updates[positions] = self._rows(2 * count + len(table.key))
        return table

    @staticmethod
    def _check_positions(positions: Tuple[int, ...], width: int) -> None:
        if any(not 0 <= position < width for position in positions):
            raise ValueError("a column is out of range")

    def _rows(self, width: int) -> List[Row]:
        count = self._count()
        if count * width > self.end - self.position:
            raise ValueError("more rows than bytes")
        return list(zip(*[self._column(count) for _ in range(width)])) if count else []

    def _column(self, count: int) -> List[Any]:
        tag = self._take(1)[0]
        if tag != _MIXED:
            return self._values(tag, count)
        tags = bytes(self._take(count))
        if any(own > _BLOB for own in set(tags)):
            raise ValueError("a value has an unknown type")
        values = {own: iter(self._values(own, tags.count(own))) for own in sorted(set(tags))}
        return [next(values[own]) for own in tags]

    def _values(self, tag: int, count: int) -> List[Any]:
        if tag == _NULL:
            return [None] * count
        if tag in _ARRAYS:
            return self._array(_ARRAYS[tag], count).tolist()
        if tag not in (_TEXT, _BLOB):
            raise ValueError("a value has an unknown type")
        chunks = [bytes(self._take(length)) for length in self._array("I", count)]
        return [chunk.decode() for chunk in chunks] if tag == _TEXT else chunks

    def _array(self, code: str, count: int) -> array[Any]:
        values = array(code)
        values.frombytes(self._take(count * values.itemsize))
        return _little_endian(values)

    def _json(self) -> Any:
        return json.loads(self._take(self._count()))

    def _count(self) -> int:
        return int(_COUNT.unpack(self._take(4))[0])

    def _take(self, size: int) -> bytes:
        start, self.position = self.position, self.position + size
        if self.position > self.end:
            raise ValueError("it ends too early")
        return self.data[start : self.position]


def _definition(fields: Any) -> DefinitionChange:
    kind, name, table, old, new = fields
    sound = all(type(part) is str for part in (kind, name, table)) and kind in KINDS
    if not sound or not all(part is None or type(part) is str for part in (old, new)):
        raise ValueError("a definition is described wrongly")
    return DefinitionChange(kind, name, table, old, new)


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError("a table is described wrongly")
    return value
