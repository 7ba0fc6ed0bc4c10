# SPDX-License-Identifier: GPL-2.0-or-later
"""What takes space in a cloud project, and making room: old versions can go."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QSpinBox, QWidget

from ...cloud.api.files import File
from ...cloud.api.projects import Project
from ...cloud.api.users import Subscription
from ...cloud.housekeeping import spare_versions
from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..keyboard import give_box_letters
from ..mnemonics import bare
from ..nodes import Node, NodeView
from ..parts import Label, Notice, column, row

_SHOWN = 500
_USUAL_KEEP = 5


class StoragePage(QWidget):
    """A page of the project settings. Deleting asks first: it is for everybody and for ever."""

    def __init__(self, actions: Actions, project: Project, may_delete: bool) -> None:
        super().__init__()
        self._actions = actions
        self._project = project
        self._may_delete = may_delete
        self._files: Sequence[File] = ()
        self._build()
        actions.jobs.ended.connect(self._job_ended)
        self._job: Optional[Job] = actions.fetch_files(project.id)
        self._update()

    def _build(self) -> None:
        layout = column(self, spacing=10)
        layout.setContentsMargins(0, 14, 0, 0)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.summary = Label(tone="muted")
        layout.addWidget(self.summary)
        self.view = NodeView()
        self.view.setAccessibleName(tr("Files, the largest first"))
        layout.addWidget(self.view, 1)
        if self._may_delete:
            layout.addLayout(self._tidying())

    def _tidying(self) -> QHBoxLayout:
        line = row()
        told = QLabel(tr("&Versions kept of each file"))
        line.addWidget(told)
        self.keep = QSpinBox()
        self.keep.setRange(1, 1000)
        self.keep.setValue(_USUAL_KEEP)
        self.keep.valueChanged.connect(lambda _value: self._update())
        told.setBuddy(self.keep)
        line.addWidget(self.keep)
        line.addStretch(1)
        self.tidy = QPushButton(theme.icon("trash", theme.colour("error")), "")
        self.tidy.setMinimumHeight(34)
        self.tidy.clicked.connect(lambda _checked=False: self._ask())
        line.addWidget(self.tidy)
        return line

    def show_storage(self, storage: Subscription) -> None:
        """How full the owner's storage is."""
        text = tr("This project takes {size}. {owner} uses {used} of {total}.")
        if not storage.storage_total:
            text = tr("This project takes {size}. {owner} uses {used}; there is no limit.")
        self.summary.setText(
            text.format(
                size=wording.size(self._project.size),
                owner=self._project.owner,
                used=wording.size(storage.storage_used),
                total=wording.size(storage.storage_total),
            )
        )

    def _update(self) -> None:
        if not self._may_delete:
            return
        spare = spare_versions(self._files, self.keep.value())
        freed = wording.size(sum(one.version.size for one in spare))
        if spare:
            text = tr("Delete {versions}, {size}…").format(
                versions=tr("%n old version(s)", len(spare)), size=freed
            )
        else:
            text = tr("No old versions")
        self.tidy.setText(text)
        self.tidy.setEnabled(bool(spare) and self._job is None)

    def _show(self, files: Sequence[File]) -> None:
        self._files = files
        by_size = sorted(files, key=_whole_size, reverse=True)
        self.view.show_nodes(
            [
                Node(
                    file.name,
                    tr("%n version(s)", len(file.versions)),
                    aside=wording.size(_whole_size(file)),
                    icon="table" if file.name.lower().endswith(".gpkg") else "file",
                    key=file.name,
                )
                for file in by_size[:_SHOWN]
            ]
        )

    def _ask(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning, tr("Delete old versions"), bare(self.tidy.text()), parent=self
        )
        box.setInformativeText(
            tr("They are removed for everybody and cannot be brought back. The current files stay.")
        )
        delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        give_box_letters(box)
        box.buttonClicked.connect(lambda button: self._delete() if button is delete else None)
        box.open()

    def _delete(self) -> None:
        self.notice.clear()
        self._job = self._actions.delete_old_versions(self._project.id, self.keep.value())
        self._update()

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.succeeded:
            self._show(job.result)
        elif job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
        self._update()

    def close_down(self) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)


def _whole_size(file: File) -> int:
    return sum(version.size for version in file.versions) or file.size
