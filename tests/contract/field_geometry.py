# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries on a field device: WKT as QGIS spells it, GeoPackage blobs, the functions of triggers.

Written apart from the engine on purpose: the device is a witness, and a witness does not ask the accused.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from dataclasses import dataclass
from typing import Any, Iterator, Optional, Union

Coordinates = Union[tuple[float, ...], list["Coordinates"]]

NAMES = {
    1: "Point",
    2: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
    7: "GeometryCollection",
}
KINDS = {name.upper(): kind for kind, name in NAMES.items()}
PART_OF = {4: 1, 5: 2, 6: 3}


@dataclass(frozen=True)
class Geometry:
    """`coordinates` nests as in GeoJSON; a collection holds geometries."""

    kind: int
    has_z: bool
    has_m: bool
    coordinates: Any

    @property
    def dimensions(self) -> int:
        return 2 + self.has_z + self.has_m


# -- WKT ------------------------------------------------------------------------------------------


def to_wkt(geometry: Geometry) -> str:
    """As QgsGeometry.asWkt(17) of QGIS 3: `PointZ (1 2 3)`."""
    return NAMES[geometry.kind] + "Z" * geometry.has_z + "M" * geometry.has_m + " " + _wkt_body(geometry)


def _wkt_body(geometry: Geometry) -> str:
    if geometry.kind == 7:
        return "(" + ",".join(to_wkt(part) for part in geometry.coordinates) + ")"
    if not geometry.coordinates:
        return "EMPTY"
    if geometry.kind == 1:
        return "(" + _position(geometry.coordinates) + ")"
    if geometry.kind == 4:
        return "(" + ",".join(f"({_position(point)})" for point in geometry.coordinates) + ")"
    return _nested(geometry.coordinates)


def _nested(coordinates: Any) -> str:
    if isinstance(coordinates, tuple):
        return _position(coordinates)
    return "(" + ",".join(_nested(item) for item in coordinates) + ")"


def _position(position: tuple[float, ...]) -> str:
    # 17 decimals, not digits: qgsDoubleToString().
    return " ".join(f"{value:.17f}".rstrip("0").rstrip(".") for value in position)


def from_wkt(wkt: str) -> Geometry:
    tokens = iter(re.findall(r"[A-Za-z]+|[-+.\deE]+|[(),]", wkt))
    geometry = _read_wkt(tokens)
    if next(tokens, None) is not None:
        raise ValueError(f"something follows the geometry: {wkt}")
    return geometry


def _read_wkt(tokens: Iterator[str]) -> Geometry:
    word = next(tokens).upper()
    name, flags = re.fullmatch(r"([A-Z]+?)(Z?M?)", word).groups()  # type: ignore[union-attr]
    token = next(tokens)
    if not flags and token.upper() in ("Z", "M", "ZM"):
        flags, token = token.upper(), next(tokens)
    kind, has_z, has_m = KINDS[name], "Z" in flags, "M" in flags
    if token.upper() == "EMPTY":
        return Geometry(kind, has_z, has_m, [])
    if kind == 7:
        parts = [_read_wkt(tokens)]
        while next(tokens) == ",":
            parts.append(_read_wkt(tokens))
        return Geometry(kind, has_z, has_m, parts)
    coordinates, _ = _read_group(tokens)
    if kind == 1:
        coordinates = coordinates[0]
    if kind == 4:
        coordinates = [item[0] if isinstance(item, list) else item for item in coordinates]
    return Geometry(kind, has_z, has_m, coordinates)


def _read_group(tokens: Iterator[str]) -> tuple[Any, str]:
    """What stands between a bracket already read and its end."""
    items: list[Any] = []
    numbers: list[float] = []
    for token in tokens:
        if token == "(":
            items.append(_read_group(tokens)[0])
        elif token in ",)":
            if numbers:
                items.append(tuple(numbers))
                numbers = []
            if token == ")":
                return items, token
        else:
            numbers.append(float(token))
    raise ValueError("a bracket is not closed")


# -- GeoPackage blobs -----------------------------------------------------------------------------


