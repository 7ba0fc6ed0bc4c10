# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows about the account."""

from __future__ import annotations

from typing import Optional

from ...cloud.credentials import Profile
from ..dialogs.login import LoginDialog
from ..pages.options_page import PAGE as OPTIONS_PAGE
from .base import ScreensBase


class AccountScreens(ScreensBase):
    """Log in, change the account, settings."""

    def log_in(self, profile: Optional[Profile] = None) -> None:
        self._show(LoginDialog(self.actions, self._window(), profile))

    def switch_to(self, profile: Profile) -> None:
        """Continues as this account; asks only for what is not kept."""
        if self.actions.continue_as(profile) is None:
            self.log_in(profile)

    def options(self) -> None:
        self.iface.showOptionsDialog(self._window(), OPTIONS_PAGE)

    def refresh(self) -> None:
        self.actions.refresh_projects()
        self.actions.look()
        self.actions.fetch_details(afresh=True)
