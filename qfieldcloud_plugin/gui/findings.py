# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what a check found, with one button that repairs what can be repaired and one that takes it back."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..core.actions import Actions
from ..core.jobs import Job, JobState
from ..engine.project import Finding, Level
from ..i18n import tr
from . import theme, wording
from .nodes import Node, NodeView
from .parts import Notice, column, row

_LOOKS = {Level.ERROR: ("error", "error"), Level.WARNING: ("warning", "warning"), Level.NOTE: ("info", None)}


class FindingsView(QWidget):
    """`repaired` is emitted when the project was changed and opened again: check anew."""

    repaired = pyqtSignal()

    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._findings: tuple[Finding, ...] = ()
        self._job: Optional[Job] = None
        layout = column(self, spacing=6)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.list = NodeView()
        self.list.setAccessibleName(tr("Findings"))
        layout.addWidget(self.list, 1)
        line = row()
        self.undo = QPushButton(theme.icon("restore"), tr("Take repairs back"))
        self.undo.clicked.connect(lambda _checked=False: self._start(self._actions.undo_repairs()))
        self.undo.hide()
        self.repair = QPushButton(theme.icon("check", theme.colour("accent")), "")
        self.repair.clicked.connect(lambda _checked=False: self._start(self._actions.repair_open_project()))
        line.addStretch(1)
        line.addWidget(self.undo)
        line.addWidget(self.repair)
        layout.addLayout(line)
        self.repair.hide()
        actions.jobs.ended.connect(self._job_ended)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = tuple(findings)
        nodes = []
        for finding in findings:
            icon, tone = _LOOKS[finding.level]
            title, text = wording.finding(finding)
            repair = tr("Repair: {}").format(wording.said(finding.repair)) if finding.repair else ""
            nodes.append(
                Node(
                    title,
                    text,
                    badge=tr("repairable") if finding.repair and not finding.is_asked_for else "",
                    icon=icon,
                    tone=tone,
                    tip="\n".join(part for part in (text, repair) if part),
                    payload=finding,
                )
            )
        if not nodes:
            nodes.append(
                Node(tr("Everything is ready"), tr("Nothing stands in the way."), icon="check", tone="good")
            )
        self.list.show_nodes(nodes)
        count = sum(1 for finding in findings if finding.repair and not finding.is_asked_for)
        self.repair.setVisible(bool(count))
        self.repair.setText(tr("Repair %n finding(s)", count))

    def _start(self, job: Job) -> None:
        self.notice.clear()
        self.repair.setEnabled(False)
        self.undo.setEnabled(False)
        self._job = job

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        self.repair.setEnabled(True)
        self.undo.setEnabled(True)
        if job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
        elif job.succeeded:
            self.undo.setVisible(job.result is not None)
            self.repaired.emit()

    def close_down(self) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
