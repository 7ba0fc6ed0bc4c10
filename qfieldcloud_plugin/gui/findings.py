# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what a check found, with buttons that repair one finding or all of them, and one that takes it back."""

from __future__ import annotations

from typing import Callable, Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from ..core.actions import Actions
from ..core.jobs import Job, JobState
from ..engine.project import Finding, Level
from ..engine.sync.errors import NotAProject
from ..i18n import tr
from . import theme, wording
from .nodes import Node, NodeView
from .parts import Label, Notice, column, row

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
        self.told = Label(tone="muted", size=0.92)
        layout.addWidget(self.told)
        self.told.hide()
        line = row()
        self.undo = QPushButton(theme.icon("restore"), tr("Take repairs back"))
        self.undo.clicked.connect(lambda _checked=False: self._start(self._actions.undo_repairs))
        self.undo.hide()
        self.repair_one = QPushButton(theme.icon("check", theme.colour("accent")), tr("Repair only this"))
        self.repair_one.clicked.connect(lambda _checked=False: self._repair_chosen())
        self.repair_one.hide()
        self.repair = QPushButton(theme.icon("check", theme.colour("accent")), "")
        self.repair.clicked.connect(lambda _checked=False: self._start(self._actions.repair_open_project))
        line.addStretch(1)
        line.addWidget(self.undo)
        line.addWidget(self.repair_one)
        line.addWidget(self.repair)
        layout.addLayout(line)
        self.repair.hide()
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_chosen())
        actions.jobs.ended.connect(self._job_ended)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = tuple(findings)
        nodes = [_node(finding) for finding in findings]
        if not nodes:
            nodes.append(
                Node(tr("Everything is ready"), tr("Nothing stands in the way."), icon="check", tone="good")
            )
        self.list.show_nodes(nodes)
        count = sum(1 for finding in findings if finding.repair and not finding.is_asked_for)
        self.repair.setVisible(bool(count))
        self.repair.setText(tr("Repair %n finding(s)", count))
        self._show_chosen()

    def _chosen(self) -> Optional[Finding]:
        node = self.list.chosen()
        return node.payload if node is not None else None

    def _show_chosen(self) -> None:
        """A row has place for the beginning only."""
        finding = self._chosen()
        self.told.setVisible(finding is not None)
        self.repair_one.setVisible(finding is not None and bool(finding.repair))
        if finding is not None:
            self.told.setText("\n".join(_explanation(finding)))

    def _repair_chosen(self) -> None:
        finding = self._chosen()
        if finding is not None:
            self._start(lambda: self._actions.repair_open_project([finding]))

    def _start(self, begin: Callable[[], Job]) -> None:
        self.notice.clear()
        try:
            self._job = begin()
        except NotAProject as error:
            self.notice.say(wording.plain(error), "error")
            return
        self._set_enabled(False)

    def _set_enabled(self, enabled: bool) -> None:
        for button in (self.repair, self.repair_one, self.undo):
            button.setEnabled(enabled)

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        self._set_enabled(True)
        if job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
        elif job.succeeded:
            self.undo.setVisible(job.result is not None)
            self.repaired.emit()

    def close_down(self) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)


def _node(finding: Finding) -> Node:
    icon, tone = _LOOKS[finding.level]
    title, text = wording.finding(finding)
    return Node(
        title,
        text,
        badge=_badge(finding),
        icon=icon,
        tone=tone,
        tip="\n".join(_explanation(finding)),
        key="|".join(finding.subject),
        payload=finding,
    )


def _badge(finding: Finding) -> str:
    if not finding.repair:
        return ""
    return tr("on request") if finding.is_asked_for else tr("repairable")


def _explanation(finding: Finding) -> list[str]:
    _title, text = wording.finding(finding)
    repair = tr("Repair: {}").format(wording.said(finding.repair)) if finding.repair else ""
    return [part for part in (text, repair) if part]
