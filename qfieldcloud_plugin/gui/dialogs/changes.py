# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows changes row by row and on a map, and undoes those that are chosen."""

from __future__ import annotations

from collections import Counter
from typing import Callable, Optional, Sequence

from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelection, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from ...core.actions import Actions
from ...core.change_list import ChangeList, ChangeTable, ListedChange, Undo
from ...core.geometry import geometry_of
from ...core.jobs import Job, JobState
from ...engine.gpkg import Change, Kind
from ...i18n import tr
from .. import theme, wording
from ..change_model import CHANGE_ROLE, ChangeModel, kind_text
from ..change_table import ChangeTableView
from ..keyboard import prepare
from ..map_view import MapView, Shape
from ..parts import EmptyState, Label, Notice, PrimaryButton, column, row
from ..period import PeriodBox

# A map of more shapes than this says nothing, and takes long to draw.
_MOST_SHAPES = 2000
# Each place is looked up in the layer.
_MOST_PLACES = 50


class ChangesDialog(QDialog):
    """`load` starts the job that finds the changes: its result is a `ChangeList`."""

    def __init__(
        self,
        actions: Actions,
        title: str,
        subtitle: str,
        load: Callable[[], Job],
        parent: Optional[QWidget] = None,
        table: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(1040, 640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._wanted = table
        self.changes: Optional[ChangeList] = None
        self._build(title, subtitle)
        prepare(self, escape=self.close_button)
        actions.jobs.ended.connect(self._job_ended)
        self._job: Optional[Job] = load()

    # -- looks ----------------------------------------------------------------------------------------

    def _build(self, title: str, subtitle: str) -> None:
        layout = column(self, spacing=10, margin=16)
        layout.addWidget(Label(title, size=1.25, bold=True))
        self.subtitle = Label(subtitle, tone="muted")
        layout.addWidget(self.subtitle)
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addLayout(self._filters())
        self.empty = EmptyState("history", tr("Looking…"), tr("The changes are being compared."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._details())
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._buttons())

    def _filters(self) -> QHBoxLayout:
        line = row()
        self.layers = QComboBox()
        self.layers.setMinimumWidth(220)
        self.layers.setAccessibleName(tr("Layer"))
        self.layers.currentIndexChanged.connect(self._layer_chosen)
        line.addWidget(self.layers)
        self.kinds: dict[Kind, QToolButton] = {}
        for kind, name in ((Kind.INSERT, "inserted"), (Kind.UPDATE, "updated"), (Kind.DELETE, "deleted")):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(True)
            button.setIcon(theme.icon(name, theme.colour(name)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(kind_text(kind))
            button.setAccessibleName(kind_text(kind))
            button.toggled.connect(self._filter)
            self.kinds[kind] = button
            line.addWidget(button)
        self.people = QComboBox()
        self.people.setAccessibleName(tr("Person"))
        self.people.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.people.currentIndexChanged.connect(self._filter)
        line.addWidget(self.people)
        self.time = PeriodBox()
        self.time.changed.connect(self._filter)
        line.addWidget(self.time)
        line.addStretch(1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search…"))
        self.search.setAccessibleName(tr("Search…"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.search.textChanged.connect(self._filter)
        line.addWidget(self.search)
        return line

    def _details(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Vertical)
        self.model = ChangeModel(self)
        self.table = ChangeTableView()
        self.table.setAccessibleName(tr("Changed rows"))
        self.table.setModel(self.model)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        split.addWidget(self.table)
        self.map = MapView(self._actions.open_project.project)
        split.addWidget(self.map)
        split.setSizes([320, 260])
        split.setChildrenCollapsible(False)
        return split

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.says = Label(tone="muted")
        line.addWidget(self.says, 1)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setMinimumHeight(34)
        self.close_button.clicked.connect(self.reject)
        self.undo_all = QPushButton()
        self.undo_all.setMinimumHeight(34)
        self.undo_all.clicked.connect(lambda _checked=False: self._undo(self._all_rows()))
        self.undo_chosen = PrimaryButton()
        self.undo_chosen.clicked.connect(lambda _checked=False: self._undo(self._chosen_rows()))
        for button in (self.close_button, self.undo_all, self.undo_chosen):
            line.addWidget(button)
        return line

    # -- showing --------------------------------------------------------------------------------------

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.state is JobState.FAILED:
            self.empty.title.setText(tr("The changes could not be compared"))
            self.empty.text.setText(wording.plain(job.error))
        elif job.succeeded:
            self._show(job.result)

    def _show(self, changes: ChangeList) -> None:
        self.changes = changes
        if not changes.count:
            self.empty.title.setText(tr("No changes"))
            self.empty.text.setText(tr("Every row is the same on both sides."))
            self._update_buttons()
            return
        self.layers.blockSignals(True)
        for table in changes.tables:
            layer = self._layer(table)
            name = layer.name() if layer is not None else table.name
            self.layers.addItem(f"{name}  ({wording.number(len(table.rows))})", table)
        self.layers.blockSignals(False)
        wanted = [at for at, table in enumerate(changes.tables) if table.name == self._wanted]
        self.layers.setCurrentIndex(wanted[0] if wanted else 0)
        self._layer_chosen()
        self._stack.setCurrentIndex(1)

    def _layer_chosen(self, _index: int = 0) -> None:
        table: Optional[ChangeTable] = self.layers.currentData()
        if table is None:
            return
        layer = self._layer(table)
        titles = {field.name(): field.alias() for field in layer.fields()} if layer is not None else {}
        self.model.show_table(table, titles)
        self._show_people(table)
        counts = Counter(listed.change.kind for listed in table.rows)
        for kind, button in self.kinds.items():
            count = counts[kind]
            button.setText(wording.number(count))
            button.setEnabled(bool(count))
        self.table.fit_columns()
        self._filter()

    def _show_people(self, table: ChangeTable) -> None:
        people = sorted({listed.person for listed in table.rows if listed.person})
        self.people.blockSignals(True)
        self.people.clear()
        self.people.addItem(tr("Everyone"), "")
        for person in people:
            self.people.addItem(person, person)
        self.people.blockSignals(False)
        self.people.setVisible(bool(people))
        self.time.setVisible(any(listed.when for listed in table.rows))

    def _layer(self, table: ChangeTable) -> Optional[QgsVectorLayer]:
        found = self._file_and_layer(table)
        return found[1] if found is not None else None

    def _file_and_layer(self, table: ChangeTable) -> Optional[tuple[str, QgsVectorLayer]]:
        wanted = self.changes.file if self.changes is not None else ""
        found = [
            (file, layer)
            for file, layers in self._actions.open_project.layers_by_file().items()
            for name, layer in layers
            if name.casefold() == table.name.casefold() and wanted in ("", file)
        ]
        return found[0] if found else None

    def _filter(self, *_changed: object) -> None:
        kinds = {kind for kind, button in self.kinds.items() if button.isChecked()}
        self.model.choose(kinds, self.people.currentData() or "", self.search.text(), self.time.period())
        self._show_map(self._first_rows())
        self._update_buttons()

    def _selected(self, *_selection: QItemSelection) -> None:
        chosen = self._chosen_rows()
        self._show_map(chosen or self._first_rows())
        self._update_buttons()

    def _all_rows(self) -> list[ListedChange]:
        return list(self.model.shown())

    def _first_rows(self) -> list[ListedChange]:
        return list(self.model.shown()[:_MOST_SHAPES])

    def _chosen_rows(self) -> list[ListedChange]:
        return [index.data(CHANGE_ROLE) for index in self.table.selectionModel().selectedRows(0)]

    def _show_map(self, listed: Sequence[ListedChange]) -> None:
        table: Optional[ChangeTable] = self.layers.currentData()
        layer = self._layer(table) if table is not None else None
        is_spatial = layer is not None and layer.isSpatial()
        name = table.geometry if table is not None else None
        self.map.setVisible(name is not None or is_spatial)
        if table is None or not (name or is_spatial):
            return
        shapes = [shape for one in listed[:_MOST_SHAPES] for shape in _shapes(one.change, name or "")]
        crs = layer.crs() if layer is not None else QgsCoordinateReferenceSystem()
        self.map.show_shapes(shapes or self._places(listed, table), crs)

    def _places(self, listed: Sequence[ListedChange], table: ChangeTable) -> list[Shape]:
        """Where the rows are now: nothing moved, but it helps to see which features these are."""
        keys = list(dict.fromkeys(one.change.key for one in listed))[:_MOST_PLACES]
        titles = self._actions.row_titles()
        place = self._file_and_layer(table)
        found = [titles.geometry(place[0], table.name, key) for key in keys] if place is not None else []
        return [Shape(geometry, "result", tr("This feature")) for geometry in found if geometry is not None]

    # -- undoing --------------------------------------------------------------------------------------

    def _update_buttons(self) -> None:
        undo = self.changes.undo if self.changes is not None else Undo.NOTHING
        possible = undo is not Undo.NOTHING and bool(self.changes and self.changes.count)
        for button in (self.undo_chosen, self.undo_all):
            button.setVisible(possible)
        if not possible:
            self.says.setText("")
            return
        chosen = len(self._chosen_rows())
        self.undo_chosen.setEnabled(bool(chosen))
        if undo is Undo.DISCARD_HERE:
            self.says.setText(tr("Discarded rows go back to what they were."))
            self.undo_chosen.setText(
                tr("Discard %n row(s)", chosen) if chosen else tr("Choose rows to discard")
            )
            self.undo_all.setText(tr("Discard all shown"))
        elif undo is Undo.RESTORE:
            self.says.setText(tr("Restoring makes a new version; nothing is lost."))
            self.undo_chosen.setText(
                tr("Restore as before this change") if chosen else tr("Choose a change to go back before")
            )
            self.undo_all.setText(tr("Restore as before all shown"))
        else:
            self.says.setText(tr("Undoing makes a new version; nothing is lost."))
            self.undo_chosen.setText(tr("Undo %n row(s)", chosen) if chosen else tr("Choose rows to undo"))
            self.undo_all.setText(tr("Undo all shown"))

    def _undo(self, listed: list[ListedChange]) -> None:
        if self.changes is None or not listed:
            return
        self._actions.undo(self.changes, listed)
        self.accept()

    def done(self, result: int) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
        if self._job is not None:
            self._actions.jobs.cancel(self._job)
        super().done(result)


def _shapes(change: Change, column_name: str) -> list[Shape]:
    before, after = geometry_of(change.old.get(column_name)), geometry_of(change.new.get(column_name))
    if change.kind is Kind.INSERT:
        return [Shape(after, "inserted", tr("New"))] if after is not None else []
    if change.kind is Kind.DELETE:
        return [Shape(before, "deleted", tr("Deleted"), dashed=True)] if before is not None else []
    shapes = [Shape(before, "before", tr("Before"), dashed=True)] if before is not None else []
    return shapes + ([Shape(after, "updated", tr("Moved"))] if after is not None else [])
