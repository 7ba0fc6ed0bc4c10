# SPDX-License-Identifier: GPL-2.0-or-later
"""What the person in the office does, inside QGIS: a project, edits, and the plugin's own actions."""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path
from typing import Any, Optional

import qgis.utils
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant
from qgis.PyQt.QtWidgets import QApplication

PLUGIN = "qfieldcloud_plugin"
SETTLE_SECONDS = 15

TABLES = {
    "observations": ("Point", {"name": "", "note": "", "rating": 0, "seen_by": "", "photo": ""}),
    "visits": ("NoGeometry", {"code": "", "visitor": "", "result": "", "minutes": 0}),
}


def _actions() -> Any:
    return qgis.utils.plugins[PLUGIN].actions


def _ended(job: Any) -> Any:
    """The result of a job of the plugin, when it has ended; QGIS goes on running meanwhile."""
    _actions().jobs.wait(job)
    if not job.succeeded:
        raise job.error or RuntimeError(f"{job.title}: {job.state}")
    return job.result


def _layer(name: str) -> QgsVectorLayer:
    (layer,) = QgsProject.instance().mapLayersByName(name)
    return layer


def versions() -> dict[str, str]:
    return {"QGIS": Qgis.QGIS_VERSION, "plugin": qgis.utils.pluginMetadata(PLUGIN, "version")}


# -- the project ----------------------------------------------------------------------------------


def make_project(folder: str, world_map: str) -> list[str]:
    """Countries and states from QGIS's own world map, observations with photos, visits without geometry."""
    place = Path(folder)
    place.mkdir(parents=True)
    shutil.copyfile(world_map, place / "world_map.gpkg")
    for table, (geometry, columns) in TABLES.items():
        _make_table(place / "survey.gpkg", table, geometry, columns)
    project = QgsProject.instance()
    project.clear()
    for name, file, table in (
        ("Countries", "world_map.gpkg", "countries"),
        ("States", "world_map.gpkg", "states_provinces"),
        ("Observations", "survey.gpkg", "observations"),
        ("Visits", "survey.gpkg", "visits"),
    ):
        layer = QgsVectorLayer(f"{place / file}|layername={table}", name, "ogr")
        if not layer.isValid():
            raise RuntimeError(f"layer {name}: {layer.error().summary()}")
        project.addMapLayer(layer)
    observations = _layer("Observations")
    photo = {"DocumentViewer": 1, "RelativeStorage": 1, "StorageMode": 0, "FileWidget": True}
    index = observations.fields().indexOf("photo")
    observations.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ExternalResource", photo))
    project.setTitle("World survey")
    project.setCrs(observations.crs())
    _fill_tables()
    if not project.write(str(place / "world_survey.qgz")):
        raise RuntimeError(project.error())
    _show_everything()
    return [layer.name() for layer in project.mapLayers().values()]


