# SPDX-License-Identifier: GPL-2.0-or-later
"""``createuser``: make a person, with a password that is asked for."""

from __future__ import annotations

import argparse
import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command

from qfieldcloud_server.accounts import services
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import ApiError


def run(options: argparse.Namespace) -> int:
    try:
        password = sys.stdin.readline().rstrip("\n") if options.password_stdin else _asked()
    except EOFError:
        sys.stderr.write("No password came. Without a terminal use --password-stdin.\nNobody was made.\n")
        return 1
    fields = {"is_staff": options.staff or options.superuser, "is_superuser": options.superuser}
    if options.quota_mb is not None:
        fields["quota_bytes"] = options.quota_mb * 1_000_000 or None
    call_command("migrate", interactive=False, verbosity=0)
    try:
        validate_password(password, User(username=options.username, email=options.email))
        person = services.create_person(options.username, password, options.email, **fields)
    except (ValidationError, ApiError) as error:
        messages = error.messages if isinstance(error, ValidationError) else [error.message]
        sys.stderr.write("\n".join(messages) + "\nNobody was made.\n")
        return 1
    sys.stdout.write(f"{person.username} can sign in now.\n")
    return 0


def _asked() -> str:
    while True:
        password = getpass.getpass("Password: ")
        if password == getpass.getpass("Again: "):
            return password
        sys.stderr.write("These differ. Please try again.\n")
