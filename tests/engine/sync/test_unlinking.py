# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder that leaves its cloud project keeps everything, and may go into another."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from qfieldcloud_plugin.engine.sync.errors import NotAProject

from .conftest import Person
from .folder_remote import Server
from .survey import GPKG, PROJECT, rows


def test_an_unlinked_folder_keeps_every_row_and_can_begin_anew_elsewhere(office, ann, tmp_path):
    ann.edits("UPDATE trees SET species = 'not sent' WHERE fid = 1")
    (ann.folder / "notes.txt").write_bytes(b"not sent")
    before = {path.name: path.read_bytes() for path in ann.folder.iterdir() if path.is_file()}
    with ann.open() as local, local.lock():
        kept = local.unlink()
    assert {path.name: path.read_bytes() for path in ann.folder.iterdir() if path.is_file()} == before
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM files").fetchone() == (2,)
    with pytest.raises(NotAProject):
        ann.open()
    with pytest.raises(NotAProject):
        ann.syncs()

    (tmp_path / "other").mkdir()
    other = Server(tmp_path / "other")
    again = Person(ann.folder, other, office.extensions)
    assert again.syncs().complete
    assert other.versions.keys() == {GPKG, PROJECT, "notes.txt"}
    assert rows(other.latest(GPKG))[1][0] == "not sent"
    assert again.syncs().complete
