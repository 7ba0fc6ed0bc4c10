# SPDX-License-Identifier: GPL-2.0-or-later
"""The records of blobs: made with the bytes, checked against them, swept when nothing refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, ProtectedError, QuerySet
from django.utils import timezone

from qfieldcloud_server.files.digests import Digest
from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.files.storage import blob_store

# Between the bytes and the first row that refers to them lies at most a long upload or job.
SPARED_SECONDS = 24 * 3600


def keep_blob(digest: Digest) -> Blob:
    """The record of bytes that lie in the blob store."""
    blob, _ = Blob.objects.get_or_create(
        sha256=digest.sha256,
        defaults={"size": digest.size, "md5sum": digest.md5sum, "part_md5s": digest.part_md5s},
    )
    return blob


def digest_of(blob: Blob) -> Digest:
    return Digest(blob.size, blob.sha256, bytes(blob.part_md5s))


def unreferenced() -> QuerySet[Blob]:
    """Blobs that no row of any app refers to."""
    blobs = Blob.objects.all()
    for relation in Blob._meta.related_objects:
        rows = relation.related_model._default_manager.filter(**{relation.field.name: OuterRef("pk")})
        blobs = blobs.filter(~Exists(rows))
    return blobs


def sweep(spared_seconds: float = SPARED_SECONDS) -> int:
    """Remove blobs that nothing refers to, and bytes without a record; returns how many."""
    before = timezone.now() - timedelta(seconds=spared_seconds)
    removed = 0
    for name in list(unreferenced().filter(created_at__lt=before).values_list("pk", flat=True)):
        try:
            blob_store().exists(name)  # a service that is away must not be waited for in a transaction
            with transaction.atomic():
                Blob.objects.filter(pk=name).delete()
                # Young bytes were just put again, and somebody is about to refer to them.
                if not blob_store().remove_old(name, spared_seconds):
                    transaction.set_rollback(True)
                else:
                    removed += 1
        except ProtectedError:
            continue
    return removed + _sweep_bytes(spared_seconds) + blob_store().remove_leftovers(_has_record)


def _has_record(sha256: str) -> bool:
    return Blob.objects.filter(pk=sha256).exists()


def _sweep_bytes(spared_seconds: float) -> int:
    removed = 0
    for names in _batches(blob_store().names()):
        known = set(Blob.objects.filter(pk__in=names).values_list("pk", flat=True))
        for name in names:
            if name not in known and blob_store().remove_old(name, spared_seconds):
                removed += 1
    return removed


def damaged() -> Iterator[tuple[Blob, str]]:
    """Blobs whose bytes are missing or are not what they were, each with what is wrong."""
    store = blob_store()
    for blob in Blob.objects.order_by("pk").iterator():
        if not store.exists(blob.sha256):
            yield blob, "missing"
        elif not store.intact(blob.sha256):
            yield blob, "changed"


def _batches(names: Iterator[str], size: int = 500) -> Iterator[list[str]]:
    batch: list[str] = []
    for name in names:
        batch.append(name)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
