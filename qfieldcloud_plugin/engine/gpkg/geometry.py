# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackage geometry blobs: the header around the WKB, envelopes, and when two geometries are the same."""

from __future__ import annotations

import math
import struct
from typing import Any, List, Optional, Tuple

Envelope = Tuple[float, float, float, float]
"""minx, maxx, miny, maxy, in the units of the layer's CRS."""

_ENVELOPE_SIZES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_EMPTY_FLAG = 0x10
_ENVELOPES = {2: 1 << 1, 3: 2 << 1}  # by the number of axes
_ENDIAN = {0: ">", 1: "<"}
_TYPE_NAMES = [
    "GEOMETRY",
    "POINT",
    "LINESTRING",
    "POLYGON",
    "MULTIPOINT",
    "MULTILINESTRING",
    "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
    "CIRCULARSTRING",
    "COMPOUNDCURVE",
    "CURVEPOLYGON",
    "MULTICURVE",
    "MULTISURFACE",
    "CURVE",
    "SURFACE",
    "POLYHEDRALSURFACE",
    "TIN",
    "TRIANGLE",
]
_POINT = {1}
_POINT_LISTS = {2, 8}  # LineString, CircularString
_RING_LISTS = {3, 17}  # Polygon, Triangle
_COLLECTIONS = {4, 5, 6, 7, 9, 10, 11, 12, 15, 16}
_MOST_GEOMETRIES_NESTED = 32


class InvalidGeometry(ValueError):
    """The bytes are no GeoPackage geometry."""


def header_size(blob: bytes) -> int:
    """Where the WKB starts in the blob."""
    if len(blob) < 8 or blob[:2] != b"GP":
        raise InvalidGeometry("A geometry does not start with GP.")
    try:
        return 8 + _ENVELOPE_SIZES[(blob[3] >> 1) & 7]
    except KeyError:
        raise InvalidGeometry("A geometry has an envelope of unknown kind.") from None


def wkb(blob: bytes) -> bytes:
    """The WKB inside the blob."""
    return blob[header_size(blob) :]


def srs_id(blob: bytes) -> int:
    header_size(blob)
    return int(struct.unpack_from(_ENDIAN[blob[3] & 1] + "i", blob, 4)[0])


def geometry_type_name(blob: bytes) -> str:
    """`POINT`, `MULTIPOLYGON` …, without Z and M."""
    code = _Reader(wkb(blob)).geometry_type()[0]
    return _TYPE_NAMES[code]


def is_empty(blob: bytes) -> bool:
    """No coordinate in it; `POINT EMPTY` counts, whose coordinates are NaN."""
    return envelope(blob) is None


def same_geometry(one: Any, other: Any) -> bool:
    """Equal WKB, whatever the headers say; values that are no geometries are compared as they are."""
    if one == other:
        return type(one) is type(other)
    if not isinstance(one, bytes) or not isinstance(other, bytes):
        return False
    try:
        return wkb(one) == wkb(other)
    except InvalidGeometry:
        return False


def envelope(blob: bytes) -> Optional[Envelope]:
    """The box around the geometry, from the header if it has one; None when it is empty."""
    size = header_size(blob)
    if size > 8 and len(blob) >= 40:
        box: Envelope = struct.unpack_from(_ENDIAN[blob[3] & 1] + "4d", blob, 8)
        if not any(map(math.isnan, box)):
            return box
    if blob[3] & _EMPTY_FLAG:
        return None
    return wkb_envelope(blob[size:])


def box_of(value: Any) -> Optional[Envelope]:
    """The box around what a geometry column holds; None when that is empty, or no geometry at all."""
    if not isinstance(value, bytes):
        return None
    try:
        return envelope(value)
    except InvalidGeometry:
        return None


def wkb_envelope(body: bytes) -> Optional[Envelope]:
    """The box around a WKB geometry; None when it is empty."""
    if len(body) == 21 and body[:5] == b"\x01\x01\x00\x00\x00":
        x, y = struct.unpack_from("<2d", body, 5)
        return None if math.isnan(x) or math.isnan(y) else (x, x, y, y)
    reader = _Reader(body)
    reader.geometry(0)
    xs, ys = reader.bounds_x, reader.bounds_y
    return (min(xs), max(xs), min(ys), max(ys)) if xs and ys else None


