# SPDX-License-Identifier: GPL-2.0-or-later
"""A job of the server with its log, which grows while the job runs."""

from __future__ import annotations

import json
from typing import Optional

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from ...cloud.api.jobs import Job as ServerJob
from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import job_log, rows, wording
from ..keyboard import prepare
from ..parts import IconLabel, Label, Notice, column, row

_INTERVAL_MS = 1500


class ServerJobDialog(QDialog):
    """Asks again while the job has not ended."""

    def __init__(self, actions: Actions, job: ServerJob, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(rows.job_type(job.type))
        self.resize(680, 480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._job = job
        self._asking: Optional[Job] = None
        layout = column(self, spacing=10, margin=16)
        line = row(spacing=12)
        self._icon = IconLabel("jobs", size=28)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(rows.job_type(job.type), size=1.25, bold=True))
        self.state = Label(tone="muted")
        words.addWidget(self.state)
        line.addLayout(words, 1)
        layout.addLayout(line)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.log = QPlainTextEdit()
        self.log.setReadOnly(True)
        self.log.setAccessibleName(tr("Log"))
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.log.setPlaceholderText(tr("The server has written no log yet."))
        layout.addWidget(self.log, 1)
        close = QPushButton(tr("Close"))
        close.setMinimumHeight(34)
        close.clicked.connect(self.reject)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        prepare(self, close, close)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._ask)
        actions.jobs.ended.connect(self._answered)
        self._show(job)
        self._ask()

    def _ask(self) -> None:
        if self._asking is None:
            self._asking = self._actions.server_job(self._job.id)

    def _answered(self, job: Job) -> None:
        if job is not self._asking:
            return
        self._asking = None
        if job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
            self._timer.stop()
        elif job.succeeded:
            self._show(job.result)

    def _show(self, job: ServerJob) -> None:
        self._job = job
        icon, tone = rows.job_look(job.status)
        self._icon.show_icon(icon, tone)
        facts = [rows.job_state(job.status), wording.exact_moment(job.created_at)]
        if job.started_at and job.finished_at:
            facts.append(wording.duration((job.finished_at - job.started_at).total_seconds()))
        self.state.setText(" · ".join(fact for fact in facts if fact))
        error = wording.said(str(job.feedback.get("error") or ""))
        if job.status == "failed" and error:
            self.notice.say(error, "error")
        text = job_log.readable(job.output, job.started_at or job.created_at)
        if not text and job.feedback:
            text = json.dumps(dict(job.feedback), indent=2)
        if text != self.log.toPlainText():
            self.log.setPlainText(text)
            self.log.verticalScrollBar().setValue(self.log.verticalScrollBar().maximum())
        if job.ended:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def done(self, result: int) -> None:
        self._timer.stop()
        self._actions.jobs.ended.disconnect(self._answered)
        if self._asking is not None:
            self._actions.jobs.cancel(self._asking)
        super().done(result)
