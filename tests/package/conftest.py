# SPDX-License-Identifier: GPL-2.0-or-later
"""The built zip, unpacked as QGIS's plugin manager would, and a QGIS that finds plugins only there."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

NAME = "qfieldcloud_plugin"
ZIP = Path(__file__).resolve().parents[2] / "dist" / f"{NAME}.zip"


@pytest.fixture(scope="session")
def built_zip() -> Path:
    assert ZIP.is_file(), "make package builds what these tests are about"
    return ZIP


@pytest.fixture(scope="session")
def plugins_folder(built_zip, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(built_zip) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def only_the_zip(plugins_folder, monkeypatch):
    """Python that finds the plugin in the unpacked zip and its libraries nowhere else."""
    root = Path(__file__).resolve().parents[2]
    site_packages = {entry for entry in sys.path if ".venv" in entry}
    kept = [
        entry for entry in sys.path if Path(entry or ".").resolve() != root and entry not in site_packages
    ]
    monkeypatch.setattr(sys, "path", [str(plugins_folder), *kept])
    forget(NAME)
    yield plugins_folder
    forget(NAME)


def forget(name: str) -> None:
    for module in [module for module in sys.modules if module.partition(".")[0] == name]:
        del sys.modules[module]
