# SPDX-License-Identifier: GPL-2.0-or-later
"""A server that is set back to a backup, whatever its clock says, takes nothing away that somebody still has."""

from __future__ import annotations

import copy
import os
import shutil
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Optional, Set, Tuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from qfieldcloud_plugin.engine.sync import Choice
from qfieldcloud_plugin.engine.sync.remote import RemoteVersion

from .folder_remote import Server
from .survey import GPKG, rows
from .test_many_people import ManyPeople, tokens_in


class TimedServer(Server):
    """Its versions bear the time of a clock that people set."""

    clock = datetime(2026, 1, 1, tzinfo=timezone.utc)

    def store(self, name: str, source: Path) -> RemoteVersion:
        self.clock += timedelta(seconds=7)
        version = replace(super().store(name, source), uploaded_at=self.clock.isoformat())
        self.versions[name][0] = version
        return version


class SetBackServer(ManyPeople):
    backup: Optional[Tuple[Any, ...]] = None

    @initialize(stock=st.booleans())
    def open_office(self, stock: bool) -> None:
        ManyPeople.open_office(self, stock=stock)
        office, old = self.office, self.office.server
        office.server = TimedServer(old.folder, versions=old.versions, blobs=old.blobs)
        self.people = {name: office.person(name) for name in self.people}

    @rule()
    def server_is_backed_up(self) -> None:
        server = self.office.server
        self.backup = copy.deepcopy((server.versions, server.blobs, server.statuses, server.keys))

    @rule(minutes=st.integers(-600, 600))
    def servers_clock_is_set(self, minutes: int) -> None:
        self.office.server.clock += timedelta(minutes=minutes)

    @precondition(lambda self: self.backup is not None)
    @rule()
    def server_is_set_back(self) -> None:
        server, before = self.office.server, self.species_in(self.office.server.latest(GPKG))
        server.versions, server.blobs, server.statuses, server.keys = copy.deepcopy(self.backup)
        known = self.species_in(server.latest(GPKG)).union(
            *(self.species_in(self.folder / name) for name in self.people)
        )
        # What only the server had is gone with it.
        self.replaced |= before - known

    @staticmethod
    def species_in(path: Path) -> Set[str]:
        return {str(species) for species in rows(path, columns="species").values()}

    def everybody_agrees_in_the_end(self) -> None:
        for _ in range(8):
            for name, person in self.people.items():
                if person.syncs().conflicts:
                    self.someone_decides(name, Choice.MINE)
        final = self.folder / "final.gpkg"
        shutil.copyfile(self.office.server.latest(GPKG), final)
        for table, columns in (("trees", "species, height, photo"), ("visits", "tree, note")):
            for name, person in self.people.items():
                assert person.rows(table, columns) == rows(final, table, columns), name
        found = self.species_in(final)
        for person in self.people.values():
            with person.open() as local:
                for over in local.decided():
                    self.replaced |= tokens_in(over.lost)
                found = found.union(
                    *(self.species_in(path) for path in local.kept() if path.suffix == ".gpkg")
                )
        assert self.written - self.replaced - found == set()


TestSetBackServer = SetBackServer.TestCase
TestSetBackServer.settings = settings(
    max_examples=int(os.environ.get("FUZZ", "2")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
