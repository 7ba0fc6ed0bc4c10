# SPDX-License-Identifier: GPL-2.0-or-later
"""Chooses one of a file's earlier versions."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QItemSelection, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QPushButton, QWidget

from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import wording
from ..keyboard import prepare
from ..nodes import Node, NodeView
from ..parts import Label, Notice, PrimaryButton, column, row


class MomentDialog(QDialog):
    """`chosen` gives a `cloud.api.files.Version`; nothing is changed here."""

    chosen = pyqtSignal(object)

    def __init__(self, actions: Actions, file: str, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Go back to an earlier state"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(440, 460)
        self._actions = actions
        self._file = file
        layout = column(self, spacing=10, margin=16)
        layout.addWidget(Label(name, size=1.25, bold=True))
        layout.addWidget(
            Label(
                tr("Choose a moment. Next you see what changed since, and decide what goes back."),
                tone="muted",
            )
        )
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.list = NodeView()
        self.list.setAccessibleName(tr("Versions"))
        self.list.selectionModel().selectionChanged.connect(self._selected)
        self.list.activated.connect(lambda _index: self._choose())
        layout.addWidget(self.list, 1)
        line = row()
        line.addStretch(1)
        self.close_button = QPushButton(tr("Cancel"))
        self.close_button.setMinimumHeight(34)
        self.close_button.clicked.connect(self.reject)
        self.show_changes = PrimaryButton(tr("Show what changed since"))
        self.show_changes.setEnabled(False)
        self.show_changes.clicked.connect(lambda _checked=False: self._choose())
        line.addWidget(self.close_button)
        line.addWidget(self.show_changes)
        layout.addLayout(line)
        prepare(self, self.show_changes, self.close_button)
        actions.jobs.ended.connect(self._job_ended)
        self._job = actions.fetch_details()
        self._show()

    def _show(self) -> None:
        file = next((file for file in self._actions.files if file.name == self._file), None)
        versions = file.versions[1:] if file is not None else ()
        self.list.show_nodes(
            [
                Node(
                    wording.exact_moment(version.uploaded_at),
                    wording.moment(version.uploaded_at),
                    aside=wording.size(version.size),
                    icon="history",
                    key=version.id,
                    payload=version,
                )
                for version in versions
            ]
        )
        if not versions and self._job is None:
            self.notice.say(tr("The server keeps no earlier version of this file."))

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
        else:
            self._show()

    def _selected(self, *_selection: QItemSelection) -> None:
        self.show_changes.setEnabled(self.list.chosen() is not None)

    def _choose(self) -> None:
        node = self.list.chosen()
        if node is not None:
            self.accept()
            self.chosen.emit(node.payload)

    def done(self, result: int) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
        super().done(result)
