# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages for the field, made from a project's XML and its GeoPackages without QGIS."""

from .errors import LayerNotPackaged, PackageFolderInUse, PackagingCancelled, PackagingError, SourceChanged
from .options import CABLE, CLOUD, EXPORT_KEY, Area, Exporter, FileIdentity, PackageOptions
from .package import make_package
from .report import PackagedFile, PackagedTable, PackageReport, PackageWarning

__all__ = [
    "CABLE",
    "CLOUD",
    "EXPORT_KEY",
    "Area",
    "Exporter",
    "FileIdentity",
    "LayerNotPackaged",
    "PackageFolderInUse",
    "PackageOptions",
    "PackageReport",
    "PackageWarning",
    "PackagedFile",
    "PackagedTable",
    "PackagingCancelled",
    "PackagingError",
    "SourceChanged",
    "make_package",
]
