# SPDX-License-Identifier: GPL-2.0-or-later
"""People of a project, members and teams of an organization, clicked against a real server."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.gui.dialogs.organizations import OrganizationsDialog
from qfieldcloud_plugin.gui.dialogs.people import PeoplePage

from .conftest import click, close, settle, unplug

pytestmark = pytest.mark.qgis


@pytest.fixture
def surveys(cloud_server, anna):
    """An organization of anna's, with two members and a team of one of them; only three may join."""
    me = anna.session.profile.username
    names = [f"{me}-{who}" for who in ("ben", "cem")]
    cloud_server.provision(
        {
            "users": [
                {"username": names[0], "first_name": "Benedetta", "last_name": "Rossi"},
                {"username": names[1]},
                {"username": f"{me}-dora"},
            ],
            "organizations": [
                {
                    "name": f"{me}-org",
                    "owner": me,
                    "max_members": 3,
                    "members": [{"username": name, "role": "member"} for name in names],
                    "teams": [{"name": "north", "members": [names[0]]}],
                }
            ],
        }
    )
    return f"{me}-org"


@pytest.fixture
def dialog(anna, surveys, qtbot):
    shown = OrganizationsDialog(anna)
    shown.show()
    settle(anna)
    yield shown
    close(shown)


def titles(view):
    return [node.title for node in view.source.top()]


def test_members_and_teams_are_listed_with_their_owner_first(dialog, anna):
    me = anna.session.profile.username
    assert titles(dialog.members) == [me, f"{me}-ben", f"{me}-cem"]
    (team,) = dialog.teams.source.top()
    assert (team.title, [node.title for node in team.children]) == ("north", [f"{me}-ben"])


def test_a_member_is_added_until_the_organization_is_full(dialog, anna, qtbot):
    me = anna.session.profile.username
    dialog.member.setText(f"{me}-dora")
    dialog.role.setCurrentIndex(dialog.role.findData("creator"))
    assert "belong to the organization" in dialog.explained.text()
    click(qtbot, dialog.add)
    settle(anna)
    added = f"{me}-dora" in titles(dialog.members)
    assert added or dialog.notice.isVisible()


def test_a_team_is_made_filled_and_deleted(dialog, anna, surveys, qtbot):
    me = anna.session.profile.username
    dialog.tabs.setCurrentIndex(1)
    dialog.team.setText("south")
    click(qtbot, dialog.create)
    settle(anna)
    assert titles(dialog.teams) == ["north", "south"]
    south = dialog.teams.source.top()[1].payload
    dialog.add_to_team(south, f"{me}-cem")
    settle(anna)
    assert [node.title for node in dialog.teams.source.top()[1].children] == [f"{me}-cem"]
    settle(anna)
    anna.jobs.wait(anna.delete_team(surveys, "south"), 20)
    assert anna.jobs.wait(anna.fetch_staff(surveys), 20).result.teams[0].name.endswith("north")


def test_one_person_is_in_one_team_only_and_that_is_told(dialog, anna, surveys, qtbot):
    me = anna.session.profile.username
    anna.jobs.wait(anna.create_team(surveys, "south"), 20)
    team = dialog.teams.source.top()[0].payload
    dialog.add_to_team(team, f"{me}-ben")
    settle(anna)
    assert dialog.notice.isVisible()


def test_who_is_in_no_organization_is_told_where_they_come_from(anna, qtbot):
    shown = OrganizationsDialog(anna)
    shown.show()
    settle(anna)
    assert shown._stack.currentWidget() is shown._empty
    close(shown)


def test_a_server_that_is_down_is_told(anna, surveys, qtbot):
    unplug(anna)
    shown = OrganizationsDialog(anna)
    shown.show()
    settle(anna)
    assert "No connection" in shown.notice.text()
    close(shown)


# -- people of a project -----------------------------------------------------------------------------


@pytest.fixture
def page(anna, surveys, qtbot):
    project = anna.session.client.projects.create("bridges")
    anna.jobs.wait(anna.refresh_projects(), 20)
    shown = PeoplePage(anna, anna.project(project.id), may_change=True)
    shown.show()
    settle(anna)
    yield shown
    shown.close_down()
    close(shown)


def names(page):
    return [page.table.item(row, 0).text() for row in range(page.table.rowCount())]


def test_people_are_found_by_their_full_name_while_one_types(page, anna, qtbot):
    me = anna.session.profile.username
    page.name.setFocus()
    qtbot.keyClicks(page.name, f"{me}-b")
    qtbot.waitUntil(lambda: page.name.found.rowCount() > 0, timeout=15000)
    assert "Benedetta Rossi" in page.name.found.item(0).text()
    page.name._take(page.name.found.index(0, 0))
    assert page.name.name() == f"{me}-ben"
    page.name.completer().popup().hide()


def test_a_person_gets_another_role_and_is_removed(page, anna, qtbot):
    me = anna.session.profile.username
    page.name.setText(f"{me}-ben")
    click(qtbot, page.add)
    settle(anna)
    assert names(page) == [me, f"{me}-ben"]
    box = page.table.cellWidget(1, 1)
    box.setCurrentIndex(box.findData("reader"))
    settle(anna)
    (ben,) = anna.session.client.collaborators.list(page._project.id)
    assert ben.role == "reader"
    click(qtbot, page.table.cellWidget(1, 2))
    settle(anna)
    assert names(page) == [me]


def test_a_role_that_was_taken_away_meanwhile_is_told(anna, surveys, second_actions, cloud_server, qtbot):
    """Ben manages the project, opens its people, and is made a reader before he clicks."""
    me = anna.session.profile.username
    client = anna.session.client
    project = client.projects.create("bridges")
    client.collaborators.add(project.id, f"{me}-cem", "manager")
    cem = second_actions
    cem.jobs.wait(cem.log_in(cloud_server.address, f"{me}-cem", cloud_server.password, remember=False), 20)
    settle(cem)
    page = PeoplePage(cem, cem.project(project.id), may_change=True)
    page.show()
    settle(cem)
    client.collaborators.set_role(project.id, f"{me}-cem", "reader")
    page.name.setText(f"{me}-ben")
    click(qtbot, page.add)
    settle(cem)
    assert "role does not allow" in page.notice.text()
    page.close_down()
    close(page)
