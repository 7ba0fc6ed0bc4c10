# SPDX-License-Identifier: GPL-2.0-or-later
"""What a new cloud project would be called and hold, and what stands in its way. Runs in a worker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

from ..engine.project import Converter, Finding, Level, check_project
from ..engine.sync.manifest import take_manifest

NAME_PATTERN = re.compile(r"[a-zA-Z][-a-zA-Z0-9_]{2,}")
MAX_NAME = 255


@dataclass(frozen=True)
class Preview:
    """What a new cloud project would hold: (name, bytes) of every file, and what was found on the way."""

    files: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]

    @property
    def size(self) -> int:
        return sum(size for _name, size in self.files)

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level is Level.ERROR]

    @property
    def repairable(self) -> list[Finding]:
        """What a repair of everything would mend."""
        return [finding for finding in self.findings if finding.repair and not finding.is_asked_for]


def cloud_name(text: str) -> str:
    """The nearest name the server accepts: a letter first, then letters, digits, - and _."""
    name = re.sub(r"[^-a-zA-Z0-9_]+", "_", text.strip()).strip("_-")
    if not name or not name[0].isalpha():
        name = f"project_{name}".strip("_")
    return name[:MAX_NAME] if len(name) >= 3 else f"{name}_project"


def preview(path: Path, converters: Sequence[Converter] = ()) -> Preview:
    """Looks at a saved project and its folder; `converters` are those that a repair would have."""
    files = tuple((file.name, file.size) for file in take_manifest(path.parent).values())
    return Preview(files, tuple(check_project(path, converters=converters)))
