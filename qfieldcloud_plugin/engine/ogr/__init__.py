# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector files of other formats, through OGR where pyogrio is installed: into a GeoPackage and back (ADR 34)."""

from .files import (
    INSTALL,
    KEY,
    TABLE,
    OgrError,
    OgrLayer,
    encoding_said,
    is_available,
    is_ogr_file,
    read_into_geopackage,
    write_from_geopackage,
)

__all__ = [
    "INSTALL",
    "KEY",
    "TABLE",
    "OgrError",
    "OgrLayer",
    "encoding_said",
    "is_available",
    "is_ogr_file",
    "read_into_geopackage",
    "write_from_geopackage",
]
