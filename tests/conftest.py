# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared by every test: nothing is read from or written to the real home of whoever runs the tests."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

# Before anything is imported: QGIS and keyring look at these once.
_home = tempfile.mkdtemp(prefix="qfieldcloud-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["HOME"] = _home
os.environ["XDG_RUNTIME_DIR"] = _home
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ.pop(_name, None)
# A keyring of the session would keep what tests store; a test that wants one starts its own session bus.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
