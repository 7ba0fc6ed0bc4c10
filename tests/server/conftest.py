# SPDX-License-Identifier: GPL-2.0-or-later
"""A fresh server for every test: its own data folder and its own committed database, copied from a migrated one.

Nothing is rolled back and nothing is mocked, so threads, jobs and ``on_commit`` behave as they do in service.
``make test-server-postgresql`` runs the same tests on PostgreSQL; ``TEST_DATABASE_URL`` names any other one.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

BASE = Path(tempfile.mkdtemp(prefix="qfieldcloud-tests-"))
atexit.register(shutil.rmtree, BASE, ignore_errors=True)  # also of the process that only hands tests out
for _name in [name for name in os.environ if name.startswith("QFIELDCLOUD_")]:
    del os.environ[_name]
os.environ["QFIELDCLOUD_DATA_DIR"] = str(BASE / "template")
(BASE / "template").mkdir()
if os.environ.get("TEST_DATABASE_URL"):
    os.environ["QFIELDCLOUD_DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
os.environ["DJANGO_SETTINGS_MODULE"] = "qfieldcloud_server.settings"

import django  # noqa: E402

django.setup()

from django.conf import UserSettingsHolder  # noqa: E402
from django.conf import settings as django_settings  # noqa: E402
from django.core.handlers.base import BaseHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    override_settings,
    setup_test_environment,
    teardown_test_environment,
)
from rest_framework.test import APIClient  # noqa: E402

from qfieldcloud_server.accounts import tokens  # noqa: E402
from qfieldcloud_server.accounts.models import OrganizationMember, TeamMember, User  # noqa: E402
from qfieldcloud_server.projects.models import Project, ProjectCollaborator  # noqa: E402

PASSWORD = "correct horse battery staple"
OF_EVERY_TEST: set[str] = set()
FAST = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class SqliteFiles:
    """Each test gets a copy of the migrated file."""

    def migrate(self) -> None:
        call_command("migrate", verbosity=0)
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.template = connections.settings["default"]["NAME"]
        connections.close_all()

    def fresh(self, folder: Path) -> None:
        shutil.copy(self.template, folder / "db.sqlite3")
        connections.settings["default"]["NAME"] = str(folder / "db.sqlite3")

    def drop(self) -> None:
        connections.close_all()


class PostgresDatabases:
    """Each test gets a database made from the migrated one."""

    def __init__(self) -> None:
        self.names = f"qfc_template_{os.getpid()}", f"qfc_test_{os.getpid()}"

    def _admin(self, *statements: str) -> None:
        connections.close_all()
        connections.settings["default"]["NAME"] = "postgres"
        with connections["default"].cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        connections.close_all()

    def migrate(self) -> None:
        template, _ = self.names
        self._admin(f'DROP DATABASE IF EXISTS "{template}"', f'CREATE DATABASE "{template}"')
        connections.settings["default"]["NAME"] = template
        call_command("migrate", verbosity=0)
        connections.close_all()

    def fresh(self, folder: Path) -> None:
        template, test = self.names
        self._admin(
            f'DROP DATABASE IF EXISTS "{test}" WITH (FORCE)',
            f'CREATE DATABASE "{test}" TEMPLATE "{template}"',
        )
        connections.settings["default"]["NAME"] = test

    def drop(self) -> None:
        self._admin(f'DROP DATABASE IF EXISTS "{self.names[1]}" WITH (FORCE)')


class OneChain:
    """One chain of middleware for all clients: WhiteNoise looks through every static file to make its own.

    What a test sets for itself may be for a middleware, so its clients get a chain of their own.
    """

    def __init__(self) -> None:
        self._load = BaseHandler.load_middleware
        self._known: dict[type, dict[str, Any]] = {}

    def load(self, handler: BaseHandler, is_async: bool = False) -> None:
        if self._names_set() - OF_EVERY_TEST:
            self._load(handler, is_async)
            return
        kind = type(handler)
        if kind not in self._known:
            before = dict(vars(handler))
            self._load(handler, is_async)
            self._known[kind] = {
                name: value for name, value in vars(handler).items() if before.get(name) is not value
            }
        vars(handler).update(self._known[kind])

    @staticmethod
    def _names_set() -> set[str]:
        layer, names = django_settings._wrapped, set()
        while isinstance(layer, UserSettingsHolder):
            names |= {name for name in vars(layer) if name.isupper()}
            layer = layer.default_settings
        return names


@pytest.fixture(scope="session")
def _databases() -> Iterator[SqliteFiles | PostgresDatabases]:
    databases = PostgresDatabases() if os.environ.get("TEST_DATABASE_URL") else SqliteFiles()
    databases.migrate()
    setup_test_environment()
    OF_EVERY_TEST.update(OneChain._names_set(), ("DATA_DIR", "PASSWORD_HASHERS", "ALLOWED_HOSTS"))
    chain = OneChain()
    with patch.object(
        BaseHandler, "load_middleware", lambda handler, is_async=False: chain.load(handler, is_async)
    ):
        yield databases
    teardown_test_environment()


@pytest.fixture(autouse=True)
def data_dir(_databases: SqliteFiles | PostgresDatabases, tmp_path: Path) -> Iterator[Path]:
    """The data folder of this test's server."""
    folder = tmp_path / "data"
    folder.mkdir()
    connections.close_all()
    _databases.fresh(folder)
    with override_settings(DATA_DIR=folder, PASSWORD_HASHERS=FAST, ALLOWED_HOSTS=["*"]):
        yield folder
    _databases.drop()


