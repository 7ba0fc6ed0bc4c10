# SPDX-License-Identifier: GPL-2.0-or-later
"""The move from SQLite to another database: every row, as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import connection

from qfieldcloud_server.__main__ import main
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.database_copy import _SOURCE, DatabaseCopy, NotCopied, _is_ours

FILL = """
import django; django.setup()
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.projects.models import Project
ada = User.objects.get(username="ada")
for number in range(1500):
    Project.objects.create(name=f"p{number}", owner=ada)
"""
PEOPLE = {
    "password": "Passw0rd-1",
    "users": [{"username": "ada", "email": "ada@example.org", "quota_mb": 5}, {"username": "bob"}],
    "organizations": [
        {
            "name": "acme",
            "owner": "ada",
            "members": [{"username": "bob"}],
            "teams": [{"name": "t", "members": ["bob"]}],
        }
    ],
}


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory):
    """A server's SQLite database, made by the commands an operator runs."""
    folder = tmp_path_factory.mktemp("before")
    (folder / "people.json").write_text(json.dumps(PEOPLE), "utf-8")
    environment = {n: v for n, v in os.environ.items() if not n.startswith("QFIELDCLOUD_")}
    environment |= {
        "QFIELDCLOUD_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "qfieldcloud_server.settings",
    }
    for line in (["-m", "qfieldcloud_server", "provision", "people.json"], ["-c", FILL]):
        subprocess.run([sys.executable, *line], env=environment, cwd=folder, check=True, timeout=100)
    return folder / "db.sqlite3"


def test_every_row_of_every_table_arrives_as_it_was(sqlite):
    with DatabaseCopy(sqlite) as copy:
        copied = copy.run()
        before = _rows(_SOURCE)
    after = _rows("default")
    assert after == before
    assert copied == sum(len(rows) for rows in after.values()) > 1500


def test_new_rows_get_numbers_of_their_own_afterwards(sqlite, person):
    with DatabaseCopy(sqlite) as copy:
        copy.run()
    highest = max(User.objects.values_list("pk", flat=True))
    assert person("carol").pk > highest


def test_a_database_with_people_in_it_is_left_alone(sqlite, person):
    person("carol")
    with DatabaseCopy(sqlite) as copy, pytest.raises(NotCopied, match="already"):
        copy.run()
    assert User.objects.get().username == "carol"


def test_a_row_that_does_not_fit_undoes_everything(sqlite, monkeypatch):
    before = _rows("default")
    monkeypatch.setattr("qfieldcloud_server.database_copy._quoted", _broken_for("projects_project"))
    with DatabaseCopy(sqlite) as copy, pytest.raises(ZeroDivisionError):
        copy.run()
    assert _rows("default") == before
    assert Permission.objects.exists()


def test_without_postgresql_the_command_says_what_is_missing(capsys, settings):
    settings.ON_POSTGRES = False
    assert main(["copydatabase"]) == 2
    assert "database_url is not set" in capsys.readouterr().err


def _broken_for(table):
    seen = []

    def quoted(name):
        seen.append(name)
        if seen.count(table) == 2:  # the first time rows are taken away, the second time they come
            raise ZeroDivisionError
        return connection.ops.quote_name(name)

    return quoted


def _rows(alias):
    models = [model for model in apps.get_models(include_auto_created=True) if _is_ours(model)]
    return {m._meta.label: list(m._base_manager.using(alias).order_by("pk").values()) for m in models}
