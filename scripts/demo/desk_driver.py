# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS (`qgis --code`): reads commands from a socket, runs them in the main thread, and answers."""

from __future__ import annotations

import json
import os
import runpy
import traceback

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtNetwork import QLocalSocket
from qgis.PyQt.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QTextBrowser
from qgis.utils import iface

WATCH_MS = 250


class Driver(QObject):
    """One command at a time. An exception that escaped would open a window and hang QGIS, so none may."""

    def __init__(self) -> None:
        super().__init__()
        self._windows: list[str] = []
        own = {"ready": ready, "load_plugin": load_plugin}
        self._commands = {**own, **runpy.run_path(os.environ["DESK_COMMANDS"])}
        self._socket = QLocalSocket(self)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(leave)
        self._watch = QTimer(self)
        self._watch.timeout.connect(self._close_windows)
        self._watch.start(WATCH_MS)
        self._socket.connectToServer(os.environ["DESK_SOCKET"])

    def _read(self) -> None:
        while self._socket.canReadLine():
            request = json.loads(bytes(self._socket.readLine()).decode())
            if request["command"] == "leave":
                self._watch.stop()
                self._socket.disconnected.disconnect(leave)
                QTimer.singleShot(0, leave)
                return
            self._answer(self._run(request["command"], request["arguments"]))

    def _run(self, name: str, arguments: dict) -> dict:
        self._windows.clear()
        try:
            result = self._commands[name](**arguments)
            return {"result": result, "windows": list(self._windows)}
        except BaseException:
            return {"error": "".join(self._windows) + traceback.format_exc()}

    def _answer(self, answer: dict) -> None:
        try:
            line = json.dumps(answer, default=str)
        except (TypeError, ValueError):
            line = json.dumps({"error": traceback.format_exc()})
        self._socket.write(line.encode() + b"\n")
        self._socket.flush()

    def _close_windows(self) -> None:
        """Nobody is there to answer a question; it is reported instead."""
        window = QApplication.activeModalWidget()
        if window is None or window.property("desk_expected"):
            return
        texts = [label.text() for label in window.findChildren(QLabel) if label.text()]
        texts += [browser.toPlainText() for browser in window.findChildren(QTextBrowser)]
        if isinstance(window, QMessageBox):
            texts = [window.text(), window.informativeText()]
        self._windows.append(f"{window.windowTitle()}: {' '.join(texts)}\n")
        if isinstance(window, QDialog):
            window.reject()
        else:
            window.close()


def ready() -> str:
    """Gives the window a size (there is no window manager) and lets QGIS finish starting."""
    window = iface.mainWindow()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.setGeometry(0, 0, 1600, 1000)
    for _ in range(20):
        QApplication.processEvents()
    return "ready"


def load_plugin(name: str) -> None:
    """As the plugin manager does when a box is ticked."""
    qgis.utils.updateAvailablePlugins()
    if not (qgis.utils.loadPlugin(name) and qgis.utils.startPlugin(name)):
        raise RuntimeError(f"{name} could not be loaded")


def leave() -> None:
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()


# QGIS runs this text inside a function of its own: what must stay alive hangs on the main window.
iface._desk_driver = Driver()
