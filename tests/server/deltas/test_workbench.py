# SPDX-License-Identifier: GPL-2.0-or-later
"""What deltas did to a copy is found, however quickly they did it."""

from __future__ import annotations

import json
import time
from contextlib import closing
from pathlib import Path

from qfieldcloud_plugin.engine.delta import DeltaFile
from qfieldcloud_plugin.engine.gpkg import connect, transaction
from qfieldcloud_server.deltas.workbench import Workbench
from qfieldcloud_server.files.storage import blob_store
from tests.server.field_work import Survey, patch

OAK = {"fid": 1, "species": "oak", "height": 10.0}
AN_HOUR = 3600


def bench_of(survey: Survey, root: Path) -> Workbench:
    content = {
        "version": "1.0", "id": "0b8d7c1e-5a0c-4a0b-8c2e-6a2f1f6b7d10", "project": str(survey.project.pk), "files": [],
        "deltas": [patch(1, OAK, {"height": 11})],
    }  # fmt: skip
    survey.project.refresh_from_db()
    return Workbench(survey.project, root, DeltaFile.from_bytes(json.dumps(content).encode()).deltas)


def test_an_edit_within_one_tick_of_the_file_systems_clock_is_found(survey: Survey) -> None:
    """Clocks of file systems stand still for milliseconds: a copy as old as its edit would count as untouched."""
    with blob_store().workspace() as root:
        bench = bench_of(survey, root)
        copy = next(root.rglob("data.gpkg"))
        assert time.time() - copy.stat().st_mtime > AN_HOUR
        assert bench.edited() == []
        with closing(connect(copy, write=True)) as connection, transaction(connection):
            connection.execute("UPDATE trees SET height = 11 WHERE fid = 1")
        (found,) = bench.edited()
        assert found.file.name == "data.gpkg"
        assert found.digest.sha256 != found.base.blob_id
