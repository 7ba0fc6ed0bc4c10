# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a window usable without a mouse: letters for Alt, Tab in the order of the eye, Enter, and where to begin."""

from __future__ import annotations

import sys
from typing import Any, Callable, Collection, Iterable, Iterator, Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QAction,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)

from . import mnemonics

_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)
# What may bring other widgets or other texts.
_CHANGES = (QEvent.Type.LayoutRequest, QEvent.Type.ChildAdded, QEvent.Type.ShowToParent)
_LATER = QEvent.Type(QEvent.registerEventType())
_SOON = 1  # Qt.EventPriority.HighEventPriority: Qt 5 takes the name, Qt 6 only the number
_KERNING = 3  # pixels
# On a Mac nobody sees or types such letters.
_HAS_LETTERS = sys.platform != "darwin"


def prepare(
    window: QWidget,
    default: Optional[QPushButton] = None,
    escape: Optional[QPushButton] = None,
    letters: bool = True,
) -> None:
    """Call it when the window is built; what comes later is seen to.

    `default` is what Enter does, nothing if there is none. `escape` is what Escape does: it needs no letter.
    Without `letters` for what lies in QGIS's main window, where they belong to the menus.
    """
    Keyboard(window, default, escape, letters and _HAS_LETTERS)


def focus_first(window: QWidget) -> None:
    """To the first field, or to the first thing there is."""
    usable = [
        widget
        for widget in in_order(window)
        if takes_tab(widget) and widget.isVisibleTo(window) and widget.isEnabledTo(window)
    ]
    for widget in [*filter(_is_field, usable), *usable][:1]:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_field(widget: QWidget) -> bool:
    """What is filled in or chosen; of a group of radio buttons the chosen one."""
    if isinstance(widget, QRadioButton):
        return widget.isChecked()
    if isinstance(widget, QGroupBox):
        return widget.isCheckable()
    return isinstance(widget, (*_FIELDS, QCheckBox))


