# SPDX-License-Identifier: GPL-2.0-or-later
"""A browser signs in at a provider and comes back; so does everything with a provider that others wrote."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.sso.models import Identity

from .conftest import connected, headers_of

USER = "/api/v1/auth/user/"
BACKEND = "qfieldcloud_server.accounts.backend.PersonBackend"


def begin(client, target=""):
    page = client.get("/accounts/login/", {"next": target} if target else {}).content.decode()
    link = re.search(r'href="(/accounts/sso/work/[^"]*)"', page)
    assert "Sign in with Work" in page
    answer = client.get(link[1].replace("&amp;", "&"))
    assert answer.status_code == 302
    return answer["Location"]


def come_back(client, address, granted, **changed):
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    path = urlsplit(asked["redirect_uri"]).path
    answer = {"code": granted, "state": asked["state"]} | changed
    return client.get(path, {name: value for name, value in answer.items() if value is not None})


def test_a_browser_signs_in_with_state_nonce_and_pkce(tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    client = Client()
    address = begin(client, "/account/")
    asked = parse_qs(urlsplit(address).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["client_id"] == ["maps"]
    done = come_back(client, address, tiny.grant(address))
    assert (done.status_code, done["Location"]) == (302, "/account/")
    assert "alice" in client.get("/account/").content.decode()


def test_a_browser_is_never_sent_to_another_site(tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    client = Client()
    address = begin(client, "https://evil.example/")
    assert come_back(client, address, tiny.grant(address))["Location"] == "/projects/"


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "guessed"},
        {"state": None},
        {"code": "made-up"},
        {"code": None},
        {"error": "access_denied", "code": None},
        {"iss": "https://elsewhere.example"},
    ],
    ids=str,
)
def test_an_answer_that_was_not_asked_for_signs_nobody_in(tiny, offer, person, wrong):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    client = Client()
    address = begin(client)
    answer = come_back(client, address, tiny.grant(address), **wrong)
    assert answer.status_code == 403
    assert "Not signed in" in answer.content.decode()
    # A code is good for one try, and so is what the session kept.
    assert come_back(client, address, tiny.grant(address)).status_code == 302
    assert client.get("/account/").status_code == 302


def test_a_token_for_another_nonce_signs_nobody_in(tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    client = Client()
    address = begin(client)
    code = tiny.grant(address)
    tiny.codes[code]["id_token"] = tiny.id_token(nonce="of another sign-in")
    assert come_back(client, address, code).status_code == 403


def test_an_account_is_connected_by_its_owner_and_a_form_of_the_page_only(tiny, offer, person):
    offer(tiny.issuer)
    alice = person("alice")
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice, backend=BACKEND)
    page = client.get("/account/")
    assert f"form-action 'self' {tiny.issuer};" in page["Content-Security-Policy"]
    assert client.get("/accounts/sso/work/connect/").status_code == 405
    assert client.post("/accounts/sso/work/connect/").status_code == 403
    csrf = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())[1]
    address = client.post("/accounts/sso/work/connect/", {"csrfmiddlewaretoken": csrf})["Location"]
    assert come_back(client, address, tiny.grant(address))["Location"] == "/account/"
    assert Identity.objects.get().user == alice
    client.post("/account/identities/", {"csrfmiddlewaretoken": csrf, "identity": Identity.objects.get().pk})
    assert not Identity.objects.exists()


def test_what_is_somebody_else_s_is_not_connected(tiny, offer, person):
    offer(tiny.issuer)
    bob = person("bob")
    connected(tiny, person("alice"))
    client = Client()
    client.force_login(bob, backend=BACKEND)
    address = client.post("/accounts/sso/work/connect/")["Location"]
    come_back(client, address, tiny.grant(address))
    assert "belongs to somebody else" in client.get("/account/").content.decode()
    assert Identity.objects.get().user.username == "alice"


def test_the_only_way_in_is_not_taken_away(tiny, offer, person):
    offer(tiny.issuer)
    alice = person("alice")
    alice.set_unusable_password()
    alice.save()
    identity = connected(tiny, alice)
    client = Client()
    client.force_login(alice, backend=BACKEND)
    client.post("/account/identities/", {"identity": identity.pk})
    assert Identity.objects.exists()
    new = "another long password"
    assert "Old password" not in client.get("/account/").content.decode()
    client.post("/account/password/", {"new_password1": new, "new_password2": new})
    alice.refresh_from_db()
    assert alice.check_password(new)
    client.post("/account/identities/", {"identity": identity.pk})
    assert not Identity.objects.exists()


# --- a provider that others wrote ---------------------------------------------------------------------------


def agree(address):
    """What a person does in the browser at the provider: choose who one is."""
    answer = requests.post(address, data={"sub": "a-1"}, allow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}


def test_a_real_provider_signs_a_browser_in(foreign_provider, offer):
    offer(foreign_provider, new_people="create")
    client = Client()
    address = begin(client)
    done = client.get("/accounts/sso/work/callback/", agree(address))
    assert (done.status_code, done["Location"]) == (302, "/projects/"), done.content
    assert User.objects.get().username == "alice"


def test_a_real_provider_signs_a_device_in(foreign_provider, offer, api):
    offer(foreign_provider, new_people="create")
    entry = api().get("/api/v1/auth/providers/").json()[1]
    redirect = f"http://{entry['redirect_host']}:{entry['redirect_port']}/"
    query = {
        "response_type": "code",
        "client_id": entry["client_id"],
        "redirect_uri": redirect,
        "scope": entry["scope"],
        "state": "s",
        "nonce": "n-1",
    }
    address = requests.Request("GET", entry["request_url"], params=query).prepare().url
    spent = {"grant_type": "authorization_code", "code": agree(address)["code"], "redirect_uri": redirect}
    tokens = requests.post(
        entry["token_url"], data=spent | {"client_id": entry["client_id"], "client_secret": "x"}, timeout=10
    ).json()
    headers = headers_of(tokens["id_token"], Authorization=f"Bearer {tokens['access_token']}")
    assert api().get(USER, headers=headers).json()["username"] == "alice"
    traded = api().post("/api/v1/auth/sso/", {"nonce": "n-1"}, format="json", headers=headers)
    assert traded.json()["username"] == "alice"
