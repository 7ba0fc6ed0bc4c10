# SPDX-License-Identifier: GPL-2.0-or-later
"""What was changed, by whom and when; undoing a row, a layer, the whole project; the layer tree's menu."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsMapLayerType, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtWidgets import QApplication

from qfieldcloud_plugin.core.actions import Actions
from qfieldcloud_plugin.core.change_list import ChangeList, ChangeTable, ListedChange
from qfieldcloud_plugin.core.restoring import versions_at
from qfieldcloud_plugin.engine.gpkg import Change, Kind
from qfieldcloud_plugin.engine.sync import Choice, Decision
from qfieldcloud_plugin.gui.change_model import ChangeModel
from qfieldcloud_plugin.gui.dialogs.changes import ChangesDialog
from qfieldcloud_plugin.gui.dialogs.conflicts import ConflictDialog
from qfieldcloud_plugin.gui.dialogs.decided import DecidedDialog
from qfieldcloud_plugin.gui.dialogs.moment import MomentDialog
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.mnemonics import bare
from qfieldcloud_plugin.gui.period import PeriodBox
from qfieldcloud_plugin.gui.screens import Screens

from .conftest import close, rows_of
from .test_dialogs import Desk, second, settle  # noqa: F401 - a fixture
from .test_first_light import create, done, edit, make_conflict, take_project

pytestmark = pytest.mark.qgis


class LayerDesk(Desk):
    """QGIS's interface as far as the layer tree's menu needs it."""

    def __init__(self):
        super().__init__()
        self.active = None
        self.actions = {}

    def activeLayer(self):
        return self.active

    def addCustomActionForLayerType(self, action, menu, kind, all_layers):
        assert all_layers
        self.actions.setdefault(action, []).append((menu, kind))

    def removeCustomActionForLayerType(self, action):
        del self.actions[action]
        return True


@pytest.fixture
def desk(anna):
    made = LayerDesk()
    made.bar = QgsMessageBar()
    made.screens = Screens(anna, made, MessageBridge(anna, made.bar))
    made.screens.register_layer_menu()
    yield made
    made.screens.unregister_layer_menu()
    made.screens.close_all()
    made.window.close()


def choose(desk, name):
    (action,) = [action for action in desk.actions if action.objectName() == name]
    action.trigger()
    return desk.screens._shown[-1] if desk.screens._shown else None


def changed_twice(anna, saved_project):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", "poor")
    done(anna, anna.sync())
    edit(saved_project, "Bridges", 1, "state", "closed")
    edit(saved_project, "Bridges", 2, "width", 9.5)
    done(anna, anna.sync())
    return saved_project.mapLayersByName("Bridges")[0]


# -- the layer tree's menu ------------------------------------------------------------------------------


def test_the_menu_of_a_layer_comes_and_goes(desk):
    assert {menu for places in desk.actions.values() for menu, _kind in places} == {"QFieldCloud"}
    kinds = [kind for places in desk.actions.values() for _menu, kind in places]
    assert kinds.count(QgsMapLayerType.RasterLayer) == 1, "only what the field gets is asked of rasters"
    desk.screens.unregister_layer_menu()
    assert desk.actions == {}


def test_changes_of_the_current_layer_are_shown(desk, anna, saved_project, qtbot):
    create(anna)
    edit(saved_project, "Visits", 1, "note", "one crack")
    edit(saved_project, "Bridges", 1, "state", "poor")
    desk.active = saved_project.mapLayersByName("Visits")[0]
    dialog = choose(desk, "qfieldcloud_layer_changes")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=20000)
    assert dialog.layers.currentText().startswith("Visits")


def test_what_is_shown_of_a_project_closes_with_it_and_never_acts_on_another(
    desk, anna, saved_project, qtbot
):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", "poor")
    desk.active = saved_project.mapLayersByName("Bridges")[0]
    dialog = choose(desk, "qfieldcloud_layer_changes")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=20000)
    path = saved_project.fileName()
    saved_project.clear()
    assert saved_project.read(path)
    QApplication.processEvents()
    assert desk.screens._shown == [dialog], "it is the same project, read again"
    saved_project.clear()
    qtbot.waitUntil(lambda: desk.screens._shown == [], timeout=20000)
    assert saved_project.read(path)
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(1)["state"] == "poor"


def test_a_layer_without_history_says_why(desk, anna, saved_project):
    desk.active = saved_project.mapLayersByName("Visits")[0]
    assert choose(desk, "qfieldcloud_layer_changes") is None
    assert "cloud" in desk.bar.currentItem().text()


def test_the_history_of_a_feature_names_people_and_brings_a_state_back(desk, anna, saved_project, qtbot):
    layer = changed_twice(anna, saved_project)
    desk.active = layer
    layer.selectByIds([1, 2])
    assert choose(desk, "qfieldcloud_feature_history") is None, "one feature is asked for"
    layer.selectByIds([1])
    dialog = choose(desk, "qfieldcloud_feature_history")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2, timeout=20000)
    newest, first = (dialog.model.listed(at) for at in range(2))
    assert (newest.change.new["state"], first.change.new["state"]) == ("closed", "poor")
    assert newest.person == first.person == anna.session.profile.username
    assert newest.when > first.when
    dialog.table.selectRow(1)
    qtbot.mouseClick(dialog.undo_chosen, Qt.MouseButton.LeftButton)
    settle(anna)
    assert layer.getFeature(1)["state"] == "good"
    assert layer.getFeature(2)["width"] == 9.5


def test_a_layer_goes_back_to_a_moment_and_others_stay(desk, anna, saved_project, qtbot):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", "poor")
    edit(saved_project, "Visits", 1, "note", "one crack")
    done(anna, anna.sync())
    bridges = saved_project.mapLayersByName("Bridges")[0]
    desk.active = bridges
    moment = choose(desk, "qfieldcloud_layer_restore")
    assert isinstance(moment, MomentDialog)
    settle(anna)
    moment.list.choose(_first(anna))
    qtbot.mouseClick(moment.show_changes, Qt.MouseButton.LeftButton)
    dialog = desk.screens._shown[-1]
    assert isinstance(dialog, ChangesDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=20000)
    assert dialog.layers.currentText().startswith("Bridges")
    qtbot.mouseClick(dialog.undo_all, Qt.MouseButton.LeftButton)
    settle(anna)
    assert bridges.getFeature(1)["state"] == "good"
    assert saved_project.mapLayersByName("Visits")[0].getFeature(1)["note"] == "one crack"


def _first(anna):
    return next(file for file in anna.files if file.name == "data.gpkg").versions[-1].id


def test_what_the_field_gets_is_chosen_in_the_menu(desk, saved_project):
    desk.active = saved_project.mapLayersByName("Bridges")[0]
    menu = desk.screens._packaging_menu
    menu.aboutToShow.emit()
    actions = {action.text(): action for action in menu.actions() if action.isCheckable()}
    assert sum(action.isChecked() for action in actions.values()) == 1
    chosen = next(text for text, action in actions.items() if not action.isChecked())
    actions[chosen].trigger()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == [chosen]
    assert saved_project.isDirty()


# -- who and when -----------------------------------------------------------------------------------------


def test_all_that_devices_sent_is_filtered_by_layer_person_and_time(desk, anna, saved_project, qtbot):
    changed_twice(anna, saved_project)
    done(anna, anna.fetch_details())
    desk.screens.show_all_deltas()
    dialog = desk.screens._shown[-1]
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3, timeout=20000)
    assert dialog.time.isVisibleTo(dialog)
    dialog.people.setCurrentIndex(dialog.people.findData(anna.session.profile.username))
    assert dialog.model.rowCount() == 3
    dialog.time.choice.setCurrentIndex(dialog.time.choice.findData(1))
    assert dialog.model.rowCount() == 3
    dialog.time.choice.setCurrentIndex(dialog.time.choice.findData(-1))
    dialog.time.end.setDate(QDate.currentDate().addDays(-2))
    assert dialog.model.rowCount() == 0


def test_the_model_keeps_who_and_when_was_chosen():
    now = datetime.now(timezone.utc)
    rows = tuple(
        ListedChange(Change("t", Kind.UPDATE, (at,), {"a": 1}, {"a": 2}), person, now - timedelta(days=at))
        for at, person in enumerate(("ana", "ben", "ana"))
    )
    model = ChangeModel()
    model.show_table(ChangeTable("t", ("fid", "a"), None, rows, ("fid",)), {})
    model.choose(set(Kind), "ana", "")
    assert [listed.change.key for listed in model.shown()] == [(0,), (2,)]
    model.choose(set(Kind), "", "", (now - timedelta(days=1, hours=1), now))
    assert [listed.change.key for listed in model.shown()] == [(1,)]
    model.choose(set(Kind), "", "", (now - timedelta(days=1, hours=1), None))
    assert [listed.change.key for listed in model.shown()] == [(0,), (1,)]
    undated = replace(rows[0], when=None)
    model.show_table(ChangeTable("t", ("fid", "a"), None, (undated,), ("fid",)), {})
    model.choose(set(Kind), "", "", (now - timedelta(days=9), None))
    assert model.rowCount() == 0
    assert ChangeList("", ()).count == 0


def test_a_period_ends_with_its_last_day(qtbot):
    box = PeriodBox()
    qtbot.addWidget(box)
    box.choice.setCurrentIndex(box.choice.findData(-1))
    box.start.setDate(QDate(2026, 5, 1))
    box.end.setDate(QDate(2026, 5, 2))
    start, end = box.period()
    assert (start.date().isoformat(), end.date().isoformat()) == ("2026-05-01", "2026-05-03")


# -- the whole project ------------------------------------------------------------------------------------


def test_the_whole_project_goes_back_to_a_moment_as_new_versions(anna, saved_project, tmp_path):
    """Rows, geometry, deleted and new features, and a file that is no table."""
    folder = anna.open_project.folder
    (folder / "notes.txt").write_text("first")
    project_id = create(anna)
    done(anna, anna.fetch_details())
    moment = max(file.versions[0].uploaded_at for file in anna.files)
    layer = saved_project.mapLayersByName("Bridges")[0]
    before = rows_of(folder / "data.gpkg", "bridges")
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("state"), "poor")
    layer.changeGeometry(2, QgsGeometry.fromWkt("Point(8 48)"))
    layer.deleteFeature(3)
    feature = QgsFeature(layer.fields())
    feature["name"] = "New bridge"
    layer.addFeature(feature)
    assert layer.commitChanges()
    (folder / "notes.txt").write_text("second")
    done(anna, anna.sync())
    done(anna, anna.fetch_details())
    versions = {file.name: len(file.versions) for file in anna.files}

    wanted = versions_at(anna.files, moment)
    assert set(wanted) == {"data.gpkg", "notes.txt"}
    report = done(anna, anna.restore_versions(wanted))
    assert report.complete, report
    assert rows_of(folder / "data.gpkg", "bridges") == before
    assert (folder / "notes.txt").read_text() == "first"
    done(anna, anna.fetch_details())
    for file in anna.files:
        expected = versions[file.name] + (1 if file.name in wanted else 0)
        assert len(file.versions) == expected, "restoring adds a version and takes none away"

    other = Actions(QgsProject())
    other.begin()
    other.jobs.wait(other.log_in_with_token(anna.session.client.address, anna.session.client.token), 30)
    take_project(other, project_id, tmp_path / "elsewhere")
    assert rows_of(tmp_path / "elsewhere" / "data.gpkg", "bridges") == before
    other.end()
    other.open_project.project.clear()


def test_the_value_that_lost_is_kept_and_can_be_copied(anna, saved_project, second, tmp_path, qtbot):  # noqa: F811
    make_conflict(anna, saved_project, second, tmp_path / "second")
    (conflict,) = anna.conflicts()
    done(anna, anna.resolve([Decision(conflict.id, Choice.THEIRS)]))
    dialog = DecidedDialog(anna)
    dialog.show()
    (node,) = dialog.list.source.top()
    assert "mine" in node.subtitle
    assert "theirs" in node.subtitle
    dialog.list.choose(node.key)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "mine"
    close(dialog)


# -- conflicts --------------------------------------------------------------------------------------------


def test_a_rule_decides_many_conflicts_at_once(anna, saved_project, second, tmp_path, qtbot):  # noqa: F811
    take_project(second, create(anna), tmp_path / "second")
    for project, state in ((second.open_project.project, "theirs"), (saved_project, "mine")):
        for fid in (1, 2, 3):
            edit(project, "Bridges", fid, "state", state)
        who = second if state == "theirs" else anna
        done(who, who.sync())
    dialog = ConflictDialog(anna)
    dialog.show()
    assert dialog.resolution.open == 3
    dialog._rules.aboutToShow.emit()
    theirs = [action for action in dialog._rules.actions() if bare(action.text()) == "Keep theirs"]
    theirs[0].trigger()
    assert dialog.resolution.open == 0
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    settle(anna)
    layer = saved_project.mapLayersByName("Bridges")[0]
    assert [layer.getFeature(fid)["state"] for fid in (1, 2, 3)] == ["theirs"] * 3
    assert len(anna.decided()) == 3


def test_a_place_in_conflict_is_shown_on_the_map_and_chosen(
    anna,
    saved_project,
    second,  # noqa: F811
    tmp_path,
    qtbot,
):
    take_project(second, create(anna), tmp_path / "second")
    for who, project, wkt in (
        (second, second.open_project.project, "Point(9 49)"),
        (anna, saved_project, "Point(5 45)"),
    ):
        layer = project.mapLayersByName("Bridges")[0]
        layer.startEditing()
        layer.changeGeometry(1, QgsGeometry.fromWkt(wkt))
        assert layer.commitChanges()
        done(who, who.sync())
    dialog = ConflictDialog(anna)
    dialog.show()
    assert dialog.map.isVisible()
    assert len(dialog.map._bands) == 3, "before, theirs and mine"
    assert "5, 45" in dialog.table.item(0, 1).text()
    qtbot.mouseClick(dialog.keep_theirs, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    settle(anna)
    place = saved_project.mapLayersByName("Bridges")[0].getFeature(1).geometry().asPoint()
    assert (place.x(), place.y()) == (9, 49)
