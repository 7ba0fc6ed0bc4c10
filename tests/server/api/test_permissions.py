# SPDX-License-Identifier: GPL-2.0-or-later
"""Every role at every endpoint of a project: own, shared, foreign, public, unknown, and without a sign-in."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve
from drf_spectacular.generators import SchemaGenerator

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects import services

ROLES = (
    "owner",
    "organization_admin",
    "admin",
    "manager",
    "editor",
    "reporter",
    "reader",
    "public",
    "stranger",
)
EVERYONE = ROLES[:8]
REPORTERS = ROLES[:6]
EDITORS = ROLES[:5]
MANAGERS = ROLES[:4]
ADMINS = ROLES[:3]


def upload(name, content=b"x", field="file"):
    """A fresh body for each call: a file is read only once."""
    return lambda: {field: SimpleUploadedFile(name, content)}


# (what, method, address, body, who may). Whether a body or a job makes sense is none of our business here.
WALK = [
    ("read the project", "get", "projects/{p}/", None, EVERYONE),
    ("change it", "patch", "projects/{p}/", {"description": "d"}, MANAGERS),
    ("replace it", "put", "projects/{p}/", {"name": "n", "owner": "alice"}, MANAGERS),
    ("delete it", "delete", "projects/{p}/", None, MANAGERS),
    ("send a thumbnail", "post", "projects/{p}/thumbnail/", upload("t.png", field="thumbnail"), REPORTERS),
    ("see the thumbnail", "get", "files/thumbnails/{p}/", None, EVERYONE),
    ("read the seed", "get", "projects/{p}/seed/", None, EVERYONE),
    ("read the form", "get", "projects/{p}/seed/xlsform/", None, EVERYONE),
    ("list files", "get", "files/{p}/", None, EVERYONE),
    ("download", "get", "files/{p}/a.txt/", None, EVERYONE),
    ("ask for the head", "head", "files/{p}/a.txt/", None, EVERYONE),
    ("read metadata", "get", "files/metadata/{p}/a.txt/", None, EVERYONE),
    ("upload", "post", "files/{p}/b.txt/", upload("b.txt"), REPORTERS),
    ("delete a file", "delete", "files/{p}/a.txt/", None, EDITORS),
    ("read changes", "get", "changes/{p}/a.txt/", None, EVERYONE),
    ("list jobs", "get", "jobs/?project_id={p}", None, EVERYONE),
    ("package", "post", "jobs/", {"project_id": "{p}", "type": "package"}, EVERYONE),
    ("process", "post", "jobs/", {"project_id": "{p}", "type": "process_projectfile"}, REPORTERS),
    ("apply", "post", "jobs/", {"project_id": "{p}", "type": "delta_apply"}, REPORTERS),
    ("read the package", "get", "packages/{p}/latest/", None, EVERYONE),
    ("read a packaged file", "get", "packages/{p}/latest/files/data.gpkg/", None, EVERYONE),
    ("fill a package", "post", f"packages/{{p}}/{uuid4()}/files/a.txt/", upload("a.txt"), ()),
    ("list deltas", "get", "deltas/{p}/", None, REPORTERS),
    ("list deltas of a file", "get", f"deltas/{{p}}/{uuid4()}/", None, REPORTERS),
    ("send deltas", "post", "deltas/{p}/", upload("d.json", b"{}"), REPORTERS),
    ("apply deltas", "post", "deltas/apply/{p}/", None, REPORTERS),
    ("list collaborators", "get", "collaborators/{p}/", None, MANAGERS),
    ("add a collaborator", "post", "collaborators/{p}/", {"collaborator": "nobody"}, MANAGERS),
    ("read a collaborator", "get", "collaborators/{p}/r_reader/", None, MANAGERS),
    ("change a collaborator", "patch", "collaborators/{p}/r_reader/", {"role": "reader"}, MANAGERS),
    ("replace a collaborator", "put", "collaborators/{p}/r_reader/", {"role": "reader"}, MANAGERS),
    ("remove a collaborator", "delete", "collaborators/{p}/r_reader/", None, MANAGERS),
    ("list secrets", "get", "secrets/{p}/", None, ADMINS),
    ("add a secret", "post", "secrets/{p}/", {"name": "A"}, ADMINS),
    ("change a secret", "patch", "secrets/{p}/NOPE/", {"value": "b"}, ADMINS),
    ("remove a secret", "delete", "secrets/{p}/NOPE/", None, ADMINS),
]
IDS = [row[0] for row in WALK]


@pytest.fixture
def cast(person, organization, project):
    """A private and a public project of an organization, with somebody of every role."""
    for role in ROLES:
        person(f"r_{role}")
    person("alice")
    owner = User.objects.get(username="r_owner")
    members = {f"r_{role}": "member" for role in ("admin", "manager", "editor", "reporter", "reader")}
    acme = organization("acme", owner, r_organization_admin="admin", **members)
    collaborators = {f"r_{role}": role for role in ("admin", "manager", "editor", "reporter", "reader")}
    return project(acme, "private", **collaborators), project(acme, "public", is_public=True, **collaborators)


def call(client, method, address, body, project_id):
    address = "/api/v1/" + address.replace("{p}", str(project_id))
    if callable(body):
        return getattr(client, method)(address, body(), format="multipart")
    body = {key: value.replace("{p}", str(project_id)) for key, value in (body or {}).items()}
    if method in ("get", "head"):
        return getattr(client, method)(address)
    return getattr(client, method)(address, body, format="json")


@pytest.mark.parametrize(("what", "method", "address", "body", "who"), WALK, ids=IDS)
def test_each_role_may_do_what_the_table_says(cast, api, what, method, address, body, who):
    private, public = cast
    for role in reversed(ROLES):
        subject = public if role == "public" else private
        client = api(User.objects.get(username=f"r_{role}"))
        answer = call(client, method, address, body, subject.pk)
        if role not in who:
            assert (answer.status_code, role) == (403, role)
            assert answer.content in (b"",) or answer.json()["code"] == "permission_denied"
        else:
            assert answer.status_code not in (401, 403), (role, answer.content)
            assert answer.status_code < 500, (role, answer.content)
            if method in ("delete", "put"):
                break  # done by the weakest who may; the others would find nothing left


def test_without_a_sign_in_everything_is_401_also_what_is_public(cast, api):
    for subject in cast:
        for what, method, address, body, _ in WALK:
            answer = call(api(), method, address, body, subject.pk)
            assert (answer.status_code, what) == (401, what)
            assert answer.content in (b"",) or answer.json()["code"] == "not_authenticated"


def test_a_project_that_does_not_exist_is_404_for_everybody(person, api):
    client = api(person("alice"))
    for what, method, address, body, _ in WALK:
        answer = call(client, method, address, body, uuid4())
        assert (answer.status_code, what) == (404, what)
        assert answer.content in (b"",) or answer.json()["code"] == "object_not_found"


@pytest.mark.parametrize("role", ["manager", "editor", "reporter", "reader"])
def test_a_role_by_a_team_is_as_good_as_ones_own(cast, team, api, role):
    private, _ = cast
    mate = User.objects.create_user("mate", email="mate@example.org")
    acme = private.owner
    acme.members.create(organization=acme, member=mate, role="member")
    services.add_collaborator(private, team(acme, "squad", mate), role, acme.organization_owner)
    client = api(mate)
    for what, method, address, body, who in WALK:
        if what == "delete it" and role in who:
            continue  # nothing would be left for the rest of the walk
        answer = call(client, method, address, body, private.pk)
        assert (answer.status_code == 403, what) == (role not in who, what)


# --- organizations, people and what belongs to nobody ---------------------------------------------------

MEMBERS = ("r_owner", "r_admin", "r_creator", "r_member")
PEOPLE = (*MEMBERS, "r_staff", "r_stranger")
CHIEFS = ("r_owner", "r_admin")
TEAM = "organizations/acme/teams/squad/"
ORGANIZATION_WALK = [
    ("list members", "get", "members/acme/", None, PEOPLE),
    ("read a member", "get", "members/acme/r_member/", None, PEOPLE),
    ("add a member", "post", "members/acme/", {"member": "r_staff", "role": "member"}, CHIEFS),
    ("change a member", "patch", "members/acme/r_member/", {"role": "member"}, CHIEFS),
    ("replace a member", "put", "members/acme/r_member/", {"role": "member"}, CHIEFS),
    ("remove a member", "delete", "members/acme/r_creator/", None, CHIEFS),
    ("list teams", "get", "organizations/acme/teams/", None, PEOPLE),
    ("read a team", "get", TEAM, None, PEOPLE),
    ("make a team", "post", "organizations/acme/teams/", {"team": "diggers"}, CHIEFS),
    ("rename a team", "put", TEAM, {"team": "squad"}, CHIEFS),
    ("list its members", "get", TEAM + "members/", None, PEOPLE),
    ("add to a team", "post", TEAM + "members/", {"member": "r_member"}, CHIEFS),
    ("take from a team", "delete", TEAM + "members/r_member/", None, CHIEFS),
    ("delete a team", "delete", TEAM, None, CHIEFS),
    ("read its storage", "get", "subscriptions/acme/current/", None, MEMBERS),
    ("make a person", "post", "users/", {"username": "new", "password": "rubber boots 7"}, ("r_staff",)),
    ("read a person", "get", "users/r_member/", None, PEOPLE),
    ("change a person", "patch", "users/r_member/", {"first_name": "M"}, ("r_member",)),
    ("replace a person", "put", "users/r_member/", {"username": "r_member"}, ("r_member",)),
    ("read a person's organizations", "get", "users/r_member/organizations/", None, ("r_member",)),
    ("read a person's storage", "get", "subscriptions/r_member/current/", None, ("r_member",)),
]
# Answered to everybody who signs in, about themselves or what they may see: other tests say what.
OF_ONESELF = {"auth/user/", "projects/", "projects/public/", "users/", "jobs/{job}/"}
OPEN = {
    "auth/login/", "auth/token/", "auth/sso/", "auth/logout/", "auth/providers/", "server/info/", "status/",
    "files/avatars/{public_id}/", "files/avatars/{public_id}/{filename}",
}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "method", "address", "body", "who"), ORGANIZATION_WALK, ids=[row[0] for row in ORGANIZATION_WALK]
)
def test_each_member_may_do_what_the_table_says(
    person, organization, team, api, what, method, address, body, who
):
    for name in PEOPLE:
        person(name, is_staff=name == "r_staff")
    owner, member = (User.objects.get(username=name) for name in ("r_owner", "r_member"))
    acme = organization("acme", owner, r_admin="admin", r_creator="creator", r_member="member")
    team(acme, "squad", member)
    for name in reversed(PEOPLE):
        answer = call(api(User.objects.get(username=name)), method, address, body, "")
        assert (answer.status_code == 403, name) == (name not in who, name), answer.content
        assert answer.status_code not in (401, 500), answer.content
        if name not in who:
            assert answer.json()["code"] == "permission_denied"
    assert call(api(), method, address, body, "").status_code == 401


def test_a_job_is_seen_by_who_may_read_its_project(cast, api):
    private, public = cast
    for subject, hidden in ((private, True), (public, False)):
        job = Job.objects.create(project=subject, type="package", created_by=subject.owner.organization_owner)
        for role in ROLES:
            answer = api(User.objects.get(username=f"r_{role}")).get(f"/api/v1/jobs/{job.pk}/")
            sees = not hidden or role not in ("public", "stranger")
            assert (answer.status_code, role) == (200 if sees else 403, role)


def test_no_endpoint_is_left_out_of_these_tables():
    described = SchemaGenerator().get_schema(public=True)["paths"]
    operations = {(method, path.removeprefix("/api/v1/")) for path in described for method in described[path]}
    walked = {(method, _route(address)) for _, method, address, *_ in WALK + ORGANIZATION_WALK}
    left = {
        (method, path)
        for method, path in operations
        if path not in OPEN | OF_ONESELF and (method, re.sub(r"{\w+}", "*", path)) not in walked
    }
    assert left == set()


def _route(address):
    found = resolve("/api/v1/" + address.partition("?")[0].replace("{p}", str(uuid4())))
    return re.sub(r"<[^>]+>", "*", found.route).removeprefix("api/v1/")
