# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists the cloud projects of an account."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from ..i18n import tr
from .account import CloudAlgorithm

PUBLIC, OUTPUT, COUNT, PROJECTS = "PUBLIC", "OUTPUT", "COUNT", "PROJECTS"


class ListProjects(CloudAlgorithm):
    identifier = "listprojects"

    def title(self) -> str:
        return tr("List cloud projects")

    def help(self) -> str:
        return tr("Lists the cloud projects that an account can see, as JSON.")

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterBoolean(PUBLIC, tr("Public projects too"), defaultValue=False)
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("List"), tr("JSON files (*.json)"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Number of projects")))
        self.addOutput(QgsProcessingOutputString(PROJECTS, tr("Projects as JSON")))
        self.add_account_parameters()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        public = self.parameterAsBool(parameters, PUBLIC, context)
        projects = self.client().projects.list(include_public=public)
        listed = [
            {
                "id": project.id,
                "owner": project.owner,
                "name": project.name,
                "role": project.role,
                "status": project.status,
                "size": project.size,
            }
            for project in projects
        ]
        for project in projects:
            feedback.pushInfo(f"{project.id}  {project.owner}/{project.name}")
        text = json.dumps(listed, ensure_ascii=False)
        results: dict[str, Any] = {COUNT: len(projects), PROJECTS: text}
        output = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if output:
            Path(output).write_text(text, encoding="utf-8")
            results[OUTPUT] = output
        return results
