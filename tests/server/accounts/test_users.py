# SPDX-License-Identifier: GPL-2.0-or-later
"""users/: what people are told of themselves and of others, and what they may change."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from qfieldcloud_server.accounts import services
from qfieldcloud_server.accounts.models import User

USERS = "/api/v1/users/"


def picture(form="PNG", size=(600, 300)):
    out = io.BytesIO()
    Image.new("RGB", size, "green").save(out, form)
    return out.getvalue()


def test_oneself_is_told_everything_and_of_others_only_what_is_public(person, api):
    alice, _ = person("alice", first_name="Alice"), person("bob", last_name="Bee")
    client = api(alice)
    assert client.get(USERS + "alice/").json() == {
        "avatar_url": None,
        "username": "alice",
        "type": 1,
        "full_name": "Alice",
        "email": "alice@example.org",
        "first_name": "Alice",
        "last_name": "",
    }
    assert client.get(USERS + "bob/").json() == {
        "avatar_url": None,
        "username": "bob",
        "type": 1,
        "full_name": "Bee",
        "username_display": "bob",
    }


def test_an_organization_is_told_to_its_people_only(person, organization, team, api):
    alice, bob, carol, mallory = (person(n) for n in ("alice", "bob", "carol", "mallory"))
    acme = organization("acme", alice, bob="admin", carol="member")
    acme.members.filter(member=bob).update(is_public=True)
    team(acme, "squad", bob)
    told = api(carol).get(USERS + "acme/").json()
    assert told["members"] == ["bob"]
    assert told["teams"] == ["squad"]
    assert (told["organization_owner"], told["type"]) == ("alice", 2)
    roles = {}
    for user in (alice, bob, carol):
        told = api(user).get(USERS + "acme/").json()
        roles[user.username] = told["membership_role"], told["membership_role_origin"]
    assert roles == {
        "alice": ("admin", "organization_owner"),
        "bob": ("admin", "organization_member"),
        "carol": ("member", "organization_member"),
    }
    assert api(mallory).get(USERS + "acme/").json()["code"] == "object_not_found"


@pytest.mark.parametrize("name", ["nope", "ALICE", "@acme%2Fsquad", "..", "%20", "a" * 300])
def test_what_does_not_exist_is_not_found(person, api, name):
    answer = api(person("alice")).get(f"{USERS}{name}/")
    assert (answer.status_code, answer.json()["code"]) == (404, "object_not_found")


def test_one_changes_oneself_and_nobody_else(person, api):
    alice, bob = person("alice"), person("bob")
    client = api(alice)
    answer = client.patch(USERS + "alice/", {"first_name": "Al", "email": "al@example.org", "is_staff": True})
    assert answer.json()["first_name"] == "Al"
    assert not User.objects.get(pk=alice.pk).is_staff
    assert client.put(USERS + "alice/", {}).json()["code"] == "api_error"
    assert client.put(USERS + "alice/", {"username": "alice"}).status_code == 200
    assert client.patch(USERS + "bob/", {"first_name": "x"}).json()["code"] == "permission_denied"
    assert client.patch(USERS + "alice/", {"email": "nope"}).json()["code"] == "api_error"
    assert client.patch(USERS + "alice/", {"email": bob.email.upper()}).json()["code"] == "api_error"
    assert client.delete(USERS + "alice/").status_code == 405


def test_admins_change_their_organization_and_its_new_name_renames_its_teams(person, organization, team, api):
    alice, bob, carol = person("alice"), person("bob"), person("carol")
    acme = organization("acme", alice, bob="admin", carol="member")
    squad = team(acme, "squad")
    assert api(carol).patch(USERS + "acme/", {"email": "x@example.org"}).status_code == 403
    assert api(bob).patch(USERS + "acme/", {"email": "x@example.org"}).json()["email"] == "x@example.org"
    assert api(alice).patch(USERS + "acme/", {"username": "ajax"}).json()["username"] == "ajax"
    squad.refresh_from_db()
    assert squad.username == "@ajax/squad"


def test_only_staff_make_users_and_names_stay_unique_in_any_case(person, api):
    staff, alice = person("root", is_staff=True), person("alice")
    sent = {"username": "Newcomer", "password": "x y z", "email": "n@example.org"}
    assert api(alice).post(USERS, sent).json()["code"] == "permission_denied"
    answer = api(staff).post(USERS, sent)
    assert (answer.status_code, answer.json()["username"]) == (201, "newcomer")
    for wrong in (
        sent,
        {"username": "ALICE", "password": "x"},
        {"username": "a b", "password": "x"},
        {"username": "x"},
    ):
        answer = api(staff).post(USERS, wrong)
        assert (answer.status_code, answer.json()["code"]) == (400, "api_error")


def names(answer):
    return [user["username"] for user in answer.json()]


def test_searching_puts_first_whose_name_begins_so(person, organization, team, api):
    alice = person("alice")
    for name in ("joan", "annette", "ann"):
        person(name)
    team(organization("hannover", alice), "annual")
    client = api(alice)
    assert names(client.get(USERS, {"q": "ANN"})) == ["ann", "annette", "hannover", "@hannover/annual"]
    assert names(client.get(USERS, {"q": "ann", "exclude_organizations": 1, "exclude_teams": 1})) == [
        "ann",
        "annette",
    ]


def test_searching_leaves_out_who_takes_part_or_shows_only_those(person, organization, team, project, api):
    alice, bob, carol = person("alice"), person("bob"), person("carol")
    acme = organization("acme", alice, bob="member")
    squad = team(acme, "squad", bob)
    trees = project(alice, carol="reader")
    team(organization("other", carol), "crew")
    forest = project(acme)
    client = api(alice)
    people = {"exclude_organizations": 1, "exclude_teams": 1}
    assert names(client.get(USERS, people | {"project": trees.pk})) == ["bob"]
    assert names(client.get(USERS, people | {"project": trees.pk, "invert": 1})) == ["alice", "carol"]
    assert names(client.get(USERS, people | {"organization": "acme"})) == ["carol"]
    assert names(client.get(USERS, people | {"organization": "acme", "invert": 1})) == ["alice", "bob"]
    assert names(client.get(USERS, people | {"exclude_members_of_team": squad.pk})) == ["alice", "carol"]
    teams = {"exclude_organizations": 1, "q": "@"}
    assert names(client.get(USERS, teams | {"project": forest.pk})) == ["@acme/squad"]
    assert names(client.get(USERS, teams | {"organization": "other"})) == ["@other/crew"]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"invert": "bogus"}, 400),
        ({"exclude_members_of_team": "x"}, 400),
        ({"exclude_members_of_team": "9" * 40}, 400),
        ({"project": "x"}, 400),
        ({"organization": "nope"}, 404),
        ({"q": "\0"}, 400),
    ],
)
def test_a_wrong_search_is_the_clients_error(person, api, wrong, status):
    assert api(person("alice")).get(USERS, wrong).status_code == status


def test_pages_of_people_take_three_queries(person, api, queries):
    alice = person("alice")
    User.objects.bulk_create(User(username=f"user{n}", email=f"u{n}@example.org") for n in range(200))
    client = api(alice)
    with queries() as seen:
        assert len(client.get(USERS, {"limit": 100}).json()) == 100
    assert len(seen) <= 3


def test_only_oneself_asks_for_ones_organizations(person, organization, api, queries):
    alice, bob = person("alice"), person("bob")
    for name in ("acme", "ajax", "argo"):
        organization(name, alice, bob="member")
    assert names(api(alice).get(USERS + "alice/organizations/")) == ["acme", "ajax", "argo"]
    client = api(bob)
    assert client.get(USERS + "alice/organizations/").status_code == 403
    with queries() as seen:
        assert names(client.get(USERS + "bob/organizations/")) == ["acme", "ajax", "argo"]
    assert len(seen) <= 5


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP"])
def test_an_avatar_is_public_small_and_a_png_whatever_was_sent(person, api, form):
    alice = person("alice")
    services.set_avatar(alice, picture(form))
    url = api(alice).get("/api/v1/auth/user/").json()["avatar_url"]
    assert url.startswith("http://testserver/api/v1/files/avatars/")
    assert url.endswith("/avatar.png")
    answer = api().get(url)
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (256, 256)
    assert api().get(url.rpartition("/")[0]).content == answer.content
    assert api().get(url, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert api().get(url, headers={"Range": "bytes=0-3"}).content == answer.content[:4]
    assert api().get(url, headers={"Range": "bytes=9999999-"}).status_code == 416


@pytest.mark.parametrize("address", ["1", "1.x", "nope", "0.AAAA", "☃"])
def test_an_avatar_is_not_found_by_counting(person, api, address):
    services.set_avatar(person("alice"), picture())
    assert api().get(f"/api/v1/files/avatars/{address}/").json()["code"] == "object_not_found"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nope",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"GIF89a",
    ],
)
def test_what_is_no_picture_changes_nothing(person, content):
    from qfieldcloud_server.api.errors import InvalidRequest

    alice = person("alice")
    with pytest.raises(InvalidRequest):
        services.set_avatar(alice, content)
    alice.refresh_from_db()
    assert alice.avatar_type == ""


def test_a_picture_bomb_is_refused_before_it_is_unpacked(person):
    from qfieldcloud_server.api.errors import InvalidRequest

    out = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    with pytest.raises(InvalidRequest):
        services.set_avatar(person("alice"), out.getvalue())


def test_the_subscription_tells_quota_and_use_to_who_belongs(person, organization, project, api):
    alice, bob = person("alice", quota_bytes=1000), person("bob")
    project(alice, file_storage_bytes=700)
    project(alice, "other", file_storage_bytes=500)
    acme = organization("acme", alice, bob="member")
    told = api(alice).get("/api/v1/subscriptions/alice/current/").json()
    assert (told["storage_used_bytes"], told["active_storage_total_bytes"], told["status"]) == (
        1200,
        1000,
        "active_paid",
    )
    assert api(bob).get("/api/v1/subscriptions/alice/current/").status_code == 403
    assert api(bob).get("/api/v1/subscriptions/nope/current/").status_code == 404
    assert (
        api(bob).get("/api/v1/subscriptions/acme/current/").json()["active_storage_total_bytes"] > 1_000_000
    )
    acme.is_active = False
    acme.save()
    assert api(bob).get("/api/v1/subscriptions/acme/current/").json()["status"] == "inactive_past_due"
