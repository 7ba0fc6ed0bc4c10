# SPDX-License-Identifier: GPL-2.0-or-later
"""What a test process lives in: a home and QGIS settings of its own, gone with it, and a quick place for files.

pyproject.toml loads it before QGIS.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

IN_MEMORY = "/dev/shm"


def _is_a_good_place(folder: str) -> bool:
    """Containers often give it 64 MB, or let nothing in it run."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    has = os.statvfs(folder)
    return has.f_bavail * has.f_frsize > 2 << 30 and not has.f_flag & os.ST_NOEXEC


# Thousands of small GeoPackages and databases are written and synced to the disk. TMPDIR is the way to another place.
if "TMPDIR" not in os.environ and _is_a_good_place(IN_MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = IN_MEMORY

# Without it each of some three hundred processes compiles all that it imports.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# QGIS and keyring look at these once.
HOME = Path(tempfile.mkdtemp(prefix="qfieldcloud-tests-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["HOME"] = str(HOME)
os.environ["XDG_RUNTIME_DIR"] = str(HOME)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ.pop(_name, None)
# A keyring of the session would keep what tests store; a test that wants one starts its own session bus.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


@pytest.hookimpl(hookwrapper=True)
def pytest_load_initial_conftests() -> Iterator[None]:
    """pytest-qgis keeps settings in the checkout, where another run would change them; it knows no other place."""
    plugin = sys.modules.get("pytest_qgis.plugin")
    if plugin is not None:
        load = plugin._load_qgis_settings
        plugin._load_qgis_settings = lambda _config: load(SimpleNamespace(rootpath=HOME))
    yield


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end; the garbage collector need not look through them again and again.

    Not beside QGIS: with so little left to look through it would look at everything at any moment, also in a worker,
    and what tests leave of Qt has to go in the main thread.
    """
    if "qgis.core" not in sys.modules:
        gc.collect()
        gc.freeze()
