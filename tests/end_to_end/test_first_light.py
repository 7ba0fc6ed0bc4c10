# SPDX-License-Identifier: GPL-2.0-or-later
"""The demo is a test: server, QGIS, a device and the SDK, and not one row may be wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ("dock_before.png", "dock_conflict.png", "dock_after.png", "window_after.png")


def demonstrate(work: Path, *options: str) -> str:
    """What the demo printed."""
    command = [sys.executable, "-m", "scripts.demo", "--work", str(work), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=570)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_whole_road_is_walked_and_every_row_is_right(tmp_path):
    printed = demonstrate(tmp_path / "demo")
    assert "WRONG" not in printed
    assert all((tmp_path / "demo" / name).stat().st_size > 10_000 for name in PICTURES)
    steps = json.loads((tmp_path / "demo" / "timeline.json").read_bytes())["steps"]
    assert {step["step"] for step in steps} == set(range(1, 8))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_killing_the_server_at_every_step_loses_no_accepted_delta(tmp_path):
    printed = demonstrate(tmp_path / "demo", "--kill")
    assert "accepted deltas: STATUS_APPLIED." in printed
    assert "WRONG" not in printed
