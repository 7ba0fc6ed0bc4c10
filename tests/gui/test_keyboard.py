# SPDX-License-Identifier: GPL-2.0-or-later
"""Every window without a mouse, in every language: letters, the order of Tab, where to begin, Enter and Escape."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from qfieldcloud_plugin.gui.dialogs.changes import ChangesDialog
from qfieldcloud_plugin.gui.dialogs.conflicts import ConflictDialog
from qfieldcloud_plugin.gui.dialogs.decided import DecidedDialog
from qfieldcloud_plugin.gui.dialogs.delete_project import DeleteDialog
from qfieldcloud_plugin.gui.dialogs.login import LoginDialog
from qfieldcloud_plugin.gui.dialogs.moment import MomentDialog
from qfieldcloud_plugin.gui.dialogs.new_project import NewProjectDialog
from qfieldcloud_plugin.gui.dialogs.organizations import OrganizationsDialog
from qfieldcloud_plugin.gui.dialogs.payload import PayloadDialog
from qfieldcloud_plugin.gui.dialogs.project_settings import ProjectSettingsDialog
from qfieldcloud_plugin.gui.dialogs.server_job import ServerJobDialog
from qfieldcloud_plugin.gui.dock.dock import CloudDock
from qfieldcloud_plugin.gui.keyboard import bears_letter, prepare, takes_tab
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.mnemonics import bare, marked_letter
from qfieldcloud_plugin.gui.pages.layer_page import LayerPage
from qfieldcloud_plugin.gui.pages.options_page import OptionsPage
from qfieldcloud_plugin.gui.pages.project_page import ProjectPage
from qfieldcloud_plugin.gui.screens import Screens
from qfieldcloud_plugin.gui.wizard.wizard import PackagingWizard

from .conftest import close, settle, speaking
from .test_dialogs import Desk, second  # noqa: F401 - a fixture
from .test_first_light import done, make_conflict
from .test_people import surveys  # noqa: F401 - a fixture

pytestmark = pytest.mark.qgis

FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)
NO_LETTER_NEEDED = {"close_button", "cancel", "later"}


@pytest.fixture(params=["en", "de", "fr", "es"])
def language(request, tmp_path, qgis_app):
    with speaking(request.param, tmp_path):
        yield request.param


def test_every_window_can_be_used_without_a_mouse(
    language,
    anna,
    saved_project,
    second,  # noqa: F811
    surveys,  # noqa: F811
    tmp_path,
    qtbot,
):
    make_conflict(anna, saved_project, second, tmp_path / "second")
    done(anna, anna.fetch_details(afresh=True))
    problems = []
    for name, window in windows(anna, saved_project):
        window.show()
        QApplication.setActiveWindow(window)
        settle(anna)
        qtbot.wait(1)
        if type(window) is not QDialog:
            problems += [f"{name}: {problem}" for problem in beginning(window)]
        for page, shown in pages(window, anna, qtbot):
            # A text that was said just now gets its letter before the next painting.
            with suppress(qtbot.TimeoutError):
                qtbot.waitUntil(lambda shown=shown: not list(letters(shown)), timeout=3000)
            problems += [f"{name} {page}: {problem}" for problem in looked_at(window)]
        problems += [f"{name}: {problem}" for problem in ending(window)]
        close(window)
    assert not problems, "\n".join(problems)


def windows(actions, project):
    """Every window of the plugin, one after the other; pages that QGIS shows stand in a dialog as there."""
    cloud = actions.project(actions.open_project.project_id)
    yield "login", LoginDialog(actions)
    yield "new project", NewProjectDialog(actions)
    yield "project settings", ProjectSettingsDialog(actions, cloud)
    yield "delete", DeleteDialog(cloud)
    yield "organizations", OrganizationsDialog(actions)
    yield "changes", ChangesDialog(actions, "Changed here", "", lambda: actions.local_changes("data.gpkg"))
    yield "conflicts", ConflictDialog(actions)
    yield "moment", MomentDialog(actions, "data.gpkg", "Bridges")
    yield "decided", DecidedDialog(actions)
    yield "delta", PayloadDialog(actions.deltas[0], None, actions)
    yield "job", ServerJobDialog(actions, actions.server_jobs[0])
    yield "wizard", PackagingWizard(actions, QgsMapCanvas())
    yield "options", in_dialog(OptionsPage(actions))
    yield "layer", in_dialog(LayerPage(project.mapLayersByName("Bridges")[0], QgsMapCanvas(), None))
    yield "project", in_dialog(ProjectPage(project, QgsMapCanvas(), actions))


def in_dialog(page):
    dialog = QDialog()
    dialog.resize(760, 700)
    QVBoxLayout(dialog).addWidget(page)
    return dialog


def pages(window, actions, qtbot):
    """Turns to every tab and every page of a wizard."""
    yield "", window
    if isinstance(window, PackagingWizard):
        for at in range(1, len(window.pages)):
            window._go(at)
            settle(actions)
            qtbot.wait(1)
            yield window.pages[at].name, window
    if isinstance(window, NewProjectDialog):
        window.clone.setChecked(True)
        qtbot.wait(1)
        yield "clone", window
    if isinstance(window, LoginDialog):
        window.with_token.setChecked(True)
        qtbot.wait(1)
        yield "token", window
    for tabs in window.findChildren(QTabWidget):
        for at in range(tabs.count()):
            if tabs.isVisible():
                tabs.setCurrentIndex(at)
                qtbot.wait(1)
                yield bare(tabs.tabText(at)), window


# -- the rules ---------------------------------------------------------------------------------------


def beginning(window):
    """Typing reaches the first field at once."""
    first = window.focusWidget()
    fields = [widget for widget in by_eye(window) if is_field(widget) and widget.isEnabled()]
    # A project needs a name; who is known types a password only.
    wanted = {NewProjectDialog: "name", LoginDialog: "password"}.get(type(window))
    expected = getattr(window, wanted) if wanted else fields[0] if fields else None
    if first is None or (expected is not None and first is not expected):
        return [f"{told(first)} has the focus, not {told(expected)}"]
    return []


def is_field(widget):
    if isinstance(widget, QRadioButton):
        return widget.isChecked()
    return isinstance(widget, (*FIELDS, QCheckBox, QGroupBox))


def looked_at(window):
    return [*letters(window), *names(window), *tab_order(window)]


def letters(window):
    """Each text has one, and no two texts have the same."""
    found = []
    for widget in visible(window):
        if isinstance(widget, QTabBar):
            found += [widget.tabText(at) for at in range(widget.count())]
        elif bears_letter(widget) and not is_escape(window, widget):
            found.append(widget.title() if hasattr(widget, "title") else widget.text())
    yield from (f"“{text}” has no letter" for text in found if not marked_letter(text))
    counted = Counter(marked_letter(text) for text in found)
    for letter, count in counted.items():
        if letter and count > 1:
            yield f"{letter} is the letter of {[text for text in found if marked_letter(text) == letter]}"


def is_escape(window, widget):
    return widget in (getattr(window, name, None) for name in NO_LETTER_NEEDED) or (
        isinstance(widget, QPushButton)
        and widget.receivers(widget.clicked) == 1
        and is_last_close(window, widget)
    )


def is_last_close(window, widget):
    """Dialogs that only show have a button for Escape that nobody else needs to know."""
    return not marked_letter(widget.text()) and not hasattr(window, "close_button")


def names(window):
    """Who cannot see hears what a field is for."""
    led_to = {label.buddy() for label in visible(window) if isinstance(label, QLabel)}
    for widget in visible(window):
        if isinstance(widget, FIELDS) and takes_tab(widget) and not widget.accessibleName():
            owners = {widget, widget.parentWidget()}
            if not owners & led_to and not is_part(widget):
                yield f"{told(widget)} has neither a label nor a name"


def tab_order(window):
    """Tab reaches everything, from top to bottom and from left to right."""
    wanted = [widget for widget in by_eye(window) if widget.isEnabled()]
    if not wanted:
        return
    wanted[0].setFocus()
    met = []
    for _step in range(len(wanted) * 2 + 5):
        here = window.focusWidget()
        if here in met:
            break
        if not is_part(here):
            met.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    for widget in wanted:
        if widget not in met and not (isinstance(widget, QAbstractButton) and widget.group() in groups(met)):
            yield f"Tab does not reach {told(widget)}"
    for first, then in zip(met, met[1:]):
        if is_before(place(window, then), place(window, first)):
            yield f"Tab goes from {told(first)} back to {told(then)}"


def ending(window):
    """Enter in a window without a default does nothing, Escape closes."""
    defaults = [button for button in window.findChildren(QPushButton) if button.isDefault()]
    if len(defaults) > 1:
        yield f"there are several defaults: {[button.text() for button in defaults]}"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    if window.isVisible():
        yield "Escape does not close it"


# -- looking -----------------------------------------------------------------------------------------


def visible(window):
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible() and not is_part(widget)]


def is_part(widget):
    """What belongs to a field: the line of a box, the button that clears it, the grid of a calendar."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QLineEdit, QComboBox, QAbstractSpinBox, QTabBar)):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QAbstractButton) and isinstance(widget.parentWidget(), QAbstractItemView)


