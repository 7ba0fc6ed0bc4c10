# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever two states differ in, their deltas can be made one by one."""

from __future__ import annotations

import shutil
from typing import Dict, Optional, Tuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delta import compose, source_layers
from qfieldcloud_plugin.engine.gpkg import connect, diff

CLIENT = "cd517e24-a520-4021-8850-e5af70e3a612"

People = Dict[int, Tuple[int, Optional[int]]]
"""By id: a badge, which is unique and never empty, and the id of a friend."""
Teams = Dict[int, Optional[int]]
"""By id: the person who leads it."""

ids = st.integers(1, 6)
people = st.dictionaries(ids, st.tuples(st.integers(1, 8), st.none() | ids), max_size=6)
teams = st.dictionaries(ids, st.none() | ids, max_size=4)


@pytest.fixture
def empty(make_survey):
    survey = make_survey()
    survey.add_table(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, badge INTEGER UNIQUE NOT NULL, "
        "friend INTEGER REFERENCES person (id), team INTEGER REFERENCES team (id))"
    )
    survey.add_table("CREATE TABLE team (id INTEGER PRIMARY KEY, leader INTEGER REFERENCES person (id))")
    return survey


def consistent(people: People, teams: Teams) -> list:
    """Statements that fill the tables, without what would break a rule."""
    badges = {badge: person for person, (badge, _) in reversed(list(people.items()))}
    real = {person: friend for badge, person in badges.items() for friend in [people[person][1]]}
    rows = [("INSERT INTO team VALUES (?, NULL)", (team,)) for team in teams]
    rows += [
        ("INSERT INTO person VALUES (?, ?, NULL, ?)", (person, badge, person if person in teams else None))
        for badge, person in badges.items()
    ]
    rows += [
        ("UPDATE person SET friend = ? WHERE id = ?", (friend if friend in real else None, person))
        for person, friend in real.items()
    ]
    return rows + [
        ("UPDATE team SET leader = ? WHERE id = ?", (leader if leader in real else None, team))
        for team, leader in teams.items()
    ]


def fill(path, rows: list) -> None:
    connection = connect(path, write=True)
    connection.execute("BEGIN")
    for statement, values in rows:
        connection.execute(statement, values)
    connection.execute("COMMIT")
    connection.close()


@pytest.mark.fuzz
@settings(max_examples=settings.default.max_examples // 4)
@given(people, teams, people, teams)
def test_every_delta_is_applied_and_the_target_is_reached(
    make_survey, empty, people, teams, people_after, teams_after
):
    survey = make_survey()
    shutil.copytree(empty.folder, survey.folder, dirs_exist_ok=True)
    target = survey.folder / "target.gpkg"
    shutil.copy(survey.gpkg, target)
    fill(survey.gpkg, consistent(people, teams))
    fill(target, consistent(people_after, teams_after))
    layers = source_layers(survey.project, survey.gpkg)
    deltas = compose(diff(survey.gpkg, target), layers, client_id=CLIENT, on_conflict="refuse")
    # One by one, so that nothing is tried again: other servers do not.
    results = [survey.apply_one(delta) for delta in deltas]
    assert [(result.status, result.msg) for result in results if result.status != "applied"] == []
    assert list(diff(survey.gpkg, target)) == []
    survey.check_integrity()
