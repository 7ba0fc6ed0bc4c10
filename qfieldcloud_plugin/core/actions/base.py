# SPDX-License-Identifier: GPL-2.0-or-later
"""What all actions share: the jobs, the session, the open project, and what was last learnt of the server."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, NoReturn, Optional, cast

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...cloud.api.deltas import DeltaRecord
from ...cloud.api.files import File
from ...cloud.api.jobs import Job as ServerJob
from ...cloud.api.projects import Project
from ...cloud.client import Client
from ...cloud.errors import NotSignedIn
from ...engine.sync.errors import NotAProject
from ...i18n import tr
from ..credentials import credential_store
from ..jobs import Job, JobModel
from ..open_project import OpenProject
from ..row_titles import RowTitles
from ..session import Session
from ..standing import Standing

ACCOUNT_LANE = "account"


class _NoClient:
    """A window may outlive its login: what is clicked there must end as a job that failed, not as a broken slot."""

    def __getattr__(self, name: str) -> NoReturn:
        raise NotSignedIn(tr("You are not logged in. Your local changes are kept; please log in."))


class ActionsBase(QObject):
    """State and signals; what lasts runs in `jobs`."""

    projects_changed = pyqtSignal()
    standing_changed = pyqtSignal()
    details_changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.jobs = JobModel(self)
        self.session = Session(credential_store(), self)
        self.open_project = OpenProject(project, self)
        # QGIS's desktop does more than reading a file (canvas, recent projects): the plugin hands its way in.
        self.read_project_file: Callable[[str], bool] = project.read
        self.projects: list[Project] = []
        self.standing: Optional[Standing] = None
        self.standing_error: Optional[BaseException] = None
        self.deltas: list[DeltaRecord] = []
        self.server_jobs: list[ServerJob] = []
        self.files: list[File] = []
        self.jobs.ended.connect(self._notice_ended_session)

    def project(self, project_id: Optional[str]) -> Optional[Project]:
        """A project of the list; None for one that is not in it."""
        return next((project for project in self.projects if project.id == project_id), None)

    def lane(self) -> str:
        """The queue of the open project's jobs."""
        folder = self.open_project.folder
        return str(folder) if folder is not None else ""

    def layer_names(self) -> dict[tuple[str, str], str]:
        """(file, table) -> layer name, for lists of rows."""
        return {
            (name, table.casefold()): layer.name()
            for name, layers in self.open_project.layers_by_file().items()
            for table, layer in layers
        }

    def row_titles(self) -> RowTitles:
        """What the layers of the open project call their rows."""
        return RowTitles(
            {
                (name, table.casefold()): layer
                for name, layers in self.open_project.layers_by_file().items()
                for table, layer in layers
            }
        )

    def _client(self) -> Client:
        """Of the account; without one, a client with which every job fails and says that nobody is logged in."""
        return self.session.client or cast(Client, _NoClient())

    def _folder(self) -> Path:
        folder = self.open_project.folder
        if folder is None:
            raise NotAProject(tr("Save the project as a .qgs or .qgz file first."))
        return folder

    def _file(self) -> str:
        """The name of the open project file."""
        self._folder()
        return self.open_project.path.name if self.open_project.path is not None else ""

    def _notice_ended_session(self, job: Job) -> None:
        if isinstance(job.error, NotSignedIn) and self.session.signed_in:
            self.session.fail(job.error)
