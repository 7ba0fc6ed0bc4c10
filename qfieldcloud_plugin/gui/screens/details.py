# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows and menus about what was changed: here, on the server, by devices, between versions."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

from qgis.PyQt.QtWidgets import QFileDialog

from ...cloud.api.deltas import DeltaRecord
from ...cloud.api.jobs import Job as ServerJob
from ...core.jobs import Job
from ...core.restoring import versions_at
from ...engine.sync.conflict import Conflict
from ...i18n import tr
from .. import rows, wording
from ..dialogs.changes import ChangesDialog
from ..dialogs.conflicts import ConflictDialog
from ..dialogs.decided import DecidedDialog
from ..dialogs.payload import PayloadDialog
from ..dialogs.server_job import ServerJobDialog
from ..menus import Entries, MenuEntry
from ..mnemonics import literal
from ..rows import ChangeAt, FileAt, VersionAt
from .projects import ProjectScreens


class DetailScreens(ProjectScreens):
    """Compare, undo, restore, resolve."""

    def resolve(self) -> None:
        self._show_of_project(ConflictDialog(self.actions, self._window()))

    def decided(self) -> None:
        if self.actions.open_project.project_id is None:
            self.messages.warn(tr("Put this project into the cloud first."))
            return
        self._show_of_project(DecidedDialog(self.actions, self._window()))

    def history_entries(self) -> Entries:
        """What can be asked about the past of the open project."""
        return [
            MenuEntry("all_deltas", "table", tr("All changes of devices…"), self.show_all_deltas),
            MenuEntry("decided", "conflict", tr("Decided conflicts…"), self.decided),
        ]

    def detail_entries(self, payload: Any) -> Entries:
        """What can be done with a change, a delta, a job or a version of a list."""
        if isinstance(payload, (ChangeAt, FileAt)):
            show = self.show_local_change if payload.side == "here" else self.show_remote_change
            return [MenuEntry("show", "diff", tr("Show changes"), lambda: show(payload))]
        if isinstance(payload, DeltaRecord):
            return [
                MenuEntry("show", "diff", tr("Show change"), lambda: self.show_delta(payload)),
                MenuEntry("show_all", "table", tr("Show all changes…"), self.show_all_deltas),
                MenuEntry("payload", "file", tr("Show as sent"), lambda: self._payload(payload)),
                None,
                MenuEntry(
                    "undo", "restore", tr("Undo this change"), lambda: self.actions.undo_delta(payload.id)
                ),
            ]
        if isinstance(payload, ServerJob):
            return [MenuEntry("log", "file", tr("Show log"), lambda: self.show_server_job(payload))]
        if isinstance(payload, VersionAt):
            return self._version_entries(payload)
        return []

    def _version_entries(self, at: VersionAt) -> Entries:
        entries: Entries = []
        if at.before is not None and at.file.name.lower().endswith(".gpkg"):
            entries.append(
                MenuEntry("compare", "diff", tr("Show what it changed"), lambda: self.show_version(at))
            )
        name, version = at.file.name, at.version
        entries.append(MenuEntry("download", "download", tr("Download…"), lambda: self._download_version(at)))
        if version is not at.file.versions[0]:
            entries += [
                None,
                MenuEntry(
                    "restore",
                    "restore",
                    tr("Restore this version of {}").format(literal(name)),
                    lambda: self.actions.restore_version(name, version.id),
                ),
                MenuEntry(
                    "restore_all",
                    "history",
                    tr("Restore the whole project to this moment…"),
                    lambda: self._restore_project(at),
                ),
                None,
                MenuEntry("delete", "trash", tr("Delete this version…"), lambda: self._delete_version(at)),
            ]
        return entries

    def _restore_project(self, at: VersionAt) -> None:
        moment = at.version.uploaded_at
        wanted = versions_at(self.actions.files, moment) if moment is not None else {}
        if not wanted:
            self.messages.tell(tr("The project is as it was then."))
        elif self._confirm(
            tr("Restore the project as it was at {}?").format(wording.exact_moment(moment)),
            tr("Each of these files gets a new version; what came later stays in the history.")
            + "\n\n"
            + "\n".join(sorted(wanted)),
            tr("Restore"),
        ):
            self.actions.restore_versions(wanted)

    def _delete_version(self, at: VersionAt) -> None:
        when = wording.exact_moment(at.version.uploaded_at)
        if self._confirm(
            tr("Delete the version of {when} of {file}?").format(when=when, file=at.file.name),
            tr("It is removed from the server for everybody and cannot be brought back."),
            tr("Delete"),
        ):
            self.actions.delete_version(at.file.name, at.version.id)

    def show_local_change(self, payload: Any) -> None:
        """Details of something that was changed here."""
        if isinstance(payload, Conflict):
            self.resolve()
        elif isinstance(payload, (ChangeAt, FileAt)):
            self._changes(
                tr("Changed here"),
                tr("{file}: your edits that are not on the server yet").format(file=payload.file),
                lambda: self.actions.local_changes(payload.file),
                payload.table,
            )

    def show_remote_change(self, payload: Any) -> None:
        """Details of something that was changed on the server."""
        if isinstance(payload, (ChangeAt, FileAt)):
            self._changes(
                tr("Changed on the server"),
                tr("{file}: what others sent and you have not received yet").format(file=payload.file),
                lambda: self.actions.remote_changes(payload.file),
                payload.table,
            )

    def show_delta(self, payload: Any) -> None:
        """Details of a delta."""
        if isinstance(payload, DeltaRecord):
            self._changes(
                tr("Sent by {}").format(payload.created_by),
                rows.delta_state(payload.state),
                lambda: self.actions.delta_changes([payload]),
            )

    def show_all_deltas(self) -> None:
        """What devices sent, in one table to filter by layer, person and time."""
        self._changes(
            tr("Sent by devices"),
            tr("Every change that was sent, newest first"),
            self.actions.all_deltas,
        )

    def show_server_job(self, payload: Any) -> None:
        """Details of a job, with its log."""
        if isinstance(payload, ServerJob):
            self._show(ServerJobDialog(self.actions, payload, self._window()))

    def show_version(self, payload: Any) -> None:
        """What a version changed against the one before it."""
        if not isinstance(payload, VersionAt) or payload.before is None:
            return
        before = payload.before
        if payload.file.name.lower().endswith(".gpkg"):
            self._changes(
                payload.file.name,
                tr("What the version of {when} changed").format(
                    when=wording.exact_moment(payload.version.uploaded_at)
                ),
                lambda: self.actions.version_changes(payload.file.name, before.id, payload.version.id),
            )

    def _changes(self, title: str, subtitle: str, load: Callable[[], Job], table: str = "") -> None:
        self._show_of_project(ChangesDialog(self.actions, title, subtitle, load, self._window(), table))

    def _payload(self, delta: DeltaRecord) -> None:
        self._show_of_project(PayloadDialog(delta, self._window(), self.actions))

    def _download_version(self, at: VersionAt) -> None:
        stem, dot, suffix = at.file.name.rpartition("/")[2].rpartition(".")
        stamp = at.version.uploaded_at.strftime("%Y-%m-%d_%H-%M") if at.version.uploaded_at else at.version.id
        start = str(Path.home() / f"{stem or suffix}_{stamp}{dot}{suffix if dot else ''}")
        chosen, _kind = QFileDialog.getSaveFileName(self._window(), tr("Save version as"), start)
        if chosen:
            self.actions.download_version(at.file.name, at.version.id, Path(chosen))
