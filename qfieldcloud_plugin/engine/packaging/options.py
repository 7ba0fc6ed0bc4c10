# SPDX-License-Identifier: GPL-2.0-or-later
"""What the caller of packaging decides, and the doors through which QGIS helps where it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Optional, Protocol

from ..gpkg import Changeset
from ..project.crs import Box
from ..project.layer import Layer
from ..project.project import Project
from .report import PackageReport

CLOUD, CABLE = "cloud", "cable"


@dataclass(frozen=True)
class Area:
    """The part of the map that goes into the package: any polygon as WKT, and its CRS ("EPSG:4326")."""

    wkt: str
    crs: str


@dataclass(frozen=True)
class FileIdentity:
    """What is already known of a file of the project, so that it need not be read again."""

    sha256: str
    md5sum: str
    size: int


# The feature id column that an exporter must make; it stays out of the package.
EXPORT_KEY = "qfc_rowid"


class Exporter(Protocol):
    """Turns layers that are no GeoPackage tables into one: `OgrExporter` here, QGIS's in `core`."""

    def can_export(self, layer: Layer) -> bool: ...

    def export(self, project: Project, layer: Layer, destination: Path) -> str:
        """Write the layer's rows as the only table of a new GeoPackage, with the feature id column `EXPORT_KEY`.

        Answers the name of the field by which the source tells its rows apart, or "". Raises LayerNotExported.
        """


@dataclass(frozen=True)
class DrawnBaseMap:
    gaps: str = ""
    """Why there is nothing in some places of it, "" when there are none."""
    layer: str = ""
    """The XML of the layer that shows vector tiles; pictures need none."""


class BaseMapMaker(Protocol):
    """Draws the base map that a project asks for: the server's helper does, with QGIS."""

    @property
    def identity(self) -> str:
        """Stands for everything but the project that decides about the map; when it changes, the map is drawn anew."""

    def draw(self, project: Project, box: Box, crs: str, destination: Path) -> DrawnBaseMap:
        """Write the tiles that touch the box as MBTiles, as the project's entries say. Raises BaseMapNotDrawn."""


def _ignore_progress(_fraction: float, _text: str) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True)
class PackageOptions:
    mode: str = CLOUD
    root: Optional[Path] = None
    """The project's top folder when the project file lies deeper."""
    title: str = ""
    area: Optional[Area] = None
    """Limits the rows to this area; without it the project's own area counts, if it asks for that."""
    made_for: Sequence[str] = ()
    """Who will use it: "person:anna" and her "team:north"; the project may keep an area for one of them."""
    copies_attachments: bool = False
    """Put the attachment folders into the package too (a cable has no server to fetch them from)."""
    reads_outside_files: bool = False
    """Files outside of the project's folder may be copied; never on a server."""
    strict: bool = False
    """Raise LayerNotPackaged for the first layer that cannot be packaged as configured, instead of reporting it."""
    replaces_folder: bool = False
    """An existing folder at the destination is replaced, once the new package is complete."""
    with_digests: bool = True
    """Compute SHA-256 and ETag of every file: whoever stores and serves the package needs them, a folder does not."""
    identities: Mapping[str, FileIdentity] = field(default_factory=dict)
    """By file name below the root."""
    knows_all_files: bool = False
    """`identities` holds every file below the root; if only rows changed, the project is then not read again."""
    lists_unchanged_files: bool = False
    """Files that are taken over byte for byte are only listed (with `source`), not copied: the caller has them."""
    previous: Optional[PackageReport] = None
    """The last package: what is made of the same rows is not made again."""
    previous_folder: Optional[Path] = None
    """Where the last package lies; without it unchanged files are listed as not written."""
    previous_file: Optional[Callable[[str], Optional[Path]]] = None
    """Where a file of the last package can be read, by its name; large ones are then patched instead of rewritten."""
    row_changes: Optional[Callable[[str, str, str], Optional[Changeset]]] = None
    """(file name, its identity then, its identity now) -> the rows that differ; None when unknown."""
    reproject: Optional[Callable[[Any, str, str], Any]] = None
    """(polygon rings, source CRS, target CRS) -> rings; asked when arithmetic does not do. None: cannot be done."""
    exporters: Sequence[Exporter] = ()
    base_map_maker: Optional[BaseMapMaker] = None
    """Asked once, when the project wants a base map, has none, and that of the last package will not do."""
    progress: Callable[[float, str], None] = _ignore_progress
    cancelled: Callable[[], bool] = _never


__all__ = [
    "CABLE",
    "CLOUD",
    "EXPORT_KEY",
    "Area",
    "BaseMapMaker",
    "Box",
    "DrawnBaseMap",
    "Exporter",
    "FileIdentity",
    "PackageOptions",
]
