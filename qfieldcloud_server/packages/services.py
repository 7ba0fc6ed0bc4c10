# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeping packages, noting who downloads them, and forgetting old ones."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from qfieldcloud_server.packages.models import Download, Package

# A device in the field may take a day over a slow network for one download.
KEPT_FOR = timedelta(days=1)
_NOTED_EVERY = timedelta(minutes=5)


def note_download(package: Package, client: str) -> None:
    """From now on this client is served from this package, until it asks for the latest one again."""
    now = timezone.now()
    known = Download.objects.filter(project=package.project_id, client=client).first()
    if known and known.package_id == package.pk and now - known.listed_at < _NOTED_EVERY:
        return
    Download.objects.update_or_create(
        project_id=package.project_id, client=client, defaults={"package": package, "listed_at": now}
    )


def forget_old() -> int:
    """Drop packages that are neither the latest nor may still be downloaded."""
    limit = timezone.now() - KEPT_FOR
    Download.objects.filter(listed_at__lt=limit).delete()
    newer = Package.objects.filter(
        Q(made_for=OuterRef("made_for")) | Q(made_for=None),
        project=OuterRef("project"),
        area=OuterRef("area"),
        created_at__gt=OuterRef("created_at"),
    )
    downloads = Download.objects.filter(package=OuterRef("pk"))
    old = Package.objects.filter(~Exists(downloads), created_at__lt=limit)
    with_area = old.exclude(area="").select_related("project").only("area", "project__areas_for")
    without_use = [package.pk for package in with_area if package.area not in package.project.areas_for]
    return old.filter(Exists(newer) | Q(pk__in=without_use)).delete()[0]
