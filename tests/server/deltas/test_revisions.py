# SPDX-License-Identifier: GPL-2.0-or-later
"""QField adds edits to a delta whose fate it never learned; nothing of them is lost, nothing is applied twice."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey, create, patch, run_jobs

OAK = {"fid": 1, "species": "oak", "height": 10.0}


def more(delta: dict[str, Any], **attributes: Any) -> dict[str, Any]:
    """The delta after further edits on the device."""
    later = copy.deepcopy(delta)
    later["new"]["attributes"].update(attributes)
    return later


def test_edits_added_to_an_applied_patch_are_applied(survey: Survey, tmp_path: Path) -> None:
    Project.objects.update(overwrite_conflicts=False)
    first = patch(1, OAK, {"height": 11})
    survey.push(first)
    run_jobs()
    survey.push(more(first, height=12, species="yew"))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED", "STATUS_APPLIED"]
    assert survey.rows(tmp_path)[0] == (1, "yew", 12.0)


def test_edits_added_to_an_applied_create_do_not_create_again(survey: Survey, tmp_path: Path) -> None:
    first = create("900", species="fir")
    survey.push(first)
    run_jobs()
    moved = more(first, height=4)
    moved["new"]["geometry"] = "Point (1 2)"
    survey.push(moved)
    run_jobs()
    assert survey.rows(tmp_path)[3:] == [(4, "fir", 4.0)]
    assert survey.statuses() == ["STATUS_APPLIED", "STATUS_APPLIED"]


def test_only_the_last_form_of_waiting_deltas_is_applied(survey: Survey, tmp_path: Path) -> None:
    first = create("900", species="fir")
    survey.push(first)
    survey.push(more(first, height=4))
    run_jobs()
    assert survey.rows(tmp_path)[3:] == [(4, "fir", 4.0)]
    assert survey.statuses() == ["STATUS_IGNORED", "STATUS_APPLIED"]


def test_a_later_form_of_a_refused_delta_is_taken_as_it_is(survey: Survey, tmp_path: Path) -> None:
    Project.objects.update(overwrite_conflicts=False)
    first = patch(1, OAK | {"species": "beech"}, {"height": 11})
    survey.push(first)
    run_jobs()
    Project.objects.update(overwrite_conflicts=True)
    survey.push(more(first, height=12))
    run_jobs()
    assert survey.statuses() == ["STATUS_CONFLICT", "STATUS_APPLIED"]
    assert survey.rows(tmp_path)[0] == (1, "oak", 12.0)


def test_somebody_elses_edit_in_between_is_a_conflict_not_a_loss(survey: Survey, tmp_path: Path) -> None:
    Project.objects.update(overwrite_conflicts=False)
    first = patch(1, {"height": 10.0}, {"height": 11})
    survey.push(first)
    run_jobs()
    survey.push(patch(1, {"height": 11}, {"height": 50}))
    run_jobs()
    survey.push(more(first, height=12))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED", "STATUS_APPLIED", "STATUS_CONFLICT"]
    assert survey.rows(tmp_path)[0] == (1, "oak", 50.0)
    assert Delta.objects.filter(uuid=first["uuid"]).count() == 2
