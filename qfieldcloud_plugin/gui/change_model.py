# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of changed rows: what was added, changed and removed, by cell; filtered by kind, person, time, words."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Collection, Optional, Sequence

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QFont

from ..core.change_list import ChangeTable, ListedChange
from ..core.geometry import describe, is_geometry
from ..engine.gpkg import Change, Kind
from ..i18n import tr
from . import rows, theme, wording

CHANGE_ROLE = Qt.ItemDataRole.UserRole + 1
_LOOKS = {Kind.INSERT: "inserted", Kind.UPDATE: "updated", Kind.DELETE: "deleted"}
_FIXED = 1
Period = tuple[Optional[datetime], Optional[datetime]]


class ChangeModel(QAbstractTableModel):
    """First column: kind and key; then the columns of the table; last who and when, where it is known."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._table = ChangeTable("", (), None, ())
        self._rows: Sequence[ListedChange] = ()
        self._columns: tuple[str, ...] = ()
        self._titles: dict[str, str] = {}
        self.has_people = False

    def show_table(self, table: ChangeTable, titles: dict[str, str]) -> None:
        """`titles` are the layer's aliases. Columns that no change touches are left out of updates-only tables."""
        self.beginResetModel()
        self._table, self._rows = table, table.rows
        self._titles = titles
        self._columns = tuple(_touched(table))
        self.has_people = any(listed.person or listed.when for listed in table.rows)
        self.endResetModel()

    def choose(self, kinds: Collection[Kind], person: str, text: str, period: Period = (None, None)) -> None:
        """Shows what fits. `period`: from when (included) until when (left out); None is open."""
        wanted = self._table.rows
        if len(kinds) < len(Kind):
            wanted = tuple(listed for listed in wanted if listed.change.kind in kinds)
        if person:
            wanted = tuple(listed for listed in wanted if listed.person == person)
        if period != (None, None):
            wanted = tuple(listed for listed in wanted if _is_in(period, listed.when))
        words = text.casefold().split()
        if words:
            wanted = tuple(listed for listed in wanted if _has(words, listed.change))
        if wanted is not self._rows:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()

    def listed(self, row: int) -> ListedChange:
        return self._rows[row]

    def shown(self) -> Sequence[ListedChange]:
        return self._rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return _FIXED + len(self._columns) + (1 if self.has_people else 0)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Row")
        if section <= len(self._columns):
            name = self._columns[section - _FIXED]
            return self._titles.get(name) or name
        return tr("Who")

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        listed = self._rows[index.row()]
        if role == CHANGE_ROLE:
            return listed
        if index.column() == 0:
            return self._head(listed.change, role)
        if index.column() > len(self._columns):
            moment = wording.exact_moment(listed.when)
            text = ", ".join(part for part in (listed.person, moment) if part)
            return text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        return self._cell(listed.change, self._columns[index.column() - _FIXED], role)

    def _head(self, change: Change, role: int) -> Any:
        meaning = _LOOKS[change.kind]
        if role == Qt.ItemDataRole.DisplayRole:
            return ", ".join(map(rows.value_text, change.key)) or "–"
        if role == Qt.ItemDataRole.DecorationRole:
            return theme.icon(meaning, theme.colour(meaning))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return kind_text(change.kind)
        return None

    def _cell(self, change: Change, column: str, role: int) -> Any:
        touched = column in change.new or column in change.old
        if not touched:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell_text(change, column)
        if role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(theme.tint(_LOOKS[change.kind], 0.14))
        if role == Qt.ItemDataRole.FontRole and change.kind is Kind.DELETE:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None


def _is_in(period: Period, when: Optional[datetime]) -> bool:
    start, end = period
    return when is not None and (start is None or when >= start) and (end is None or when < end)


def _has(words: Sequence[str], change: Change) -> bool:
    values = (*change.key, *change.new.values(), *change.old.values())
    text = " ".join(str(value) for value in values if not is_geometry(value)).casefold()
    return all(word in text for word in words)


def kind_text(kind: Kind) -> str:
    return {Kind.INSERT: tr("new"), Kind.UPDATE: tr("changed"), Kind.DELETE: tr("deleted")}[kind]


def cell_text(change: Change, column: str) -> str:
    """ "old → new" where a value changed, else the value."""
    if change.kind is not Kind.UPDATE:
        return _text((change.new or change.old).get(column))
    return f"{_text(change.old.get(column))} → {_text(change.new.get(column))}"


def _text(value: Any) -> str:
    return describe(value) if is_geometry(value) else rows.value_text(value)


def _touched(table: ChangeTable) -> list[str]:
    """The columns worth showing: those with values, less the key that the first column shows already."""
    if all(listed.change.kind is Kind.UPDATE for listed in table.rows):
        seen = {column for listed in table.rows for column in listed.change.new}
        return [column for column in table.columns if column in seen]
    return [column for column in table.columns if column not in table.key]
