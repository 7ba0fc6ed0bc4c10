# SPDX-License-Identifier: GPL-2.0-or-later
"""For whom an area is: everyone, or a team or person with one of their own."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from ...i18n import tr
from .. import theme
from ..parts import Label, column, row

EVERYONE = ""


def name_of(who: str) -> str:
    """How "team:north" is shown."""
    kind, _, name = who.partition(":")
    if who == EVERYONE:
        return tr("Everyone")
    return (tr("Team {}") if kind == "team" else tr("Person {}")).format(name)


class AudienceBar(QWidget):
    """`chosen` tells who is looked at now: EVERYONE, "team:north" or "person:anna"."""

    chosen = pyqtSignal(str)
    removed = pyqtSignal(str)

    def __init__(self, names: Sequence[str], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=8)
        self.who = QComboBox()
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for who in (EVERYONE, *names):
            self.who.addItem(name_of(who), who)
        self.more = QPushButton(theme.icon("add"), tr("Team or person…"))
        self.more.setCheckable(True)
        self.remove = QPushButton(theme.icon("close"), tr("Remove"))
        line = row()
        label = Label(tr("Area for"))
        label.setWordWrap(False)
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
        self.kind.addItem(tr("Team"), "team")
        self.kind.addItem(tr("Person"), "person")
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name on the server"))
        self.add = QPushButton(tr("Add"))
        self.add.setEnabled(False)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.clicked.connect(lambda _checked=False: self._add())
        for widget in (self.kind, self.name, self.add):
            line.addWidget(widget)
        line.addStretch(1)
        self.adding.hide()
        return self.adding

    def _show_adding(self, on: bool) -> None:
        self.adding.setVisible(on)
        if on:
            self.name.setFocus()

    def _add(self) -> None:
        who = f"{self.kind.currentData()}:{self.name.text().strip()}"
        known = [str(self.who.itemData(at)).casefold() for at in range(self.who.count())]
        if who.casefold() not in known:
            self.who.addItem(name_of(who), who)
            known.append(who.casefold())
        self.name.clear()
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
