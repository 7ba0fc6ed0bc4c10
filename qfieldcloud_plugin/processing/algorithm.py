# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm has in common: names, help, progress, cancel, and errors as Processing wants them."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from ..core.phases import phase
from ..engine.errors import EngineError
from ..engine.sync.errors import SyncError
from ..engine.sync.progress import CancelToken, Progress
from ..i18n import plain, tr
from ..paths import icon_path


class FeedbackToken(CancelToken):
    """Cancelled when the user stops the algorithm."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        super().__init__()
        self._feedback = feedback

    @property
    def cancelled(self) -> bool:
        return bool(self._feedback.isCanceled()) or super().cancelled


class Algorithm(QgsProcessingAlgorithm):
    """Subclasses set `identifier` and `icon_name` and say the rest in methods; `carry_out` does the work.

    No layer of the open project is touched, so all of them may run in a worker thread.
    """

    identifier = ""
    icon_name = "plugin"

    def createInstance(self) -> QgsProcessingAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.identifier

    def icon(self) -> QIcon:
        return QIcon(str(icon_path(f"{self.icon_name}.svg")))

    def displayName(self) -> str:
        return self.title()

    def shortHelpString(self) -> str:
        return self.help()

    def shortDescription(self) -> str:
        return self.help().split("\n", 1)[0]

    def group(self) -> str:
        return {"files": tr("GeoPackages and deltas"), "project": tr("Projects")}.get(
            self.groupId(), tr("Server")
        )

    def title(self) -> str:
        raise NotImplementedError

    def help(self) -> str:
        raise NotImplementedError

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        raise NotImplementedError

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        try:
            return self.carry_out(parameters, context, feedback)
        except (EngineError, SyncError, OSError) as error:
            raise QgsProcessingException(plain(error)) from error


def progress_to(feedback: QgsProcessingFeedback) -> Callable[[Progress], None]:
    """An engine's progress callback that fills Processing's bar and log."""
    last: list[Optional[tuple[str, str]]] = [None]

    def report(step: Progress) -> None:
        if (step.phase, step.file) != last[0]:
            last[0] = (step.phase, step.file)
            feedback.pushInfo(f"{phase(step.phase)}  {step.layer or step.file}".strip())
        if step.total:
            feedback.setProgress(min(100.0, 100.0 * step.done / step.total))

    return report
