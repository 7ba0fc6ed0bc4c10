# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter control over the projects of the dock, clicked over a real server."""

from __future__ import annotations

import pytest
from qgis.gui import QgsMessageBar

from qfieldcloud_plugin.core.actions import ProjectDraft
from qfieldcloud_plugin.core.project_filter import MINE, PUBLIC, SHARED
from qfieldcloud_plugin.gui.dock.projects_panel import ProjectsPanel
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.mnemonics import bare, marked_letter
from qfieldcloud_plugin.gui.screens import Screens
from qfieldcloud_plugin.settings import SHOW_PUBLIC_PROJECTS

from .conftest import click, settle, signed_in
from .test_dialogs import Desk
from .test_first_light import done

pytestmark = pytest.mark.qgis


@pytest.fixture
def panel(cloud_server, anna, second_actions, qtbot):
    """Anna's own project, one of Ben's that he shares with her, and one of his that everyone sees."""
    me = anna.session.profile.username
    ben = signed_in(cloud_server, second_actions)
    done(anna, anna.create_empty_project(ProjectDraft("trees")))
    shared = done(ben, ben.create_empty_project(ProjectDraft("lamps")))
    done(ben, ben.create_empty_project(ProjectDraft("benches", is_public=True)))
    done(ben, ben.add_person(shared.id, me, "reporter"))
    done(anna, anna.refresh_projects())
    shown = ProjectsPanel(anna, Screens(anna, Desk(), MessageBridge(anna, QgsMessageBar())))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def names(panel):
    """Of the projects in the list; the test's server has public ones of other tests too."""
    mine = {"trees", "lamps", "benches"}
    return {child.title for owner in panel.view.source.top() for child in owner.children} & mine


def entry(panel, text):
    """The entry of the menu that reads so, as it is when the menu opens."""
    panel.filter.menu_.aboutToShow.emit()
    menus = [panel.filter.menu_, *(action.menu() for action in panel.filter.menu_.actions() if action.menu())]
    return next(action for menu in menus for action in menu.actions() if bare(action.text()) == text)


def test_without_a_filter_all_projects_are_shown_and_no_strip(panel):
    assert names(panel) == {"trees", "lamps"}
    assert not panel.strip.isVisible()


def test_a_choice_narrows_the_list_and_the_strip_says_so_and_takes_it_back(panel, qtbot):
    entry(panel, "Shared with me").trigger()
    assert names(panel) == {"lamps"}
    assert panel.strip.isVisible()
    assert panel.strip.text.whole_text() == "Only: Shared with me"
    assert entry(panel, "Shared with me").isChecked()
    click(qtbot, panel.strip.clear)
    assert names(panel) == {"trees", "lamps"}
    assert not panel.strip.isVisible()


def test_owner_role_and_attention_narrow_together(panel, anna):
    entry(panel, "Reporter").trigger()
    assert names(panel) == {"lamps"}
    entry(panel, anna.session.profile.username).trigger()
    assert names(panel) == set()
    assert panel.empty.title.text() == "No project fits the filter"
    assert panel.show_everything.isVisible()
    entry(panel, "Any role").trigger()
    assert names(panel) == {"trees"}
    entry(panel, "Needs attention").trigger()
    assert names(panel) == set(), "an empty project has nothing to be packaged"


def test_the_filter_is_remembered(panel, anna, qtbot):
    entry(panel, "My projects").trigger()
    again = ProjectsPanel(anna, panel._screens)
    qtbot.addWidget(again)
    assert again.filter.chosen.whose == MINE
    assert names(again) == {"trees"}


def test_public_projects_are_fetched_once_they_are_asked_for(panel, anna):
    assert not SHOW_PUBLIC_PROJECTS.value()
    panel.filter.choose(whose=PUBLIC)
    settle(anna)
    assert SHOW_PUBLIC_PROJECTS.value()
    assert names(panel) == {"benches"}


def test_searching_and_filtering_go_together(panel):
    panel.filter.choose(whose=SHARED)
    panel.search.setText("trees")
    assert panel.empty.title.text() == "Nothing found"
    panel.search.setText("lam")
    assert panel.view.filter.rowCount() == 1


def test_every_entry_has_a_letter_of_its_own(panel):
    panel.filter.menu_.aboutToShow.emit()
    letters = [marked_letter(action.text()) for action in panel.filter.menu_.actions() if action.text()]
    assert all(letters)
    assert len(set(letters)) == len(letters)
