# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS: uses the plugin as people do all day, and lists whatever could be left of it afterwards."""

from __future__ import annotations

import gc
import os
import runpy
import socket
import sys
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QMetaMethod, QModelIndex, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QAction,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QScrollArea,
    QScrollBar,
    QShortcut,
    QStackedWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)
from qgis.utils import iface

_commands = runpy.run_path(str(Path(__file__).with_name("plugin_commands.py")))
unload, is_remembered, modules = (_commands[name] for name in ("unload", "is_remembered", "modules"))
PLUGIN = _commands["PLUGIN"]
SECONDS = 30
PAGE_LISTS = ("mOptionsListWidget", "mOptionsTreeView")


def make_project(folder):
    """A saved project with one layer that can be edited."""
    place = Path(folder)
    place.mkdir(parents=True)
    rows = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "rows", "memory")
    feature = QgsFeature(rows.fields())
    feature.setAttributes(["oak"])
    feature.setGeometry(QgsGeometry.fromWkt("Point (8.5 47.4)"))
    rows.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "trees"
    project = QgsProject.instance()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        rows, str(place / "trees.gpkg"), project.transformContext(), options
    )
    project.addMapLayer(QgsVectorLayer(f"{place / 'trees.gpkg'}|layername=trees", "Trees", "ogr"))
    project.write(str(place / "trees.qgs"))
    iface.setActiveLayer(_layer())
    QgsApplication.authManager().setMasterPassword("only for this test", True)
    # Once, because QGIS makes what these windows need when they are first opened.
    pages()


def use(server, username, password):
    """A day's work; the windows stay open. What was seen in QGIS's own windows meanwhile."""
    plugin = qgis.utils.plugins[PLUGIN]
    actions, screens = plugin.actions, plugin.screens
    _ended(actions.log_in(server, username, password))
    from qfieldcloud_plugin.core.actions import ProjectDraft

    project_id = _ended(actions.create_project_from_open(ProjectDraft("trees")))
    layer = _layer()
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("name"), "beech")
    layer.commitChanges()
    _ended(actions.sync())
    project = actions.project(project_id)
    layer.selectByIds([1])
    with _undisturbed():
        _open_windows(screens, project)
        _browse()
        _run_algorithm()
        seen = pages()
    for dialog in _dialogs():
        dialog.setProperty("desk_expected", True)
    return seen


def unnamed_controls():
    """What people who hear the screen would not be told of: where it is and what it is."""
    found = set()
    for root in (qgis.utils.plugins[PLUGIN].dock, *filter(_is_ours, _dialogs())):
        named = [label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None]
        for control in root.findChildren(QWidget):
            if not _is_control(control) or control.accessibleName() or control in named:
                continue
            text = (
                control.text() if isinstance(control, QAbstractButton) else getattr(control, "title", str)()
            )
            if not text:
                found.add(
                    f"{type(root).__name__}: {type(control).__name__} in {type(control.parent()).__name__}"
                )
    return sorted(found)


def _is_control(widget):
    """Reached by keyboard or click, and not a part of another control or of a map, which name themselves."""
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isHidden():
        return False
    if isinstance(widget, (QLabel, QScrollBar, QTabBar, QTabWidget, QStackedWidget, QScrollArea)):
        return False
    parts_of = (QComboBox, QAbstractSpinBox, QAbstractItemView, QgsMapCanvas, QgsFileWidget)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, parts_of):
            return False
        parent = parent.parentWidget()
    return True


def stop_in_the_middle():
    """Takes the plugin out while a job has not ended."""
    job = qgis.utils.plugins[PLUGIN].actions.look()
    assert not job.state.ended
    del job
    unload()


def _open_windows(screens, project):
    screens.project_settings(project, 1)
    for open_window in (
        screens.log_in,
        screens.new_project,
        screens.package_wizard,
        screens.organizations,
        screens.resolve,
        screens.decided,
        screens.show_all_deltas,
        screens.show_layer_changes,
        screens.show_feature_history,
        screens.restore_layer,
    ):
        open_window()
        _quiet()


def inventory():
    """What a plugin that was used could leave behind in QGIS, in this process and on the disk."""
    _settle()
    gc.collect()
    window = iface.mainWindow()
    return {
        **_commands["inventory"](),
        "signals": {name: _receivers(one) for name, one in _watched().items()},
        # Whoever still listens for us, shows us or runs us holds one of these.
        "objects": sorted(
            type(one).__name__
            for one in gc.get_objects()
            if _is_ours(one) and isinstance(one, sip.simplewrapper)
        ),
        "timers": sum(isinstance(one, QTimer) for one in gc.get_objects()),
        # Python's own note of a thread that Qt made; it keeps it until another thread has the same number.
        "threads": sorted(one.name for one in threading.enumerate() if not one.name.startswith("Dummy")),
        "connections": _connections(),
        "temporary files": sorted(map(str, Path(tempfile.gettempdir()).iterdir())),
        "open files": sorted(path for path in _open_files() if _is_our_file(path)),
        "widgets": sorted(type(one).__name__ for one in QApplication.topLevelWidgets() if _is_ours(one)),
        "shortcuts": len(window.findChildren(QShortcut)),
        "status bar": len(window.statusBar().findChildren(QWidget)),
        "menus": _texts(iface.pluginMenu()),
        "layer menu": _layer_menu(),
        "pages": pages(),
        "translation": QCoreApplication.translate("QFieldCloudSync", "Log in"),
        "interpreter": [
            sys.getswitchinterval(),
            gc.isenabled(),
            gc.get_threshold(),
            sys.getrecursionlimit(),
            socket.getdefaulttimeout(),
            repr(threading.excepthook),
            sorted(os.environ),
        ],
    }


