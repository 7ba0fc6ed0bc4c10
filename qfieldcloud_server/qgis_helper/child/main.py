# SPDX-License-Identifier: GPL-2.0-or-later
"""The child's life: confine itself, start QGIS, do what it is told line by line, end."""

from __future__ import annotations

import os
import traceback
from typing import Any, Callable, Dict

from .channel import Channel, Content, ParentGone
from .confinement import confine, limit
from .refused import Refused

# Names that would change what this process loads or runs rather than what a project's sources say.
_FORBIDDEN = (
    "LD_", "DYLD_", "PYTHON", "QT_", "QML", "XDG_", "GDAL_VRT_", "GDAL_DRIVER", "GDAL_PYTHON", "GDAL_SKIP",
    "OGR_DRIVER", "OGR_SKIP", "CPL_", "QGIS_", "PROJ_", "PGSERVICEFILE", "PGSYSCONFDIR", "PATH", "HOME", "TMPDIR",
    "SPATIALITE_", "OPENSSL_", "SSL_CERT",
)  # fmt: skip


def main(root: str) -> None:
    channel = Channel()
    try:
        start = channel.read()
        limit(start["seconds"], start["memory_mb"])
        is_confined = confine(root, start["readable"], [start["folder"]])
        from .application import Application

        # Only now: what the dynamic linker, Python, Qt and GDAL read at their start is not for projects to say.
        _set_variables(start["variables"])
        with Application() as application:
            channel.tell("ready", version=application.version, is_confined=is_confined)
            for order in channel.orders():
                _carry_out(channel, order)
    except ParentGone:
        pass
    # Destroying what QGIS holds is where it likes to crash, and the system does that better.
    os._exit(0)


def _carry_out(channel: Channel, order: Content) -> None:
    try:
        result = _works()[order["do"]](channel, order)
    except Refused as error:
        channel.tell("refused", message=str(error))
    except ParentGone:
        raise
    except Exception:
        # The border of an order: a mistake here ends this order, and the server says so.
        channel.tell("broken", traceback=traceback.format_exc())
    else:
        channel.tell("done", **result)


def _works() -> Dict[str, Callable[[Channel, Content], Content]]:
    from .applying import apply
    from .base_maps import draw_base_map
    from .drawing import draw
    from .exporting import export

    return {"apply": apply, "export": export, "draw": draw, "draw_base_map": draw_base_map}


def _set_variables(variables: Dict[str, Any]) -> None:
    for name, value in variables.items():
        is_socket = name == "PGHOST" and value.startswith(("/", "@"))
        if not name.startswith(_FORBIDDEN) and not is_socket and "\0" not in value:
            os.environ[name] = value
