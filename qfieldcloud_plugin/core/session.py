# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is signed in, where: profiles, their secrets, and the client that every job works with."""

from __future__ import annotations

import enum
import json
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..cloud.client import Client
from ..cloud.credentials import CredentialStore, Profile
from ..settings import CURRENT_PROFILE, PROFILES
from .kept_login import KeptLogins


class SessionState(enum.Enum):
    SIGNED_OUT = "signed_out"
    SIGNING_IN = "signing_in"
    SIGNED_IN = "signed_in"


class Session(QObject):
    """Holds the state and remembers profiles; `actions` does the signing in. Main thread only."""

    changed = pyqtSignal()

    def __init__(self, store: CredentialStore, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.store = store
        self.kept = KeptLogins(store, self)
        self.state = SessionState.SIGNED_OUT
        self.client: Optional[Client] = None
        self.profile: Optional[Profile] = None
        self.error: Optional[BaseException] = None
        self._before: Optional[tuple[Client, Profile]] = None

    @property
    def signed_in(self) -> bool:
        return self.client is not None

    def profiles(self) -> list[Profile]:
        """Every account that was used on this computer, the latest first."""
        return [Profile(entry["server"], entry["username"]) for entry in json.loads(PROFILES.value())]

    def last_profile(self) -> Optional[Profile]:
        """The account that was in use when QGIS was closed, if the user did not sign out."""
        wanted = CURRENT_PROFILE.value()
        return next((profile for profile in self.profiles() if profile.key == wanted), None)

    def begin(self, profile: Profile) -> None:
        """Until the new account is in, the one that was in use waits: it comes back if that fails."""
        if self.client is not None and self.profile is not None:
            self._before = (self.client, self.profile)
        self.profile, self.client, self.error = profile, None, None
        self._enter(SessionState.SIGNING_IN)

    def succeed(self, client: Client, remember: bool) -> bool:
        """Takes the new client into service. False when its secret was to be kept but could not be."""
        self.profile = profile = Profile.of(client.address, client.username)
        self.client, self._before = client, None
        others = [known for known in self.profiles() if known != profile]
        self._save_profiles([profile, *others])
        CURRENT_PROFILE.set_value(profile.key)
        kept = self.kept.keep(client, profile) if remember else True
        if not remember:
            self.store.forget(profile)
        self._enter(SessionState.SIGNED_IN)
        return kept

    def fail(self, error: Optional[BaseException]) -> None:
        """Signing in did not work, or the session has ended on the server."""
        self.error = error
        if self._before is not None:
            (self.client, self.profile), self._before = self._before, None
            self._enter(SessionState.SIGNED_IN)
            return
        self.client = None
        self._enter(SessionState.SIGNED_OUT)

    def sign_out(self) -> Optional[Client]:
        """Forgets the token; the profile stays in the list. Returns the client to end on the server."""
        client = self.client
        if self.profile is not None:
            self.store.forget(self.profile)
        CURRENT_PROFILE.reset()
        self.client, self.error, self._before = None, None, None
        self._enter(SessionState.SIGNED_OUT)
        return client

    def remove_profile(self, profile: Profile) -> None:
        """Forgets an account and its secrets; signing out of it first is the caller's business."""
        self.store.forget(profile)
        if self.profile == profile and not self.signed_in:
            self.profile = None
            CURRENT_PROFILE.reset()
        self._save_profiles([other for other in self.profiles() if other != profile])
        self.changed.emit()

    def _save_profiles(self, profiles: list[Profile]) -> None:
        entries = [{"server": profile.server, "username": profile.username} for profile in profiles]
        PROFILES.set_value(json.dumps(entries))

    def _enter(self, state: SessionState) -> None:
        self.state = state
        self.changed.emit()
