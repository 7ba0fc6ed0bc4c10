# SPDX-License-Identifier: GPL-2.0-or-later
"""The first question: through the cloud, or into a folder."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout

from ...core.actions import Actions, PackageOrder
from ...i18n import tr
from ..parts import Label, column, row
from .page import Page


class TargetPage(Page):
    def __init__(self, actions: Actions) -> None:
        super().__init__(
            tr("Target"),
            tr("How does the project get to the field?"),
            tr("Devices fetch packages from QFieldCloud, or you copy a folder to them."),
        )
        self._actions = actions
        self.cloud, box = self._choice(
            tr("Through QFieldCloud"),
            tr("Devices download it and send edits back by themselves. Everyone can edit at once."),
        )
        self.layout_.addLayout(box)
        self.folder, box = self._choice(
            tr("Into a folder"),
            tr("For a cable or a memory card. When it comes back, take the edits back from it."),
        )
        self.layout_.addLayout(box)
        group = QButtonGroup(self)
        group.addButton(self.cloud)
        group.addButton(self.folder)
        self.path = QgsFileWidget()
        self.path.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.path.fileChanged.connect(lambda _path: self.changed.emit())
        self.attachments = QCheckBox(tr("Take the photos along that are there already"))
        self.replace = QCheckBox(tr("Replace what is in the folder"))
        inner = column(spacing=6)
        inner.setContentsMargins(26, 0, 0, 0)
        line = row()
        label = Label(tr("Folder"))
        label.setBuddy(self.path)
        line.addWidget(label)
        line.addWidget(self.path, 1)
        inner.addLayout(line)
        inner.addWidget(self.attachments)
        inner.addWidget(self.replace)
        self.layout_.addLayout(inner)
        self.layout_.addStretch(1)
        in_cloud = actions.open_project.project_id is not None and actions.session.signed_in
        self.cloud.setEnabled(in_cloud)
        (self.cloud if in_cloud else self.folder).setChecked(True)
        for button in (self.cloud, self.folder, self.replace):
            button.toggled.connect(lambda _on: self._update())
        self._update()

    def _choice(self, text: str, explanation: str) -> tuple[QRadioButton, QVBoxLayout]:
        box = column(spacing=0)
        button = QRadioButton(text)
        box.addWidget(button)
        told = Label(explanation, tone="muted", size=0.92)
        told.setIndent(22)
        box.addWidget(told)
        return button, box

    def _update(self) -> None:
        for widget in (self.path, self.attachments, self.replace):
            widget.setEnabled(self.folder.isChecked())
        self.changed.emit()

    @property
    def to_cloud(self) -> bool:
        return self.cloud.isChecked()

    def order(self) -> PackageOrder:
        if self.to_cloud:
            return PackageOrder()
        return PackageOrder(
            Path(self.path.filePath().strip()),
            cable=True,
            attachments=self.attachments.isChecked(),
            replaces=self.replace.isChecked(),
        )

    def problem(self) -> str:
        if self.to_cloud:
            return ""
        folder = Path(self.path.filePath().strip())
        # Relative to what, nobody would know.
        if not folder.is_absolute() or folder.is_file():
            return tr("Choose a folder.")
        own = self._actions.open_project.folder
        if own is not None and (folder == own or own in folder.parents):
            return tr("Choose a folder outside of the project's own.")
        if folder.is_dir() and any(folder.iterdir()) and not self.replace.isChecked():
            return tr("This folder is not empty. Choose another one, or let it be replaced.")
        return ""
