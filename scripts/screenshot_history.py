# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS, for scripts/screenshots.py: screenshot_desk.py, and what is about the past and in QGIS's own panels."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, QPoint
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView

_desk = runpy.run_path(str(Path(__file__).with_name("screenshot_desk.py")))
globals().update({name: value for name, value in _desk.items() if not name.startswith("_")})
_dialog, _plugin, _actions = _desk["_dialog"], _desk["_plugin"], _desk["_actions"]
_ended, _quiet, _save, _settle = _desk["_ended"], _desk["_quiet"], _desk["_save"], _desk["_settle"]


def _trees() -> Any:
    layer = QgsProject.instance().mapLayersByName("Trees")[0]
    qgis.utils.iface.setActiveLayer(layer)
    return layer


def decide_conflicts() -> None:
    """Theirs stay; then another change, so that there is a past to look at."""
    from qfieldcloud_plugin.engine.sync import Choice, Decision

    _ended(_actions().resolve([Decision(one.id, Choice.THEIRS) for one in _actions().conflicts()]))
    trees = _trees()
    trees.startEditing()
    trees.changeAttributeValue(3, trees.fields().indexOf("state"), "healthy again")
    if not trees.commitChanges():
        raise RuntimeError("; ".join(trees.commitErrors()))
    _quiet()
    _ended(_actions().sync())


def feature_history(name: str) -> None:
    _trees().selectByIds([3])
    _dialog(
        _plugin().screens.show_feature_history,
        name,
        lambda dialog: dialog.table.selectRow(dialog.model.rowCount() - 1),
    )


def all_changes(name: str) -> None:
    _ended(_actions().fetch_details(afresh=True))
    _dialog(_plugin().screens.show_all_deltas, name)


def moment(name: str) -> None:
    _trees()
    _dialog(
        _plugin().screens.restore_layer,
        name,
        lambda dialog: dialog.list.setCurrentIndex(dialog.list.model().index(0, 0)),
    )


def decided(name: str) -> None:
    _dialog(_plugin().screens.decided, name)


def browser(name: str) -> None:
    """QGIS's browser panel with this plugin's branch opened down to the layers."""
    window = qgis.utils.iface.mainWindow()
    # By its object's name: the title is in the user's language.
    dock = window.findChild(QDockWidget, "Browser")
    view = dock.findChild(QTreeView)
    top = _below(view, QModelIndex(), "QFieldCloud")
    view.expand(top)
    for _level in range(4):
        _settle(0.6)
        _quiet()
        _expand_all(view, top)
    view.scrollTo(top, QTreeView.ScrollHint.PositionAtTop)
    window.resizeDocks([dock], [520], _vertical())
    _save(dock, name)
    view.collapse(top)


def _vertical() -> Any:
    from qgis.PyQt.QtCore import Qt

    return Qt.Orientation.Vertical


def _below(view: QTreeView, parent: QModelIndex, title: str) -> QModelIndex:
    model = view.model()
    return next(
        index for at in range(model.rowCount(parent)) if (index := model.index(at, 0, parent)).data() == title
    )


def _expand_all(view: QTreeView, parent: QModelIndex) -> None:
    model = view.model()
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        if model.hasChildren(index):
            view.expand(index)
            _expand_all(view, index)


def layer_menu(name: str) -> None:
    """The plugin's part of the menu of a layer."""
    _trees()
    menu = qgis.utils.iface.layerTreeView().menuProvider().createContextMenu()
    part = next(
        one.menu() for one in menu.actions() if one.menu() is not None and one.text() == "QFieldCloud"
    )
    part.popup(qgis.utils.iface.mainWindow().mapToGlobal(QPoint(300, 500)))
    _save(part, name)
    part.close()
    menu.deleteLater()
