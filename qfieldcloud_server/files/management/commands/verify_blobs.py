# SPDX-License-Identifier: GPL-2.0-or-later
"""Read every blob and say which are missing or damaged, and which files and packages that concerns."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from qfieldcloud_server.files.models import Version
from qfieldcloud_server.files.records import damaged
from qfieldcloud_server.packages.models import PackageFile


class Command(BaseCommand):
    help = "Reads every stored blob and reports those that are missing or have changed."

    def handle(self, *args: Any, **options: Any) -> None:
        count = 0
        for blob, what in damaged():
            count += 1
            self.stdout.write(f"{what}: {blob.sha256} ({blob.size} bytes)")
            for version in Version.objects.filter(blob=blob).select_related("file__project"):
                self.stdout.write(f"  {version.file.project} / {version.file.name} {version.display}")
            for file in PackageFile.objects.filter(blob=blob).select_related("package__project"):
                self.stdout.write(f"  package of {file.package.project}: {file.name}")
        if count:
            raise CommandError(f"{count} blobs are missing or damaged; restore them from a backup.")
        self.stdout.write("All blobs are as they were stored.")
