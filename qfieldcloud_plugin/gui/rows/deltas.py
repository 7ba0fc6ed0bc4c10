# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas, as devices and this computer sent them."""

from __future__ import annotations

from typing import Sequence

from ...cloud.api.deltas import DeltaRecord
from ...i18n import said, tr
from .. import wording
from ..nodes import Node

_DELTA_LOOK = {
    "applied": ("check", "good"),
    "pending": ("history", None),
    "busy": ("jobs", "accent"),
    "conflict": ("conflict", "conflict"),
    "not_applied": ("error", "error"),
    "error": ("error", "error"),
    "unpermitted": ("secret", "error"),
    "ignored": ("pause", "warning"),
}


def delta_state(state: str) -> str:
    texts = {
        "applied": tr("applied"),
        "pending": tr("waiting"),
        "busy": tr("being applied"),
        "conflict": tr("conflict"),
        "not_applied": tr("not applied"),
        "error": tr("failed"),
        "unpermitted": tr("not permitted"),
        "ignored": tr("ignored"),
    }
    return texts.get(state, state)


def delta_nodes(deltas: Sequence[DeltaRecord]) -> list[Node]:
    return [delta_node(delta) for delta in deltas]


def delta_node(delta: DeltaRecord) -> Node:
    icon, tone = _DELTA_LOOK.get(delta.state, ("info", None))
    content = delta.content
    methods = {"create": tr("New"), "patch": tr("Changed"), "delete": tr("Deleted")}
    layer = str(content.get("localLayerName") or _plain_layer_id(str(content.get("sourceLayerId", ""))))
    pk = delta.modified_pk or content.get("sourcePk") or content.get("localPk") or ""
    who = tr("{person}, {when}").format(person=delta.created_by, when=wording.moment(delta.created_at))
    problem = delta.state not in ("applied", "pending", "busy")
    return Node(
        f"{methods.get(str(content.get('method')), '?')} · {layer}  #{pk}",
        f"{who} – {said(delta.message)}" if problem and delta.message else who,
        badge=delta_state(delta.state) if delta.state != "applied" else "",
        icon=icon,
        tone=tone,
        tip=said(delta.message),
        key=delta.id,
        payload=delta,
    )


def _plain_layer_id(layer_id: str) -> str:
    """QGIS makes layer ids of the name and a random tail."""
    head, _, _tail = layer_id.rpartition("_")
    while head and "_" in head and all(c in "0123456789abcdef" for c in head.rpartition("_")[2]):
        head = head.rpartition("_")[0]
    return head or layer_id
