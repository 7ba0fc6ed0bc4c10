# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole lists, pages told by headers, and the envelope."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from qfieldcloud_server.projects.models import Project

PROJECTS = "/api/v1/projects/"


@pytest.fixture
def client(person, api):
    """alice, who has 55 projects."""
    alice = person("alice")
    Project.objects.bulk_create(Project(owner=alice, name=f"p{n:03}") for n in range(55))
    return api(alice)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"limit": 0},
        {"limit": -1},
        {"limit": "x"},
        {"limit": "٣"},
        {"limit": "9" * 40},
        {"offset": 10},
        {"page": 2},
    ],
)
def test_without_a_usable_limit_the_whole_list_comes_without_headers(client, query):
    answer = client.get(PROJECTS, query)
    assert len(answer.json()) == 55
    assert not any(name in answer for name in ("X-Total-Count", "X-Next-Page", "X-Previous-Page"))


@pytest.mark.parametrize(
    ("query", "count", "following", "former"),
    [
        ({"limit": 20}, 20, {"limit": ["20"], "offset": ["20"]}, None),
        ({"limit": 20, "offset": 20}, 20, {"limit": ["20"], "offset": ["40"]}, {"limit": ["20"]}),
        ({"limit": 20, "offset": 40}, 15, None, {"limit": ["20"], "offset": ["20"]}),
        ({"limit": 20, "offset": 7}, 20, {"limit": ["20"], "offset": ["27"]}, {"limit": ["20"]}),
        ({"limit": 20, "offset": 35}, 20, None, {"limit": ["20"], "offset": ["15"]}),
        ({"limit": 20, "offset": 100}, 0, None, {"limit": ["20"], "offset": ["80"]}),
        ({"limit": 20, "offset": "x"}, 20, {"limit": ["20"], "offset": ["20"]}, None),
        ({"limit": 55}, 55, None, None),
        ({"limit": 100000}, 55, None, None),
        ({"limit": 5, "search": "p00"}, 5, {"limit": ["5"], "offset": ["5"], "search": ["p00"]}, None),
    ],
)
def test_pages_tell_their_neighbours(client, query, count, following, former):
    answer = client.get(PROJECTS, query)
    assert len(answer.json()) == count
    assert answer["X-Total-Count"] == ("10" if "search" in query else "55")
    for header, wanted in (("X-Next-Page", following), ("X-Previous-Page", former)):
        assert parse_qs(urlsplit(answer[header]).query) == wanted if wanted else header not in answer


def test_following_the_next_page_sees_everything_once(client):
    address, seen = f"{PROJECTS}?limit=7", []
    while address:
        answer = client.get(address)
        seen += [project["name"] for project in answer.json()]
        address = answer.headers.get("X-Next-Page")
    assert seen == [f"p{n:03}" for n in range(55)]


def test_the_envelope_comes_on_request_with_or_without_a_limit(client):
    told = client.get(PROJECTS, {"limit": 20, "offset": 20, "envelope": 1}).json()
    assert (told["count"], len(told["results"])) == (55, 20)
    assert parse_qs(urlsplit(told["next"]).query)["offset"] == ["40"]
    assert "envelope=1" in told["previous"]
    told = client.get(PROJECTS, {"envelope": 1}).json()
    assert (told["count"], len(told["results"]), told["next"], told["previous"]) == (55, 55, None, None)


def test_head_tells_the_same_headers(client):
    answer = client.head(PROJECTS, {"limit": 5})
    assert answer["X-Total-Count"] == "55"
    assert answer.content == b""
