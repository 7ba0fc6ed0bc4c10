# SPDX-License-Identifier: GPL-2.0-or-later
"""Going on with a login that was kept: a token, or what an identity provider gave and renews."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..cloud import SingleSignOnAuth
from ..cloud.client import Client, sign_in_with_auth, sign_in_with_token
from ..cloud.credentials import SINGLE_SIGN_ON, CredentialStore, Profile
from ..cloud.errors import CloudError
from .network import network_for


class KeptLogins(QObject):
    """Secrets of profiles in a store, in the main thread; logins are renewed in any thread."""

    _renewed = pyqtSignal(object, str)

    def __init__(self, store: CredentialStore, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._renewed.connect(self._keep_renewed)

    def keep(self, client: Client, profile: Profile) -> bool:
        """Whether the client's login was kept. What was kept in another way is forgotten."""
        # It would be found first the next time.
        self._store.forget(profile)
        auth = client.single_sign_on
        if auth is None:
            return bool(client.token) and self._store.save(profile, client.token)
        self._watch(auth, profile)
        return self._store.save(profile, auth.kept(), SINGLE_SIGN_ON)

    def connection(self, profile: Profile) -> Optional[Callable[[], Client]]:
        """What signs in, to be called in a worker; None when nothing usable was kept."""
        network = network_for(profile.server)
        token = self._store.load(profile)
        if token:
            return lambda: sign_in_with_token(profile.server, token, network)
        auth = self._single_sign_on(profile)
        if auth is None:
            return None
        return lambda: sign_in_with_auth(profile.server, auth, network)

    def _single_sign_on(self, profile: Profile) -> Optional[SingleSignOnAuth]:
        kept = self._store.load(profile, SINGLE_SIGN_ON)
        if not kept:
            return None
        try:
            auth = SingleSignOnAuth.from_kept(kept)
        except CloudError:
            return None
        auth.network = network_for(auth.provider.refresh_url)
        # From the first use: renewing may use the kept secret up, also when the server then cannot be reached.
        self._watch(auth, profile)
        return auth

    def _watch(self, auth: SingleSignOnAuth, profile: Profile) -> None:
        auth.renewed_tokens = lambda kept: self._renewed.emit(profile, kept)

    def _keep_renewed(self, profile: Profile, kept: str) -> None:
        # Somebody may have logged out meanwhile: what was forgotten stays forgotten.
        if self._store.load(profile, SINGLE_SIGN_ON) is not None:
            self._store.save(profile, kept, SINGLE_SIGN_ON)
