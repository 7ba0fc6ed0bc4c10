# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands between a project and the cloud, and what would be sent. Runs in a worker."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from pathlib import Path

from ..engine.errors import EngineError
from ..engine.project import Layer, Project, read_project
from ..engine.sync.manifest import take_manifest
from ..i18n import tr

NAME_PATTERN = re.compile(r"[a-zA-Z][-a-zA-Z0-9_]{2,}")
MAX_NAME = 255


class Level(enum.Enum):
    """How much it matters: an error keeps the project out of the cloud, a warning costs something later."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """`code` is stable; `layer_id` is empty for what concerns the whole project."""

    level: Level
    code: str
    title: str
    text: str
    layer_id: str = ""


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


def cloud_name(text: str) -> str:
    """The nearest name the server accepts: a letter first, then letters, digits, - and _."""
    name = re.sub(r"[^-a-zA-Z0-9_]+", "_", text.strip()).strip("_-")
    if not name or not name[0].isalpha():
        name = f"project_{name}".strip("_")
    return name[:MAX_NAME] if len(name) >= 3 else f"{name}_project"


def preview(path: Path) -> Preview:
    """Looks at a saved project and its folder."""
    files = tuple((file.name, file.size) for file in take_manifest(path.parent).values())
    return Preview(files, tuple(check_project(path)))


def check_project(path: Path) -> list[Finding]:
    """Errors first. An unreadable project is itself a finding."""
    try:
        project = read_project(path)
    except EngineError as error:
        return [Finding(Level.ERROR, error.code, tr("The project cannot be read"), str(error))]
    findings = [finding for layer in project.layers.values() for finding in _check_layer(project, layer)]
    findings += _check_folder(path)
    order = list(Level)
    return sorted(findings, key=lambda finding: order.index(finding.level))


def _check_folder(path: Path) -> list[Finding]:
    others = [other.name for other in path.parent.glob("*.qg[sz]") if other != path]
    if not others:
        return []
    return [
        Finding(
            Level.WARNING,
            "several_projects",
            tr("Several project files in one folder"),
            tr("Only {name} goes to the cloud; the others stay here: {others}.").format(
                name=path.name, others=", ".join(sorted(others)[:5])
            ),
        )
    ]


def _check_layer(project: Project, layer: Layer) -> list[Finding]:
    if layer.type == "embedded":
        return []
    if layer.provider == "memory":
        return [
            Finding(
                Level.WARNING,
                "memory_layer",
                layer.name,
                tr("A temporary layer: its features are lost when QGIS closes. Make it permanent first."),
                layer.id,
            )
        ]
    if project.is_outside(layer):
        return [
            Finding(
                Level.WARNING,
                "outside_folder",
                layer.name,
                tr("Its file lies outside the project's folder and is not sent."),
                layer.id,
            )
        ]
    return _check_key(project, layer)


def _check_key(project: Project, layer: Layer) -> list[Finding]:
    if not layer.is_vector or not layer.source.is_file:
        return []
    try:
        key = project.key_of(layer)
    except EngineError as error:
        return [Finding(Level.ERROR, error.code, layer.name, str(error), layer.id)]
    if key:
        return []
    return [
        Finding(
            Level.WARNING,
            "no_key",
            layer.name,
            tr("No primary key: QField can show this layer but not edit it. Save it as a GeoPackage."),
            layer.id,
        )
    ]
