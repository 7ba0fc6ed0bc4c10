# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a project folder and its cloud project to the same state."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from ..core.syncing import Direction, by_rule, sync_folder
from ..engine.sync import Choice, SyncReport
from ..i18n import said, tr
from .account import CloudAlgorithm
from .algorithm import FeedbackToken, progress_to

FOLDER, CONFLICTS = "FOLDER", "CONFLICTS"
SENT, RECEIVED, OPEN_CONFLICTS = "SENT", "RECEIVED", "OPEN_CONFLICTS"
_CHOICES: tuple[Optional[Choice], ...] = (None, Choice.MINE, Choice.THEIRS)


class SyncProject(CloudAlgorithm):
    identifier = "syncproject"
    direction = Direction.BOTH

    def title(self) -> str:
        return tr("Sync project")

    def help(self) -> str:
        return tr(
            "Sends what was changed in a project folder and receives what others changed, row by row.\n"
            "Where both changed the same value, nothing is overwritten: decide here by a rule, "
            "or later one by one in QGIS."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile(
                FOLDER, tr("Project folder"), behavior=QgsProcessingParameterFile.Behavior.Folder
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                CONFLICTS,
                tr("Where both changed the same"),
                options=[tr("leave it undecided"), tr("mine stays"), tr("theirs stays")],
                defaultValue=0,
            )
        )
        for name, text in (
            (SENT, tr("Rows sent")),
            (RECEIVED, tr("Rows received")),
            (OPEN_CONFLICTS, tr("Undecided conflicts")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))
        self.add_account_parameters()

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        folder = Path(self.parameterAsString(parameters, FOLDER, context))
        choice = _CHOICES[self.parameterAsEnum(parameters, CONFLICTS, context)]
        report = sync_folder(
            self.client(),
            folder,
            None,
            by_rule(choice) if choice is not None else None,
            progress_to(feedback),
            FeedbackToken(feedback),
            self.direction,
        )
        return tell(report, feedback)


def tell(report: SyncReport, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Logs what waits and why; raises when files could not be brought in step."""
    for file in report.waiting:
        feedback.reportError(f"{file.name}: {said(file.waits)}")
    for failure in report.failures:
        feedback.reportError(f"{failure.file} {failure.table} {failure.key}: {said(failure.message)}")
    for conflict in report.conflicts:
        feedback.pushWarning(f"{conflict.file} {conflict.table} {conflict.key} {conflict.column}")
    if any(file.error for file in report.waiting):
        raise QgsProcessingException(
            tr("Not everything could be brought in step; the log says what and why.")
        )
    return {SENT: report.rows_up, RECEIVED: report.rows_down, OPEN_CONFLICTS: len(report.conflicts)}
