# SPDX-License-Identifier: GPL-2.0-or-later
"""``token``: sign a person in from the command line and print the token, once."""

from __future__ import annotations

import argparse
import sys

from django.core.management import call_command

from qfieldcloud_server.accounts import selectors, tokens
from qfieldcloud_server.api.errors import ObjectNotFound


def run(options: argparse.Namespace) -> int:
    if options.client not in tokens.Client.values:
        sys.stderr.write(f"{options.client}: one of {', '.join(tokens.Client.values)} is expected.\n")
        return 2
    call_command("migrate", interactive=False, verbosity=0)
    try:
        person = selectors.person_named(options.username)
    except ObjectNotFound as error:
        sys.stderr.write(f"{options.username}: {error.message}\n")
        return 1
    token, record = tokens.make(person, options.client, "qfieldcloud-server token", options.hours)
    sys.stdout.write(f"{token}\n")
    sys.stderr.write(f"Valid until {record.expires_at:%Y-%m-%d %H:%M} UTC.\n")
    return 0
