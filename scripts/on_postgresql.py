# SPDX-License-Identifier: GPL-2.0-or-later
"""Run a command beside a PostgreSQL of its own: ``python -m scripts.on_postgresql pytest tests/server``.

The command finds the address of an empty database in ``TEST_DATABASE_URL``; afterwards nothing of it is left.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.deployments import NotHere, postgresql


def main(command: list[str]) -> int:
    if not command:
        sys.exit(f"{__doc__}")
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-postgresql-") as folder:
        try:
            with postgresql(Path(folder) / "cluster") as address:
                return subprocess.run(command, env={**os.environ, "TEST_DATABASE_URL": address}).returncode
        except NotHere as missing:
            sys.exit(str(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
