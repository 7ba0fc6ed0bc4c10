# SPDX-License-Identifier: GPL-2.0-or-later
"""Logging in and out, and going on where the last session ended."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Optional

from qgis.core import Qgis, QgsMessageLog, QgsProject
from qgis.PyQt.QtCore import QObject

from ...cloud import BrowserSignIn, IdentityProvider
from ...cloud.api.server import Provider
from ...cloud.client import Client, sign_in, sign_in_with_provider, sign_in_with_token
from ...cloud.credentials import Profile
from ...cloud.errors import CloudError
from ...cloud.logos import fetch_logo
from ...cloud.loopback import Words
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...i18n import tr
from ..credentials import can_load_quietly
from ..jobs import Job, JobState
from ..network import network_for
from ..tasks import LOG_TAG
from .base import ACCOUNT_LANE, ActionsBase


def ignore_job(_job: Job) -> None:
    """For those who do not care how it ended."""


class AccountActions(ActionsBase):
    """Secrets pass through; only what lets one in again is kept, and only where the user wants it."""

    _login: Optional[Job] = None

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(project, parent)
        self._logos: dict[str, bytes] = {}
        self._learnt_as: Optional[Profile] = None

    def log_in(self, server: str, username: str, password: str, remember: bool = True) -> Job:
        """Result: the `Client`. The password is used once and kept nowhere."""
        network = network_for(server)
        return self._enter(
            Profile(server, username),
            lambda _progress, _cancel: sign_in(server, username, password, network),
            remember,
        )

    def log_in_with_token(self, server: str, token: str, remember: bool = True) -> Job:
        """Result: the `Client`; the server says whose token it is."""
        network = network_for(server)
        return self._enter(
            Profile(server, ""),
            lambda _progress, _cancel: sign_in_with_token(server, token, network),
            remember,
        )

    def log_in_with_provider(
        self, server: str, provider: Provider, open_page: Callable[[str], None], remember: bool = True
    ) -> Job:
        """Lets an identity provider vouch; `open_page` is told the address for the browser. Result: the `Client`."""
        network = network_for(server)
        try:
            identity = IdentityProvider.of(provider)
            attempt = BrowserSignIn(identity, network_for(identity.token_url), _words())
        except CloudError as error:
            return self._enter(Profile(server, ""), _failing(error), remember)

        def work(_progress: ProgressCallback, cancel: CancelToken) -> Client:
            return sign_in_with_provider(server, attempt, network, cancel)

        # A job that is cancelled before it begins never comes to its own closing.
        job = self._enter(Profile(server, ""), work, remember, attempt.close)
        open_page(attempt.url)
        return job

    def continue_as(self, profile: Profile, when_failed: Callable[[Job], None] = ignore_job) -> Optional[Job]:
        """Signs in with what was kept; None when there is nothing, so the user must log in."""
        connect = self.session.kept.connection(profile)
        if connect is None:
            return None
        return self._enter(profile, lambda _progress, _cancel: connect(), True, when_failed=when_failed)

    def continue_last(self) -> Optional[Job]:
        """Goes on as the last user, where that needs no question."""
        profile = self.session.last_profile()
        return self.continue_as(profile) if profile is not None and can_load_quietly() else None

    def ask_server(self, server: str) -> Job:
        """What the server says of itself. Result: `ServerInfo`. An address that is none fails the job."""
        # Someone is typing an address and waits for the answer: one try is enough.
        network = replace(network_for(server), attempts=1)
        return self.jobs.start(
            tr("Ask server"),
            lambda _progress, _cancel: Client(server, network=network).server.info(),
            quiet=True,
        )

    def known_logo(self, url: str) -> Optional[bytes]:
        """A picture that was fetched since QGIS began."""
        return self._logos.get(url)

    def fetch_logo(self, url: str, server: str) -> Job:
        """Result: a picture that may be shown, or None. One at a time: a slow one must not keep a login waiting."""
        network = replace(network_for(url), attempts=1, connect_timeout=5.0)

        def work(_progress: ProgressCallback, cancel: CancelToken) -> Optional[bytes]:
            try:
                return fetch_logo(url, server, network, cancel)
            except CloudError as error:
                QgsMessageLog.logMessage(f"{url}: {error.message}", LOG_TAG, Qgis.MessageLevel.Info)
                return None

        def ended(job: Job) -> None:
            if job.succeeded and job.result:
                self._logos[url] = job.result

        return self.jobs.start(tr("Fetch logo"), work, "logos", ended, quiet=True)

    def log_out(self) -> Optional[Job]:
        """Forgets the token here and ends it on the server."""
        for job in self.jobs.running():
            self.jobs.cancel(job)
        client = self.session.sign_out()
        self._signed_out()
        if client is None:
            return None
        return self.jobs.start(tr("Log out"), lambda _progress, _cancel: client.sign_out(), quiet=True)

    def forget_account(self, profile: Profile) -> None:
        """Removes an account from this computer, with its secrets; logs out where it is in use."""
        if self.session.signed_in and self.session.profile == profile:
            self.log_out()
        self.session.remove_profile(profile)

    def _enter(
        self,
        profile: Profile,
        work: Callable[..., Client],
        remember: bool,
        close: Callable[[], None] = lambda: None,
        when_failed: Callable[[Job], None] = ignore_job,
    ) -> Job:
        self.session.begin(profile)

        def ended(job: Job) -> None:
            close()
            if job.succeeded:
                self.session.succeed(job.result, remember)
                if self.session.profile != self._learnt_as:
                    self._learnt_as = self.session.profile
                    self._account_changed()
                self._signed_in()
            else:
                self.session.fail(job.error if job.state is JobState.FAILED else None)
                when_failed(job)

        self._login = self.jobs.start(tr("Log in"), work, ACCOUNT_LANE, ended, quiet=True)
        return self._login

    def _notice_ended_session(self, job: Job) -> None:
        # A login that was refused says nothing about the account that stays in use.
        if job is not self._login:
            super()._notice_ended_session(job)

    def _account_changed(self) -> None:
        """Another account than before is in use: what that one was told must not be shown any more."""

    def _signed_in(self) -> None:
        """What follows a login; later layers of the actions add to it."""

    def _signed_out(self) -> None:
        """What follows a logout; later layers of the actions add to it."""


def _words() -> Words:
    return Words(
        tr("You are logged in. You can close this page and go back to QGIS."),
        tr("The login did not work. You can close this page and go back to QGIS."),
    )


def _failing(error: CloudError) -> Callable[..., Client]:
    def work(_progress: ProgressCallback, _cancel: CancelToken) -> Client:
        raise error

    return work
