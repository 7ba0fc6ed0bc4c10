# SPDX-License-Identifier: GPL-2.0-or-later
"""Says what happens while it happens, with seconds and bytes, and keeps it for the end."""

from __future__ import annotations

import json
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Iterator, Optional

from .meter import Meter

WIDTH = 74


@dataclass
class Entry:
    """One line of the timeline. Bytes are those on the wire, both ways, None where nothing was sent."""

    step: int
    what: str
    seconds: float = 0.0
    up: Optional[int] = None
    down: Optional[int] = None


class Timeline:
    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._began = time.monotonic()

    def title(self, step: int, text: str) -> None:
        self.say(f"\n{step}. {text}")

    @contextmanager
    def doing(self, step: int, what: str, meter: Optional[Meter] = None) -> Iterator[Entry]:
        """`with doing(3, "photo sent", meter) as entry` — the entry's text may be completed inside."""
        entry = Entry(step, what)
        if meter is not None:
            meter.read()
        began = time.monotonic()
        yield entry
        entry.seconds = time.monotonic() - began
        if meter is not None:
            entry.up, entry.down = meter.read()
        self.entries.append(entry)
        self.say(self.line(entry))

    def line(self, entry: Entry) -> str:
        moved = "" if entry.up is None else f"{size(entry.up):>10} up {size(entry.down or 0):>10} down"
        return f"   {entry.what:<{WIDTH}} {entry.seconds:7.2f} s {moved}"

    def note(self, text: str) -> None:
        self.say(f"     {text}")

    def say(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def close(self, path: Path) -> None:
        total = time.monotonic() - self._began
        self.say(f"\nThe whole road took {total:.1f} s.")
        facts = {"seconds": round(total, 2), "steps": [asdict(entry) for entry in self.entries]}
        path.write_text(json.dumps(facts, indent=1) + "\n", "utf-8")


def size(count: int) -> str:
    return (
        f"{count:,} B"
        if count < 10_000
        else f"{count / 1000:,.1f} kB"
        if count < 10**7
        else f"{count / 1e6:,.1f} MB"
    )
