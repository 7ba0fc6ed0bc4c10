# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists conflicts that are over: what was kept, and the value that lost, which is not gone."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QItemSelection, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QDialog, QPushButton, QWidget

from ...cloud.answers import parse_time
from ...core.actions import Actions
from ...core.geometry import describe, is_geometry
from ...engine.sync.conflict import Decided
from ...engine.sync.plan import Choice
from ...i18n import tr
from .. import rows, theme, wording
from ..keyboard import prepare
from ..nodes import Node, NodeView
from ..parts import Label, Notice, column, row


class DecidedDialog(QDialog):
    """Only reads; a value that lost can be copied, to be put in by hand where it is wanted after all."""

    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Decided conflicts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 460)
        self._layers = actions.layer_names()
        self._titles = actions.row_titles()
        layout = column(self, spacing=10, margin=16)
        layout.addWidget(Label(tr("Decided conflicts"), size=1.25, bold=True))
        layout.addWidget(Label(tr("What was kept, and what it replaced, newest first."), tone="muted"))
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.list = NodeView()
        self.list.setAccessibleName(tr("Decided conflicts"))
        self.list.selectionModel().selectionChanged.connect(self._selected)
        layout.addWidget(self.list, 1)
        line = row()
        self.copy = QPushButton(theme.icon("file"), tr("Copy the value that lost"))
        self.copy.setMinimumHeight(34)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setMinimumHeight(34)
        self.close_button.clicked.connect(self.reject)
        line.addWidget(self.copy)
        line.addStretch(1)
        line.addWidget(self.close_button)
        layout.addLayout(line)
        prepare(self, self.close_button, self.close_button)
        decided = actions.decided()
        for one in decided:
            self._titles.prepare(one.conflict.file, one.conflict.table, [one.conflict.key])
        self.list.show_nodes([self._node(one) for one in decided])
        if not decided:
            self.notice.say(tr("No conflict was decided in this folder yet."))

    def _node(self, decided: Decided) -> Node:
        mine = decided.choice is Choice.MINE
        return Node(
            rows.conflict_title(decided.conflict, self._layers, self._titles),
            tr("kept: {kept} · replaced: {lost}").format(
                kept=_text(decided.value), lost=" / ".join(map(_text, _lost(decided)))
            ),
            badge={Choice.MINE: tr("mine"), Choice.THEIRS: tr("theirs")}.get(
                decided.choice, tr("another value")
            ),
            tone="mine" if mine else ("theirs" if decided.choice is Choice.THEIRS else "accent"),
            icon="conflict",
            tip=wording.exact_moment(parse_time(decided.decided_at)),
            key=decided.conflict.id,
            payload=decided,
        )

    def _selected(self, *_selection: QItemSelection) -> None:
        self.copy.setEnabled(self.list.chosen() is not None)

    def _copy(self) -> None:
        node = self.list.chosen()
        if node is not None:
            QGuiApplication.clipboard().setText("\n".join(map(_text, _lost(node.payload))))
            self.notice.say(tr("The value is in the clipboard."), "good")


def _lost(decided: Decided) -> list[Any]:
    """One value, or both where a third one was chosen."""
    if decided.choice is Choice.VALUE:
        return [decided.conflict.mine, decided.conflict.theirs]
    return [decided.lost]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_text(part)}" for name, part in value.items())
    return describe(value) if is_geometry(value) else rows.value_text(value)
