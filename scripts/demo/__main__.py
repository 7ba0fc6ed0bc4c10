# SPDX-License-Identifier: GPL-2.0-or-later
"""`make demo`: walks the road, prints what happens, proves the result; 1 if a single row is wrong."""

from __future__ import annotations

import argparse
import shutil
import sys
import traceback
from pathlib import Path

from .crashes import Crashes
from .desktop import Desktop
from .proof import prove
from .road import WORLD_MAP, Road
from .server import ROOT, CompanionServer
from .timeline import Timeline

ZIP = ROOT / "dist" / "qfieldcloud_plugin.zip"


def main() -> int:
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument(
        "--kill", action="store_true", help="SIGKILL the server at every step and in mid-apply"
    )
    parser.add_argument(
        "--work", type=Path, default=ROOT / "build" / "demo", help="made anew (default: %(default)s)"
    )
    arguments = parser.parse_args()
    for needed in (ZIP, WORLD_MAP):
        if not needed.is_file():
            raise SystemExit(f"{needed} is missing; `make demo` sets up what is needed")
    return demonstrate(arguments.work.resolve(), kill=arguments.kill)


def demonstrate(work: Path, *, kill: bool) -> int:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    timeline = Timeline()
    server = CompanionServer(work / "server")
    desktop = Desktop(work / "desktop", ZIP, Path(__file__).with_name("desk.py"))
    desktop.work.mkdir()
    road = Road(work, server, desktop, timeline, Crashes(server, timeline) if kill else None)
    try:
        road.walk()
        timeline.title(8, "Proof")
        right = prove_it(road, timeline)
    except Exception:
        traceback.print_exc()
        timeline.say(f"\nThe demo failed. What the server said: {server.log}. What QGIS said: {desktop.log}.")
        return 1
    finally:
        desktop.stop()
        server.stop()
    timeline.close(work / "timeline.json")
    return 0 if right else 1


def prove_it(road: Road, timeline: Timeline) -> bool:
    witnesses = {"server": road.on_the_server(), "QGIS": road.in_qgis(), "device": road.on_the_device()}
    right = prove(road.expected, witnesses, timeline)
    photo = road.photo_arrived()
    timeline.say(f"The photo arrived {'byte for byte' if photo else 'WRONG'}.")
    if road.crashes is not None:
        states = {answer.status for answer in road.device.delta_history(road.project)}
        applied = states == {"STATUS_APPLIED"}
        timeline.say(
            f"The server was killed {road.crashes.count} times; accepted deltas: {', '.join(states)}."
        )
        right = right and applied
    timeline.say(f"Pictures are in {road.work}: dock_before.png, dock_conflict.png, dock_after.png.")
    return right and photo


if __name__ == "__main__":
    sys.exit(main())
