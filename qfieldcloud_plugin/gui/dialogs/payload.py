# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta: what became of it, exactly what was sent, and trying again."""

from __future__ import annotations

import json
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from ...cloud.api.deltas import DeltaRecord
from ...cloud.housekeeping import APPLICABLE_AGAIN
from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import rows, theme, wording
from ..keyboard import prepare
from ..parts import Label, Notice, column, row

# The state says the same in the user's language.
_SAID_OF_EVERY_APPLIED_DELTA = "Successfully applied delta!"


class PayloadDialog(QDialog):
    """The text can be selected and copied. A delta that was applied is never offered to be applied again."""

    def __init__(
        self, delta: DeltaRecord, parent: Optional[QWidget] = None, actions: Optional[Actions] = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delta"))
        self.resize(620, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._delta = delta
        self._job: Optional[Job] = None
        self._build()
        self._show_state(delta)
        if actions is not None:
            actions.jobs.ended.connect(self._job_ended)

    def _build(self) -> None:
        layout = column(self, spacing=10, margin=16)
        layout.addWidget(Label(rows.delta_node(self._delta).title, size=1.15, bold=True))
        self.state = Label(tone="muted")
        layout.addWidget(self.state)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.text = QPlainTextEdit(json.dumps(dict(self._delta.content), indent=2, ensure_ascii=False))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("As it was sent"))
        layout.addWidget(self.text, 1)
        line = row()
        self.again = QPushButton(theme.icon("sync"), tr("Apply again"))
        self.again.setToolTip(
            tr("Sends the same change once more, for example after the layer or a role was put right.")
        )
        self.again.setMinimumHeight(34)
        self.again.clicked.connect(lambda _checked=False: self._apply_again())
        line.addWidget(self.again)
        line.addStretch(1)
        close = QPushButton(tr("Close"))
        close.setMinimumHeight(34)
        close.clicked.connect(self.reject)
        line.addWidget(close)
        layout.addLayout(line)
        prepare(self, close, close)

    def _show_state(self, delta: DeltaRecord) -> None:
        facts = (rows.delta_state(delta.state), delta.created_by, wording.exact_moment(delta.created_at))
        self.state.setText(" · ".join(fact for fact in facts if fact))
        if delta.message and delta.message != _SAID_OF_EVERY_APPLIED_DELTA:
            self.notice.say(wording.said(delta.message), "good" if delta.state == "applied" else "warning")
        elif delta.state == "applied":
            self.notice.clear()
        self.again.setVisible(self._actions is not None and delta.state in APPLICABLE_AGAIN)

    def _apply_again(self) -> None:
        if self._actions is not None:
            self._job = self._actions.apply_again(self._delta)
            self.again.setEnabled(False)
            self.notice.say(tr("Sent again; the server applies it."))

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        self.again.setEnabled(True)
        if job.succeeded:
            self.notice.clear()
            self._show_state(job.result)
        elif job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")

    def done(self, result: int) -> None:
        if self._actions is not None:
            self._actions.jobs.ended.disconnect(self._job_ended)
        super().done(result)
