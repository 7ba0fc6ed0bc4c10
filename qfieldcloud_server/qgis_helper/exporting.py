# SPDX-License-Identifier: GPL-2.0-or-later
"""An exporter for packages that has the helper fetch rows from databases, web services and SpatiaLite files."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from qfieldcloud_plugin.engine.packaging import LayerNotExported
from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_plugin.engine.project import Project as QgisProject
from qfieldcloud_server.jobs.context import JobContext
from qfieldcloud_server.qgis_helper.copies import Copies
from qfieldcloud_server.qgis_helper.errors import HelperError, HelperRefused
from qfieldcloud_server.qgis_helper.layers import is_elsewhere, is_spatialite
from qfieldcloud_server.qgis_helper.process import HelperProcess, is_configured
from qfieldcloud_server.qgis_helper.secrets import Secrets

logger = logging.getLogger(__name__)

_SECONDS_TO_FINISH = 30


class HelperExporter:
    """An `engine.packaging.Exporter` for one job; one process, started for the first layer that needs it."""

    def __init__(self, context: JobContext) -> None:
        self._context = context
        self._cleanup = ExitStack()
        self._helper: HelperProcess | None = None
        self._copies: Copies | None = None
        self.has_exported = False
        """Something that may depend on who asks for it."""

    def __enter__(self) -> HelperExporter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._cleanup.close()

    def can_export(self, layer: Layer) -> bool:
        return is_configured() and (is_elsewhere(layer) or is_spatialite(layer))

    def export(self, project: QgisProject, layer: Layer, destination: Path) -> str:
        try:
            return self._export(project, layer, destination)
        except HelperError as error:
            if not isinstance(error, HelperRefused):
                # The next layer gets a new one.
                self._cleanup.close()
                self._helper = self._copies = None
            raise LayerNotExported(error.message.rstrip(".")) from error

    def _export(self, project: QgisProject, layer: Layer, destination: Path) -> str:
        if self._helper is None:
            secrets = Secrets.of(self._context.job.project, self._context.job.created_by)
            seconds = self._context.seconds_left() - _SECONDS_TO_FINISH
            self._helper = self._cleanup.enter_context(HelperProcess(secrets, [project.root], seconds))
            self._copies = Copies(self._helper.folder)
            self._context.workflow.log(f"QGIS {self._helper.version} fetches what only QGIS can read.")
        copies = self._copies_for(project, layer)
        self.has_exported |= not copies
        # The child may write into its own folder only.
        made = self._helper.folder / destination.name
        said = {}
        for said in self._helper.ask(  # noqa: B007 - the last word counts
            "export", project=str(project.path), root=str(project.root), layer=layer.id, destination=str(made),
            copies=copies,
        ):  # fmt: skip
            pass
        made.replace(destination)
        return str(said["key"])

    def _copies_for(self, project: QgisProject, layer: Layer) -> dict[str, str]:
        if self._copies is None or not is_spatialite(layer):
            return {}
        path = project.file_of(layer)
        if path is None or not path.is_file():
            raise LayerNotExported("its file is not in the project")
        return {layer.id: str(self._copies.of(path))}
