# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometry types have several numbers in QGIS; all of them mean the same shapes."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.engine.project.geometry_types import flat_type_of, geometry_kind_of, wkb_type_of


@pytest.mark.parametrize(
    ("name", "number", "flat", "kind"),
    [
        ("Point", 1, (1, False, False), 0),
        ("MultiPolygonZM", 3006, (6, True, True), 2),
        ("LineStringM", 2002, (2, False, True), 1),
        ("Point25D", 0x80000001, (1, True, False), 0),
        ("MultiLineString25D", 0x80000005, (5, True, False), 1),
        ("TIN", 16, (16, False, False), 2),
        ("Unknown", 0, (0, False, False), 3),
    ],
)
def test_a_type_is_a_kind_of_shape_and_its_dimensions(
    name: str, number: int, flat: tuple[int, bool, bool], kind: int
) -> None:
    assert wkb_type_of(name) == number
    assert flat_type_of(number) == flat
    assert geometry_kind_of(number) == kind


def test_a_collection_has_no_old_number() -> None:
    assert wkb_type_of("GeometryCollection25D") == 0
