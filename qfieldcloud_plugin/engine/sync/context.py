# SPDX-License-Identifier: GPL-2.0-or-later
"""What every step of a run shares: the two sides, the person's wishes, progress and cancel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Tuple

from ..delta.compose import SourceLayer, source_layers
from ..errors import EngineError
from ..gpkg import Reference
from ..project import Project, read_project
from .local import LocalProject
from .names import is_project_file
from .plan import Wishes
from .progress import CancelToken, Progress, ProgressCallback
from .remote import REFUSE, Remote
from .report import SyncReport


@dataclass(frozen=True)
class SyncOptions:
    """`patience` is how long, in seconds, to wait for the server to apply a push before going home."""

    wishes: Wishes = field(default_factory=Wishes)
    patience: float = 300.0
    rounds: int = 8
    """How often to meet the others in one run when they keep changing the same file."""
    transfers: int = 4
    """How many files travel at the same time."""
    retry_failed: bool = False
    """Send again what the server did not take before."""
    busy_seconds: float = 10.0
    """How long to wait for another program that is writing to a file."""
    only: Optional[Tuple[str, ...]] = None
    """Names of files to bring in step; None for all."""


@dataclass
class Context:
    local: LocalProject
    remote: Remote
    options: SyncOptions
    progress: ProgressCallback
    cancel: CancelToken
    report: SyncReport = field(default_factory=SyncReport)
    most_deltas: Optional[int] = None
    """In one delta file, where something on the way to the server refused more; None while nothing did."""
    _project: Optional[Project] = None
    _has_project: Optional[bool] = None

    def tell(self, phase: str, file: str, *, done: int = 0, total: Optional[int] = None) -> None:
        """Rows, or just where we are; transfers tell their bytes themselves."""
        self.cancel.check()
        self.progress(Progress(phase, file, done=done, total=total, unit="rows"))

    def send_fewer(self, refused: int) -> bool:
        """After a delta file with so many deltas was too large; False when it cannot be parted any more."""
        fewer = refused // 2
        if not fewer or (self.most_deltas is not None and fewer >= self.most_deltas):
            return False
        self.most_deltas = fewer
        return True

    @property
    def on_conflict(self) -> str:
        return "refuse" if REFUSE in self.remote.extensions else ""

    def forget_project(self) -> None:
        """The project file, or a GeoPackage's tables, may be other ones from now on."""
        self._project, self._has_project = None, None

    @property
    def project(self) -> Optional[Project]:
        """The QGIS project as the server has it: its layers are those that deltas can name."""
        if self._has_project is None:
            self._project = _remote_project(self.local)
            self._has_project = self._project is not None
        return self._project

    def layers(self, name: str) -> List[SourceLayer]:
        """The layers whose rows are in a GeoPackage and can travel as deltas."""
        return source_layers(self.project, self.local.path(name)) if self.project else []

    def references(self, name: str) -> Tuple[Reference, ...]:
        """The project's relations between tables of this GeoPackage."""
        if self.project is None:
            return ()
        tables = {id_: t.table for id_, t in self.project.tables().items() if t.path == self.local.path(name)}
        return self.project.references(tables)

    def layer_names(self, name: str) -> Dict[str, str]:
        """Layer names by table, for progress."""
        return {layer.table.name: layer.name for layer in self.layers(name)}


def _remote_project(local: LocalProject) -> Optional[Project]:
    known = [state for state in local.state.files().values() if is_project_file(state.name) and state.base]
    if not known:
        return None
    name = known[0].name
    base = local.base(name)
    if base is None or not base.is_file():
        return None
    try:
        project = read_project(base, local.folder)
    except EngineError:
        # A project that cannot be read has no layers for deltas; GeoPackages then travel whole.
        return None
    # Its relative paths start where the project lies, not where this copy of it does.
    project.path = local.path(name)
    return project
