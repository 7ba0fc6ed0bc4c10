# SPDX-License-Identifier: GPL-2.0-or-later
"""Secrets rest in a keyring or in the store core brings; where nothing keeps them, they are not kept."""

from __future__ import annotations

from typing import Dict, Optional, Tuple

import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from qfieldcloud_plugin.cloud import FirstAvailable, KeyringStore, Profile
from qfieldcloud_plugin.cloud.credentials import PASSWORD

ALICE = Profile.of("cloud.example.org", " alice ")


class SystemKeyring(keyring.backend.KeyringBackend):
    """A keyring of a system, in memory; `locked` as when nobody types the master password."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.secrets: Dict[Tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> Optional[str]:
        if self.locked:
            raise keyring.errors.KeyringLocked
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.secrets.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError


@pytest.fixture
def store() -> KeyringStore:
    return KeyringStore(SystemKeyring())


def test_a_profile_is_the_same_however_its_server_is_typed():
    assert Profile("https://cloud.example.org/", "alice") == ALICE


def test_what_is_kept_comes_back_and_is_forgotten(store):
    assert store.save(ALICE, "t0ken")
    assert store.save(ALICE, "pass", PASSWORD)
    assert (store.load(ALICE), store.load(ALICE, PASSWORD)) == ("t0ken", "pass")
    store.forget(ALICE)
    assert (store.load(ALICE), store.load(ALICE, PASSWORD)) == (None, None)
    store.forget(ALICE)


def test_accounts_and_servers_do_not_share_secrets(store):
    store.save(ALICE, "t0ken")
    assert store.load(Profile.of("cloud.example.org", "bob")) is None
    assert store.load(Profile.of("other.example.org", "alice")) is None


def test_a_locked_keyring_gives_nothing_and_does_not_raise(store):
    store.save(ALICE, "t0ken")
    store._backend.locked = True
    assert store.load(ALICE) is None
    assert not store.save(ALICE, "other")


@pytest.mark.parametrize(
    "backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring()], ids=["none", "null"]
)
def test_a_system_without_a_keyring_keeps_nothing_and_says_so(backend):
    store = KeyringStore(backend)
    assert not store.available
    assert not store.save(ALICE, "t0ken")
    assert store.load(ALICE) is None
    store.forget(ALICE)


def test_the_second_store_stands_in_for_a_missing_keyring(store):
    both = FirstAvailable([KeyringStore(keyring.backends.fail.Keyring()), store])
    assert both.available
    assert both.save(ALICE, "t0ken")
    assert both.load(ALICE) == store.load(ALICE) == "t0ken"
    both.forget(ALICE)
    assert both.load(ALICE) is None


def test_no_store_at_all_is_not_available():
    nothing = FirstAvailable([])
    assert not nothing.available
    assert not nothing.save(ALICE, "t0ken")


def test_a_profile_shows_no_secret():
    assert repr(ALICE) == "Profile(server='https://cloud.example.org/', username='alice')"
