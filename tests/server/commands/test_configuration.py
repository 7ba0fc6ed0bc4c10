# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings: from the environment, from one file, and refused loudly when wrong."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from qfieldcloud_server import configuration
from qfieldcloud_server.configuration import OPTIONS, WrongSetting, read

REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)


def test_everything_has_a_default(tmp_path):
    found = read({})
    assert found.data_dir == tmp_path / "qfieldcloud-data"
    assert found.listen == ("0.0.0.0", 8000)
    assert found.sign_up == "closed"
    assert set(found.sources.values()) == {"default"}


def test_the_environment_comes_before_the_file(tmp_path):
    (tmp_path / "qfieldcloud.toml").write_text(
        'site_title = "File"\ntoken_hours = 5\nallowed_hosts = ["a", "b"]\n'
    )
    found = read({"QFIELDCLOUD_SITE_TITLE": "Environment"})
    assert (found.site_title, found.token_hours, found.allowed_hosts) == ("Environment", 5, ["a", "b"])
    assert found.sources["site_title"] == "QFIELDCLOUD_SITE_TITLE"
    other = tmp_path / "other.toml"
    other.write_text("debug = true\n")
    assert read({"QFIELDCLOUD_CONFIG": str(other)}).debug is True


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PUBLIC_URL", "maps.example.org", "https://maps.example.org"),
        ("PUBLIC_URL", "https://maps.example.org/sub", "https://maps.example.org"),
        ("LISTEN", "8000", "host:port"),
        ("LISTEN", "0.0.0.0:99999", "host:port"),
        ("TOKEN_HOURS", "0", "1 or more"),
        ("TOKEN_HOURS", "soon", "whole number"),
        ("DEBUG", "maybe", "yes or no"),
        ("SIGN_UP", "ajar", "closed, open"),
        ("TIME_ZONE", "Mars/Olympus", "time zone"),
        ("TRUSTED_PROXIES", "proxy.local", "10.0.0.0/8"),
        ("DATABASE_URL", "mysql://x", "postgres"),
        ("EMAIL_URL", "mail.example.org", "smtp"),
        ("LOGO_URL", "javascript:alert(1)", "https://"),
        ("DATA_DIR", "", "folder"),
        ("QGIS_PYTHON", "python3", "/usr/bin/python3"),
        ("QGIS_PYTHON", "/usr/bin/no-such-python", "/usr/bin/python3"),
    ],
)
def test_a_wrong_value_is_named_with_its_source_and_what_is_expected(name, value, expected):
    with pytest.raises(WrongSetting) as caught:
        read({f"QFIELDCLOUD_{name}": value})
    assert f"QFIELDCLOUD_{name}" in str(caught.value)
    assert expected in str(caught.value)


def test_an_unknown_setting_is_refused_with_the_nearest_known_one(tmp_path):
    with pytest.raises(WrongSetting, match="Did you mean 'public_url'"):
        read({"QFIELDCLOUD_PUBLICURL": "https://x"})
    (tmp_path / "qfieldcloud.toml").write_text('pubic_url = "x"\n')
    with pytest.raises(WrongSetting, match="Did you mean 'public_url'"):
        read({})


def test_the_variables_of_the_sdk_are_none_of_ours():
    read(
        {
            "QFIELDCLOUD_URL": "x",
            "QFIELDCLOUD_TOKEN": "x",
            "QFIELDCLOUD_USERNAME": "x",
            "QFIELDCLOUD_PASSWORD": "x",
        }
    )


def test_secrets_are_not_repeated_in_messages():
    with pytest.raises(WrongSetting) as caught:
        read({"QFIELDCLOUD_DATABASE_URL": "mysql://user:hush@host/db"})
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("content", ["not toml", "\udcff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    (tmp_path / "qfieldcloud.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(WrongSetting, match=r"qfieldcloud\.toml"):
        read({})
    with pytest.raises(WrongSetting, match=r"missing\.toml"):
        read({"QFIELDCLOUD_CONFIG": "missing.toml"})


def test_the_table_in_the_documentation_is_that_of_the_program():
    page = (REPOSITORY / "docs/hosting/settings.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| `?([^|`]*)`? \|", page, re.MULTILINE))
    assert rows == {option.name: option.default for option in OPTIONS}
    for option in OPTIONS:
        assert option.help in page


def start(tmp_path, **variables):
    """The settings as a fresh process finds them."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")}
    environment |= {
        "QFIELDCLOUD_DATA_DIR": str(tmp_path / "fresh"),
        "PYTHONPATH": str(REPOSITORY),
    } | variables
    script = (
        "from qfieldcloud_server import data_folder, settings;"
        "data_folder.prepare(settings.DATA_DIR); print(settings.SECRET_KEY, settings.ALLOWED_HOSTS)"
    )
    command = [sys.executable, "-c", script]
    return subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path, check=False)


def test_the_secret_key_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    first, second = start(tmp_path), start(tmp_path)
    assert first.stdout == second.stdout != ""
    key = tmp_path / "fresh/secret_key"
    assert len(key.read_text()) >= 64
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    assert [path.name for path in key.parent.iterdir()] == ["secret_key"]


def test_reading_the_settings_writes_nothing(tmp_path):
    environment = dict(os.environ, QFIELDCLOUD_DATA_DIR=str(tmp_path / "fresh"), PYTHONPATH=str(REPOSITORY))
    command = [sys.executable, "-c", "import django; django.setup()"]
    subprocess.run(command, env=environment, cwd=tmp_path, check=True)
    assert not (tmp_path / "fresh").exists()


def test_a_damaged_or_short_key_stops_the_start(tmp_path):
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh/secret_key").write_text("short")
    assert "restore it from a backup" in start(tmp_path).stderr
    assert "32 characters" in start(tmp_path, QFIELDCLOUD_SECRET_KEY="short").stderr


def test_a_public_address_closes_all_other_host_names(tmp_path):
    assert "['*']" in start(tmp_path).stdout
    told = start(tmp_path, QFIELDCLOUD_PUBLIC_URL="https://maps.example.org").stdout
    assert "'maps.example.org'" in told
    assert "'*'" not in told


def test_the_command_tells_a_wrong_setting_in_one_line(tmp_path):
    environment = dict(os.environ, QFIELDCLOUD_TOKEN_HOURS="soon", PYTHONPATH=str(REPOSITORY))
    command = [sys.executable, "-m", "qfieldcloud_server", "migrate"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("token_hours = 'soon' (from QFIELDCLOUD_TOKEN_HOURS)")
    assert len(done.stderr.splitlines()) == 1


def test_options_are_named_once():
    assert len({option.name for option in OPTIONS}) == len(OPTIONS)
    assert configuration.PREFIX == "QFIELDCLOUD_"


@pytest.mark.parametrize("name", ["DATABASE_URL", "EMAIL_URL", "FILES_URL"])
def test_a_password_that_breaks_its_address_is_told_how_to_be_written_and_not_shown(name):
    scheme = {"DATABASE_URL": "postgresql", "EMAIL_URL": "smtp", "FILES_URL": "https"}[name]
    with pytest.raises(WrongSetting, match="%2F") as told:
        read({f"QFIELDCLOUD_{name}": f"{scheme}://ada:secret/word@host/maps"})
    if name != "FILES_URL":  # which holds no password
        assert "secret" not in str(told.value)
