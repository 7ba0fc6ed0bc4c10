# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects to package."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "data"))

from simple_projects import SimpleProject


@pytest.fixture
def project(tmp_path: Path) -> SimpleProject:
    """An empty project in a folder of its own."""
    folder = tmp_path / "project"
    folder.mkdir()
    return SimpleProject(folder)
