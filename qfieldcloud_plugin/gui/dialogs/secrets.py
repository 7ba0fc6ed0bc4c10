# SPDX-License-Identifier: GPL-2.0-or-later
"""What the jobs of a project may know: values go in and never come out again."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from qgis.gui import QgsPasswordLineEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from ...cloud.api.projects import Project
from ...cloud.api.secrets import ENVIRONMENT, SERVICE, Secret
from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..nodes import Node, NodeView
from ..parts import EmptyState, IconButton, Label, Notice, PrimaryButton, column, row

_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


class SecretsPage(QWidget):
    """A page of the project settings, for administrators, where the server keeps secrets."""

    def __init__(self, actions: Actions, project: Project) -> None:
        super().__init__()
        self._actions = actions
        self._project = project
        self._known: Sequence[Secret] = ()
        self._build()
        actions.jobs.ended.connect(self._job_ended)
        self._job: Optional[Job] = actions.fetch_secrets(project.id)
        self._update()

    def _build(self) -> None:
        layout = column(self, spacing=10)
        layout.setContentsMargins(0, 14, 0, 0)
        text = tr("For databases that the server reaches when it packages or applies changes.")
        layout.addWidget(Label(text, tone="muted"))
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addLayout(self._list(), 1)
        layout.addLayout(self._form())

    def _list(self) -> QHBoxLayout:
        line = row()
        self.view = NodeView()
        self.view.setAccessibleName(tr("Secrets"))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._chosen())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(
            EmptyState("secret", tr("No secrets yet"), tr("Add one below; nobody can read it afterwards."))
        )
        self._stack.setCurrentIndex(1)
        line.addWidget(self._stack, 1)
        self.remove = IconButton("trash", tr("Delete the chosen secret"), self._remove)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.kind = QComboBox()
        self.kind.addItem(tr("Environment variable"), ENVIRONMENT)
        self.kind.addItem(tr("Database service (pg_service.conf)"), SERVICE)
        self.name = QLineEdit()
        self.value = QgsPasswordLineEdit()
        self.value.setPlaceholderText(tr("The value, for example a password"))
        self.value.setAccessibleName(self.value.placeholderText())
        self.service = QPlainTextEdit()
        self.service.setPlaceholderText("[survey]\nhost=db.example.org\ndbname=survey\nuser=…\npassword=…")
        self.service.setAccessibleName(self.value.placeholderText())
        self.service.setTabChangesFocus(True)
        self.service.setFixedHeight(92)
        values = QWidget()
        inside = column(values, spacing=0)
        inside.addWidget(self.value)
        inside.addWidget(self.service)
        self.save = PrimaryButton(tr("Add"))
        self.save.clicked.connect(lambda _checked=False: self._save())
        for line in (self.name, self.value):
            line.returnPressed.connect(self.save.click)
        end = row()
        self.says = Label(tone="muted", size=0.92)
        end.addWidget(self.says, 1)
        end.addWidget(self.save)
        form.addRow(tr("&Kind"), self.kind)
        form.addRow(tr("&Name"), self.name)
        self._value_label = QLabel(tr("&Value"))
        form.addRow(self._value_label, values)
        form.addRow(end)
        self.kind.currentIndexChanged.connect(lambda _index: self._update())
        for field in (self.name, self.value, self.service):
            field.textChanged.connect(self._update)
        return form

    # -- behaviour ------------------------------------------------------------------------------------

    def _kind(self) -> str:
        return str(self.kind.currentData())

    def _value(self) -> str:
        """Not stripped: a password may end in a space."""
        return self.value.text() if self._kind() == ENVIRONMENT else self.service.toPlainText()

    def _update(self) -> None:
        by_line = self._kind() == ENVIRONMENT
        self.value.setVisible(by_line)
        self.service.setVisible(not by_line)
        self._value_label.setBuddy(self.value if by_line else self.service)
        self.name.setPlaceholderText("DB_PASSWORD" if by_line else "SURVEY_DB")
        name = self.name.text().strip()
        good = bool(_NAME.fullmatch(name))
        exists = any(secret.name == name for secret in self._known)
        self.save.setText(tr("Replace value") if exists else tr("Add"))
        self.save.setEnabled(good and bool(self._value()) and self._job is None)
        hint = tr("Capital letters, digits and _, a letter first.")
        self.says.setText(hint if name and not good else "")
        self.remove.setEnabled(self.view.chosen() is not None and self._job is None)

    def _chosen(self) -> None:
        """The name of what is chosen is filled in, so that its value can be replaced."""
        node = self.view.chosen()
        if node is not None:
            self.kind.setCurrentIndex(max(self.kind.findData(node.payload.type), 0))
            self.name.setText(node.payload.name)
        self._update()

    def _show(self, secrets: Sequence[Secret]) -> None:
        self._known = secrets
        kinds = {ENVIRONMENT: tr("Environment variable"), SERVICE: tr("Database service (pg_service.conf)")}
        self.view.show_nodes(
            [
                Node(
                    secret.name,
                    kinds.get(secret.type, secret.type)
                    + (" · " + tr("only for {}").format(secret.assigned_to) if secret.assigned_to else ""),
                    aside=wording.moment(secret.updated_at),
                    icon="secret",
                    key=f"{secret.name}@{secret.assigned_to}",
                    payload=secret,
                )
                for secret in secrets
            ]
        )
        self._stack.setCurrentIndex(0 if secrets else 1)

    def _save(self) -> None:
        name, value = self.name.text().strip(), self._value()
        self._start(self._actions.set_secret(self._project.id, name, self._kind(), value))

    def _remove(self) -> None:
        node = self.view.chosen()
        if node is not None:
            self._start(self._actions.delete_secret(self._project.id, node.payload))

    def _start(self, job: Job) -> None:
        self.notice.clear()
        self._job = job
        self._update()

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.succeeded:
            for field in (self.name, self.value, self.service):
                field.clear()
            self._show(job.result)
        elif job.state is JobState.FAILED:
            self.notice.say(wording.plain(job.error), "error")
        self._update()

    def close_down(self) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
