# SPDX-License-Identifier: GPL-2.0-or-later
"""What the API tells about a project and its layers: `project_details` and `layers_by_id`."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, Optional, Protocol

from ..errors import GeoPackageError
from ..message import Message
from .crs import box_wkt, transform_box
from .geometry_types import geometry_kind_name
from .layer import Extent, Field, Layer
from .tables import GeoPackageSchemas, find_table, is_geopackage
from .variant import as_text

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_COORDINATES = re.compile(rf"({_NUMBER})\s+({_NUMBER})")


class Described(Protocol):
    """What is asked of a `Project` here. (It asks this module in turn, so it cannot be imported.)"""

    root: Path
    title: str
    crs: str
    qgis_version: str
    extent: Optional[Extent]
    extent_crs: str
    layers: dict[str, Layer]
    schemas: GeoPackageSchemas

    @property
    def attachment_dirs(self) -> list[str]: ...

    @property
    def data_dirs(self) -> list[str]: ...

    @property
    def background_color(self) -> str: ...

    def entry(self, scope: str, key: str, default: Any = None) -> Any: ...

    def file_of(self, layer: Layer) -> Optional[Path]: ...

    def name_of(self, path: Path) -> str: ...

    def key_of(self, layer: Layer) -> str: ...


def project_details(project: Described) -> dict[str, Any]:
    return {
        "background_color": project.background_color,
        "extent": _extent(project),
        "area_of_interest": _area_of_interest(project),
        "crs": project.crs,
        "project_name": project.title,
        "layers_by_id": layer_statuses(project),
        "ordered_layer_ids": list(project.layers),
        "attachment_dirs": project.attachment_dirs,
        "data_dirs": project.data_dirs,
        "qgis_version": project.qgis_version,
    }


def layer_statuses(project: Described, elsewhere: Collection[str] = ()) -> dict[str, dict[str, Any]]:
    """`elsewhere` are names of files that are not here but surely will be where the project is opened."""
    return {layer.id: layer_status(project, layer, elsewhere) for layer in project.layers.values()}


def layer_status(project: Described, layer: Layer, elsewhere: Collection[str] = ()) -> dict[str, Any]:
    """One entry of `layers_by_id`. Whether an online source answers cannot be known here; it counts as valid."""
    problem = layer_problem(project, layer, elsewhere)
    path = project.file_of(layer)
    status: dict[str, Any] = {
        "id": layer.id,
        "name": layer.name,
        "crs": layer.crs,
        "wkb_type": layer.wkb_type if layer.is_vector else None,
        "wkb_type_name": layer.wkb_type_name if layer.is_vector else "",
        "geom_type": layer.geometry_kind if layer.is_vector else None,
        "geom_type_name": geometry_kind_name(layer.geometry_kind) if layer.is_vector else None,
        "qfs_action": as_text(layer.setting("action")),
        "qfs_cloud_action": as_text(layer.setting("cloud_action")),
        "qfs_is_geometry_locked": layer.setting("is_geometry_locked"),
        "qfs_photo_naming": as_text(layer.setting("photo_naming")),
        "qfc_source_data_pk_name": None,
        "qfs_unsupported_source_pk": as_text(layer.setting("unsupported_source_pk")),
        "is_valid": problem is None,
        "is_localized": layer.source.is_localized,
        "datasource": layer.source.raw,
        "type": layer.type_number,
        "type_name": layer.type_name,
        "error_code": problem[0] if problem else "no_error",
        "error_summary": problem[1] if problem else "",
        "error_message": "",
        "filename": layer.source.localized or (project.name_of(path) if path else ""),
        "provider_name": layer.provider,
        "provider_error_summary": problem[1] if problem and problem[0] == "invalid_dataprovider" else None,
        "provider_error_message": None,
    }
    if problem is None and layer.is_vector:
        status["qfc_source_data_pk_name"] = project.key_of(layer) or None
    elif layer.is_vector:
        status["fields"] = [_field(item) for item in layer.fields]
    else:
        status["fields"] = None
    return status


def layer_problem(
    project: Described, layer: Layer, elsewhere: Collection[str] = ()
) -> Optional[tuple[str, str]]:
    """Why QGIS would not open the layer: an error code of the API and a sentence; None when nothing is wrong."""
    if layer.embedded_project:
        return None
    if layer.source.is_localized:
        return "localized_dataprovider", Message(
            "“{name}” is shared data that the device keeps.", name=layer.source.localized
        )
    if not layer.provider and layer.type in ("vector", "raster", "mesh", "point-cloud"):
        return "missing_dataprovider", Message("No data provider available.")
    if not layer.source.is_file:
        return None
    path = project.file_of(layer)
    if path is None:
        return "invalid_dataprovider", Message(
            "File “{path}” lies outside of the project folder.", path=layer.source.path
        )
    if project.name_of(path) in elsewhere:
        return None
    if not path.exists():
        return "invalid_dataprovider", Message("File “{path}” missing.", path=layer.source.path)
    if is_geopackage(path) and layer.is_vector:
        return _geopackage_problem(project, layer)
    return None


def _geopackage_problem(project: Described, layer: Layer) -> Optional[tuple[str, str]]:
    path = project.file_of(layer)
    if path is None:
        return None
    try:
        schema, names = project.schemas.read(path)
    except GeoPackageError as error:
        return "invalid_dataprovider", error.message
    if find_table(layer.source, schema, names) is None and layer.source.table not in schema.views:
        return "invalid_dataprovider", Message(
            "“{name}” has no table “{table}”.", name=path.name, table=layer.source.table
        )
    return None


def _field(item: Field) -> dict[str, Any]:
    return {
        "name": item.name,
        "alias": item.alias,
        "comment": item.comment,
        "is_not_null": item.has_not_null,
        "constraint_strength": item.not_null,
        "constraint_expression": item.expression,
        "constraint_expression_description": item.expression_description,
        "constraint_expression_strength": item.expression_strength,
        "is_unique": item.has_unique,
        "is_unique_strength": item.unique,
        "default_value": item.default_expression,
        "set_default_value_on_update": item.apply_on_update,
        "widget_type": item.widget,
        "widget_config": item.config,
    }


def _extent(project: Described) -> str:
    if project.extent is None:
        return ""
    box = transform_box(project.extent, project.extent_crs or project.crs, "EPSG:4326")
    return box_wkt(box) if box else ""


def _area_of_interest(project: Described) -> str:
    wkt = project.entry("qfieldsync", "areaOfInterest") or ""
    crs = project.entry("qfieldsync", "areaOfInterestCrs") or ""
    box = wkt_box(wkt)
    transformed = transform_box(box, crs, "EPSG:4326") if box and crs else None
    return box_wkt(transformed) if transformed else ""


def wkt_box(wkt: str) -> Optional[tuple[float, float, float, float]]:
    """The bounding box of a WKT geometry; None when it has no coordinates."""
    pairs = [(float(x), float(y)) for x, y in _COORDINATES.findall(wkt)]
    if not pairs:
        return None
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    return min(xs), min(ys), max(xs), max(ys)
