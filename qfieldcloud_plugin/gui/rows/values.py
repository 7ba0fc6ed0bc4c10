# SPDX-License-Identifier: GPL-2.0-or-later
"""Values, keys and layers as a person reads them."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from ...core.row_titles import RowTitles
from ...i18n import tr
from .. import wording

# (file, table) -> the layer's name in the open project
LayerNames = Mapping[tuple[str, str], str]
NO_TITLES = RowTitles({})


def layer_name(layers: LayerNames, file: str, table: str) -> str:
    return layers.get((file, table.casefold()), table)


def key_text(key: Sequence[Any]) -> str:
    return ", ".join(value_text(part) for part in key) or tr("row")


def value_text(value: Any) -> str:
    """A value as a person reads it."""
    if value is None:
        return tr("empty")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return tr("binary, {}").format(wording.size(len(bytes(value))))
    if isinstance(value, float):
        return wording.decimal(value)
    return str(value)
