# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns that follow from rows elsewhere: never compared, never expected, kept right by `upkeep`."""

from __future__ import annotations

from typing import FrozenSet, Mapping

UPKEPT_COLUMNS: Mapping[str, FrozenSet[str]] = {
    "gpkg_contents": frozenset({"last_change", "min_x", "min_y", "max_x", "max_y"}),
    "gpkg_ogr_contents": frozenset({"feature_count"}),
}
