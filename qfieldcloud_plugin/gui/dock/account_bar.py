# SPDX-License-Identifier: GPL-2.0-or-later
"""The dock's first line: who is signed in, on which server, and the menu of accounts."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...cloud.credentials import Profile
from ...core.actions import Actions
from ...core.session import SessionState
from ...i18n import tr
from .. import theme, wording
from ..keyboard import give_menu_letters
from ..mnemonics import literal
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
        for known in session.profiles():
            entry = menu.addAction(theme.icon("person"), _account(known))
            if known == session.profile and session.signed_in:
                entry.setCheckable(True)
                entry.setChecked(True)
            else:
                entry.triggered.connect(lambda _checked=False, known=known: self._screens.switch_to(known))
        self._add("add", tr("Another account…"), self._screens.log_in)
        if session.profiles():
            self._add_forgetting(menu.addMenu(theme.icon("trash"), tr("Forget an account")))
        menu.addSeparator()
        self._add("settings", tr("Settings…"), self._screens.options)
        if session.signed_in:
            menu.addSeparator()
            self._add("team", tr("Organizations and teams…"), self._screens.organizations)
            self._add("log-out", tr("Log out"), self._actions.log_out)
        give_menu_letters(menu)

    def _add(self, icon: str, text: str, run: Callable[[], Any]) -> None:
        self._menu.addAction(theme.icon(icon), text).triggered.connect(lambda _checked=False: run())

    def _add_forgetting(self, menu: QMenu) -> None:
        for known in self._actions.session.profiles():
            menu.addAction(_account(known)).triggered.connect(
                lambda _checked=False, known=known: self._screens.forget(known)
            )


def _account(profile: Profile) -> str:
    return literal(
        tr("{user} on {server}").format(user=profile.username, server=wording.host(profile.server))
    )
