# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a file that was written holds what it should: read back, compared by key, value by value."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from qfieldcloud_plugin.engine.delta import values
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import InvalidGeometry, is_empty, wkb
from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_plugin.engine.ogr import TABLE, OgrLayer


def first_difference(
    wanted: Path, written: Path, layer: OgrLayer, key: str, tolerances: Mapping[str, float], *, trims: bool
) -> str:
    """What is not as it should be, or "". `trims` is for formats that know neither empty text nor blanks at its end."""
    with closing(sqlite3.connect(wanted)) as connection:
        connection.create_function("same_shape", 2, _same_shape, deterministic=True)
        connection.create_function("same_moment", 2, _same_moment, deterministic=True)
        connection.execute("ATTACH ? AS written", (str(written),))
        connection.execute(f"CREATE UNIQUE INDEX written.by_key ON {TABLE} ({quoted(key)})")
        one, other = (
            connection.execute(f"SELECT count(*) FROM {name}.{TABLE}").fetchone()[0]  # noqa: S608 - our own names
            for name in ("main", "written")
        )
        if one != other:
            return f"{other} rows were written instead of {one}"
        for name in [*layer.fields, *filter(None, [layer.geometry])]:
            same = _condition(name, layer, tolerances, trims=trims)
            # A row without its match has a key that became another.
            row = connection.execute(
                f"SELECT a.{quoted(key)} FROM {TABLE} a LEFT JOIN written.{TABLE} b "  # noqa: S608 - quoted
                f"ON a.{quoted(key)} = b.{quoted(key)} WHERE b.{quoted(key)} IS NULL OR NOT ({same}) LIMIT 1"
            ).fetchone()
            if row is not None:
                return f"“{name}” of the row {row[0]!r} would become another value"
    return ""


def _condition(name: str, layer: OgrLayer, tolerances: Mapping[str, float], *, trims: bool) -> str:
    a, b = f"a.{quoted(name)}", f"b.{quoted(name)}"
    if name == layer.geometry:
        return f"{a} IS {b} OR same_shape({a}, {b})"
    if name in tolerances:
        return f"{a} IS {b} OR coalesce(abs({a} - {b}) <= {tolerances[name]!r} + 1e-15 * abs({a}), 0)"
    kind = dict(zip(layer.fields, layer.types, strict=True))[name]
    if kind in ("OFTDateTime", "OFTTime"):
        return f"{a} IS {b} OR same_moment({a}, {b})"
    if kind == "OFTString" and trims:
        return f"rtrim(coalesce({a}, '')) = rtrim(coalesce({b}, ''))"
    return f"{a} IS {b}"


def _same_moment(one: Any, other: Any) -> bool:
    return None not in (one, other) and values.same(one, other, values.Kind.DATETIME)


def _same_shape(one: Any, other: Any) -> bool:
    """Formats have their own order of rings and corners; what is drawn must be the same."""
    try:
        return _canonical(one) == _canonical(other)
    except InvalidGeometry:
        return False


def _canonical(blob: Any) -> Any:
    if blob is None or is_empty(blob):
        return None
    shape = shapes.from_wkb(wkb(blob))
    size = shape.dimensions
    if shape.kind == shapes.POLYGON:
        rings = list(shape.parts)
    elif shape.kind == shapes.MULTIPOLYGON:
        rings = [ring for part in shape.parts for ring in part.parts]
    else:
        return shape
    return shapes.POLYGON, shape.z, shape.m, sorted(_ring(ring, size) for ring in rings if ring)


def _ring(run: tuple[float, ...], size: int) -> list[tuple[float, ...]]:
    """The corners from the smallest one on, clockwise or not whichever comes first."""
    corners = [run[start : start + size] for start in range(0, len(run), size)]
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    start = corners.index(min(corners))
    forwards = corners[start:] + corners[:start]
    return min(forwards, [forwards[0], *forwards[:0:-1]])
