# SPDX-License-Identifier: GPL-2.0-or-later
"""A field for a username that looks accounts up on the server while one types."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QModelIndex, Qt, QTimer
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit

from ...cloud.api.users import ORGANIZATION, TEAM, User
from ...core.jobs import Job, JobModel
from .. import theme

_SEARCH_DELAY_MS = 350
_NAME_ROLE = Qt.ItemDataRole.UserRole + 1
_ICONS = {TEAM: "team", ORGANIZATION: "team"}


class PersonField(QLineEdit):
    """`search` starts a job whose result is a list of users. Call `close_down` when the window closes."""

    def __init__(self, jobs: JobModel, search: Callable[[str], Job], hint: str) -> None:
        super().__init__()
        self._jobs = jobs
        self._search = search
        self._job: Optional[Job] = None
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.found = QStandardItemModel(self)
        completer = QCompleter(self.found, self)
        completer.setCompletionRole(_NAME_ROLE)
        # The server has searched already, also in full names.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._take)
        self.setCompleter(completer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_up)
        self.textEdited.connect(lambda _text: self._timer.start(_SEARCH_DELAY_MS))
        jobs.ended.connect(self._ended)

    def name(self) -> str:
        return self.text().strip()

    def _take(self, index: QModelIndex) -> None:
        self.setText(index.data(_NAME_ROLE))

    def _look_up(self) -> None:
        if self.name():
            self._job = self._search(self.name())

    def _ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.succeeded:
            self.found.clear()
            for user in job.result:
                self.found.appendRow(_item(user))
            if self.hasFocus():
                self.completer().complete()

    def close_down(self) -> None:
        self._timer.stop()
        self._jobs.ended.disconnect(self._ended)
        if self._job is not None:
            self._jobs.cancel(self._job)


def _item(user: User) -> QStandardItem:
    text = f"{user.username} – {user.full_name}" if user.full_name else user.username
    item = QStandardItem(theme.icon(_ICONS.get(user.type, "person")), text)
    item.setData(user.username, _NAME_ROLE)
    return item
