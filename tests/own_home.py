# SPDX-License-Identifier: GPL-2.0-or-later
"""A home and QGIS settings of its own for each test process, gone with it; pyproject.toml loads it before QGIS."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

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
