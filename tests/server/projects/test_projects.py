# SPDX-License-Identifier: GPL-2.0-or-later
"""projects/: creating, listing, reading, changing, giving away, deleting."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.models import Project, ProjectCollaborator

PROJECTS = "/api/v1/projects/"
KEYS = {
    "id", "name", "project_type", "owner", "description", "private", "is_public", "created_at", "updated_at",
    "data_last_packaged_at", "data_last_updated_at", "restricted_data_last_updated_at", "can_repackage",
    "needs_repackaging", "status", "user_role", "user_role_origin", "shared_datasets_project_id",
    "is_shared_datasets_project", "is_featured", "public_collaborator_role", "is_attachment_download_on_demand",
    "has_restricted_projectfiles", "overwrite_conflicts", "file_storage_bytes", "the_qgis_file_name",
}  # fmt: skip


def names(answer):
    return [project["name"] for project in answer.json()]


def test_a_new_project_is_private_empty_and_tells_everything(person, api):
    answer = api(person("alice")).post(PROJECTS, {"name": "trees"})
    told = answer.json()
    assert answer.status_code == 201
    assert set(told) == KEYS
    assert (told["owner"], told["private"], told["is_public"], told["status"]) == (
        "alice",
        True,
        False,
        "failed",
    )
    assert (told["user_role"], told["user_role_origin"]) == ("admin", "project_owner")
    assert told["needs_repackaging"]
    assert told["description"] == ""


@pytest.mark.parametrize("form", ["json", "multipart", None])
def test_defaults_are_the_same_in_json_and_in_a_form(person, api, form):
    client = api(person("alice"))
    if form:
        answer = client.post(PROJECTS, {"name": "trees", "private": "false"}, format=form)
    else:
        urlencoded = "application/x-www-form-urlencoded"
        answer = client.post(PROJECTS, "name=trees&private=0", content_type=urlencoded)
    told = answer.json()
    assert (told["is_public"], told["overwrite_conflicts"], told["is_featured"]) == (True, True, False)


REFUSED = [
    ({}, "api_error"),
    ({"name": ""}, "api_error"),
    ({"name": None}, "api_error"),
    ({"name": "a b"}, "api_error"),
    ({"name": "ü"}, "api_error"),
    ({"name": "tr\nees"}, "api_error"),
    ({"name": ".."}, "api_error"),
    ({"name": "x" * 256}, "api_error"),
    ({"name": ["a"]}, "api_error"),
    ({"name": {"a": 1}}, "api_error"),
    ({"name": "ok", "is_public": "maybe"}, "api_error"),
    ({"name": "ok", "project_type": "nope"}, "api_error"),
    ({"name": "ok", "description": "x" * 200_000}, "api_error"),
    ({"name": "ok", "description": "\0"}, "api_error"),
    ({"name": "taken"}, "project_already_exists"),
    ({"name": "ok", "clone_from_project": "x"}, "validation_error"),
    ({"name": "ok", "seed": "x"}, "api_error"),
    ({"name": "ok", "seed": [1]}, "api_error"),
    ({"name": "ok", "seed": {"basemap_provider": "nope"}}, "api_error"),
    ({"name": "ok", "seed": {"basemap_provider": ["osm"]}}, "api_error"),
    ({"name": "ok", "seed": {"basemap_provider": "custom"}}, "api_error"),
    ({"name": "ok", "seed": {"extent": "1,2,3"}}, "validation_error"),
    ({"name": "ok", "seed": {"extent": "nan,0,1,1"}}, "validation_error"),
    ({"name": "ok", "seed": {"extent": "5,0,1,1"}}, "validation_error"),
    ({"name": "ok", "seed": {"extent": {"a": 1}}}, "validation_error"),
]


def test_a_project_that_cannot_be_made_is_refused_and_nothing_is_made(person, project, api):
    alice = person("alice")
    project(alice, "taken")
    client = api(alice)
    for sent, code in REFUSED:
        answer = client.post(PROJECTS, sent)
        assert (answer.status_code, answer.json()["code"], sent) == (400, code, sent)
    assert Project.objects.count() == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b'{"name": NaN}'])
def test_a_body_that_is_no_object_is_the_clients_error(person, api, body):
    answer = api(person("alice")).post(PROJECTS, body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "api_error")


def test_who_may_make_projects_for_whom(person, organization, api):
    alice, bob, carol, dave = (person(n) for n in ("alice", "bob", "carol", "dave"))
    organization("acme", alice, bob="admin", carol="creator", dave="member")
    for user, status in ((alice, 201), (bob, 201), (carol, 201), (dave, 403)):
        sent = {"name": f"of_{user.username}", "owner": "acme"}
        assert api(user).post(PROJECTS, sent).status_code == status
    assert api(alice).post(PROJECTS, {"name": "x", "owner": "bob"}).status_code == 403
    assert api(alice).post(PROJECTS, {"name": "x", "owner": "nope"}).status_code == 404
    row = ProjectCollaborator.objects.get()
    assert (row.project.name, row.collaborator, row.role) == ("of_carol", carol, "admin")


def test_the_name_shared_datasets_makes_such_a_project_and_all_others_point_to_it(person, project, api):
    alice = person("alice")
    trees = project(alice)
    shared = api(alice).post(PROJECTS, {"name": "Shared_Datasets"}).json()
    assert (shared["project_type"], shared["is_shared_datasets_project"], shared["status"]) == (
        "shared_datasets",
        True,
        "ok",
    )
    assert shared["shared_datasets_project_id"] == shared["id"]
    told = api(alice).get(f"{PROJECTS}{trees.pk}/").json()
    assert told["shared_datasets_project_id"] == shared["id"]
    trees.the_qgis_file_name = "trees.qgs"
    trees.save()
    shared_address = f"{PROJECTS}{shared['id']}/"
    assert api(alice).patch(shared_address, {"name": "plain"}).json()["project_type"] == "regular"
    answer = api(alice).patch(f"{PROJECTS}{trees.pk}/", {"name": "shared_datasets"})
    assert answer.json()["code"] == "qgis_project_file_not_allowed"


@pytest.mark.parametrize("form", [str, lambda i: str(i).upper(), lambda i: i.hex])
def test_an_id_is_understood_in_every_spelling(person, project, api, form):
    alice = person("alice")
    trees = project(alice)
    assert api(alice).get(f"{PROJECTS}{form(trees.pk)}/").json()["id"] == str(trees.pk)


def test_what_is_no_id_is_refused_and_what_is_unknown_is_not_found(person, api):
    client = api(person("alice"))
    assert client.get(PROJECTS + "abc/").json()["code"] == "validation_error"
    assert client.get(f"{PROJECTS}{uuid4()}/").json()["code"] == "object_not_found"
    assert client.post(f"{PROJECTS}{uuid4()}/", {}).status_code == 405


def test_the_list_holds_what_one_takes_part_in_and_on_request_what_is_public(person, project, api):
    alice, bob = person("alice"), person("bob")
    project(alice, "private")
    project(alice, "public", is_public=True)
    project(alice, "shared", bob="reader")
    client = api(bob)
    assert names(client.get(PROJECTS)) == ["shared"]
    for parameter in ({"include_public": 1}, {"include-public": 1}, {"include_public": "true"}):
        assert names(client.get(PROJECTS, parameter)) == ["public", "shared"]
    for parameter in ({"include_public": 0}, {"include-public": 0}, {"include_public": ""}):
        assert names(client.get(PROJECTS, parameter)) == ["shared"]
    assert client.get(PROJECTS, {"include_public": "perhaps"}).json()["code"] == "api_error"
    assert names(client.get(PROJECTS + "public/")) == ["public"]


def test_filters_search_and_order(person, organization, project, api):
    alice = person("alice")
    acme = organization("acme", alice)
    for number, (owner, name) in enumerate([(alice, "oak"), (alice, "Pine"), (acme, "oak"), (acme, "zoo")]):
        made = project(owner, name, created_at=timezone.now() + timedelta(minutes=number))
    made.is_featured = True
    made.save()
    client = api(alice)

    def found(**query):
        return [f"{p['owner']}/{p['name']}" for p in client.get(PROJECTS, query).json()]

    assert found() == ["acme/zoo", "acme/oak", "alice/Pine", "alice/oak"]
    assert found(owner="ACME") == ["acme/zoo", "acme/oak"]
    assert found(name="OAK") == ["acme/oak", "alice/oak"]
    assert found(owner="", search="", name="") == found()
    assert found(search="ice OA") == ["alice/oak"]
    assert found(ordering="-created_at") == ["acme/zoo", "acme/oak", "alice/Pine", "alice/oak"]
    assert found(ordering="-owner,name") == ["alice/Pine", "alice/oak", "acme/oak", "acme/zoo"]
    assert found(ordering="bogus") == found()
    assert found(owner="nope") == []
    assert found(search="%") == []


def test_a_page_of_a_thousand_projects_takes_three_queries_and_its_size_does_not_matter(
    person, project, api, queries
):
    alice, bob = person("alice"), person("bob")
    made = Project.objects.bulk_create(
        Project(owner=alice, name=f"p{n:04}", project_details={}) for n in range(1000)
    )
    ProjectCollaborator.objects.bulk_create(
        ProjectCollaborator(project=p, collaborator=bob, role="editor") for p in made
    )
    client = api(bob)
    for query in (
        {"limit": 20},
        {"limit": 250, "offset": 500},
        {"limit": 1000},
        {},
        {"search": "p0", "limit": 50},
    ):
        with queries() as seen:
            answer = client.get(PROJECTS, query)
        assert answer.status_code == 200
        assert len(seen) <= 3


def test_reading_one_project_takes_two_queries(person, project, api, queries):
    alice = person("alice")
    trees = project(alice)
    client = api(alice)
    with queries() as seen:
        client.get(f"{PROJECTS}{trees.pk}/")
    assert len(seen) == 2


def test_the_status_follows_jobs_and_the_project_file(person, project, api):
    alice = person("alice")
    trees = project(alice)

    def status():
        return api(alice).get(f"{PROJECTS}{trees.pk}/").json()["status"]

    assert status() == "failed"
    job = Job.objects.create(project=trees, type="package", created_by=alice)
    assert status() == "busy"
    job.status = "failed"
    job.save()
    trees.the_qgis_file_name = "trees.qgs"
    trees.save()
    assert status() == "failed"
    trees.project_details = {"layers": []}
    trees.save()
    assert status() == "ok"


def test_edits_made_while_a_package_was_made_still_ask_for_another(person, project, api):
    alice = person("alice")
    trees, now = project(alice), timezone.now()

    def needed(**fields):
        Project.objects.filter(pk=trees.pk).update(**fields)
        return api(alice).get(f"{PROJECTS}{trees.pk}/").json()["needs_repackaging"]

    assert needed(data_last_updated_at=now)
    assert not needed(packaged_data_updated_at=now, data_last_packaged_at=now + timedelta(minutes=5))
    assert needed(data_last_updated_at=now + timedelta(minutes=1))
    assert needed(packaged_data_updated_at=now + timedelta(minutes=1), has_online_vector_data=True)


def test_changing_takes_what_may_be_changed_and_nothing_else(person, project, api):
    alice = person("alice")
    trees = project(alice)
    address = f"{PROJECTS}{trees.pk}/"
    client = api(alice)
    sent = {
        "id": str(uuid4()),
        "status": "busy",
        "file_storage_bytes": 5,
        "created_at": "2000-01-01T00:00:00Z",
    }
    told = client.patch(address, sent | {"description": "d"}).json()
    assert (told["id"], told["file_storage_bytes"], told["description"]) == (str(trees.pk), 0, "d")
    flags = {"is_featured", "has_restricted_projectfiles", "is_attachment_download_on_demand"}
    told = client.patch(address, dict.fromkeys(flags, True) | {"overwrite_conflicts": False}).json()
    assert all(told[flag] for flag in flags)
    assert not told["overwrite_conflicts"]
    assert client.patch(address, {"private": False}).json()["is_public"]
    assert client.patch(address, {"project_type": "template"}).json()["can_repackage"] is False
    assert client.put(address, {"description": "x"}).json()["code"] == "api_error"
    assert client.put(address, {"name": "woods", "owner": "alice"}).json()["name"] == "woods"
    project(alice, "taken")
    assert client.patch(address, {"name": "taken"}).json()["code"] == "project_already_exists"


def test_a_change_leaves_alone_what_others_wrote_meanwhile(person, project):
    from qfieldcloud_server.projects import services

    trees = project(person("alice"))
    stale = Project.objects.get(pk=trees.pk)
    Project.objects.filter(pk=trees.pk).update(file_storage_bytes=77, the_qgis_file_name="a.qgs")
    services.update_project(stale, description="d")
    trees.refresh_from_db()
    assert (trees.description, trees.file_storage_bytes, trees.the_qgis_file_name) == ("d", 77, "a.qgs")


def test_giving_a_project_away_needs_room_and_takes_ones_own_role_away(person, organization, project, api):
    alice, bob = person("alice"), person("bob", quota_bytes=100)
    trees = project(alice, file_storage_bytes=500)
    address = f"{PROJECTS}{trees.pk}/"
    client = api(alice)
    assert client.patch(address, {"owner": "nope"}).status_code == 404
    answer = client.patch(address, {"owner": "bob"})
    assert (answer.status_code, answer.json()["code"]) == (402, "over_quota")
    User.objects.filter(pk=bob.pk).update(quota_bytes=500)
    told = client.patch(address, {"owner": "bob"}).json()
    assert (told["owner"], told["user_role"]) == ("bob", None)
    assert client.get(address).status_code == 403
    assert api(bob).get(address).json()["user_role_origin"] == "project_owner"


def test_a_project_given_to_an_organization_keeps_only_its_people(person, organization, project, api):
    alice, _, _ = person("alice"), person("bob"), person("carol")
    organization("acme", alice, bob="member")
    trees = project(alice, bob="editor", carol="editor")
    assert api(alice).patch(f"{PROJECTS}{trees.pk}/", {"owner": "acme"}).status_code == 200
    assert [row.collaborator.username for row in trees.collaborators.all()] == ["bob"]


def test_a_seed_is_kept_told_and_announced(person, api):
    alice = person("alice")
    client = api(alice)
    seed = {"basemap_provider": "osm", "basemap_style": "grayscale_dark", "extent": "7.0, 46.0, 8.0, 47.0"}
    made = client.post(PROJECTS, {"name": "seeded", "seed": seed}).json()
    told = client.get(f"{PROJECTS}{made['id']}/seed/").json()
    assert told["extent"] == [7.0, 46.0, 8.0, 47.0]
    assert told["settings"]["basemaps"][0]["style"] == "grayscale_dark"
    assert set(told) == {"project", "name", "crs", "extent", "clone_from_project", "settings", "xlsform_file"}
    assert Job.objects.get().type == "create_project"


def test_a_form_is_kept_byte_for_byte(person, api):
    client = api(person("alice"))
    form = SimpleUploadedFile("survey.xlsx", b"PK\x03\x04not really")
    sent = {"name": "forms", "seed": json.dumps({"basemap_provider": "none"}), "xlsform_file": form}
    made = client.post(PROJECTS, sent, format="multipart").json()
    told = client.get(f"{PROJECTS}{made['id']}/seed/").json()
    answer = client.get(told["xlsform_file"])
    assert answer.content == b"PK\x03\x04not really"
    assert answer["Content-Disposition"] == 'attachment; filename="xlsform.xlsx"'
    form.seek(0)
    sent = {"name": "no_seed", "xlsform_file": form}
    assert client.post(PROJECTS, sent, format="multipart").json()["code"] == "validation_error"


def test_a_clone_takes_over_settings_and_needs_a_source_one_may_read(person, project, api):
    alice, bob = person("alice"), person("bob", quota_bytes=10)
    source = project(alice, description="d", overwrite_conflicts=False, file_storage_bytes=50)
    client = api(alice)
    clone = {"clone_from_project": str(source.pk)}
    told = client.post(PROJECTS, {"name": "copy"} | clone).json()
    assert (told["description"], told["overwrite_conflicts"], told["status"]) == ("d", False, "busy")
    assert (
        client.post(PROJECTS, {"name": "other", "description": "mine"} | clone).json()["description"]
        == "mine"
    )
    assert api(bob).post(PROJECTS, {"name": "theft"} | clone).status_code == 403
    source.is_public = True
    source.save()
    assert api(bob).post(PROJECTS, {"name": "big"} | clone).json()["code"] == "over_quota"
    shared = project(alice, "shared_datasets", project_type="shared_datasets")
    answer = client.post(PROJECTS, {"name": "x", "clone_from_project": str(shared.pk)})
    assert answer.json()["code"] == "not_cloneable_project"


def test_a_deleted_project_is_gone_and_its_name_is_free(person, project, api):
    alice = person("alice")
    trees = project(alice)
    client = api(alice)
    assert client.delete(f"{PROJECTS}{trees.pk}/").status_code == 204
    assert client.get(f"{PROJECTS}{trees.pk}/").status_code == 404
    assert client.post(PROJECTS, {"name": "trees"}).status_code == 201
