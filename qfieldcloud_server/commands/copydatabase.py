# SPDX-License-Identifier: GPL-2.0-or-later
"""``copydatabase``: copy everything from SQLite in the data folder to the empty PostgreSQL of ``database_url``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from qfieldcloud_server.database_copy import DatabaseCopy, NotCopied


def run(options: argparse.Namespace) -> int:  # noqa: ARG001
    """0 if every row is there afterwards, 1 if nothing was copied, 2 if there is nowhere to copy to or from."""
    source = Path(settings.SQLITE["NAME"])
    if not settings.ON_POSTGRES:
        sys.stderr.write("database_url is not set: there is no PostgreSQL to copy to.\n")
        return 2
    if not source.is_file():
        sys.stderr.write(f"There is no {source} to copy from.\n")
        return 2
    call_command("migrate", interactive=False, verbosity=0)
    try:
        with DatabaseCopy(source) as copy:
            rows = copy.run()
    except NotCopied as error:
        sys.stderr.write(f"{error}\nNothing was copied.\n")
        return 1
    sys.stdout.write(
        f"Rows copied: {rows}. {source} is as it was; it is not used while database_url is set.\n"
    )
    return 0
