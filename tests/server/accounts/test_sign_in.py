# SPDX-License-Identifier: GPL-2.0-or-later
"""Signing in and out: names, passwords, tokens, the lock, and what is never stored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.accounts.models import AuthToken, LoginFailures

LOGIN = "/api/v1/auth/login/"
USER = "/api/v1/auth/user/"
PASSWORD = "correct horse battery staple"
SDK = "sdk|py|0.18.0 python-requests|2.34.2"
QFIELD = "qfield|4.0.0|4.0.0 - X|3515ce8| QGIS/34403/Android 14"


def login(client, name="alice", password=PASSWORD, agent=SDK, **headers):
    headers = {"user-agent": agent} | headers
    return client.post(LOGIN, {"username": name, "password": password}, format="json", headers=headers)


def token_of(answer):
    return {"Authorization": f"Token {answer.json()['token']}"}


@pytest.mark.parametrize("name", ["alice", "ALICE", "alice@example.org", "Alice@Example.ORG"])
def test_a_name_or_an_address_signs_in_whatever_its_case(person, api, name):
    person("alice", first_name="Alice", last_name="Ant")
    answer = login(api(), name)
    assert answer.status_code == 200
    told = answer.json()
    assert len(told.pop("token")) == 100
    assert told.pop("expires_at").endswith("+00:00")
    assert told == {
        "username": "alice",
        "type": "1",
        "email": "alice@example.org",
        "avatar_url": None,
        "first_name": "Alice",
        "last_name": "Ant",
        "full_name": "Alice Ant",
    }


def test_organizations_teams_and_the_inactive_cannot_sign_in(person, organization, team, api):
    alice = person("alice")
    person("gone", is_active=False)
    acme = organization("acme", alice)
    squad = team(acme, "squad")
    for user in (acme, squad):
        user.set_password(PASSWORD)
        user.save()
    for name in ("gone", "acme", "@acme/squad"):
        assert login(api(), name).json()["code"] == "authentication_failed"


def test_only_a_hash_of_the_token_is_in_the_database(person, api):
    person("alice")
    token = login(api()).json()["token"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM accounts_authtoken")
        assert token not in str(cursor.fetchall())
    assert AuthToken.objects.get().digest == tokens.digest_of(token)


@pytest.mark.parametrize("agent", [QFIELD, SDK, "cli|py|0.18.0", "Mozilla/5.0 QGIS/34403/Windows 11"])
def test_several_devices_of_a_kind_stay_signed_in_together(person, api, agent):
    person("alice")
    client = api()
    first, second = token_of(login(client, agent=agent)), token_of(login(client, agent=agent))
    assert client.get(USER, headers=first).status_code == 200
    assert client.get(USER, headers=second).status_code == 200


def test_a_client_that_nobody_knows_has_one_sign_in_at_a_time(person, api):
    person("alice")
    client = api()
    sdk = token_of(login(client))
    first, second = token_of(login(client, agent="curl/8")), token_of(login(client, agent="curl/8"))
    assert client.get(USER, headers=first).json()["code"] == "token_authentication_failed"
    assert client.get(USER, headers=second).status_code == 200
    assert client.get(USER, headers=sdk).status_code == 200


@pytest.mark.parametrize(
    ("agent", "client"),
    [
        (QFIELD, "qfield"),
        (SDK, "sdk"),
        ("cli|py|0.18.0", "cli"),
        ("Mozilla/5.0 QGIS/34403/Windows 11", "qfieldsync"),
        ("Mozilla/5.0 QGIS/40003/Debian", "qfieldsync"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "browser"),
        ("curl/8", "unknown"),
        ("", "unknown"),
        ("my-sdk|", "unknown"),
    ],
)
def test_the_client_is_told_by_its_user_agent(agent, client):
    assert tokens.client_of(agent) == client


def test_a_token_ends_by_time_and_with_its_owner(person, api):
    alice = person("alice")
    client = api()
    headers = token_of(login(client))
    AuthToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(USER, headers=headers).status_code == 401
    headers = token_of(login(client))
    alice.is_active = False
    alice.save()
    assert client.get(USER, headers=headers).json()["code"] == "token_authentication_failed"


def test_signing_out_ends_this_device_and_no_other(person, api):
    person("alice")
    client = api()
    phone, tablet = token_of(login(client, agent=QFIELD)), token_of(login(client, agent=QFIELD))
    assert client.get("/api/v1/auth/logout/", headers=phone).status_code == 405
    assert client.post("/api/v1/auth/logout/", headers=phone).json() == {"detail": "Successfully logged out."}
    assert client.get(USER, headers=phone).status_code == 401
    assert client.get(USER, headers=tablet).status_code == 200
    assert client.post("/api/v1/auth/logout/").status_code == 200


def test_too_many_wrong_passwords_lock_the_name_from_that_address_only(person, api):
    person("alice")
    client = api()
    codes = [login(client, password="nope").json()["code"] for _ in range(6)]
    assert codes == ["authentication_failed"] * 4 + ["too_many_failed_login_attempts"] * 2
    assert login(client).json()["code"] == "too_many_failed_login_attempts"
    answer = client.post(
        LOGIN, {"username": "alice", "password": PASSWORD}, format="json", REMOTE_ADDR="10.0.0.9"
    )
    assert answer.status_code == 200


def test_the_lock_ends_after_its_time_and_a_right_password_starts_anew(person, api):
    person("alice")
    client = api()
    for _ in range(4):
        login(client, password="nope")
    assert login(client).status_code == 200
    assert not LoginFailures.objects.exists()
    for _ in range(5):
        login(client, password="nope")
    LoginFailures.objects.update(last_at=timezone.now() - timedelta(minutes=31))
    assert login(client).status_code == 200


def test_the_same_address_cannot_escape_the_lock_by_the_case_of_the_name(person, api):
    person("alice")
    client = api()
    for name in ("alice", "ALICE", "Alice", "aLICE", " alice "):
        answer = login(client, name, "nope")
    assert answer.json()["code"] == "too_many_failed_login_attempts"


def test_behind_a_trusted_proxy_the_lock_counts_people_and_not_the_proxy(person, api, settings):
    person("alice")
    client = api()
    for _ in range(5):
        login(client, password="nope", **{"x-forwarded-for": "203.0.113.7"})
    assert login(client, **{"x-forwarded-for": "203.0.113.7"}).status_code == 401
    assert login(client, **{"x-forwarded-for": "203.0.113.8"}).status_code == 200
    settings.TRUSTED_PROXIES = []
    for _ in range(5):
        login(client, "bob", "nope", **{"x-forwarded-for": "198.51.100.1"})
    told = login(client, "bob", "nope", **{"x-forwarded-for": "198.51.100.2"})
    assert told.json()["code"] == "too_many_failed_login_attempts"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("Token", "authentication_failed"),
        ("Token a b", "authentication_failed"),
        ("Token nope", "token_authentication_failed"),
        ("Token " + "x" * 100, "token_authentication_failed"),
        ("token ☃", "token_authentication_failed"),
        ("Bearer x", "not_authenticated"),
        ("Basic YWxpY2U6eA==", "not_authenticated"),
        ("", "not_authenticated"),
    ],
)
def test_whatever_else_an_authorization_header_holds_is_401(api, header, code):
    answer = api().get(USER, headers={"Authorization": header.encode().decode("latin-1")})
    assert (answer.status_code, answer.json()["code"]) == (401, code)
    assert "WWW-Authenticate" not in answer


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[1]",
        b"null",
        b'"x"',
        b'{"username": {"a": 1}, "password": [1]}',
        b'{"username": "\\u0000", "password": "x"}',
    ],
)
def test_a_broken_sign_in_is_the_clients_error(api, body):
    answer = api().post(LOGIN, body, content_type="application/json")
    assert answer.status_code in (400, 401)
    assert answer.json()["code"] in ("api_error", "authentication_failed")


def test_a_session_of_a_browser_needs_the_csrf_token_to_change_anything(person, project):
    from rest_framework.test import APIClient

    alice = person("alice")
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(alice, backend="qfieldcloud_server.accounts.backend.PersonBackend")
    assert client.get("/api/v1/projects/").status_code == 200
    answer = client.post("/api/v1/projects/", {"name": "trees"})
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_a_request_with_a_token_takes_one_query_to_know_who_asks(person, api, queries):
    client = api(person("alice"))
    with queries() as seen:
        client.get(USER)
    assert len(seen) == 1


def test_the_use_of_a_token_is_noted_now_and_then(person, api):
    client = api(person("alice"))
    AuthToken.objects.update(last_used_at=timezone.now() - timedelta(days=3))
    client.get(USER)
    assert timezone.now() - AuthToken.objects.get().last_used_at < timedelta(minutes=1)
