# SPDX-License-Identifier: GPL-2.0-or-later
"""What fields are called that the first line of a file gives no name, or one that another has."""

from __future__ import annotations

import re
from typing import Callable, List, Sequence, Set

_DEFAULT = re.compile(r"field_\d+", re.IGNORECASE | re.ASCII)


def names_in_qgis(header: Sequence[str]) -> List[str]:
    """As a layer of delimited text has them, to which small letters are the same as capitals."""
    taken: Set[str] = set()
    known = {name.lower() for name in header}
    names: List[str] = []
    for at, name in enumerate(header, 1):
        default = f"field_{at}"
        # A name of this kind belongs to the field of that number.
        is_free = name.lower() not in taken and (not _DEFAULT.fullmatch(name) or name.lower() == default)
        free = name if is_free else _numbered(name, lambda one: one.lower() in known)
        names.append(free or default)
        taken.add(names[-1].lower())
        known.add(names[-1].lower())
    return names


def names_in_ogr(header: Sequence[str]) -> List[str]:
    """As OGR has them, to which small letters are others than capitals."""
    taken: Set[str] = set()
    names: List[str] = []
    for at, name in enumerate(header, 1):
        wanted = name or f"field_{at}"
        free = wanted if wanted not in taken else _numbered(wanted, taken.__contains__)
        names.append(free)
        taken.add(free)
    return names


def _numbered(name: str, is_taken: Callable[[str], bool]) -> str:
    number = 1
    while is_taken(f"{name}_{number}"):
        number += 1
    return f"{name}_{number}"
