# SPDX-License-Identifier: GPL-2.0-or-later
"""A geometry as a tree: read from and written to WKB, and promoted to the type a layer wants."""

from __future__ import annotations

import struct
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from .geometry import InvalidGeometry

(
    POINT,
    LINESTRING,
    POLYGON,
    MULTIPOINT,
    MULTILINESTRING,
    MULTIPOLYGON,
    GEOMETRYCOLLECTION,
    CIRCULARSTRING,
    COMPOUNDCURVE,
    CURVEPOLYGON,
    MULTICURVE,
    MULTISURFACE,
) = range(1, 13)
POLYHEDRALSURFACE, TIN, TRIANGLE = 15, 16, 17

# As QGIS writes them; in upper case they are what GeoPackages declare.
NAMES = {
    POINT: "Point",
    LINESTRING: "LineString",
    POLYGON: "Polygon",
    MULTIPOINT: "MultiPoint",
    MULTILINESTRING: "MultiLineString",
    MULTIPOLYGON: "MultiPolygon",
    GEOMETRYCOLLECTION: "GeometryCollection",
    CIRCULARSTRING: "CircularString",
    COMPOUNDCURVE: "CompoundCurve",
    CURVEPOLYGON: "CurvePolygon",
    MULTICURVE: "MultiCurve",
    MULTISURFACE: "MultiSurface",
    POLYHEDRALSURFACE: "PolyhedralSurface",
    TIN: "TIN",
    TRIANGLE: "Triangle",
}
CODES = {name.upper(): code for code, name in NAMES.items()}

RUNS = {POINT, LINESTRING, CIRCULARSTRING}
RING_LISTS = {POLYGON, TRIANGLE}
# What the parts of a collection may be; the first is what a part without a name is.
MEMBERS: Dict[int, Tuple[int, ...]] = {
    MULTIPOINT: (POINT,),
    MULTILINESTRING: (LINESTRING,),
    MULTIPOLYGON: (POLYGON,),
    GEOMETRYCOLLECTION: tuple(NAMES),
    COMPOUNDCURVE: (LINESTRING, CIRCULARSTRING),
    CURVEPOLYGON: (LINESTRING, CIRCULARSTRING, COMPOUNDCURVE),
    MULTICURVE: (LINESTRING, CIRCULARSTRING, COMPOUNDCURVE),
    MULTISURFACE: (POLYGON, CURVEPOLYGON),
    POLYHEDRALSURFACE: (POLYGON,),
    TIN: (TRIANGLE,),
}
MOST_NESTED = 32

_NAN = float("nan")
_ENDIAN = {0: ">", 1: "<"}


class Part(NamedTuple):
    """A geometry without its dimensions: `parts` is one flat run of ordinates (point, line, arc), a tuple of
    such runs (polygon, triangle) or a tuple of `Part` (all others); empty for EMPTY."""

    kind: int
    parts: Any


class Shape(NamedTuple):
    """A whole geometry; all its parts have the same dimensions."""

    kind: int
    z: bool
    m: bool
    parts: Any

    @property
    def dimensions(self) -> int:
        return 2 + self.z + self.m


def from_wkb(body: bytes) -> Shape:
    """Read ISO WKB, or the flavour with extended flags. Raises `InvalidGeometry`."""
    reader = _WkbReader(body)
    part = reader.part(0)
    if reader.position != len(body):
        raise InvalidGeometry("A geometry is followed by bytes that do not belong to it.")
    return Shape(part.kind, bool(reader.z), bool(reader.m), part.parts)


class _WkbReader:
    def __init__(self, body: bytes) -> None:
        self.body, self.position = body, 0
        self.z: Optional[bool] = None
        self.m: Optional[bool] = None

    def part(self, depth: int) -> Part:
        if depth > MOST_NESTED:
            raise InvalidGeometry("Geometries are nested too deeply.")
        kind, order = self._type()
        if kind == POINT:
            return Part(kind, self._without_nan(self._run(order, 1)))
        if kind in RUNS:
            return Part(kind, self._run(order, self._count(order)))
        if kind in RING_LISTS:
            return Part(kind, tuple(self._run(order, self._count(order)) for _ in range(self._count(order))))
        parts = tuple(self.part(depth + 1) for _ in range(self._count(order)))
        check_members(kind, parts)
        return Part(kind, parts)

    def _type(self) -> Tuple[int, str]:
        self._need(5)
        order = _ENDIAN.get(self.body[self.position])
        if order is None:
            raise InvalidGeometry("A geometry has an unknown byte order.")
        code = int(struct.unpack_from(order + "I", self.body, self.position + 1)[0])
        self.position += 5
        if code & 0x20000000:
            self._need(4)
            self.position += 4
        flags, code = code >> 30, code & 0x1FFFFFFF
        thousands, kind = divmod(code, 1000)
        z, m = bool(flags & 2) or thousands in (1, 3), bool(flags & 1) or thousands in (2, 3)
        if kind not in NAMES or thousands > 3:
            raise InvalidGeometry(f"A geometry has the unknown type {code}.")
        if self.z is None:
            self.z, self.m = z, m
        elif (self.z, self.m) != (z, m):
            raise InvalidGeometry("The parts of a geometry have different dimensions.")
        return kind, order

    def _count(self, order: str) -> int:
        self._need(4)
        count = int(struct.unpack_from(order + "I", self.body, self.position)[0])
        self.position += 4
        # Whatever is counted, each takes four bytes at least.
        self._need(4 * count)
        return count

    def _run(self, order: str, points: int) -> Tuple[float, ...]:
        ordinates = points * (2 + bool(self.z) + bool(self.m))
        self._need(8 * ordinates)
        values = struct.unpack_from(f"{order}{ordinates}d", self.body, self.position)
        self.position += 8 * ordinates
        return values

    def _need(self, size: int) -> None:
        if size > len(self.body) - self.position:
            raise InvalidGeometry("A geometry ends too early.")

    @staticmethod
    def _without_nan(run: Tuple[float, ...]) -> Tuple[float, ...]:
        # WKB has no other way to say POINT EMPTY.
        return () if run[0] != run[0] and run[1] != run[1] else run


