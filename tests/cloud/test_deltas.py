# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading a long history of deltas: in parts, newest first, and what has settled only once."""

from __future__ import annotations

import json

import requests

from qfieldcloud_plugin.cloud.api.deltas import DeltasApi


class Shelf:
    """A server's list of deltas as it answers it, a page at a time."""

    def __init__(self, count):
        self.states = ["STATUS_APPLIED"] * count
        self.asked = []

    def request(self, _method, _path, params):
        start, end = params["offset"], params["offset"] + params["limit"]
        newest_first = list(enumerate(self.states))[::-1]
        self.asked.append(params["limit"])
        self.has_asked_for_content = params.get("content") != "0"
        answer = requests.Response()
        answer.status_code = 200
        if end < len(newest_first):
            answer.headers["X-Next-Page"] = "there is more"
        items = [
            {"id": str(at), "deltafile_id": "f", "status": state} for at, state in newest_first[start:end]
        ]
        answer._content = json.dumps(items).encode()
        return answer


def ids(records):
    return [int(record.id) for record in records]


def test_the_first_look_goes_back_as_far_as_was_asked():
    shelf = Shelf(500)
    assert ids(DeltasApi(shelf).newest("p", most=300)) == list(range(499, 199, -1))
    assert ids(DeltasApi(Shelf(7)).newest("p")) == [6, 5, 4, 3, 2, 1, 0]
    assert DeltasApi(Shelf(0)).newest("p") == []


def test_the_next_look_asks_for_a_handful():
    shelf = Shelf(500)
    api = DeltasApi(shelf)
    known = api.newest("p")
    shelf.states += ["STATUS_APPLIED"] * 3
    shelf.asked.clear()
    assert ids(api.newest("p", known)) == list(range(502, 302, -1))
    assert shelf.asked == [20]


def test_what_was_on_its_way_is_asked_for_until_it_has_settled():
    shelf = Shelf(100)
    shelf.states[40] = "STATUS_PENDING"
    api = DeltasApi(shelf)
    known = api.newest("p")
    shelf.states[40] = "STATUS_APPLIED"
    again = api.newest("p", known)
    assert {record.state for record in again} == {"applied"}
    assert ids(again) == list(range(99, -1, -1))


def test_many_new_ones_leave_no_gap():
    shelf = Shelf(10)
    api = DeltasApi(shelf)
    known = api.newest("p")
    shelf.states += ["STATUS_APPLIED"] * 90
    assert ids(api.newest("p", known)) == list(range(99, -1, -1))


def test_a_busy_delta_file_is_asked_for_in_short():
    shelf = Shelf(3000)
    shelf.states[-1] = "STATUS_BUSY"
    api = DeltasApi(shelf)
    assert len(api.of_file("p", "f", only_when_settled=True)) == 20
    shelf.states[-1] = "STATUS_APPLIED"
    assert ids(api.of_file("p", "f", only_when_settled=True)) == list(range(2999, -1, -1))


def test_what_deltas_say_is_not_fetched_again_with_what_became_of_them():
    shelf = Shelf(3)
    DeltasApi(shelf).of_file("p", "f", only_when_settled=True)
    assert not shelf.has_asked_for_content
    DeltasApi(shelf).of_file("p", "f")
    assert shelf.has_asked_for_content
