# SPDX-License-Identifier: GPL-2.0-or-later
"""One exchange: what is repeated, what is said of every failure, where the token goes and where it never goes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from qfieldcloud_plugin.cloud import Client, server_address, sign_in, sign_in_with_token
from qfieldcloud_plugin.cloud.errors import (
    CloudError,
    Forbidden,
    LoginRefused,
    NotSignedIn,
    OverQuota,
    ProxyFailed,
    Rejected,
    ServerBusy,
    ServerFailed,
    TooLarge,
    TooManyAttempts,
    UnexpectedAnswer,
    Unreachable,
    error_of,
)
from qfieldcloud_plugin.engine.sync.errors import NotPermitted, RemoteUnavailable

from .conftest import Reply

STATUS = json.dumps({"database": "ok", "storage": "ok"}).encode()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("cloud.example.org", "https://cloud.example.org/"),
        (" https://Cloud.Example.org/ ", "https://cloud.example.org/"),
        ("http://host:8000/api/v1/", "http://host:8000/"),
        ("https://host/prefix/api/v1", "https://host/prefix/"),
        ("https://host/prefix", "https://host/prefix/"),
    ],
)
def test_addresses_are_understood_however_they_are_typed(typed, address):
    assert server_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "ftp://host", "https://", "https://user:secret@host/", "the city's server"]
)
def test_what_is_no_address_is_said_so(typed):
    with pytest.raises(Rejected) as caught:
        server_address(typed)
    assert caught.value.code == "invalid_address"


@pytest.mark.parametrize(
    ("status", "code", "kind", "transient"),
    [
        (401, "token_authentication_failed", NotSignedIn, False),
        (401, "authentication_failed", LoginRefused, False),
        (401, "too_many_failed_login_attempts", TooManyAttempts, True),
        (402, "over_quota", OverQuota, False),
        (403, "permission_denied", Forbidden, False),
        (400, "no_qgis_project", Rejected, False),
        (413, "", TooLarge, False),
        (429, "api_error", ServerBusy, True),
        (500, "unknown_error", ServerFailed, True),
        (503, "", ServerBusy, True),
    ],
)
def test_every_refusal_has_a_kind_a_code_and_words(status, code, kind, transient):
    error = error_of(status, {"code": code, "message": "said"} if code else None)
    assert type(error) is kind
    assert (error.status, error.transient) == (status, transient)
    assert error.code == (code or kind.code)
    assert error.message.endswith(".")
    assert "{" not in error.message


def test_errors_of_the_client_are_errors_of_the_engine():
    assert isinstance(error_of(403, None), NotPermitted)
    assert isinstance(error_of(503, None), RemoteUnavailable)


def test_a_busy_server_is_asked_again(scripted, client):
    answers = [Reply(503), Reply(502), Reply(200, STATUS)]
    scripted.answer = lambda _: answers.pop(0)
    assert client.server.status().healthy
    assert len(scripted.asked) == 3


def test_a_server_that_stays_busy_is_given_up(scripted, client, network):
    scripted.answer = lambda _: Reply(503)
    with pytest.raises(ServerBusy):
        client.server.status()
    assert len(scripted.asked) == network.attempts


def test_what_makes_something_is_never_sent_twice_by_itself(scripted, client):
    scripted.answer = lambda _: Reply(503)
    with pytest.raises(ServerBusy):
        client.projects.create("trees")
    assert scripted.requests == [("POST", "/api/v1/projects/")]


def test_a_refusal_is_final(scripted, client):
    scripted.answer = lambda _: Reply(403, b'{"code":"permission_denied","message":"Permission denied"}')
    with pytest.raises(Forbidden):
        client.projects.get("x")
    assert len(scripted.asked) == 1


def test_the_token_goes_with_every_request_and_a_netrc_cannot_replace_it(
    scripted, client, tmp_path, monkeypatch
):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password else\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    scripted.answer = lambda _: Reply(200, STATUS)
    client.server.status()
    assert scripted.asked[0].headers["Authorization"] == "Token t0ken"
    assert scripted.asked[0].headers["User-Agent"] == "tests"


def test_the_token_does_not_follow_a_redirect_to_another_host(scripted, client):
    def answer(asked):
        if "elsewhere" in asked.path:
            return Reply(200, STATUS)
        elsewhere = scripted.address.replace("127.0.0.1", "localhost") + "elsewhere/"
        return Reply(302, headers={"Location": elsewhere})

    scripted.answer = answer
    client.server.status()
    assert "Authorization" not in scripted.asked[1].headers


def test_a_redirected_post_names_the_right_address(scripted, network):
    scripted.answer = lambda _: Reply(
        301, headers={"Location": "https://cloud.example.org/api/v1/auth/login/"}
    )
    # That of the server: with the API's own path behind it nobody could log in.
    with pytest.raises(Rejected, match=r"“https://cloud\.example\.org/”") as caught:
        sign_in(scripted.address, "alice", "secret", network)
    assert caught.value.code == "redirected"


def test_the_address_of_a_projects_page_is_not_that_of_a_server(scripted, network):
    scripted.answer = lambda _: Reply(404, b"<html>No such page", {"Content-Type": "text/html"})
    page = scripted.address + "a/anna/city_trees/"
    for ask in (
        lambda: Client(page, network=network).server.info(),
        lambda: sign_in(page, "alice", "secret", network),
        lambda: sign_in_with_token(page, "t0ken", network),
    ):
        with pytest.raises(UnexpectedAnswer, match="check the server's address"):
            ask()


def test_a_sign_in_page_of_a_hotel_is_not_a_server(scripted, client):
    scripted.answer = lambda _: Reply(200, b"<html>Welcome", {"Content-Type": "text/html"})
    with pytest.raises(UnexpectedAnswer, match="login page"):
        client.server.status()
    assert not client.server.is_qfieldcloud()


def test_an_answer_without_what_is_needed_is_told(scripted, client):
    scripted.answer = lambda _: Reply(200, b'[{"name": "trees"}]')
    with pytest.raises(UnexpectedAnswer, match="“id”"):
        client.projects.list()


def test_nobody_there_is_unreachable(network):
    with pytest.raises(Unreachable, match="No connection"):
        Client("http://127.0.0.1:9/", "t", replace(network, attempts=1)).server.status()


def test_requests_go_through_the_proxy_they_are_told(scripted, network):
    """The scripted server stands in for a proxy: what it gets is the whole address."""
    scripted.answer = lambda _: Reply(200, STATUS)
    through = replace(network, proxies={"http": scripted.address})
    Client("http://cloud.example.org/", "t", through).server.status()
    assert scripted.requests == [("GET", "http://cloud.example.org/api/v1/status/")]


def test_a_proxy_that_is_not_there_is_told_as_such(network):
    through = replace(network, proxies={"http": "http://127.0.0.1:9/"}, attempts=1)
    with pytest.raises(ProxyFailed, match="proxy"):
        Client("http://cloud.example.org/", "t", through).server.status()


def test_a_proxy_that_asks_for_a_password_is_told_as_such(scripted, network):
    scripted.answer = lambda _: Reply(407)
    through = replace(network, proxies={"http": scripted.address}, attempts=1)
    with pytest.raises(ProxyFailed, match="name and password"):
        Client("http://cloud.example.org/", "t", through).server.status()


def test_long_lists_come_in_pages(scripted, client):
    project = {"id": "p", "name": "n", "owner": "o"}

    def answer(asked):
        more = "offset=0" in asked.path
        headers = {"X-Next-Page": "http://host/?limit=250&offset=250"} if more else {}
        return Reply(200, json.dumps([project]).encode(), headers)

    scripted.answer = answer
    assert len(client.projects.list()) == 2


def test_signing_in_again_after_the_session_ended_is_what_the_error_says(scripted, client):
    scripted.answer = lambda _: Reply(401, b'{"code":"token_authentication_failed","message":"x"}')
    with pytest.raises(NotSignedIn, match="log in again") as caught:
        client.users.me()
    assert isinstance(caught.value, CloudError)
    client.sign_out()


def test_extensions_are_what_the_server_announces(scripted, client):
    info = {"whitelabel": {}, "auth_providers": [], "signup_url": None, "extensions": {"changes": 1, "x": 0}}
    scripted.answer = lambda _: Reply(200, json.dumps(info).encode())
    assert client.extensions == {"changes"}


def test_an_older_server_without_information_has_no_extensions(scripted, client):
    def answer(asked):
        if "providers" in asked.path:
            return Reply(200, b'[{"type":"credentials","id":"credentials","name":"Password"}]')
        return Reply(404, b"<h1>Not Found</h1>", {"Content-Type": "text/html"})

    scripted.answer = answer
    assert client.extensions == frozenset()
    assert client.server.info().providers[0].id == "credentials"
