# SPDX-License-Identifier: GPL-2.0-or-later
"""The area of interest: a polygon of any shape, and whether a feature's box touches it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Optional

from ..message import Message
from ..project.crs import transform_box
from ..project.project import Project
from .areas import area_for
from .errors import PackagingError
from .options import CABLE, Area, PackageOptions

Ring = list[tuple[float, float]]
Bounds = tuple[float, float, float, float]
"""minx, maxx, miny, maxy."""

_RING = re.compile(r"\(([^()]+)\)")
_BANDS = 256


class Shape:
    """Rings in one CRS; what lies inside an odd number of them is inside, so holes and several parts just work."""

    def __init__(self, rings: Sequence[Ring]) -> None:
        self.rings = [ring if ring[0] == ring[-1] else [*ring, ring[0]] for ring in rings if len(ring) > 2]
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        if not xs:
            raise ValueError("An area of interest must be a polygon.")
        self.bounds: Bounds = (min(xs), max(xs), min(ys), max(ys))
        self.is_box = len(self.rings) == 1 and _is_box(self.rings[0], self.bounds)
        self._height = (self.bounds[3] - self.bounds[2]) / _BANDS or 1.0
        self._bands: list[list[tuple[float, float, float, float]]] = [[] for _ in range(_BANDS)]
        if not self.is_box:
            self._fill_bands()

    def touches(self, minx: float, maxx: float, miny: float, maxy: float) -> bool:
        """Whether the box and the area have a point in common; borders count."""
        low_x, high_x, low_y, high_y = self.bounds
        if maxx < low_x or minx > high_x or maxy < low_y or miny > high_y:
            return False
        if self.is_box or self._contains(minx, miny):
            return True
        seen = set()
        for band in range(self._band(miny), self._band(maxy) + 1):
            for edge in self._bands[band]:
                if edge not in seen:
                    seen.add(edge)
                    if _crosses(edge, minx, maxx, miny, maxy):
                        return True
        return False

    def _contains(self, x: float, y: float) -> bool:
        inside = False
        for x1, y1, x2, y2 in self._bands[self._band(y)]:
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def _fill_bands(self) -> None:
        for ring in self.rings:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
                for band in range(self._band(min(y1, y2)), self._band(max(y1, y2)) + 1):
                    self._bands[band].append((x1, y1, x2, y2))

    def _band(self, y: float) -> int:
        # In an area with next to no height the quotient may be infinite.
        return int(max(0.0, min(_BANDS - 1.0, (y - self.bounds[2]) / self._height)))


def _is_box(ring: Ring, bounds: Bounds) -> bool:
    corners = {(x, y) for x in bounds[:2] for y in bounds[2:]}
    steps = all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in zip(ring, ring[1:]))
    return steps and len(ring) == 5 and set(ring) == corners


def _crosses(
    edge: tuple[float, float, float, float], minx: float, maxx: float, miny: float, maxy: float
) -> bool:
    """Whether the segment has a point in the box, by clipping it to the box (Liang and Barsky)."""
    x1, y1, x2, y2 = edge
    start, end = 0.0, 1.0
    for delta, low, high in ((x2 - x1, minx - x1, maxx - x1), (y2 - y1, miny - y1, maxy - y1)):
        if delta == 0:
            if low > 0 or high < 0:
                return False
            continue
        enter, leave = sorted((low / delta, high / delta))
        start, end = max(start, enter), min(end, leave)
        if start > end:
            return False
    return True


def parse_rings(wkt: str) -> list[Ring]:
    """The rings of a polygon or multipolygon in WKT; [] when there is none. Z and M are dropped."""
    rings = []
    for text in _RING.findall(wkt):
        try:
            ring = [(float(numbers[0]), float(numbers[1])) for numbers in map(str.split, text.split(","))]
        except (ValueError, IndexError):
            return []
        if not all(math.isfinite(number) for point in ring for number in point):
            return []
        rings.append(ring)
    return rings


def area_of(project: Project, options: PackageOptions) -> Optional[Area]:
    """The area that limits this package: the caller's, else that of whom it is made for, else the project's own.

    Raises PackagingError when one of the first two is no polygon: packaging everything would not be what was meant.
    """
    if options.area is not None:
        if not parse_rings(options.area.wkt):
            raise PackagingError(Message("The area is not a polygon in WKT. Nothing was written."))
        return options.area
    somebodys = area_for(project, options.made_for)
    if somebodys is not None:
        if not parse_rings(somebodys.area.wkt):
            raise PackagingError(
                Message("The area for “{who}” is not a polygon. Nothing was written.", who=somebodys.who)
            )
        return somebodys.area
    if not project.offline_copy_only_aoi:
        return None
    wkt = str(project.entry("qfieldsync", "areaOfInterest") or "")
    crs = str(project.entry("qfieldsync", "areaOfInterestCrs") or "")
    if wkt and crs:
        return Area(wkt, crs)
    if options.mode == CABLE and project.extent is not None:
        xmin, ymin, xmax, ymax = project.extent
        corners = ((xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax), (xmin, ymin))
        return Area(
            f"POLYGON(({', '.join(f'{x} {y}' for x, y in corners)}))", project.extent_crs or project.crs
        )
    return None  # without an area, all layers' extents together are meant: that is no limit


def shape_in(area: Area, crs: str, options: PackageOptions) -> Optional[Shape]:
    """The area in another CRS; None when nobody here can transform it."""
    rings: Optional[list[Ring]] = parse_rings(area.wkt)
    if not rings:
        return None
    if area.crs.upper() != crs.upper():
        moved = [_transformed(ring, area.crs, crs) for ring in rings]
        if None not in moved:
            rings = [ring for ring in moved if ring is not None]
        else:
            rings = options.reproject(rings, area.crs, crs) if options.reproject is not None else None
    try:
        return Shape(rings) if rings else None
    except ValueError:
        return None


def _transformed(ring: Ring, source: str, target: str) -> Optional[Ring]:
    points: Ring = []
    for x, y in ring:
        box = transform_box((x, y, x, y), source, target)
        if box is None:
            return None
        points.append((box[0], box[1]))
    return points
