# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON files, read into columns, rows and shapes with plain Python."""

from .columns import ID
from .features import GeoJsonUnreadable, is_geojson, properties_of
from .reading import GeoJsonRows, GeoJsonText

__all__ = ["ID", "GeoJsonRows", "GeoJsonText", "GeoJsonUnreadable", "is_geojson", "properties_of"]
