# SPDX-License-Identifier: GPL-2.0-or-later
"""Talks to a QFieldCloud server over HTTP: client, credentials, transfers; no QGIS, no Qt."""

from .client import Client, sign_in, sign_in_with_auth, sign_in_with_provider, sign_in_with_token
from .credentials import CredentialStore, FirstAvailable, KeyringStore, Profile
from .errors import CloudError
from .network import Network
from .remote import CloudRemote
from .single_sign_on import BrowserSignIn, IdentityProvider, SingleSignOnAuth
from .transport import server_address
from .workspace import Workspace

__all__ = [
    "BrowserSignIn",
    "Client",
    "CloudError",
    "CloudRemote",
    "CredentialStore",
    "FirstAvailable",
    "IdentityProvider",
    "KeyringStore",
    "Network",
    "Profile",
    "SingleSignOnAuth",
    "Workspace",
    "server_address",
    "sign_in",
    "sign_in_with_auth",
    "sign_in_with_provider",
    "sign_in_with_token",
]
