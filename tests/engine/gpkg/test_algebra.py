# SPDX-License-Identifier: GPL-2.0-or-later
"""The laws of changesets, over generated databases with every kind of table."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Iterator, List

import pytest
from hypothesis import given

from qfieldcloud_plugin.engine.gpkg import Changeset, Choice, apply, diff, merge

from .making import content, problems
from .states import Edit, edited_copy, edits, make_base

pytestmark = pytest.mark.fuzz


@pytest.fixture
def folder() -> Iterator[Any]:
    """Makes a new empty folder for each example."""
    folders: List[tempfile.TemporaryDirectory[str]] = []

    def make() -> Path:
        folders.append(tempfile.TemporaryDirectory())
        return Path(folders[-1].name)

    yield make
    for made in folders:
        made.cleanup()


@given(start=edits(), later=edits())
def test_applying_the_difference_makes_the_other_state(
    folder: Any, start: List[Edit], later: List[Edit]
) -> None:
    at = folder()
    make_base(at / "a.gpkg", start)
    edited_copy(at / "a.gpkg", at / "b.gpkg", later)
    before, after = content(at / "a.gpkg"), content(at / "b.gpkg")

    changes = diff(at / "a.gpkg", at / "b.gpkg")
    assert Changeset.from_bytes(changes.to_bytes()) == changes
    assert bool(changes) == (before != after)

    apply(changes, at / "a.gpkg")
    assert content(at / "a.gpkg") == after
    assert problems(at / "a.gpkg") == []
    assert not diff(at / "a.gpkg", at / "b.gpkg")

    apply(changes.invert(), at / "a.gpkg")
    assert content(at / "a.gpkg") == before
    assert problems(at / "a.gpkg") == []


@given(start=edits(), first=edits(), second=edits())
def test_changesets_add_up(folder: Any, start: List[Edit], first: List[Edit], second: List[Edit]) -> None:
    at = folder()
    make_base(at / "a.gpkg", start)
    edited_copy(at / "a.gpkg", at / "b.gpkg", first)
    edited_copy(at / "b.gpkg", at / "c.gpkg", second)
    one, two = diff(at / "a.gpkg", at / "b.gpkg"), diff(at / "b.gpkg", at / "c.gpkg")

    assert one.concat(two) == diff(at / "a.gpkg", at / "c.gpkg")
    assert one.invert().invert() == one
    assert not one.concat(one.invert())
    assert one.concat(two).invert() == two.invert().concat(one.invert())


@given(start=edits(), mine=edits(12), theirs=edits(12))
def test_a_merge_brings_both_sides_together(
    folder: Any, start: List[Edit], mine: List[Edit], theirs: List[Edit]
) -> None:
    at = folder()
    make_base(at / "base.gpkg", start)
    edited_copy(at / "base.gpkg", at / "mine.gpkg", mine)
    edited_copy(at / "base.gpkg", at / "theirs.gpkg", theirs)
    one, two = diff(at / "base.gpkg", at / "mine.gpkg"), diff(at / "base.gpkg", at / "theirs.gpkg")
    merged = merge(one, two, at / "base.gpkg")

    # Held or not, each side takes what it is given without breaking a rule.
    for name, changes in (("mine", merged.theirs_onto_mine), ("theirs", merged.mine_onto_theirs)):
        copy = edited_copy(at / f"{name}.gpkg", at / f"{name}_held.gpkg", [])
        apply(changes, copy)
        assert problems(copy) == []
    if not merged.conflicts:
        assert content(at / "mine_held.gpkg") == content(at / "theirs_held.gpkg")

    for choice in Choice:
        decided = merged
        for _ in range(10):  # a decision can bring to light what it depends on
            decided = decided.resolve({conflict.id: choice for conflict in decided.conflicts})
        assert not decided.conflicts
        on_mine = edited_copy(at / "mine.gpkg", at / f"mine_{choice.value}.gpkg", [])
        on_theirs = edited_copy(at / "theirs.gpkg", at / f"theirs_{choice.value}.gpkg", [])
        apply(decided.theirs_onto_mine, on_mine)
        apply(decided.mine_onto_theirs, on_theirs)
        assert content(on_mine) == content(on_theirs)
        assert problems(on_mine) == []
