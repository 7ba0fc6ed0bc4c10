# SPDX-License-Identifier: GPL-2.0-or-later
"""What the built zip holds, and what it does not."""

from __future__ import annotations

import ast
import configparser
import sys
import zipfile

import pytest

from scripts import package
from scripts.vendoring import (
    DoesNotFit,
    foreign_imports,
    only_definitions,
    with_own_imports,
    without_definitions,
)

NAME = "qfieldcloud_plugin"
# What QGIS itself brings; osgeo and numpy only where the code asks for them inside a function.
BROUGHT_BY_QGIS = {"qgis", "processing", "requests", "urllib3", "osgeo", "numpy"}
# Backends of the keyring on systems that have them; GDAL's reader, which only the server's extra brings.
OPTIONAL = {"gi", "dbus", "cryptography", "win32cred", "pywintypes", "sqlite_dump", "pyogrio"}


@pytest.fixture(scope="module")
def archive(built_zip):
    with zipfile.ZipFile(built_zip) as opened:
        yield opened


def test_everything_is_inside_one_folder_of_the_plugins_name(archive):
    assert {name.partition("/")[0] for name in archive.namelist()} == {NAME}


@pytest.mark.parametrize("name", ["__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md", "plugin.py"])
def test_what_must_be_there_is_there(archive, name):
    assert f"{NAME}/{name}" in archive.namelist()


def test_nothing_of_the_workshop_is_shipped(archive):
    unwanted = ("test", "__pycache__", ".pyc", ".git", ".ts", ".keep", "conftest")
    assert not [name for name in archive.namelist() if any(part in name for part in unwanted)]


def test_times_and_modes_tell_nothing_of_the_machine(archive):
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_every_module_is_python_3_9(archive):
    for name in archive.namelist():
        if name.endswith(".py"):
            ast.parse(archive.read(name), name, feature_version=(3, 9))


def test_nothing_is_imported_that_is_neither_inside_nor_brought_by_qgis(archive):
    known = set(sys.stdlib_module_names) | {NAME} | BROUGHT_BY_QGIS | OPTIONAL
    foreign = {
        (name, module)
        for name in archive.namelist()
        if name.endswith(".py")
        for module in foreign_imports(archive.read(name).decode())
        if module not in known
    }
    assert not foreign


def test_every_library_brings_its_licence(archive):
    vendored = {
        name.split("/")[2] for name in archive.namelist() if "/_vendor/" in name and name.count("/") > 2
    }
    licences = [name for name in archive.namelist() if "/_vendor/licenses/" in name]
    assert len(licences) >= len(vendored - {"licenses", "jaraco"})


def test_the_version_is_that_of_the_manifest(archive):
    manifest = configparser.ConfigParser()
    manifest.read_string(archive.read(f"{NAME}/metadata.txt").decode())
    assert manifest["general"]["version"].count(".") == 2


def test_the_same_tree_makes_the_same_bytes(built_zip, tmp_path):
    files = package.shipped_files()
    package.write_zip(files, tmp_path / "one.zip")
    package.write_zip(dict(reversed(files.items())), tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize(
    ("source", "rewritten"),
    [
        ("import keyring", "from p._vendor import keyring"),
        ("import keyring as k", "from p._vendor import keyring as k"),
        ("import keyring.errors", "import p._vendor.keyring.errors; from p._vendor import keyring"),
        ("import keyring.errors as e", "import p._vendor.keyring.errors as e"),
        ("import os, keyring", "import os; from p._vendor import keyring"),
        (
            "from keyring.backends import (\n  fail,\n)",
            "from p._vendor.keyring.backends import (\n  fail,\n)",
        ),
        ("def f():\n    'ä'; import keyring", "def f():\n    'ä'; from p._vendor import keyring"),
        ("from . import keyring", "from . import keyring"),
        ("import keyrings.alt", "import keyrings.alt"),
        ("text = 'import keyring'", "text = 'import keyring'"),
    ],
)
def test_imports_are_pointed_at_the_plugins_own_copy(source, rewritten):
    assert with_own_imports(source, frozenset({"keyring"}), "p._vendor") == rewritten


def test_a_library_can_be_cut_to_what_is_used():
    source = "import os\nimport re\n\n@deco\ndef used():\n    return re\n\ndef unused():\n    return os\n"
    assert "unused" not in without_definitions(source, ["unused"])
    kept = only_definitions(source, ["used"])
    assert "import re" in kept
    assert "import os" not in kept
    assert "@deco" in kept


def test_a_library_that_has_changed_stops_the_build():
    with pytest.raises(DoesNotFit):
        without_definitions("def other(): pass", ["gone"])
