# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta exactly as it was sent, for those who have to find out."""

from __future__ import annotations

import json
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from ...cloud.api.deltas import DeltaRecord
from ...i18n import said, tr
from .. import rows, wording
from ..parts import Label, Notice, column


class PayloadDialog(QDialog):
    """Read only; the text can be selected and copied."""

    def __init__(self, delta: DeltaRecord, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Delta"))
        self.resize(620, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = column(self, spacing=10, margin=16)
        layout.addWidget(Label(rows.delta_node(delta).title, size=1.15, bold=True))
        facts = (rows.delta_state(delta.state), delta.created_by, wording.exact_moment(delta.created_at))
        layout.addWidget(Label(" · ".join(fact for fact in facts if fact), tone="muted"))
        notice = Notice()
        layout.addWidget(notice)
        if delta.message:
            notice.say(said(delta.message), "good" if delta.state == "applied" else "warning")
        text = QPlainTextEdit(json.dumps(dict(delta.content), indent=2, ensure_ascii=False))
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        layout.addWidget(text, 1)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