def check_members(kind: int, parts: Tuple[Part, ...]) -> None:
    """Raise `InvalidGeometry` if a collection holds what its type does not allow."""
    allowed = MEMBERS[kind]
    for part in parts:
        if part.kind not in allowed:
            raise InvalidGeometry(f"A {NAMES[kind]} cannot hold a {NAMES[part.kind]}.")


def to_wkb(shape: Shape) -> bytes:
    """ISO WKB, little endian, as OGR writes it into GeoPackages."""
    out: List[bytes] = []
    _write(Part(shape.kind, shape.parts), 1000 * shape.z + 2000 * shape.m, shape.dimensions, out)
    return b"".join(out)


def _write(part: Part, flags: int, dimensions: int, out: List[bytes]) -> None:
    kind, parts = part
    out.append(struct.pack("<BI", 1, kind + flags))
    if kind == POINT:
        out.append(struct.pack(f"<{dimensions}d", *(parts or (_NAN,) * dimensions)))
    elif kind in RUNS:
        _write_run(parts, dimensions, out)
    else:
        out.append(struct.pack("<I", len(parts)))
        for inner in parts:
            if kind in RING_LISTS:
                _write_run(inner, dimensions, out)
            else:
                _write(inner, flags, dimensions, out)


def _write_run(run: Tuple[float, ...], dimensions: int, out: List[bytes]) -> None:
    out.append(struct.pack(f"<I{len(run)}d", len(run) // dimensions, *run))


def with_dimensions(shape: Shape, z: bool, m: bool) -> Shape:
    """The same shape with other dimensions: what is added is 0, as QGIS does it; the rest is dropped."""
    if (shape.z, shape.m) == (z, m):
        return shape
    dimensions = shape.dimensions
    sources: List[int] = [0, 1]
    if z:
        sources.append(2 if shape.z else -1)
    if m:
        sources.append(dimensions - 1 if shape.m else -1)

    def run(values: Tuple[float, ...]) -> Tuple[float, ...]:
        points = range(0, len(values), dimensions)
        return tuple(values[at + source] if source >= 0 else 0.0 for at in points for source in sources)

    return Shape(shape.kind, z, m, _mapped(shape.kind, shape.parts, run))


def _mapped(kind: int, parts: Any, run: Any) -> Any:
    if kind in RUNS:
        return run(parts)
    if kind in RING_LISTS:
        return tuple(run(ring) for ring in parts)
    return tuple(Part(part.kind, _mapped(part.kind, part.parts, run)) for part in parts)


# To what a type can be promoted without changing its points, besides what collections take as members.
_SAME_PARTS = {
    (MULTILINESTRING, MULTICURVE),
    (MULTIPOLYGON, MULTISURFACE),
    (TRIANGLE, POLYGON),
    (TIN, POLYHEDRALSURFACE),
}
_MULTI = (MULTIPOINT, MULTILINESTRING, MULTIPOLYGON, MULTICURVE, MULTISURFACE, GEOMETRYCOLLECTION)


def with_type(shape: Shape, kind: int) -> Shape:
    """The shape as a geometry of the type `kind` (0: any).

    Single becomes multi, straight becomes curve, and a multi-part of one part becomes that part.
    Raises `InvalidGeometry` when points would have to be changed.
    """
    if kind in (0, shape.kind):
        return shape
    part = _promoted(Part(shape.kind, shape.parts), kind)
    if part is None:
        raise InvalidGeometry(f"A {NAMES[shape.kind]} does not fit into a layer of {NAMES[kind]}s.")
    return Shape(part.kind, shape.z, shape.m, part.parts)


def _promoted(part: Part, kind: int) -> Optional[Part]:
    if part.kind == kind or (part.kind, kind) in _SAME_PARTS:
        return Part(kind, part.parts)
    if part.kind == POLYGON and kind == CURVEPOLYGON:
        return Part(kind, tuple(Part(LINESTRING, ring) for ring in part.parts))
    if not part.parts and _dimension(part.kind) == _dimension(kind):
        return Part(kind, ())
    if part.kind in (TIN, POLYHEDRALSURFACE) and kind in (MULTIPOLYGON, MULTISURFACE):
        return Part(kind, tuple(Part(POLYGON, face.parts) for face in part.parts))
    if kind in _MULTI or kind == COMPOUNDCURVE:
        if part.kind in MEMBERS[kind]:
            return Part(kind, (part,))
        inner = _promoted(part, MEMBERS[kind][0]) if part.kind == TRIANGLE else None
        return Part(kind, (inner,)) if inner else None
    if part.kind in _MULTI and len(part.parts) == 1:
        return _promoted(part.parts[0], kind)
    return None


def _dimension(kind: int) -> int:
    if kind in (POINT, MULTIPOINT):
        return 0
    if kind in (LINESTRING, MULTILINESTRING, CIRCULARSTRING, COMPOUNDCURVE, MULTICURVE):
        return 1
    return 2
