# SPDX-License-Identifier: GPL-2.0-or-later
"""What every group of screens needs: the actions, QGIS, the message bar, and a record of what is open."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDialog, QMessageBox, QWidget

from ...core.actions import Actions
from ..keyboard import give_box_letters
from ..messages import TITLE, MessageBridge


class ScreensBase:
    """Opens windows without blocking and closes them when the plugin goes."""

    def __init__(self, actions: Actions, iface: QgisInterface, messages: MessageBridge) -> None:
        self.actions = actions
        self.iface = iface
        self.messages = messages
        self._shown: list[QDialog] = []

    def close_all(self) -> None:
        for dialog in list(self._shown):
            dialog.close()

    def _show(self, dialog: QDialog) -> None:
        """Opens without blocking; the dialog is let go when it closes."""
        self._shown.append(dialog)
        dialog.finished.connect(lambda _result: self._shown.remove(dialog))
        dialog.open()

    def _show_of_project(self, dialog: QDialog) -> None:
        """A dialog about the open project: it must not act on another one that is opened behind its back."""
        opened = self.actions.open_project
        folder = opened.folder
        # Later: while QGIS reads the same project again there is none for a moment.
        look = QTimer(dialog)
        look.setSingleShot(True)
        look.timeout.connect(lambda: dialog.reject() if opened.folder != folder else None)
        opened.changed.connect(look.start)
        dialog.finished.connect(lambda _result: opened.changed.disconnect(look.start))
        self._show(dialog)

    def _window(self) -> QWidget:
        return self.iface.mainWindow()

    def _confirm(self, question: str, explanation: str, yes: str) -> bool:
        """Only for what cannot be taken back, or touches many files."""
        box = QMessageBox(QMessageBox.Icon.Question, TITLE, question, parent=self._window())
        box.setInformativeText(explanation)
        accept = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        # Enter at once must not delete or replace anything.
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        give_box_letters(box)
        box.exec()
        return box.clickedButton() is accept
