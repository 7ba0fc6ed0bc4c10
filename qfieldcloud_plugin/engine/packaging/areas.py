# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas that a project keeps for single teams and persons, and which of them counts for somebody."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Optional

from ..message import Message
from ..project.project import Project
from .errors import PackagingError
from .options import Area

SCOPE, KEY = "qfieldcloud", "areas"
"""The project entry that holds them."""

PERSON, TEAM = "person", "team"


@dataclass(frozen=True)
class AreaFor:
    """An area and whom it is for: "person:anna" or "team:north"."""

    who: str
    area: Area


def parse_areas(text: str) -> list[AreaFor]:
    """What the project entry says. Raises PackagingError: without them everybody would get everything."""
    try:
        items = json.loads(text) if text.strip() else []
        return [_parsed(item) for item in items]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise PackagingError(
            Message("The project's areas for teams and persons cannot be read. Set them again in QGIS.")
        ) from None


def areas_to_text(areas: Iterable[AreaFor]) -> str:
    """The project entry; "" when there are none."""
    items = [{"for": item.who, "wkt": item.area.wkt, "crs": item.area.crs} for item in areas]
    return json.dumps(items, ensure_ascii=False) if items else ""


def areas_of(project: Project) -> list[AreaFor]:
    """Raises PackagingError."""
    return parse_areas(str(project.entry(SCOPE, KEY) or ""))


def choose(names: Iterable[str], made_for: Sequence[str]) -> str:
    """The one of the names that counts for somebody with all these names: one's own, else the first team's, else ""."""
    mine = {name.casefold() for name in made_for}
    found = [name for name in names if name.casefold() in mine]
    own = [name for name in found if name.startswith(f"{PERSON}:")]
    return next(iter(own or found), "")


def area_for(project: Project, made_for: Sequence[str]) -> Optional[AreaFor]:
    """The area of the project that is meant for somebody; None when the project's own counts. Raises PackagingError."""
    areas = areas_of(project)
    who = choose([item.who for item in areas], made_for)
    return next((item for item in areas if item.who == who), None)


def is_name(who: str) -> bool:
    """Whether it is "person:<name>" or "team:<name>"."""
    kind, _, name = who.partition(":")
    return kind in (PERSON, TEAM) and bool(name.strip())


def _parsed(item: dict[str, Any]) -> AreaFor:
    who, wkt, crs = item["for"], item["wkt"], item["crs"]
    if not all(isinstance(value, str) for value in (who, wkt, crs)) or not is_name(who):
        raise ValueError
    return AreaFor(who, Area(wkt, crs))
