# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON files, read into columns, rows and shapes with plain Python."""

from .reading import GeoJsonText, GeoJsonUnreadable, is_geojson

__all__ = ["GeoJsonText", "GeoJsonUnreadable", "is_geojson"]
