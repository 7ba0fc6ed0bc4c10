# SPDX-License-Identifier: GPL-2.0-or-later
"""What a job tells about itself while it works: the steps, their results, and a log for people."""

from __future__ import annotations

import re
import traceback
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

FEEDBACK_VERSION = "2.0"
_MAX_LOG = 1_000_000
# No database encodes half of a surrogate pair, and PostgreSQL stores no NUL, in JSON neither.
_NOT_STORED = re.compile("[\0\ud800-\udfff]")


def storable(value: Any) -> Any:
    """Texts, and JSON with texts, as every database takes them: one strange row must not keep a job from ending."""
    if isinstance(value, str):
        return _NOT_STORED.sub(lambda found: "" if found[0] == "\0" else "\ufffd", value)
    if isinstance(value, Mapping):
        return {storable(name): storable(part) for name, part in value.items()}
    return [storable(part) for part in value] if isinstance(value, (list, tuple)) else value


class Stage(IntEnum):
    NOT_STARTED = 0
    RUNNING = 1
    COMPLETED = 2


@dataclass
class Step:
    """`outputs` are what clients may read, `returns` what is only told."""

    id: str
    name: str
    stage: Stage = Stage.NOT_STARTED
    outputs: dict[str, Any] = field(default_factory=dict)
    returns: dict[str, Any] = field(default_factory=dict)


class Workflow:
    """The feedback and output of one job, in the form that QFieldCloud gives them."""

    def __init__(self, workflow_id: str, name: str, version: str, **steps: str) -> None:
        self._head = {
            "feedback_version": FEEDBACK_VERSION,
            "workflow_version": version,
            "workflow_id": workflow_id,
            "workflow_name": name,
        }
        self._steps = {step_id: Step(step_id, label) for step_id, label in steps.items()}
        self._error: dict[str, Any] = {}
        self._lines: list[str] = []
        self._logged = 0

    @contextmanager
    def step(self, step_id: str) -> Iterator[Step]:
        """One step; if the block raises, the feedback shows that it ended here."""
        step = self._steps[step_id]
        mark = uuid.uuid4()
        step.stage = Stage.RUNNING
        self._write(f"::<<<::{mark} {step.name}")
        try:
            yield step
            step.stage = Stage.COMPLETED
        finally:
            self._write(f"::>>>::{mark} {int(step.stage)}")

    def log(self, text: str) -> None:
        self._write(f"{datetime.now(UTC):%H:%M:%S} {text}")

    def fail(self, error: BaseException, error_type: str, message: str, **more: Any) -> None:
        """Note why the job failed."""
        self._error = {
            "error": message,
            "error_type": error_type,
            "error_class": type(error).__name__,
            "error_stack": "".join(traceback.format_exception(error)[-20:]),
            "error_origin": "container",
            **more,
        }
        self.log(message)

    def feedback(self) -> dict[str, Any]:
        feedback: dict[str, Any] = storable(self._feedback())
        return feedback

    def _feedback(self) -> dict[str, Any]:
        return {
            **self._head,
            "steps": [
                {"id": step.id, "name": step.name, "stage": int(step.stage), "returns": step.returns}
                for step in self._steps.values()
            ],
            "outputs": {
                step.id: step.outputs for step in self._steps.values() if step.stage == Stage.COMPLETED
            },
            # There is no container here; clients of QFieldCloud read a number.
            "container_exit_code": 0,
            **self._error,
        }

    def output(self) -> str:
        return "\n".join(self._lines)

    def _write(self, line: str) -> None:
        # A log is no place for a whole file.
        self._logged += len(line)
        if self._logged < _MAX_LOG:
            self._lines.append(storable(line))
