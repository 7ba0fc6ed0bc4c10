# SPDX-License-Identifier: GPL-2.0-or-later
"""What deltas hear whose layer nobody can write, whatever is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.deltas.writer import CannotWrite
from qfieldcloud_server.deltas.writers import writer_of
from tests.data.simple_projects import SimpleProject


@pytest.mark.parametrize("qgis_python", ["", "/usr/bin/python3"])
@pytest.mark.parametrize(
    ("provider", "source", "said"),
    [
        ("virtual", "?query=SELECT * FROM trees", "rows of other layers"),
        ("memory", "Point?crs=EPSG:4326", "temporary layer"),
        ("ogr", "./trees.tab", "as a GeoPackage it can be written"),
    ],
)
def test_a_layer_that_nobody_can_write_says_what_would_help(
    tmp_path: Path, settings: Any, provider: str, source: str, said: str, qgis_python: str
) -> None:
    settings.QGIS_PYTHON = qgis_python
    made = SimpleProject(tmp_path)
    made.layer("trees", source, provider=provider, id="trees_id", fields=["id"])
    made.save()
    with pytest.raises(CannotWrite, match=said):
        writer_of(read_project(tmp_path / "project.qgs").layer("trees_id"))
