# SPDX-License-Identifier: GPL-2.0-or-later
"""``worker``: run jobs, and nothing else."""

from __future__ import annotations

import argparse

from qfieldcloud_server.jobs import worker


def run(_options: argparse.Namespace) -> int:
    worker.run()
    return 0
