# SPDX-License-Identifier: GPL-2.0-or-later
"""The last question before a cloud project is gone for everybody."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from ...cloud.api.projects import Project
from ...i18n import tr
from .. import theme
from ..keyboard import prepare
from ..parts import Label, column, row


class DeleteDialog(QDialog):
    """Accepts only when the project's whole name was typed."""

    def __init__(self, project: Project, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delete cloud project"))
        self.setMinimumWidth(460)
        self._wanted = f"{project.owner}/{project.name}"
        layout = column(self, spacing=12, margin=18)
        layout.addWidget(Label(tr("Delete “{}” for everybody?").format(self._wanted), size=1.15, bold=True))
        text = tr("All files, versions and edits on the server are lost. Your local files stay.")
        layout.addWidget(Label(text, tone="muted"))
        asked = Label(tr("Type {} to confirm:").format(self._wanted))
        layout.addWidget(asked)
        self.typed = QLineEdit()
        asked.setBuddy(self.typed)
        self.typed.textChanged.connect(self._update)
        layout.addWidget(self.typed)
        line = row()
        line.addStretch(1)
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.confirm = QPushButton(theme.icon("trash", theme.colour("error")), tr("Delete"))
        self.confirm.clicked.connect(self.accept)
        for button in (cancel, self.confirm):
            button.setMinimumHeight(34)
            line.addWidget(button)
        layout.addLayout(line)
        prepare(self, escape=cancel)
        self._update()

    def _update(self) -> None:
        self.confirm.setEnabled(self.typed.text().strip() == self._wanted)
