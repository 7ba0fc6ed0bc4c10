# SPDX-License-Identifier: GPL-2.0-or-later
"""What a layer tells QField: package action, locks, photo names, tracking; stored as QFieldSync stores it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional

from qgis.core import QgsMapLayer, QgsVectorLayer

PREFIX = "QFieldSync/"
OFFLINE, KEEP, REMOVE, COPY, KEEP_EXISTENT = "offline", "no_action", "remove", "copy", "keep_existent"

# name of the lock -> (flag, "by expression" flag, expression)
LOCKS: Mapping[str, tuple[str, str, str]] = {
    name: (f"is_{name}_locked", f"is_{name}_locked_expression_active", f"{name}_locked_expression")
    for name in ("feature_addition", "attribute_editing", "geometry_editing", "feature_deletion")
}
# Before QField 4.15 one lock stood for adding, deleting and geometry together.
_LEGACY = ("is_geometry_locked", "is_geometry_locked_expression_active", "geometry_locked_expression")
_LEGACY_COVERS = ("feature_addition", "geometry_editing", "feature_deletion")


@dataclass(frozen=True)
class Lock:
    """Forbidden always, or where `expression` is true for the feature."""

    always: bool = False
    by_expression: bool = False
    expression: str = ""


@dataclass(frozen=True)
class Tracking:
    """A tracking session that starts by itself; every requirement with its threshold."""

    active: bool = False
    by_time: bool = False
    seconds: int = 30
    by_distance: bool = False
    metres: int = 30
    by_sensor: bool = False
    all_requirements: bool = False
    safeguard: bool = False
    most_metres: int = 250
    measurement: int = 0


_TRACKING_KEYS: Mapping[str, str] = {
    "active": "tracking_session_active",
    "by_time": "tracking_time_requirement_active",
    "seconds": "tracking_time_requirement_interval_seconds",
    "by_distance": "tracking_distance_requirement_active",
    "metres": "tracking_distance_requirement_minimum_meters",
    "by_sensor": "tracking_sensor_data_requirement_active",
    "all_requirements": "tracking_all_requirements_active",
    "safeguard": "tracking_erroneous_distance_safeguard_active",
    "most_metres": "tracking_erroneous_distance_safeguard_maximum_meters",
    "measurement": "tracking_measurement_type",
}


@dataclass(frozen=True)
class LayerSettings:
    """`read` and `write` are inverse; what is at its default is not stored, as QFieldSync does."""

    cloud_action: str = KEEP
    cable_action: str = KEEP
    locks: Mapping[str, Lock] = field(default_factory=dict)
    attachment_naming: Mapping[str, str] = field(default_factory=dict)
    relation_limits: Mapping[str, int] = field(default_factory=dict)
    value_map_buttons: int = 0
    adds_related: bool = False
    tracking: Tracking = Tracking()

    def lock(self, name: str) -> Lock:
        return self.locks.get(name, Lock())


def cloud_actions(layer: QgsMapLayer) -> list[str]:
    """What may be chosen for a layer, the default first."""
    if not isinstance(layer, QgsVectorLayer) or _is_virtual(layer) or _is_localized(layer):
        return [KEEP, REMOVE]
    online = not _is_file(layer) or layer.readOnly()
    return [OFFLINE, KEEP, REMOVE] if online else [OFFLINE, REMOVE]


def cable_actions(layer: QgsMapLayer) -> list[str]:
    if not isinstance(layer, QgsVectorLayer) or _is_virtual(layer):
        return [COPY, KEEP_EXISTENT, REMOVE] if _is_file(layer) else [KEEP, REMOVE]
    if _is_file(layer):
        return [COPY, KEEP_EXISTENT, OFFLINE, REMOVE]
    return [OFFLINE, KEEP, REMOVE]


def read(layer: QgsMapLayer) -> LayerSettings:
    return LayerSettings(
        cloud_action=_text(layer, "cloud_action").lower() or cloud_actions(layer)[0],
        cable_action=_text(layer, "action").lower() or cable_actions(layer)[0],
        locks=_read_locks(layer),
        attachment_naming={**_json(layer, "photo_naming"), **_json(layer, "attachment_naming")},
        relation_limits={
            name: int(limit) for name, limit in _json(layer, "relationship_maximum_visible").items()
        },
        value_map_buttons=_number(layer, "value_map_button_interface_threshold", 0),
        adds_related=_flag(layer, "allow_value_relation_feature_addition"),
        tracking=_read_tracking(layer),
    )


def write(layer: QgsMapLayer, settings: LayerSettings) -> None:
    """Marks the project as changed only when something differs."""
    if settings == read(layer):
        return
    _store(layer, "cloud_action", settings.cloud_action, None)
    _store(layer, "action", settings.cable_action, None)
    for name, keys in LOCKS.items():
        lock = settings.lock(name)
        for key, value in zip(keys, (lock.always, lock.by_expression, lock.expression)):
            _store(layer, key, value, type(value)())
    for key in _LEGACY:
        layer.removeCustomProperty(PREFIX + key)
    _store(layer, "attachment_naming", _dump(settings.attachment_naming), "")
    _store(layer, "relationship_maximum_visible", _dump(settings.relation_limits), "")
    _store(layer, "value_map_button_interface_threshold", settings.value_map_buttons, 0)
    _store(layer, "allow_value_relation_feature_addition", settings.adds_related, False)
    for attribute, key in _TRACKING_KEYS.items():
        _store(layer, key, getattr(settings.tracking, attribute), getattr(Tracking(), attribute))
    if layer.project() is not None:
        layer.project().setDirty(True)


def attachment_fields(layer: QgsVectorLayer) -> list[str]:
    """Fields that hold the path of a photo or another file."""
    return [
        one.name()
        for at, one in enumerate(layer.fields())
        if layer.editorWidgetSetup(at).type() == "ExternalResource"
    ]


def default_naming(layer: QgsVectorLayer, field_name: str) -> str:
    """The expression QFieldSync would offer, by the kind of file the field holds."""
    index = layer.fields().indexOf(field_name)
    viewer = layer.editorWidgetSetup(index).config().get("DocumentViewer", 0)
    folder, ending = {
        1: ("DCIM", ".{extension}"),
        3: ("audio", ".{extension}"),
        4: ("video", ".{extension}"),
    }.get(int(viewer or 0), ("files", "_{filename}"))
    slug = "".join(sign if sign.isalnum() else "_" for sign in layer.name().lower())
    return f"'{folder}/{slug}_' || format_date(now(),'yyyyMMddhhmmsszzz') || '{ending}'"


# -- below ---------------------------------------------------------------------------------------------


def _is_file(layer: QgsMapLayer) -> bool:
    return layer.providerType() in (
        "ogr",
        "gdal",
        "spatialite",
        "delimitedtext",
        "gpx",
        "mdal",
        "copc",
        "pdal",
    )


def _is_virtual(layer: QgsMapLayer) -> bool:
    return layer.providerType() == "virtual"


def _is_localized(layer: QgsMapLayer) -> bool:
    return layer.source().startswith(("localized:", "file:localized:"))


def _read_locks(layer: QgsMapLayer) -> dict[str, Lock]:
    legacy = layer.customProperty(PREFIX + _LEGACY[0]) is not None
    found = {}
    for name, own in LOCKS.items():
        keys = _LEGACY if legacy and name in _LEGACY_COVERS else own
        lock = Lock(_flag(layer, keys[0]), _flag(layer, keys[1]), _text(layer, keys[2]))
        if lock != Lock():
            found[name] = lock
    return found


def _read_tracking(layer: QgsMapLayer) -> Tracking:
    values: dict[str, Any] = {}
    for attribute, key in _TRACKING_KEYS.items():
        default = getattr(Tracking(), attribute)
        values[attribute] = _flag(layer, key) if isinstance(default, bool) else _number(layer, key, default)
    return Tracking(**values)


def _value(layer: QgsMapLayer, key: str) -> Any:
    return layer.customProperty(PREFIX + key)


def _text(layer: QgsMapLayer, key: str) -> str:
    value = _value(layer, key)
    return str(value) if value else ""


def _flag(layer: QgsMapLayer, key: str) -> bool:
    # Read from a project file, a flag comes back as text.
    return str(_value(layer, key)).lower() in ("true", "1")


def _number(layer: QgsMapLayer, key: str, default: int) -> int:
    try:
        return int(_value(layer, key))
    except (TypeError, ValueError):
        return default


def _json(layer: QgsMapLayer, key: str) -> dict[str, Any]:
    try:
        found = json.loads(_text(layer, key) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _dump(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), ensure_ascii=False) if values else ""


def _store(layer: QgsMapLayer, key: str, value: Any, default: Optional[Any]) -> None:
    if value == default:
        layer.removeCustomProperty(PREFIX + key)
    else:
        layer.setCustomProperty(PREFIX + key, value)
