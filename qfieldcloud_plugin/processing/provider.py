# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers the plugin's algorithms to QGIS's Processing, to models and to qgis_process."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..paths import icon_path, version
from .apply_changes import ApplyChanges
from .check_project import CheckProject
from .diff_geopackages import DiffGeoPackages
from .download_project import DownloadProject
from .list_projects import ListProjects
from .merge_geopackages import MergeGeoPackages
from .package_project import PackageProject
from .pull_project import PullProject
from .push_project import PushProject
from .sync_project import SyncProject
from .trigger_job import TriggerJob
from .upload_files import UploadFiles

ALGORITHMS = (
    ApplyChanges,
    CheckProject,
    DiffGeoPackages,
    DownloadProject,
    ListProjects,
    MergeGeoPackages,
    PackageProject,
    PullProject,
    PushProject,
    SyncProject,
    TriggerJob,
    UploadFiles,
)


class CloudProvider(QgsProcessingProvider):
    """Registered by the plugin; imports no widget."""

    def id(self) -> str:
        return "qfieldcloud"

    def name(self) -> str:
        return "QFieldCloud"

    def longName(self) -> str:
        return "QFieldCloud Sync"

    def versionInfo(self) -> str:
        return version()

    def icon(self) -> QIcon:
        return QIcon(str(icon_path("plugin.svg")))

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
