# SPDX-License-Identifier: GPL-2.0-or-later
"""Inside QGIS, for scripts/screenshots.py: makes a field survey with two people in it, and opens every surface."""

from __future__ import annotations

import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any, Callable

import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication, QDialog, QWidget

PLUGIN = "qfieldcloud_plugin"
_state: dict[str, Any] = {}


def _plugin() -> Any:
    return qgis.utils.plugins[PLUGIN]


def _actions() -> Any:
    return _plugin().actions


def _settle(seconds: float = 0.4) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def _quiet() -> None:
    """Waits until no job runs any more."""
    for _ in range(200):
        running = _actions().jobs.running()
        if not running:
            break
        _actions().jobs.wait(running[0], 120)
    _settle()


def _ended(job: Any) -> Any:
    _actions().jobs.wait(job)
    if not job.succeeded:
        raise job.error or RuntimeError(f"{job.title}: {job.state}")
    _quiet()
    return job.result


def _save(widget: QWidget, name: str) -> None:
    _settle()
    path = Path(_state["folder"]) / f"{name}.png"
    if not widget.grab().save(str(path)):
        raise RuntimeError(f"{path} could not be written")


def begin(folder: str) -> None:
    """Where the pictures go."""
    _state["folder"] = folder
    dock = _plugin().dock
    dock.raise_()
    qgis.utils.iface.mainWindow().resizeDocks([dock], [400], _horizontal())
    _settle(1)


def _horizontal() -> Any:
    from qgis.PyQt.QtCore import Qt

    return Qt.Orientation.Horizontal


# -- the survey --------------------------------------------------------------------------------------

_TREES = [
    ("Linden at the well", "Tilia cordata", 12.5, "healthy", "Point (8.5391 47.3772)"),
    ("Plane by the school", "Platanus × hispanica", 18.0, "healthy", "Point (8.5426 47.3790)"),
    ("Old beech", "Fagus sylvatica", 24.2, "watch", "Point (8.5360 47.3801)"),
    ("Twin birches", "Betula pendula", 9.1, "healthy", "Point (8.5443 47.3760)"),
    ("Memorial oak", "Quercus robur", 21.7, "healthy", "Point (8.5402 47.3745)"),
    ("Cherry row", "Prunus avium", 6.3, "healthy", "Point (8.5378 47.3758)"),
]
_PARKS = [
    ("Lakeside", "Polygon ((8.535 47.373, 8.541 47.373, 8.541 47.379, 8.535 47.379, 8.535 47.373))"),
    ("School yard", "Polygon ((8.5415 47.375, 8.546 47.375, 8.546 47.380, 8.5415 47.380, 8.5415 47.375))"),
]


def make_survey(folder: str) -> None:
    """A park with trees, and visits without geometry."""
    place = Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    file = place / "trees.gpkg"
    columns = "field=name:string&field=species:string&field=height:double&field=state:string"
    trees = _memory(f"Point?crs=EPSG:4326&{columns}", [(row[:-1], row[-1]) for row in _TREES])
    parks = _memory("Polygon?crs=EPSG:4326&field=name:string", [((name,), wkt) for name, wkt in _PARKS])
    visits = _memory(
        "None?field=tree:integer&field=visitor:string&field=note:string",
        [((1, "Ana", "new leaves"), None), ((3, "Ben", "fungus at the root"), None)],
    )
    project = QgsProject.instance()
    project.clear()
    for layer, table, title in (
        (parks, "parks", "Parks"),
        (visits, "visits", "Visits"),
        (trees, "trees", "Trees"),
    ):
        _write(layer, file, table)
        written = QgsVectorLayer(f"{file}|layername={table}", title, "ogr")
        _dress(written)
        project.addMapLayer(written)
    project.setTitle("City trees")
    project.setCrs(project.mapLayersByName("Trees")[0].crs())
    project.write(str(place / "city_trees.qgs"))
    canvas = qgis.utils.iface.mapCanvas()
    extent = project.mapLayersByName("Parks")[0].extent()
    extent.scale(1.3)
    canvas.setExtent(extent)
    _settle(1)


def _memory(uri: str, rows: list[tuple[tuple[Any, ...], Any]]) -> QgsVectorLayer:
    layer = QgsVectorLayer(uri, "rows", "memory")
    for values, wkt in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def _write(layer: QgsVectorLayer, path: Path, table: str) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = table
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )


def _dress(layer: QgsVectorLayer) -> None:
    looks = {
        "Trees": lambda: QgsMarkerSymbol.createSimple(
            {"color": "#3c8d5a", "outline_color": "#ffffff", "size": "3.4"}
        ),
        "Parks": lambda: QgsFillSymbol.createSimple({"color": "#dcead8", "outline_color": "#a9c5a4"}),
    }
    if layer.name() in looks:
        layer.setRenderer(QgsSingleSymbolRenderer(looks[layer.name()]()))


def log_in(server: str, username: str, password: str) -> None:
    QgsApplication.authManager().setMasterPassword("only for pictures", True)
    _ended(_actions().log_in(server, username, password))


def put_into_cloud(name: str) -> str:
    from qfieldcloud_plugin.core.actions import ProjectDraft

    return str(_ended(_actions().create_project_from_open(ProjectDraft(name))))


def edit_here() -> None:
    """One row changed that somebody else changes too, one moved, one new, one deleted."""
    trees = QgsProject.instance().mapLayersByName("Trees")[0]
    fields = trees.fields()
    trees.startEditing()
    trees.changeAttributeValue(3, fields.indexOf("state"), "fell in autumn")
    trees.changeAttributeValue(3, fields.indexOf("height"), 23.8)
    trees.changeAttributeValue(1, fields.indexOf("height"), 13.1)
    trees.changeGeometry(2, QgsGeometry.fromWkt("Point (8.5431 47.3783)"))
    feature = QgsFeature(fields)
    feature.setAttributes([None, "Young maple", "Acer campestre", 3.2, "healthy"])
    feature.setGeometry(QgsGeometry.fromWkt("Point (8.5385 47.3782)"))
    trees.addFeature(feature)
    trees.deleteFeature(6)
    if not trees.commitChanges():
        raise RuntimeError("; ".join(trees.commitErrors()))
    _quiet()


def edit_elsewhere(project_id: str, folder: str) -> None:
    """Somebody else's computer, without QGIS: the engine alone."""
    from qfieldcloud_plugin.cloud import Workspace
    from qfieldcloud_plugin.engine.gpkg import connect

    workspace = Workspace(_actions().session.client)
    place = Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    workspace.download_project(project_id, place)
    connection: sqlite3.Connection = connect(place / "trees.gpkg", write=True)
    with connection:
        connection.execute("UPDATE trees SET state = 'cut back', height = 22.9 WHERE fid = 3")
        connection.execute("UPDATE trees SET state = 'watch' WHERE fid = 5")
        connection.execute("INSERT INTO visits (tree, visitor, note) VALUES (5, 'Cem', 'dry branches')")
    connection.close()
    report = workspace.sync(place)
    if not report.complete:
        raise RuntimeError(str(report))


def look() -> None:
    _ended(_actions().look())
    _ended(_actions().fetch_details())


def sync() -> None:
    _ended(_actions().sync())


# -- pictures ----------------------------------------------------------------------------------------


def dock(name: str, tab: int = 0) -> None:
    _plugin().dock.project.tabs.setCurrentIndex(tab)
    _quiet()
    _save(_plugin().dock, name)


def window(name: str) -> None:
    _save(qgis.utils.iface.mainWindow(), name)


def _dialog(
    opened: Callable[[], None], name: str, prepare: Callable[[Any], None] = lambda _dialog: None
) -> None:
    before = set(QApplication.topLevelWidgets())
    opened()
    (dialog,) = (
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in before and isinstance(widget, QDialog) and widget.isVisible()
    )
    dialog.setProperty("desk_expected", True)
    _quiet()
    prepare(dialog)
    _settle(0.8)
    _save(dialog, name)
    dialog.close()
    _settle()


def login_dialog(server: str, name: str) -> None:
    def prepare(dialog: Any) -> None:
        dialog.server.setEditText(server)
        dialog.username.setText("anna")
        dialog.password.setText("not the real one")
        _settle(1.5)
        _quiet()

    _dialog(_plugin().screens.log_in, name, prepare)


def browser_login(server: str, name: str) -> None:
    """As `login_dialog`, while the browser has the word; it is not really opened."""
    from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
    from qgis.PyQt.QtGui import QDesktopServices

    class Nobody(QObject):
        @pyqtSlot(QUrl)
        def open(self, _url: QUrl) -> None:
            """Nothing."""

    nobody = Nobody()
    QDesktopServices.setUrlHandler("http", nobody, "open")

    def prepare(dialog: Any) -> None:
        dialog.server.setEditText(server)
        _settle(1.5)
        _quiet()
        dialog.providers.buttons[0].click()

    _dialog(_plugin().screens.log_in, name, prepare)
    QDesktopServices.unsetUrlHandler("http")
    _quiet()