def to_blob(geometry: Geometry, srs_id: int) -> bytes:
    """With an envelope for all but points, little endian, as OGR writes."""
    positions = list(_positions(geometry))
    empty = not positions
    envelope = b"" if geometry.kind == 1 or empty else struct.pack("<4d", *_bounds(positions))
    flags = 0x01 | (0x02 if envelope else 0) | (0x10 if empty else 0)
    return b"GP" + struct.pack("<BBi", 0, flags, srs_id) + envelope + _to_wkb(geometry)


def _to_wkb(geometry: Geometry) -> bytes:
    head = struct.pack("<BI", 1, geometry.kind + 1000 * geometry.has_z + 2000 * geometry.has_m)
    body = geometry.coordinates
    if geometry.kind == 1:
        return head + struct.pack(f"<{geometry.dimensions}d", *(body or [float("nan")] * geometry.dimensions))
    if geometry.kind in (2, 3):
        return head + _packed(body)
    if geometry.kind == 7:
        parts = body
    else:
        parts = [Geometry(PART_OF[geometry.kind], geometry.has_z, geometry.has_m, part) for part in body]
    return head + struct.pack("<I", len(parts)) + b"".join(_to_wkb(part) for part in parts)


def _packed(items: Any) -> bytes:
    if isinstance(items, tuple):
        return struct.pack(f"<{len(items)}d", *items)
    return struct.pack("<I", len(items)) + b"".join(_packed(item) for item in items)


def from_blob(blob: Optional[bytes]) -> Optional[Geometry]:
    if blob is None:
        return None
    if blob[:2] != b"GP":
        raise ValueError("not a GeoPackage geometry")
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return _from_wkb(blob, 8 + envelope)[0]


def _from_wkb(data: bytes, at: int) -> tuple[Geometry, int]:
    order = "<" if data[at] else ">"
    (code,) = struct.unpack_from(order + "I", data, at + 1)
    kind, flags = code % 1000, code // 1000
    has_z, has_m = flags in (1, 3), flags in (2, 3)
    size = 2 + has_z + has_m
    at += 5

    def positions(at: int) -> tuple[list[tuple[float, ...]], int]:
        (count,) = struct.unpack_from(order + "I", data, at)
        end = at + 4 + count * size * 8
        return list(struct.iter_unpack(f"{order}{size}d", data[at + 4 : end])), end

    if kind == 1:
        point = struct.unpack_from(f"{order}{size}d", data, at)
        return Geometry(1, has_z, has_m, [] if point[0] != point[0] else point), at + size * 8
    if kind == 2:
        line, at = positions(at)
        return Geometry(2, has_z, has_m, line), at
    (count,) = struct.unpack_from(order + "I", data, at)
    at += 4
    parts: list[Any] = []
    for _ in range(count):
        if kind == 3:
            ring, at = positions(at)
            parts.append(ring)
        else:
            inner, at = _from_wkb(data, at)
            parts.append(inner if kind == 7 else inner.coordinates)
    return Geometry(kind, has_z, has_m, parts), at


# -- what triggers need ---------------------------------------------------------------------------


def _positions(geometry: Geometry) -> Iterator[tuple[float, ...]]:
    stack = [geometry.coordinates]
    while stack:
        item = stack.pop()
        if isinstance(item, Geometry):
            stack.append(item.coordinates)
        elif isinstance(item, tuple):
            yield item
        else:
            stack.extend(item)


def _bounds(positions: list[tuple[float, ...]]) -> tuple[float, float, float, float]:
    xs = [position[0] for position in positions]
    ys = [position[1] for position in positions]
    return min(xs), max(xs), min(ys), max(ys)


def register_functions(connection: sqlite3.Connection) -> None:
    """What the R-tree triggers of a GeoPackage call."""

    def bound(index: int) -> Any:
        def function(blob: Optional[bytes]) -> Optional[float]:
            geometry = from_blob(blob)
            found = list(_positions(geometry)) if geometry else []
            return _bounds(found)[index] if found else None

        return function

    def is_empty(blob: Optional[bytes]) -> Optional[int]:
        geometry = from_blob(blob)
        return None if geometry is None else int(not any(True for _ in _positions(geometry)))

    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, bound(index), deterministic=True)
    connection.create_function("ST_IsEmpty", 1, is_empty, deterministic=True)
