# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms that talk to a server: which one, as whom, without a secret among the parameters."""

from __future__ import annotations

import json
import os
from typing import Any, Callable, Optional

from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterString,
)

from ..cloud.client import Client, sign_in, sign_in_with_token
from ..cloud.credentials import Profile
from ..core.credentials import credential_store
from ..core.kept_login import KeptLogins
from ..core.network import network_for
from ..i18n import tr
from ..settings import CURRENT_PROFILE, PROFILES
from .algorithm import Algorithm

SERVER, AUTHCFG = "SERVER", "AUTHCFG"
URL_VARIABLE, TOKEN_VARIABLE = "QFIELDCLOUD_URL", "QFIELDCLOUD_TOKEN"


class CloudAlgorithm(Algorithm):
    """Signs in with, in this order: an authentication configuration, the environment, the plugin's own account.

    The environment's names are those of QFieldCloud's SDK, so that scripts can use both.
    """

    icon_name = "plugin"

    def __init__(self) -> None:
        super().__init__()
        self._connect: Optional[Callable[[], Client]] = None
        self._problem = QgsProcessingException(tr("The algorithm was not prepared."))

    def groupId(self) -> str:
        return "server"

    def add_account_parameters(self) -> None:
        """To be called last in `initAlgorithm`."""
        server = QgsProcessingParameterString(
            SERVER, tr("Server (empty: the account that is logged in)"), "", optional=True
        )
        authcfg = QgsProcessingParameterAuthConfig(
            AUTHCFG, tr("Username and password (basic authentication)"), optional=True
        )
        for parameter in (server, authcfg):
            parameter.setFlags(parameter.flags() | type(parameter).Flag.FlagAdvanced)
            self.addParameter(parameter)

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> bool:
        # In the main thread: secrets, proxies and certificates are read from QGIS here.
        server = self.parameterAsString(parameters, SERVER, context)
        authcfg = self.parameterAsString(parameters, AUTHCFG, context)
        try:
            self._connect = _connection(server, authcfg)
        except QgsProcessingException as problem:
            # Raised from here, QGIS would not show its text.
            self._problem = problem
        return True

    def client(self) -> Client:
        """Signs in; in the worker's thread."""
        if self._connect is None:
            raise self._problem
        return self._connect()


def _connection(server: str, authcfg: str) -> Callable[[], Client]:
    address = server or os.environ.get(URL_VARIABLE, "")
    if authcfg:
        return _with_password(address, authcfg)
    token = os.environ.get(TOKEN_VARIABLE, "")
    if address and token:
        network = network_for(address)
        return lambda: sign_in_with_token(address, token, network)
    profile = _profile(address)
    kept = KeptLogins(credential_store()).connection(profile) if profile is not None else None
    if kept is None:
        raise QgsProcessingException(
            tr(
                "There is no account to use. Log in with the plugin, choose an authentication configuration, "
                "or set {url} and {token}."
            ).format(url=URL_VARIABLE, token=TOKEN_VARIABLE)
        )
    return kept


def _with_password(address: str, authcfg: str) -> Callable[[], Client]:
    config = QgsAuthMethodConfig()
    if not address or not QgsApplication.authManager().loadAuthenticationConfig(authcfg, config, True):
        raise QgsProcessingException(tr("A server and a readable authentication configuration are needed."))
    username, password = config.config("username"), config.config("password")
    network = network_for(address)
    return lambda: sign_in(address, username, password, network)


def _profile(address: str) -> Optional[Profile]:
    """The plugin's account on this server; without an address the one that is in use."""
    profiles = [Profile(entry["server"], entry["username"]) for entry in json.loads(PROFILES.value())]
    if address:
        wanted = Profile.of(address, "").server
        return next((profile for profile in profiles if profile.server == wanted), None)
    current = CURRENT_PROFILE.value()
    return next((profile for profile in profiles if profile.key == current), None)
