# SPDX-License-Identifier: GPL-2.0-or-later
"""Logging in at an identity provider, as a part of the login dialog: a button each, and the time of waiting."""

from __future__ import annotations

from typing import Sequence

from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QWidget

from ...cloud.api.server import Provider
from ...cloud.single_sign_on import BROWSER_SECONDS
from ...i18n import tr
from .. import theme
from ..mnemonics import literal
from ..parts import Label, Notice, Rule, column, row

CREDENTIALS = "credentials"
_LOGO_HEIGHT, _LOGO_WIDEST = 20, 64


class ProviderButtons(QWidget):
    """One button for each identity provider of a server; hidden where there is none."""

    chosen = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._by_logo: dict[str, list[QPushButton]] = {}
        layout = column(self, spacing=8)
        line = row(spacing=8)
        line.addWidget(Rule(), 1)
        self._or = Label(tr("or"), tone="muted", size=0.92)
        line.addWidget(self._or)
        line.addWidget(Rule(), 1)
        layout.addLayout(line)
        self._list = column(spacing=6)
        layout.addLayout(self._list)
        self.hide()

    def show_providers(self, providers: Sequence[Provider]) -> None:
        for button in self.buttons:
            self._list.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        self._by_logo = {}
        for provider in providers:
            if provider.id == CREDENTIALS or provider.type == CREDENTIALS:
                continue
            name = literal(provider.name or provider.id)
            button = QPushButton(theme.icon("link"), tr("Log in with {}").format(name))
            button.setMinimumHeight(34)
            button.setToolTip(tr("Opens your browser; the password is typed there and nowhere else."))
            button.clicked.connect(lambda _checked=False, provider=provider: self.chosen.emit(provider))
            self._list.addWidget(button)
            self.buttons.append(button)
            address = provider.logo("dark" if theme.is_dark() else "light")
            if address:
                self._by_logo.setdefault(address, []).append(button)
        self.setVisible(bool(self.buttons))

    def logos(self) -> list[str]:
        """The addresses of the pictures that belong on the buttons."""
        return list(self._by_logo)

    def show_logo(self, address: str, data: bytes) -> None:
        icon, size = theme.logo(data, _LOGO_HEIGHT, _LOGO_WIDEST)
        if icon.isNull():
            return
        for button in self._by_logo.get(address, []):
            button.setIconSize(size)
            button.setIcon(icon)


class BrowserWait(QWidget):
    """What is shown while the browser has the word: what to do there, and how long we wait."""

    def __init__(self) -> None:
        super().__init__()
        self._url = ""
        self._seconds = 0
        layout = column(self, spacing=8)
        self._notice = Notice()
        layout.addWidget(self._notice)
        line = row()
        self.left = Label(tone="muted", size=0.92)
        line.addWidget(self.left, 1)
        self.copy = QPushButton(theme.icon("link"), tr("Copy address"))
        self.copy.setToolTip(tr("To log in with another browser of this computer."))
        self.again = QPushButton(tr("Open the page again"))
        self.copy.clicked.connect(lambda _checked=False: QApplication.clipboard().setText(self._url))
        self.again.clicked.connect(lambda _checked=False: open_page(self._url))
        for button in (self.copy, self.again):
            line.addWidget(button)
        layout.addLayout(line)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self.hide()

    def begin(self, url: str, name: str) -> None:
        self._url = url
        self._seconds = int(BROWSER_SECONDS)
        self._notice.say(tr("Log in with {} in your browser; QGIS goes on by itself.").format(name))
        self._show_left()
        self._timer.start()
        self.show()

    def end(self) -> None:
        self._timer.stop()
        self._url = ""
        self.hide()

    def _tick(self) -> None:
        self._seconds = max(0, self._seconds - 1)
        self._show_left()

    def _show_left(self) -> None:
        left = f"{self._seconds // 60}:{self._seconds % 60:02}"
        self.left.setText(tr("Waiting, {} left").format(left))


def open_page(url: str) -> bool:
    """Whether the system took the address to a browser."""
    return bool(QDesktopServices.openUrl(QUrl(url)))
