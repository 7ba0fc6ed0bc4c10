# SPDX-License-Identifier: GPL-2.0-or-later
"""The delta file on a field device: written after each commit, merged there as QField merges."""

from __future__ import annotations

import uuid
from copy import deepcopy
from pathlib import Path
from typing import Any, Optional

from .field_wire import qt_json

Delta = dict[str, Any]


class DeltaLog:
    """`deltafile.json` of one project, in the order of making; a patch that was merged moves to the end."""

    def __init__(self, path: Path, project_id: str) -> None:
        self.path = path
        self.project_id = project_id
        self.id = str(uuid.uuid4())
        self.deltas: list[Delta] = []
        self.write()

    def __len__(self) -> int:
        return len(self.deltas)

    def to_bytes(self) -> bytes:
        return qt_json(
            {"version": "1.0", "id": self.id, "project": self.project_id, "deltas": self.deltas, "files": []}
        ).encode()

    def write(self) -> None:
        self.path.write_bytes(self.to_bytes())

    def renew_id(self) -> None:
        """After every push that ended, well or not; the deltas that remain keep their uuids."""
        self.id = str(uuid.uuid4())
        self.write()

    def clear(self) -> None:
        self.deltas = []
        self.renew_id()

    # -- recording --------------------------------------------------------------------------------

    def create(self, delta: Delta) -> None:
        known = self._latest(delta)
        if known is not None and known["method"] == "delete" and known["old"] == delta["new"]:
            self.deltas.remove(known)  # an undone delete
        else:
            self._append(delta)
        self.write()

    def patch(self, delta: Delta) -> None:
        known = self._latest(delta)
        if known is None or known["method"] == "delete":
            self._append(delta)
        else:
            self._merge_into(known, delta)
        self.write()

    def delete(self, delta: Delta) -> None:
        known = self._latest(delta)
        if known is not None and known["method"] == "create":
            self.deltas.remove(known)
        else:
            self._append(delta)
        self.write()

    def _append(self, delta: Delta) -> None:
        self.deltas.append({"uuid": str(uuid.uuid4()), **delta})

    def _latest(self, delta: Delta) -> Optional[Delta]:
        wanted = (delta["localLayerId"], delta["localPk"])
        same = [known for known in self.deltas if (known["localLayerId"], known["localPk"]) == wanted]
        return same[-1] if same else None

    def _merge_into(self, known: Delta, patch: Delta) -> None:
        new = known.setdefault("new", {})
        attributes = new.setdefault("attributes", {})
        attributes.update(patch["new"].get("attributes", {}))
        # A geometry cleared later is not seen: QField tests for an empty text here.
        if patch["new"].get("geometry"):
            new["geometry"] = patch["new"]["geometry"]
        _merge_files(new, patch["new"])
        known["sourcePk"] = patch["sourcePk"]
        if known["method"] == "create":
            return
        for key, value in patch["old"].get("attributes", {}).items():
            known["old"]["attributes"].setdefault(key, value)
        known["old"].setdefault("geometry", patch["old"].get("geometry"))
        self.deltas.remove(known)
        if _changes_something(known):
            self.deltas.append(known)


def _merge_files(new: Delta, patched: Delta) -> None:
    files = {**new.get("files_sha256", {}), **patched.get("files_sha256", {})}
    named = {value for value in new["attributes"].values() if isinstance(value, str)}
    files = {name: digest for name, digest in files.items() if name in named}
    if files:
        new["files_sha256"] = files
    else:
        new.pop("files_sha256", None)


def _changes_something(patch: Delta) -> bool:
    old, new = patch["old"], patch["new"]
    if "geometry" in new and new["geometry"] != old.get("geometry"):
        return True
    return any(old["attributes"].get(name) != value for name, value in new["attributes"].items())


def copies(deltas: list[Delta]) -> list[Delta]:
    return deepcopy(deltas)
