# SPDX-License-Identifier: GPL-2.0-or-later
"""The account's organizations: their members with roles, and teams, which get roles in projects as one."""

from __future__ import annotations

from typing import Any, Callable, Optional, Sequence

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from ...cloud.api.organizations import Member, Organization, Team
from ...core.actions import Actions
from ...core.actions.organizations import ADMINISTERING, Staff
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..keyboard import focus_first, give_menu_letters, prepare
from ..nodes import Node, NodeView
from ..parts import EmptyState, IconLabel, Label, Notice, PrimaryButton, Tabs, column, row
from .person_field import PersonField

ROLES = ("member", "creator", "admin")


class OrganizationsDialog(QDialog):
    """Every change goes to the server at once. Who does not administer an organization can look."""

    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Organizations and teams"))
        self.resize(560, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._organizations: Sequence[Organization] = ()
        self._staff: Optional[Staff] = None
        self._has_begun = False
        self._build()
        actions.jobs.ended.connect(self._job_ended)
        self._list_job: Optional[Job] = actions.fetch_organizations()
        self._job: Optional[Job] = None
        self._update()

    # -- looks ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(self, spacing=12, margin=18)
        line = row(spacing=12)
        line.addWidget(IconLabel("team", "accent", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(tr("Organizations and teams"), size=1.25, bold=True))
        text = tr("An organization owns projects; a team gets a role in a project as one.")
        words.addWidget(Label(text, tone="muted"))
        line.addLayout(words, 1)
        layout.addLayout(line)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.organization = QComboBox()
        self.organization.setAccessibleName(tr("Organization"))
        self.organization.currentIndexChanged.connect(lambda _index: self._fetch())
        self.organization.hide()
        layout.addWidget(self.organization)
        self.tabs = Tabs()
        self.tabs.addTab(self._members_page(), tr("Members"))
        self.tabs.addTab(self._teams_page(), tr("Teams"))
        self._empty = EmptyState(
            "team",
            tr("You are in no organization"),
            tr("Organizations are made on the server's web pages, or by whoever runs it."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self._empty)
        layout.addWidget(self._stack, 1)
        close = QPushButton(tr("Close"))
        close.setMinimumHeight(34)
        close.clicked.connect(self.reject)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        prepare(self, escape=close)

    def _members_page(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=10)
        layout.setContentsMargins(0, 14, 0, 0)
        line = row()
        self.member = PersonField(self._actions.jobs, self._actions.search_accounts, tr("Username"))
        self.role = QComboBox()
        self.role.setAccessibleName(tr("Role"))
        for name in ROLES:
            self.role.addItem(_role(name), name)
        self.role.currentIndexChanged.connect(lambda _index: self._update())
        self.add = PrimaryButton(tr("Add"))
        self.member.textChanged.connect(lambda _text: self._update())
        self.add.clicked.connect(lambda _checked=False: self._add_member())
        self.member.returnPressed.connect(self.add.click)
        for widget, stretch in ((self.member, 1), (self.role, 0), (self.add, 0)):
            line.addWidget(widget, stretch)
        layout.addLayout(line)
        self.members = NodeView()
        self.members.setAccessibleName(tr("Members"))
        self.members.customContextMenuRequested.connect(
            lambda at: self._menu(self.members, at, self._member_menu)
        )
        layout.addWidget(self.members, 1)
        self.explained = Label(tone="muted", size=0.92)
        layout.addWidget(self.explained)
        return page

    def _teams_page(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=10)
        layout.setContentsMargins(0, 14, 0, 0)
        self.teams = NodeView()
        self.teams.setAccessibleName(tr("Teams"))
        self.teams.customContextMenuRequested.connect(lambda at: self._menu(self.teams, at, self._team_menu))
        layout.addLayout(self._new_team())
        layout.addWidget(self.teams, 1)
        self.team_help = Label(tr("Right-click a team or a member to change it."), tone="muted", size=0.92)
        layout.addWidget(self.team_help)
        return page

    def _new_team(self) -> QHBoxLayout:
        line = row()
        self.team = QLineEdit()
        self.team.setPlaceholderText(tr("Name of a new team"))
        self.team.setAccessibleName(tr("Name of a new team"))
        self.team.textChanged.connect(lambda _text: self._update())
        self.create = PrimaryButton(tr("Create"))
        self.create.clicked.connect(lambda _checked=False: self._create_team())
        self.team.returnPressed.connect(self.create.click)
        line.addWidget(self.team, 1)
        line.addWidget(self.create)
        return line

    # -- showing --------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> Optional[Organization]:
        at = self.organization.currentIndex()
        return self._organizations[at] if 0 <= at < len(self._organizations) else None

    @property
    def _may_change(self) -> bool:
        chosen = self._chosen
        me = self._actions.session.profile
        return chosen is not None and (
            chosen.role == ADMINISTERING or (me is not None and chosen.owner == me.username)
        )

    def _update(self) -> None:
        idle = self._job is None
        may = self._may_change
        for widget in (self.member, self.role, self.add, self.team, self.create):
            widget.setVisible(may)
        self.add.setEnabled(idle and bool(self.member.name()))
        self.create.setEnabled(idle and bool(self.team.text().strip()))
        text = tr("{role} Right-click a member to change it.")
        self.explained.setText(text.format(role=_role_explained(self.role.currentData())) if may else "")
        self.team_help.setVisible(may)

    def _show_organizations(self, found: Sequence[Organization]) -> None:
        self._organizations = found
        self.organization.blockSignals(True)
        self.organization.clear()
        for one in found:
            self.organization.addItem(theme.icon("team"), one.name)
        self.organization.blockSignals(False)
        self.organization.setVisible(len(found) > 1)
        self._stack.setCurrentIndex(0 if found else 1)
        self._fetch()

    def _show_staff(self, staff: Staff) -> None:
        self._staff = staff
        owner = self._chosen.owner if self._chosen is not None else ""
        nodes = [Node(owner, tr("Owner"), icon="person", bold=True, key=owner)] if owner else []
        nodes += [
            Node(member.name, _role(member.role), icon="person", payload=member, key=member.name)
            for member in staff.members
            if member.name != owner
        ]
        self.members.show_nodes(nodes)
        self.teams.show_nodes([self._team_node(team) for team in staff.teams])

    def _team_node(self, team: Team) -> Node:
        short = team.name.rpartition("/")[2]
        node = Node(
            short,
            tr("%n member(s)", len(team.members)),
            tip=tr("In projects: @{organization}/{team}").format(organization=team.organization, team=short),
            icon="team",
            bold=True,
            payload=team,
            key=f"@{short}",
        )
        for name in team.members:
            node.add(Node(name, icon="person", payload=(team, name), key=f"@{short}/{name}"))
        return node

    # -- doing ----------------------------------------------------------------------------------------

    def _menu(self, view: NodeView, at: QPoint, fill: Callable[[QMenu, Any], None]) -> None:
        index = view.indexAt(at)
        node = view.chosen() if index.isValid() else None
        if node is None or node.payload is None or not self._may_change:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, node.payload)
        give_menu_letters(menu)
        menu.popup(view.viewport().mapToGlobal(at))

    def _member_menu(self, menu: QMenu, member: Member) -> None:
        name = self._organization_name()
        for role in ROLES:
            action = menu.addAction(_role(role))
            action.setCheckable(True)
            action.setChecked(member.role == role)
            action.triggered.connect(
                lambda _checked=False, role=role: self._start(
                    self._actions.set_member_role(name, member.name, role)
                )
            )
        menu.addSeparator()
        menu.addAction(theme.icon("trash"), tr("Remove {}").format(member.name)).triggered.connect(
            lambda _checked=False: self._start(self._actions.remove_member(name, member.name))
        )

    def _team_menu(self, menu: QMenu, payload: Any) -> None:
        name = self._organization_name()
        if isinstance(payload, Team):
            short = payload.name.rpartition("/")[2]
            menu.addAction(theme.icon("add"), tr("Add member…")).triggered.connect(
                lambda _checked=False: self._ask_for_team_member(payload)
            )
            menu.addAction(theme.icon("trash"), tr("Delete team {}").format(short)).triggered.connect(
                lambda _checked=False: self._start(self._actions.delete_team(name, short))
            )
        elif isinstance(payload, tuple):
            team, person = payload
            short = team.name.rpartition("/")[2]
            menu.addAction(theme.icon("trash"), tr("Remove {}").format(person)).triggered.connect(
                lambda _checked=False: self._start(self._actions.remove_from_team(name, short, person))
            )

    def _ask_for_team_member(self, team: Team) -> None:
        """One of the organization's members that is in no team yet: the server allows one team a person."""
        if self._staff is None:
            return
        taken = {name for one in self._staff.teams for name in one.members}
        free = [member.name for member in self._staff.members if member.name not in taken]
        if not free:
            self.notice.say(tr("Every member is in a team already. Add people to the organization first."))
            return
        asking = QInputDialog(self)
        asking.setWindowTitle(tr("Add member"))
        asking.setLabelText(tr("Who joins {}?").format(team.name.rpartition("/")[2]))
        asking.setComboBoxItems(free)
        asking.textValueSelected.connect(lambda person: self.add_to_team(team, person))
        asking.open()

    def add_to_team(self, team: Team, person: str) -> None:
        short = team.name.rpartition("/")[2]
        self._start(self._actions.add_to_team(self._organization_name(), short, person))

    def _organization_name(self) -> str:
        return self._chosen.name if self._chosen is not None else ""

    def _add_member(self) -> None:
        self._start(
            self._actions.add_member(self._organization_name(), self.member.name(), self.role.currentData())
        )

    def _create_team(self) -> None:
        self._start(self._actions.create_team(self._organization_name(), self.team.text().strip()))

    def _fetch(self) -> None:
        if self._chosen is not None:
            self._start(self._actions.fetch_staff(self._chosen.name))
        self._update()

    def _start(self, job: Job) -> None:
        self.notice.clear()
        self._job = job
        self._update()

    def _job_ended(self, job: Job) -> None:
        if job is self._list_job:
            self._list_job = None
            if job.succeeded:
                self._show_organizations(job.result)
        elif job is self._job:
            self._job = None
            if job.succeeded:
                self.member.clear()
                self.team.clear()
                self._show_staff(job.result)
        else:
            return
        if job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
        self._update()
        if self._staff is not None and not self._has_begun:
            # There was no field yet when the window opened.
            self._has_begun = True
            focus_first(self.tabs.currentWidget())

    def done(self, result: int) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
        self.member.close_down()
        super().done(result)


def _role(name: str) -> str:
    texts = {"admin": tr("Administrator"), "creator": tr("Creator"), "member": tr("Member")}
    return texts.get(name, name)


def _role_explained(name: str) -> str:
    texts = {
        "admin": tr("Administrators look after members, teams and all projects of the organization."),
        "creator": tr("Creators make projects that belong to the organization."),
        "member": tr("Members see what they or their team have a role in."),
    }
    return texts.get(name, "")
