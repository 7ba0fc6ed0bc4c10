# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS's browser offers for cloud projects and their files."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication
from qgis.PyQt.QtWidgets import QFileDialog

from ...cloud.api.projects import Project
from ...core.browsing import BrowsedFile
from ...i18n import tr
from .details import DetailScreens


class BrowsingScreens(DetailScreens):
    """Download a file, copy a link, show where something lies."""

    def download_file(self, project: Project, file: BrowsedFile) -> None:
        start = str(Path.home() / file.title)
        chosen, _kind = QFileDialog.getSaveFileName(self._window(), tr("Download file"), start)
        if chosen:
            self.actions.download_version(file.name, file.version_id, Path(chosen), project.id)

    def copy_project_link(self, project: Project) -> None:
        """The project's page on its server."""
        self._copy(f"a/{quote(project.owner)}/{quote(project.name)}/")

    def copy_file_link(self, project: Project, name: str) -> None:
        """The file itself, for people who may see the project."""
        self._copy(f"api/v1/files/{project.id}/{quote(name)}/")

    def show_folder(self, path: Path) -> None:
        """The folder of a file, in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _copy(self, path: str) -> None:
        client = self.actions.session.client
        if client is not None:
            QGuiApplication.clipboard().setText(f"{client.address}{path}")
            self.messages.tell(tr("The link is in the clipboard."))