def pages():
    """The titles of the pages in QGIS's options, in the properties of the project and of a layer."""
    return {
        "options": _pages_of(lambda: iface.showOptionsDialog()),
        "project": _pages_of(
            lambda: iface.mainWindow().findChild(QAction, "mActionProjectProperties").trigger()
        ),
        "layer": _pages_of(lambda: iface.showLayerProperties(_layer())),
    }


def _pages_of(show):
    """The list at the left of the dialog that `show` opens; the dialog is closed again."""
    titles = []

    def read():
        for dialog in _dialogs():
            views = [view for name in PAGE_LISTS for view in dialog.findChildren(QAbstractItemView, name)]
            if views:
                timer.stop()
                titles.extend(_entries(views[0].model(), QModelIndex()))
                dialog.reject()
                return

    timer = QTimer()
    timer.timeout.connect(read)
    timer.start(50)
    with _undisturbed():
        show()
    _settle()
    return titles


def _dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


@contextmanager
def _undisturbed():
    """Windows are meant to open here, and nobody closes them."""
    watch = iface._desk_driver._watch
    was_active = watch.isActive()
    watch.stop()
    try:
        yield
    finally:
        if was_active:
            watch.start()


def _entries(model, parent):
    found = []
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        found += [str(index.data(Qt.ItemDataRole.DisplayRole)), *_entries(model, index)]
    return found


def _layer():
    return QgsProject.instance().mapLayersByName("Trees")[0]


def _ended(job):
    actions = qgis.utils.plugins[PLUGIN].actions
    actions.jobs.wait(job, SECONDS)
    if not job.succeeded:
        raise job.error or RuntimeError(f"{job.title}: {job.state}")
    result = job.result
    _quiet()
    return result


def _quiet():
    jobs = qgis.utils.plugins[PLUGIN].actions.jobs
    while jobs.running():
        jobs.wait(jobs.running()[0], SECONDS)
    _settle()


def _browse():
    """Opens the plugin's tree in the browser panel."""
    model = iface.browserModel()
    for at in range(model.rowCount()):
        index = model.index(at, 0)
        if model.dataItem(index).providerKey().startswith("QFieldCloud"):
            model.fetchMore(index)
    _settle()


def _run_algorithm():
    import processing

    processing.run("qfieldcloud:checkproject", {"PROJECT": QgsProject.instance().fileName()})


def _watched():
    return {
        "project": QgsProject.instance(),
        "layer": _layer(),
        "window": iface.mainWindow(),
        "interface": iface,
        "canvas": iface.mapCanvas(),
        "layer tree": iface.layerTreeView(),
        "messages": iface.messageBar(),
        "application": QApplication.instance(),
        "tasks": QgsApplication.taskManager(),
        "algorithms": QgsApplication.processingRegistry(),
        "secrets": QgsApplication.authManager(),
        "browser": iface.browserModel(),
        "clipboard": QApplication.clipboard(),
    }


def _receivers(one):
    """How many listen to each signal that has listeners."""
    counts = {}
    meta = one.metaObject()
    for at in range(meta.methodCount()):
        method = meta.method(at)
        name = bytes(method.name()).decode()
        if method.methodType() == QMetaMethod.MethodType.Signal:
            # Python may count for some objects and signals only.
            with suppress(AttributeError, RuntimeError, TypeError):
                counts[name] = one.receivers(getattr(one, name))
    # PyQt itself listens for the end of what Python has connected to.
    return {name: count for name, count in counts.items() if count and name != "destroyed"}


def _is_ours(one):
    return str(type(one).__module__).partition(".")[0] == PLUGIN


def _open_files():
    for entry in Path("/proc/self/fd").iterdir():
        # The one that lists this folder is gone by now.
        with suppress(OSError):
            yield str(entry.readlink())


def _is_our_file(path):
    """Not GeoPackages: closing one would take away the locks that QGIS has on it (engine/gpkg/raw_file.py)."""
    is_ours = path.startswith(tempfile.gettempdir()) or "qfieldcloud" in path.lower()
    return is_ours and not path.endswith(".gpkg")


def _connections():
    """Connections to servers; those of the test's own socket and of the screen are local ones."""
    ours = set(_open_files())
    lines = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    return sum(f"socket:[{fields[9]}]" in ours for fields in lines)


def _texts(menu):
    return [[action.text(), _texts(action.menu()) if action.menu() else []] for action in menu.actions()]


def _layer_menu():
    """What a click with the right button on the layer offers."""
    view = iface.layerTreeView()
    view.setCurrentLayer(_layer())
    menu = view.menuProvider().createContextMenu()
    texts = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return texts


def _settle():
    for _ in range(20):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
