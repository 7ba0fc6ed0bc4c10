# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of a delta file, checked before anything is believed; messages name the delta and the field."""

from __future__ import annotations

from typing import Any, Optional
from uuid import UUID

from .errors import InvalidDeltaFile

METHODS = ("create", "patch", "delete")
ON_CONFLICT = ("refuse",)
MAX_DELTAS = 1_000_000
MAX_DEPTH = 32

_REQUIRED = ("uuid", "clientId", "localPk", "sourcePk", "localLayerId", "sourceLayerId", "method")
_OPTIONAL = ("exportId", "localLayerCrs", "localLayerName")
_STATE_KEYS = {"geometry", "attributes", "files_sha256", "is_snapshot"}


def check_delta_file(content: Any) -> None:
    """Raise `InvalidDeltaFile` unless `content` is a whole delta file."""
    _need(isinstance(content, dict), "it must be a JSON object")
    for key in ("version", "project", "id"):
        _need(key in content, "it is missing", key)
        _need(isinstance(content[key], str), "it must be a string", key)
    _need(content["version"] == "1.0", 'it must be "1.0"', "version")
    _need(_is_uuid(content["id"]), "it must be a UUID", "id")
    for key in ("deltas", "files"):
        _need(key in content, "it is missing", key)
        _need(isinstance(content[key], list), "it must be a list", key)
    _check_files(content["files"])
    _need(content.get("onConflict", "refuse") in ON_CONFLICT, 'it can only be "refuse"', "onConflict")
    _check_client_pks(content.get("clientPks", {}))
    _need_shallow({key: value for key, value in content.items() if key != "deltas"}, "", None)
    _need(len(content["deltas"]) <= MAX_DELTAS, f"more than {MAX_DELTAS} deltas in one file", "deltas")
    for index, delta in enumerate(content["deltas"]):
        check_delta(delta, index)


def check_delta(delta: Any, index: int) -> None:
    """Raise `InvalidDeltaFile` unless `delta` is one; whether it can be applied is a later question."""
    _need(isinstance(delta, dict), "it must be an object", index=index)
    for key in _REQUIRED:
        _need(key in delta, "it is missing", key, index)
        _need(isinstance(delta[key], str), "it must be a string", key, index)
    for key in _OPTIONAL:
        _need(isinstance(delta.get(key, ""), str), "it must be a string", key, index)
    # QFieldCloud's schema takes any text here and then fails on storing it.
    for key in ("uuid", "clientId"):
        _need(_is_uuid(delta[key]), "it must be a UUID", key, index)
    _need(
        isinstance(delta.get("explicitNulls", False), bool),
        "it must be true or false",
        "explicitNulls",
        index,
    )
    _need(delta["method"] in METHODS, "it must be create, patch or delete", "method", index)
    for key in ("old", "new"):
        if key in delta:
            _check_state(delta[key], key, index)
    _need_shallow(delta, "", index)


def _check_state(state: Any, name: str, index: int) -> None:
    _need(isinstance(state, dict), "it must be an object", name, index)
    unknown = state.keys() - _STATE_KEYS
    _need(not unknown, "this key is not known", f"{name}.{min(unknown, default='')}", index)
    geometry = state.get("geometry")
    _need(
        geometry is None or isinstance(geometry, str),
        "it must be a string or null",
        f"{name}.geometry",
        index,
    )
    for key in ("attributes", "files_sha256"):
        _need(isinstance(state.get(key, {}), dict), "it must be an object", f"{name}.{key}", index)
    _need(
        isinstance(state.get("is_snapshot", False), bool),
        "it must be true or false",
        f"{name}.is_snapshot",
        index,
    )


def _check_files(files: list[Any]) -> None:
    _need(all(isinstance(name, str) for name in files), "its items must be strings", "files")
    _need(len(set(files)) == len(files), "its items must be unique", "files")


def _check_client_pks(client_pks: Any) -> None:
    _need(isinstance(client_pks, dict), "it must be an object", "clientPks")
    _need(all(isinstance(key, str) for key in client_pks.values()), "its values must be strings", "clientPks")


def _need_shallow(value: Any, field: str, index: Optional[int], depth: int = 0) -> None:
    # What Python can read it cannot always write again: both recurse, the writer sooner.
    _need(depth <= MAX_DEPTH, "it is nested too deeply", field, index)
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, (dict, list)):
            _need_shallow(item, field or str(key), index, depth + 1)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _need(fact: bool, reason: str, field: str = "", index: Optional[int] = None) -> None:
    if not fact:
        raise InvalidDeltaFile(reason, field=field, delta_index=index)
