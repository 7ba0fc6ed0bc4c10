# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map that a project asks for: drawn by whoever can, and only when what it shows is not what it was."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Optional

from ..message import Message
from ..project.crs import Box
from ..project.document import Element
from ..project.layer import Layer
from ..project.project import Project
from ..project.variant import as_bool
from .area import parse_rings
from .areas import SCOPE, area_for
from .base_map_layer import check_layer
from .data_files import digest_of
from .digests import digests_of
from .errors import BaseMapNotDrawn
from .files import take_from_previous
from .identity import file_identity
from .options import Area, PackageOptions
from .report import BaseMap, PackagedFile, PackageReport, PackageWarning, described
from .sidecars import sidecars

STEM = "basemap"
"""What its file is called, whatever its format."""

# Part of what a base map is made of: raise it whenever the same project would give another picture.
_LAYOUT = 1
_HALF = ".basemap.part"
_SCOPE = "qfieldsync"
# Project entries that tell devices and servers what to do, and say nothing of how the map looks.
_NOT_SHOWN = {"qfieldsync", "qfieldcloud", "offlineeditingplugin"}
_SECONDS_PER_TRY = 3600
_SECONDS_PER_DRAWING = 24 * 3600
# What a project keeps beside its layers and does not show on the map; QGIS saves some of it anew every time.
_NOT_DRAWN = {
    "projectlayers", "mapcanvas", "layer-tree-group", "legend", "layerorder", "Layouts", "relations", "properties",
    "polymorphicRelations", "Bookmarks", "visibility-presets", "snapping-settings", "projectMetadata", "mapViewDocks",
    "mapViewDocks3D", "views3D", "homePath", "ProjectViewSettings", "ProjectDisplaySettings",
}  # fmt: skip


def is_due(options: PackageOptions) -> bool:
    """Whether the last package's base map is old enough to ask whether it still shows what there is."""
    former = options.previous.base_map if options.previous is not None else None
    return former is not None and options.base_map_maker is not None and _is_old(former)


def add_base_map(project: Project, folder: Path, report: PackageReport, options: PackageOptions) -> None:
    """Put the base map into the package, if there is to be one; else the report says why there is none."""
    if not _is_wanted(project):
        return
    if options.base_map_maker is None:
        report.warnings.append(_missing())
        return
    layers, area = _drawn_layers(project), _area_of(project, options)
    if not layers:
        report.warnings.append(_incomplete())
        return
    if area is None:
        report.warnings.append(_not_drawn(Message("the project has neither an area nor an extent")))
        return
    wish = _Wish(project, layers, area, report, options)
    former = options.previous.base_map if options.previous is not None else None
    if former is not None and wish.is_met_by(former):
        made = replace(former, tried_at=time.time()) if _is_old(former) else former
    else:
        made = wish.draw(folder, former)
    if made.file and report.file(made.file) is None:
        report.files.append(_former_file(made.file, folder, options))
    report.base_map = made
    if made.problem:
        report.warnings.append(_told(made))


def _is_wanted(project: Project) -> bool:
    """Not when the project brings its own."""
    return as_bool(project.entry(_SCOPE, "createBaseMap")) and not any(
        not layer.is_vector and PurePosixPath(layer.source.path.replace("\\", "/")).stem.lower() == STEM
        for layer in project.layers.values()
    )


def _is_old(former: BaseMap) -> bool:
    patience = _SECONDS_PER_DRAWING if former.file else _SECONDS_PER_TRY
    return bool(former.problem or former.rows) and time.time() - former.tried_at > patience


def _former_file(name: str, folder: Path, options: PackageOptions) -> PackagedFile:
    file = options.previous.file(name) if options.previous is not None else None
    if file is None:
        raise AssertionError(name)  # a report that names its base map lists it
    return take_from_previous(file, name, folder, options)


