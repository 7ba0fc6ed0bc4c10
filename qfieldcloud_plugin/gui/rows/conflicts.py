# SPDX-License-Identifier: GPL-2.0-or-later
"""Conflicts that wait for a decision, and changes that the server refused."""

from __future__ import annotations

from typing import Iterable, Sequence

from ...core.row_titles import RowTitles
from ...engine.gpkg.conflict import ConflictKind
from ...engine.sync.conflict import FILE, Conflict
from ...engine.sync.records import Failure
from ...i18n import said, tr
from ..nodes import Node
from .values import NO_TITLES, LayerNames, key_text, layer_name, value_text

_MOST = 200


def conflict_nodes(
    conflicts: Sequence[Conflict], layers: LayerNames, titles: RowTitles = NO_TITLES
) -> list[Node]:
    if not conflicts:
        return []
    shown = conflicts[:_MOST]
    for conflict in shown:
        titles.prepare(conflict.file, conflict.table, [conflict.key])
    top = Node(
        tr("%n conflict(s)", len(conflicts)),
        tr("Somebody else changed the same. Choose what stays."),
        icon="conflict",
        tone="conflict",
        bold=True,
        key="conflicts",
        payload=conflicts[0],
    )
    for conflict in shown:
        top.add(
            Node(
                conflict_title(conflict, layers, titles),
                conflict_text(conflict),
                icon="conflict",
                tone="conflict",
                key=conflict.id,
                payload=conflict,
            )
        )
    if len(conflicts) > len(shown):
        top.add(Node(tr("%n more conflict(s)", len(conflicts) - len(shown)), key="more conflicts"))
    return [top]


def conflict_title(conflict: Conflict, layers: LayerNames, titles: RowTitles = NO_TITLES) -> str:
    if conflict.kind == FILE:
        return conflict.file
    title = titles.title(conflict.file, conflict.table, conflict.key)
    name = title or layer_name(layers, conflict.file, conflict.table)
    row = f"{name}  #{key_text(conflict.key)}"
    return f"{row} · {conflict.column}" if conflict.column else row


def conflict_text(conflict: Conflict) -> str:
    if conflict.kind == FILE:
        return tr("The whole file was changed on both sides.")
    if not conflict.column:
        return _row_conflict_text(conflict)
    return tr("mine: {mine} · theirs: {theirs}").format(
        mine=value_text(conflict.mine), theirs=value_text(conflict.theirs)
    )


def _row_conflict_text(conflict: Conflict) -> str:
    if conflict.kind == ConflictKind.DELETED_AND_CHANGED.value:
        if conflict.mine is None:
            return tr("Deleted here, changed by somebody else.")
        return tr("Changed here, deleted by somebody else.")
    texts = {
        ConflictKind.KEY_TAKEN.value: tr("Two different rows were made with one key."),
        ConflictKind.UNIQUE.value: tr("Two rows have the same value where values must be unique."),
        ConflictKind.FOREIGN_KEY.value: tr("One row refers to another that was deleted."),
    }
    return texts.get(conflict.kind, tr("These two rows cannot both stay."))


def failure_nodes(failures: Iterable[Failure], layers: LayerNames) -> list[Node]:
    return [
        Node(
            f"{layer_name(layers, failure.file, failure.table)}  #{', '.join(map(value_text, failure.key))}",
            said(failure.message) or tr("The server did not take this change."),
            badge=tr("refused"),
            tone="error",
            icon="error",
            tip=said(failure.message),
            payload=failure,
        )
        for failure in failures
    ]
