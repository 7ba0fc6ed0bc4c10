# SPDX-License-Identifier: GPL-2.0-or-later
"""The SQL functions that triggers of GeoPackages call, for connections without SpatiaLite or OGR."""

from __future__ import annotations

import sqlite3
from typing import Any, Callable, Optional

from .geometry import Envelope, InvalidGeometry, envelope, geometry_type_name, is_empty, srs_id


def register_functions(connection: sqlite3.Connection) -> None:
    """ST_IsEmpty, ST_MinX … ST_MaxY, ST_SRID, ST_GeometryType; NULL for what is not a geometry."""

    def register(name: str, function: Callable[[bytes], Any]) -> None:
        connection.create_function(name, 1, _null_tolerant(function), deterministic=True)

    register("ST_IsEmpty", lambda blob: int(is_empty(blob)))
    for position, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        register(name, _bound(position))
    register("ST_SRID", srs_id)
    register("ST_GeometryType", lambda blob: "ST_" + geometry_type_name(blob))


def _bound(position: int) -> Callable[[bytes], Optional[float]]:
    def bound(blob: bytes) -> Optional[float]:
        box: Optional[Envelope] = envelope(blob)
        return None if box is None else box[position]

    return bound


def _null_tolerant(function: Callable[[bytes], Any]) -> Callable[[Any], Any]:
    def tolerant(value: Any) -> Any:
        if not isinstance(value, bytes):
            return None
        try:
            return function(value)
        except InvalidGeometry:
            return None

    return tolerant
