# SPDX-License-Identifier: GPL-2.0-or-later
"""Several people and a device edit and sync in any order, killed and cut off at any point: no edit is lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, List, Set
from uuid import uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from qfieldcloud_plugin.engine.delta import Delta, DeltaFile, State
from qfieldcloud_plugin.engine.sync import Choice, Decision, resolve
from qfieldcloud_plugin.engine.sync.errors import RemoteUnavailable

from .conftest import LINK, Office, Person
from .dying import killed_at_home
from .folder_remote import OURS, STOCK, Killed
from .survey import GPKG, TREES, edit, make_survey, rows

NAMES = ["ann", "ben", "cleo"]
people = st.sampled_from(NAMES)
picks = st.integers(0, 40)
choices = st.sampled_from([Choice.MINE, Choice.THEIRS])


class ManyPeople(RuleBasedStateMachine):
    """Every value written is a token of its own. A token may leave the data only when someone who saw it replaced
    it, or a decision about a conflict did, and then it is still told which value lost."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="many-people-"))
        self.tokens = 0
        self.written: Set[str] = set()
        self.replaced: Set[str] = set()

    def teardown(self) -> None:
        try:
            if hasattr(self, "office"):
                self.everybody_agrees_in_the_end()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    @initialize(stock=st.booleans())
    def open_office(self, stock: bool) -> None:
        self.office = Office(self.folder, STOCK if stock else OURS)
        make_survey(self.folder / "ann", trees=3)
        edit(self.folder / "ann", "UPDATE trees SET photo = 'tree ' || fid")
        self.people: Dict[str, Person] = {name: self.office.person(name) for name in NAMES}
        for person in self.people.values():
            assert person.syncs().complete

    def token(self) -> str:
        self.tokens += 1
        self.written.add(f"t{self.tokens}")
        return f"t{self.tokens}"

    def trees_of(self, folder: Path) -> List[Any]:
        return [(fid, *values) for fid, values in rows(folder, columns="species, photo").items()]

    # -- what people do -------------------------------------------------------------------------

    @rule(name=people, pick=picks, height=st.booleans())
    def someone_edits(self, name: str, pick: int, height: bool) -> None:
        trees = self.trees_of(self.folder / name)
        if not trees:
            return
        fid, species, _ = trees[pick % len(trees)]
        self.replaced.add(species)
        more = f", height = {pick}.5" if height else ""
        edit(
            self.folder / name,
            f"UPDATE trees SET species = ?{more} WHERE fid = ?",
            parameters=(self.token(), fid),
        )

    @rule(name=people)
    def someone_plants(self, name: str) -> None:
        token = self.token()
        edit(
            self.folder / name,
            "INSERT INTO trees (species, photo) VALUES (?, ?)",
            parameters=(token, f"planted {token}"),
        )

    @rule(name=people, pick=picks)
    def someone_visits(self, name: str, pick: int) -> None:
        trees = self.trees_of(self.folder / name)
        if trees:
            fid, _, photo = trees[pick % len(trees)]
            edit(self.folder / name, "INSERT INTO visits (tree, note) VALUES (?, ?)", parameters=(fid, photo))

    @rule(name=people, pick=picks)
    def someone_fells(self, name: str, pick: int) -> None:
        trees = self.trees_of(self.folder / name)
        visited = set(rows(self.folder / name, "visits", "tree").values())
        free = [tree for tree in trees if tree[0] not in visited]
        if free:
            fid, species, _ = free[pick % len(free)]
            self.replaced.add(species)
            edit(self.folder / name, "DELETE FROM trees WHERE fid = ?", parameters=(fid,))

    @rule(pick=picks)
    def the_device_patches(self, pick: int) -> None:
        """A field device: last one wins, and it may have seen an older state."""
        server = self.office.server
        trees = self.trees_of(server.latest(GPKG))
        if not trees:
            return
        fid, species, _ = trees[pick % len(trees)]
        token = self.token()
        self.replaced.add(species)
        delta = Delta(
            uuid=str(uuid4()),
            method="patch",
            local_layer_id=TREES,
            source_layer_id=TREES,
            local_pk=str(fid),
            source_pk=str(fid),
            client_id=str(uuid4()),
            old=State({"species": species}),
            new=State({"species": token}),
        )
        server.apply(DeltaFile(id=str(uuid4()), project=LINK.project_id, deltas=(delta,)))

    # -- how they sync --------------------------------------------------------------------------

    @rule(name=people)
    def someone_syncs(self, name: str) -> None:
        self.people[name].syncs()

    @rule(name=people, calls=st.integers(1, 12), kill=st.booleans(), before=st.booleans())
    def someone_is_interrupted(self, name: str, calls: int, kill: bool, before: bool) -> None:
        person = self.people[name]
        left = calls

        def count(_: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise Killed if kill else RemoteUnavailable("cut")

        setattr(person.remote, "before" if before else "after", count)
        with suppress(Killed, RemoteUnavailable):
            person.syncs()
        self.people[name] = self.office.person(name)

    @rule(name=people, step=st.integers(1, 80))
    def someones_power_goes_in_a_sync(self, name: str, step: int) -> None:
        with killed_at_home(step):
            self.people[name].syncs()
        self.people[name] = self.office.person(name)

    @rule(name=people, step=st.integers(1, 14), choice=choices)
    def someones_power_goes_while_deciding(self, name: str, step: int, choice: Choice) -> None:
        with self.people[name].open() as local, killed_at_home(step):
            resolve(local, [Decision(conflict.id, choice) for conflict in local.conflicts()])
        self.people[name] = self.office.person(name)

    @precondition(lambda self: self.office.extensions == OURS)
    @rule(name=people, other=people)
    def someone_syncs_while_another_does(self, name: str, other: str) -> None:
        person = self.people[name]

        def meanwhile(call: str) -> None:
            if call == "push_deltas":
                person.remote.before = lambda _: None
                if other == name:
                    self.someone_edits(name, 3, height=True)
                    self.someone_plants(name)
                else:
                    self.people[other].syncs()

        person.remote.before = meanwhile
        person.syncs()
        person.remote.before = lambda _: None

    @rule(name=people, choice=choices)
    def someone_decides(self, name: str, choice: Choice) -> None:
        with self.people[name].open() as local:
            resolve(local, [Decision(conflict.id, choice) for conflict in local.conflicts()])

    # -- what must hold -------------------------------------------------------------------------

    def everybody_agrees_in_the_end(self) -> None:
        for _ in range(6):
            reports = [(name, person.syncs()) for name, person in self.people.items()]
            for name, report in reports:
                assert not report.failures, report.failures
                assert all(file.error == "" or file.action.value == "conflict" for file in report.waiting), (
                    report
                )
                if report.conflicts:
                    self.someone_decides(name, Choice.MINE)
        final = self.folder / "final.gpkg"
        shutil.copyfile(self.office.server.latest(GPKG), final)
        for table, columns in (("trees", "species, height, photo"), ("visits", "tree, note")):
            there = rows(final, table, columns)
            for name, person in self.people.items():
                assert person.rows(table, columns) == there, name
        for person in self.people.values():
            with person.open() as local:
                for over in local.decided():
                    self.replaced |= tokens_in(over.lost)
        found = {str(species) for species, _ in rows(final, columns="species, photo").values()}
        assert self.written - self.replaced - found == set()
        trees = rows(final, columns="photo")
        for tree, note in rows(final, "visits", "tree, note").values():
            assert trees.get(tree, note) == note, "a visit still belongs to the tree it was made to"
        planted = list(trees.values())
        assert len(planted) == len(set(planted)), "no tree was planted twice"


def tokens_in(value: Any) -> Set[str]:
    if isinstance(value, dict):
        value = value.get("species")
    return {value} if isinstance(value, str) else set()


TestManyPeople = ManyPeople.TestCase
TestManyPeople.settings = settings(
    max_examples=int(os.environ.get("FUZZ", "5")),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
