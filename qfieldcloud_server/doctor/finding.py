# SPDX-License-Identifier: GPL-2.0-or-later
"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """``good``, a ``note`` to think about, or ``bad``: devices will have trouble."""

    level: Literal["good", "note", "bad"]
    what: str
    advice: str = ""


def good(what: str) -> Finding:
    return Finding("good", what)


def note(what: str, advice: str = "") -> Finding:
    return Finding("note", what, advice)


def bad(what: str, advice: str = "") -> Finding:
    return Finding("bad", what, advice)