def geometry_blob(body: bytes, srs: int) -> bytes:
    """A GeoPackage geometry around `body`, with the header OGR writes: no envelope for a point, three axes with Z."""
    reader = _Reader(body)
    reader.geometry(0)
    axes = [axis for axis in (reader.bounds_x, reader.bounds_y, reader.bounds_z) if axis]
    if not reader.bounds_x or not reader.bounds_y:
        return b"GP\x00" + bytes([_EMPTY_FLAG | 1]) + struct.pack("<i", srs) + body
    if _Reader(body).geometry_type()[0] in _POINT:
        return b"GP\x00\x01" + struct.pack("<i", srs) + body
    box = [end for axis in axes for end in (min(axis), max(axis))]
    flags = bytes([_ENVELOPES[len(axes)] | 1])
    return b"GP\x00" + flags + struct.pack(f"<i{len(box)}d", srs, *box) + body


class _Reader:
    """Walks WKB and gathers bounds; never believes a count that the bytes cannot hold."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.position = 0
        self.bounds_x: List[float] = []
        self.bounds_y: List[float] = []
        self.bounds_z: List[float] = []
        self._has_z = False

    def geometry_type(self) -> Tuple[int, int, str]:
        """Type code without Z and M, coordinates per point, byte order."""
        body, position = self.body, self.position
        if len(body) < position + 5 or body[position] not in _ENDIAN:
            raise InvalidGeometry("A geometry ends too early.")
        order = _ENDIAN[body[position]]
        code = struct.unpack_from(order + "I", body, position + 1)[0]
        self.position = position + 5
        dimensions = 2
        self._has_z = bool(code & 0x80000000) or code % 0x20000000 // 1000 in (1, 3)
        if code & 0xE0000000:  # the extended flags some writers use instead of ISO codes
            dimensions += bool(code & 0x80000000) + bool(code & 0x40000000)
            if code & 0x20000000:
                self.position += 4
            code &= 0x1FFFFFFF
        dimensions += (0, 1, 1, 2)[code // 1000] if code < 4000 else 0
        code %= 1000
        if code >= len(_TYPE_NAMES):
            raise InvalidGeometry(f"A geometry has the unknown type {code}.")
        return code, dimensions, order

    def geometry(self, depth: int) -> None:
        if depth > _MOST_GEOMETRIES_NESTED:
            raise InvalidGeometry("Geometries are nested too deeply.")
        code, dimensions, order = self.geometry_type()
        if code in _POINT:
            self._coordinates(1, dimensions, order)
        elif code in _POINT_LISTS:
            self._coordinates(self._count(order), dimensions, order)
        elif code in _RING_LISTS:
            for _ in range(self._count(order)):
                self._coordinates(self._count(order), dimensions, order)
        elif code in _COLLECTIONS:
            for _ in range(self._count(order)):
                self.geometry(depth + 1)
        else:
            raise InvalidGeometry(f"A geometry has the abstract type {_TYPE_NAMES[code]}.")

    def _count(self, order: str) -> int:
        if len(self.body) < self.position + 4:
            raise InvalidGeometry("A geometry ends too early.")
        count = int(struct.unpack_from(order + "I", self.body, self.position)[0])
        self.position += 4
        if count * 4 > len(self.body) - self.position:
            raise InvalidGeometry("A geometry claims more parts than it has bytes.")
        return count

    def _coordinates(self, points: int, dimensions: int, order: str) -> None:
        size = points * dimensions * 8
        if size > len(self.body) - self.position:
            raise InvalidGeometry("A geometry claims more points than it has bytes.")
        values = struct.unpack_from(f"{order}{points * dimensions}d", self.body, self.position)
        self.position += size
        bounds_of = (self.bounds_x, self.bounds_y, self.bounds_z)
        for start, bounds in enumerate(bounds_of[: 3 if self._has_z else 2]):
            axis = [value for value in values[start::dimensions] if value == value]  # drops NaN
            if axis:
                bounds += (min(axis), max(axis))
