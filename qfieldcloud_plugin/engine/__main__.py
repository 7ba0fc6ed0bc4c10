# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine on the command line; exit codes are 0 for done, 1 for conflicts (listed), 2 for an error."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import List, Optional

from .errors import EngineError

ERROR = 2

# Each module has `add_command(commands)`, which adds its sub-commands to argparse's and sets `run` on each: a
# function that takes the options and returns the exit code. Only the module that is asked for is imported.
_MODULES = {
    "gpkg.command": ("diff", "apply", "invert", "merge", "show"),
    "delta.command": ("deltas",),
    "ogr.command": ("check",),
    "packaging.command": ("package", "take-back"),
}


def main(arguments: Optional[List[str]] = None) -> int:
    arguments = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(
        prog="python -m qfieldcloud_plugin.engine",
        description="Compare, merge and check GeoPackages and projects.",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in _modules(arguments):
        import_module("." + module, __package__).add_command(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except EngineError as error:
        print(f"error: {error.message}", file=sys.stderr)
    except OSError as error:
        print(f"error: {error.filename or 'file'}: {error.strerror}", file=sys.stderr)
    return ERROR


def _modules(arguments: List[str]) -> List[str]:
    """The module of the sub-command that is asked for, else all, so that help and errors name them all."""
    wanted = [module for module, names in _MODULES.items() if arguments and arguments[0] in names]
    return [module for module in wanted or _MODULES if find_spec("." + module, __package__)]


if __name__ == "__main__":
    sys.exit(main())
