# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages for the field, made from a project's XML and its GeoPackages without QGIS."""

from .areas import AreaFor, areas_of, areas_to_text, choose, is_name, parse_areas
from .cable import TakenBack, package_for_cable, take_back
from .errors import (
    BaseMapNotDrawn,
    LayerNotExported,
    LayerNotPackaged,
    NotACablePackage,
    PackageFolderInUse,
    PackagingCancelled,
    PackagingError,
    SourceChanged,
)
from .ogr_export import OgrExporter
from .options import (
    CABLE,
    CLOUD,
    EXPORT_KEY,
    Area,
    BaseMapMaker,
    DrawnBaseMap,
    Exporter,
    FileIdentity,
    PackageOptions,
)
from .package import make_package
from .report import BaseMap, PackagedFile, PackagedTable, PackageReport, PackageWarning
from .text_export import TextExporter

__all__ = [
    "CABLE",
    "CLOUD",
    "EXPORT_KEY",
    "Area",
    "AreaFor",
    "BaseMap",
    "BaseMapMaker",
    "BaseMapNotDrawn",
    "DrawnBaseMap",
    "Exporter",
    "FileIdentity",
    "LayerNotExported",
    "LayerNotPackaged",
    "NotACablePackage",
    "OgrExporter",
    "PackageFolderInUse",
    "PackageOptions",
    "PackageReport",
    "PackageWarning",
    "PackagedFile",
    "PackagedTable",
    "PackagingCancelled",
    "PackagingError",
    "SourceChanged",
    "TakenBack",
    "TextExporter",
    "areas_of",
    "areas_to_text",
    "choose",
    "is_name",
    "make_package",
    "package_for_cable",
    "parse_areas",
    "take_back",
]
