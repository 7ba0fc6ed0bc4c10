# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills the server where it hurts, starts it again, and proves that no accepted delta is lost."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from tests.contract.field_device import CloudProject, FieldDevice, NotAnswered

from .desktop import Desktop, DesktopFailed
from .expected import Expected
from .server import CompanionServer
from .timeline import Timeline

DELTAS = 300
# Seconds between the server's answer (or the start of the request) and SIGKILL. Few rounds come early: the server
# keeps ten versions of a file, and step 6 wants back what was deleted in the first.
AFTER_ANSWER = {3: (0.0, 0.05), 6: (0.02, 0.1, 0.2, 0.4)}
DURING_REQUEST = {6: (0.005, 0.03)}
DURING_SYNC = (0.02, 0.1, 0.3)


class Crashes:
    """SIGKILL at each boundary of a step, in mid-apply and in mid-push."""

    def __init__(self, server: CompanionServer, timeline: Timeline) -> None:
        self._server = server
        self._timeline = timeline
        self.count = 0

    def boundary(self, step: int) -> None:
        with self._timeline.doing(step, "SIGKILL, started again") as entry:
            entry.what += f" in {self.crash():.2f} s"

    def crash(self) -> float:
        """Seconds until the server was well again."""
        self._server.kill()
        self.count += 1
        return self._server.start()

    def while_working(
        self, step: int, device: FieldDevice, project: CloudProject, expected: Expected
    ) -> None:
        self._in_mid_apply(step, device, project, expected)
        self._in_mid_push(step, device, project, expected)

    def _in_mid_apply(
        self, step: int, device: FieldDevice, project: CloudProject, expected: Expected
    ) -> None:
        """Each round sends rows, and kills the server while it works on what it accepted."""
        for number, delay in enumerate(AFTER_ANSWER.get(step, ())):
            with self._timeline.doing(
                step, f"{DELTAS} deltas accepted, SIGKILL {delay * 1000:.0f} ms later"
            ) as entry:
                self._new_visits(device, project, expected, f"A{step}{number}")
                local = device.local(project)
                delta_file = local.deltas.id
                device.push(project)
                time.sleep(delay)
                self.crash()
                answers = device.wait_for(project, delta_file)
                applied = sum(answer.status == "STATUS_APPLIED" for answer in answers)
                if applied != DELTAS:
                    raise AssertionError(f"{applied} of {DELTAS} accepted deltas were applied")
                entry.what += f": all {applied} applied"

    def _in_mid_push(self, step: int, device: FieldDevice, project: CloudProject, expected: Expected) -> None:
        """The answer never comes: the device keeps its deltas and sends them again."""
        for number, delay in enumerate(DURING_REQUEST.get(step, ())):
            with self._timeline.doing(step, f"SIGKILL {delay * 1000:.0f} ms into a push") as entry:
                self._new_visits(device, project, expected, f"P{step}{number}")
                killer = threading.Timer(delay, self._server.kill)
                killer.start()
                try:
                    device.push(project)
                    told = "answered before"
                except NotAnswered:
                    told = "not answered"
                killer.join()
                self.count += 1
                self._server.start()
                local = device.local(project)
                if len(local.deltas):
                    local.deltas.renew_id()
                    delta_file = local.deltas.id
                    device.push(project)
                    answers = device.wait_for(project, delta_file)
                    told += ", sent again"
                else:
                    answers = device.delta_history(project)
                if any(answer.status != "STATUS_APPLIED" for answer in answers):
                    raise AssertionError("a delta was not applied")
                entry.what += f": {told}, all applied once"

    def in_mid_sync(self, step: int, desktop: Desktop, expected: Expected) -> None:
        """The server dies and comes back while QGIS syncs; the click, or the next one, ends complete."""
        for number, delay in enumerate(DURING_SYNC):
            with self._timeline.doing(step, f"SIGKILL {delay * 1000:.0f} ms into a sync of QGIS") as entry:
                values = {"code": f"S-{number}", "visitor": "crash", "result": "kept", "minutes": number}
                desktop.call("add_row", layer="Visits", attributes=values)
                expected.create("Visits", "office", values)
                killer = threading.Timer(delay, self.crash)
                killer.start()
                first = self._click(desktop)
                killer.join()
                if not first and not self._click(desktop):
                    raise AssertionError("the sync is not complete although the server is back")
                entry.what += ": complete at once" if first else ": complete at the next click"

    @staticmethod
    def _click(desktop: Desktop) -> bool:
        try:
            return bool(desktop.call("sync")["complete"])
        except DesktopFailed:
            return False

    @staticmethod
    def _new_visits(device: FieldDevice, project: CloudProject, expected: Expected, mark: str) -> None:
        local = device.local(project)
        for number in range(DELTAS):
            values = {"code": f"{mark}-{number}", "visitor": "crash", "result": "kept", "minutes": number}
            local.create("Visits", values)
            expected.create("Visits", "device", values)
        # One line in the table stands for the lot.
        lot = replace(expected.touched[-1], label=f"{mark}-0 to {DELTAS - 1}")
        expected.touched[-DELTAS:] = [lot]
