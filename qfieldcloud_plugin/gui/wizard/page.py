# SPDX-License-Identifier: GPL-2.0-or-later
"""What every page of the wizard is: a title, a sentence, and something to choose."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..parts import Label, column


class Page(QWidget):
    """`entered` is called each time the page is shown, `left` when the user goes on; `problem` keeps them there."""

    changed = pyqtSignal()

    def __init__(self, name: str, title: str, text: str) -> None:
        super().__init__()
        self.name = name
        self.layout_ = column(self, spacing=10)
        self.layout_.addWidget(Label(title, size=1.2, bold=True))
        self.layout_.addWidget(Label(text, tone="muted"))

    def entered(self) -> None:
        """Brings the page up to date."""

    def left(self) -> None:
        """Takes over what was chosen."""

    def problem(self) -> str:
        """Why the user cannot go on; empty when they can."""
        return ""

    def close_down(self) -> None:
        """Called when the wizard closes."""
