# SPDX-License-Identifier: GPL-2.0-or-later
"""Values between QGIS's fields and the forms the engine compares and stores (text for times, 0 and 1 for truth)."""

from __future__ import annotations

import json
from typing import Any, Optional

from qgis.core import QgsFeature, QgsField, QgsGeometry
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QMetaType, Qt, QTime, QVariant

from qfieldcloud_plugin.engine.delta.values import Kind
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import geometry_blob, wkb

_TYPES = QMetaType.Type


def _number(kind: Any) -> int:
    # A number of its own kind in Qt 5, an enumeration in Qt 6.
    return int(getattr(kind, "value", kind))


_KINDS = {
    _number(_TYPES.Bool): Kind.BOOLEAN,
    _number(_TYPES.Int): Kind.INTEGER,
    _number(_TYPES.UInt): Kind.INTEGER,
    _number(_TYPES.LongLong): Kind.INTEGER,
    _number(_TYPES.ULongLong): Kind.INTEGER,
    _number(_TYPES.Double): Kind.REAL,
    _number(_TYPES.QDate): Kind.DATE,
    _number(_TYPES.QDateTime): Kind.DATETIME,
    _number(_TYPES.QTime): Kind.TIME,
    _number(_TYPES.QByteArray): Kind.BLOB,
}
_JSON = {_number(_TYPES.QVariantMap), _number(_TYPES.QVariantList), _number(_TYPES.QStringList)}


def kind_of(field: QgsField) -> Kind:
    return _KINDS.get(_number(field.type()), Kind.TEXT)


def to_stored(value: Any) -> Any:
    """What the engine would find in a GeoPackage that holds this value."""
    if value is None or (isinstance(value, QVariant) and value.isNull()):
        return None
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float, str, bytes)):
        return value
    if isinstance(value, QDateTime):
        return str(value.toString(Qt.DateFormat.ISODateWithMs))
    if isinstance(value, QDate):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, QTime):
        return str(value.toString("HH:mm:ss.zzz"))
    if isinstance(value, QByteArray):
        return bytes(value)
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return to_stored(value)


def from_stored(value: Any, field: QgsField) -> Any:
    """What a provider takes for a value of the engine."""
    kind = kind_of(field)
    if value is None:
        return None
    if kind is Kind.BOOLEAN:
        return bool(value)
    if kind is Kind.DATE:
        return QDate.fromString(value, Qt.DateFormat.ISODate)
    if kind is Kind.DATETIME:
        return QDateTime.fromString(value.replace(" ", "T", 1), Qt.DateFormat.ISODateWithMs)
    if kind is Kind.TIME:
        return QTime.fromString(value, Qt.DateFormat.ISODateWithMs)
    if kind is Kind.BLOB:
        return QByteArray(value)
    if _number(field.type()) in _JSON:
        return _from_json(value)
    return value


def _from_json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def geometry_to_stored(feature: QgsFeature) -> Optional[bytes]:
    if not feature.hasGeometry():
        return None
    return geometry_blob(shapes.to_wkb(shapes.from_wkb(bytes(feature.geometry().asWkb()))), 0)


def geometry_from_stored(blob: Optional[bytes]) -> QgsGeometry:
    geometry = QgsGeometry()
    if blob is not None:
        geometry.fromWkb(wkb(blob))
    return geometry
