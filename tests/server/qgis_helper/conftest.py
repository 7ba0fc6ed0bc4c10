# SPDX-License-Identifier: GPL-2.0-or-later
"""A PostGIS server of our own, a project with a layer in it, and a helper that is really QGIS."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.data.simple_projects import SimpleProject
from tests.server.field_work import TREES, Survey, run_jobs

QGIS_PYTHON = "/usr/bin/python3"
PASSWORD = "a long word for the database"
_BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@cache
def has_qgis() -> bool:
    try:
        found = subprocess.run([QGIS_PYTHON, "-c", "import qgis.core"], capture_output=True, timeout=60)
    except OSError:
        return False
    return found.returncode == 0


@pytest.fixture(autouse=True)
def _needs_qgis() -> None:
    if not has_qgis():
        pytest.skip(f"{QGIS_PYTHON} has no QGIS")


@pytest.fixture
def helper(settings: Any) -> Any:
    """The server's settings, with the helper switched on."""
    settings.QGIS_PYTHON = QGIS_PYTHON
    return settings


@dataclass(frozen=True)
class Database:
    """One database with PostGIS and the table `trees`."""

    name: str
    port: int

    def execute(self, statement: str, *values: Any) -> list[Any]:
        address = f"host=127.0.0.1 port={self.port} dbname={self.name} user=postgres password='{PASSWORD}'"
        with psycopg.connect(address, autocommit=True) as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    def source(self, password: str = PASSWORD, *, table: str = "trees", **more: str) -> str:
        """As QGIS writes it into projects."""
        said = {
            "host": "127.0.0.1",
            "port": str(self.port),
            "user": "'surveyor'",
            "password": f"'{password}'",
        } | more
        words = " ".join(f"{name}={value}" for name, value in said.items() if value)
        return (
            f"dbname='{self.name}' {words} key='id' srid=4326 type=Point table=\"public\".\"{table}\" (geom)"
        )

    def rows(self, columns: str = "id, species, height") -> list[Any]:
        return self.execute(f"SELECT {columns} FROM trees ORDER BY id")


@pytest.fixture(scope="session")
def _cluster() -> Iterator[int]:
    if not _BINARIES or not any(Path("/usr/share/postgresql").glob("*/extension/postgis.control")):
        pytest.skip("PostgreSQL with PostGIS is not installed")
    folder = Path(tempfile.mkdtemp(prefix="qfieldcloud-postgis-"))
    folder.chmod(0o755)
    # PostgreSQL refuses to run as root.
    become = (
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"]
        if os.getuid() == 0
        else []
    )
    if become:
        shutil.chown(folder, "postgres", "postgres")
    secret = folder / "password"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run([*become, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=60)

    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run(
        str(_BINARIES[-1] / "initdb"), "-D", str(data), "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={secret}",
        "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
    )  # fmt: skip
    control = str(_BINARIES[-1] / "pg_ctl")
    run(control, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        template = Database("postgres", port)
        template.execute("CREATE DATABASE trees_template")
        made = Database("trees_template", port)
        made.execute("CREATE EXTENSION postgis")
        made.execute(f"CREATE ROLE surveyor LOGIN PASSWORD '{PASSWORD}'")
        made.execute(
            "CREATE TABLE trees (id serial PRIMARY KEY, geom geometry(Point, 4326), species text NOT NULL, "
            "height double precision CHECK (height < 200), note text DEFAULT 'n/a', seen timestamp, is_felled boolean)"
        )
        made.execute(
            "GRANT ALL ON ALL TABLES IN SCHEMA public TO surveyor; GRANT ALL ON trees_id_seq TO surveyor"
        )
        made.execute(
            "INSERT INTO trees (geom, species, height) VALUES "
            "(ST_SetSRID(ST_Point(7.1, 46.1), 4326), 'oak', 10), (ST_SetSRID(ST_Point(7.2, 46.2), 4326), 'ash', 12.5)"
        )
        yield port
    finally:
        run(control, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(_cluster: int) -> Database:
    fresh = Database(f"trees_{uuid4().hex[:8]}", _cluster)
    Database("postgres", _cluster).execute(f"CREATE DATABASE {fresh.name} TEMPLATE trees_template")
    return fresh


@pytest.fixture
def survey_of(
    person: Callable[..., Any], project: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> Callable[..., Survey]:
    """``survey_of(source)``: a project whose layer `trees` is in PostGIS; `plots` is a GeoPackage."""

    def make(source: str, provider: str = "postgres") -> Survey:
        alice = person("alice")
        survey = Survey(api(alice), project(alice, "trees"))
        folder = tmp_path / "survey"
        made = SimpleProject(folder)
        made.layer(
            "trees", source, provider=provider, id=TREES, properties={"QFieldSync/cloud_action": "offline"},
            fields=["id", "species", "height", "note", "seen", "is_felled"],
        )  # fmt: skip
        made.table_layer("plots", [(1, None, "a")], file="plots.gpkg")
        made.save()
        survey.upload_folder(folder)
        assert [job.status for job in run_jobs()] == ["finished"]
        return survey

    return make


@pytest.fixture
def survey(survey_of: Callable[[str], Survey], database: Database) -> Survey:
    return survey_of(database.source())
