# SPDX-License-Identifier: GPL-2.0-or-later
"""Which folders of the project hold photos and other files for the field, and how large photos may be."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from ...core.project_settings import ProjectSettings
from ...i18n import tr
from .. import theme
from ..parts import Label, column


class FoldersForm(QWidget):
    """Folders are typed with commas between them, as they are few and short."""

    def __init__(self, settings: ProjectSettings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=10)
        form = QFormLayout()
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.attachments = QLineEdit(", ".join(settings.attachment_dirs))
        self.data = QLineEdit(", ".join(settings.data_dirs))
        self.limit = QCheckBox(tr("Make photos smaller than"))
        self.limit.setChecked(settings.maximum_image_size > 0)
        self.pixels = QSpinBox()
        self.pixels.setAccessibleName(self.limit.text())
        self.pixels.setRange(100, 20_000)
        self.pixels.setSuffix(" " + tr("pixels"))
        self.pixels.setValue(settings.maximum_image_size or 2000)
        self.pixels.setEnabled(self.limit.isChecked())
        self.limit.toggled.connect(self.pixels.setEnabled)
        form.addRow(tr("Folders for photos and files"), self.attachments)
        form.addRow(tr("Folders with other data"), self.data)
        form.addRow(self.limit, self.pixels)
        layout.addLayout(form)
        layout.addWidget(
            Label(
                tr(
                    "Photos are taken into the first kind of folder and come back. The second kind only goes out."
                ),
                tone="muted",
                size=0.92,
            )
        )
        layout.addStretch(1)

    def values(self) -> dict[str, Any]:
        """Fields of `ProjectSettings`."""
        return {
            "attachment_dirs": _names(self.attachments.text()),
            "data_dirs": _names(self.data.text()),
            "maximum_image_size": self.pixels.value() if self.limit.isChecked() else 0,
        }


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip().strip("/") for name in text.split(",") if name.strip().strip("/"))
