# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in text files: a GeoPackage stands in while deltas are applied, and what changed goes back into the text."""

from .standin import StandIn, can_stand_in
from .table import NotATable

__all__ = ["NotATable", "StandIn", "can_stand_in"]
