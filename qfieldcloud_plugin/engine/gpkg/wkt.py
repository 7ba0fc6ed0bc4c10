# SPDX-License-Identifier: GPL-2.0-or-later
"""WKT as QGIS writes and reads it, with doubles that survive the way there and back exactly."""

from __future__ import annotations

import math
import re
from typing import Any, List, Optional, Pattern, Tuple

from .geometry import InvalidGeometry
from .shape import (
    CODES,
    COMPOUNDCURVE,
    CURVEPOLYGON,
    LINESTRING,
    MEMBERS,
    MOST_NESTED,
    NAMES,
    POINT,
    RING_LISTS,
    RUNS,
    Part,
    Shape,
    check_members,
    from_wkb,
    to_wkb,
)

MAX_LENGTH = 64 * 1024 * 1024

# "PointZ (", "Point Z (", "POINT ZM EMPTY", "Point25D(": the name, its dimensions, and what follows.
_TAG = re.compile(r"\s*([A-Z]+?)\s*(?:(25D|ZM|Z|M)\s*)?(EMPTY\b|\()", re.IGNORECASE | re.ASCII)
_EMPTY_OR_OPEN = re.compile(r"\s*(EMPTY\b|\()", re.IGNORECASE | re.ASCII)
_ORDINATES = re.compile(r"[0-9eE+\-.,\sNna]*", re.ASCII)
_UNTIL_NEXT = re.compile(r"[^,()]*")
_MORE_OR_CLOSE = re.compile(r"\s*([,)])")
_SPACE = re.compile(r"\s*")
_INFINITE = (math.inf, -math.inf)


def wkt_to_wkb(text: str, *, nan_as_zero: bool = False) -> bytes:
    """ISO WKB for the WKT. Raises `InvalidGeometry`. See `parse`."""
    return to_wkb(parse(text, nan_as_zero=nan_as_zero))


def wkb_to_wkt(body: bytes) -> str:
    """WKT for ISO or extended WKB. Raises `InvalidGeometry`."""
    return text_of(from_wkb(body))


def parse(text: str, *, nan_as_zero: bool = False) -> Shape:
    """Read WKT in any spelling QGIS or OGR uses. Raises `InvalidGeometry`.

    Z and M may be told by the name or by the number of ordinates. A missing Z or M (`nan`) becomes 0 with
    `nan_as_zero`, as QFieldCloud stores it. A point whose X and Y are `nan` is an empty point.
    """
    if len(text) > MAX_LENGTH:
        raise InvalidGeometry(f"A geometry's text is longer than {MAX_LENGTH} characters.")
    parser = _Parser(text, nan_as_zero)
    part = parser.tagged(0)
    parser.end()
    return Shape(part.kind, bool(parser.z), bool(parser.m), part.parts)


