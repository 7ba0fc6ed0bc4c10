# SPDX-License-Identifier: GPL-2.0-or-later
"""``qfieldcloud-server``: the one command that runs, prepares and looks after a server."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from django.db import DatabaseError

from qfieldcloud_server import configuration, data_folder, database_trouble
from qfieldcloud_server.configuration import WrongSetting

OK, FAILED, MISUSED = 0, 1, 2
# Rows and JSON form no cycles. Python's own 700 had a quarter of the time go into looking for some.
_NEW_OBJECTS_BEFORE_COLLECTING = 10_000
_MOST_HOURS = 1_000_000


def main(arguments: list[str] | None = None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.config:
        os.environ["QFIELDCLOUD_CONFIG"] = str(options.config)
    if options.data_dir:
        os.environ["QFIELDCLOUD_DATA_DIR"] = str(options.data_dir)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qfieldcloud_server.settings")
    try:
        import django
        from django.conf import settings

        data_folder.prepare(settings.DATA_DIR)
        # Asked for now: a key that cannot be used stops the start, not the first sign-in.
        str(settings.SECRET_KEY)
        django.setup()
        # For the same reason: what the storage of the files needs may not be installed.
        import_module("qfieldcloud_server.files.storage").blob_store()
        gc.set_threshold(_NEW_OBJECTS_BEFORE_COLLECTING, 10, 10)
        # Imported only now: a command needs Django, and Django the settings.
        command: Callable[[argparse.Namespace], int] = import_module(
            f"qfieldcloud_server.commands.{options.command}"
        ).run
        return command(options)
    except WrongSetting as error:
        sys.stderr.write(f"{error}\n")
        return MISUSED
    except DatabaseError as error:
        if not database_trouble.is_trouble(error):
            raise
        cause, advice = database_trouble.cause(error), database_trouble.advice()
        sys.stderr.write(f"The database cannot be used: {cause}\n{advice} What is stored stays as it is.\n")
        return FAILED
    except KeyboardInterrupt:
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has seen enough: `doctor | head`. Python would complain at its end once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "qfieldcloud-server", description="A server for QField, QFieldSync and QGIS."
    )
    parser.add_argument(
        "--config", type=Path, help="settings file (TOML); default: qfieldcloud.toml, if it is there"
    )
    parser.add_argument("--data-dir", type=Path, help="data folder, before what the settings say")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="prepare the database, answer requests and run jobs")
    serve.add_argument("--listen", metavar="HOST:PORT", help="before what the settings say")
    serve.add_argument("--no-jobs", action="store_true", help="leave jobs to `worker` processes")
    commands.add_parser("worker", help="run jobs only")
    commands.add_parser("migrate", help="bring the database up to this version")
    provision = commands.add_parser("provision", help="make the accounts that a JSON file describes")
    provision.add_argument("file", type=Path)
    createuser = commands.add_parser("createuser", help="make a person")
    createuser.add_argument("username")
    createuser.add_argument("--email", default="")
    createuser.add_argument("--staff", action="store_true", help="may create users")
    createuser.add_argument("--superuser", action="store_true", help="may do everything on the admin pages")
    createuser.add_argument("--quota-mb", type=_megabytes, default=None, help="storage in MB; 0: no limit")
    createuser.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )
    token = commands.add_parser("token", help="sign a person in and print the token")
    token.add_argument("username")
    token.add_argument(
        "--client", default="cli", help="qfield, qfieldsync, sdk, cli, browser, worker or unknown"
    )
    token.add_argument("--hours", type=_hours, default=None, help="default: token_hours of the settings")
    doctor = commands.add_parser("doctor", help="look for what is wrong, from inside and from outside")
    doctor.add_argument(
        "--url", default="", help="public address to try; default: public_url of the settings"
    )
    doctor.add_argument(
        "--blobs", action="store_true", help="also read every stored file and tell which are damaged"
    )
    copyfiles = commands.add_parser(
        "copyfiles", help="copy the stored files from the folder to where files_url says"
    )
    copyfiles.add_argument("--back", action="store_true", help="the other way: into the folder")
    commands.add_parser("copydatabase", help="copy SQLite in the data folder to where database_url says")
    return parser


def _hours(value: str) -> float:
    with suppress(ValueError):
        if 0 < float(value) < _MOST_HOURS:
            return float(value)
    raise argparse.ArgumentTypeError("a number of hours above 0 is expected")


def _megabytes(value: str) -> int:
    try:
        return configuration.whole(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error} is expected") from None


if __name__ == "__main__":
    sys.exit(main())