def _make_table(path: Path, table: str, geometry: str, columns: dict[str, Any]) -> None:
    fields = QgsFields()
    for name, sample in columns.items():
        fields.append(QgsField(name, QVariant.Int if isinstance(sample, int) else QVariant.String))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    kind = QgsWkbTypes.parseType(geometry)
    context = QgsProject.instance().transformContext()
    crs = _wgs84()
    writer = QgsVectorFileWriter.create(str(path), fields, kind, crs, context, options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise RuntimeError(writer.errorMessage())
    del writer


def _wgs84() -> Any:
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem("EPSG:4326")


def _fill_tables() -> None:
    observations = [
        ("Spring", "clear water", 4, "Point (8.55 47.37)"),
        ("Old oak", "hollow", 5, "Point (8.61 47.41)"),
        ("Broken sign", "to be replaced", 1, "Point (8.48 47.29)"),
        ("Wasp nest", "keep away", 2, "Point (8.52 47.44)"),
        ("Bench", "", 3, "Point (8.57 47.33)"),
        ("Stone bridge", "1 crack", 4, "Point (8.63 47.36)"),
    ]
    for name, note, rating, wkt in observations:
        add_row("Observations", {"name": name, "note": note, "rating": rating, "seen_by": "office"}, wkt)
    for code, visitor, minutes in (("V-1", "Ana", 10), ("V-2", "Ben", 20), ("V-3", "Cem", 30)):
        add_row("Visits", {"code": code, "visitor": visitor, "result": "planned", "minutes": minutes})


def _show_everything() -> None:
    canvas = qgis.utils.iface.mapCanvas()
    canvas.setExtent(_layer("Countries").extent())
    canvas.refresh()
    canvas.waitWhileRendering()


# -- edits in QGIS --------------------------------------------------------------------------------


def add_row(layer: str, attributes: dict[str, Any], wkt: Optional[str] = None) -> None:
    target = _layer(layer)
    feature = QgsFeature(target.fields())
    for name, value in attributes.items():
        feature.setAttribute(name, value)
    if wkt:
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
    _commit(target, lambda: target.addFeature(feature))


def change_row(
    layer: str, column: str, value: str, attributes: dict[str, Any], wkt: Optional[str] = None
) -> None:
    """The row whose `column` holds `value`."""
    target = _layer(layer)
    feature = _find(target, column, value)

    def edit() -> bool:
        done = all(
            target.changeAttributeValue(feature.id(), target.fields().indexOf(name), new)
            for name, new in attributes.items()
        )
        return done and (wkt is None or target.changeGeometry(feature.id(), QgsGeometry.fromWkt(wkt)))

    _commit(target, edit)


def move_row(layer: str, column: str, value: str, dx: float, dy: float) -> None:
    target = _layer(layer)
    feature = _find(target, column, value)
    geometry = QgsGeometry(feature.geometry())
    geometry.translate(dx, dy)
    _commit(target, lambda: target.changeGeometry(feature.id(), geometry))


def delete_row(layer: str, column: str, value: str) -> None:
    target = _layer(layer)
    feature = _find(target, column, value)
    _commit(target, lambda: target.deleteFeature(feature.id()))


def _find(layer: QgsVectorLayer, column: str, value: str) -> QgsFeature:
    (feature,) = (found for found in layer.getFeatures() if str(found[column]) == value)
    return feature


def _commit(layer: QgsVectorLayer, edit: Any) -> None:
    layer.startEditing()
    if not edit() or not layer.commitChanges():
        problems = "; ".join(layer.commitErrors())
        layer.rollBack()
        raise RuntimeError(f"{layer.name()} could not be edited: {problems}")


def rows(layer: str) -> list[dict[str, Any]]:
    """Every row as the layer in the open project shows it; geometries as the digest of their WKB."""
    source = _layer(layer)
    names = source.fields().names()
    found = []
    for feature in source.getFeatures():
        values = {name: _plain(feature[name]) for name in names}
        wkb = bytes(feature.geometry().asWkb()) if feature.hasGeometry() else None
        found.append({"values": values, "geometry": hashlib.sha256(wkb).hexdigest() if wkb else None})
    return found


def _plain(value: Any) -> Any:
    return None if isinstance(value, QVariant) and value.isNull() else value


# -- the plugin -----------------------------------------------------------------------------------


def log_in(server: str, username: str, password: str) -> str:
    # Without it QGIS would ask for a master password before it keeps a token.
    QgsApplication.authManager().setMasterPassword("only for this demonstration", True)
    return str(_ended(_actions().log_in(server, username, password)).username)


def create_project(name: str) -> str:
    from qfieldcloud_plugin.core.actions import ProjectDraft

    _ended(_actions().create_project_from_open(ProjectDraft(name)))
    return str(_actions().open_project.project_id)


def sync() -> dict[str, Any]:
    """One click on the one button."""
    return _told(_ended(_actions().sync()))


def conflicts() -> list[dict[str, Any]]:
    return [_conflict(conflict) for conflict in _actions().conflicts()]


def resolve(choice: str) -> dict[str, Any]:
    """Decides every waiting conflict the same way: "mine" or "theirs"."""
    from qfieldcloud_plugin.engine.sync import Choice, Decision

    decisions = [Decision(conflict.id, Choice[choice.upper()]) for conflict in _actions().conflicts()]
    return _told(_ended(_actions().resolve(decisions)))


def restore(file: str, table: str, key: Any, version: str) -> None:
    _ended(_actions().restore_feature(file, table, (key,), version))


def undo(delta_id: str) -> None:
    _ended(_actions().undo_delta(delta_id))


def _told(report: Any) -> dict[str, Any]:
    return {
        "complete": report.complete,
        "files": [
            {
                "name": file.name,
                "action": file.action.value,
                "up": _rows(file.rows_up),
                "down": _rows(file.rows_down),
                "bytes_up": file.bytes_up,
            }
            for file in report.files
        ],
        "conflicts": [_conflict(conflict) for conflict in report.conflicts],
        "failures": [str(failure) for failure in report.failures],
    }


def _rows(counts: Any) -> int:
    return sum(count.inserted + count.updated + count.deleted for count in counts.values())


def _conflict(conflict: Any) -> dict[str, Any]:
    names = ("id", "file", "table", "key", "column", "base", "mine", "theirs")
    return {name: getattr(conflict, name) for name in names}


# -- pictures -------------------------------------------------------------------------------------


def picture(path: str, whole_window: bool = False) -> None:
    """The dock as people see it, or QGIS around it too, when everything in the background has ended."""
    _settle()
    widget = qgis.utils.iface.mainWindow() if whole_window else qgis.utils.plugins[PLUGIN].dock
    if not widget.grab().save(path):
        raise RuntimeError(f"{path} could not be written")


def _settle() -> None:
    deadline = time.monotonic() + SETTLE_SECONDS
    quiet = 0
    while quiet < 20 and time.monotonic() < deadline:
        QApplication.processEvents()
        quiet = 0 if _actions().jobs.running() else quiet + 1
        time.sleep(0.01)
