# SPDX-License-Identifier: GPL-2.0-or-later
"""The client in an office: through a real proxy, to a server with a private authority's certificate, or nowhere."""

from __future__ import annotations

import socket
import time
from dataclasses import replace

import pytest

from qfieldcloud_plugin.cloud import Client, Network, sign_in
from qfieldcloud_plugin.cloud.errors import CertificateRejected, InsecureServer, ProxyFailed, Unreachable
from tests.network_fronts import make_authority, office_proxy, tls_front


@pytest.fixture
def office(network):
    """Nothing of the machine's own environment counts, and a refusal is final."""
    return replace(network, proxies={}, attempts=1)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return make_authority(tmp_path_factory.mktemp("authority"), "office")


@pytest.fixture(scope="module")
def person(cloud_server):
    return cloud_server.create_user("olaf")


def through(network, proxy, login=""):
    url = f"http://{login}127.0.0.1:{proxy.server_address[1]}"
    return replace(network, proxies={"http": url, "https": url})


def test_everything_goes_through_the_proxy(cloud_server, person, office):
    with office_proxy() as proxy:
        network = through(office, proxy)
        client = sign_in(cloud_server.address, person, cloud_server.password, network)
        project = client.projects.create("behind-a-proxy")
        client.files.list(project.id)
        client.sign_out()
    assert len(proxy.asked) >= 4
    assert all(target.startswith(cloud_server.address) for _method, target in proxy.asked)


def test_tls_goes_through_the_proxy_as_a_tunnel(cloud_server, person, office, authority):
    trusted, served = authority
    with tls_front(cloud_server.address, served) as address, office_proxy() as proxy:
        network = replace(through(office, proxy), ca_file=str(trusted))
        client = sign_in(address, person, cloud_server.password, network)
        assert client.users.me().username == person
        client.sign_out()
    assert {method for method, _target in proxy.asked} == {"CONNECT"}


def test_a_proxy_with_a_password_lets_in_who_has_it(cloud_server, office):
    with office_proxy("olaf:s3cret") as proxy:
        assert (
            Client(cloud_server.address, "", through(office, proxy, "olaf:s3cret@")).server.status().healthy
        )
        with pytest.raises(ProxyFailed, match="name and password"):
            Client(cloud_server.address, "", through(office, proxy)).server.status()


def test_a_tunnel_without_the_password_is_told_as_the_proxys_doing(cloud_server, office, authority):
    trusted, served = authority
    with tls_front(cloud_server.address, served) as address, office_proxy("olaf:s3cret") as proxy:
        network = replace(through(office, proxy), ca_file=str(trusted))
        with pytest.raises(ProxyFailed):
            Client(address, "", network).server.status()


def test_an_unknown_authority_is_told_and_nothing_is_sent(cloud_server, office, authority):
    _trusted, served = authority
    with tls_front(cloud_server.address, served) as address:
        with pytest.raises(CertificateRejected, match="not trusted") as caught:
            sign_in(address, "olaf", "secret", office)
        assert not caught.value.transient


def test_a_server_without_https_is_not_told_to_have_a_wrong_certificate(cloud_server, office):
    address = cloud_server.address.replace("http://", "https://")
    with pytest.raises(InsecureServer, match="http:// in front") as caught:
        sign_in(address, "olaf", "secret", office)
    assert not caught.value.transient


def test_another_private_authority_does_not_help(cloud_server, office, authority, tmp_path):
    other, _served = make_authority(tmp_path, "other")
    with tls_front(cloud_server.address, authority[1]) as address:
        network = replace(office, ca_file=str(other))
        with pytest.raises(CertificateRejected):
            Client(address, "", network).server.status()


def test_the_right_authority_is_enough(cloud_server, person, office, authority):
    trusted, served = authority
    with tls_front(cloud_server.address, served) as address:
        client = sign_in(address, person, cloud_server.password, replace(office, ca_file=str(trusted)))
        assert client.address == address
        client.sign_out()


def test_a_network_that_swallows_everything_is_given_up_before_people_do(network):
    """A listener that never accepts: its queue is full, so connecting hangs as on a dead network."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(0)
        fillers = [socket.socket() for _ in range(8)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(silent.getsockname())
        quick = replace(network, proxies={}, connect_timeout=0.3, patience=0.5, attempts=20)
        began = time.monotonic()
        with pytest.raises(Unreachable, match="does not answer"):
            Client(f"http://127.0.0.1:{silent.getsockname()[1]}/", "t", quick).projects.list()
        assert time.monotonic() - began < 0.3 * 20
        for filler in fillers:
            filler.close()


def test_the_patience_of_the_plugin_is_short_and_the_environment_has_no_say():
    network = Network(proxies={})
    assert network.connect_timeout + network.patience <= 30
    assert not network.new_session().trust_env
