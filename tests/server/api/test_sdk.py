# SPDX-License-Identifier: GPL-2.0-or-later
"""Every method of the official SDK and every command of its command line, against the running server."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from qfieldcloud_sdk import sdk
from qfieldcloud_sdk.cli import cli
from qfieldcloud_sdk.sdk import (
    Client,
    FileTransferType,
    JobTypes,
    OrganizationMemberRole,
    Pagination,
    ProjectCollaboratorRole,
    ProjectType,
    QfcRequestException,
)

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.accounts.models import User
from tests.server.field_work import create, make_survey, run_jobs

PASSWORD = "correct horse battery staple"
FORM = b"PK\x03\x04 a form"


@pytest.fixture
def client(live_server, person):
    """alice, signed in through the SDK."""
    person("alice", is_staff=True)
    client = Client(f"{live_server}/api/v1/")
    client.login("alice", PASSWORD)
    return client


@pytest.fixture
def survey(tmp_path):
    """A folder with a QGIS project and its GeoPackage."""
    folder = tmp_path / "survey"
    make_survey(folder).save("project.qgs")
    (folder / "DCIM").mkdir()
    (folder / "DCIM/oak tree.jpg").write_bytes(b"photo")
    return folder


def delta_file(folder: Path, project_id: str) -> str:
    content = {
        "version": "1.0",
        "id": "2c98410f-e1b2-45e6-9026-97898bfee730",
        "project": project_id,
        "files": [],
    }
    path = folder / "deltafile.json"
    path.write_text(json.dumps(content | {"deltas": [create(species="yew", height=3.0)]}))
    return str(path)


def test_signing_in_and_out(client):
    assert client.check_server_status()["database"] == "ok"
    assert client.current_subscription("alice")["status"] == "active_paid"
    client.logout()
    with pytest.raises(QfcRequestException, match="401"):
        client.list_projects()


def test_users(client):
    assert client.create_user("newcomer", "a long sentence", "n@example.org")["username"] == "newcomer"
    with pytest.raises(QfcRequestException, match="api_error"):
        client.create_user("newcomer", "a long sentence", "n@example.org")


def test_projects(client, tmp_path):
    made = client.create_project("trees", "alice", description="d", is_public=True)
    role = ProjectCollaboratorRole.REPORTER
    open_to_all = client.create_project(
        "open", public_collaborator_role=role, project_type=ProjectType.TEMPLATE
    )
    assert (open_to_all["public_collaborator_role"], open_to_all["project_type"]) == ("reporter", "template")
    assert client.create_project("copy", clone_from_project=made["id"])["is_public"] is False
    assert client.get_project(made["id"])["name"] == "trees"
    assert client.patch_project(made["id"], name="woods", description="e", is_public=True)["name"] == "woods"
    Image.new("RGB", (200, 200)).save(tmp_path / "t.png")
    assert client.upload_project_thumbnail(made["id"], str(tmp_path / "t.png")).status_code == 204
    assert client.delete_project(made["id"]).status_code == 204


def test_lists_are_followed_over_all_their_pages(client):
    from qfieldcloud_server.projects.models import Project

    alice, stranger = User.objects.get(username="alice"), User.objects.create_user("stranger")
    Project.objects.bulk_create(Project(owner=alice, name=f"p{n:03}") for n in range(45))
    Project.objects.create(owner=stranger, name="open", is_public=True)
    assert len(client.list_projects()) == 45
    assert len(client.list_projects(include_public=True)) == 46
    assert len(client.list_projects(pagination=Pagination(limit=7, offset=3))) == 7


def test_seeds(client, live_server, tmp_path):
    headers = {"Authorization": f"Token {client.token}"}
    sent = {"name": "seeded", "seed": json.dumps({"basemap_provider": "osm"})}
    address = f"{live_server}/api/v1/projects/"
    made = client.session.post(
        address, sent, headers=headers, files={"xlsform_file": ("f.xlsx", FORM)}
    ).json()
    seed = client.get_project_seed(made["id"])
    assert (seed["crs"], len(seed["extent"])) == ("EPSG:3857", 4)
    path = client.get_project_seed_xlsform(made["id"], str(tmp_path))
    assert Path(path).read_bytes() == FORM
    with pytest.raises(QfcRequestException, match="404"):
        client.get_project_seed_json2qgis(made["id"], str(tmp_path))


def test_files(client, survey, tmp_path):
    project_id = client.create_project("trees")["id"]
    assert {f["name"] for f in client.list_local_files(str(survey), "*")} >= {
        "project.qgs",
        "DCIM/oak tree.jpg",
    }
    client.upload_files(project_id, FileTransferType.PROJECT, str(survey), "*", throw_on_error=True)
    remote = client.list_remote_files(project_id)
    assert {f["name"] for f in remote} == {"project.qgs", "data.gpkg", "DCIM/oak tree.jpg"}
    note = tmp_path / "note.txt"
    for text in ("first", "second"):
        note.write_text(text)
        client.upload_file(project_id, FileTransferType.PROJECT, note, Path("note.txt"), show_progress=False)
    target = tmp_path / "down"
    client.download_project(project_id, str(target), throw_on_error=True)
    assert (target / "DCIM/oak tree.jpg").read_bytes() == b"photo"
    assert (target / "note.txt").read_text() == "second"
    again = client.download_files(
        remote, project_id, FileTransferType.PROJECT, str(target), throw_on_error=True
    )
    assert len(again) == 3
    answer = client.download_file(
        project_id, FileTransferType.PROJECT, target / "n", Path("note.txt"), show_progress=False
    )
    assert answer is not None
    (told,) = (f for f in client.list_remote_files(project_id) if f["name"] == "note.txt")
    assert client.delete_file(project_id, "note.txt", told["versions"][-1]["version_id"]).status_code == 204
    assert client.delete_file(project_id, "note.txt", None).status_code == 204
    client.delete_files(project_id, ["DCIM/*"])
    assert {f["name"] for f in client.list_remote_files(project_id)} == {"project.qgs", "data.gpkg"}


def test_jobs_deltas_and_packages(client, survey, tmp_path):
    project_id = client.create_project("trees")["id"]
    client.upload_files(project_id, FileTransferType.PROJECT, str(survey), "*", throw_on_error=True)
    run_jobs()
    assert client.push_delta(project_id, delta_file(tmp_path, project_id)).status_code == 200
    run_jobs()
    for job_type in (JobTypes.PROCESS_PROJECTFILE, JobTypes.PACKAGE):
        job = client.job_trigger(project_id, job_type, force=True)
        run_jobs()
        assert client.job_status(job["id"])["status"] == "finished"
    assert {job["type"] for job in client.list_jobs(project_id)} >= {
        "package",
        "delta_apply",
        "process_projectfile",
    }
    latest = client.package_latest(project_id)
    assert latest["status"] == "finished"
    client.package_download(project_id, str(tmp_path / "package"), throw_on_error=True)
    assert {f["name"] for f in latest["files"]} <= {
        p.relative_to(tmp_path / "package").as_posix() for p in (tmp_path / "package").rglob("*")
    }


def test_collaborators(client, person):
    person("bob")
    project_id = client.create_project("trees")["id"]
    client.add_project_collaborator(project_id, "bob", ProjectCollaboratorRole.EDITOR)
    assert client.get_project_collaborators(project_id)[0]["role"] == "editor"
    changed = client.patch_project_collaborators(project_id, "bob", ProjectCollaboratorRole.READER)
    assert changed["role"] == "reader"
    client.remove_project_collaborator(project_id, "bob")
    assert client.get_project_collaborators(project_id) == []


def test_organizations(client, person, organization):
    person("bob")
    organization("acme", User.objects.get(username="alice"))
    client.add_organization_member("acme", "bob", OrganizationMemberRole.MEMBER, is_public=True)
    assert client.get_organization_members("acme")[0]["is_public"]
    assert client.patch_organization_members("acme", "bob", OrganizationMemberRole.ADMIN)["role"] == "admin"
    assert client.create_organization_team("acme", "squad")["team"] == "squad"
    assert client.patch_organization_team("acme", "squad", "crew")["team"] == "crew"
    assert client.get_organization_team("acme", "crew")["organization"] == "acme"
    assert client.add_organization_team_member("acme", "crew", "bob")["member"] == "bob"
    assert client.get_organization_team_members("acme", "crew") == [{"member": "bob"}]
    assert len(client.get_organization_teams("acme")) == 1
    client.remove_organization_team_member("acme", "crew", "bob")
    client.delete_organization_team("acme", "crew")
    client.remove_organization_members("acme", "bob")
    assert client.get_organization_members("acme") == []


@pytest.fixture
def command(live_server, person):
    """``command("list-projects")``: its answer, in JSON and (not looked at) in words."""
    token, _ = tokens.make(person("alice", is_staff=True), "cli")
    options = ["--url", f"{live_server}/api/v1/", "--token", token]

    def call(*arguments: str, words: bool = True, data: bool = True):
        if words:
            done = CliRunner().invoke(cli, [*options, "--human", *arguments])
            assert done.exit_code == 0, (arguments, done.output, done.exception)
        if not data:  # the JSON form of two commands fails inside the SDK
            return None
        done = CliRunner().invoke(cli, [*options, "--json", *arguments])
        assert done.exit_code == 0, (arguments, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.startswith(("{", "[")) else None

    return call


def test_commands_about_projects(command, tmp_path):
    once = {"words": False}
    assert command("login", "alice", PASSWORD)["username"] == "alice"
    assert command("status")["storage"] == "ok"
    assert (
        command("create-user", "newcomer", "a long sentence", "n@example.org", **once)["username"]
        == "newcomer"
    )
    made = command("create-project", "trees", "--description", "d", **once)["id"]
    assert command("get-project", made)["name"] == "trees"
    assert command("patch-project", made, "--name", "woods")["name"] == "woods"
    assert len(command("list-projects")) == 1
    Image.new("RGB", (20, 20)).save(tmp_path / "t.png")
    command("upload-project-thumbnail", made, str(tmp_path / "t.png"), data=False)
    assert command("current-subscription", "alice")["plan_code"]
    command("delete-project", made, **once)
    assert command("list-projects") == []
    command("logout", **once)


def test_commands_about_seeds(command, live_server, tmp_path):
    made = command("create-project", "plain", words=False)["id"]
    clone = command("create-project", "copy", "--clone-from-project", made, words=False)["id"]
    assert command("get-project-seed", clone, words=False)["clone_from_project"] == made
    for name in ("get-project-seed-xlsform", "get-project-seed-json2qgis"):
        done = CliRunner().invoke(cli, ["--url", f"{live_server}/api/v1/", name, clone, str(tmp_path)])
        assert done.exit_code != 0


def test_commands_about_files_jobs_and_packages(command, survey, tmp_path):
    once = {"words": False}
    made = command("create-project", "trees", **once)["id"]
    command("upload-files", made, str(survey), "--throw-on-error", **once)
    assert len(command("list-files", made)) == 3
    command("download-files", made, str(tmp_path / "down"), "--throw-on-error", **once)
    assert (tmp_path / "down/data.gpkg").exists()
    run_jobs()
    command("delta-push", made, delta_file(tmp_path, made), data=False)
    run_jobs()
    job = command("job-trigger", made, "package", "--force", **once)
    run_jobs()
    assert command("job-status", job["id"])["status"] == "finished"
    assert any(j["id"] == job["id"] for j in command("list-jobs", made))
    assert command("package-latest", made)["status"] == "finished"
    command("package-download", made, str(tmp_path / "package"), "--throw-on-error", **once)
    assert list((tmp_path / "package").rglob("*.qgz")) or list((tmp_path / "package").rglob("*.qgs"))
    command("delete-file", made, "DCIM/oak tree.jpg", **once)
    command("delete-files", made, "data.gpkg", **once)
    assert [f["name"] for f in command("list-files", made)] == ["project.qgs"]


def test_commands_about_people(command, person, organization):
    once = {"words": False}
    person("bob")
    organization("acme", User.objects.get(username="alice"))
    made = command("create-project", "trees", **once)["id"]
    command("collaborators-add", made, "bob", "editor", **once)
    assert command("collaborators-get", made)[0]["role"] == "editor"
    assert command("collaborators-patch", made, "bob", "reader")["role"] == "reader"
    command("collaborators-remove", made, "bob", **once)
    command("members-add", "acme", "bob", "member", **once)
    assert command("members-get", "acme")[0]["member"] == "bob"
    assert command("members-patch", "acme", "bob", "admin")["role"] == "admin"
    command("teams-create", "acme", "squad", **once)
    assert command("teams-list", "acme")[0]["team"] == "squad"
    assert command("teams-get", "acme", "squad")["team"] == "squad"
    command("teams-patch", "acme", "squad", "--name", "crew", **once)
    command("team-members-add", "acme", "crew", "bob", **once)
    assert command("team-members-list", "acme", "crew") == [{"member": "bob"}]
    command("team-members-remove", "acme", "crew", "bob", **once)
    command("teams-delete", "acme", "crew", **once)
    command("members-remove", "acme", "bob", **once)
    assert command("members-get", "acme") == []


SOURCE = Path(__file__).read_text("utf-8")


def test_every_method_is_called_in_this_file():
    methods = [name for name, _ in inspect.getmembers(sdk.Client, inspect.isfunction) if name[0] != "_"]
    assert [name for name in methods if f"client.{name}(" not in SOURCE] == []


def test_every_command_is_called_in_this_file():
    assert [name for name in cli.commands if f'"{name}"' not in SOURCE] == []
