# SPDX-License-Identifier: GPL-2.0-or-later
"""A cloud project's settings, its people, and its end."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...cloud.api.projects import Project
from ...core.actions import Actions
from ...core.actions.administration import MANAGING_ROLES, SECRET_KEEPING_ROLES, TIDYING_ROLES
from ...core.checks import NAME_PATTERN
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..keyboard import prepare
from ..parts import IconLabel, Label, Notice, PrimaryButton, Rule, Tabs, column, row
from .delete_project import DeleteDialog
from .people import PeoplePage
from .secrets import SecretsPage
from .storage import StoragePage

SETTINGS, PEOPLE, STORAGE = 0, 1, 2


class ProjectSettingsDialog(QDialog):
    """`page` is SETTINGS, PEOPLE or STORAGE. Secrets follow where the server keeps them."""

    def __init__(
        self, actions: Actions, project: Project, parent: Optional[QWidget] = None, page: int = SETTINGS
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Project settings"))
        self.resize(620, 680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._project = project
        self._may_change = project.role in MANAGING_ROLES
        self._saving: Optional[Job] = None
        self.secrets: Optional[SecretsPage] = None
        self._build()
        prepare(self, self.save, self.close_button)
        self.tabs.setCurrentIndex(page)
        self.tabs.currentChanged.connect(lambda _index: self._update())
        self._storage = actions.fetch_storage(project.owner)
        self._owners = actions.fetch_owners() if self._may_change else None
        keeps_secrets = project.role in SECRET_KEEPING_ROLES
        self._extensions = actions.fetch_extensions() if keeps_secrets else None
        actions.jobs.ended.connect(self._job_ended)
        self._update()

    # -- looks ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(self, spacing=12, margin=18)
        line = row(spacing=12)
        line.addWidget(IconLabel("project", "accent", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(self._project.name, size=1.25, bold=True))
        words.addWidget(
            Label(
                tr("{owner} · {role}").format(
                    owner=self._project.owner, role=wording.role(self._project.role)
                ),
                tone="muted",
            )
        )
        line.addLayout(words, 1)
        layout.addLayout(line)
        self.notice = Notice()
        layout.addWidget(self.notice)
        if not self._may_change:
            self.notice.say(tr("Your role lets you look, but not change anything here."), "accent")
        self.tabs = Tabs()
        self.tabs.addTab(self._settings_page(), tr("Settings"))
        self.people = PeoplePage(self._actions, self._project, self._may_change)
        self.tabs.addTab(self.people, tr("People"))
        self.storage = StoragePage(self._actions, self._project, self._project.role in TIDYING_ROLES)
        self.tabs.addTab(self.storage, tr("Storage"))
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._buttons())

    def _settings_page(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=14)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.addLayout(self._fields())
        self._add_options(layout)
        layout.addStretch(1)
        if self._may_change:
            layout.addWidget(Rule())
            layout.addLayout(self._end())
        for field in (self.name, self.owner, self.public, self.overwrite, self.restricted, self.on_demand):
            field.setEnabled(self._may_change)
        self.description.setReadOnly(not self._may_change)
        self.name.textChanged.connect(self._update)
        self.description.textChanged.connect(self._update)
        self.owner.currentIndexChanged.connect(self._update)
        return page

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.name = QLineEdit(self._project.name)
        self.description = QPlainTextEdit(self._project.description)
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(70)
        self.owner = QComboBox()
        self.owner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.owner.addItem(self._project.owner)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Description"), self.description)
        form.addRow(tr("&Owner"), self.owner)
        return form

    def _add_options(self, layout: QVBoxLayout) -> None:
        self.public = self._option(
            layout,
            tr("Everyone on this server may see it"),
            tr("People without a role can then read and download it."),
            self._project.is_public,
        )
        self.overwrite = self._option(
            layout,
            tr("Later edits from the field win"),
            tr("Off: two different edits of one value wait as a conflict for somebody to decide."),
            self._project.overwrite_conflicts,
        )
        self.restricted = self._option(
            layout,
            tr("Only managers may change the project file"),
            tr("Editors can still change data, but not layers, forms and styles."),
            self._project.has_restricted_projectfiles,
        )
        self.on_demand = self._option(
            layout,
            tr("Fetch photos only when they are looked at"),
            tr("Saves time and space on devices; needs a connection to see a photo."),
            self._project.attachments_on_demand,
        )

    def _option(self, layout: QVBoxLayout, text: str, explanation: str, checked: bool) -> QCheckBox:
        box = QCheckBox(text)
        box.setChecked(checked)
        box.toggled.connect(lambda _checked: self._update())
        words = column(spacing=0)
        words.addWidget(box)
        told = Label(explanation, tone="muted", size=0.92)
        told.setIndent(22)
        words.addWidget(told)
        layout.addLayout(words)
        return box

    def _end(self) -> QHBoxLayout:
        line = row()
        line.addWidget(
            Label(tr("Deleting removes all files and versions on the server, for everybody."), tone="muted"),
            1,
        )
        self.delete = QPushButton(theme.icon("trash", theme.colour("error")), tr("Delete cloud project…"))
        self.delete.clicked.connect(lambda _checked=False: self._delete())
        line.addWidget(self.delete)
        return line

    def _buttons(self) -> QHBoxLayout:
        line = row()
        line.addStretch(1)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setMinimumHeight(34)
        self.close_button.clicked.connect(self.reject)
        self.save = PrimaryButton(tr("Save"))
        self.save.clicked.connect(lambda _checked=False: self._save())
        line.addWidget(self.close_button)
        line.addWidget(self.save)
        return line

    # -- behaviour ------------------------------------------------------------------------------------

    def changes(self) -> dict[str, Any]:
        """What differs from the server, by the API's names."""
        now = {
            "name": self.name.text().strip(),
            "description": self.description.toPlainText().strip(),
            "owner": self.owner.currentText(),
            "is_public": self.public.isChecked(),
            "overwrite_conflicts": self.overwrite.isChecked(),
            "has_restricted_projectfiles": self.restricted.isChecked(),
            "is_attachment_download_on_demand": self.on_demand.isChecked(),
        }
        before = {
            "name": self._project.name,
            "description": self._project.description,
            "owner": self._project.owner,
            "is_public": self._project.is_public,
            "overwrite_conflicts": self._project.overwrite_conflicts,
            "has_restricted_projectfiles": self._project.has_restricted_projectfiles,
            "is_attachment_download_on_demand": self._project.attachments_on_demand,
        }
        return {key: value for key, value in now.items() if value != before[key]}

    def _update(self) -> None:
        good = bool(NAME_PATTERN.fullmatch(self.name.text().strip()))
        # The other pages send every change at once.
        self.save.setVisible(self._may_change and self.tabs.currentIndex() == SETTINGS)
        self.save.setEnabled(good and bool(self.changes()) and self._saving is None)

    def _save(self) -> None:
        self.notice.clear()
        self._saving = self._actions.update_project(self._project.id, self.changes())
        self._update()

    def _job_ended(self, job: Job) -> None:
        if job is self._saving:
            self._saving = None
            if job.succeeded:
                self._project = job.result
                self.notice.say(tr("Saved."), "good")
            elif job.state is JobState.FAILED:
                self.notice.say(wording.plain(job.error), "error")
            self._update()
        elif job is self._storage and job.succeeded:
            self.storage.show_storage(job.result)
        elif job is self._extensions and job.succeeded and "secrets" in job.result:
            self._show_secrets()
        elif job is self._owners and job.succeeded:
            self.owner.addItems([name for name in job.result if name != self._project.owner])

    def _show_secrets(self) -> None:
        self.secrets = SecretsPage(self._actions, self._project)
        self.tabs.addTab(self.secrets, tr("Secrets"))

    def _delete(self) -> None:
        dialog = DeleteDialog(self._project, self)
        dialog.accepted.connect(self._deleted)
        dialog.open()

    def _deleted(self) -> None:
        self._actions.delete_project(self._project.id)
        self.accept()

    def done(self, result: int) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
        self.people.close_down()
        self.storage.close_down()
        if self.secrets is not None:
            self.secrets.close_down()
        super().done(result)
