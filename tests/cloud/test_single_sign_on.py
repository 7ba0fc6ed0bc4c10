# SPDX-License-Identifier: GPL-2.0-or-later
"""Logging in where an identity provider vouches: what is sent where, what is refused, and what is renewed when."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import threading
import time
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from qfieldcloud_plugin.cloud import BrowserSignIn, Client, IdentityProvider, SingleSignOnAuth
from qfieldcloud_plugin.cloud.api.server import Provider
from qfieldcloud_plugin.cloud.client import sign_in_with_auth, sign_in_with_provider, sign_in_with_token
from qfieldcloud_plugin.cloud.errors import BrowserFailed, NotSignedIn, ProviderRefused, UnexpectedAnswer
from qfieldcloud_plugin.cloud.loopback import RedirectListener
from qfieldcloud_plugin.cloud.single_sign_on import Tokens, renewed
from qfieldcloud_plugin.engine.sync.errors import Cancelled
from qfieldcloud_plugin.engine.sync.progress import CancelToken
from tests.identity_provider import browse_aside

from .conftest import Reply

SETTINGS = {
    "client_id": "maps",
    "request_url": "https://login.example/auth",
    "token_url": "https://login.example/token",
    "redirect_port": 0,
    "extra_tokens": {"id_token": "X-QFC-ID-Token"},
}


def told(**settings):
    return Provider("acme", "Acme", "oauth2", {**SETTINGS, **settings})


def jwt(**claims):
    parts = (json.dumps(part).encode() for part in ({"alg": "none"}, claims))
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + ".signature"


@pytest.fixture
def attempt(scripted, network):
    """A try at a provider whose every answer the test decides."""
    identity = IdentityProvider.of(told(token_url=scripted.address + "token"))
    made = BrowserSignIn(identity, network)
    yield made
    made.close()


def asked(attempt):
    return {name: values[0] for name, values in parse_qs(urlsplit(attempt.url).query).items()}


def come_back(attempt, **answer):
    """The browser's last step, as the provider would redirect it."""
    query = asked(attempt)
    requests.get(query["redirect_uri"], params={"state": query["state"], **answer}, timeout=5)


def test_the_code_is_exchanged_with_the_verifier_of_its_challenge(attempt, scripted):
    query = asked(attempt)
    tokens = {
        "access_token": "a",
        "id_token": jwt(nonce=query["nonce"]),
        "refresh_token": "r",
        "expires_in": 60,
    }
    scripted.answer = lambda _: Reply(200, json.dumps(tokens).encode())
    come_back(attempt, code="c0de")
    got = attempt.finish()
    form = {name: values[0] for name, values in parse_qs(scripted.asked[0].body.decode()).items()}
    challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest())
    assert (query["code_challenge"], query["code_challenge_method"]) == (
        challenge.rstrip(b"=").decode(),
        "S256",
    )
    assert (form["code"], form["redirect_uri"]) == ("c0de", query["redirect_uri"])
    assert form["code_verifier"] not in attempt.url
    assert (got.access, got.refresh, got.extra) == ("a", "r", {"id_token": tokens["id_token"]})


def test_an_id_token_of_another_login_is_refused(attempt, scripted):
    tokens = {"access_token": "a", "id_token": jwt(nonce="of somebody else")}
    scripted.answer = lambda _: Reply(200, json.dumps(tokens).encode())
    come_back(attempt, code="c0de")
    with pytest.raises(BrowserFailed) as caught:
        attempt.finish()
    assert caught.value.code == "wrong_nonce"


def test_what_comes_with_another_state_is_not_our_answer(attempt, scripted):
    query = asked(attempt)
    strange = requests.get(query["redirect_uri"], params={"state": "x", "code": "stolen"}, timeout=5)
    assert strange.status_code == 404
    with pytest.raises(BrowserFailed) as caught:
        attempt.finish(seconds=0.2)
    assert caught.value.code == "browser_timeout"
    assert scripted.asked == []


def test_declining_at_the_provider_is_told_as_such(attempt, scripted):
    come_back(attempt, error="access_denied")
    with pytest.raises(ProviderRefused, match="declined"):
        attempt.finish()
    assert scripted.asked == []


