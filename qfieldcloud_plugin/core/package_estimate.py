# SPDX-License-Identifier: GPL-2.0-or-later
"""How large a package will be and how long it takes to make, as well as that can be known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
)

from . import layer_settings, project_settings
from .layer_settings import OFFLINE, REMOVE

# Measured on a small computer: rows that are copied, and bytes that are written, each second.
_ROWS_A_SECOND = 60_000
_BYTES_A_SECOND = 80_000_000
_ALWAYS = 0.3


@dataclass(frozen=True)
class Estimate:
    """`unknown` layers come from databases or services, which nobody can weigh without reading them."""

    size: int
    seconds: float
    unknown: int


def estimate(
    project: QgsProject,
    files: Sequence[tuple[str, int]],
    *,
    cable: bool = False,
    attachments: bool = False,
    made_for: str = "",
) -> Estimate:
    """`files` are names below the project's folder with their bytes; `made_for` is whose area counts, "" everyone's.

    Main thread only; reads no row.
    """
    settings = project_settings.read(project)
    limit = settings.area_for(made_for)
    folder = Path(project.fileName()).parent
    sizes = {folder / name: size for name, size in files}
    area = _area(limit.wkt, limit.crs) if limit is not None else None
    weights: dict[Path, list[tuple[int, float]]] = {}
    unknown = 0
    for layer in project.mapLayers().values():
        chosen = layer_settings.read(layer)
        action = chosen.cable_action if cable else chosen.cloud_action
        if action == REMOVE:
            continue
        path = _file_of(layer.providerType(), layer.source())
        if path is None:
            unknown += action == OFFLINE
            continue
        is_table = isinstance(layer, QgsVectorLayer)
        rows = max(layer.featureCount(), 0) if is_table else 0
        share = (
            share_in(area, layer.extent(), layer.crs(), project) if is_table and action == OFFLINE else 1.0
        )
        weights.setdefault(path, []).append((rows, share))
    size = sum(_weighed(_bytes(path, sizes), parts) for path, parts in weights.items())
    size += _bytes(Path(project.fileName()), sizes)
    if attachments:
        size += sum(count for name, count in files if _lies_in(name, settings.attachment_dirs))
    size += sum(count for name, count in files if _lies_in(name, settings.data_dirs))
    rows = sum(round(count * share) for parts in weights.values() for count, share in parts)
    return Estimate(size, _ALWAYS + rows / _ROWS_A_SECOND + size / _BYTES_A_SECOND, unknown)


def _file_of(provider: str, source: str) -> Optional[Path]:
    path = QgsProviderRegistry.instance().decodeUri(provider, source).get("path")
    return Path(path) if path and Path(path).is_file() else None


def _bytes(path: Path, sizes: Mapping[Path, int]) -> int:
    return sizes[path] if path in sizes else path.stat().st_size


def _weighed(size: int, parts: Sequence[tuple[int, float]]) -> int:
    """The part of a file that travels, by the rows that do."""
    rows = sum(count for count, _share_of_it in parts)
    if not rows:
        return size
    return round(size * sum(count * share for count, share in parts) / rows)


def _area(wkt: str, crs: str) -> Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem]]:
    geometry = QgsGeometry.fromWkt(wkt)
    return None if geometry.isNull() else (geometry.boundingBox(), QgsCoordinateReferenceSystem(crs))


def share_in(
    area: Optional[tuple[QgsRectangle, QgsCoordinateReferenceSystem]],
    extent: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> float:
    """How much of a layer lies in the area, if its rows were spread evenly."""
    if area is None or extent.isEmpty() or not crs.isValid():
        return 1.0
    try:
        wanted = QgsCoordinateTransform(area[1], crs, project).transformBoundingBox(area[0])
    except QgsCsException:
        return 1.0
    common = wanted.intersect(extent)
    whole = extent.width() * extent.height()
    return 0.0 if common.isEmpty() else min(1.0, common.width() * common.height() / whole)


def _lies_in(name: str, folders: Sequence[str]) -> bool:
    return any(name.startswith(f"{folder.strip('/')}/") for folder in folders if folder.strip("/"))
