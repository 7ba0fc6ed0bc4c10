# SPDX-License-Identifier: GPL-2.0-or-later
"""``worker``: run jobs, and nothing else, until told to stop."""

from __future__ import annotations

import argparse
import signal
import threading

from django.core.management import call_command


def run(_options: argparse.Namespace) -> int:
    from qfieldcloud_server.jobs.runners import make_runner

    call_command("migrate", interactive=False, verbosity=0)
    stop = threading.Event()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stop.set())
    runner = make_runner()
    runner.start()
    stop.wait()
    runner.stop()
    return 0