def test_a_secret_goes_into_the_header_where_the_form_is_not_read(scripted, network):
    def answer(request):
        if "Authorization" not in request.headers:
            return Reply(401, b'{"error":"invalid_client"}')
        return Reply(200, b'{"access_token":"a"}')

    scripted.answer = answer
    identity = IdentityProvider.of(told(token_url=scripted.address, client_secret="published"))
    assert renewed(identity, Tokens("", "r"), network).access == "a"
    assert b"client_secret=published" in scripted.asked[0].body


def test_a_code_the_provider_does_not_know_is_told_with_its_words(attempt, scripted):
    scripted.answer = lambda _: Reply(400, b'{"error":"invalid_client","error_description":"Unknown client"}')
    come_back(attempt, code="c0de")
    with pytest.raises(ProviderRefused, match="Unknown client"):
        attempt.finish()


def test_waiting_can_be_stopped_and_the_port_is_free_afterwards(attempt):
    cancel = CancelToken()
    threading.Timer(0.2, cancel.cancel).start()
    with pytest.raises(Cancelled):
        attempt.finish(cancel)
    with pytest.raises(requests.ConnectionError):
        come_back(attempt, code="late")


def test_a_port_in_use_is_told():
    first = RedirectListener("localhost", 0, "")
    port = urlsplit(first.redirect_uri).port
    with pytest.raises(BrowserFailed, match=str(port)):
        RedirectListener("localhost", port, "")
    first.close()


def test_a_port_that_another_program_has_for_ipv6_alone_is_in_use():
    with socket.socket(socket.AF_INET6) as other:
        try:
            other.bind(("::1", 0))
        except OSError:
            pytest.skip("this computer has no IPv6")
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(BrowserFailed, match=str(port)):
            RedirectListener("localhost", port, "")
    RedirectListener("localhost", port, "").close()


def test_nobody_is_asked_for_the_name_of_this_computer(monkeypatch):
    monkeypatch.setattr(socket, "getfqdn", lambda _name: pytest.fail("the name service was asked"))
    RedirectListener("localhost", 0, "").close()


def test_the_answer_may_only_come_to_this_computer():
    with pytest.raises(BrowserFailed, match="evil"):
        RedirectListener("evil.example", 0, "")


@pytest.mark.parametrize("lacking", ["client_id", "request_url", "token_url"])
def test_a_provider_without_its_addresses_is_not_guessed(lacking):
    with pytest.raises(UnexpectedAnswer, match="Acme"):
        IdentityProvider.of(told(**{lacking: ""}))


def test_codes_never_travel_unencrypted():
    with pytest.raises(UnexpectedAnswer, match="https"):
        IdentityProvider.of(told(token_url="http://login.example/token"))


# -- afterwards --------------------------------------------------------------------------------------


@pytest.fixture
def provider(scripted):
    return IdentityProvider.of(told(token_url=scripted.address + "token"))


def answering(scripted, fresh):
    """Plays the provider at /token and a server that knows everybody elsewhere."""

    def answer(request):
        if request.path == "/token":
            return Reply(200, json.dumps(fresh).encode())
        return Reply(200, b'{"username": "anna", "type": "1"}')

    scripted.answer = answer


def test_requests_carry_what_the_server_recognises_the_account_by(scripted, provider, network):
    answering(scripted, {})
    tokens = Tokens("acc", extra={"id_token": "idt"})
    client = sign_in_with_auth(scripted.address, SingleSignOnAuth(provider, tokens, network), network)
    headers = scripted.asked[0].headers
    assert client.username == "anna"
    assert headers["Authorization"] == "Bearer acc"
    assert (headers["X-QFC-ID-Token"], headers["X-QFC-IDP-ID"]) == ("idt", "acme")


def test_tokens_are_renewed_before_they_end_and_what_is_to_be_kept_is_told(scripted, provider, network):
    answering(scripted, {"access_token": "new", "refresh_token": "r2", "expires_in": 3600})
    kept = []
    old = Tokens("old", "r1", {"id_token": "idt"}, time.time() + 5)
    auth = SingleSignOnAuth(provider, old, network, kept.append)
    client = sign_in_with_auth(scripted.address, auth, network)
    client.users.me()
    assert [asked.path for asked in scripted.asked].count("/token") == 1
    assert scripted.asked[-1].headers["Authorization"] == "Bearer new"
    assert scripted.asked[-1].headers["X-QFC-ID-Token"] == "idt"
    again = SingleSignOnAuth.from_kept(kept[-1], network)
    assert again.provider == provider
    assert "r2" in kept[-1]
    assert "new" not in kept[-1]


