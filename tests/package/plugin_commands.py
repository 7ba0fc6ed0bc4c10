# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS: loads the plugin as the plugin manager does, takes it out, and lists what is there."""

from __future__ import annotations

import gc
import sys
import threading
import weakref

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QToolBar
from qgis.utils import iface

PLUGIN = "qfieldcloud_plugin"
_remembered = []


def unload():
    _remembered[:] = [weakref.ref(qgis.utils.plugins[PLUGIN])]
    if not qgis.utils.unloadPlugin(PLUGIN):
        raise RuntimeError("QGIS could not unload the plugin")
    _settle()


def is_remembered():
    """Whether the unloaded plugin is still held by somebody."""
    gc.collect()
    return any(reference() is not None for reference in _remembered)


def inventory():
    """What a plugin could leave behind in QGIS."""
    _settle()
    window, project = iface.mainWindow(), QgsProject.instance()
    signals = (
        "readProject",
        "writeProject",
        "cleared",
        "layersAdded",
        "layersWillBeRemoved",
        "fileNameChanged",
    )
    manager = QgsApplication.taskManager()
    return {
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "plugin menu": sorted(action.text() for action in iface.pluginMenu().actions()),
        "plugin actions": len(iface.pluginMenu().findChildren(QAction)),
        "window actions": len(window.findChildren(QAction)),
        "processing": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "browser": sorted(one.name() for one in QgsApplication.dataItemProviderRegistry().providers()),
        "messages": len(iface.messageBar().items()),
        "tasks": manager.count(),
        "project signals": {name: project.receivers(getattr(project, name)) for name in signals},
        "task signals": manager.receivers(manager.allTasksFinished),
        "windows": sorted(
            type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()
        ),
        "threads": sum(not thread.name.startswith("Dummy") for thread in threading.enumerate()),
        # The system's gi brings one of its own, when a keyring is looked for.
        "import hooks": sorted(
            repr(hook) for hook in sys.meta_path if not type(hook).__module__.startswith("gi")
        ),
    }


def modules():
    return sorted(name for name in sys.modules if name.partition(".")[0] == PLUGIN)


def top_level_modules():
    return sorted({name.partition(".")[0] for name in sys.modules})


def algorithms():
    providers = QgsApplication.processingRegistry().providers()
    return sorted(
        one.id() for provider in providers for one in provider.algorithms() if "qfieldcloud" in one.id()
    )


def _settle():
    for _ in range(10):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
