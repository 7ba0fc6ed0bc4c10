# SPDX-License-Identifier: GPL-2.0-or-later
"""The official SDK and its command line work against this server: every method, every command."""

from __future__ import annotations

import inspect
import json
import time
from pathlib import Path
from typing import Any, Callable, Iterator
from uuid import uuid4

import pytest
from click.testing import CliRunner
from PIL import Image
from qfieldcloud_sdk import sdk
from qfieldcloud_sdk.cli import cli

from scripts.demo.server import CompanionServer
from tests.data.simple_projects import SimpleProject, point

PASSWORD = "rubber-boots-in-the-rain-7"
PROJECT = sdk.FileTransferType.PROJECT
CAST = {
    "password": PASSWORD,
    "users": [
        {"username": "chief", "email": "chief@example.org", "quota_mb": 100, "staff": True},
        {"username": "surveyor", "email": "surveyor@example.org", "quota_mb": 100},
        {"username": "helper", "email": "helper@example.org", "quota_mb": 100},
    ],
    "organizations": [{"name": "acme", "owner": "chief", "email": "acme@example.org", "quota_mb": 100}],
}


@pytest.fixture(scope="module")
def cast(server: CompanionServer, tmp_path_factory: pytest.TempPathFactory) -> CompanionServer:
    path = tmp_path_factory.mktemp("cast") / "cast.json"
    path.write_text(json.dumps(CAST))
    server.command("provision", str(path))
    return server


@pytest.fixture
def client(cast: CompanionServer) -> sdk.Client:
    client = sdk.Client(cast.url + "/api/v1/")
    client.login("chief", PASSWORD)
    return client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = SimpleProject(tmp_path / "office")
    columns = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, species TEXT"
    project.table_layer("trees", [(1, point(7, 46), "oak"), (2, None, "ash")], columns=columns)
    project.save()
    (tmp_path / "office" / "notes.txt").write_text("hello")
    return tmp_path / "office"


@pytest.fixture
def project(client: sdk.Client, folder: Path) -> Iterator[str]:
    """The id of a project with files that the server has looked at."""
    made = client.create_project(f"trees_{uuid4().hex[:8]}", "chief", "some trees")["id"]
    client.upload_files(made, PROJECT, str(folder), "*", throw_on_error=True)
    settle(client, made)
    yield made
    client.delete_project(made)


def settle(client: sdk.Client, project: str) -> list[dict[str, Any]]:
    end = time.monotonic() + 60
    while True:
        jobs = client.list_jobs(project)
        if all(job["status"] in ("finished", "failed") for job in jobs):
            return jobs
        assert time.monotonic() < end
        time.sleep(0.05)


def delta_file(project: str, path: Path, species: str) -> str:
    delta = {
        "uuid": str(uuid4()), "clientId": str(uuid4()), "exportId": str(uuid4()), "method": "patch",
        "localPk": "1", "sourcePk": "1", "localLayerId": "trees_id", "sourceLayerId": "trees_id",
        "old": {"attributes": {"species": "oak"}}, "new": {"attributes": {"species": species}},
    }  # fmt: skip
    content = {"version": "1.0", "id": str(uuid4()), "project": project, "files": [], "deltas": [delta]}
    path.write_text(json.dumps(content))
    return str(path)


def names(files: list[dict[str, Any]]) -> set[str]:
    return {file["name"] for file in files}


# --- the client -------------------------------------------------------------------------------------------------------


def test_signing_in_and_out(cast: CompanionServer) -> None:
    client = sdk.Client(cast.url + "/api/v1/")
    answer = client.login("chief", PASSWORD)
    assert (answer["username"], answer["token"]) == ("chief", client.token)
    client.logout()
    with pytest.raises(sdk.QfcRequestException):
        client.list_projects()
    with pytest.raises(sdk.QfcRequestException):
        client.login("chief", "wrong")


def test_status_and_subscription(client: sdk.Client) -> None:
    assert client.check_server_status()["database"] == "ok"
    assert client.current_subscription("chief")["active_storage_total_bytes"] == 100_000_000


def test_users(client: sdk.Client) -> None:
    name = f"new_{uuid4().hex[:8]}"
    made = client.create_user(name, "a long enough password 7", f"{name}@example.org")
    assert made
    assert made["username"] == name
    with pytest.raises(sdk.QfcRequestException):
        client.create_user(name, "a long enough password 7", f"{name}@example.org")


