# SPDX-License-Identifier: GPL-2.0-or-later
"""What the state remembers of a refusal can be said in the user's language after a restart, too."""

from __future__ import annotations

import json

import pytest

from qfieldcloud_plugin.engine.message import Message
from qfieldcloud_plugin.engine.sync.records import Failure, failure_row, read_failure


def told(message: str) -> str:
    """What is read again, after a way through JSON as a patch takes it."""
    failure = Failure("trees.gpkg", "trees", (4,), "digest", "not_applied", message)
    return read_failure(json.loads(json.dumps(failure_row(failure)))).message


def test_a_refusal_keeps_what_it_was_made_of() -> None:
    message = Message("Nothing in “{table}” has the key {key!r}.", table="trees", key="4")
    again = told(message)
    assert again == message
    assert isinstance(again, Message)
    assert again.told(lambda _template: "Rien dans {table}.") == "Rien dans trees."


@pytest.mark.parametrize(
    "text",
    ["Others have changed this feature meanwhile.", "", "not_applied", "{no JSON", "7", '{"a": 1}', "null"],
)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert told(text) == text
    assert told(Message("Others have changed this.")) == "Others have changed this."
