# SPDX-License-Identifier: GPL-2.0-or-later
"""The tree of cloud projects: grouped by owner, searchable, with what needs attention at the right."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QStackedWidget, QWidget

from ...cloud.api.projects import Project
from ...core.actions import Actions
from ...core.jobs import Job
from ...core.project_filter import BUSY, FAILED, NOT_PACKAGED, OUTDATED, UNFILLED, state_of
from ...i18n import tr
from .. import theme, wording
from ..keyboard import give_menu_letters
from ..menus import fill_menu
from ..nodes import NODE_ROLE, Node, NodeView
from ..parts import EmptyState, IconButton, Label, column, row
from ..screens import Screens
from .filter_control import FilterButton, FilterStrip, filter_text


class ProjectsPanel(QWidget):
    """Double click opens what lies on this computer and offers to download what does not."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._screens = screens
        layout = column(self, spacing=4)
        layout.setContentsMargins(10, 6, 10, 0)
        layout.addLayout(self._heading())
        self.strip = FilterStrip(self.filter)
        layout.addWidget(self.strip)
        self.view = NodeView()
        self.view.setAccessibleName(tr("Cloud projects"))
        self.view.activated.connect(self._activated)
        self.view.customContextMenuRequested.connect(self._menu)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self.show_everything = QPushButton(tr("Show all projects"))
        self.show_everything.clicked.connect(lambda _checked=False: self.filter.clear())
        self.empty = EmptyState("project", "", "", self.show_everything)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack, 1)
        actions.projects_changed.connect(self.show_projects)
        actions.open_project.changed.connect(self.show_projects)
        actions.jobs.ended.connect(self._job_ended)
        self.show_projects()

    def _heading(self) -> QHBoxLayout:
        line = row(spacing=4)
        line.addWidget(Label(tr("Projects"), bold=True))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search…"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setAccessibleName(tr("Search projects"))
        self.search.textChanged.connect(self._search)
        line.addWidget(self.search, 1)
        self.filter = FilterButton(self._actions)
        self.filter.changed.connect(self.show_projects)
        line.addWidget(self.filter)
        self.add = IconButton("add", tr("New cloud project…"), self._screens.new_project)
        line.addWidget(self.add)
        return line

    # -- showing --------------------------------------------------------------------------------------

    def show_projects(self) -> None:
        self.view.show_nodes(self._nodes(list(filter(self._is_kept, self._actions.projects))))
        self._show_emptiness()

    def _is_kept(self, project: Project) -> bool:
        return self.filter.chosen.keeps(project, self._me(), self._is_here(project))

    def _is_here(self, project: Project) -> bool:
        is_open = project.id == self._actions.open_project.project_id
        return is_open or self._actions.folder_of(project.id) is not None

    def _me(self) -> str:
        profile = self._actions.session.profile
        return profile.username if profile is not None else ""

    def _show_emptiness(self) -> None:
        self.show_everything.setVisible(self.filter.chosen.is_active)
        if self._actions.projects and not self.view.source.top():
            self.empty.title.setText(tr("No project fits the filter"))
            self.empty.text.setText(tr("Only: {}").format(filter_text(self.filter.chosen)))
        elif self._actions.projects and not self.view.filter.rowCount():
            self.empty.title.setText(tr("Nothing found"))
            self.empty.text.setText(
                tr("No project has “{}” in its name, owner or state.").format(self.search.text())
            )
        else:
            self.empty.title.setText(tr("No projects yet"))
            self.empty.text.setText(tr("Open a project in QGIS and put it into the cloud."))
        self._stack.setCurrentIndex(0 if self.view.filter.rowCount() else 1)

    def _nodes(self, projects: list[Project]) -> list[Node]:
        mine = self._me()
        owners: dict[str, Node] = {}
        for project in sorted(
            projects, key=lambda p: (p.owner != mine, p.owner.casefold(), p.name.casefold())
        ):
            if project.owner not in owners:
                title = tr("My projects") if project.owner == mine else project.owner
                owners[project.owner] = Node(title, key=f"owner:{project.owner}", bold=True)
            owners[project.owner].add(self._node(project))
        for node in owners.values():
            node.aside = wording.number(len(node.children))
        return list(owners.values())

    def _node(self, project: Project) -> Node:
        is_open = project.id == self._actions.open_project.project_id
        badge, tone = _attention(project)
        # Of one's own projects nobody needs to be told the role.
        role = "" if project.owner == self._me() else wording.role(project.role)
        facts = [role, wording.size(project.size) if project.size else ""]
        facts.append(wording.moment(project.data_last_updated_at or project.updated_at))
        if project.is_public:
            facts.insert(0, tr("public"))
        return Node(
            project.name,
            " · ".join(fact for fact in facts if fact),
            badge=tr("open") if is_open and not badge else badge,
            tone=tone or ("accent" if is_open else None),
            icon="project-local" if self._is_here(project) else "project",
            bold=is_open,
            tip=project.description,
            payload=project,
            key=project.id,
        )

    def _search(self, text: str) -> None:
        self.view.search(text)
        self._show_emptiness()

    # -- doing ----------------------------------------------------------------------------------------

    def _activated(self, index: QModelIndex) -> None:
        project = index.data(NODE_ROLE).payload
        if project is not None:
            self._screens.open_cloud_project(project)

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        node = index.data(NODE_ROLE) if index.isValid() else None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = self._screens.project_entries(node.payload) if node is not None and node.payload else []
        fill_menu(menu, entries)
        if not entries:
            menu.addAction(theme.icon("add"), tr("New cloud project…")).triggered.connect(
                lambda _checked=False: self._screens.new_project()
            )
            give_menu_letters(menu)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _job_ended(self, job: Job) -> None:
        if job.error is not None and job.lane == "account" and self._actions.session.signed_in:
            self.empty.title.setText(tr("The projects could not be fetched"))
            self.empty.text.setText(wording.plain(job.error))


def _attention(project: Project) -> tuple[str, Optional[str]]:
    """What somebody should look at, in a word or two, and its tone."""
    looks: dict[str, tuple[str, Optional[str]]] = {
        FAILED: (tr("failed"), "error"),
        BUSY: (tr("busy"), "accent"),
        OUTDATED: (tr("package outdated"), "warning"),
        NOT_PACKAGED: (tr("not packaged"), "warning"),
        UNFILLED: (tr("no QGIS project yet"), None),
    }
    return looks.get(state_of(project), ("", None))
