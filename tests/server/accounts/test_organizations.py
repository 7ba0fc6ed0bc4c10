# SPDX-License-Identifier: GPL-2.0-or-later
"""members/ and organizations/…/teams/: who belongs where, and who decides it."""

from __future__ import annotations

import pytest

from qfieldcloud_server.accounts.models import OrganizationMember, TeamMember
from qfieldcloud_server.projects.models import ProjectCollaborator

MEMBERS = "/api/v1/members/acme/"
TEAMS = "/api/v1/organizations/acme/teams/"


@pytest.fixture
def acme(person, organization):
    """Owned by alice; bob is an admin, carol a creator, dave a member, mallory a stranger."""
    for name in ("alice", "bob", "carol", "dave", "mallory"):
        person(name)
    from qfieldcloud_server.accounts.models import User

    return organization(
        "acme", User.objects.get(username="alice"), bob="admin", carol="creator", dave="member"
    )


@pytest.fixture
def as_(api):
    """``as_("bob")``: a client signed in as bob."""
    from qfieldcloud_server.accounts.models import User

    return lambda name: api(User.objects.get(username=name))


def test_everybody_sees_the_members_and_the_owner_is_none_of_them(acme, as_):
    told = as_("mallory").get(MEMBERS).json()
    assert [(m["member"], m["role"]) for m in told] == [
        ("bob", "admin"),
        ("carol", "creator"),
        ("dave", "member"),
    ]
    assert as_("mallory").get(MEMBERS + "bob/").json()["organization"] == "acme"
    assert as_("mallory").get(MEMBERS + "alice/").status_code == 404
    assert as_("mallory").get("/api/v1/members/alice/").status_code == 404


@pytest.mark.parametrize(
    ("who", "may"), [("alice", True), ("bob", True), ("carol", False), ("dave", False), ("mallory", False)]
)
def test_owner_and_admins_alone_decide_who_belongs(acme, as_, who, may):
    client = as_(who)
    calls = [
        (client.post(MEMBERS, {"member": "mallory", "role": "member"}), 201),
        (client.patch(MEMBERS + "carol/", {"role": "member"}), 200),
        (client.put(MEMBERS + "carol/", {"role": "creator", "is_public": True}), 200),
        (client.delete(MEMBERS + "carol/"), 204),
        (client.post(TEAMS, {"team": "squad"}), 201),
        (client.put(TEAMS + "squad/", {"team": "crew"}), 200),
        (client.post(TEAMS + "crew/members/", {"member": "dave"}), 201),
        (client.delete(TEAMS + "crew/members/dave/"), 204),
        (client.delete(TEAMS + "crew/"), 204),
    ]
    for answer, done in calls:
        assert answer.status_code == done if may else answer.status_code == 403


@pytest.mark.parametrize(
    ("sent", "code", "status"),
    [
        ({"member": "dave", "role": "member"}, "validation_error", 400),
        ({"member": "alice", "role": "member"}, "validation_error", 400),
        ({"member": "mallory", "role": "boss"}, "api_error", 400),
        ({"member": "nope"}, "object_not_found", 404),
        ({"member": "acme"}, "object_not_found", 404),
        ({}, "api_error", 400),
        ({"member": ["mallory"]}, "api_error", 400),
    ],
)
def test_a_member_that_cannot_be_added_is_told_why(acme, as_, sent, code, status):
    answer = as_("alice").post(MEMBERS, sent)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_limit_of_members_counts_the_owner(acme, as_):
    acme.max_members = 5
    acme.save()
    client = as_("alice")
    assert client.post(MEMBERS, {"member": "mallory"}).status_code == 201
    as_("alice").delete(MEMBERS + "mallory/")
    acme.max_members = 4
    acme.save()
    assert (
        client.post(MEMBERS, {"member": "mallory"}).json()["code"] == "organization_has_max_number_of_members"
    )


def test_whoever_leaves_loses_teams_and_roles_in_the_organization(acme, as_, team, project):
    from qfieldcloud_server.accounts.models import User

    dave = User.objects.get(username="dave")
    team(acme, "squad", dave)
    trees = project(acme, dave="editor")
    assert as_("dave").get(f"/api/v1/projects/{trees.pk}/").status_code == 200
    assert as_("alice").delete(MEMBERS + "dave/").status_code == 204
    assert not TeamMember.objects.exists()
    assert not ProjectCollaborator.objects.exists()
    assert as_("dave").get(f"/api/v1/projects/{trees.pk}/").status_code == 403


def test_teams_are_told_by_their_short_name(acme, as_, team):
    from qfieldcloud_server.accounts.models import User

    team(acme, "squad", User.objects.get(username="dave"))
    told = {"team": "squad", "organization": "acme", "members": ["dave"]}
    assert as_("mallory").get(TEAMS).json() == [told]
    assert as_("mallory").get(TEAMS + "squad/").json() == told
    assert as_("mallory").get(TEAMS + "squad/members/").json() == [{"member": "dave"}]
    assert as_("mallory").get(TEAMS + "nope/").status_code == 404
    assert as_("mallory").get(TEAMS + "nope/members/").status_code == 404
    assert as_("alice").patch(TEAMS + "squad/", {"team": "x"}).status_code == 405
    assert as_("alice").get(TEAMS + "squad/members/dave/").status_code == 405


@pytest.mark.parametrize("name", ["", "squad", "SQUAD", "a b", "a/b", "x" * 200, "é"])
def test_a_team_name_that_is_taken_or_odd_is_refused(acme, as_, team, name):
    team(acme, "squad")
    answer = as_("alice").post(TEAMS, {"team": name})
    assert (answer.status_code, answer.json()["code"]) == (400, "api_error")


@pytest.mark.parametrize(
    ("member", "code"),
    [("dave", "api_error"), ("nope", "api_error"), ("", "api_error"), ("mallory", "validation_error")],
)
def test_who_cannot_join_a_team(acme, as_, team, member, code):
    from qfieldcloud_server.accounts.models import User

    team(acme, "squad", User.objects.get(username="dave"))
    team(acme, "crew")
    answer = as_("alice").post(TEAMS + "crew/members/", {"member": member})
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_a_person_joins_a_team_by_e_mail_and_leaves_once(acme, as_, team):
    team(acme, "crew")
    client = as_("alice")
    assert client.post(TEAMS + "crew/members/", {"member": "Dave@example.org"}).json() == {"member": "dave"}
    assert client.delete(TEAMS + "crew/members/dave/").status_code == 204
    assert client.delete(TEAMS + "crew/members/dave/").json()["code"] == "object_not_found"


def test_lists_take_few_queries_however_many_belong(acme, as_, person, team, queries):
    people = [person(f"p{n}") for n in range(30)]
    OrganizationMember.objects.bulk_create(OrganizationMember(organization=acme, member=p) for p in people)
    for number in range(10):
        team(acme, f"t{number}", *people)
    client = as_("alice")
    for address, most in ((MEMBERS, 3), (TEAMS, 5), (TEAMS + "t1/members/", 4)):
        with queries() as seen:
            assert client.get(address).status_code == 200
        assert len(seen) <= most
