# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages for the field: into a folder, or through the cloud; with a base map on demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Mapping, Optional

from qgis.core import QgsRectangle

from ...cloud.api.packages import Package
from ...engine.errors import EngineError
from ...engine.gpkg import Decision
from ...engine.message import Message
from ...engine.packaging import (
    PackageOptions,
    PackageReport,
    PackagingError,
    TakenBack,
    make_package,
    package_for_cable,
    take_back,
)
from ...engine.sync.errors import NotAProject
from ...engine.sync.progress import CancelToken, Progress, ProgressCallback
from ...i18n import tr
from .. import base_map, project_settings
from ..exporters import QgisExporter
from ..jobs import Job
from ..syncing import sync_folder
from .administration import AdministrationActions
from .projects import package_project


@dataclass(frozen=True)
class PackageOrder:
    """`folder` is where the package goes; None packages on the server, which knows itself whose area counts.

    `made_for` is "team:north" or "person:anna", "" for everyone.
    """

    folder: Optional[Path] = None
    cable: bool = False
    attachments: bool = False
    replaces: bool = False
    made_for: str = ""


class PackagingActions(AdministrationActions):
    """The settings in layers and project say what a package holds; save them first."""

    def make_base_map(self, extent: QgsRectangle) -> Job:
        """Draws the base map of the project's settings. Result: the path of the tiles."""
        folder, project = self._folder(), self.open_project.project
        wanted = base_map.order(project, project_settings.read(project), extent, folder)

        def ended(job: Job) -> None:
            if job.succeeded:
                base_map.add_to_project(project, wanted)

        return self.jobs.start(
            tr("Make base map"),
            lambda progress, cancel: base_map.make_tiles(wanted, progress, cancel),
            self.lane(),
            ended,
            quiet=True,
        )

    def package_to_folder(self, order: PackageOrder) -> Job:
        """Result: `PackageReport`. The saved project is packaged, never changed."""
        path = self.open_project.path
        if path is None or order.folder is None:
            raise NotAProject(tr("Save the project as a .qgs or .qgz file first."))
        folder, exporter = order.folder, QgisExporter(self.open_project.project)

        def work(progress: ProgressCallback, cancel: CancelToken) -> PackageReport:
            def tell(fraction: float, text: str) -> None:
                progress(Progress("package", text, done=int(fraction * 1000), total=1000, unit="rows"))

            options = PackageOptions(
                made_for=(order.made_for,) if order.made_for else (),
                copies_attachments=order.attachments,
                reads_outside_files=True,
                replaces_folder=order.replaces,
                exporters=(exporter,),
                progress=tell,
                cancelled=lambda: cancel.cancelled,
            )
            make = partial(package_for_cable, attachments=order.attachments) if order.cable else make_package
            try:
                return make(path, folder, options)
            except EngineError:
                # Stopping is told by an error of its own; for the job it is the user's wish.
                cancel.check()
                raise
            except OSError as error:
                raise PackagingError(
                    Message(
                        "The folder “{folder}” could not be written ({reason}). Choose another one, or make room.",
                        folder=folder.name,
                        reason=error.strerror or error,
                    )
                ) from error

        return self.jobs.start(tr("Package for QField"), work, self.lane(), quiet=True)

    def take_back_from(self, folder: Path, decisions: Optional[Mapping[str, Decision]] = None) -> Job:
        """Takes home what was edited in a package of this project. Result: `TakenBack`.

        Save the layers' edits first. What is in conflict stays as it is, here and there, until `decisions` name it.
        """
        path = self.open_project.path
        if path is None:
            raise NotAProject(tr("Open the project from which the package was made."))

        def work(progress: ProgressCallback, _cancel: CancelToken) -> TakenBack:
            progress(Progress("package", folder.name))
            return take_back(folder, path, decisions=decisions)

        return self.jobs.start(tr("Take edits back"), work, self.lane(), self._taken_back)

    def _taken_back(self, job: Job) -> None:
        taken = job.result
        if not isinstance(taken, TakenBack):
            return
        self.open_project.reload(dict.fromkeys(self.open_project.layers_by_file(), ()))
        job.good_news = tr("Taken back: {rows} and {files}.").format(
            rows=tr("%n row(s)", sum(taken.rows.values())), files=tr("%n file(s)", len(taken.files))
        )
        job.bad_news = " ".join(_what_was_not_taken(taken))
        self.look()

    def package_in_cloud(self) -> Job:
        """Syncs, has the server make the package, and fetches what is in it. Result: `Package`."""
        folder, file, client = self._folder(), self._file(), self._client()
        project_id = self.open_project.project_id
        if project_id is None:
            raise NotAProject(tr("The open project is not in the cloud."))

        def work(progress: ProgressCallback, cancel: CancelToken) -> Package:
            sync_folder(client, folder, file, None, progress, cancel)
            progress(Progress("package", file))
            package_project(client, project_id, cancel)
            return client.packages.latest(project_id)

        return self.jobs.start(tr("Package for QField"), work, self.lane(), self._packaged, quiet=True)

    def _packaged(self, _job: Job) -> None:
        self.look()
        self.fetch_details()
        self.refresh_projects()


def _what_was_not_taken(taken: TakenBack) -> list[str]:
    texts = [
        tr("“{}” was not taken: its rows cannot be told apart.").format(name) for name in sorted(taken.left)
    ]
    texts += [
        tr("“{name}” was changed here too; what came back lies beside it as “{other}”.").format(
            name=name, other=other
        )
        for name, other in sorted(taken.kept_both.items())
    ]
    return texts