def test_projects(client: sdk.Client, project: str, tmp_path: Path) -> None:
    assert client.get_project(project)["description"] == "some trees"
    assert project in {found["id"] for found in client.list_projects()}
    assert len(client.list_projects(pagination=sdk.Pagination(limit=1))) == 1
    assert client.patch_project(project, description="many trees")["description"] == "many trees"
    Image.new("RGB", (20, 20), "green").save(tmp_path / "thumb.png")
    assert client.upload_project_thumbnail(project, str(tmp_path / "thumb.png")).status_code == 204
    clone = client.create_project(f"clone_{uuid4().hex[:8]}", "chief", clone_from_project=project)["id"]
    settle(client, clone)
    assert names(client.list_remote_files(clone)) == names(client.list_remote_files(project))
    assert client.delete_project(clone).status_code == 204
    with pytest.raises(sdk.QfcRequestException):
        client.get_project(clone)


def test_public_projects_are_listed_when_asked_for(
    cast: CompanionServer, client: sdk.Client, project: str
) -> None:
    client.patch_project(project, is_public=True)
    stranger = sdk.Client(cast.url + "/api/v1/")
    stranger.login("helper", PASSWORD)
    assert project not in {found["id"] for found in stranger.list_projects()}
    assert project in {found["id"] for found in stranger.list_projects(include_public=True)}


def test_seeds(client: sdk.Client, project: str, tmp_path: Path) -> None:
    for call in (
        lambda: client.get_project_seed(project),
        lambda: client.get_project_seed_xlsform(project, str(tmp_path)),
        lambda: client.get_project_seed_json2qgis(project, str(tmp_path)),
    ):
        with pytest.raises(sdk.QfcRequestException) as caught:
            call()
        assert caught.value.response.status_code == 404


def test_files(client: sdk.Client, project: str, folder: Path, tmp_path: Path) -> None:
    assert names(client.list_remote_files(project)) == {"data.gpkg", "project.qgs", "notes.txt"}
    assert names(client.list_local_files(str(folder), "*")) == {"data.gpkg", "project.qgs", "notes.txt"}
    again = client.upload_files(project, PROJECT, str(folder), "*")
    assert again == [] or all(file["status"] == sdk.FileTransferStatus.SUCCESS for file in again)
    client.upload_file(
        project, PROJECT, folder / "notes.txt", Path("deep/er/notes two.txt"), show_progress=False
    )
    target = tmp_path / "downloaded"
    client.download_project(project, str(target), throw_on_error=True)
    for name in ("data.gpkg", "project.qgs", "notes.txt"):
        assert (target / name).read_bytes() == (folder / name).read_bytes()
    assert (target / "deep/er/notes two.txt").read_text() == "hello"
    (target / "notes.txt").write_text("changed here")
    files = [file for file in client.list_remote_files(project) if file["name"] == "notes.txt"]
    client.download_files(files, project, PROJECT, str(target), throw_on_error=True)
    assert (target / "notes.txt").read_text() == "hello"
    single = tmp_path / "single.txt"
    client.download_file(project, PROJECT, single, Path("notes.txt"), show_progress=False)
    assert single.read_text() == "hello"
    etag = files[0]["md5sum"]
    client.download_file(project, PROJECT, single, Path("notes.txt"), False, etag)
    assert single.read_text() == "hello"


def test_deleting_files_and_versions(client: sdk.Client, project: str, folder: Path) -> None:
    (folder / "notes.txt").write_text("second")
    client.upload_files(project, PROJECT, str(folder), "notes.txt")
    (notes,) = [file for file in client.list_remote_files(project) if file["name"] == "notes.txt"]
    assert len(notes["versions"]) == 2
    assert client.delete_file(project, "notes.txt", notes["versions"][1]["version_id"]).status_code == 204
    client.delete_files(project, ["*.txt"])
    assert names(client.list_remote_files(project)) == {"data.gpkg", "project.qgs"}


