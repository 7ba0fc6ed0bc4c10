# SPDX-License-Identifier: GPL-2.0-or-later
"""Resolves conflicts: before, mine, theirs and result side by side, geometry on a map, many at once."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QItemSelection, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core.actions import Actions
from ...core.geometry import describe, geometry_of, is_geometry
from ...core.resolution import ConflictGroup, Resolution, parse_like
from ...engine.sync.conflict import FILE, Conflict
from ...engine.sync.plan import Choice
from ...i18n import said, tr
from .. import rows, theme, wording
from ..keyboard import give_menu_letters, prepare
from ..map_view import MapView, Shape
from ..mnemonics import literal
from ..nodes import Node, NodeView
from ..parts import ElidedLabel, IconLabel, Label, Notice, PrimaryButton, column, row

_BEFORE, _MINE, _THEIRS, _RESULT = range(4)
_CHOICES = {_MINE: Choice.MINE, _THEIRS: Choice.THEIRS}
_CONFLICT_ROLE = Qt.ItemDataRole.UserRole + 1


class _ValueTable(QTableWidget):
    """Enter and Space choose a value as a click does; Enter must not reach the window's button meanwhile."""

    chosen = pyqtSignal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentColumn() in _CHOICES
        ):
            self.chosen.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


class ConflictDialog(QDialog):
    """Nothing is sent before "Apply"; what is left undecided stays a conflict."""

    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Resolve conflicts"))
        self.resize(980, 620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._layers = actions.layer_names()
        self._titles = actions.row_titles()
        self.resolution = Resolution(actions.conflicts())
        for group in self.resolution.groups:
            self._titles.prepare(group.file, group.table, [group.key])
        self._build()
        prepare(self, self.apply, self.later)
        self._show_list()
        if self.resolution.groups:
            self.list.choose(self.resolution.groups[0].id)

    # -- looks ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(self, spacing=12, margin=16)
        layout.addLayout(self._heading())
        self.notice = Notice()
        layout.addWidget(self.notice)
        split = QSplitter(Qt.Orientation.Horizontal)
        self.list = NodeView()
        self.list.setAccessibleName(tr("Conflicts"))
        self.list.selectionModel().selectionChanged.connect(self._selected)
        split.addWidget(self.list)
        split.addWidget(self._details())
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([270, 690])
        layout.addWidget(split, 1)
        layout.addLayout(self._buttons())

    def _heading(self) -> QHBoxLayout:
        line = row(spacing=12)
        line.addWidget(IconLabel("conflict", "conflict", 32), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=1)
        words.addWidget(Label(tr("You and somebody else changed the same"), size=1.25, bold=True))
        words.addWidget(
            Label(
                tr("Choose what stays. The other value is not lost: it is kept in the history."), tone="muted"
            )
        )
        line.addLayout(words, 1)
        self.all_button = QPushButton(tr("Decide many"))
        self.all_button.setAutoDefault(False)
        self._rules = QMenu(self.all_button)
        self._rules.aboutToShow.connect(self._fill_rules)
        self.all_button.setMenu(self._rules)
        line.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _details(self) -> QWidget:
        box = QWidget()
        layout = column(box)
        layout.setContentsMargins(8, 0, 0, 0)
        line = row()
        words = column(spacing=1)
        self.row_title = ElidedLabel(bold=True, size=1.1)
        self.row_text = Label(tone="muted")
        words.addWidget(self.row_title)
        words.addWidget(self.row_text)
        line.addLayout(words, 1)
        self.keep_mine = QPushButton(theme.icon("check", theme.colour("mine")), tr("Keep mine"))
        self.keep_theirs = QPushButton(theme.icon("check", theme.colour("theirs")), tr("Keep theirs"))
        self.keep_mine.clicked.connect(lambda _checked=False: self._choose_row(Choice.MINE))
        self.keep_theirs.clicked.connect(lambda _checked=False: self._choose_row(Choice.THEIRS))
        for button in (self.keep_mine, self.keep_theirs):
            button.setMinimumHeight(30)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        self.table = self._table()
        layout.addWidget(self.table, 2)
        self.hint = Label(
            tr("Click a value to keep it, or type another one under Result."), tone="muted", size=0.92
        )
        layout.addWidget(self.hint)
        self.map = MapView(self._actions.open_project.project)
        layout.addWidget(self.map, 3)
        return box

    def _table(self) -> QTableWidget:
        table = _ValueTable(0, 4)
        table.setAccessibleName(tr("Values before, mine, theirs, and the result"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().setDefaultSectionSize(32)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setHighlightSections(False)
        table.setHorizontalHeaderLabels([tr("Before"), tr("Mine"), tr("Theirs"), tr("Result")])
        table.cellClicked.connect(self._cell_clicked)
        table.chosen.connect(self._cell_clicked)
        table.itemChanged.connect(self._edited)
        return table

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.left = Label(tone="muted")
        line.addWidget(self.left, 1)
        self.later = QPushButton(tr("Later"))
        self.later.setMinimumHeight(34)
        self.later.clicked.connect(self.reject)
        self.apply = PrimaryButton()
        self.apply.clicked.connect(self._apply)
        line.addWidget(self.later)
        line.addWidget(self.apply)
        return line

    # -- showing --------------------------------------------------------------------------------------

    def _show_list(self) -> None:
        nodes: dict[str, Node] = {}
        for group in self.resolution.groups:
            where = rows.layer_name(self._layers, group.file, group.table) if group.table else tr("Files")
            top = nodes.setdefault(where, Node(where, bold=True, key=where))
            waiting = self.resolution.open_in(group)
            top.add(
                Node(
                    self._group_title(group),
                    self._group_text(group),
                    icon="conflict" if waiting else "check",
                    tone="conflict" if waiting else "good",
                    key=group.id,
                    payload=group,
                )
            )
        self.list.show_nodes(list(nodes.values()))
        self._show_count()

    def _group_title(self, group: ConflictGroup) -> str:
        if group.conflicts[0].kind == FILE:
            return group.file
        title = self._titles.title(group.file, group.table, group.key)
        key = f"#{rows.key_text(group.key)}"
        return f"{title}  {key}" if title else key

    def _group_text(self, group: ConflictGroup) -> str:
        first = group.conflicts[0]
        if not first.column:
            return rows.conflict_text(first)
        return ", ".join(conflict.column for conflict in group.conflicts)

    def _show_count(self) -> None:
        done = len(self.resolution.conflicts) - self.resolution.open
        self.left.setText(
            tr("{done} of {total} decided").format(
                done=wording.number(done), total=wording.number(len(self.resolution.conflicts))
            )
        )
        self.apply.setEnabled(done > 0)
        self.apply.setText(tr("Apply %n decision(s) and sync", done))

    def _selected(self, *_selection: QItemSelection) -> None:
        group = self._group()
        if group is not None:
            self._show_group(group)

    def _group(self) -> Optional[ConflictGroup]:
        node = self.list.chosen()
        return node.payload if node is not None else None

    def _show_group(self, group: ConflictGroup) -> None:
        first = group.conflicts[0]
        layer = rows.layer_name(self._layers, group.file, group.table)
        self.row_title.setText(group.file if first.kind == FILE else f"{layer}  {self._group_title(group)}")
        self.row_text.setText("" if first.column else rows.conflict_text(first))
        self.row_text.setVisible(bool(self.row_text.text()))
        self._fill_table(group)
        self._show_map(group)

    def _fill_table(self, group: ConflictGroup) -> None:
        lines = [line for conflict in group.conflicts for line in _lines(conflict)]
        self.table.blockSignals(True)
        self.table.setRowCount(len(lines))
        self.table.setVerticalHeaderLabels([name for name, _conflict, _values in lines])
        for at, (_name, conflict, values) in enumerate(lines):
            chosen = self.resolution.chosen(conflict)
            result = self._result(conflict, values)
            for column_at, value in enumerate((*values, result)):
                self.table.setItem(at, column_at, self._cell(conflict, column_at, value, chosen))
        self.table.blockSignals(False)

    def _result(self, conflict: Conflict, values: tuple[Any, Any, Any]) -> Any:
        decision = self.resolution.chosen(conflict)
        if decision is None:
            return _UNDECIDED
        if decision.choice is Choice.VALUE:
            return decision.value
        return values[_MINE if decision.choice is Choice.MINE else _THEIRS]

    def _cell(self, conflict: Conflict, at: int, value: Any, chosen: Any) -> QTableWidgetItem:
        item = QTableWidgetItem(_text(value))
        item.setToolTip(_text(value))
        item.setData(_CONFLICT_ROLE, conflict)
        flags = Qt.ItemFlag.ItemIsEnabled
        if at == _RESULT and conflict.column and not is_geometry(conflict.theirs):
            flags |= Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)
        meaning = {_MINE: "mine", _THEIRS: "theirs"}.get(at)
        if meaning and chosen is not None and chosen.choice is _CHOICES[at]:
            item.setBackground(QBrush(theme.tint(meaning, 0.25)))
            item.setIcon(theme.icon("check", theme.colour(meaning)))
        elif meaning:
            item.setForeground(QBrush(theme.colour(meaning)))
        elif value is _UNDECIDED or at == _BEFORE:
            item.setForeground(QBrush(theme.muted_colour()))
        if at == _RESULT and value is not _UNDECIDED:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _show_map(self, group: ConflictGroup) -> None:
        shapes = [
            Shape(geometry, meaning, label, dashed)
            for conflict in group.conflicts
            for _name, _conflict, (before, mine, theirs) in _lines(conflict)
            for value, meaning, label, dashed in (
                (before, "before", tr("Before"), True),
                (theirs, "theirs", tr("Theirs"), False),
                (mine, "mine", tr("Mine"), False),
            )
            if (geometry := geometry_of(value)) is not None
        ]
        place = self._titles.geometry(group.file, group.table, group.key) if group.table else None
        if not shapes and place is not None:
            # Nobody disputes the place, but it helps to see which feature this is.
            shapes.append(Shape(place, "result", tr("This feature")))
        self.map.setVisible(bool(shapes))
        if shapes:
            self.map.show_shapes(shapes, self._crs(group))

    def _crs(self, group: ConflictGroup) -> QgsCoordinateReferenceSystem:
        layer = self._titles.layer(group.file, group.table)
        return layer.crs() if layer is not None else self._actions.open_project.project.crs()

    # -- choosing -------------------------------------------------------------------------------------

    def _cell_clicked(self, at: int, column_at: int) -> None:
        choice = _CHOICES.get(column_at)
        if choice is not None:
            self.resolution.choose(self.table.item(at, column_at).data(_CONFLICT_ROLE), choice)
            self._refresh()

    def _edited(self, item: QTableWidgetItem) -> None:
        if item.column() != _RESULT:
            return
        conflict: Conflict = item.data(_CONFLICT_ROLE)
        value = parse_like(item.text(), conflict.mine, conflict.theirs, conflict.base)
        self.resolution.choose(conflict, Choice.VALUE, value)
        self._refresh()

    def _choose_row(self, choice: Choice) -> None:
        group = self._group()
        if group is None:
            return
        self.resolution.choose_many(group.conflicts, choice)
        self._refresh()
        self._go_to_next_open()

    def _fill_rules(self) -> None:
        self._rules.clear()
        group = self._group()
        scopes = [(tr("All conflicts"), list(self.resolution.conflicts))]
        if group is not None:
            same_table = [
                c for c in self.resolution.conflicts if (c.file, c.table) == (group.file, group.table)
            ]
            scopes.append((rows.layer_name(self._layers, group.file, group.table), same_table))
            scopes += [
                (tr("Column {}").format(name), [c for c in same_table if c.column == name])
                for name in dict.fromkeys(c.column for c in group.conflicts if c.column)
            ]
        for title, conflicts in scopes:
            self._rules.addSection(literal(title))
            for text, choice in ((tr("Keep mine"), Choice.MINE), (tr("Keep theirs"), Choice.THEIRS)):
                action = self._rules.addAction(text)
                action.triggered.connect(
                    lambda _checked=False, conflicts=conflicts, choice=choice: self._choose_many(
                        conflicts, choice
                    )
                )
        give_menu_letters(self._rules)

    def _choose_many(self, conflicts: list[Conflict], choice: Choice) -> None:
        self.resolution.choose_many(conflicts, choice)
        self._refresh()

    def _refresh(self) -> None:
        self._show_list()
        group = self._group()
        if group is not None:
            self._show_group(group)

    def _go_to_next_open(self) -> None:
        for group in self.resolution.groups:
            if self.resolution.open_in(group):
                self.list.choose(group.id)
                return

    def _apply(self) -> None:
        self._actions.resolve(self.resolution.decisions())
        self.accept()


_UNDECIDED = object()


def _text(value: Any) -> str:
    if value is _UNDECIDED:
        return tr("not decided")
    if value is _ABSENT:
        return "–"
    return describe(value) if is_geometry(value) else rows.value_text(value)


_ABSENT = object()
Line = tuple[str, Conflict, tuple[Any, Any, Any]]


def _lines(conflict: Conflict) -> list[Line]:
    """A conflict as lines of the table: one for a value or a file, one for each differing column of a row."""
    if conflict.kind == FILE:
        words = [said(str(side or "")) for side in (conflict.base, conflict.mine, conflict.theirs)]
        return [(tr("File"), conflict, (words[0] or None, words[1], words[2]))]
    if conflict.column:
        return [(conflict.column, conflict, (conflict.base, conflict.mine, conflict.theirs))]
    sides = [side if side is not None else {} for side in (conflict.base, conflict.mine, conflict.theirs)]
    names = dict.fromkeys(name for side in sides for name in side)
    lines = []
    for name in names:
        before, mine, theirs = (side.get(name, _ABSENT) if side else _ABSENT for side in sides)
        if not (before == mine == theirs):
            lines.append((name, conflict, (before, mine, theirs)))
    return lines