def by_eye(window):
    """What takes Tab, from top to bottom; what begins at the same height from left to right."""
    found = [widget for widget in visible(window) if takes_tab(widget)]
    return sorted(found, key=lambda widget: (place(window, widget).top() // 12, place(window, widget).left()))


def place(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def is_before(one, other):
    """Whether the eye meets `one` first: it ends above, or stands to the left in the same line."""
    if one.bottom() <= other.top():
        return True
    share_line = (
        min(one.bottom(), other.bottom()) - max(one.top(), other.top())
        > min(one.height(), other.height()) / 2
    )
    return share_line and one.right() <= other.left()


def groups(widgets):
    """Of a group of radio buttons Tab meets one; arrows lead to the others."""
    return {widget.group() for widget in widgets if isinstance(widget, QAbstractButton)} - {None}


def told(widget):
    text = getattr(widget, "text", "")
    return f"{type(widget).__name__} “{widget.accessibleName() or (text() if callable(text) else text)}”"


def test_the_dock_is_gone_through_from_top_to_bottom_and_leaves_letters_to_the_menus(
    anna,
    saved_project,
    second,  # noqa: F811
    tmp_path,
    qtbot,
):
    make_conflict(anna, saved_project, second, tmp_path / "second")
    desk = Desk()
    screens = Screens(anna, desk, MessageBridge(anna, QgsMessageBar()))
    dock = CloudDock(anna, screens, desk.window)
    desk.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    desk.window.resize(900, 900)
    desk.window.show()
    settle(anna)
    qtbot.wait(1)
    inside = dock.widget()
    assert list(tab_order(inside)) == []
    texts = [button.text() for button in inside.findChildren(QAbstractButton)]
    assert [text for text in texts if marked_letter(text)] == []
    screens.close_all()
    desk.window.close()


def test_a_label_shows_its_last_letter_though_its_first_is_underlined(qtbot):
    """Kerning draws "Ta" closer than an underlined T and its a; what lies beyond the label is cut."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    form = QFormLayout(dialog)
    for text in ("&Taille d'une tuile", "&Tamaño de una tesela", "&Type"):
        form.addRow(text, QLineEdit())
    prepare(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    for at in range(form.rowCount()):
        label = form.itemAt(at, QFormLayout.ItemRole.LabelRole).widget()
        shown = _right_end_of_ink(label)
        label.setMinimumWidth(label.width() + 40)
        dialog.layout().activate()
        assert _right_end_of_ink(label) == shown, label.text()


def _right_end_of_ink(label):
    image = label.grab().toImage()
    ground = image.pixel(image.width() - 1, 0)
    return max(x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground)
