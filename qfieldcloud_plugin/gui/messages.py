# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows how jobs end in QGIS's message bar; core only emits signals."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ..core.actions import Actions
from ..core.jobs import Job, JobState
from ..i18n import tr
from . import wording

_GOOD_NEWS_SECONDS = 6
TITLE = "QFieldCloud Sync"


class MessageBridge(QObject):
    """Failures stay until they are read; good news goes by itself; quiet jobs say nothing."""

    def __init__(self, actions: Actions, bar: QgsMessageBar) -> None:
        super().__init__(actions)
        self._bar = bar
        self._shown: list[QgsMessageBarItem] = []
        actions.jobs.ended.connect(self._job_ended)

    def tell(self, text: str) -> None:
        self._push(text, Qgis.MessageLevel.Success, _GOOD_NEWS_SECONDS)

    def warn(self, text: str) -> None:
        self._push(text, Qgis.MessageLevel.Warning, 0)

    def take_back(self) -> None:
        """Removes what still stands in the bar; for `unload`."""
        for item in self._still_shown():
            self._bar.popWidget(item)
        self._shown = []

    def _push(self, text: str, level: Qgis.MessageLevel, seconds: int) -> None:
        item = QgsMessageBarItem(TITLE, text, level, seconds)
        self._shown = [*self._still_shown(), item]
        self._bar.pushItem(item)

    def _still_shown(self) -> list[QgsMessageBarItem]:
        """Without those that QGIS has deleted since, by itself or by a click."""
        return [item for item in self._shown if not sip.isdeleted(item)]

    def _job_ended(self, job: Job) -> None:
        if job.quiet:
            return
        if job.state is JobState.FAILED:
            text = tr("{job}: {reason}").format(job=job.title, reason=wording.plain(job.error))
            self._push(text, Qgis.MessageLevel.Critical, 0)
        elif job.succeeded and job.bad_news:
            self.warn(job.bad_news)
        elif job.succeeded and job.good_news:
            self.tell(job.good_news)
