# SPDX-License-Identifier: GPL-2.0-or-later
"""What a project tells QField: folders, area, base map, map behaviour; stored as QFieldSync stores it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Mapping, Optional

from qgis.core import QgsProject

from ..engine.packaging import Area, AreaFor, PackagingError, areas, areas_to_text, parse_areas

PICTURE_TILES, VECTOR_TILES = "raster", "vector"

_LISTS, _SCOPE = "QFieldSync", "qfieldsync"
# QFieldSync knows pictures only, and draws those.
_TILES_KEY = "baseMapTiles"


@dataclass(frozen=True)
class ProjectSettings:
    """Each field's key in the project stands in `_KEYS`; `read` and `write` are inverse."""

    attachment_dirs: tuple[str, ...] = ("DCIM",)
    data_dirs: tuple[str, ...] = ()
    only_area: bool = False
    area: str = ""
    area_crs: str = ""
    areas_for: tuple[AreaFor, ...] = ()
    base_map: bool = False
    base_map_type: str = "singleLayer"
    base_map_layer: str = ""
    base_map_theme: str = ""
    base_map_tiles: str = PICTURE_TILES
    base_map_tile_size: int = 1024
    base_map_min_zoom: int = 14
    base_map_max_zoom: int = 14
    initial_map_mode: str = "browse"
    initial_layer: str = ""
    digitizing_log_layer: str = ""
    geofencing: bool = False
    geofencing_layer: str = ""
    geofencing_behavior: int = 1
    geofencing_prevents_digitizing: bool = False
    maximum_image_size: int = 0
    force_auto_push: bool = False
    auto_push_minutes: int = 30
    layer_preference: str = ""
    form_wizard: bool = False
    stamping_details: str = ""
    force_stamping: bool = False
    theme_layers: Mapping[str, str] = field(default_factory=dict)

    def area_for(self, who: str = "") -> Optional[Area]:
        """What limits the package of "team:north" or "person:anna", else everyone's; None when nothing does."""
        own = next((item.area for item in self.areas_for if item.who == who), None)
        everyones = Area(self.area, self.area_crs) if self.only_area and self.area else None
        return own or everyones


_KEYS: Mapping[str, str] = {
    "only_area": "offlineCopyOnlyAoi",
    "area": "areaOfInterest",
    "area_crs": "areaOfInterestCrs",
    "base_map": "createBaseMap",
    "base_map_type": "baseMapType",
    "base_map_layer": "baseMapLayer",
    "base_map_theme": "baseMapTheme",
    "base_map_tile_size": "baseMapTileSize",
    "base_map_min_zoom": "baseMapTilesMinZoomLevel",
    "base_map_max_zoom": "baseMapTilesMaxZoomLevel",
    "initial_map_mode": "initialMapMode",
    "initial_layer": "initialActiveLayer",
    "digitizing_log_layer": "digitizingLogsLayer",
    "geofencing": "geofencingIsActive",
    "geofencing_layer": "geofencingLayer",
    "geofencing_behavior": "geofencingBehavior",
    "geofencing_prevents_digitizing": "geofencingShouldPreventDigitizing",
    "maximum_image_size": "maximumImageWidthHeight",
    "force_auto_push": "forceAutoPush",
    "auto_push_minutes": "forceAutoPushIntervalMins",
    "layer_preference": "layerActionPreference",
    "form_wizard": "featureFormWizardModeEnabled",
    "stamping_details": "stampingDetailsTemplate",
    "force_stamping": "forceStamping",
}


def read(project: QgsProject) -> ProjectSettings:
    defaults = ProjectSettings()
    values: dict[str, Any] = {
        name: _read(project, key, getattr(defaults, name)) for name, key in _KEYS.items()
    }
    dirs, _found = project.readListEntry(_LISTS, "attachmentDirs", list(defaults.attachment_dirs))
    values["attachment_dirs"] = tuple(dirs)
    values["data_dirs"] = tuple(project.readListEntry(_LISTS, "dataDirs", [])[0])
    values["theme_layers"] = _theme_layers(project)
    values["areas_for"] = _areas_for(project)
    values["base_map_tiles"] = project.readEntry(areas.SCOPE, _TILES_KEY, PICTURE_TILES)[0]
    return ProjectSettings(**values)


def write(project: QgsProject, settings: ProjectSettings) -> None:
    """Writes only what differs, so that the project is marked as changed only then."""
    before = read(project)
    for name, key in _KEYS.items():
        value = getattr(settings, name)
        if value != getattr(before, name):
            _write(project, key, value)
    if settings.attachment_dirs != before.attachment_dirs:
        project.writeEntry(_LISTS, "attachmentDirs", list(settings.attachment_dirs))
    if settings.data_dirs != before.data_dirs:
        project.writeEntry(_LISTS, "dataDirs", list(settings.data_dirs))
    if settings.areas_for != before.areas_for:
        project.writeEntry(areas.SCOPE, areas.KEY, areas_to_text(settings.areas_for))
    if settings.base_map_tiles != before.base_map_tiles:
        project.writeEntry(areas.SCOPE, _TILES_KEY, settings.base_map_tiles)
    if dict(settings.theme_layers) != dict(before.theme_layers):
        project.writeEntry(_SCOPE, "mapThemesActiveLayers", json.dumps(dict(settings.theme_layers)))


def _read(project: QgsProject, key: str, default: Any) -> Any:
    if isinstance(default, bool):
        return project.readBoolEntry(_SCOPE, key, default)[0]
    if isinstance(default, int):
        return project.readNumEntry(_SCOPE, key, default)[0]
    return project.readEntry(_SCOPE, key, default)[0]


def _write(project: QgsProject, key: str, value: Any) -> None:
    if isinstance(value, bool):
        project.writeEntryBool(_SCOPE, key, value)
    else:
        project.writeEntry(_SCOPE, key, value)


def _areas_for(project: QgsProject) -> tuple[AreaFor, ...]:
    try:
        return tuple(parse_areas(project.readEntry(areas.SCOPE, areas.KEY, "")[0]))
    except PackagingError:
        # Whoever sets areas anew replaces what cannot be read; packaging says that it cannot.
        return ()


def _theme_layers(project: QgsProject) -> dict[str, str]:
    try:
        found = json.loads(project.readEntry(_SCOPE, "mapThemesActiveLayers", "{}")[0] or "{}")
    except ValueError:
        return {}
    return {str(name): str(layer) for name, layer in found.items()} if isinstance(found, dict) else {}
