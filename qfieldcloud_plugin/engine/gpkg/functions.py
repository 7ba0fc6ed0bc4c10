# SPDX-License-Identifier: GPL-2.0-or-later
"""The SQL functions that triggers of GeoPackages call, for connections without SpatiaLite or OGR."""

from __future__ import annotations

import sqlite3
from typing import Any, Callable, Mapping, Optional

from .geometry import Envelope, InvalidGeometry, envelope, geometry_type_name, is_empty, srs_id


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


# Made once and never freed: where two cursors ran the same statement, Python 3.9 frees a closed connection's functions
# without holding its lock, which ends the process.
_FUNCTIONS: Mapping[str, Callable[[Any], Any]] = {
    "ST_IsEmpty": _null_tolerant(lambda blob: int(is_empty(blob))),
    "ST_MinX": _null_tolerant(_bound(0)),
    "ST_MaxX": _null_tolerant(_bound(1)),
    "ST_MinY": _null_tolerant(_bound(2)),
    "ST_MaxY": _null_tolerant(_bound(3)),
    "ST_SRID": _null_tolerant(srs_id),
    "ST_GeometryType": _null_tolerant(lambda blob: "ST_" + geometry_type_name(blob)),
}


def register_functions(connection: sqlite3.Connection) -> None:
    """ST_IsEmpty, ST_MinX … ST_MaxY, ST_SRID, ST_GeometryType; NULL for what is not a geometry."""
    for name, function in _FUNCTIONS.items():
        connection.create_function(name, 1, function, deterministic=True)