def test_jobs_packages_and_deltas(client: sdk.Client, project: str, tmp_path: Path) -> None:
    client.push_delta(project, delta_file(project, tmp_path / "delta.json", "yew"))
    job = client.job_trigger(project, sdk.JobTypes.PACKAGE)
    settle(client, project)
    assert client.job_status(job["id"])["status"] == "finished"
    assert len(client.list_jobs(project, pagination=sdk.Pagination(limit=2))) == 2
    client.job_trigger(project, sdk.JobTypes.PROCESS_PROJECTFILE, force=True)
    settle(client, project)
    latest = client.package_latest(project)
    assert latest["package_id"] == job["id"]
    target = tmp_path / "package"
    client.package_download(project, str(target), throw_on_error=True)
    assert names(latest["files"]) == {path.name for path in target.iterdir()}
    for file in latest["files"]:
        assert (target / file["name"]).stat().st_size == file["size"]


def test_packages_are_not_for_clients_to_fill(client: sdk.Client, project: str, folder: Path) -> None:
    with pytest.raises(sdk.QfcRequestException) as caught:
        client.upload_file(
            project, sdk.FileTransferType.PACKAGE, folder / "notes.txt", Path("x.txt"), False, str(uuid4())
        )
    assert caught.value.response.status_code == 403


def test_collaborators(client: sdk.Client, project: str) -> None:
    roles = sdk.ProjectCollaboratorRole
    assert client.add_project_collaborator(project, "surveyor", roles.EDITOR)["role"] == "editor"
    assert client.patch_project_collaborators(project, "surveyor", roles.READER)["role"] == "reader"
    assert [c["collaborator"] for c in client.get_project_collaborators(project)] == ["surveyor"]
    client.remove_project_collaborator(project, "surveyor")
    assert client.get_project_collaborators(project) == []


def test_members_and_teams(client: sdk.Client) -> None:
    roles = sdk.OrganizationMemberRole
    assert client.add_organization_member("acme", "surveyor", roles.MEMBER, is_public=True)["is_public"]
    assert client.patch_organization_members("acme", "surveyor", roles.ADMIN)["role"] == "admin"
    assert "surveyor" in {member["member"] for member in client.get_organization_members("acme")}
    assert client.create_organization_team("acme", "diggers")["team"] == "diggers"
    assert client.get_organization_team("acme", "diggers")["organization"] == "acme"
    assert client.add_organization_team_member("acme", "diggers", "surveyor")["member"] == "surveyor"
    assert len(client.get_organization_team_members("acme", "diggers")) == 1
    assert client.patch_organization_team("acme", "diggers", "miners")["team"] == "miners"
    client.remove_organization_team_member("acme", "miners", "surveyor")
    assert [team["team"] for team in client.get_organization_teams("acme")] == ["miners"]
    client.delete_organization_team("acme", "miners")
    client.remove_organization_members("acme", "surveyor")
    assert "surveyor" not in {member["member"] for member in client.get_organization_members("acme")}


def test_every_method_of_the_client_is_tried_here() -> None:
    source = Path(__file__).read_text("utf-8")
    methods = [name for name, _ in inspect.getmembers(sdk.Client, inspect.isfunction) if name[0] != "_"]
    assert [name for name in methods if f".{name}(" not in source] == []


# --- the command line -------------------------------------------------------------------------------------------------

Run = Callable[..., Any]


def first_json(text: str) -> Any:
    """Some commands tell of their progress before and after."""
    for start in (at for at, letter in enumerate(text) if letter in "{["):
        try:
            return json.JSONDecoder().raw_decode(text[start:])[0]
        except ValueError:
            continue
    return None


@pytest.fixture
def run(cast: CompanionServer, client: sdk.Client) -> Run:
    """`run("list-projects", "--limit", 1)`: the JSON in its answer, if there is any."""

    def run(command: str, *arguments: object, form: str = "--json") -> Any:
        line = ["--url", cast.url + "/api/v1/", "--token", client.token, form, command, *map(str, arguments)]
        result = CliRunner().invoke(cli, line)
        assert result.exit_code == 0, f"{command}: {result.output} {result.exception!r}"
        return first_json(result.output)

    return run


