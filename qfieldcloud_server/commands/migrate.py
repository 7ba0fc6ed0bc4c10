# SPDX-License-Identifier: GPL-2.0-or-later
"""``migrate``: bring the database up to this version. ``serve`` does the same when it starts."""

from __future__ import annotations

import argparse
import sys

from django.core.management import call_command


def run(_options: argparse.Namespace) -> int:
    call_command("migrate", interactive=False, verbosity=1, stdout=sys.stdout)
    return 0
