# SPDX-License-Identifier: GPL-2.0-or-later
"""Virtual layers: queries that QField runs itself, over layers of the project and over files that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Callable, Optional
from urllib.parse import quote, unquote

from ..project.datasource import parse_datasource
from ..project.layer import Layer

PROVIDER = "virtual"
# A source within the source is percent-encoded, so its own colons do not stand here.
_EMBEDDED = re.compile(r"(?:(?<=^\?)|(?<=&))layer=(?P<provider>[^:&]*):(?P<source>[^:&]*)(?=[:&]|$)")


@dataclass(frozen=True)
class Embedded:
    """A layer that only the virtual one knows; `layer` stands for it where a layer is asked for."""

    layer: Layer
    span: tuple[int, int]


def embedded(layer: Layer) -> Iterator[Embedded]:
    for match in _EMBEDDED.finditer(layer.source.raw):
        source = parse_datasource(unquote(match.group("source")), unquote(match.group("provider")))
        yield Embedded(replace(layer, source=source), match.span("source"))


def repointed(layer: Layer, place_of: Callable[[Layer], Optional[str]]) -> str:
    """The source with each embedded one where `place_of` says that it is now; None leaves it."""
    raw = layer.source.raw
    for item in reversed(list(embedded(layer))):
        place = place_of(item.layer)
        if place is not None and place != item.layer.source.raw:
            raw = raw[: item.span[0]] + quote(place, safe="") + raw[item.span[1] :]
    return raw


def shown_by(layer: Layer, among: Iterable[Layer]) -> list[Layer]:
    """Which of the layers the query names, by id or by name."""
    said = unquote(layer.source.raw)
    # Names of embedded layers come first for QGIS.
    own = {
        unquote(name).casefold() for name in re.findall(r"[?&]layer=[^:&]*:[^:&]*:([^:&]*)", layer.source.raw)
    }
    return [other for other in among if _is_named(other, said, own)]


def _is_named(layer: Layer, said: str, own: set[str]) -> bool:
    if layer.id in said:
        return True
    name = re.escape(layer.name)
    is_word = re.search(rf'(?:["`\[]{name}["`\]]|\b(?:from|join)\s+{name}(?!\w))', said, re.IGNORECASE)
    return bool(layer.name) and layer.name.casefold() not in own and is_word is not None
