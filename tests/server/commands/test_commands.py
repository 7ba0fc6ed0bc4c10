# SPDX-License-Identifier: GPL-2.0-or-later
"""provision, createuser, token and migrate, as an operator calls them."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys

import pytest

from qfieldcloud_server import configuration, data_folder
from qfieldcloud_server.__main__ import main
from qfieldcloud_server.accounts.models import OrganizationMember, TeamMember, User

CAST = {
    "password": "Passw0rd-1",
    "users": [
        {"username": "root", "email": "root@example.org", "staff": True, "superuser": True, "quota_mb": 1000},
        {"username": "alice", "email": "alice@example.org", "first_name": "Alice", "quota_mb": 1},
        {"username": "bob", "email": "bob@example.org", "quota_mb": 100},
        {"username": "gone", "email": "gone@example.org", "active": False, "quota_mb": 100},
    ],
    "organizations": [
        {
            "name": "acme",
            "owner": "alice",
            "email": "acme@example.org",
            "quota_mb": 10,
            "max_members": 2,
            "members": [{"username": "bob", "role": "admin", "is_public": True}],
            "teams": [{"name": "squad", "members": ["bob"]}],
        }
    ],
}


@pytest.fixture
def cast_file(tmp_path):
    def write(cast):
        path = tmp_path / "cast.json"
        path.write_text(cast if isinstance(cast, str) else json.dumps(cast), "utf-8")
        return str(path)

    return write


def test_provision_makes_what_the_file_describes(cast_file, api, capsys):
    assert main(["provision", cast_file(CAST)]) == 0
    assert "with teams: 6" in capsys.readouterr().out
    alice, acme = User.objects.get(username="alice"), User.objects.get(username="acme")
    assert (alice.quota_bytes, alice.first_name) == (1_000_000, "Alice")
    assert User.objects.get(username="root").is_superuser
    assert (acme.organization_owner, acme.max_members, acme.quota_bytes) == (alice, 2, 10_000_000)
    member = OrganizationMember.objects.get()
    assert (member.member.username, member.role, member.is_public) == ("bob", "admin", True)
    assert TeamMember.objects.get().team.username == "@acme/squad"
    for name, status in (("alice", 200), ("gone", 401), ("acme", 401)):
        answer = api().post("/api/v1/auth/login/", {"username": name, "password": "Passw0rd-1"})
        assert answer.status_code == status


def test_provision_again_changes_nothing_more(cast_file, capsys):
    main(["provision", cast_file(CAST)])
    before = list(User.objects.order_by("pk").values())
    capsys.readouterr()
    assert main(["provision", cast_file(CAST)]) == 0
    assert "with teams: 0" in capsys.readouterr().out
    assert list(User.objects.order_by("pk").values()) == before
    assert OrganizationMember.objects.count() == TeamMember.objects.count() == 1


def test_provision_keeps_a_password_that_its_owner_changed(cast_file):
    main(["provision", cast_file(CAST)])
    alice = User.objects.get(username="alice")
    alice.set_password("my own")
    alice.save()
    main(["provision", cast_file(CAST)])
    alice.refresh_from_db()
    assert alice.check_password("my own")


@pytest.mark.parametrize(
    "cast",
    [
        "{",
        "[]",
        {"users": [{}]},
        {"users": [{"username": "a b"}]},
        {"users": [{"username": "new", "quota": 3}]},
        {"users": [{"username": "new"}], "organisations": []},
        {
            "users": [{"username": "new"}, {"username": "other"}],
            "organizations": [
                {"name": "acme", "owner": "new", "members": [{"username": "other", "rôle": "admin"}]}
            ],
        },
        {"users": [{"username": "new"}, {"username": "x", "quota_mb": "much"}]},
        {"users": [{"username": "new"}], "organizations": [{"name": "acme", "owner": "nobody"}]},
        {"users": [{"username": "new"}], "organizations": [{"name": "new", "owner": "new"}]},
        {
            "users": [{"username": "new"}],
            "organizations": [
                {"name": "acme", "owner": "new", "members": [{"username": "new", "role": "boss"}]}
            ],
        },
    ],
    ids=str,
)
def test_a_wrong_file_is_named_and_nothing_of_it_is_done(cast_file, capsys, cast):
    assert main(["provision", cast_file(cast)]) == 1
    assert "Nothing was changed" in capsys.readouterr().err
    assert not User.objects.exists()


def test_createuser_takes_a_good_password_and_refuses_a_bad_one(monkeypatch, api, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("12345678\n"))
    assert main(["createuser", "alice", "--password-stdin"]) == 1
    assert "Nobody was made" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO("a long sentence\n"))
    assert main(["createuser", "alice", "--superuser", "--quota-mb", "5", "--password-stdin"]) == 0
    alice = User.objects.get()
    assert (alice.is_superuser, alice.is_staff, alice.quota_bytes) == (True, True, 5_000_000)
    answer = api().post("/api/v1/auth/login/", {"username": "alice", "password": "a long sentence"})
    assert answer.status_code == 200


def test_token_prints_a_token_that_works_and_nothing_else_on_its_first_line(person, api, capsys):
    person("alice")
    assert main(["token", "alice", "--client", "sdk", "--hours", "1"]) == 0
    token = capsys.readouterr().out.strip()
    assert api().get("/api/v1/auth/user/", headers={"Authorization": f"Token {token}"}).status_code == 200
    assert main(["token", "nobody"]) == 1
    assert main(["token", "alice", "--client", "toaster"]) == 2


def test_migrate_finds_nothing_left_to_do(capsys):
    assert main(["migrate"]) == 0
    assert "No migrations to apply" in capsys.readouterr().out


def test_a_wrong_address_to_listen_on_is_told(capsys):
    assert main(["serve", "--listen", "nowhere"]) == 2
    assert "host:port" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line", [["token", "ada", "--hours", "-3"], ["createuser", "ada", "--quota-mb", "-3"]], ids=str
)
def test_a_number_below_nothing_is_refused(capsys, line):
    with pytest.raises(SystemExit) as ended:
        main(line)
    assert ended.value.code == 2
    assert "is expected" in capsys.readouterr().err


def test_createuser_without_a_terminal_says_how_to_give_a_password(monkeypatch, capsys):
    def no_terminal(_prompt):
        raise EOFError

    monkeypatch.setattr("getpass.getpass", no_terminal)
    assert main(["createuser", "alice"]) == 1
    assert "--password-stdin" in capsys.readouterr().err
    assert not User.objects.exists()


def test_a_port_that_is_taken_is_told_in_a_line_that_says_what_to_do(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--listen", f"127.0.0.1:{port}"]) == 1
    told = capsys.readouterr().err
    assert f"Cannot listen on 127.0.0.1:{port}: Address already in use." in told
    assert "Choose another" in told


def test_a_database_that_cannot_be_opened_is_told_without_a_traceback(tmp_path):
    (tmp_path / "db.sqlite3").write_text("no database")
    for command in ("serve", "migrate", "token ada", "worker"):
        ended = _run(command, tmp_path)
        assert ended.returncode == 1
        assert ended.stderr.startswith("The database cannot be used: file is not a database\n")
        assert str(tmp_path / "db.sqlite3") in ended.stderr
        assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("name", ["db.sqlite3", "secret_key", "blobs"])
def test_a_data_folder_in_which_somebody_else_has_files_is_refused_at_the_start(tmp_path, monkeypatch, name):
    (tmp_path / name).touch()
    allowed = os.access
    monkeypatch.setattr("os.access", lambda path, how: path != tmp_path / name and allowed(path, how))
    with pytest.raises(configuration.WrongSetting, match=r"belongs to another user.*chown -R"):
        data_folder.prepare(tmp_path)


def test_a_postgresql_that_does_not_answer_is_told_without_a_traceback(tmp_path):
    pytest.importorskip("procrastinate")
    ended = _run("migrate", tmp_path, QFIELDCLOUD_DATABASE_URL="postgresql://ada@127.0.0.1:1/maps")
    assert ended.returncode == 1
    assert ended.stderr.startswith("The database cannot be used: ")
    assert "Look at database_url" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_token_works_on_a_server_that_never_started(tmp_path):
    ended = _run("token ada", tmp_path)
    assert (ended.returncode, ended.stderr) == (1, "ada: There is no such user.\n")


def test_a_folder_that_may_not_be_looked_into_is_no_place_for_settings(tmp_path, monkeypatch):
    def denied(*_arguments, **_more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.stat", denied)
    assert configuration.read({}).sources["listen"] == "default"


def _run(command, data_dir, **environment):
    line = [sys.executable, "-m", "qfieldcloud_server", "--data-dir", str(data_dir), *command.split()]
    own = {name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")}
    return subprocess.run(
        line, env=own | environment, cwd=data_dir, capture_output=True, text=True, timeout=60, check=False
    )
