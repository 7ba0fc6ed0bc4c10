# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks whether a project is ready for the cloud."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..engine.project import Level, check_project
from ..i18n import said, tr
from .algorithm import Algorithm

PROJECT, ERRORS, WARNINGS, FINDINGS = "PROJECT", "ERRORS", "WARNINGS", "FINDINGS"


class CheckProject(Algorithm):
    identifier = "checkproject"

    def groupId(self) -> str:
        return "project"

    def title(self) -> str:
        return tr("Check project")

    def help(self) -> str:
        return tr(
            "Looks for what would keep a project out of the cloud or cause trouble in the field.\n"
            "Findings are logged and returned as JSON; nothing is changed."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile(PROJECT, tr("Project"), fileFilter=tr("QGIS projects (*.qgs *.qgz)"))
        )
        self.addOutput(QgsProcessingOutputNumber(ERRORS, tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber(WARNINGS, tr("Warnings")))
        self.addOutput(QgsProcessingOutputString(FINDINGS, tr("Findings as JSON")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        findings = check_project(Path(self.parameterAsFile(parameters, PROJECT, context)))
        tell = {Level.ERROR: feedback.reportError, Level.WARNING: feedback.pushWarning}
        for finding in findings:
            tell.get(finding.level, feedback.pushInfo)(f"{said(finding.title)}: {said(finding.text)}")
        listed = [
            {"level": finding.level.value, "code": finding.code, "title": finding.title, "text": finding.text}
            for finding in findings
        ]
        return {
            ERRORS: sum(finding.level is Level.ERROR for finding in findings),
            WARNINGS: sum(finding.level is Level.WARNING for finding in findings),
            FINDINGS: json.dumps(listed, ensure_ascii=False),
        }