@dataclass
class _Wish:
    """A base map of these layers in this area, and what it depends on."""

    project: Project
    layers: list[Layer]
    area: tuple[Box, str]
    report: PackageReport
    options: PackageOptions

    def __post_init__(self) -> None:
        maker = self.options.base_map_maker
        if maker is None:
            raise AssertionError  # who asks for one has somebody to draw it
        self.maker = maker
        self.look = digest_of([_LAYOUT, self.area, *self._looks()])
        self.rows = digest_of(rows) if (rows := list(self._rows())) else ""

    def is_met_by(self, former: BaseMap) -> bool:
        """Devices show rows themselves, above the base map, so it may lag behind them for a while."""
        if (former.look, former.made_by) != (self.look, self.maker.identity):
            return False
        return not _is_old(former) or (former.rows == self.rows and not former.problem)

    def draw(self, folder: Path, former: Optional[BaseMap]) -> BaseMap:
        """Another one instead of the former, which stays while it shows the same layers and nothing better comes."""
        path, made = folder / _HALF, BaseMap(self.look, self.maker.identity, self.rows, time.time())
        self.options.progress(0.7, Message("Drawing the base map"))
        try:
            drawn = self.maker.draw(self.project, *self.area, path)
            _check(path)
            check_layer(drawn.layer)
        except BaseMapNotDrawn as error:
            path.unlink(missing_ok=True)
            if former is None or not former.file or former.look != self.look:
                return replace(made, problem=error.message)
            return replace(made, file=former.file, layer=former.layer, problem=error.message, is_former=True)
        name = self._free_name()
        path.replace(folder / name)
        fingerprint = digest_of([self.look, self.rows])
        self.report.files.append(
            described(name, digests_of(folder / name, self.options), fingerprint=fingerprint)
        )
        return replace(made, file=name, layer=drawn.layer, problem=drawn.gaps)

    def _free_name(self) -> str:
        taken = {file.name.lower() for file in self.report.files}
        name, number = f"{STEM}.mbtiles", 2
        while name in taken:
            name, number = f"{STEM}_{number}.mbtiles", number + 1
        return name

    def _looks(self) -> Iterator[object]:
        """Everything that decides about the picture, but for the rows of its layers."""
        document = self.project.document
        for scope, entries in sorted(self.project.entries.items()):
            wanted = "baseMap" if scope == _SCOPE else ""
            if wanted or scope.lower() not in _NOT_SHOWN:
                shown = ((key, repr(value)) for key, value in entries.items() if key.startswith(wanted))
                yield scope, sorted(shown)
        yield self.project.entry(SCOPE, "baseMapTiles")
        yield self.project.qgis_version
        ids = {layer.id for layer in self.layers}
        for layer in self.layers:
            yield _digest(document.slice(layer.element))
            path = self.project.file_of(layer)
            if path is not None and not layer.is_vector:
                yield [self._identity(part) for part in (path, *sidecars(path))]
        for element in document.root.children:
            if element.tag not in _NOT_DRAWN:
                yield _digest(document.slice(element))
        tree = document.root.find("layer-tree-group")
        for element in tree.walk() if tree is not None else ():
            # Which one lies above which.
            if element.tag in ("layer-tree-layer", "item"):
                yield [name for name in (element.get("id"), element.text.strip()) if name in ids]
            elif element.tag == "custom-order":
                yield element.get("enabled")
        for preset in _themes(self.project):
            yield _digest(document.slice(preset))

    def _rows(self) -> Iterator[tuple[str, str]]:
        """What stands for the rows of the layers, and of those that they are joined to."""
        joined = {join.layer_id for layer in self.layers for join in layer.joins}
        packaged = {table.layer_id: table.identity for table in self.report.tables if table.identity}
        for layer_id in sorted({layer.id for layer in self.layers} | joined):
            layer = self.project.layers.get(layer_id)
            path = self.project.file_of(layer) if layer is not None and layer.is_vector else None
            if path is not None:
                yield layer_id, packaged.get(layer_id) or self._identity(path)

    def _identity(self, path: Path) -> str:
        return file_identity(path, self.project.name_of(path), self.options) if path.is_file() else ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _themes(project: Project) -> list[Element]:
    """The theme that is drawn, if it is one."""
    if project.entry(_SCOPE, "baseMapType") != "mapTheme":
        return []
    wanted = str(project.entry(_SCOPE, "baseMapTheme") or "")
    presets = project.document.root.find_all("visibility-presets", "visibility-preset")
    return [preset for preset in presets if preset.get("name") == wanted]


def _drawn_layers(project: Project) -> list[Layer]:
    if project.entry(_SCOPE, "baseMapType") != "mapTheme":
        layer = project.layers.get(str(project.entry(_SCOPE, "baseMapLayer") or ""))
        return [layer] if layer is not None else []
    shown = (
        project.layers.get(item.get("id"))
        for preset in _themes(project)
        for item in preset.find_all("layer")
        if item.get("visible", "1") != "0"
    )
    return [layer for layer in shown if layer is not None]


def _area_of(project: Project, options: PackageOptions) -> Optional[tuple[Box, str]]:
    """The box to draw and its CRS: around the area of whom it is for, else the project's, else what the project shows.

    Unlike for rows, the project's own area counts also where rows are not limited to it. Raises PackagingError.
    """
    somebodys = area_for(project, options.made_for)
    own = Area(
        str(project.entry(_SCOPE, "areaOfInterest") or ""),
        str(project.entry(_SCOPE, "areaOfInterestCrs") or ""),
    )
    for area in (options.area, somebodys.area if somebodys is not None else None, own):
        points = [point for ring in parse_rings(area.wkt) for point in ring] if area is not None else []
        if area is not None and points and area.crs:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            return (min(xs), min(ys), max(xs), max(ys)), area.crs
    return (project.extent, project.extent_crs or project.crs) if project.extent is not None else None


def _check(path: Path) -> None:
    """Whoever drew it may have ended in the middle."""
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as connection:
            if connection.execute("SELECT 1 FROM tiles LIMIT 1").fetchone():
                return
    except sqlite3.Error as error:
        raise BaseMapNotDrawn(Message("its tiles cannot be read")) from error
    raise BaseMapNotDrawn(Message("it has no tiles"))


def _missing() -> PackageWarning:
    text = Message(
        "The project asks for a base map, and there is none in it. “Package for QField…” in QGIS draws it and adds it."
    )
    return PackageWarning("base_map_missing", text)


def _incomplete() -> PackageWarning:
    text = Message(
        "The project asks for a base map, but its layer or theme is not there. "
        "Choose one on the page “QField” of the project's properties."
    )
    return PackageWarning("base_map_incomplete", text)


def _not_drawn(reason: str) -> PackageWarning:
    text = Message(
        "The package has no base map: {reason}. “Package for QField…” in QGIS draws it and adds it.",
        reason=reason,
    )
    return PackageWarning("base_map_not_drawn", text)


def _told(made: BaseMap) -> PackageWarning:
    if not made.file:
        return _not_drawn(made.problem)
    if made.is_former:
        text = Message("The base map is the former one: {reason}.", reason=made.problem)
        return PackageWarning("base_map_is_former", text)
    text = Message("The base map has gaps: {reason}.", reason=made.problem)
    return PackageWarning("base_map_has_gaps", text)
