# SPDX-License-Identifier: GPL-2.0-or-later
"""A feature collection as a table: columns for the properties, and a row with its shape for each feature."""

from __future__ import annotations

from typing import Any, Iterator, List, Optional, Tuple

from ..gpkg.geometry import InvalidGeometry
from ..gpkg.shape import Shape
from ..message import Message
from .columns import Columns
from .features import Feature, GeoJsonUnreadable, document_of, features_in
from .geometries import shape_of


class GeoJsonText:
    """`columns` are names and types as a GeoPackage declares them; `rows` and `shapes` are in the order of `features`.

    Raises GeoJsonUnreadable.
    """

    def __init__(self, data: bytes) -> None:
        self.document = document_of(data)
        self.features: List[Feature] = self.document["features"]
        columns = Columns(self.features)
        self.columns, self.has_ids = columns.types, columns.has_ids
        self.rows = [columns.row(feature) for feature in self.features]
        self.shapes = [_shape(feature) for feature in self.features]


class GeoJsonRows:
    """The same columns and rows, read again from the bytes each time they are wanted. Raises GeoJsonUnreadable."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._columns = Columns(features_in(data))
        self.columns = self._columns.types

    def __iter__(self) -> Iterator[Tuple[Optional[Shape], Tuple[Any, ...]]]:
        for feature in features_in(self._data):
            yield _shape(feature), self._columns.row(feature)


def _shape(feature: Feature) -> Optional[Shape]:
    try:
        return shape_of(feature.get("geometry"))
    except InvalidGeometry as error:
        raise GeoJsonUnreadable(Message("it holds a geometry that cannot be read")) from error
