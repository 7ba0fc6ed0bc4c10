# SPDX-License-Identifier: GPL-2.0-or-later
"""A provider's account signs in QField, QFieldSync, new clients and browsers, and nobody whom it does not stand for."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qfieldcloud_server.accounts.models import AuthToken, User
from qfieldcloud_server.files.models import Version
from qfieldcloud_server.sso import people
from qfieldcloud_server.sso.models import Identity

from .conftest import connected, headers_of

USER = "/api/v1/auth/user/"
QFIELD = "qfield|4.0.0|4.0.0 - X|3515ce8| QGIS/34403/Android 14"


# --- what clients are told ----------------------------------------------------------------------------------


def test_nothing_is_offered_until_it_is_set(api):
    only = [{"type": "credentials", "id": "credentials", "name": "Username / Password"}]
    assert api().get("/api/v1/auth/providers/").json() == only
    assert api().get("/api/v1/server/info/").json()["auth_providers"] == only


def test_a_provider_is_described_with_everything_that_qgis_asks_for(api, tiny, offer):
    offer(tiny.issuer, color_fill="#123456", scope="email openid")
    for entries in (
        api().get("/api/v1/auth/providers/").json(),
        api().get("/api/v1/server/info/").json()["auth_providers"],
    ):
        credentials, entry = entries
        assert credentials["id"] == "credentials"
        styles = entry.pop("styles")
        assert entry == {
            "type": "oauth2",
            "id": "work",
            "name": "Work",
            "client_id": "devices",
            "grant_flow": 3,
            "pkce_enabled": True,
            "scope": "openid email",
            "request_url": f"{tiny.issuer}/authorize",
            "token_url": f"{tiny.issuer}/token",
            "refresh_token_url": f"{tiny.issuer}/token",
            "redirect_host": "localhost",
            "redirect_port": 7070,
            "redirect_url": "",
            "extra_tokens": {"id_token": "X-QFC-ID-Token"},
            "idp_id_header": "X-QFC-IDP-ID",
        }
        assert set(styles) == {"light", "dark"}
        for theme in styles.values():
            assert set(theme) == {"color_fill", "color_stroke", "color_text", "logo"}
            assert theme["color_fill"] == "#123456"
            logo = api().get(urlsplit(theme["logo"]).path)
            assert logo["Content-Type"] == "image/svg+xml"


def test_only_the_secret_that_is_none_is_published(api, tiny, offer):
    offer(tiny.issuer, native_client_secret="public-by-design")
    text = api().get("/api/v1/server/info/").content.decode()
    assert "public-by-design" in text
    assert "s&cret" not in text


def test_an_old_qfieldsync_is_not_told_of_what_would_disable_its_sign_in(api, tiny, offer):
    offer(tiny.issuer)
    for agent, count in (
        ("Mozilla/5.0 QGIS/33412/Linux", 1),
        ("Mozilla/5.0 QGIS/34400/Linux", 2),
        (QFIELD, 2),
    ):
        entries = api().get("/api/v1/auth/providers/", headers={"user-agent": agent}).json()
        assert len(entries) == count
        assert (
            len(api().get("/api/v1/server/info/", headers={"user-agent": agent}).json()["auth_providers"])
            == 2
        )


def test_a_provider_that_is_down_takes_no_other_way_to_sign_in_away(api, tiny, offer, person):
    offer(tiny.issuer)
    tiny.broken = True
    assert [entry["id"] for entry in api().get("/api/v1/auth/providers/").json()] == ["credentials"]
    answer = api().get(USER, headers=headers_of(tiny.id_token()))
    assert (answer.status_code, answer.json()["code"]) == (503, "busy")


# --- QField and QFieldSync ----------------------------------------------------------------------------------


def test_the_first_request_with_an_id_token_signs_in_and_opens_a_session(api, tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    client = api()
    answer = client.get(USER, headers=headers_of(tiny.id_token(aud="devices"), **{"user-agent": QFIELD}))
    assert answer.status_code == 200
    assert answer.json()["username"] == "alice"
    assert "avatar_url" in answer.json()
    # QField keeps only cookies that have an end.
    assert answer.cookies["sessionid"]["max-age"]
    assert answer.cookies["csrftoken"]["max-age"]


def test_the_session_outlasts_the_id_token_but_changes_nothing_without_its_csrf_token(
    tiny, offer, person, api
):
    offer(tiny.issuer)
    alice = person("alice")
    connected(tiny, alice)
    client = Client(enforce_csrf_checks=True, headers={"user-agent": QFIELD})
    fresh, ended = headers_of(tiny.id_token()), headers_of(tiny.id_token(exp=1_700_000_000))
    assert client.post("/api/v1/projects/", {"name": "before"}, headers=fresh).status_code == 201
    assert client.get(USER, headers=ended).json()["username"] == "alice"
    refused = client.post("/api/v1/projects/", {"name": "forged"}, headers=ended)
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")
    with_csrf = ended | {"X-CSRFToken": client.cookies["csrftoken"].value, "Referer": "http://testserver/"}
    assert client.post("/api/v1/projects/", {"name": "after"}, headers=with_csrf).status_code == 201
    assert client.post("/api/v1/auth/logout/", headers=with_csrf).json() == {
        "detail": "Successfully logged out."
    }
    assert client.get(USER, headers=ended).status_code == 401


def test_a_lost_phone_is_signed_out_on_the_account_page(tiny, offer, person):
    offer(tiny.issuer)
    alice = person("alice")
    connected(tiny, alice)
    phone, browser = Client(), Client()
    ended = headers_of(tiny.id_token(exp=1_700_000_000))
    assert phone.get(USER, headers=headers_of(tiny.id_token())).status_code == 200
    assert phone.get(USER, headers=ended).status_code == 200
    browser.force_login(alice, backend="qfieldcloud_server.accounts.backend.PersonBackend")
    browser.post("/account/devices/", {"device": "all"})
    assert phone.get(USER, headers=ended).status_code == 401
    assert browser.get("/account/").status_code == 200


def test_uploads_of_qfield_stay_those_of_qfield_behind_a_session(tiny, offer, person, project):
    offer(tiny.issuer)
    alice = person("alice")
    connected(tiny, alice)
    trees = project(alice)
    client = Client(headers={"user-agent": QFIELD})
    for token in (tiny.id_token(), tiny.id_token(exp=1_700_000_000)):
        body = {"file": SimpleUploadedFile("a.jpg", token[-9:].encode())}
        assert (
            client.post(f"/api/v1/files/{trees.pk}/DCIM/a.jpg/", body, headers=headers_of(token)).status_code
            == 201
        )
    assert set(Version.objects.values_list("client_type", flat=True)) == {AuthToken.Client.QFIELD}


def test_another_person_s_token_does_not_ride_on_a_session(tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    connected(tiny, person("bob"), "bob-at-work")
    client = Client()
    assert client.get(USER, headers=headers_of(tiny.id_token())).json()["username"] == "alice"
    assert client.get(USER, headers=headers_of(tiny.id_token(sub="bob-at-work"))).json()["username"] == "bob"
    assert client.get(USER).json()["username"] == "bob"


@pytest.mark.parametrize(
    "headers",
    [
        {"X-QFC-IDP-ID": "work"},
        {"X-QFC-IDP-ID": "work", "X-QFC-ID-Token": "nonsense"},
        {"X-QFC-IDP-ID": "work", "Authorization": "Bearer access"},
        {"X-QFC-IDP-ID": "unknown", "X-QFC-ID-Token": "nonsense"},
    ],
    ids=str,
)
def test_headers_that_prove_nothing_are_401(api, tiny, offer, headers):
    offer(tiny.issuer)
    answer = api().get(USER, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_authentication_failed")


def test_an_id_token_without_the_name_of_its_provider_is_nobody(api, tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    answer = api().get(USER, headers={"X-QFC-ID-Token": tiny.id_token(), "Authorization": "Bearer access"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")


# --- who is meant -------------------------------------------------------------------------------------------


def refused(answer):
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied"), answer.content
    assert not Identity.objects.exists()
    return True


def test_a_stranger_gets_no_account_unless_that_is_set(api, tiny, offer):
    offer(tiny.issuer)
    assert refused(api().get(USER, headers=headers_of(tiny.id_token())))
    assert not User.objects.exists()


def test_a_new_person_gets_one_account_and_keeps_it(api, tiny, offer, person):
    person("alice", email="other@example.org")
    offer(tiny.issuer, new_people="create", email_domains=["work.example"])
    for _ in range(2):
        told = api().get(USER, headers=headers_of(tiny.id_token())).json()
        assert told["username"] == "alice-2"  # the name alone is nobody's proof
    made = User.objects.get(username="alice-2")
    assert (made.full_name, made.email) == ("Alice Adams", "alice@work.example")
    assert not made.has_usable_password()
    # The provider may change everything but the subject.
    changed = tiny.id_token(email="a.adams@work.example", preferred_username="adams")
    assert api().get(USER, headers=headers_of(changed)).json()["username"] == "alice-2"


@pytest.mark.parametrize(
    "changed",
    [
        {"email": "alice@elsewhere.example"},
        {"email_verified": False},
        {"email_verified": None},
        {"email": None},
    ],
    ids=str,
)
def test_only_people_with_verified_addresses_of_the_domains_are_let_in(api, tiny, offer, changed):
    offer(tiny.issuer, new_people="create", email_domains=["work.example"])
    assert refused(api().get(USER, headers=headers_of(tiny.id_token(**changed))))


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("Zoë Müller", "zo-m-ller"),
        ("42", "user-42"),
        ("", "alice"),
        ("a", "a-user"),
        ("x@y", "x-user"),
        ("../../etc", "etc"),
    ],
)
def test_whatever_a_provider_calls_people_becomes_a_usable_name(api, tiny, offer, claim, name):
    offer(tiny.issuer, new_people="create")
    answer = api().get(USER, headers=headers_of(tiny.id_token(preferred_username=claim)))
    assert answer.json()["username"] == name


def test_an_address_connects_only_where_that_is_set_and_the_provider_has_verified_it(
    api, tiny, offer, person
):
    alice = person("alice", email="Alice@Work.example")
    offer(tiny.issuer, new_people="create")
    assert refused(api().get(USER, headers=headers_of(tiny.id_token())))
    offer(tiny.issuer, link_by_email="yes")
    assert refused(api().get(USER, headers=headers_of(tiny.id_token(email_verified=False))))
    assert refused(api().get(USER, headers=headers_of(tiny.id_token(email_verified=None))))
    assert api().get(USER, headers=headers_of(tiny.id_token())).json()["username"] == "alice"
    assert Identity.objects.get().user == alice


def test_whoever_is_not_active_here_stays_out(api, tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice", is_active=False))
    answer = api().get(USER, headers=headers_of(tiny.id_token()))
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_a_subject_of_another_issuer_is_another_person(api, tiny, offer, person):
    offer(tiny.issuer)
    Identity.objects.create(issuer="https://elsewhere.example", subject="alice-at-work", user=person("alice"))
    assert api().get(USER, headers=headers_of(tiny.id_token())).status_code == 403


def test_what_only_userinfo_tells_counts_if_it_speaks_of_the_same_person(api, tiny, offer):
    offer(tiny.issuer, new_people="create", email_domains=["work.example"])
    bare = tiny.id_token(email=None, email_verified=None, preferred_username=None)
    tiny.userinfo = {"sub": "somebody-else", "email": "eve@work.example", "email_verified": True}
    assert refused(api().get(USER, headers=headers_of(bare)))
    tiny.userinfo["sub"] = "alice-at-work"
    assert api().get(USER, headers=headers_of(bare)).json()["username"] == "eve"


def test_two_first_requests_at_once_make_one_account(tiny, offer):
    offer(tiny.issuer, new_people="create")
    provider = people.provider_named("work")
    claims = tiny.claims()
    first = people._make(provider, claims, "alice@work.example")
    # The second one had looked before the first one wrote.
    assert people._make(provider, claims | {"preferred_username": "other"}, "other@work.example") == first
    assert User.objects.count() == 1


# --- new clients --------------------------------------------------------------------------------------------


def test_an_id_token_is_traded_for_a_token_of_this_server(api, tiny, offer, person):
    offer(tiny.issuer)
    connected(tiny, person("alice"))
    assert api().get("/api/v1/server/info/").json()["extensions"]["sso_token"] == 1
    usual = api().post(
        "/api/v1/auth/login/",
        {"username": "alice", "password": "correct horse battery staple"},
        format="json",
    )
    headers = headers_of(tiny.id_token(nonce="n-1"))
    for body in ({}, {"nonce": "n-2"}, {"nonce": ""}):
        assert api().post("/api/v1/auth/sso/", body, format="json", headers=headers).status_code == 401
    answer = api().post("/api/v1/auth/sso/", {"nonce": "n-1"}, format="json", headers=headers)
    assert answer.status_code == 200
    assert "sessionid" not in answer.cookies
    assert set(answer.json()) == set(usual.json())
    token = {"Authorization": f"Token {answer.json()['token']}"}
    assert api().get(USER, headers=token).json()["username"] == "alice"
