# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta file and its deltas as values: read with limits, written as QField writes, inverted for undo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Mapping, Optional, Tuple
from uuid import uuid4

from . import jsontext
from .validate import check_delta, check_delta_file

VERSION = "1.0"
CREATE, PATCH, DELETE = "create", "patch", "delete"
REFUSE = "refuse"

MAX_BYTES = 256 * 1024 * 1024

_NOTHING: Mapping[str, Any] = MappingProxyType({})
# JSON key -> attribute of Delta, for the keys that are plain strings.
_TEXTS = {
    "uuid": "uuid",
    "method": "method",
    "localLayerId": "local_layer_id",
    "sourceLayerId": "source_layer_id",
    "localPk": "local_pk",
    "sourcePk": "source_pk",
    "clientId": "client_id",
    "exportId": "export_id",
    "localLayerCrs": "local_layer_crs",
    "localLayerName": "local_layer_name",
}
_KNOWN = {*_TEXTS, "old", "new", "explicitNulls"}
_INVERSE = {CREATE: DELETE, DELETE: CREATE, PATCH: PATCH}


@dataclass(frozen=True)
class State:
    """What a delta says about a feature before or after: any part may be missing (None).

    `geometry` is WKT, None for no geometry; it counts only when `has_geometry`.
    """

    attributes: Optional[Mapping[str, Any]] = None
    geometry: Optional[str] = None
    has_geometry: bool = False
    files_sha256: Optional[Mapping[str, Optional[str]]] = None
    is_snapshot: Optional[bool] = None

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> State:
        return cls(
            attributes=content.get("attributes"),
            geometry=content.get("geometry"),
            has_geometry="geometry" in content,
            files_sha256=content.get("files_sha256"),
            is_snapshot=content.get("is_snapshot"),
        )

    def to_json(self) -> dict[str, Any]:
        content: dict[str, Any] = {}
        if self.has_geometry:
            content["geometry"] = self.geometry
        for key in ("attributes", "files_sha256"):
            if getattr(self, key) is not None:
                content[key] = dict(getattr(self, key))
        if self.is_snapshot is not None:
            content["is_snapshot"] = self.is_snapshot
        return content

    @property
    def values(self) -> Mapping[str, Any]:
        return _NOTHING if self.attributes is None else self.attributes


@dataclass(frozen=True)
class Delta:
    """One change of one feature, as a device or a desktop made it.

    Two extensions: `on_conflict` is not part of the delta's own JSON, it comes from the top level of its file;
    `explicit_nulls` says that null in a create means empty, where a device means that it knows no value.
    `extra` keeps keys that nobody knows yet, so that reading and writing loses nothing.
    """

    uuid: str
    method: str
    local_layer_id: str
    source_layer_id: str
    local_pk: str
    source_pk: str
    client_id: str = ""
    export_id: Optional[str] = None
    local_layer_crs: Optional[str] = None
    local_layer_name: Optional[str] = None
    old: Optional[State] = None
    new: Optional[State] = None
    on_conflict: str = ""
    explicit_nulls: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_json(cls, content: Mapping[str, Any], *, on_conflict: str = "", index: int = 0) -> Delta:
        """Read one delta of a file, or one that was stored alone; `index` only serves the error message."""
        check_delta(content, index)
        return cls._trusted(content, on_conflict)

    @classmethod
    def _trusted(cls, content: Mapping[str, Any], on_conflict: str) -> Delta:
        texts = {name: content[key] for key, name in _TEXTS.items() if key in content}
        return cls(
            **texts,
            old=State.from_json(content["old"]) if "old" in content else None,
            new=State.from_json(content["new"]) if "new" in content else None,
            on_conflict=on_conflict,
            explicit_nulls=content.get("explicitNulls", False),
            extra={key: value for key, value in content.items() if key not in _KNOWN},
        )

    def to_json(self) -> dict[str, Any]:
        content = dict(self.extra)
        for key, name in _TEXTS.items():
            value = getattr(self, name)
            if value is not None:
                content[key] = value
        if self.explicit_nulls:
            content["explicitNulls"] = True
        for key, state in (("old", self.old), ("new", self.new)):
            if state is not None:
                content[key] = state.to_json()
        return content

    @property
    def layer_id(self) -> str:
        """The layer of the server's project; a layer that was not made offline has only its local id."""
        return self.source_layer_id or self.local_layer_id

    @property
    def client_key(self) -> str:
        """The name of this feature on the device that made the delta, in the map of client keys."""
        return f"{self.client_id}__{self.local_layer_id}__{self.local_pk}"

    def inverted(self, *, uuid: str = "", overwritten: Optional[State] = None) -> Delta:
        """The delta that takes this one back, with an id of its own because ids are unique for ever.

        `overwritten` are values this delta really replaced where they were not the ones it knew of
        (`DeltaResult.overwritten`); they come back rather than the ones the device last saw.
        """
        old, new = self.old, self.new
        if self.method == PATCH:
            old, new = _inverted_patch(old or State(), new or State(), overwritten)
        elif self.method == DELETE and old is not None:
            new, old = _complete(old, overwritten), None
        elif self.method == CREATE:
            old, new = new, None
        return replace(
            self,
            uuid=uuid or str(uuid4()),
            method=_INVERSE[self.method],
            old=old,
            new=new,
            explicit_nulls=self.method == DELETE,
            extra=_NOTHING,
        )


