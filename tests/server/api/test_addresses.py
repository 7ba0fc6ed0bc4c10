# SPDX-License-Identifier: GPL-2.0-or-later
"""How the API behaves at its edges: slashes, methods, media types, proxies, other origins, unknown addresses."""

from __future__ import annotations

import pytest
from django.core.management import call_command

EVERYTHING = (
    "status/",
    "server/info/",
    "auth/providers/",
    "auth/login/",
    "auth/user/",
    "users/",
    "projects/",
    "jobs/",
)


def test_django_finds_nothing_to_complain_about_and_no_migration_is_missing():
    call_command("check")
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head", "options"])
def test_nothing_below_api_ever_redirects_with_or_without_a_slash(person, api, method):
    client = api(person("alice"))
    for path in EVERYTHING:
        for address in (path, path.rstrip("/"), path.rstrip("/") + "?limit=1"):
            status = getattr(client, method)(f"/api/v1/{address}").status_code
            assert status < 300 or 400 <= status < 500, (address, status)


def test_an_address_without_its_slash_is_served_also_when_it_changes_something(person, api):
    client = api(person("alice"))
    made = client.post("/api/v1/projects", {"name": "trees"})
    assert made.status_code == 201
    assert (
        client.patch(f"/api/v1/projects/{made.json()['id']}", {"description": "d"}).json()["description"]
        == "d"
    )


@pytest.mark.parametrize(
    "path",
    [
        "nope/",
        "nope",
        "projects//",
        "status/x/",
        "users/a/b/c/",
        "files/abc/",
        "collaborators/abc/",
        "é/",
        "%2e%2e/",
    ],
)
def test_an_unknown_address_is_404_in_json_for_everybody(person, api, path):
    for client in (api(), api(person("alice"))):
        answer = client.get(f"/api/v1/{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "object_not_found")
        break


def test_errors_are_compact_json_with_the_code_first(api):
    content = api().get("/api/v1/auth/user/").content
    assert content.startswith(b'{"code":"not_authenticated","message":"')


@pytest.mark.parametrize(
    ("accept", "status"), [("*/*", 200), ("application/json", 200), ("application/xml", 406), ("", 200)]
)
def test_answers_are_json_or_406(person, api, accept, status):
    assert api(person("alice")).get("/api/v1/projects/", headers={"Accept": accept}).status_code == status


def test_the_format_parameter_knows_json_only(person, api):
    client = api(person("alice"))
    assert client.get("/api/v1/projects/?format=json").status_code == 200
    assert client.get("/api/v1/projects/?format=api").status_code == 404


@pytest.mark.parametrize("address", ["users/%00/", "projects/?search=%00", "users/?q=a%00b", "members/a%00/"])
def test_nul_is_refused_before_a_database_sees_it(person, api, address):
    answer = api(person("alice")).get(f"/api/v1/{address}")
    assert (answer.status_code, answer.json()["code"]) == (400, "api_error")


def test_only_configured_origins_may_call_from_other_sites(api, settings):
    client = api()
    assert "Access-Control-Allow-Origin" not in client.get(
        "/api/v1/status/", headers={"Origin": "https://evil.example"}
    )
    settings.CORS_ORIGINS = ["https://maps.example.org"]
    answer = client.get("/api/v1/status/", headers={"Origin": "https://maps.example.org"})
    assert answer["Access-Control-Allow-Origin"] == "https://maps.example.org"
    assert "Access-Control-Allow-Origin" not in client.get(
        "/api/v1/status/", headers={"Origin": "https://evil.example"}
    )
    preflight = {"Origin": "https://maps.example.org", "Access-Control-Request-Method": "POST"}
    answer = client.options("/api/v1/projects/", headers=preflight)
    assert answer.status_code == 204
    assert "Authorization" in answer["Access-Control-Allow-Headers"]


def test_addresses_follow_a_trusted_proxy_and_nobody_else(person, project, api, settings):
    alice = person("alice")
    project(alice)
    project(alice, "woods")
    client = api(alice)
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "maps.example.org"}
    page = "/api/v1/projects/?limit=1"
    assert client.get(page, headers=said)["X-Next-Page"].startswith("https://maps.example.org/api/")
    settings.TRUSTED_PROXIES = []
    assert client.get(page, headers=said)["X-Next-Page"].startswith("http://testserver/api/")


def test_absolute_addresses_are_those_of_the_public_url(api, settings):
    settings.PUBLIC_URL = "https://maps.example.org"
    told = api().get("/api/v1/server/info/").json()
    assert told["whitelabel"]["logo_main"].startswith("https://maps.example.org/static/")
    assert told["signup_url"] is None
    settings.SIGN_UP_OPEN = True
    assert (
        api().get("/api/v1/server/info/").json()["signup_url"] == "https://maps.example.org/accounts/signup/"
    )


def test_a_wrong_host_is_refused_in_json(api, settings):
    settings.ALLOWED_HOSTS = ["maps.example.org"]
    answer = api().get("/api/v1/status/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (400, "api_error")
    assert "allowed_hosts" in answer.json()["message"]
    page = api().get("/", headers={"Host": "evil.example"})
    assert (page.status_code, page["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert api().get("/api/v1/status/", headers={"Host": "MAPS.example.org"}).status_code == 200


def test_a_wrong_host_is_one_warning_in_the_log_with_the_name_of_our_setting(api, settings, caplog):
    settings.ALLOWED_HOSTS = ["maps.example.org"]
    api().get("/api/v1/status/", headers={"Host": "evil.example"})
    [record] = caplog.records
    assert (record.levelname, record.exc_info) == ("WARNING", None)
    assert "'evil.example' to allowed_hosts" in record.getMessage()
