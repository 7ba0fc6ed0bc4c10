# SPDX-License-Identifier: GPL-2.0-or-later
"""What people call a row: the layer's display name for it, and where it is on the map."""

from __future__ import annotations

from typing import Any, Iterable, Mapping, Optional, Sequence

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayer,
)

Key = Sequence[Any]
# Titles are asked for by lists that people read; beyond this nobody does.
_MOST = 500


class RowTitles:
    """Looks rows up in the layers of the open project. Main thread only; remembers what it found."""

    def __init__(self, layers: Mapping[tuple[str, str], QgsVectorLayer]) -> None:
        """`layers`: (file, table in small letters) -> layer."""
        self._layers = layers
        self._known: dict[tuple[str, str, int], str] = {}

    def layer(self, file: str, table: str) -> Optional[QgsVectorLayer]:
        return self._layers.get((file, table.casefold()))

    def prepare(self, file: str, table: str, keys: Iterable[Key]) -> None:
        """Looks many rows of one table up at once."""
        layer = self.layer(file, table)
        fids = [fid for fid in map(_fid, keys) if fid is not None][:_MOST]
        if layer is None or not fids or not layer.displayExpression():
            return
        expression = QgsExpression(layer.displayExpression())
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        expression.prepare(context)
        request = QgsFeatureRequest().setFilterFids(fids).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for feature in layer.getFeatures(request):
            context.setFeature(feature)
            value = expression.evaluate(context)
            if value and not expression.hasEvalError():
                self._known[(file, table.casefold(), feature.id())] = str(value)

    def title(self, file: str, table: str, key: Key) -> str:
        """Empty where the layer has no such row, or no words for it."""
        fid = _fid(key)
        if fid is None:
            return ""
        known = self._known.get((file, table.casefold(), fid), "")
        return "" if known == str(fid) else known

    def geometry(self, file: str, table: str, key: Key) -> Optional[QgsGeometry]:
        """Where the row is now."""
        layer, fid = self.layer(file, table), _fid(key)
        if layer is None or fid is None:
            return None
        geometry = layer.getFeature(fid).geometry()
        return None if geometry.isNull() else geometry


def key_of(layer: QgsVectorLayer, fid: int) -> Optional[tuple[Any, ...]]:
    """The row's key as the engine has it; None for a feature that is not in the file yet."""
    feature = layer.getFeature(fid)
    if fid < 0 or not feature.isValid():
        return None
    columns = layer.primaryKeyAttributes()
    return tuple(feature.attribute(column) for column in columns) if len(columns) > 1 else (fid,)


def _fid(key: Key) -> Optional[int]:
    """OGR's feature id is the key, where that is one whole number."""
    return key[0] if len(key) == 1 and isinstance(key[0], int) else None
