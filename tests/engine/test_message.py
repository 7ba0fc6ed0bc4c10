# SPDX-License-Identifier: GPL-2.0-or-later
"""A message is a plain text to everybody who does not know better, and can be said again in another language."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from qfieldcloud_plugin.engine.errors import GeoPackageMissing
from qfieldcloud_plugin.engine.message import Message, from_parts, parts_of, said_by

GERMAN = {
    "“{name}” is not there.": "„{name}“ ist nicht da.",
    "Left out: {reason}": "Ausgelassen: {reason}",
    "{count} more": "{count} weitere",
}


NESTED: object = "x"
for _ in range(3000):
    NESTED = {"template": "{name}", "values": {"name": NESTED}}


def in_german(template: str) -> str:
    return GERMAN.get(template, template)


def test_it_is_the_english_text_for_those_who_only_know_texts():
    message = Message("“{name}” is not there.", name="trees.gpkg")

    assert message == "“trees.gpkg” is not there."
    assert json.dumps([message], ensure_ascii=False) == '["“trees.gpkg” is not there."]'


def test_it_is_said_in_another_language_with_all_messages_in_it():
    inner = Message("“{name}” is not there.", name="trees.gpkg")

    assert (
        Message("Left out: {reason}", reason=inner).told(in_german)
        == "Ausgelassen: „trees.gpkg“ ist nicht da."
    )


def test_an_error_gives_its_message_and_not_itself():
    error = GeoPackageMissing(Message("“{name}” is not there.", name="trees.gpkg"))
    message = Message("Left out: {reason}", reason=error)

    assert message == "Left out: “trees.gpkg” is not there."
    assert message.told(in_german) == "Ausgelassen: „trees.gpkg“ ist nicht da."
    assert said_by(error).told(in_german) == "„trees.gpkg“ ist nicht da."
    assert said_by(ValueError("no digits")) == "no digits"


def test_copies_and_pickles_stay_messages():
    message = Message("{count} more", count=3)

    for twin in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert twin == "3 more"
        assert twin.told(in_german) == "3 weitere"


def test_braces_in_values_and_in_texts_without_values_are_just_braces():
    assert Message("{name}", name="{x}").told(in_german) == "{x}"
    assert Message("a {brace").told(in_german) == "a {brace"


def test_its_parts_travel_as_json_and_make_the_same_message_again():
    inner = Message("“{name}” is not there.", name="trees.gpkg")
    message = Message("Left out: {reason}", reason=inner)

    again = from_parts(json.loads(json.dumps(parts_of(message))))

    assert again == message
    assert again.told(in_german) == "Ausgelassen: „trees.gpkg“ ist nicht da."
    assert parts_of("an ordinary text") is None


@pytest.mark.parametrize(
    "parts",
    [
        None,
        "a text",
        {"values": {}},
        {"template": 7, "values": {}},
        {"template": "{name.__class__}", "values": {"name": "x"}},
        {"template": "{name:>999999999}", "values": {"name": "x"}},
        {"template": "{another}", "values": {"name": "x"}},
        {"template": "{name", "values": {"name": "x"}},
        {"template": "{0}", "values": {"0": "x"}},
        {"template": "{}", "values": {"": "x"}},
        {"template": "{name.__class__}", "values": {"name.__class__": "x", "name": "x"}},
        {"template": "{name!z}", "values": {"name": "x"}},
        {"template": "{name}", "values": {"name": "x", "template": "y"}},
        {"template": "{cls}", "values": {"cls": "x"}},
        {"template": "{name}", "values": {"name": ["x"]}},
        NESTED,
    ],
)
def test_parts_from_outside_that_want_more_than_their_values_are_no_message(parts):
    assert from_parts(parts) is None
