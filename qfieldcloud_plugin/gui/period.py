# SPDX-License-Identifier: GPL-2.0-or-later
"""Chooses a stretch of time: any, the last days, or from one day to another."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Optional

from qgis.PyQt.QtCore import QDate, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QDateEdit, QWidget

from ..i18n import tr
from .change_model import Period
from .parts import Label, row

_BETWEEN = -1


class PeriodBox(QWidget):
    """`period()` is from when until when, in the time of this computer; None is open."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        line = row(self, spacing=6)
        self.choice = QComboBox()
        self.choice.setAccessibleName(tr("Time"))
        for text, days in (
            (tr("Any time"), 0),
            (tr("Today"), 1),
            (tr("Last 7 days"), 7),
            (tr("Last 30 days"), 30),
            (tr("Between…"), _BETWEEN),
        ):
            self.choice.addItem(text, days)
        line.addWidget(self.choice)
        today = QDate.currentDate()
        self.start, self.end = QDateEdit(today.addDays(-7)), QDateEdit(today)
        self._to = Label("–")
        for widget, name in ((self.start, tr("From")), (self._to, ""), (self.end, tr("To"))):
            widget.setAccessibleName(name)
            line.addWidget(widget)
            widget.hide()
        for edit in (self.start, self.end):
            edit.setCalendarPopup(True)
            edit.dateChanged.connect(lambda _date: self.changed.emit())
        self.choice.currentIndexChanged.connect(self._chosen)

    def period(self) -> Period:
        days = self.choice.currentData()
        if days == 0:
            return None, None
        if days == _BETWEEN:
            return _midnight(self.start.date()), _midnight(self.end.date().addDays(1))
        return _midnight(QDate.currentDate()) - timedelta(days=days - 1), None

    def _chosen(self, _index: int) -> None:
        for widget in (self.start, self._to, self.end):
            widget.setVisible(self.choice.currentData() == _BETWEEN)
        self.changed.emit()


def _midnight(day: QDate) -> datetime:
    return datetime(day.year(), day.month(), day.day()).astimezone()
