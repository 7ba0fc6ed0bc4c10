# SPDX-License-Identifier: GPL-2.0-or-later
"""`worker`: a process that runs jobs and answers no requests."""

from __future__ import annotations

import signal
import threading

from qfieldcloud_server.jobs.runners import make_runner


def run() -> None:
    """Run jobs until told to stop (SIGTERM, SIGINT)."""
    told = threading.Event()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: told.set())
    runner = make_runner()
    runner.start()
    print("Running jobs.", flush=True)  # noqa: T201
    # Python looks at signals between waits only, on Windows.
    while not told.wait(1):
        pass
    runner.stop()
