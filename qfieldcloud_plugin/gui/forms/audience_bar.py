# SPDX-License-Identifier: GPL-2.0-or-later
"""For whom an area is: everyone, or a team or person with one of their own."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QCompleter, QPushButton, QWidget

from ...core.actions import Actions
from ...core.audience import Audience
from ...core.jobs import Job
from ...i18n import tr
from .. import theme
from ..parts import Label, column, row
from ..wording import EVERYONE, audience_name


class AudienceBar(QWidget):
    """`chosen` tells who is looked at now: EVERYONE, "team:north" or "person:anna".

    With `actions` it offers the teams and people of the open cloud project; any other name can be typed.
    """

    chosen = pyqtSignal(str)
    removed = pyqtSignal(str)

    def __init__(
        self, names: Sequence[str], actions: Optional[Actions] = None, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._job: Optional[Job] = None
        self._known: Optional[Audience] = None
        layout = column(self, spacing=8)
        self.who = QComboBox()
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for who in (EVERYONE, *names):
            self.who.addItem(audience_name(who), who)
        self.more = QPushButton(theme.icon("add"), tr("Team or person…"))
        self.more.setCheckable(True)
        self.remove = QPushButton(theme.icon("close"), tr("Remove"))
        line = row()
        label = Label(tr("Area for"))
        label.setWordWrap(False)
        label.setBuddy(self.who)
        for widget in (label, self.who, self.more, self.remove):
            line.addWidget(widget)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self._adding())
        self.who.currentIndexChanged.connect(self._choose)
        self.more.toggled.connect(self._show_adding)
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self.remove.setEnabled(False)

    def current(self) -> str:
        return str(self.who.currentData())

    def _adding(self) -> QWidget:
        self.adding = QWidget()
        line = row(self.adding)
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Team or person…"))
        self.kind.addItem(tr("Team"), "team")
        self.kind.addItem(tr("Person"), "person")
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setMinimumContentsLength(18)
        self.name.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.name.lineEdit().setPlaceholderText(tr("Name on the server"))
        self.name.setAccessibleName(tr("Name on the server"))
        self.kind.currentIndexChanged.connect(lambda _at: self._offer())
        self.add = QPushButton(tr("Add"))
        self.add.setEnabled(False)
        self.name.editTextChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.clicked.connect(lambda _checked=False: self._add())
        for widget in (self.kind, self.name, self.add):
            line.addWidget(widget)
        line.addStretch(1)
        self.adding.hide()
        return self.adding

    def _show_adding(self, on: bool) -> None:
        self.adding.setVisible(on)
        if on:
            self._look_up()
            self.name.setFocus()

    def _look_up(self) -> None:
        actions = self._actions
        if actions is None or self._known is not None or self._job is not None:
            return
        project_id = actions.open_project.project_id
        if project_id is not None and actions.session.signed_in:
            self._job = actions.fetch_audience(project_id)
            actions.jobs.ended.connect(self._looked_up)

    def _looked_up(self, job: Job) -> None:
        if job is self._job:
            self.close_down()
            if job.succeeded:
                self._known = job.result
                self._offer()

    def _offer(self) -> None:
        typed = self.name.currentText()
        self.name.clear()
        if self._known is not None:
            self.name.addItems(self._known.names(self.kind.currentData()))
        self.name.setCurrentIndex(-1)
        self.name.setEditText(typed)

    def close_down(self) -> None:
        """Waits for no names any more."""
        if self._job is not None and self._actions is not None:
            self._actions.jobs.ended.disconnect(self._looked_up)
        self._job = None

    def _add(self) -> None:
        who = f"{self.kind.currentData()}:{self.name.currentText().strip()}"
        known = [str(self.who.itemData(at)).casefold() for at in range(self.who.count())]
        if who.casefold() not in known:
            self.who.addItem(audience_name(who), who)
            known.append(who.casefold())
        self.name.clearEditText()
        self.more.setChecked(False)
        self.who.setCurrentIndex(known.index(who.casefold()))

    def _remove(self) -> None:
        who = self.current()
        at = self.who.currentIndex()
        self.who.setCurrentIndex(0)
        self.who.removeItem(at)
        self.removed.emit(who)

    def _choose(self, _at: int) -> None:
        self.remove.setEnabled(self.current() != EVERYONE)
        self.chosen.emit(self.current())