def _inverted_patch(old: State, new: State, overwritten: Optional[State]) -> Tuple[State, State]:
    # A snapshot holds every column; taking a patch back must touch only what the patch touched.
    before = _complete(old, overwritten)
    keys = [key for key in new.values if key in before.values]
    back_geometry = new.has_geometry and before.has_geometry
    return (
        State(
            attributes={key: new.values[key] for key in keys},
            geometry=new.geometry if back_geometry else None,
            has_geometry=back_geometry,
            files_sha256=new.files_sha256,
            is_snapshot=False,
        ),
        State(
            attributes={key: before.values[key] for key in keys},
            geometry=before.geometry if back_geometry else None,
            has_geometry=back_geometry,
            files_sha256=old.files_sha256,
            is_snapshot=False,
        ),
    )


def _complete(known: State, overwritten: Optional[State]) -> State:
    if overwritten is None:
        return known
    seen = overwritten if overwritten.has_geometry else known
    return replace(
        known,
        attributes={**known.values, **overwritten.values},
        geometry=seen.geometry,
        has_geometry=seen.has_geometry,
    )


@dataclass(frozen=True)
class DeltaFile:
    """What one push carries: deltas in the order they were made."""

    id: str
    project: str
    deltas: Tuple[Delta, ...] = ()
    on_conflict: str = ""
    files: Tuple[str, ...] = ()
    client_pks: Optional[Mapping[str, str]] = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_bytes(cls, data: bytes, *, max_bytes: int = MAX_BYTES) -> DeltaFile:
        """Read and validate. Raises `InvalidDeltaFile`, naming the delta and the field."""
        content = jsontext.parse(data, max_bytes=max_bytes)
        check_delta_file(content)
        on_conflict = content.get("onConflict", "")
        known = {"id", "project", "deltas", "onConflict", "files", "clientPks", "version"}
        return cls(
            id=content["id"],
            project=content["project"],
            deltas=tuple(Delta._trusted(delta, on_conflict) for delta in content["deltas"]),
            on_conflict=on_conflict,
            files=tuple(content["files"]),
            client_pks=content.get("clientPks"),
            extra={key: value for key, value in content.items() if key not in known},
        )

    def to_json(self) -> dict[str, Any]:
        content: dict[str, Any] = {
            **self.extra,
            "deltas": [delta.to_json() for delta in self.deltas],
            "files": list(self.files),
            "id": self.id,
            "project": self.project,
            "version": VERSION,
        }
        if self.client_pks is not None:
            content["clientPks"] = dict(self.client_pks)
        if self.on_conflict:
            content["onConflict"] = self.on_conflict
        return content

    def to_bytes(self) -> bytes:
        """The file as QField writes it: keys sorted, four spaces, UTF-8."""
        return jsontext.dump(self.to_json())