class _Parser:
    def __init__(self, text: str, nan_as_zero: bool) -> None:
        self.text, self.position, self.nan_as_zero = text, 0, nan_as_zero
        # Unknown until a name or the first coordinates tell them.
        self.z: Optional[bool] = None
        self.m: Optional[bool] = None

    def tagged(self, depth: int) -> Part:
        match = self._take(_TAG, "the name of a geometry type")
        name, dimensions, opening = match.group(1, 2, 3)
        kind = CODES.get(name.upper())
        if kind is None:
            raise InvalidGeometry(f"{name[:40]} is not the name of a geometry type.")
        if dimensions:
            spelled = dimensions.upper()
            self._set_dimensions("Z" in spelled or spelled == "25D", "M" in spelled)
        return self._body(kind, opening, depth)

    def _body(self, kind: int, opening: str, depth: int) -> Part:
        if depth > MOST_NESTED:
            raise InvalidGeometry("A geometry's text is nested too deeply.")
        if opening != "(":
            return Part(kind, ())
        if kind in RUNS:
            run = self._run()
            return Part(kind, self._point(run) if kind == POINT else run)
        if kind in RING_LISTS:
            return Part(kind, tuple(self._items(self._ring)))
        parts = tuple(self._items(lambda: self._member(kind, depth)))
        check_members(kind, parts)
        return Part(kind, parts)

    def _items(self, item: Any) -> List[Any]:
        items = [item()]
        while self._take(_MORE_OR_CLOSE, "a comma or a closing bracket").group(1) == ",":
            items.append(item())
        return items

    def _ring(self) -> Tuple[float, ...]:
        return self._run() if self._take(_EMPTY_OR_OPEN, "an opening bracket").group(1) == "(" else ()

    def _member(self, kind: int, depth: int) -> Part:
        default = MEMBERS[kind][0]
        opening = _EMPTY_OR_OPEN.match(self.text, self.position)
        if opening and len(MEMBERS[kind]) < len(NAMES):
            self.position = opening.end()
            return self._body(default, opening.group(1), depth + 1)
        if default == POINT and len(MEMBERS[kind]) == 1 and not _TAG.match(self.text, self.position):
            return Part(POINT, self._point(self._bare_point()))
        return self.tagged(depth + 1)

    def _bare_point(self) -> Tuple[float, ...]:
        # MULTIPOINT (1 2, 3 4): old writers leave the inner brackets out.
        match = self._take(_UNTIL_NEXT, "a point")
        return self._ordinates(match.group())

    def _run(self) -> Tuple[float, ...]:
        end = self.text.find(")", self.position)
        if end < 0:
            raise InvalidGeometry("A geometry's text ends before its last bracket is closed.")
        run = self._ordinates(self.text[self.position : end])
        self.position = end + 1
        return run

    def _ordinates(self, text: str) -> Tuple[float, ...]:
        if not _ORDINATES.fullmatch(text):
            raise InvalidGeometry(f"“{_shortened(text)}” are not coordinates.")
        points = [point.split() for point in text.split(",")]
        if self.z is None:
            self._set_dimensions(len(points[0]) > 2, len(points[0]) > 3)
        dimensions = 2 + bool(self.z) + bool(self.m)
        if any(len(point) != dimensions for point in points):
            raise InvalidGeometry(f"“{_shortened(text)}” are not points of {dimensions} ordinates.")
        try:
            values = tuple([float(ordinate) for point in points for ordinate in point])
        except ValueError:
            raise InvalidGeometry(f"“{_shortened(text)}” are not coordinates.") from None
        if "n" in text or "N" in text:
            values = self._checked_nan(values, dimensions)
        if any(infinite in values for infinite in _INFINITE):
            raise InvalidGeometry(f"“{_shortened(text)}” holds a number that is too large.")
        return values

    def _checked_nan(self, values: Tuple[float, ...], dimensions: int) -> Tuple[float, ...]:
        nowhere = [math.isnan(value) for at, value in enumerate(values) if at % dimensions < 2]
        if any(nowhere) and nowhere != [True, True]:
            raise InvalidGeometry("A point has no number for X or Y.")
        if not self.nan_as_zero or nowhere == [True, True]:
            return values
        return tuple(0.0 if math.isnan(value) else value for value in values)

    def _point(self, run: Tuple[float, ...]) -> Tuple[float, ...]:
        if len(run) != 2 + bool(self.z) + bool(self.m):
            raise InvalidGeometry("A point has more than one place.")
        return () if math.isnan(run[0]) else run

    def _set_dimensions(self, z: bool, m: bool) -> None:
        if self.z is None:
            self.z, self.m = z, m
        elif (self.z, self.m) != (z, m):
            raise InvalidGeometry("The parts of a geometry have different dimensions.")

    def _take(self, pattern: Pattern[str], what: str) -> Any:
        match = pattern.match(self.text, self.position)
        if match is None:
            found = _shortened(self.text[self.position : self.position + 60]) or "the end"
            raise InvalidGeometry(f"{what.capitalize()} was expected, not “{found}”.")
        self.position = match.end()
        return match

    def end(self) -> None:
        match = _SPACE.match(self.text, self.position)
        if match and match.end() != len(self.text):
            raise InvalidGeometry(
                f"A geometry's text goes on after its end: “{_shortened(self.text[match.end() :])}”."
            )


def text_of(shape: Shape) -> str:
    """The WKT of a shape, spelled as QGIS spells it. Raises `InvalidGeometry` if an ordinate is infinite."""
    # "Point Z" is what newer QGIS writes; older QGIS reads it too, and OGR reads only this.
    suffix = " " + "Z" * shape.z + "M" * shape.m if shape.z or shape.m else ""
    out: List[str] = []
    _write(Part(shape.kind, shape.parts), suffix, shape.dimensions, out)
    return "".join(out)


def _write(part: Part, suffix: str, dimensions: int, out: List[str], *, named: bool = True) -> None:
    kind, parts = part
    if named:
        out.append(f"{NAMES[kind]}{suffix} ")
    if not parts:
        out.append("EMPTY")
        return
    if kind in RUNS:
        out.append(_run_text(parts, dimensions))
        return
    separator = "("
    for inner in parts:
        out.append(separator)
        separator = ","
        if kind in RING_LISTS:
            out.append(_run_text(inner, dimensions))
        else:
            _write(inner, suffix, dimensions, out, named=_is_named(kind, inner.kind))
    out.append(")")


def _is_named(kind: int, inner: int) -> bool:
    # As QGIS does: names where there is a choice, except for the straight pieces of one curve or ring.
    if kind in (COMPOUNDCURVE, CURVEPOLYGON):
        return inner != LINESTRING
    return len(MEMBERS[kind]) > 1


def _run_text(run: Tuple[float, ...], dimensions: int) -> str:
    if not run:
        return "EMPTY"
    numbers = [_number(value) for value in run]
    points = [" ".join(numbers[at : at + dimensions]) for at in range(0, len(numbers), dimensions)]
    return "(" + ", ".join(points) + ")"


def _number(value: float) -> str:
    text = repr(value)
    if text.endswith(".0"):
        return text[:-2]
    if "inf" in text:
        raise InvalidGeometry("A coordinate is infinite, which WKT cannot say.")
    return text


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else text[:37] + "…"
