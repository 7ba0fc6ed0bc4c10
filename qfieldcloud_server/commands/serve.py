# SPDX-License-Identifier: GPL-2.0-or-later
"""``serve``: bring the database up to date, answer requests and, unless told otherwise, run jobs."""

from __future__ import annotations

import argparse
import sys

from django.conf import settings

from qfieldcloud_server import configuration, serving


def run(options: argparse.Namespace) -> int:
    listen = settings.LISTEN
    if options.listen:
        try:
            listen = configuration.listen(options.listen)
        except ValueError as error:
            raise configuration.WrongSetting(f"--listen {options.listen}: expected {error}.") from None
    try:
        serving.serve(listen, with_jobs=not options.no_jobs)
    except serving.CannotListen as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0
