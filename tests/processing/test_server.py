# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms that talk to a server, against a real one; the account comes from the environment."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingException, QgsSettings

from qfieldcloud_plugin.cloud import Workspace, sign_in
from qfieldcloud_plugin.settings import GROUP

from .conftest import execute, heights, make_project

pytestmark = pytest.mark.qgis


@pytest.fixture
def client(cloud_server, monkeypatch, tmp_path):
    name = cloud_server.create_user(f"proc{abs(hash(tmp_path)) % 10**9}")
    signed_in = sign_in(cloud_server.address, name, cloud_server.password)
    monkeypatch.setenv("QFIELDCLOUD_URL", cloud_server.address)
    monkeypatch.setenv("QFIELDCLOUD_TOKEN", signed_in.token)
    return signed_in


@pytest.fixture
def project(client, tmp_path, provider):
    path = make_project(tmp_path / "mine")
    assert Workspace(client).create_project(path.parent, "survey").complete
    (found,) = client.projects.list()
    return path.parent, found.id


def test_projects_are_listed(run, client, project):
    result = run("listprojects")
    assert result["COUNT"] == 1
    assert project[1] in result["PROJECTS"]


def test_a_project_is_downloaded_edited_and_synced_back(run, project, tmp_path):
    mine, project_id = project
    theirs = tmp_path / "theirs"
    assert run("downloadproject", PROJECT_ID=project_id, OUTPUT=str(theirs))["FILES"] >= 2
    execute(theirs / "trees.gpkg", "UPDATE trees SET height = 42 WHERE name = 'oak'")
    assert run("syncproject", FOLDER=str(theirs))["SENT"] == 1
    assert run("syncproject", FOLDER=str(mine))["RECEIVED"] == 1
    assert heights(mine / "trees.gpkg")["oak"] == 42


@pytest.fixture
def conflict(run, project, tmp_path):
    mine, project_id = project
    theirs = tmp_path / "theirs"
    run("downloadproject", PROJECT_ID=project_id, OUTPUT=str(theirs))
    execute(theirs / "trees.gpkg", "UPDATE trees SET height = 42 WHERE name = 'oak'")
    run("syncproject", FOLDER=str(theirs))
    execute(mine / "trees.gpkg", "UPDATE trees SET height = 7 WHERE name = 'oak'")
    return mine


def test_a_conflict_stays_undecided_unless_a_rule_says_so(run, conflict):
    assert run("syncproject", FOLDER=str(conflict))["OPEN_CONFLICTS"] == 1
    assert heights(conflict / "trees.gpkg")["oak"] == 7


@pytest.mark.parametrize(("rule", "height"), [(1, 7), (2, 42)])
def test_a_rule_decides_conflicts(run, conflict, rule, height):
    assert run("syncproject", FOLDER=str(conflict), CONFLICTS=rule)["OPEN_CONFLICTS"] == 0
    assert heights(conflict / "trees.gpkg")["oak"] == height


def test_a_pull_receives_and_sends_nothing(run, project, tmp_path):
    mine, project_id = project
    theirs = tmp_path / "theirs"
    run("downloadproject", PROJECT_ID=project_id, OUTPUT=str(theirs))
    execute(theirs / "trees.gpkg", "UPDATE trees SET height = 42 WHERE name = 'oak'")
    (theirs / "notes.txt").write_text("only here")
    run("pushproject", FOLDER=str(theirs))
    (mine / "mine.txt").write_text("stays here")
    result = run("pullproject", FOLDER=str(mine))
    assert (result["SENT"], result["RECEIVED"]) == (0, 1)
    assert (mine / "notes.txt").is_file()
    assert "mine.txt" not in {file["name"] for file in files_of(project_id)}


def files_of(project_id):
    import os

    from qfieldcloud_plugin.cloud import sign_in_with_token

    signed_in = sign_in_with_token(os.environ["QFIELDCLOUD_URL"], os.environ["QFIELDCLOUD_TOKEN"])
    return [{"name": file.name} for file in signed_in.files.list(project_id)]


def test_files_are_uploaded_and_replaced_only_when_allowed(run, project, tmp_path):
    file = tmp_path / "photo.jpg"
    file.write_bytes(b"not really a photo")
    where = {"PROJECT_ID": project[1], "FILES": [str(file)], "FOLDER": "DCIM"}
    assert run("uploadfiles", **where)["COUNT"] == 1
    assert {"name": "DCIM/photo.jpg"} in files_of(project[1])
    with pytest.raises(QgsProcessingException):
        run("uploadfiles", **where)
    file.write_bytes(b"another one")
    assert run("uploadfiles", **where, REPLACE=True)["COUNT"] == 1


def test_a_package_is_made_on_the_server(run, project):
    assert run("triggerjob", PROJECT_ID=project[1])["STATUS"] == "finished"


def test_an_authentication_configuration_signs_in(run, client, cloud_server, monkeypatch):
    monkeypatch.delenv("QFIELDCLOUD_TOKEN")
    manager = QgsApplication.authManager()
    manager.setMasterPassword("master password of the tests", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("cloud")
    config.setConfig("username", client.username)
    config.setConfig("password", cloud_server.password)
    assert manager.storeAuthenticationConfig(config)
    result = run(
        "listprojects", AUTHCFG=config.id() if isinstance(config, QgsAuthMethodConfig) else config[1].id()
    )
    assert result["COUNT"] == 0


def test_without_an_account_the_reason_is_told(run, monkeypatch):
    # Tests of the widgets, in the same QGIS, log accounts in.
    QgsSettings().remove(GROUP)
    monkeypatch.delenv("QFIELDCLOUD_URL", raising=False)
    monkeypatch.delenv("QFIELDCLOUD_TOKEN", raising=False)
    with pytest.raises(QgsProcessingException, match="account"):
        run("listprojects")
