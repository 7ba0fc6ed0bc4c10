# SPDX-License-Identifier: GPL-2.0-or-later
"""A surveyed project on the server, and what an office and a device do with it, all through the API."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from rest_framework.test import APIClient

from qfieldcloud_server.jobs import execution
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.models import Project
from tests.data.simple_projects import SimpleProject, point

CLIENT = "cd517e24-a520-4021-8850-e5af70e3a612"
TREES = "trees_id"
COLUMNS = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, species TEXT, height REAL"
ROWS = [
    (1, point(7.1, 46.1), "oak", 10.0),
    (2, point(7.2, 46.2), "ash", 12.5),
    (3, point(7.3, 46.3), "elm", 8.0),
]


def make_survey(folder: Path) -> SimpleProject:
    """trees in data.gpkg, and the QGIS project that shows them; nothing is saved to project.qgs yet."""
    folder.mkdir(parents=True, exist_ok=True)
    project = SimpleProject(folder)
    project.table_layer("trees", ROWS, columns=COLUMNS, fields=["fid", "species", "height"])
    return project


def run_jobs() -> list[Job]:
    """Do everything that waits, in this thread; returns the jobs as they ended."""
    done = []
    while job := execution.next_job():
        execution.run(job)
        job.refresh_from_db()
        done.append(job)
    return done


class Survey:
    """One person's view of one project."""

    def __init__(self, client: APIClient, project: Project) -> None:
        self.client, self.project = client, project

    def url(self, kind: str, rest: str = "") -> str:
        return f"/api/v1/{kind}/{self.project.pk}/{rest}"

    def upload(self, name: str, data: bytes, **headers: str) -> Any:
        part = io.BytesIO(data)
        part.name = "part"
        return self.client.post(
            self.url("files", f"{name}/"), {"file": part}, format="multipart", headers=headers
        )

    def upload_folder(self, folder: Path) -> None:
        for path in sorted(folder.rglob("*"), key=lambda p: p.suffix in (".qgs", ".qgz")):
            if path.is_file():
                answer = self.upload(path.relative_to(folder).as_posix(), path.read_bytes())
                assert answer.status_code == 201, answer.content

    def download(self, name: str, **headers: str) -> bytes:
        answer = self.client.get(self.url("files", f"{name}/"), headers=headers)
        assert answer.status_code in (200, 206), answer.content
        return b"".join(answer.streaming_content)

    def metadata(self, name: str) -> dict[str, Any]:
        answer = self.client.get(self.url("files/metadata", f"{name}/"))
        assert answer.status_code == 200, answer.content
        return answer.json()

    def push(self, *deltas: dict[str, Any], file_id: str = "", **top: Any) -> Any:
        content = {
            "version": "1.0", "id": file_id or str(uuid4()), "project": str(self.project.pk), "files": [],
            "deltas": list(deltas), **top,
        }  # fmt: skip
        return self.push_bytes(json.dumps(content).encode())

    def push_bytes(self, data: bytes) -> Any:
        part = io.BytesIO(data)
        part.name = "deltafile.json"
        return self.client.post(self.url("deltas"), {"file": part}, format="multipart")

    def deltas(self, file_id: str = "") -> list[dict[str, Any]]:
        answer = self.client.get(self.url("deltas", f"{file_id}/" if file_id else ""))
        assert answer.status_code == 200, answer.content
        return answer.json()

    def statuses(self, file_id: str = "") -> list[str]:
        return [delta["status"] for delta in self.deltas(file_id)]

    def rows(
        self, tmp_path: Path, columns: str = "fid, species, height", name: str = "data.gpkg"
    ) -> list[Any]:
        path = tmp_path / f"{uuid4()}.gpkg"
        path.write_bytes(self.download(name))
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return connection.execute(f"SELECT {columns} FROM trees ORDER BY fid").fetchall()


def create(
    local_pk: str = "100", geometry: str | None = "Point (7.5 46.5)", **attributes: Any
) -> dict[str, Any]:
    return _delta("create", local_pk, "", new={"attributes": attributes, "geometry": geometry})


def patch(pk: int | str, old: dict[str, Any], new: dict[str, Any], **more: Any) -> dict[str, Any]:
    return _delta("patch", str(pk), str(pk), old={"attributes": old}, new={"attributes": new}) | more


def delete(pk: int | str, old: dict[str, Any]) -> dict[str, Any]:
    return _delta("delete", str(pk), str(pk), old={"attributes": old})


def _delta(method: str, local_pk: str, source_pk: str, **states: Any) -> dict[str, Any]:
    return {
        "uuid": str(uuid4()), "clientId": CLIENT, "exportId": str(uuid4()), "method": method,
        "localPk": local_pk, "sourcePk": source_pk, "localLayerId": TREES, "sourceLayerId": TREES, **states,
    }  # fmt: skip
