# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a cloud project into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..cloud import Workspace
from ..i18n import tr
from .account import CloudAlgorithm
from .algorithm import FeedbackToken, progress_to
from .sync_project import tell

PROJECT_ID, OUTPUT, FILES = "PROJECT_ID", "OUTPUT", "FILES"


class DownloadProject(CloudAlgorithm):
    identifier = "downloadproject"

    def title(self) -> str:
        return tr("Download cloud project")

    def help(self) -> str:
        return tr(
            "Puts all files of a cloud project into a folder and links it, so that it can be synced later.\n"
            "Files that are in the folder already are compared, never overwritten."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterString(PROJECT_ID, tr("Id of the cloud project")))
        self.addParameter(QgsProcessingParameterFolderDestination(OUTPUT, tr("Folder")))
        self.addOutput(QgsProcessingOutputNumber(FILES, tr("Number of files")))
        self.add_account_parameters()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        folder = Path(self.parameterAsString(parameters, OUTPUT, context))
        folder.mkdir(parents=True, exist_ok=True)
        report = Workspace(self.client()).download_project(
            self.parameterAsString(parameters, PROJECT_ID, context),
            folder,
            progress=progress_to(feedback),
            cancel=FeedbackToken(feedback),
        )
        tell(report, feedback)
        return {OUTPUT: str(folder), FILES: len(report.files)}
