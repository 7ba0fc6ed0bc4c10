# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows about the account."""

from __future__ import annotations

from typing import Optional

from ...cloud.credentials import Profile
from ...cloud.errors import NotSignedIn
from ...core.jobs import Job
from ...i18n import tr
from .. import wording
from ..dialogs.login import LoginDialog
from ..dialogs.organizations import OrganizationsDialog
from ..pages.options_page import PAGE as OPTIONS_PAGE
from .base import ScreensBase


class AccountScreens(ScreensBase):
    """Log in, change the account, settings."""

    def log_in(self, profile: Optional[Profile] = None) -> None:
        self._show(LoginDialog(self.actions, self._window(), profile))

    def switch_to(self, profile: Profile) -> None:
        """Continues as this account; asks only for what is not kept, or is no longer good."""

        def failed(job: Job) -> None:
            if isinstance(job.error, NotSignedIn):
                self.log_in(profile)
            elif job.error is not None:
                self.messages.warn(wording.plain(job.error))

        if self.actions.continue_as(profile, failed) is None:
            self.log_in(profile)

    def forget(self, profile: Profile) -> None:
        if self._confirm(
            tr("Forget {user} on {server}?").format(
                user=profile.username, server=wording.host(profile.server)
            ),
            tr(
                "The login is removed from this computer. Projects, here and on the server, stay as they are."
            ),
            tr("Forget"),
        ):
            self.actions.forget_account(profile)

    def organizations(self) -> None:
        self._show(OrganizationsDialog(self.actions, self._window()))

    def options(self) -> None:
        self.iface.showOptionsDialog(self._window(), OPTIONS_PAGE)

    def refresh(self) -> None:
        self.actions.refresh_projects()
        self.actions.look()
        self.actions.fetch_details(afresh=True)
