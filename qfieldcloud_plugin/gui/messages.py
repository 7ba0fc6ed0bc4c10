# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows how jobs end in QGIS's message bar; core only emits signals."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
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
        actions.jobs.ended.connect(self._job_ended)

    def tell(self, text: str) -> None:
        self._bar.pushMessage(TITLE, text, Qgis.MessageLevel.Success, _GOOD_NEWS_SECONDS)

    def warn(self, text: str) -> None:
        self._bar.pushMessage(TITLE, text, Qgis.MessageLevel.Warning, 0)

    def _job_ended(self, job: Job) -> None:
        if job.quiet:
            return
        if job.state is JobState.FAILED:
            text = tr("{job}: {reason}").format(job=job.title, reason=wording.plain(job.error))
            self._bar.pushMessage(TITLE, text, Qgis.MessageLevel.Critical, 0)
        elif job.succeeded and job.bad_news:
            self.warn(job.bad_news)
        elif job.succeeded and job.good_news:
            self.tell(job.good_news)