def new_project_dialog(name: str, source: str = "from_open") -> None:
    def prepare(dialog: Any) -> None:
        getattr(dialog, source).setChecked(True)
        dialog.name.setText(
            {"clone": "city_trees_2027", "empty": "street_lamps"}.get(source, dialog.name.text())
        )
        if source == "from_open":
            dialog.description.setPlainText("Trees of the city's parks and who looks after them.")

    _dialog(_plugin().screens.new_project, name, prepare)


def organizations_dialog(name: str, tab: int) -> None:
    _dialog(_plugin().screens.organizations, name, lambda dialog: dialog.tabs.setCurrentIndex(tab))


def secrets_page(name: str) -> None:
    project = _actions().project(_actions().open_project.project_id)
    _ended(_actions().set_secret(project.id, "DB_PASSWORD", "envvar", "not the real one"))
    _ended(_actions().set_secret(project.id, "SURVEY_DB", "pgservice", "[survey]\nhost=db.example.org\n"))

    def prepare(dialog: Any) -> None:
        dialog.tabs.setCurrentWidget(dialog.secrets)
        dialog.secrets.name.setText("MAP_KEY")
        dialog.secrets.value.setText("not the real one")
        _quiet()

    _dialog(lambda: _plugin().screens.project_settings(project), name, prepare)


def refused_delta_dialog(name: str) -> None:
    """A device changed a tree that is not there."""
    import uuid

    from qfieldcloud_plugin.engine.delta import PATCH, Delta, DeltaFile, State

    client, project_id = _actions().session.client, _actions().open_project.project_id
    layer = QgsProject.instance().mapLayersByName("Trees")[0].id()
    delta = Delta(
        uuid=str(uuid.uuid4()),
        method=PATCH,
        local_layer_id=layer,
        source_layer_id=layer,
        local_pk="99",
        source_pk="99",
        client_id=str(uuid.uuid4()),
        old=State(attributes={"state": "healthy"}),
        new=State(attributes={"state": "fell"}),
    )
    file = DeltaFile(id=str(uuid.uuid4()), project=project_id, deltas=(delta,))
    client.deltas.push(project_id, file.to_bytes())
    _settle(1.5)
    _ended(_actions().fetch_details(afresh=True))
    record = next(one for one in _actions().deltas if one.id == delta.uuid)
    _dialog(lambda: _plugin().screens._payload(record), name)


def accounts_menu(name: str) -> None:
    menu = _plugin().dock.account._menu
    menu.popup(_plugin().dock.mapToGlobal(_plugin().dock.rect().topLeft()))
    _save(menu, name)
    menu.close()


def local_changes_dialog(name: str) -> None:
    from qfieldcloud_plugin.gui.rows import FileAt

    _dialog(lambda: _plugin().screens.show_local_change(FileAt("trees.gpkg", "here", "trees")), name)


def conflict_dialog(name: str) -> None:
    from qfieldcloud_plugin.engine.sync import Choice

    def prepare(dialog: Any) -> None:
        group = dialog.resolution.groups[0]
        dialog.resolution.choose(group.conflicts[0], Choice.MINE)
        dialog._refresh()

    _dialog(_plugin().screens.resolve, name, prepare)


def server_job_dialog(name: str) -> None:
    _dialog(lambda: _plugin().screens.show_server_job(_actions().server_jobs[0]), name)


def payload_dialog(name: str) -> None:
    _dialog(lambda: _plugin().screens._payload(_actions().deltas[0]), name)


def project_settings_dialog(name: str, page: int = 0) -> None:
    project = _actions().project(_actions().open_project.project_id)
    _dialog(lambda: _plugin().screens.project_settings(project, page), name)


def add_person(username: str, role: str) -> None:
    _ended(_actions().add_person(_actions().open_project.project_id, username, role))


def delete_dialog(name: str) -> None:
    from qfieldcloud_plugin.gui.dialogs.delete_project import DeleteDialog

    project = _actions().project(_actions().open_project.project_id)
    window = qgis.utils.iface.mainWindow()
    _dialog(lambda: DeleteDialog(project, window).open(), name)
