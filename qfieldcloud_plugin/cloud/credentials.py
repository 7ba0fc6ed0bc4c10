# SPDX-License-Identifier: GPL-2.0-or-later
"""Where secrets rest: the system's keyring, or a store that the plugin's core brings; never in plain text."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Optional, Protocol, Sequence

import keyring.backend
import keyring.errors
from keyring.backends import SecretService, Windows, fail, kwallet, libsecret, macOS

from .transport import server_address

SERVICE = "qfieldcloud-plugin"
TOKEN, PASSWORD = "token", "password"  # pragma: allowlist secret
SINGLE_SIGN_ON = "single_sign_on"  # pragma: allowlist secret
KINDS = (TOKEN, PASSWORD, SINGLE_SIGN_ON)
# Windows' Credential Locker takes 2560 bytes of UTF-16; tokens of identity providers can be longer.
_LONGEST_ON_WINDOWS = 1280


@dataclass(frozen=True)
class Profile:
    """An account on a server. Nothing in it is secret."""

    server: str
    username: str

    @classmethod
    def of(cls, server: str, username: str) -> Profile:
        """The profile with the server's address in the one form in which addresses are compared."""
        return cls(server_address(server), username.strip())

    @property
    def key(self) -> str:
        return f"{self.username}@{self.server}"


class CredentialStore(Protocol):
    """Keeps secrets of profiles. Nothing is kept where `available` is false."""

    @property
    def available(self) -> bool:
        """Whether a secret given to this store will be there later."""

    def load(self, profile: Profile, kind: str = TOKEN) -> Optional[str]:
        """The secret, None when there is none or the person did not unlock the store."""

    def save(self, profile: Profile, secret: str, kind: str = TOKEN) -> bool:
        """Whether the secret was kept."""

    def forget(self, profile: Profile) -> None:
        """Remove every secret of the profile; none there is no error."""


class KeyringStore:
    """The system's keyring: Keychain, Credential Locker, Secret Service."""

    def __init__(self, backend: Optional[keyring.backend.KeyringBackend] = None) -> None:
        self._backend = backend

    @property
    def available(self) -> bool:
        # Backends that keep nothing, or keep it in plain text, have a priority below one.
        try:
            return self._keyring().priority >= 1
        except RuntimeError:
            return False

    def load(self, profile: Profile, kind: str = TOKEN) -> Optional[str]:
        if not self.available:
            return None
        try:
            return self._keyring().get_password(_service(kind), profile.key)
        except keyring.errors.KeyringError:
            return None

    def save(self, profile: Profile, secret: str, kind: str = TOKEN) -> bool:
        if not self.available:
            return False
        if isinstance(self._keyring(), Windows.WinVaultKeyring) and len(secret) > _LONGEST_ON_WINDOWS:
            return False
        try:
            self._keyring().set_password(_service(kind), profile.key, secret)
            # A backend may take a secret and keep nothing; what counts is what comes back.
            return self._keyring().get_password(_service(kind), profile.key) == secret
        except keyring.errors.KeyringError:
            return False

    def forget(self, profile: Profile) -> None:
        if not self.available:
            return
        for kind in KINDS:
            with suppress(keyring.errors.KeyringError):
                self._keyring().delete_password(_service(kind), profile.key)

    def _keyring(self) -> keyring.backend.KeyringBackend:
        if self._backend is None:
            self._backend = system_keyring()
        return self._backend


def system_keyring() -> keyring.backend.KeyringBackend:
    """The best of keyring's own backends that works here, else one that refuses.

    Entry points and keyringrc.cfg have no say: keyring's copy in the plugin's zip goes by another name,
    so what they name are backends of somebody else's copy.
    """
    known = (
        macOS.Keyring,
        Windows.WinVaultKeyring,
        SecretService.Keyring,
        libsecret.Keyring,
        kwallet.DBusKeyring,
    )
    working = [backend for backend in known if backend.viable]
    return max(working, key=keyring.backend.by_priority, default=fail.Keyring)()


class FirstAvailable:
    """Several stores as one: secrets go to the first that works and are looked for in all, in order."""

    def __init__(self, stores: Sequence[CredentialStore]) -> None:
        self._stores = tuple(stores)

    @property
    def available(self) -> bool:
        return any(store.available for store in self._stores)

    def load(self, profile: Profile, kind: str = TOKEN) -> Optional[str]:
        for store in self._stores:
            secret = store.load(profile, kind) if store.available else None
            if secret is not None:
                return secret
        return None

    def save(self, profile: Profile, secret: str, kind: str = TOKEN) -> bool:
        return any(store.available and store.save(profile, secret, kind) for store in self._stores)

    def forget(self, profile: Profile) -> None:
        for store in self._stores:
            if store.available:
                store.forget(profile)


def _service(kind: str) -> str:
    return f"{SERVICE}/{kind}"
