# SPDX-License-Identifier: GPL-2.0-or-later
"""What the child may know, read and leave behind."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.qgis_helper.errors import HelperMissing, HelperRefused
from qfieldcloud_server.qgis_helper.process import HelperProcess
from qfieldcloud_server.qgis_helper.secrets import Secrets
from tests.data.simple_projects import SimpleProject, make_table

SERVICE = "[field]\nhost=db.example.org\npassword=hush hush\n[mine]\nhost=/var/run/postgresql\n"
SECRETS = Secrets({"SURVEY_TOKEN": "not for the process list", "LD_PRELOAD": "/evil.so"}, SERVICE)


def child_of_this_process() -> int:
    found = subprocess.run(["pgrep", "-P", str(os.getpid())], capture_output=True, text=True).stdout
    return int(found.split()[0])


def export(helper: HelperProcess, project: Path, layer: str) -> list[Any]:
    return list(
        helper.ask(
            "export", project=str(project), root=str(project.parent), layer=layer,
            destination=str(helper.folder / "rows.gpkg"),
        )
    )  # fmt: skip


@pytest.fixture
def project_file(tmp_path: Path) -> Path:
    """A project whose layers are inside its folder and outside of it."""
    project = SimpleProject(tmp_path / "project")
    project.table_layer("inside", [(1, None, "a")])
    make_table(tmp_path / "server.gpkg", "accounts", rows=[(1, None, "alice")])
    project.layer("outside", f"{tmp_path}/server.gpkg|layername=accounts")
    return project.save()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux confines")
def test_files_that_are_not_the_project_s_cannot_be_opened(
    helper: Any, project_file: Path, data_dir: Path
) -> None:
    with HelperProcess(SECRETS, [project_file.parent], 60) as process:
        if not process.is_confined:
            pytest.skip("this kernel has no Landlock")
        assert export(process, project_file, "inside_id")[-1]["kind"] == "done"
        with pytest.raises(HelperRefused):
            export(process, project_file, "outside_id")
        folder = process.folder
    assert not folder.exists()
    with HelperProcess(SECRETS, [project_file.parent.parent], 60) as process:
        assert export(process, project_file, "outside_id")[-1]["kind"] == "done", "it could be read otherwise"


def test_secrets_are_in_no_command_line_and_no_environment_of_the_start(
    helper: Any, project_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QFIELDCLOUD_DATABASE_URL", "postgresql://me:the-server-s-own@db/qfieldcloud")
    with HelperProcess(SECRETS, [], 60) as process:
        seen = Path(f"/proc/{child_of_this_process()}")
        shown = (seen / "environ").read_bytes() + (seen / "cmdline").read_bytes()
        for word in (b"the-server-s-own", b"process list", b"hush", b"LD_PRELOAD"):
            assert word not in shown
        services = process.folder / "pg_service.conf"
        assert stat.S_IMODE(services.stat().st_mode) == 0o600
        assert services.read_text() == "[field]\nhost=db.example.org\npassword=hush hush\n[mine]\n"


def test_secrets_are_hidden_in_whatever_comes_back() -> None:
    said = {
        "msg": "token not for the process list, password=hush hush",
        "list": [
            "user='a' password='x y\\'z' host=b",
            "https://me:word@maps.example.org/wfs?password=word&x=1",
        ],
        "number": 4,
    }
    assert SECRETS.hidden_in(said) == {
        "msg": "token •••, password=•••",
        "list": ["user='a' password=••• host=b", "https://me:•••@maps.example.org/wfs?password=•••&x=1"],
        "number": 4,
    }


def test_the_child_ends_when_it_wants_too_much_memory(helper: Any, project_file: Path) -> None:
    helper.QGIS_MEMORY_MB = 20
    with pytest.raises(HelperMissing, match="does not start"), HelperProcess(SECRETS, [], 60):
        pass


def test_the_child_ends_when_nobody_speaks_to_it_any_more(helper: Any) -> None:
    with HelperProcess(SECRETS, [], 60) as process:
        process._orders.close()
        assert process._process.wait(timeout=30) == 0
