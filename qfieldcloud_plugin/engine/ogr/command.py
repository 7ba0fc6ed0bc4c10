# SPDX-License-Identifier: GPL-2.0-or-later
"""`check` on the command line, with GDAL to repair what is no GeoPackage where pyogrio is installed."""

from __future__ import annotations

from typing import Any

from ..project import command
from .convert import OgrConverter


def add_command(commands: Any) -> None:
    command.add_command(commands, (OgrConverter(),))
