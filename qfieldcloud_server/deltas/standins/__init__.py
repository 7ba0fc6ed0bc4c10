# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in files: a GeoPackage stands in while deltas are applied, and what changed goes back into the file."""

from .ogr import OgrWriter
from .standin import TextWriter

__all__ = ["OgrWriter", "TextWriter"]
