# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps secrets in QGIS's encrypted authentication database, where the system has no keyring."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication

from ..cloud.credentials import KINDS, TOKEN, CredentialStore, FirstAvailable, KeyringStore, Profile


class AuthDatabaseStore:
    """A `CredentialStore` on `QgsAuthManager`. Main thread only: QGIS may ask for its master password."""

    @property
    def available(self) -> bool:
        return not QgsApplication.authManager().isDisabled()

    @property
    def locked(self) -> bool:
        """Whether reading would make QGIS ask for its master password."""
        return not QgsApplication.authManager().masterPasswordIsSet()

    def load(self, profile: Profile, kind: str = TOKEN) -> Optional[str]:
        manager = QgsApplication.authManager()
        if not self.available or not manager.existsAuthSetting(_name(profile, kind)):
            return None
        return manager.authSetting(_name(profile, kind), None, True) or None

    def save(self, profile: Profile, secret: str, kind: str = TOKEN) -> bool:
        if not self.available or not QgsApplication.authManager().setMasterPassword(True):
            return False
        return bool(QgsApplication.authManager().storeAuthSetting(_name(profile, kind), secret, True))

    def forget(self, profile: Profile) -> None:
        manager = QgsApplication.authManager()
        for kind in KINDS:
            if self.available and manager.existsAuthSetting(_name(profile, kind)):
                manager.removeAuthSetting(_name(profile, kind))


def _name(profile: Profile, kind: str) -> str:
    return f"qfieldcloud_sync/{kind}/{profile.key}"


def credential_store() -> CredentialStore:
    """The system's keyring where there is one, else QGIS's own database."""
    return FirstAvailable((KeyringStore(), AuthDatabaseStore()))


def can_load_quietly() -> bool:
    """Whether secrets can be read without QGIS asking the user anything."""
    return KeyringStore().available or not AuthDatabaseStore().locked
