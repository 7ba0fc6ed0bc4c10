# SPDX-License-Identifier: GPL-2.0-or-later
"""Row history: what changed between the versions of a GeoPackage, kept even when the versions are gone."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qfieldcloud_plugin.engine.errors import ChangesetsDoNotFollow, EngineError, NotAGeoPackage
from qfieldcloud_plugin.engine.gpkg import Changeset, diff
from qfieldcloud_server.api.errors import ObjectNotFound
from qfieldcloud_server.files.digests import Digest
from qfieldcloud_server.files.models import File, RowHistory, Version
from qfieldcloud_server.files.records import keep_blob
from qfieldcloud_server.files.storage import blob_store

logger = logging.getLogger(__name__)

# Beyond that many steps comparing the two files is cheaper than adding the steps up.
_MOST_STEPS = 200


def has_rows(name: str) -> bool:
    return name.lower().endswith(".gpkg")


def request(file: File, former: Version | None, version: Version) -> None:
    """Note that the changes between two versions have to be found; the background does it."""
    if former is None or not has_rows(file.name):
        return
    changed = former.blob_id != version.blob_id
    RowHistory.objects.create(
        file=file,
        from_version=former.pk,
        to_version=version.pk,
        is_pending=changed,
        from_blob_id=former.blob_id if changed else None,
        to_blob_id=version.blob_id if changed else None,
    )


@dataclass(frozen=True)
class KnownChanges:
    """A changeset that is in the blob store already."""

    digest: Digest
    count: int


def changes_between(base: Path, other: Path) -> KnownChanges | None:
    """What differs between two states of a GeoPackage; None where rows cannot be compared."""
    try:
        changeset = diff(base, other, immutable_base=True)
    except EngineError as error:
        logger.info("%s", error)
        return None
    return KnownChanges(blob_store().put(changeset.to_bytes()), len(changeset))


def record(file: File, former: Version, version: Version, changes: KnownChanges) -> None:
    """Keep changes that are known already."""
    RowHistory.objects.create(
        file=file,
        from_version=former.pk,
        to_version=version.pk,
        changeset=keep_blob(changes.digest),
        change_count=changes.count,
    )


def find_pending() -> bool:
    """Find the changes of one step that has none yet; False if there was nothing to do."""
    step = RowHistory.objects.filter(is_pending=True).order_by("pk").first()
    if step is None:
        return False
    _find(step)
    return True


def _find(step: RowHistory) -> None:
    blob, count, note = None, 0, ""
    if step.from_blob_id and step.to_blob_id:
        try:
            changeset = _compare(step.from_blob_id, step.to_blob_id)
            count = len(changeset)
            blob = blob_store().put(changeset.to_bytes()) if changeset else None
        except EngineError as error:
            note = error.message[:500]
    else:
        note = "One of the two versions is gone."
    with transaction.atomic():
        # The file may have been deleted meanwhile; then there is nothing to update.
        RowHistory.objects.filter(pk=step.pk).update(
            changeset=keep_blob(blob) if blob else None,
            change_count=count,
            note=note,
            is_pending=False,
            from_blob=None,
            to_blob=None,
        )


def _compare(base: str, other: str) -> Changeset:
    store = blob_store()
    with store.local(base) as base_path, store.local(other) as other_path:
        if not base_path.stat().st_size or not other_path.stat().st_size:
            # SQLite takes an empty file for a database in which nothing is left.
            raise NotAGeoPackage("One of the two versions is empty.")
        return diff(base_path, other_path, immutable_base=True, definitions=True)


def changes(file: File, start: uuid.UUID, end: uuid.UUID) -> Changeset:
    """What changed between two versions, in either direction. Raises ObjectNotFound if nobody knows."""
    if start == end:
        return Changeset()
    forwards = _steps(file, start, end)
    if forwards is not None:
        return _sum(forwards)
    backwards = _steps(file, end, start)
    if backwards is not None:
        return _sum(backwards).invert()
    return _compare_versions(file, start, end)


def _steps(file: File, start: uuid.UUID, end: uuid.UUID) -> list[RowHistory] | None:
    """The steps that lead from one version to another, None if they do not."""
    known = {step.to_version: step for step in RowHistory.objects.filter(file=file)}
    steps: list[RowHistory] = []
    while end != start:
        step = known.get(end)
        if step is None or len(steps) == _MOST_STEPS:
            return None
        steps.append(step)
        end = step.from_version
    if any(step.note for step in steps):
        return None
    return steps[::-1]


def _sum(steps: list[RowHistory]) -> Changeset:
    total = Changeset()
    for step in steps:
        if step.is_pending:
            _find(step)
            step.refresh_from_db()
        if step.note:
            raise ObjectNotFound(step.note)
        try:
            total = total.concat(_stored(step))
        except ChangesetsDoNotFollow as error:
            raise ObjectNotFound(error.message) from error
    return total


def known_changes(file: File, start: uuid.UUID, end: uuid.UUID) -> Changeset | None:
    """Which rows changed between two versions; None unless that is known without comparing files, and tells all."""
    steps = _steps(file, start, end)
    if steps is None or any(step.is_pending for step in steps):
        return None
    try:
        total = _sum(steps)
    except ObjectNotFound:
        return None
    return None if total.definitions else total


def _stored(step: RowHistory) -> Changeset:
    if not step.changeset_id:
        return Changeset()
    with blob_store().open(step.changeset_id) as stored:
        return Changeset.from_bytes(stored.read())


def _compare_versions(file: File, start: uuid.UUID, end: uuid.UUID) -> Changeset:
    blobs = dict(file.versions.filter(pk__in=[start, end]).values_list("pk", "blob_id"))
    if len(blobs) < 2 or not has_rows(file.name):
        raise ObjectNotFound(f"What changed in {file.name!r} between these versions is not known.")
    try:
        return _compare(blobs[start], blobs[end])
    except EngineError as error:
        raise ObjectNotFound(error.message) from error


def forget_version(file: File, version: Version) -> None:
    """A version was deleted on purpose: its own state must not be found in the steps around it either."""
    before = RowHistory.objects.filter(file=file, to_version=version.pk).first()
    after = RowHistory.objects.filter(file=file, from_version=version.pk).first()
    for step in filter(None, (before, after)):
        step.delete()
    if before and after:
        blobs = dict(
            Version.objects.filter(pk__in=[before.from_version, after.to_version]).values_list(
                "pk", "blob_id"
            )
        )
        RowHistory.objects.create(
            file=file,
            from_version=before.from_version,
            to_version=after.to_version,
            is_pending=True,
            from_blob_id=blobs.get(before.from_version),
            to_blob_id=blobs.get(after.to_version),
        )
