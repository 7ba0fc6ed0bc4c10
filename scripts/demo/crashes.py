# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills the server where it hurts, starts it again, and proves that no accepted delta is lost."""

from __future__ import annotations

import time

from tests.contract.field_device import CloudProject, FieldDevice, NotAnswered

from .expected import Expected
from .server import CompanionServer
from .timeline import Timeline

DELTAS = 300
# Seconds between the server's answer (or the start of the request) and SIGKILL.
AFTER_ANSWER = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4)
DURING_REQUEST = (0.005, 0.03)


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

    def in_mid_apply(self, step: int, device: FieldDevice, project: CloudProject, expected: Expected) -> None:
        """Each round sends rows, and kills the server while it works on what it accepted."""
        for number, delay in enumerate(AFTER_ANSWER):
            with self._timeline.doing(
                step, f"{DELTAS} deltas accepted, SIGKILL {delay * 1000:.0f} ms later"
            ) as entry:
                self._new_visits(device, project, expected, f"A{number}")
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

    def in_mid_push(self, step: int, device: FieldDevice, project: CloudProject, expected: Expected) -> None:
        """The answer never comes: the device keeps its deltas and sends them again."""
        import threading

        for number, delay in enumerate(DURING_REQUEST):
            with self._timeline.doing(step, f"SIGKILL {delay * 1000:.0f} ms into a push") as entry:
                self._new_visits(device, project, expected, f"P{number}")
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

    @staticmethod
    def _new_visits(device: FieldDevice, project: CloudProject, expected: Expected, mark: str) -> None:
        local = device.local(project)
        for number in range(DELTAS):
            values = {"code": f"{mark}-{number}", "visitor": "crash", "result": "kept", "minutes": number}
            local.create("Visits", values)
            expected.create("Visits", "device", values)
        # One line in the table stands for the lot.
        del expected.touched[-DELTAS + 1 :]
