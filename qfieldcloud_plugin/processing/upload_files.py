# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts single files into a cloud project."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..cloud import CloudRemote
from ..i18n import tr
from .account import CloudAlgorithm
from .algorithm import FeedbackToken, progress_to

PROJECT_ID, FILES, FOLDER, REPLACE, COUNT = "PROJECT_ID", "FILES", "FOLDER", "REPLACE", "COUNT"


class UploadFiles(CloudAlgorithm):
    identifier = "uploadfiles"

    def title(self) -> str:
        return tr("Upload files to a cloud project")

    def help(self) -> str:
        return tr(
            "Puts files into a cloud project, for example a base map or photos.\n"
            "A file that is there already gets a new version only if you allow it."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterString(PROJECT_ID, tr("Id of the cloud project")))
        self.addParameter(
            QgsProcessingParameterMultipleLayers(FILES, tr("Files"), QgsProcessing.SourceType.TypeFile)
        )
        self.addParameter(
            QgsProcessingParameterString(FOLDER, tr("Folder in the project"), "", optional=True)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                REPLACE, tr("Make a new version of files that are there"), defaultValue=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Files sent")))
        self.add_account_parameters()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        remote = CloudRemote(self.client(), self.parameterAsString(parameters, PROJECT_ID, context))
        prefix = self.parameterAsString(parameters, FOLDER, context).strip("/")
        replace = self.parameterAsBool(parameters, REPLACE, context)
        paths = [Path(name) for name in self.parameterAsFileList(parameters, FILES, context)]
        report, cancel = progress_to(feedback), FeedbackToken(feedback)
        for path in paths:
            name = f"{prefix}/{path.name}" if prefix else path.name
            there = remote.file(name)
            if there is not None and not replace:
                raise QgsProcessingException(
                    tr("“{}” is in the project already. It was not replaced.").format(name)
                )
            remote.upload(name, path, there.latest if there is not None else None, report, cancel)
        return {COUNT: len(paths)}
