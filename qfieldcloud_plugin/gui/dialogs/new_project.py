# SPDX-License-Identifier: GPL-2.0-or-later
"""A new cloud project: of the open one, empty, or as a copy of another; whose, who sees it, and what is sent."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from ...cloud.api.projects import Project
from ...cloud.api.users import Subscription
from ...core.actions import Actions, ProjectDraft
from ...core.checks import NAME_PATTERN, Preview, cloud_name
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..findings import FindingsView
from ..keyboard import prepare
from ..nodes import Node, NodeView
from ..parts import EmptyState, IconLabel, Label, Notice, PrimaryButton, Tabs, column, row


class NewProjectDialog(QDialog):
    """Stays until the project exists: a name that is taken is told here. The dock then shows how sending goes."""

    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New cloud project"))
        self.setMinimumSize(560, 580)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._preview: Optional[Preview] = None
        self._preview_job: Optional[Job] = None
        self._storage: Optional[Subscription] = None
        self._job: Optional[Job] = None
        self._may_send = actions.open_project.folder is not None and actions.open_project.project_id is None
        self._build()
        prepare(self, self.create, self.cancel)
        actions.jobs.ended.connect(self._job_ended)
        actions.jobs.progressed.connect(self._job_progressed)
        actions.projects_changed.connect(self._update)
        self._owners_job = actions.fetch_owners()
        self._storage_job = actions.fetch_storage(self.owner.currentText())
        self.owner.currentTextChanged.connect(self._owner_changed)
        if self._may_send:
            self._check_again()
        self._choose()
        self.name.setFocus()
        self.name.selectAll()

    # -- looks ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(self, spacing=12, margin=18)
        heading = row(spacing=12)
        heading.addWidget(IconLabel("cloud", "accent", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(tr("New cloud project"), size=1.25, bold=True))
        self.says = Label(tone="muted")
        words.addWidget(self.says)
        heading.addLayout(words, 1)
        layout.addLayout(heading)
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addLayout(self._form())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._what_is_sent())
        self._stack.addWidget(
            EmptyState(
                "project",
                tr("Nothing is sent"),
                tr("Download the project afterwards, or put files into its folder and sync."),
            )
        )
        self.cloned = NodeView()
        self.cloned.setAccessibleName(tr("The project that is cloned"))
        self._stack.addWidget(self.cloned)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._buttons())

    def _what_is_sent(self) -> QWidget:
        self.tabs = Tabs()
        self.findings, self.files = FindingsView(self._actions), NodeView()
        self.files.setAccessibleName(tr("What is sent"))
        self.findings.repaired.connect(self._check_again)
        self.tabs.addTab(self.findings, tr("Checks"))
        self.tabs.addTab(self.files, tr("What is sent"))
        return self.tabs

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("Made from"), self._sources())
        self.source = QComboBox()
        for project in self._actions.projects:
            self.source.addItem(theme.icon("project"), f"{project.owner}/{project.name}", project)
        self.source.currentIndexChanged.connect(lambda _index: self._choose())
        self._source_label = QLabel(tr("&Project"))
        self._source_label.setBuddy(self.source)
        form.addRow(self._source_label, self.source)
        self.name = QLineEdit(cloud_name(self._actions.open_project.title))
        self.name.textChanged.connect(self._update)
        self.name_says = Label(tone="error", size=0.92)
        self.name_says.hide()
        self.owner = QComboBox()
        self.owner.addItem(self._actions.session.profile.username if self._actions.session.profile else "")
        self.description = QPlainTextEdit()
        self.description.setPlaceholderText(tr("What is it for? Shown to everyone in the project."))
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(58)
        # One row for both: a hidden row would leave its gap.
        named, name_label = column(spacing=2), QLabel(tr("&Name"))
        named.addWidget(self.name)
        named.addWidget(self.name_says)
        name_label.setBuddy(self.name)
        form.addRow(name_label, named)
        form.addRow(tr("&Owner"), self.owner)
        form.addRow(tr("&Description"), self.description)
        for box in (self.source, self.owner):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        form.addRow(tr("Who sees it"), self._visibility())
        return form

    def _sources(self) -> QHBoxLayout:
        line = row(spacing=16)
        self.from_open = QRadioButton(tr("The open project"))
        self.empty = QRadioButton(tr("Nothing"))
        self.clone = QRadioButton(tr("Another cloud project"))
        group = QButtonGroup(self)
        for button in (self.from_open, self.empty, self.clone):
            group.addButton(button)
            line.addWidget(button)
            button.toggled.connect(lambda checked: self._choose() if checked else None)
        line.addStretch(1)
        self.from_open.setEnabled(self._may_send)
        if not self._may_send:
            linked = self._actions.open_project.project_id is not None
            self.from_open.setToolTip(
                tr("The open project is in the cloud already.")
                if linked
                else tr("Open a project and save it first.")
            )
        self.clone.setEnabled(bool(self._actions.projects))
        # Without the signal: the rest of the form is not there yet.
        chosen = self.from_open if self._may_send else self.empty
        chosen.blockSignals(True)
        chosen.setChecked(True)
        chosen.blockSignals(False)
        return line

    def _visibility(self) -> QHBoxLayout:
        line = row(spacing=16)
        self.private = QRadioButton(tr("Only its members"))
        self.public = QRadioButton(tr("Everyone on this server"))
        group = QButtonGroup(self)
        for button in (self.private, self.public):
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.private.setChecked(True)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.summary = Label(tone="muted")
        line.addWidget(self.summary, 1)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setMinimumHeight(34)
        self.cancel.clicked.connect(self.reject)
        self.create = PrimaryButton(tr("Create and send"))
        self.create.clicked.connect(lambda _checked=False: self._create())
        line.addWidget(self.cancel)
        line.addWidget(self.create)
        return line

    # -- behaviour ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Shows what belongs to where the project is made from."""
        cloning = self.clone.isChecked()
        for widget in (self._source_label, self.source):
            widget.setVisible(cloning)
        if self.from_open.isChecked():
            self._stack.setCurrentIndex(0)
            self.says.setText(
                tr("The files stay where they are; a copy goes to the server and is kept in step.")
            )
            self.create.setText(tr("Create and send"))
        else:
            self._stack.setCurrentIndex(2 if cloning else 1)
            self.says.setText(
                tr("The server copies files and settings; versions, people and edits stay behind.")
                if cloning
                else tr("A place on the server, to be filled later.")
            )
            self.create.setText(tr("Clone") if cloning else tr("Create"))
        self._show_source()
        self._update()

    def _show_source(self) -> None:
        project: Optional[Project] = self.source.currentData()
        if project is None:
            return
        facts = [wording.size(project.size), wording.moment(project.data_last_updated_at)]
        self.cloned.show_nodes(
            [
                Node(
                    f"{project.owner}/{project.name}",
                    " · ".join(fact for fact in facts if fact),
                    icon="project",
                    tip=project.description,
                )
            ]
        )

    def _size(self) -> int:
        """Bytes that the new project takes at its owner's."""
        if self.from_open.isChecked():
            return self._preview.size if self._preview is not None else 0
        project: Optional[Project] = self.source.currentData()
        return project.size if self.clone.isChecked() and project is not None else 0

    def _update(self) -> None:
        name = self.name.text().strip()
        problem = ""
        if not NAME_PATTERN.fullmatch(name):
            problem = tr("At least three letters, digits, - or _, and a letter first.")
        elif any(
            project.name == name and project.owner == self.owner.currentText()
            for project in self._actions.projects
        ):
            problem = tr("{} has a project of this name already.").format(self.owner.currentText())
        self.name_says.setText(problem)
        self.name_says.setVisible(bool(problem))
        ready = not self.from_open.isChecked() or (self._preview is not None and not self._preview.errors)
        self.create.setEnabled(not problem and ready and self._job is None)
        self._summarize()

    def _summarize(self) -> None:
        size, storage = self._size(), self._storage
        files = len(self._preview.files) if self._preview is not None and self.from_open.isChecked() else 0
        text = wording.size(size) if size else ""
        if files:
            text = tr("{files}, {size}").format(files=tr("%n file(s)", files), size=text)
        left = storage.storage_total - storage.storage_used if storage and storage.storage_total else None
        self.summary.set_tone("error" if left is not None and size > left else "muted")
        if left is not None:
            free = tr("{} free").format(wording.size(max(left, 0)))
            text = f"{text} · {free}" if text else free
        self.summary.setText(text)

    def _owner_changed(self, owner: str) -> None:
        self._storage = None
        self._storage_job = self._actions.fetch_storage(owner)
        self._update()

    def _check_again(self) -> None:
        self._preview = None
        self._preview_job = self._actions.preview_open_project()
        self._update()

    def _create(self) -> None:
        self.notice.clear()
        draft = ProjectDraft(
            self.name.text().strip(),
            self.owner.currentText(),
            self.description.toPlainText().strip(),
            self.public.isChecked(),
        )
        if self.clone.isChecked():
            self._job = self._actions.clone_project(draft, self.source.currentData())
        elif self.empty.isChecked():
            self._job = self._actions.create_empty_project(draft)
        else:
            problems = self._actions.save_all()
            if problems:
                self.notice.say(" ".join(problems), "error")
                return
            self._job = self._actions.create_project_from_open(draft)
        self._update()

    # -- jobs -----------------------------------------------------------------------------------------

    def _job_progressed(self, job: Job) -> None:
        # The first step of sending comes after the project was made: from here on the dock tells.
        if job is self._job and self.from_open.isChecked():
            self._job = None
            self.accept()

    def _job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._told_end(job)
        elif job is self._preview_job:
            self._preview_job = None
            if job.succeeded:
                self._show_preview(job.result)
            elif job.state is JobState.FAILED:
                self.notice.say(wording.plain(job.error), "error")
        elif job is self._owners_job and job.succeeded:
            known = {self.owner.itemText(index) for index in range(self.owner.count())}
            self.owner.addItems([owner for owner in job.result if owner not in known])
        elif job is self._storage_job and job.succeeded:
            self._storage = job.result
        else:
            return
        self._update()

    def _told_end(self, job: Job) -> None:
        if job.succeeded:
            self.accept()
        elif job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self.findings.show_findings(preview.findings)
        self.files.show_nodes(
            [Node(name, aside=wording.size(size), icon="file") for name, size in preview.files]
        )
        count = len(preview.findings)
        self.tabs.setTabText(0, tr("Checks {}").format(count) if count else tr("Checks"))

    def done(self, result: int) -> None:
        self.findings.close_down()
        self._actions.jobs.ended.disconnect(self._job_ended)
        self._actions.jobs.progressed.disconnect(self._job_progressed)
        self._actions.projects_changed.disconnect(self._update)
        for job in (self._owners_job, self._preview_job, self._storage_job):
            if job is not None:
                self._actions.jobs.cancel(job)
        super().done(result)
