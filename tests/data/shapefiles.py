# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles made and read byte by byte, without GDAL, as a witness of what GDAL does to them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

POINT, LINE, POLYGON, POINT_Z = 1, 3, 5, 11
WGS84 = (
    'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)
Columns = Sequence[tuple[str, str, int, int]]
"""Name, kind (C, N, D, L), width, decimals."""


def write_shapefile(
    path: Path,
    kind: int,
    columns: Columns,
    rows: Sequence[tuple[Any, ...]],
    encoding: str = "UTF-8",
    cpg: bool = True,
) -> None:
    """Each row is a shape and its values: a point (x, y[, z]), or the rings or lines of (x, y), or None."""
    path.parent.mkdir(parents=True, exist_ok=True)
    body, index, at = bytearray(), bytearray(), 50
    for number, (shape, *_) in enumerate(rows, 1):
        content = _shape(kind, shape)
        index += struct.pack(">2i", at, len(content) // 2)
        body += struct.pack(">2i", number, len(content) // 2) + content
        at += 4 + len(content) // 2
    path.write_bytes(_header(kind, len(body)) + body)
    path.with_suffix(".shx").write_bytes(_header(kind, len(index)) + index)
    write_table(path.with_suffix(".dbf"), columns, [row[1:] for row in rows], encoding)
    path.with_suffix(".prj").write_text(WGS84, "ascii")
    if cpg:
        path.with_suffix(".cpg").write_text(encoding, "ascii")


def write_table(
    path: Path, columns: Columns, rows: Sequence[tuple[Any, ...]], encoding: str = "UTF-8"
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    size = 1 + sum(width for _, _, width, _ in columns)
    head = struct.pack("<4BIHH20x", 3, 95, 7, 26, len(rows), 33 + 32 * len(columns), size)
    for name, kind, width, decimals in columns:
        head += struct.pack("<11sc4xBB14x", name.encode(encoding), kind.encode(), width, decimals)
    body = bytearray()
    for row in rows:
        assert len(row) == len(columns), row
        body += b" "
        for value, (_, kind, width, decimals) in zip(row, columns):
            body += _cell(value, kind, width, decimals, encoding)
    path.write_bytes(head + b"\r" + body + b"\x1a")


def read_table(path: Path, encoding: str = "UTF-8") -> list[tuple[str, ...]]:
    """The cells of each row as text, without the blanks around it; a day of zeros is none."""
    data = path.read_bytes()
    count, start, size = struct.unpack("<IHH", data[4:12])
    fields = [(chr(data[at + 11]), data[at + 16]) for at in range(32, start - 1, 32)]
    rows = []
    for number in range(count):
        cells, at = [], start + number * size + 1
        for kind, width in fields:
            text = data[at : at + width].rstrip(b"\0").decode(encoding).strip()
            cells.append("" if kind == "D" and not text.strip("0") else text)
            at += width
        rows.append(tuple(cells))
    return rows


def columns_of(path: Path) -> Columns:
    data = path.read_bytes()
    (start,) = struct.unpack("<H", data[8:10])
    fields = [data[at : at + 32] for at in range(32, start - 1, 32)]
    return [(f[:11].rstrip(b"\0").decode(), chr(f[11]), f[16], f[17]) for f in fields]


def _cell(value: Any, kind: str, width: int, decimals: int, encoding: str) -> bytes:
    if value is None:
        return (b"*" if kind == "N" else b"?" if kind == "L" else b" ") * width
    if kind == "N":
        return f"{value:{width}.{decimals}f}".encode()
    text = (
        ("T" if value else "F") if kind == "L" else str(value).replace("-", "") if kind == "D" else str(value)
    )
    data = text.encode(encoding)
    assert len(data) <= width, (value, width)
    return data.ljust(width)


def _header(kind: int, size: int) -> bytes:
    return struct.pack(">i20xi", 9994, 50 + size // 2) + struct.pack(
        "<2i8d", 1000, kind, *[-180, -90, 180, 90], *[0] * 4
    )


def _shape(kind: int, shape: Any) -> bytes:
    if shape is None:
        return struct.pack("<i", 0)
    if kind == POINT:
        return struct.pack("<i2d", kind, *shape)
    if kind == POINT_Z:
        return struct.pack("<i4d", kind, *shape, -1.7976931348623157e308)
    corners = [corner for part in shape for corner in part]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    starts = [sum(len(part) for part in shape[:number]) for number in range(len(shape))]
    return (
        struct.pack("<i4d2i", kind, min(xs), min(ys), max(xs), max(ys), len(shape), len(corners))
        + struct.pack(f"<{len(starts)}i", *starts)
        + b"".join(struct.pack("<2d", *corner) for corner in corners)
    )
