# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may do what in a cloud project: people and teams with their roles, each explained."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...cloud.api.collaborators import ROLES, Collaborator
from ...cloud.api.projects import Project
from ...core.actions import Actions
from ...core.actions.administration import People
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..parts import IconButton, Label, Notice, PrimaryButton, column, row
from .person_field import PersonField


class PeoplePage(QWidget):
    """A page of the project settings; every change goes to the server at once."""

    def __init__(self, actions: Actions, project: Project, may_change: bool) -> None:
        super().__init__()
        self._actions = actions
        self._project = project
        self._may_change = may_change
        self._people: Optional[People] = None
        self._build()
        actions.jobs.ended.connect(self._job_ended)
        self._job: Optional[Job] = actions.fetch_people(project.id)

    def _build(self) -> None:
        layout = column(self, spacing=10)
        layout.setContentsMargins(0, 14, 0, 0)
        self.notice = Notice()
        layout.addWidget(self.notice)
        if self._may_change:
            layout.addLayout(self._adding())
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("People"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(38)
        self.table.horizontalHeader().setVisible(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        layout.addWidget(self.table, 1)
        self.explained = Label(tone="muted", size=0.92)
        layout.addWidget(self.explained)
        self._explain()

    def _adding(self) -> QHBoxLayout:
        line = row()
        self.name = PersonField(
            self._actions.jobs,
            lambda text: self._actions.search_people(text, self._project.id),
            tr("Username, or @organization/team"),
        )
        self.name.textChanged.connect(self._name_changed)
        self.role = _role_box("editor")
        self.role.currentIndexChanged.connect(lambda _index: self._explain())
        self.add = PrimaryButton(tr("Add"))
        self.add.setEnabled(False)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.name.returnPressed.connect(self.add.click)
        line.addWidget(self.name, 1)
        line.addWidget(self.role)
        line.addWidget(self.add)
        return line

    def _name_changed(self, text: str) -> None:
        self.add.setEnabled(bool(text.strip()))

    # -- showing --------------------------------------------------------------------------------------

    def _show(self, people: People) -> None:
        self._people = people
        listed = sorted(people.collaborators, key=lambda person: person.name.casefold())
        self.table.setRowCount(len(listed) + 1)
        self._person_row(0, self._project.owner, None)
        self.table.item(0, 0).setToolTip(tr("The owner can do everything."))
        for at, person in enumerate(listed, start=1):
            self._person_row(at, person.name, person)

    def _person_row(self, at: int, name: str, person: Optional[Collaborator]) -> None:
        item = QTableWidgetItem(theme.icon("team" if name.startswith("@") else "person"), name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(at, 0, item)
        self.table.removeCellWidget(at, 1)
        self.table.removeCellWidget(at, 2)
        if person is None or not self._may_change:
            self.table.setItem(
                at, 1, QTableWidgetItem(tr("Owner") if person is None else wording.role(person.role))
            )
            return
        box = _role_box(person.role)
        box.currentIndexChanged.connect(
            lambda _index, box=box, name=name: self._change(
                self._actions.set_role(self._project.id, name, box.currentData())
            )
        )
        self.table.setCellWidget(at, 1, box)
        remove = IconButton("close", tr("Remove {}").format(name), lambda: self._remove(name))
        self.table.setCellWidget(at, 2, remove)

    def _explain(self) -> None:
        self.explained.setText(wording.role_explained(self.role.currentData()) if self._may_change else "")

    # -- doing ----------------------------------------------------------------------------------------

    def _add(self) -> None:
        name = self.name.name()
        if name:
            self._change(self._actions.add_person(self._project.id, name, self.role.currentData()))

    def _remove(self, name: str) -> None:
        self._change(self._actions.remove_person(self._project.id, name))

    def _change(self, job: Job) -> None:
        self.notice.clear()
        self._job = job

    def _job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            if job.succeeded:
                self._show(job.result)
                if self._may_change:
                    self.name.clear()
            elif job.state is JobState.FAILED:
                self.notice.say(wording.plain(job.error), "error")
                self._show_again()

    def _show_again(self) -> None:
        """What was chosen did not come about: show what is."""
        if self._people is not None:
            self._show(self._people)

    def close_down(self) -> None:
        if self._may_change:
            self.name.close_down()
        self._actions.jobs.ended.disconnect(self._job_ended)


def _role_box(role: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(tr("Role"))
    for at, name in enumerate(ROLES):
        box.addItem(wording.role(name), name)
        box.setItemData(at, wording.role_explained(name), Qt.ItemDataRole.ToolTipRole)
    box.setCurrentIndex(ROLES.index(role) if role in ROLES else 0)
    return box
