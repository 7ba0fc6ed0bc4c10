# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks whether a project is ready for the cloud, repairs it, and takes repairs back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional, Sequence

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.converters import QgisConverter
from ..engine.project import Finding, Level, check_project, repair_project, undo_repairs
from ..i18n import said, tr
from .algorithm import Algorithm

PROJECT, ACTION, CODES = "PROJECT", "ACTION", "CODES"
ERRORS, WARNINGS, FINDINGS, REPAIRED, FILES = "ERRORS", "WARNINGS", "FINDINGS", "REPAIRED", "FILES"
CHECK, PREVIEW, REPAIR, UNDO = range(4)


class CheckProject(Algorithm):
    identifier = "checkproject"

    def groupId(self) -> str:
        return "project"

    def title(self) -> str:
        return tr("Check and repair project")

    def help(self) -> str:
        return tr(
            "Looks for what would keep a project out of the cloud or cause trouble in the field.\n"
            "Findings are logged and returned as JSON. On request they are repaired, all or nothing; "
            "the last repair can be taken back. Close the project in QGIS before it is repaired."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile(PROJECT, tr("Project"), fileFilter=tr("QGIS projects (*.qgs *.qgz)"))
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                ACTION,
                tr("What to do"),
                options=[
                    tr("Check only"),
                    tr("Say what a repair would do"),
                    tr("Repair"),
                    tr("Take the last repair back"),
                ],
                defaultValue=CHECK,
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                CODES, tr("Repair only these findings (their codes, with commas between)"), "", optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(ERRORS, tr("Errors")))
        self.addOutput(QgsProcessingOutputNumber(WARNINGS, tr("Warnings")))
        self.addOutput(QgsProcessingOutputNumber(REPAIRED, tr("Repaired findings")))
        self.addOutput(QgsProcessingOutputString(FILES, tr("Changed files as JSON")))
        self.addOutput(QgsProcessingOutputString(FINDINGS, tr("Findings as JSON")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        path = Path(self.parameterAsFile(parameters, PROJECT, context))
        action = self.parameterAsEnum(parameters, ACTION, context)
        named = self.parameterAsString(parameters, CODES, context).split(",")
        codes = {code.strip() for code in named if code.strip()} or None
        converters = [QgisConverter()]
        files: list[str] = []
        repaired: list[Finding] = []
        if action == UNDO:
            files = undo_repairs(path)
        elif action in (PREVIEW, REPAIR):
            report = repair_project(path, codes, dry_run=action == PREVIEW, converters=converters)
            repaired, files = report.done, report.files
            for finding in repaired:
                feedback.pushInfo(f"{said(finding.title)}: {said(finding.repair)}")
        for name in files:
            feedback.pushInfo(tr("changed: {}").format(name))
        findings = check_project(path, converters=converters)
        _tell(findings, feedback)
        return {
            ERRORS: sum(finding.level is Level.ERROR for finding in findings),
            WARNINGS: sum(finding.level is Level.WARNING for finding in findings),
            REPAIRED: len(repaired),
            FILES: json.dumps(files, ensure_ascii=False),
            FINDINGS: json.dumps([_described(finding) for finding in findings], ensure_ascii=False),
        }


def _tell(findings: Sequence[Finding], feedback: QgsProcessingFeedback) -> None:
    tell = {Level.ERROR: feedback.reportError, Level.WARNING: feedback.pushWarning}
    for finding in findings:
        tell.get(finding.level, feedback.pushInfo)(f"{said(finding.title)}: {said(finding.text)}")


def _described(finding: Finding) -> dict[str, Any]:
    return {
        "level": finding.level.value,
        "code": finding.code,
        "title": str(finding.title),
        "text": str(finding.text),
        "layer": finding.layer_id,
        "repair": str(finding.repair),
    }
