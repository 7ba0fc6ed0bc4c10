# SPDX-License-Identifier: GPL-2.0-or-later
"""How to reach the network, as plain data: the plugin's core reads it from QGIS's settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Mapping, Optional

import requests


@dataclass(frozen=True)
class Network:
    """`proxies` is requests' mapping (scheme to URL); None means: what the environment says."""

    user_agent: str = "qfieldcloud-plugin"
    proxies: Optional[Mapping[str, str]] = None
    ca_file: Optional[str] = None
    """A PEM file of the authorities to trust instead of the usual ones."""
    verify: bool = True
    """False trusts any certificate; only ever by the user's own choice for one server."""
    connect_timeout: float = 10.0
    read_timeout: float = 90.0
    attempts: int = 4
    """How often a request that may be repeated is sent when the failure is transient."""
    patience: float = 15.0
    """Seconds after which a failing request is not sent again: somebody waits for the answer."""
    backoff: float = 0.5
    """Seconds before the second attempt; doubled for each further one."""
    transfers: int = 4
    """How many files travel at the same time."""
    session_factory: Callable[[], requests.Session] = field(default=requests.Session)

    def new_session(self) -> requests.Session:
        """A session for one thread; `requests` does not promise that threads may share one."""
        session = self.session_factory()
        session.headers["User-Agent"] = self.user_agent
        session.verify = (self.ca_file or True) if self.verify else False
        if self.proxies is not None:
            session.trust_env = False
            session.proxies = dict(self.proxies)
        return session
