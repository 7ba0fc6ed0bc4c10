# SPDX-License-Identifier: GPL-2.0-or-later
"""Offers the plugin's algorithms to QGIS's Processing, to models and to qgis_process."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..paths import icon_path, version


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
        pass
