# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts the open project into the cloud: name, owner, who sees it, what is found, and what is sent."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ...core.actions import Actions, ProjectDraft
from ...core.checks import NAME_PATTERN, Preview, cloud_name
from ...core.jobs import Job
from ...i18n import tr
from .. import theme, wording
from ..findings import FindingsView
from ..nodes import Node, NodeView
from ..parts import IconLabel, Label, Notice, PrimaryButton, Tabs, column, row


class NewProjectDialog(QDialog):
    """Closes when the job has started; the dock shows how it goes."""

    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New cloud project"))
        self.setMinimumSize(560, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._preview: Optional[Preview] = None
        self._build()
        actions.jobs.ended.connect(self._job_ended)
        self._owners_job = actions.fetch_owners()
        self._preview_job = actions.preview_open_project()
        self._update()
        self.name.setFocus()
        self.name.selectAll()

    def _build(self) -> None:
        layout = column(self, spacing=12, margin=18)
        heading = row(spacing=12)
        heading.addWidget(IconLabel("cloud", "accent", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(tr("Put this project into the cloud"), size=1.25, bold=True))
        words.addWidget(
            Label(
                tr("The files stay where they are; a copy goes to the server and is kept in step."),
                tone="muted",
            )
        )
        heading.addLayout(words, 1)
        layout.addLayout(heading)
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addLayout(self._form())
        self.tabs = Tabs()
        self.findings, self.files = FindingsView(self._actions), NodeView()
        self.findings.repaired.connect(self._check_again)
        self.tabs.addTab(self.findings, tr("Checks"))
        self.tabs.addTab(self.files, tr("What is sent"))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._buttons())

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
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
        form.addRow(tr("&Name"), self.name)
        form.addRow("", self.name_says)
        form.addRow(tr("&Owner"), self.owner)
        form.addRow(tr("&Description"), self.description)
        form.addRow(tr("Who sees it"), self._visibility())
        return form

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
        self.create.setDefault(True)
        self.create.clicked.connect(self._create)
        line.addWidget(self.cancel)
        line.addWidget(self.create)
        return line

    # -- behaviour ------------------------------------------------------------------------------------

    def _update(self) -> None:
        name = self.name.text().strip()
        problem = ""
        if not NAME_PATTERN.fullmatch(name):
            problem = tr("At least three letters, digits, - or _, and a letter first.")
        elif any(
            project.name == name and project.owner == self.owner.currentText()
            for project in self._actions.projects
        ):
            problem = tr("You already have a project of this name.")
        self.name_says.setText(problem)
        self.name_says.setVisible(bool(problem))
        ready = self._preview is not None and not self._preview.errors
        self.create.setEnabled(not problem and ready)

    def _job_ended(self, job: Job) -> None:
        if job is self._preview_job:
            if job.succeeded:
                self._show_preview(job.result)
            elif job.error is not None:
                self.notice.say(wording.plain(job.error), "error")
            self._update()
        elif job is self._owners_job and job.succeeded:
            known = {self.owner.itemText(index) for index in range(self.owner.count())}
            self.owner.addItems([owner for owner in job.result if owner not in known])

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self.findings.show_findings(preview.findings)
        self.files.show_nodes(
            [Node(name, aside=wording.size(size), icon="file") for name, size in preview.files]
        )
        count = len(preview.findings)
        self.tabs.setTabText(0, tr("Checks {}").format(count) if count else tr("Checks"))
        self.summary.setText(
            tr("{files}, {size}").format(
                files=tr("%n file(s)", len(preview.files)), size=wording.size(preview.size)
            )
        )

    def _check_again(self) -> None:
        self._preview = None
        self._preview_job = self._actions.preview_open_project()
        self._update()

    def _create(self) -> None:
        problems = self._actions.save_all()
        if problems:
            self.notice.say(" ".join(problems), "error")
            return
        self._actions.create_project_from_open(
            ProjectDraft(
                self.name.text().strip(),
                self.owner.currentText(),
                self.description.toPlainText().strip(),
                self.public.isChecked(),
            )
        )
        self.accept()

    def done(self, result: int) -> None:
        self.findings.close_down()
        self._actions.jobs.ended.disconnect(self._job_ended)
        for job in (self._owners_job, self._preview_job):
            self._actions.jobs.cancel(job)
        super().done(result)
