# SPDX-License-Identifier: GPL-2.0-or-later
"""collaborators/, thumbnails and secrets of a project."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from qfieldcloud_server.projects import secret_values, selectors
from qfieldcloud_server.projects.models import Secret


def png(size=(300, 200)):
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    return out.getvalue()


def test_a_collaborator_is_added_changed_and_removed(person, project, api):
    alice, _ = person("alice"), person("bob")
    client, address = api(alice), f"/api/v1/collaborators/{project(alice).pk}/"
    told = client.post(address, {"collaborator": "bob"}).json()
    assert (told["collaborator"], told["role"], told["created_by"]) == ("bob", "reader", "alice")
    assert client.patch(address + "bob/", {"role": "editor"}).json()["role"] == "editor"
    assert client.put(address + "bob/", {"role": "editor"}).json()["code"] == "api_error"
    assert (
        client.put(address + "bob/", {"role": "manager", "collaborator": "bob"}).json()["role"] == "manager"
    )
    assert len(client.get(address).json()) == 1
    assert client.delete(address + "bob/").status_code == 204
    assert client.delete(address + "bob/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"collaborator": "alice"}, "validation_error"),
        ({"collaborator": "bob"}, "validation_error"),
        ({"collaborator": "nope"}, "api_error"),
        ({"collaborator": "acme"}, "api_error"),
        ({"collaborator": "carol", "role": "boss"}, "api_error"),
        ({"role": "reader"}, "api_error"),
        ({}, "api_error"),
    ],
)
def test_who_cannot_be_added(person, organization, project, api, sent, code):
    alice, _, _ = person("alice"), person("bob"), person("carol")
    organization("acme", alice)
    answer = api(alice).post(f"/api/v1/collaborators/{project(alice, bob='reader').pk}/", sent)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_an_organizations_project_takes_its_people_and_teams_only(person, organization, team, project, api):
    alice, bob, _ = person("alice"), person("bob"), person("carol")
    acme, other = organization("acme", alice, bob="member"), organization("other", alice)
    team(acme, "squad", bob)
    team(other, "crew")
    client, address = api(alice), f"/api/v1/collaborators/{project(acme).pk}/"
    for name, status in (("bob", 201), ("@acme/squad", 201), ("carol", 400), ("@other/crew", 400)):
        assert client.post(address, {"collaborator": name}).status_code == status


def test_a_team_can_be_read_changed_and_removed_by_its_name_with_a_slash(
    person, organization, team, project, api
):
    alice = person("alice")
    acme = organization("acme", alice)
    team(acme, "squad")
    trees = project(acme, **{"@acme/squad": "reader"})
    client, address = api(alice), f"/api/v1/collaborators/{trees.pk}/@acme%2Fsquad/"
    assert client.get(address).json()["collaborator"] == "@acme/squad"
    assert client.patch(address, {"role": "editor"}).json()["role"] == "editor"
    assert client.delete(address).status_code == 204


def test_a_thumbnail_is_redrawn_small_and_served_to_readers(person, project, api):
    alice, bob = person("alice"), person("bob")
    trees = project(alice, bob="reader")
    upload, address = f"/api/v1/projects/{trees.pk}/thumbnail/", f"/api/v1/files/thumbnails/{trees.pk}/"
    assert api(alice).get(address).status_code == 404
    answer = api(alice).post(upload, {"thumbnail": SimpleUploadedFile("t.jpg", png())}, format="multipart")
    assert answer.status_code == 204
    answer = api(bob).get(address, headers={"Accept": "application/xml"})
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (100, 67)
    assert api(bob).head(address).status_code == 200
    assert api().get(address).status_code == 401


@pytest.mark.parametrize("part", ["thumbnail", "file"])
def test_a_thumbnail_that_is_none_is_refused(person, project, api, part):
    alice = person("alice")
    upload = f"/api/v1/projects/{project(alice).pk}/thumbnail/"
    content = b"nope" if part == "thumbnail" else png()
    answer = api(alice).post(upload, {part: SimpleUploadedFile("t.png", content)}, format="multipart")
    assert (answer.status_code, answer.json()["code"]) == (400, "api_error")
    assert api(alice).post(upload, {"thumbnail": "text"}, format="multipart").status_code == 400
    assert api(alice).post(upload, {"a": 1}, format="json").status_code == 415
    assert api(alice).get(upload).status_code == 405


def test_secrets_are_for_admins_and_their_values_never_come_out(person, project, api):
    alice, bob, carol = person("alice"), person("bob"), person("carol")
    trees = project(alice, bob="admin", carol="manager")
    address = f"/api/v1/secrets/{trees.pk}/"
    sent = {"name": "PG_PASS", "type": "envvar", "value": "hush"}
    assert api(carol).post(address, sent).status_code == 403
    assert api(carol).get(address).status_code == 403
    answer = api(bob).post(address, sent)
    assert answer.status_code == 201
    assert "hush" not in answer.content.decode()
    assert "hush" not in api(alice).get(address).content.decode()
    assert b"hush" not in bytes(Secret.objects.get().value)
    assert api(alice).post(address, sent).json()["code"] == "validation_error"
    assert api(alice).patch(address + "PG_PASS/", {"value": "new"}).status_code == 200
    assert selectors.secrets_for(trees, alice.pk) == {"PG_PASS": ("envvar", "new")}
    assert api(alice).delete(address + "PG_PASS/").status_code == 204
    assert api(alice).delete(address + "PG_PASS/").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "lower"},
        {"name": "A B"},
        {"name": "1A"},
        {"type": "nope"},
        {"value": ""},
        {"value": "a\0b"},
        {"assigned_to": "nope"},
    ],
)
def test_a_wrong_secret_is_refused(person, project, api, wrong):
    alice = person("alice")
    sent = {"name": "GOOD", "type": "envvar", "value": "x"} | wrong
    answer = api(alice).post(f"/api/v1/secrets/{project(alice).pk}/", sent)
    assert answer.status_code == (404 if "assigned_to" in wrong else 400)
    assert not Secret.objects.exists()


def test_the_narrower_secret_wins(person, organization, project):
    alice, bob = person("alice"), person("bob")
    acme = organization("acme", alice, bob="member")
    trees = project(acme)

    def store(value, **scope):
        Secret.objects.create(name="KEY", type="envvar", value=secret_values.encrypt(value), **scope)

    store("organization", organization=acme)
    assert selectors.secrets_for(trees, bob.pk)["KEY"][1] == "organization"
    store("mine in the organization", organization=acme, assigned_to=bob)
    assert selectors.secrets_for(trees, bob.pk)["KEY"][1] == "mine in the organization"
    store("project", project=trees)
    assert selectors.secrets_for(trees, bob.pk)["KEY"][1] == "project"
    store("mine in the project", project=trees, assigned_to=bob)
    assert selectors.secrets_for(trees, bob.pk)["KEY"][1] == "mine in the project"
    assert selectors.secrets_for(trees, alice.pk)["KEY"][1] == "project"
    assert selectors.secrets_for(trees, None)["KEY"][1] == "project"
    assert selectors.has_personal_secrets(trees, bob.pk)
    assert not selectors.has_personal_secrets(trees, alice.pk)


def test_a_secret_of_another_key_says_what_to_do(person, project, settings):
    trees = project(person("alice"))
    Secret.objects.create(name="KEY", type="envvar", value=secret_values.encrypt("x"), project=trees)
    settings.SECRET_KEY = "another" * 10
    with pytest.raises(secret_values.UnreadableSecret, match="Restore that key"):
        selectors.secrets_for(trees, None)
