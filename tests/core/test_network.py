# SPDX-License-Identifier: GPL-2.0-or-later
"""What people set in QGIS's options about proxies and certificates is what the client does."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtNetwork import QSslCertificate

from qfieldcloud_plugin.cloud import Client
from qfieldcloud_plugin.cloud.errors import CertificateRejected, ProxyFailed
from qfieldcloud_plugin.core.network import network_for, proxy_for
from tests.network_fronts import make_authority, office_proxy, tls_front

pytestmark = pytest.mark.qgis


@pytest.fixture
def qgis_proxy(qgis_app):
    """Sets QGIS's proxy as its options dialog does, and takes it back."""
    settings = QgsSettings()

    def choose(port, user="", password="", excluded=()):
        settings.setValue("proxy/proxyEnabled", True)
        settings.setValue("proxy/proxyType", "HttpProxy")
        settings.setValue("proxy/proxyHost", "127.0.0.1")
        settings.setValue("proxy/proxyPort", str(port))
        settings.setValue("proxy/proxyUser", user)
        settings.setValue("proxy/proxyPassword", password)
        settings.setValue("proxy/noProxyUrls", list(excluded))
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    yield choose
    settings.remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture
def trust(qgis_app):
    """Puts an authority into QGIS's database of certificates, and takes it out again."""
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("master password of the tests", True)
    trusted = []

    def add(pem):
        (certificate,) = QSslCertificate.fromPath(str(pem))
        assert manager.storeCertAuthority(certificate)
        trusted.append(certificate)
        refresh(manager)

    yield add
    for certificate in trusted:
        manager.removeCertAuthority(certificate)
    refresh(manager)


def refresh(manager):
    """As QGIS's certificate manager does after each change."""
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


def test_the_proxy_of_qgis_is_gone_through(cloud_server, qgis_proxy):
    with office_proxy("olaf:s3 cret/@") as proxy:
        qgis_proxy(proxy.server_address[1], "olaf", "s3 cret/@")
        assert Client(cloud_server.address, "", network_for(cloud_server.address)).server.status().healthy
    assert [target for _method, target in proxy.asked] == [f"{cloud_server.address}api/v1/status/"]


def test_a_proxy_that_is_not_there_is_told_with_where_to_look(cloud_server, qgis_proxy):
    qgis_proxy(9)
    with pytest.raises(ProxyFailed, match="QGIS's network settings"):
        Client(cloud_server.address, "", network_for(cloud_server.address)).server.status()


def test_servers_that_qgis_leaves_out_are_reached_directly(cloud_server, qgis_proxy):
    qgis_proxy(9, excluded=[cloud_server.address])
    assert proxy_for(cloud_server.address) == ""
    assert Client(cloud_server.address, "", network_for(cloud_server.address)).server.status().healthy


def test_an_authority_that_qgis_trusts_is_trusted(cloud_server, trust, tmp_path):
    authority, served = make_authority(tmp_path, "office")
    with tls_front(cloud_server.address, served) as address:
        with pytest.raises(CertificateRejected, match="Authentication"):
            Client(address, "", network_for(address)).server.status()
        trust(authority)
        assert Client(address, "", network_for(address)).server.status().healthy


def test_an_authority_that_is_no_longer_trusted_is_no_longer_trusted(cloud_server, trust, tmp_path):
    """Rejecting is the default again as soon as the authority leaves QGIS's database."""
    authority, served = make_authority(tmp_path, "passing")
    trust(authority)
    (certificate,) = QSslCertificate.fromPath(str(authority))
    manager = QgsApplication.authManager()
    manager.removeCertAuthority(certificate)
    refresh(manager)
    with tls_front(cloud_server.address, served) as address, pytest.raises(CertificateRejected):
        Client(address, "", network_for(address)).server.status()
