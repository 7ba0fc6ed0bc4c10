# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS, for scripts/screenshots.py: screenshot_history.py, and the packaging wizard and pages of properties."""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialog, QVBoxLayout, QWidget

_desk = runpy.run_path(str(Path(__file__).with_name("screenshot_history.py")))
globals().update({name: value for name, value in _desk.items() if not name.startswith("_")})
_dialog, _plugin, _actions = _desk["_dialog"], _desk["_plugin"], _desk["_actions"]
_quiet, _save, _settle = _desk["_quiet"], _desk["_save"], _desk["_settle"]


def layer_page(name: str) -> None:
    from qfieldcloud_plugin.gui.pages.layer_page import LayerPage

    layer = QgsProject.instance().mapLayersByName("Trees")[0]
    _page(LayerPage(layer, qgis.utils.iface.mapCanvas(), None), name, 620, 820)


def project_page(name: str, tab: int) -> None:
    from qfieldcloud_plugin.gui.pages.project_page import ProjectPage

    page = ProjectPage(QgsProject.instance(), qgis.utils.iface.mapCanvas(), _actions())
    page.tabs.setCurrentIndex(tab)
    _page(page, name, 680, 620)


def options_page(name: str) -> None:
    from qfieldcloud_plugin.gui.pages.options_page import OptionsPage

    _page(OptionsPage(_actions()), name, 620, 420)


def _page(page: QWidget, name: str, width: int, height: int) -> None:
    """Pages lie in QGIS's own dialogs; here each stands alone."""
    dialog = QDialog(qgis.utils.iface.mainWindow())
    layout = QVBoxLayout(dialog)
    layout.addWidget(page)
    dialog.resize(width, height)
    dialog.show()
    _settle(0.8)
    _save(dialog, name)
    dialog.close()
    dialog.deleteLater()


def _area_of_a_team(form: Any) -> None:
    form._take_view()
    form.audience.more.click()
    form.audience.name.setEditText("north")
    form.audience.add.click()
    form._take_view()


def _base_map(form: Any) -> None:
    form.group.setChecked(True)
    form.layer.setLayer(QgsProject.instance().mapLayersByName("Parks")[0])
    form.least.setValue(10)
    form.most.setValue(16)
    _settle()


def wizard(name: str, folder: str) -> None:
    """One picture of each page; the package goes into a folder."""
    for layer in QgsProject.instance().mapLayers().values():
        layer.setCustomProperty("QFieldSync/action", "offline")

    def prepare(dialog: Any) -> None:
        dialog.target.folder.setChecked(True)
        dialog.target.path.setFilePath(folder)
        for at, page in enumerate(dialog.pages[:-1]):
            _quiet()
            _save(dialog, f"{name}-{at + 1}")
            if page is dialog.base_map:
                _base_map(page.form)
                _save(dialog, f"{name}-{at + 1}-chosen")
                page.form.group.setChecked(False)
            if page is dialog.area:
                _area_of_a_team(page.form)
                _save(dialog, f"{name}-{at + 1}")
                page.form.audience.more.click()
                _quiet()
                _save(dialog, f"{name}-{at + 1}-names")
                page.form.audience.more.click()
            if page is dialog.checks:
                page.made_for.setCurrentIndex(1)
                _save(dialog, f"{name}-{at + 1}")
            dialog.forward.click()
        _quiet()

    _dialog(_plugin().screens.package_wizard, f"{name}-{7}", prepare)


def findings(name: str, folder: str) -> None:
    """What the wizard's checks find in a layer that is no GeoPackage, and in a temporary one."""
    project = QgsProject.instance()
    place = {"type": "Feature", "properties": {"name": "Main gate"}, "geometry": None}
    path = Path(project.homePath()) / "entrances.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [place]}), "utf-8")
    project.addMapLayer(QgsVectorLayer(str(path), "Entrances", "ogr"))
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326&field=note:string", "Notes", "memory"))

    def prepare(dialog: Any) -> None:
        dialog.target.folder.setChecked(True)
        dialog.target.path.setFilePath(folder)
        while not dialog.checks.isVisible():
            dialog.forward.click()
            _quiet()
        shown = dialog.checks.findings.list
        shown.setCurrentIndex(shown.filter.index(0, 0))

    _dialog(_plugin().screens.package_wizard, name, prepare)
