# SPDX-License-Identifier: GPL-2.0-or-later
"""``copyfiles``: copy every stored file from the folder to the storage that ``files_url`` names, or back."""

from __future__ import annotations

import argparse
import sys

from django.conf import settings

from qfieldcloud_server.api.errors import ApiError
from qfieldcloud_server.files.copying import Copying
from qfieldcloud_server.files.remote_store import RemoteStore
from qfieldcloud_server.files.storage import blob_store, folder_store

_TOLD_EVERY = 1000


def run(options: argparse.Namespace) -> int:
    """0 if everything is there afterwards, 1 if not, 2 if there is nowhere to copy to."""
    elsewhere = blob_store()
    if not isinstance(elsewhere, RemoteStore):
        sys.stderr.write("files_url is not set: there is nowhere to copy files to, or from.\n")
        return 2
    folder = folder_store(settings.DATA_DIR / "blobs")
    copying = Copying.from_remote(elsewhere, folder) if options.back else Copying.to_remote(folder, elsewhere)
    try:
        for done in copying.run():
            if done % _TOLD_EVERY == 0:
                sys.stdout.write(f"Files so far: {done}\n")
                sys.stdout.flush()
    except (ApiError, OSError) as error:
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        sys.stderr.write(f"{error}{cause}\nWhat was copied is kept. Run this again to go on.\n")
        return 1
    for sha256 in copying.damaged:
        sys.stderr.write(f"Not copied, because its bytes are not what they were: {sha256}\n")
    sys.stdout.write(
        f"Files copied: {copying.copied}, there already: {copying.there}, damaged: {len(copying.damaged)}.\n"
    )
    return 1 if copying.damaged else 0
