# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of changed rows, whose columns share the width there is."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView

_NARROWEST = 70
# The widest that one column may be: the first at which all of them fit.
_LIMITS = (4000, 600, 480, 400, 340, 290, 240, 200, 160, 130)


class ChangeTableView(QTableView):
    """Nothing is cut while there is room, and long values give way first; whoever drags a border has it so."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: list[int] = []
        self._sharing = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # By the first rows only: measuring a hundred thousand would block QGIS.
        header.setResizeContentsPrecision(50)
        header.sectionResized.connect(self._dragged)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)

    def fit_columns(self) -> None:
        """Measures anew, for other rows."""
        self._sharing = True
        self.horizontalHeader().setStretchLastSection(False)
        self.resizeColumnsToContents()
        self._wanted = [max(self.columnWidth(at), _NARROWEST) for at in range(self.model().columnCount())]
        self._sharing = False
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if not self._wanted:
            return
        room = self.viewport().width()
        fitting = (limit for limit in _LIMITS if sum(min(width, limit) for width in self._wanted) <= room)
        limit = next(fitting, _LIMITS[-1])
        widths = [min(width, limit) for width in self._wanted]
        self._sharing = True
        self.horizontalHeader().setStretchLastSection(sum(widths) <= room)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        self._sharing = False

    def _dragged(self, _at: int, _before: int, _after: int) -> None:
        if not self._sharing:
            self._wanted = []