def test_cli_projects(run: Run, project: str, tmp_path: Path) -> None:
    assert run("status")["storage"] == "ok"
    made = run(
        "create-project", f"cli_{uuid4().hex[:8]}", "--owner", "chief", "--description", "x", "--is-public"
    )
    assert run("get-project", made["id"])["is_public"]
    assert run("patch-project", made["id"], "--description", "y")["description"] == "y"
    assert made["id"] in {found["id"] for found in run("list-projects", "--limit", 100)}
    Image.new("RGB", (20, 20), "green").save(tmp_path / "thumb.png")
    # The command line itself cannot write the answers of this and of delta-push as JSON.
    run("upload-project-thumbnail", made["id"], tmp_path / "thumb.png", form="--human")
    run("delete-project", made["id"])


def test_cli_files(run: Run, project: str, folder: Path, tmp_path: Path) -> None:
    run("upload-files", project, folder, "--force")
    listed = {file["name"]: file for file in run("list-files", project)}
    assert len(listed["notes.txt"]["versions"]) == 2
    run("delete-file", project, "notes.txt", "--version-id", listed["notes.txt"]["versions"][0]["version_id"])
    run("download-files", project, tmp_path / "all")
    assert (tmp_path / "all/notes.txt").read_text() == "hello"
    run("delete-files", project, "notes.txt")
    assert "notes.txt" not in names(run("list-files", project))


def test_cli_jobs(run: Run, client: sdk.Client, project: str, tmp_path: Path) -> None:
    run("delta-push", project, delta_file(project, tmp_path / "delta.json", "yew"), form="--human")
    job = run("job-trigger", project, "package")
    settle(client, project)
    assert run("job-status", job["id"])["status"] == "finished"
    assert len(run("list-jobs", project, "--limit", 50)) >= 3
    assert run("package-latest", project)["package_id"] == job["id"]
    run("package-download", project, tmp_path / "package")
    assert (tmp_path / "package" / "project_qfield.qgz").is_file()


def test_cli_people(run: Run, project: str) -> None:
    name = f"cli_{uuid4().hex[:8]}"
    assert run("create-user", name, "a long enough password 7", f"{name}@example.org")["username"] == name
    assert run("current-subscription", "chief")["status"]
    run("collaborators-add", project, "surveyor", "editor")
    assert run("collaborators-patch", project, "surveyor", "reader")["role"] == "reader"
    assert len(run("collaborators-get", project)) == 1
    run("collaborators-remove", project, "surveyor")
    run("members-add", "acme", "helper", "member", "--public")
    assert run("members-patch", "acme", "helper", "admin")["role"] == "admin"
    assert "helper" in {member["member"] for member in run("members-get", "acme")}
    run("teams-create", "acme", "cooks")
    run("team-members-add", "acme", "cooks", "helper")
    assert len(run("team-members-list", "acme", "cooks")) == 1
    run("team-members-remove", "acme", "cooks", "helper")
    assert run("teams-patch", "acme", "cooks", "--name", "bakers")["team"] == "bakers"
    assert run("teams-get", "acme", "bakers")["members"] == []
    assert len(run("teams-list", "acme")) == 1
    run("teams-delete", "acme", "bakers")
    run("members-remove", "acme", "helper")


def test_cli_seed(run: Run, client: sdk.Client, tmp_path: Path) -> None:
    body = {"name": f"seed_{uuid4().hex[:8]}", "seed": {"basemap_provider": "osm", "extent": "7, 46, 8, 47"}}
    answer = client.session.post(
        client.url + "projects/", json=body, headers={"Authorization": f"Token {client.token}"}
    )
    project = answer.json()["id"]
    settle(client, project)
    assert run("get-project-seed", project)["extent"] == [7.0, 46.0, 8.0, 47.0]
    # There is no form, and json2qgis is a conversion that this server does not do: both say so.
    for command in ("get-project-seed-xlsform", "get-project-seed-json2qgis"):
        with pytest.raises(AssertionError, match="404"):
            run(command, project, tmp_path)
    client.delete_project(project)


def test_cli_sign_in(cast: CompanionServer) -> None:
    url = ["--url", cast.url + "/api/v1/", "--json"]
    token = json.loads(CliRunner().invoke(cli, [*url, "login", "chief", PASSWORD]).output)["token"]
    assert CliRunner().invoke(cli, [*url, "--token", token, "logout"]).exit_code == 0
    assert CliRunner().invoke(cli, [*url, "--token", token, "list-projects"]).exit_code != 0


def test_every_command_is_tried_here() -> None:
    source = Path(__file__).read_text("utf-8")
    assert [name for name in cli.commands if f'"{name}"' not in source] == []