class Keyboard(QObject):
    """Lives and dies with its window."""

    def __init__(
        self, window: QWidget, default: Optional[QPushButton], escape: Optional[QPushButton], letters: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self._default = default
        self._escape = escape
        self._letters = letters
        self._order: list[QWidget] = []
        self._watched: set[int] = set()
        self._due = False
        if default is not None:
            default.setDefault(True)
        self._watch(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._window:
            self._look()
            if self._window.isWindow() and self._window.focusWidget() is None:
                focus_first(self._window)
        elif kind in _CHANGES and self._window.isVisible():
            self._look_soon()
        elif kind == QEvent.Type.KeyPress and watched is self._window and isinstance(watched, QDialog):
            # Qt would press whichever button comes first.
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            return is_enter and self._default is None
        return False

    def customEvent(self, event: QEvent) -> None:
        if event.type() == _LATER:
            self._due = False
            self._look()

    def _look_soon(self) -> None:
        if not self._due:
            self._due = True
            # Before the next painting, so that no letter flickers.
            QCoreApplication.postEvent(self, QEvent(_LATER), _SOON)

    def _look(self) -> None:
        for container in _containers(self._window):
            self._watch(container)
        self._set_order()
        for widget in in_order(self._window):
            if isinstance(widget, QLabel):
                _find_buddy(widget)
        if self._letters:
            taken = _letters_around(self._window)
            _give_letters(_scope(self._window, self._escape), taken)

    def _watch(self, widget: QWidget) -> None:
        address = sip.unwrapinstance(widget)
        if address not in self._watched:
            self._watched.add(address)
            widget.installEventFilter(self)

    def _set_order(self) -> None:
        order = [widget for widget in in_order(self._window) if takes_tab(widget)]
        if order == self._order:
            return
        self._order = order
        for first, second in zip(order, order[1:]):
            QWidget.setTabOrder(first, second)


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


# -- the widgets of a window, in the order of the eye -----------------------------------------------


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """What lies in a widget, as it is read: from top to bottom, and each line from left to right."""
    for child in _children(widget):
        yield child
        yield from in_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QTabWidget):
        return [widget.tabBar(), *(widget.widget(at) for at in range(widget.count()))]
    if isinstance(widget, (QStackedWidget, QSplitter)):
        return [widget.widget(at) for at in range(widget.count())]
    if isinstance(widget, QScrollArea):
        return [widget.widget()] if widget.widget() is not None else []
    if isinstance(widget, QTableWidget):
        cells = (
            widget.cellWidget(row, column)
            for row in range(widget.rowCount())
            for column in range(widget.columnCount())
        )
        return [cell for cell in cells if cell is not None]
    if isinstance(widget, (*_FIELDS, QAbstractButton)):
        return []
    return list(_laid_out(widget.layout())) if widget.layout() is not None else []


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in sorted(range(layout.count()), key=lambda at: _place(layout, at)):
        item = layout.itemAt(at)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _laid_out(item.layout())


def _place(layout: QLayout, at: int) -> tuple[int, int]:
    """Row and column of an item, for layouts that know them."""
    if isinstance(layout, QGridLayout):
        row, column, _rows, _columns = layout.getItemPosition(at)
        return row, column
    if isinstance(layout, QFormLayout):
        row, role = layout.getItemPosition(at)
        return row, 1 if role == QFormLayout.ItemRole.FieldRole else 0
    return 0, at


def _containers(window: QWidget) -> Iterator[QWidget]:
    for widget in in_order(window):
        if isinstance(widget, QTableWidget):
            yield widget.viewport()
        elif isinstance(widget, QTabWidget) or widget.layout() is not None:
            yield widget


def _find_buddy(label: QLabel) -> None:
    """A label of something made of several parts leads to the first of them that takes what is typed."""
    buddy = label.buddy()
    if buddy is None:
        return
    # Qt measures a text with its kerning, but draws an underlined letter by itself: "Type" lost its end.
    # A margin would not help, for what lies in it is not drawn.
    if not label.wordWrap():
        label.setMinimumWidth(label.sizeHint().width() + _KERNING)
    if buddy.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return
    for part in in_order(buddy):
        if takes_tab(part) and not part.isHidden():
            label.setBuddy(part)
            return


# -- letters ----------------------------------------------------------------------------------------


class _Text:
    """A text that can bear a letter: of a button, a group, a label or a tab."""

    def __init__(self, read: Callable[[], str], write: Callable[[str], Any]) -> None:
        self.read = read
        self.write = write


class _Scope:
    """Texts that are seen together, and pages of which one at a time is seen with them."""

    def __init__(self) -> None:
        self.texts: list[_Text] = []
        self.pages: list[list[_Scope]] = []


def _scope(widget: QWidget, escape: Optional[QPushButton]) -> _Scope:
    scope = _Scope()
    _collect(widget, scope, escape)
    return scope


def _collect(widget: QWidget, scope: _Scope, escape: Optional[QPushButton]) -> None:
    if isinstance(widget, QTabWidget):
        bar = widget.tabBar()
        scope.texts += [_tab(bar, at) for at in range(bar.count())]
    if isinstance(widget, (QTabWidget, QStackedWidget)):
        scope.pages.append([_scope(widget.widget(at), escape) for at in range(widget.count())])
        return
    if widget is not escape and bears_letter(widget):
        scope.texts.append(_text(widget))
    for child in _children(widget):
        _collect(child, scope, escape)


def bears_letter(widget: QWidget) -> bool:
    """Whether Qt shows a letter there, and it leads somewhere."""
    if isinstance(widget, QGroupBox):
        return widget.isCheckable()
    if isinstance(widget, QLabel):
        return widget.buddy() is not None
    if isinstance(widget, QToolButton):
        shows_text = (
            widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly or widget.icon().isNull()
        )
        return shows_text and _has_words(widget.text())
    return isinstance(widget, QAbstractButton) and _has_words(widget.text())


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _text(widget: QWidget) -> _Text:
    if isinstance(widget, QGroupBox):
        return _Text(widget.title, widget.setTitle)
    return _Text(widget.text, widget.setText)  # type: ignore[attr-defined]


def _tab(bar: Any, at: int) -> _Text:
    return _Text(lambda: bar.tabText(at), lambda text: bar.setTabText(at, text))


def _give_letters(scope: _Scope, taken: set[str]) -> None:
    """Marks a letter in each text. What stands around all pages gives way where a short text of a page finds none."""
    plan = _Plan(scope, taken)
    if plan.lost:
        other = _Plan(scope, taken, {letter for text in plan.lost for letter in text.casefold()})
        plan = other if len(other.lost) < len(plan.lost) else plan
    for text, marked in plan.marked:
        if text.read() != marked:
            text.write(marked)


class _Plan:
    """What would be marked how, `used` letters, and the texts that are `lost`: that find none."""

    def __init__(self, scope: _Scope, taken: set[str], spared: Collection[str] = ()) -> None:
        after = mnemonics.with_letters([text.read() for text in scope.texts], {*taken, *spared})
        self.marked = list(zip(scope.texts, after))
        self.used = taken | {mnemonics.marked_letter(text) for text in after} - {""}
        self.lost = [text for text in after if _has_words(text) and not mnemonics.marked_letter(text)]
        for pages in scope.pages:
            # Of one stack one page is seen at a time; another stack may be seen beside it.
            plans = [_Plan(page, self.used) for page in pages]
            self.used = self.used.union(*(plan.used for plan in plans))
            for plan in plans:
                self.marked += plan.marked
                self.lost += plan.lost


def _letters_around(window: QWidget) -> set[str]:
    """What a page finds taken in the dialog that QGIS shows it in."""
    if window.isWindow():
        return set()
    inside = {sip.unwrapinstance(widget) for widget in in_order(window)}
    around = (
        widget
        for widget in window.window().findChildren(QWidget)
        if widget.isVisible() and sip.unwrapinstance(widget) not in inside and bears_letter(widget)
    )
    return {mnemonics.marked_letter(_text(widget).read()) for widget in around} - {""}


def give_menu_letters(menu: QMenu) -> None:
    """For a menu that was filled just now."""
    give_action_letters(menu.actions())


def give_action_letters(actions: Iterable[QAction]) -> None:
    """For actions that become neighbours in a menu."""
    _mark([_Text(action.text, action.setText) for action in actions if not action.isSeparator()])


def give_box_letters(box: QMessageBox) -> None:
    """For a question whose buttons are ours; Escape has its own key."""
    _mark([_text(button) for button in box.buttons() if button is not box.escapeButton()])


def _mark(texts: list[_Text]) -> None:
    if _HAS_LETTERS:
        scope = _Scope()
        scope.texts = texts
        _give_letters(scope, set())
