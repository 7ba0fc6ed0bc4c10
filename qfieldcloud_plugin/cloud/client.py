# SPDX-License-Identifier: GPL-2.0-or-later
"""An account on a server: sign in, then everything the API offers, grouped by noun."""

from __future__ import annotations

from typing import FrozenSet, Optional

from ..engine.message import Message
from ..engine.sync.progress import CancelToken
from .answers import Answer
from .api.collaborators import CollaboratorsApi
from .api.deltas import DeltasApi
from .api.files import FilesApi
from .api.jobs import JobsApi
from .api.organizations import MembersApi, TeamsApi
from .api.packages import PackagesApi
from .api.projects import ProjectsApi
from .api.secrets import SecretsApi
from .api.server import ServerApi
from .api.users import UsersApi
from .errors import BrowserFailed, CloudError, Forbidden, Missing, NotSignedIn, ProviderRefused
from .network import Network
from .single_sign_on import BrowserSignIn, SingleSignOnAuth
from .transport import TokenAuth, Transport, not_the_api


class Client:
    """May be used from several threads. Holds the token in memory only."""

    def __init__(
        self,
        server: str,
        token: str = "",
        network: Optional[Network] = None,
        *,
        username: str = "",
        auth: Optional[SingleSignOnAuth] = None,
    ) -> None:
        """`auth` replaces the token where an identity provider vouches for the account."""
        self.network = network or Network()
        self.token = token
        self.username = username
        self.single_sign_on = auth
        self.transport = Transport(server, auth or TokenAuth(token), self.network)
        self.server = ServerApi(self.transport)
        self.projects = ProjectsApi(self.transport)
        self.files = FilesApi(self.transport)
        self.deltas = DeltasApi(self.transport)
        self.jobs = JobsApi(self.transport)
        self.packages = PackagesApi(self.transport)
        self.collaborators = CollaboratorsApi(self.transport)
        self.members = MembersApi(self.transport)
        self.teams = TeamsApi(self.transport)
        self.users = UsersApi(self.transport)
        self.secrets = SecretsApi(self.transport)
        self._extensions: Optional[FrozenSet[str]] = None

    @property
    def address(self) -> str:
        """The server's address as it is stored and compared: `https://host/`."""
        return self.transport.server

    @property
    def extensions(self) -> FrozenSet[str]:
        """What this server can do beyond QFieldCloud's API; asked once."""
        if self._extensions is None:
            self._extensions = self.server.info().extensions
        return self._extensions

    def sign_out(self) -> None:
        """End the session on the server; one that has ended already is no error."""
        try:
            self.transport.request("POST", "auth/logout/")
        except (NotSignedIn, Missing):
            return
        finally:
            self.transport.close()


def sign_in(server: str, username: str, password: str, network: Optional[Network] = None) -> Client:
    """A client for a name (or e-mail address) and password. Raises LoginRefused when they are wrong."""
    anonymous = Client(server, network=network)
    body = {"username": username.strip(), "password": password}
    try:
        answer = Answer(anonymous.transport.json("POST", "auth/login/", json=body))
    except Missing as error:
        raise not_the_api(anonymous.address, error.status) from error
    finally:
        anonymous.transport.close()
    return Client(server, answer.text("token"), network, username=answer.text("username"))


def sign_in_with_token(server: str, token: str, network: Optional[Network] = None) -> Client:
    """A client for a token from before. Raises NotSignedIn when it is no longer good."""
    client = Client(server, token, network)
    try:
        client.username = client.users.me().username
    except Missing as error:
        raise not_the_api(client.address, error.status) from error
    return client


def sign_in_with_provider(
    server: str,
    attempt: BrowserSignIn,
    network: Optional[Network] = None,
    cancel: Optional[CancelToken] = None,
) -> Client:
    """A client once somebody has logged in in the browser. Raises Cancelled, BrowserFailed or ProviderRefused.

    Servers that can (`sso_token`) give a token of their own, which ends later than what providers give.
    """
    tokens = attempt.finish(cancel)
    auth = SingleSignOnAuth(attempt.provider, tokens, attempt.network)
    if "id_token" not in tokens.extra or "sso_token" not in Client(server, network=network).extensions:
        return sign_in_with_auth(server, auth, network)
    vouched = Client(server, network=network, auth=auth)
    try:
        answer = Answer(vouched.transport.json("POST", "auth/sso/", json={"nonce": attempt.nonce}))
    except (NotSignedIn, Forbidden) as error:
        raise _not_let_in(auth, error) from error
    finally:
        vouched.transport.close()
    return Client(server, answer.text("token"), network, username=answer.text("username"))


def sign_in_with_auth(server: str, auth: SingleSignOnAuth, network: Optional[Network] = None) -> Client:
    """A client for an account that an identity provider vouches for. Raises ProviderRefused if the server does not."""
    client = Client(server, network=network, auth=auth)
    try:
        client.username = client.users.me().username
    except (NotSignedIn, Forbidden) as error:
        if isinstance(error, (ProviderRefused, BrowserFailed)):
            raise
        raise _not_let_in(auth, error) from error
    return client


def _not_let_in(auth: SingleSignOnAuth, error: CloudError) -> ProviderRefused:
    return ProviderRefused(
        Message(
            "You are logged in at “{name}”, but this server does not let that account in. {reason}",
            name=auth.provider.name,
            reason=error.detail or error,
        ),
        status=error.status,
        detail=error.detail,
    )