def test_many_threads_renew_once(scripted, provider, network):
    answering(scripted, {"access_token": "new", "expires_in": 3600})
    auth = SingleSignOnAuth(provider, Tokens("old", "r1", {}, 1.0), network)
    client = Client(scripted.address, network=network, auth=auth)
    threads = [threading.Thread(target=client.users.me) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [asked.path for asked in scripted.asked].count("/token") == 1


def test_a_login_that_cannot_be_renewed_asks_for_a_new_one(scripted, provider, network):
    scripted.answer = lambda _: Reply(400, b'{"error":"invalid_grant"}')
    auth = SingleSignOnAuth(provider, Tokens("", "gone"), network)
    with pytest.raises(NotSignedIn, match="log in again"):
        sign_in_with_auth(scripted.address, auth, network)


def test_a_damaged_kept_login_asks_for_a_new_one():
    with pytest.raises(ProviderRefused):
        SingleSignOnAuth.from_kept("{}")


def test_a_session_the_server_opens_is_shared_and_answered_for(scripted, provider, network):
    """As QFieldCloud does: cookies from the first answer, and its token with what changes something."""

    def answer(request):
        headers = {"Content-Type": "application/json"}
        if "Cookie" not in request.headers:
            headers["Set-Cookie"] = "csrftoken=tok3n; Path=/"
        return Reply(200, b'{"username": "anna", "id": "p", "name": "n", "owner": "anna"}', headers)

    scripted.answer = answer
    auth = SingleSignOnAuth(provider, Tokens("acc"), network)
    client = sign_in_with_auth(scripted.address, auth, network)
    worker = threading.Thread(target=lambda: client.projects.create("trees"))
    worker.start()
    worker.join()
    headers = scripted.asked[-1].headers
    assert headers["X-CSRFToken"] == "tok3n"
    assert scripted.address.startswith(headers["Referer"])


# -- a real provider and our server ------------------------------------------------------------------


def log_in(server, name, network):
    """The whole way, with a browser that says it is `name`."""
    info = Client(server.address, network=network).server.info()
    (offered,) = (provider for provider in info.providers if provider.type == "oauth2")
    # Another test, or another program, may have the usual port just now; the provider takes any.
    identity = replace(IdentityProvider.of(offered), redirect_port=0)
    attempt = BrowserSignIn(identity, network)
    browser = browse_aside(attempt.url, name)
    client = sign_in_with_provider(server.address, attempt, network)
    browser.join(10)
    return client, attempt


def test_a_person_of_the_provider_gets_in_and_goes_on_with_the_servers_token(
    sso_server, identity_provider, network
):
    name = identity_provider.add_person("olga")
    client, _attempt = log_in(sso_server, name, network)
    assert client.username == "olga"
    project = client.projects.create("bridges")
    again = sign_in_with_token(sso_server.address, client.token, network)
    assert [found.id for found in again.projects.list()] == [project.id]


def test_somebody_the_server_does_not_want_is_told_why(sso_server, identity_provider, network):
    with pytest.raises(ProviderRefused, match="does not let that account in"):
        log_in(sso_server, "stranger@elsewhere.example", network)


def test_the_way_of_qfield_works_too_and_ends_when_the_provider_says_so(
    sso_server, identity_provider, network
):
    """Headers of the provider with every request: all that servers without `sso_token` understand."""
    name = identity_provider.add_person("pia")
    info = Client(sso_server.address, network=network).server.info()
    identity = replace(IdentityProvider.of(info.providers[-1]), redirect_port=0)
    attempt = BrowserSignIn(identity, network)
    browser = browse_aside(attempt.url, name)
    auth = SingleSignOnAuth(identity, attempt.finish(), network)
    browser.join(10)
    client = sign_in_with_auth(sso_server.address, auth, network)
    assert client.projects.create("trees").owner == "pia"
    later = SingleSignOnAuth.from_kept(auth.kept(), network)
    assert sign_in_with_auth(sso_server.address, later, network).username == "pia"
    identity_provider.end_logins_of(name)
    ended = SingleSignOnAuth.from_kept(auth.kept(), network)
    with pytest.raises(ProviderRefused):
        sign_in_with_auth(sso_server.address, ended, network)