@pytest.fixture
def once(
    _databases: SqliteFiles | PostgresDatabases, data_dir: Path
) -> Callable[[str, Callable[[], Any]], None]:
    """``once("survey", make)``: what ``make`` puts on the server is made once, then copied."""

    def prepare(name: str, make: Callable[[], Any]) -> None:
        kept = BASE / name
        if kept.is_dir():
            connections.close_all()
            shutil.copytree(kept, data_dir, dirs_exist_ok=True)
            return
        make()
        if isinstance(_databases, SqliteFiles):
            # Closed, the log is folded into the file.
            connections.close_all()
            shutil.copytree(data_dir, kept)

    return prepare


@pytest.fixture
def settings() -> Iterator[Any]:
    """Django's settings; what a test sets is undone after it."""
    override = override_settings()
    override.enable()
    yield django_settings
    override.disable()


@pytest.fixture
def person() -> Callable[..., User]:
    """``person("alice", quota_bytes=10)``; every password is ``PASSWORD``."""

    def make(username: str, **fields: Any) -> User:
        fields = {"email": f"{username}@example.org"} | fields
        return User.objects.create_user(username, password=PASSWORD, **fields)

    return make


@pytest.fixture
def organization() -> Callable[..., User]:
    """``organization("acme", owner, bob="admin", carol="member")``"""

    def make(name: str, owner: User, **roles: str) -> User:
        made = User.objects.create(username=name, type=User.Type.ORGANIZATION, organization_owner=owner)
        for username, role in roles.items():
            member = User.objects.get(username=username)
            OrganizationMember.objects.create(organization=made, member=member, role=role)
        return made

    return make


@pytest.fixture
def team() -> Callable[..., User]:
    """``team(acme, "surveyors", bob, carol)``"""

    def make(organization: User, name: str, *members: User) -> User:
        made = User.objects.create(
            username=f"@{organization.username}/{name}", type=User.Type.TEAM, team_organization=organization
        )
        TeamMember.objects.bulk_create(TeamMember(team=made, member=member) for member in members)
        return made

    return make


@pytest.fixture
def project() -> Callable[..., Project]:
    """``project(alice, "trees", bob="editor", is_public=True)``: keywords that are no field are collaborators."""
    fields = {field.name for field in Project._meta.get_fields()}

    def make(owner: User, name: str = "trees", **options: Any) -> Project:
        made = Project.objects.create(
            owner=owner, name=name, **{key: value for key, value in options.items() if key in fields}
        )
        for username, role in options.items():
            if username not in fields:
                who = User.objects.get(username=username)
                ProjectCollaborator.objects.create(project=made, collaborator=who, role=role)
        return made

    return make


@pytest.fixture
def api() -> Callable[..., APIClient]:
    """``api(alice).get("/api/v1/projects/")``; without a user: anonymous. Server errors are answers, not exceptions."""

    def client(user: User | None = None, client_type: str = "sdk", **headers: str) -> APIClient:
        made = APIClient(raise_request_exception=False, **headers)
        if user is not None:
            token, _ = tokens.make(user, client_type)
            made.credentials(HTTP_AUTHORIZATION=f"Token {token}", **headers)
        return made

    return client


@pytest.fixture
def queries() -> Callable[[], CaptureQueriesContext]:
    """``with queries() as seen: …; assert len(seen) <= 3``"""
    return lambda: CaptureQueriesContext(connections["default"])


@pytest.fixture
def live_server() -> Iterator[str]:
    """The base address of the server, listening on a real socket with real threads; jobs wait for ``run_jobs``."""
    from qfieldcloud_server.serving import Server
    from qfieldcloud_server.wsgi import application

    largest, text = django_settings.MAX_UPLOAD_BYTES, django_settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    server = Server(("127.0.0.1", 0), application, largest, text)
    server.expiration_interval = 0.02  # how often it looks whether it is to stop
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    yield "http://{}:{}".format(*server.bind_addr)
    server.stop()
    thread.join(timeout=30)


@pytest.fixture
def mailoutbox() -> list[Any]:
    """Mails that were sent."""
    from django.core import mail

    mail.outbox = []
    return mail.outbox
