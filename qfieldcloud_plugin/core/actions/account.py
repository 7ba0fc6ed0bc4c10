# SPDX-License-Identifier: GPL-2.0-or-later
"""Logging in and out, and going on where the last session ended."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Optional

from ...cloud.client import Client, sign_in, sign_in_with_token
from ...cloud.credentials import Profile
from ...i18n import tr
from ..credentials import can_load_quietly
from ..jobs import Job
from ..network import network_for
from .base import ACCOUNT_LANE, ActionsBase


class AccountActions(ActionsBase):
    """Secrets pass through; only the token is kept, and only where the user wants it."""

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

    def continue_as(self, profile: Profile) -> Optional[Job]:
        """Signs in with the kept token; None when there is none, so the user must log in."""
        token = self.session.store.load(profile)
        return self.log_in_with_token(profile.server, token) if token else None

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

    def log_out(self) -> Optional[Job]:
        """Forgets the token here and ends it on the server."""
        for job in self.jobs.running():
            self.jobs.cancel(job)
        client = self.session.sign_out()
        self._signed_out()
        if client is None:
            return None
        return self.jobs.start(tr("Log out"), lambda _progress, _cancel: client.sign_out(), quiet=True)

    def _enter(self, profile: Profile, work: Callable[..., Client], remember: bool) -> Job:
        self.session.begin(profile)

        def ended(job: Job) -> None:
            if job.succeeded:
                self.session.succeed(job.result, remember)
                self._signed_in()
            else:
                self.session.fail(job.error)

        return self.jobs.start(tr("Log in"), work, ACCOUNT_LANE, ended, quiet=True)

    def _signed_in(self) -> None:
        """What follows a login; later layers of the actions add to it."""

    def _signed_out(self) -> None:
        """What follows a logout; later layers of the actions add to it."""
