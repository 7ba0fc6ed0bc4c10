# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps children with their parents when a parent could not get the key its device had given it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, List, Mapping, NamedTuple, Optional

from ..project.project import Project
from .model import Delta, State


class _Reference(NamedTuple):
    field: str
    parent: str
    parent_field: str


def note_moved(delta: Delta, key_field: str, wanted: Any, key: Any, keys: Dict[str, str]) -> None:
    """Remember, among the client keys, that a created feature has `key` where its device had given it another.

    The client keys alone would not do: the local key of a feature may be the row id of an offline copy, and no
    relation refers to that.
    """
    keys[_moved(delta.client_id, delta.local_layer_id, key_field, wanted)] = str(key)


def _moved(client_id: str, layer_id: str, key_field: str, key: Any) -> str:
    return f"{client_id}__{layer_id}__moved:{key_field}={key}"


class Relations:
    """The fields of a project that refer to features of other layers."""

    def __init__(self, project: Project) -> None:
        self._references: Dict[str, List[_Reference]] = {}
        for relation in project.relations:
            if len(relation.fields) == 1:
                ((field, parent_field),) = relation.fields
                reference = _Reference(field, relation.parent, parent_field)
                self._references.setdefault(relation.child, []).append(reference)

    def translated(self, delta: Delta, keys: Mapping[str, str]) -> Delta:
        """The delta with references to moved parents as they are here."""
        for reference in self._references.get(delta.layer_id, ()):
            old = _translated(delta, delta.old, reference, keys)
            new = _translated(delta, delta.new, reference, keys)
            if old is not delta.old or new is not delta.new:
                delta = replace(delta, old=old, new=new)
        return delta


def _translated(
    delta: Delta, state: Optional[State], reference: _Reference, keys: Mapping[str, str]
) -> Optional[State]:
    said = state.values.get(reference.field) if state is not None else None
    if state is None or said is None:
        return state
    moved = keys.get(_moved(delta.client_id, reference.parent, reference.parent_field, said))
    return state if moved is None else replace(state, attributes={**state.values, reference.field: moved})
