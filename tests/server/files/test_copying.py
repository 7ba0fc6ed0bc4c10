# SPDX-License-Identifier: GPL-2.0-or-later
"""An operator moves the files of a running server elsewhere and back, and learns what is wrong there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.__main__ import main
from qfieldcloud_server.doctor import inside
from qfieldcloud_server.files import records, storage_place
from qfieldcloud_server.files.storage import blob_store
from tests.server.field_work import Survey, make_survey, run_jobs
from tests.server.file_services import HAS_S3, WebDavServer
from tests.server.files.stores import S3, Elsewhere, WebDav


@pytest.fixture(params=["webdav", *(["s3"] if HAS_S3 else [])])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Elsewhere:
    return S3(tmp_path) if request.param == "s3" else WebDav(request.getfixturevalue("webdav"), tmp_path)


@pytest.fixture
def surveyed(survey: Survey, tmp_path: Path) -> Survey:
    """With its files in the folder."""
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    run_jobs()
    return survey


def test_files_go_elsewhere_and_come_back(
    surveyed: Survey, place: Elsewhere, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, names = surveyed.rows(tmp_path), list(blob_store().names())
    settings.FILES_PLACE = place.place
    assert main(["copyfiles"]) == 0
    assert f"Files copied: {len(names)}, there already: 0," in capsys.readouterr().out
    assert list(blob_store().names()) == names
    assert surveyed.rows(tmp_path) == rows
    assert surveyed.upload("new.bin", b"new").status_code == 201
    assert main(["copyfiles", "--back"]) == 0
    assert f"Files copied: 1, there already: {len(names)}," in capsys.readouterr().out
    settings.FILES_PLACE = None
    assert surveyed.download("new.bin") == b"new"
    assert surveyed.rows(tmp_path) == rows
    assert list(records.damaged()) == []


def test_copying_goes_on_where_it_was_interrupted(
    surveyed: Survey, webdav: WebDavServer, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = WebDav(webdav, tmp_path)
    settings.FILES_PLACE = place.place
    puts = iter(range(100))

    def full(environ: dict[str, Any], start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] != "PUT" or next(puts) < 1:
            return None
        start_response("507 Insufficient Storage", [("Content-Length", "0")])
        return [b""]

    webdav.meddle = full
    assert main(["copyfiles"]) == 1
    assert "Run this again" in capsys.readouterr().err
    assert len(list(place.store.names())) == 1
    webdav.meddle = None
    assert main(["copyfiles"]) == 0
    assert "there already: 1" in capsys.readouterr().out
    assert list(records.damaged()) == []


def test_damaged_files_are_named_and_not_copied(
    surveyed: Survey, place: Elsewhere, settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = surveyed.metadata("data.gpkg")["sha256"]
    path = settings.DATA_DIR / "blobs" / broken[:2] / broken
    path.chmod(0o644)
    path.write_bytes(b"rot")
    settings.FILES_PLACE = place.place
    assert main(["copyfiles"]) == 1
    assert broken in capsys.readouterr().err
    assert broken not in place.store.names()


def test_without_a_place_there_is_nothing_to_copy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["copyfiles"]) == 2
    assert "files_url is not set" in capsys.readouterr().err


# -- what the doctor and the status say ------------------------------------------------------------


def found() -> dict[str, str]:
    return {finding.what: finding.level for finding in inside.examine()}


def test_the_doctor_tries_the_folder(data_dir: Path) -> None:
    assert found()[f"Files can be kept in {data_dir / 'blobs'} and read back."] == "good"


def test_the_doctor_tries_the_place(webdav: WebDavServer, settings: Any, tmp_path: Path) -> None:
    blob_store().put(b"left in the folder")
    settings.FILES_PLACE, settings.X_ACCEL_PREFIX = WebDav(webdav, tmp_path).place, "/blobs/"
    said = found()
    assert said[f"Files can be kept in {settings.FILES_PLACE} and read back."] == "good"
    assert said[f"There are files in {settings.DATA_DIR / 'blobs'} too."] == "note"
    assert said["x_accel_prefix has no effect."] == "note"
    webdav.stop()
    assert [what for what, level in found().items() if level == "bad" and "cannot be kept" in what]


@pytest.mark.parametrize("is_there", [True, False])
def test_the_status_tells_whether_the_place_answers(
    api: Callable[..., Any], webdav: WebDavServer, settings: Any, tmp_path: Path, is_there: bool
) -> None:
    settings.FILES_PLACE = WebDav(webdav, tmp_path).place
    if not is_there:
        webdav.stop()
    assert api().get("/api/v1/status/").json()["storage"] == ("ok" if is_there else "error")


def test_the_status_does_not_ask_the_place_each_time(
    api: Callable[..., Any], webdav: WebDavServer, settings: Any, tmp_path: Path
) -> None:
    settings.FILES_PLACE = WebDav(webdav, tmp_path).place
    for _ in range(5):
        api().get("/api/v1/status/")
    assert len(webdav.asked) == 1


def test_nobody_is_warned_of_a_disk_on_which_no_files_are(
    surveyed: Survey, webdav: WebDavServer, settings: Any, tmp_path: Path
) -> None:
    settings.FILES_PLACE = WebDav(webdav, tmp_path).place
    told = surveyed.client.get("/api/v1/subscriptions/alice/current/").json()
    left = told["active_storage_total_bytes"] - told["storage_used_bytes"]
    assert left > told["plan_storage_threshold_warning_bytes"]


def test_nginx_is_not_sent_to_files_that_are_elsewhere(
    surveyed: Survey, webdav: WebDavServer, settings: Any, tmp_path: Path
) -> None:
    settings.FILES_PLACE, settings.X_ACCEL_PREFIX = WebDav(webdav, tmp_path).place, "/blobs/"
    surveyed.upload("a.bin", b"0123456789")
    assert surveyed.download("a.bin", Range="bytes=2-4") == b"234"


# -- settings ---------------------------------------------------------------------------------------


def start(tmp_path: Path, program: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")}
    environment |= {"QFIELDCLOUD_DATA_DIR": str(tmp_path / "server")}
    environment |= {f"QFIELDCLOUD_{name.upper()}": value for name, value in settings.items()}
    line = ["-c", program] if program else ["-m", "qfieldcloud_server", "migrate"]
    return subprocess.run(
        [sys.executable, *line], env=environment, capture_output=True, text=True, timeout=100
    )


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/x", "starts with s3:// or https:// or http://"),
        ("https://ada:secret@example.org/dav", "files_user and files_password"),
        ("s3://", "the name of the bucket or the host is missing"),
    ],
)
def test_a_place_that_cannot_be_meant_is_refused(tmp_path: Path, url: str, said: str) -> None:
    done = start(tmp_path, files_url=url)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_folder_needs_no_library_of_another_place(tmp_path: Path) -> None:
    program = (
        "import sys; from qfieldcloud_server.__main__ import main; main(['migrate'])\n"
        "print(sorted({'boto3', 'qfieldcloud_server.files.remote_store'} & sys.modules.keys()))"
    )
    done = start(tmp_path, program)
    assert done.stdout.endswith("[]\n"), done.stdout + done.stderr


def test_a_library_that_is_missing_stops_the_start(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['boto3'] = None\n"
        "from qfieldcloud_server.__main__ import main; sys.exit(main(['migrate']))"
    )
    done = start(tmp_path, program, files_url="s3://bucket")
    assert done.returncode == 2
    assert 'pip install "qfieldcloud-server[s3]"' in done.stderr


def test_a_password_is_never_shown() -> None:
    place = storage_place.StoragePlace("https://example.org/dav", "ada", "in the clear")
    assert "in the clear" not in f"{place} {place!r}"
