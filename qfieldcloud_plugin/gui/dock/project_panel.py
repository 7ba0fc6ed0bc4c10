# SPDX-License-Identifier: GPL-2.0-or-later
"""The open project in the dock: how it stands, one button that says what it will do, and details."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ...core.actions import Actions
from ...core.jobs import Job
from ...core.standing import NextStep, Step
from ...i18n import tr
from .. import wording
from ..parts import ElidedLabel, IconButton, IconLabel, Label, Notice, PrimaryButton, Tabs, column, row
from ..screens import Screens
from .tabs import DevicesTab, HereTab, JobsTab, ThereTab, VersionsTab


class ProjectPanel(QWidget):
    """Shows what `Actions` knows; the button runs `Actions.next_step()`."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._screens = screens
        layout = column(self)
        layout.setContentsMargins(10, 10, 10, 6)
        layout.addLayout(self._heading())
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.button = PrimaryButton()
        self.button.setObjectName("qfieldcloud_primary")
        self.button.clicked.connect(lambda _checked=False: self._screens.run_next_step())
        layout.addWidget(self.button)
        layout.addWidget(self._progress_row())
        self.tabs = Tabs()
        self._pages = [tab(actions, screens) for tab in (HereTab, ThereTab, DevicesTab, JobsTab, VersionsTab)]
        for page in self._pages:
            self.tabs.addTab(page, page.title)
            page.counted.connect(self._retitle)
        self.tabs.currentChanged.connect(self._tab_shown)
        layout.addWidget(self.tabs, 1)
        # Takes the room that the tabs leave while there is nothing to show in them.
        self._space = QWidget()
        layout.addWidget(self._space, 1)
        self._connect()
        self.show_all()

    def _heading(self) -> QHBoxLayout:
        line = row()
        self._state_icon = IconLabel("project", size=28)
        words = column(spacing=0)
        self.title = ElidedLabel(bold=True, size=1.1)
        self.state = Label(tone="muted", size=0.92)
        words.addWidget(self.title)
        words.addWidget(self.state)
        line.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.more = IconButton("more", tr("More for this project"))
        self.more.clicked.connect(lambda _checked=False: self._screens.open_project_menu(self.more))
        line.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _progress_row(self) -> QWidget:
        self.progress = QWidget()
        layout = column(self.progress, spacing=3)
        line = row(spacing=6)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.cancel = IconButton("close", tr("Cancel"), self._cancel)
        line.addWidget(self.bar, 1)
        line.addWidget(self.cancel)
        self.doing = ElidedLabel(tone="muted", size=0.9)
        layout.addLayout(line)
        layout.addWidget(self.doing)
        self.progress.hide()
        return self.progress

    def _connect(self) -> None:
        actions = self._actions
        actions.session.changed.connect(self.show_all)
        actions.open_project.changed.connect(self.show_all)
        actions.open_project.edits_changed.connect(self.show_button)
        actions.standing_changed.connect(self.show_all)
        actions.jobs.started.connect(self._job_moved)
        actions.jobs.progressed.connect(self._job_moved)
        actions.jobs.ended.connect(self._job_moved)

    # -- showing --------------------------------------------------------------------------------------

    def show_all(self) -> None:
        self._show_heading()
        self.show_button()
        linked = self._actions.open_project.project_id is not None and self._actions.session.signed_in
        self.tabs.setVisible(linked)
        self._space.setVisible(not linked)
        self.more.setVisible(linked)
        if linked:
            for page in self._pages:
                page.refresh()

    def _show_heading(self) -> None:
        opened = self._actions.open_project
        self.title.setText(opened.title or tr("No project open"))
        project = self._actions.project(opened.project_id) if opened.project_id else None
        self._state_icon.show_icon("project-local" if opened.project_id else "project")
        if project is not None:
            self.state.setText(
                tr("{owner} · {role}").format(owner=project.owner, role=wording.role(project.role))
            )
        elif opened.project_id:
            self.state.setText(tr("Cloud project"))
        elif opened.folder is not None:
            self.state.setText(tr("Not in the cloud yet"))
        else:
            self.state.setText(tr("Open a project, or choose one below."))

    def show_button(self) -> None:
        step = self._actions.next_step()
        self.button.setText(button_text(step))
        self.button.setToolTip(button_tip(step))
        self.button.set_calm(step.step in (Step.UP_TO_DATE, Step.LOOK, Step.OPEN_PROJECT))
        lane = self._actions.lane()
        busy = [job for job in self._actions.jobs.running(lane) if not job.quiet] if lane else []
        self.button.setVisible(not busy)
        self.progress.setVisible(bool(busy))
        self.button.setEnabled(step.step is not Step.OPEN_PROJECT)
        waits = self._actions.standing.waiting if self._actions.standing else ()
        if self._actions.standing_error is not None:
            self.notice.say(wording.plain(self._actions.standing_error), "warning")
        elif waits:
            self.notice.say(
                "\n".join(f"{file.name}: {wording.said(file.reason)}" for file in waits[:3]), "warning"
            )
        else:
            self.notice.clear()

    def _job_moved(self, job: Job) -> None:
        if job.lane != self._actions.lane() or job.quiet:
            return
        if job.state.ended:
            self.show_button()
            return
        if not self.progress.isVisible():
            self.show_button()
        fraction = job.fraction
        self.bar.setRange(0, 0 if fraction is None else 1000)
        self.bar.setValue(0 if fraction is None else round(fraction * 1000))
        self.doing.setText(wording.step(job.step) or job.title)

    def _cancel(self) -> None:
        for job in self._actions.jobs.running(self._actions.lane()):
            self._actions.jobs.cancel(job)

    def _retitle(self) -> None:
        for index, page in enumerate(self._pages):
            text = f"{page.title} {wording.number(page.count)}" if page.count else page.title
            self.tabs.setTabText(index, text)

    def _tab_shown(self, index: int) -> None:
        self._pages[index].shown()


def button_text(step: NextStep) -> str:
    """The primary button's words; it always says what it will do."""
    count_here, count_there = step.count_here, step.count_there
    if step.step is Step.SYNC:
        text = tr("Sync: send {here}, receive {there}").format(
            here=wording.number(count_here), there=wording.number(count_there)
        )
    elif step.step is Step.PUSH:
        text = tr("Send %n change(s)", count_here) if count_here else tr("Send")
    elif step.step is Step.PULL:
        text = tr("Receive %n change(s)", count_there)
    else:
        return _plain_text(step)
    return tr("Save and {action}").format(action=_lower_first(text)) if step.unsaved_layers else text


def _plain_text(step: NextStep) -> str:
    if step.step is Step.RESOLVE:
        return tr("Resolve %n conflict(s)…", step.conflicts)
    if step.step is Step.CONFIRM:
        return tr("Confirm %n deletion(s)…", step.deletions)
    texts = {
        Step.LOG_IN: tr("Log in…"),
        Step.OPEN_PROJECT: tr("Open a project to begin"),
        Step.SAVE_PROJECT: tr("Save the project to begin…"),
        Step.CREATE: tr("Put this project into the cloud…"),
        Step.LOOK: tr("Check for changes"),
        Step.UP_TO_DATE: tr("Up to date – check again"),
    }
    return texts[step.step]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def button_tip(step: NextStep) -> str:
    if step.unsaved_layers:
        return tr("Saves the edits of %n layer(s) first, then syncs.", step.unsaved_layers)
    if step.unsaved_project:
        return tr("The project file has unsaved changes. Only what is saved is sent.")
    return ""
