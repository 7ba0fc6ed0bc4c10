# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's proxy, certificates and time-out as plain data for the HTTP client, which knows no QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Optional
from urllib.parse import quote

from qgis.core import Qgis, QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..cloud.network import Network
from ..paths import version

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


def network_for(server: str) -> Network:
    """How QGIS would reach `server`. Main thread only: proxies and certificates are read from QGIS."""
    proxy = proxy_for(server)
    return Network(
        user_agent=f"QFieldCloudSync/{version()} QGIS/{Qgis.QGIS_VERSION_INT}",
        proxies={"http": proxy, "https": proxy} if proxy else {},
        ca_file=certificates_file(),
        read_timeout=max(QgsNetworkAccessManager.timeout() / 1000.0, 30.0),
    )


def proxy_for(server: str) -> str:
    """The proxy's URL for this server, empty when QGIS goes straight to it."""
    manager = QgsNetworkAccessManager.instance()
    for excluded in manager.excludeList() + manager.noProxyList():
        if excluded and server.startswith(excluded):
            return ""
    candidates = [manager.fallbackProxy()]
    if manager.useSystemProxy():
        candidates = manager.proxyFactory().queryProxy(QNetworkProxyQuery(QUrl(server))) or candidates
    for proxy in candidates:
        scheme = _SCHEMES.get(proxy.type())
        if scheme and proxy.hostName():
            return f"{scheme}://{_login_of(proxy)}{proxy.hostName()}:{proxy.port() or 8080}"
    return ""


def _login_of(proxy: QNetworkProxy) -> str:
    user, password = proxy.user(), proxy.password()
    config_id = QgsSettings().value("proxy/authcfg", "", type=str)
    if config_id:
        config = QgsAuthMethodConfig()
        if QgsApplication.authManager().loadAuthenticationConfig(config_id, config, True):
            user, password = config.config("username"), config.config("password")
    return f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""


def certificates_file() -> Optional[str]:
    """The authorities that QGIS trusts beyond the usual ones, with the usual ones, as one PEM file."""
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        return None
    own = [cert for cert in manager.databaseCAs() + list(manager.extraFileCAs()) if not cert.isNull()]
    if not own:
        return None
    pem = b"\n".join(bytes(cert.toPem()) for cert in manager.trustedCaCerts(True))
    path = Path(QgsApplication.qgisSettingsDirPath()) / "qfieldcloud_sync" / "certificates.pem"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != pem:
        path.write_bytes(pem)
    return str(path)
