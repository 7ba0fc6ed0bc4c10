# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock's first line: who is signed in, on which server, and the menu of accounts."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...core.actions import Actions
from ...core.session import SessionState
from ...i18n import tr
from .. import theme, wording
from ..parts import ElidedLabel, IconButton, IconLabel, column, row
from ..screens import Screens


class AccountBar(QWidget):
    """Name and server at the left, refresh and the account menu at the right."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._screens = screens
        line = row(self, margin=0)
        line.setContentsMargins(10, 8, 6, 8)
        self._icon = IconLabel("cloud", size=24)
        words = column(spacing=0)
        self.name = ElidedLabel(bold=True)
        self.server = ElidedLabel(tone="muted", size=0.9)
        words.addWidget(self.name)
        words.addWidget(self.server)
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        self.refresh = IconButton("sync", tr("Refresh"), self._screens.refresh)
        self.menu_button = IconButton("more", tr("Accounts and settings"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self._menu = QMenu(self.menu_button)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.setMenu(self._menu)
        line.addWidget(self.refresh)
        line.addWidget(self.menu_button)
        actions.session.changed.connect(self.show_session)
        self.show_session()

    def show_session(self) -> None:
        session = self._actions.session
        profile = session.profile
        self.refresh.setEnabled(session.signed_in)
        self._icon.show_icon(
            "cloud" if session.signed_in else "cloud-off", "accent" if session.signed_in else None
        )
        if session.state is SessionState.SIGNING_IN:
            self.name.setText(tr("Logging in…"))
        elif session.signed_in and profile is not None:
            self.name.setText(profile.username)
        else:
            self.name.setText(tr("Not logged in"))
        self.server.setText(wording.host(profile.server) if profile is not None else tr("No server chosen"))

    def _fill_menu(self) -> None:
        menu, session = self._menu, self._actions.session
        menu.clear()
        others = [known for known in session.profiles() if known != session.profile or not session.signed_in]
        for known in others:
            text = tr("{user} on {server}").format(user=known.username, server=wording.host(known.server))
            entry = menu.addAction(theme.icon("person"), text)
            entry.triggered.connect(lambda _checked=False, known=known: self._screens.switch_to(known))
        menu.addAction(theme.icon("add"), tr("Another account…")).triggered.connect(
            lambda _checked=False: self._screens.log_in()
        )
        menu.addSeparator()
        menu.addAction(theme.icon("settings"), tr("Settings…")).triggered.connect(
            lambda _checked=False: self._screens.options()
        )
        if session.signed_in:
            menu.addSeparator()
            menu.addAction(theme.icon("log-out"), tr("Log out")).triggered.connect(
                lambda _checked=False: self._actions.log_out()
            )
