# SPDX-License-Identifier: GPL-2.0-or-later
"""The project open in QGIS as a cloud project: folder, link, layers by file, reloading after a sync."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Optional

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..engine.sync import unsaved
from ..engine.sync.errors import SyncError
from ..engine.sync.local import LocalProject
from ..engine.sync.records import ProjectLink
from ..i18n import tr

_PROJECT_SUFFIXES = (".qgs", ".qgz")


class OpenProject(QObject):
    """Watches one `QgsProject`. Main thread only; jobs are given `folder`, a plain path.

    `changed`: another project, or the same one saved or linked. `edits_changed`: what is unsaved changed.
    `data_saved`: edits of a layer were written to its file.
    """

    changed = pyqtSignal()
    edits_changed = pyqtSignal()
    data_saved = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.project = project
        self.link: Optional[ProjectLink] = None
        self.error: Optional[SyncError] = None
        self._watched: dict[str, QgsVectorLayer] = {}
        self._unsaved: tuple[str, ...] = ()

    # -- life ---------------------------------------------------------------------------------------

    def watch(self) -> None:
        self.project.readProject.connect(self.refresh)
        self.project.cleared.connect(self.refresh)
        self.project.projectSaved.connect(self.refresh)
        self.project.isDirtyChanged.connect(self._edits_changed)
        self.project.layersAdded.connect(self._watch_layers)
        self.project.layersWillBeRemoved.connect(self._forget_layers)
        self._watch_layers(list(self.project.mapLayers().values()))
        self.refresh()

    def unwatch(self) -> None:
        self.project.readProject.disconnect(self.refresh)
        self.project.cleared.disconnect(self.refresh)
        self.project.projectSaved.disconnect(self.refresh)
        self.project.isDirtyChanged.disconnect(self._edits_changed)
        self.project.layersAdded.disconnect(self._watch_layers)
        self.project.layersWillBeRemoved.disconnect(self._forget_layers)
        self._forget_layers(list(self._watched))
        unsaved.hold(self, ())

    def _watch_layers(self, layers: list[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and layer.id() not in self._watched:
                self._watched[layer.id()] = layer
                layer.editingStarted.connect(self._edits_changed)
                layer.editingStopped.connect(self._edits_changed)
                layer.layerModified.connect(self._edits_changed)
                layer.afterCommitChanges.connect(self._committed)

    def _forget_layers(self, layer_ids: list[str]) -> None:
        for layer_id in layer_ids:
            layer = self._watched.pop(layer_id, None)
            if layer is not None:
                layer.editingStarted.disconnect(self._edits_changed)
                layer.editingStopped.disconnect(self._edits_changed)
                layer.layerModified.disconnect(self._edits_changed)
                layer.afterCommitChanges.disconnect(self._committed)
        self._note_unsaved()

    def _edits_changed(self, _dirty: bool = False) -> None:
        self._note_unsaved()
        self.edits_changed.emit()

    def _note_unsaved(self) -> None:
        """A sync in a worker asks for this; it is noted where layers may be asked."""
        layers = [layer for layer in self.layers_in_edit_mode() if layer.id() in self._watched]
        ids = tuple(layer.id() for layer in layers)
        if ids == self._unsaved:
            return
        self._unsaved = ids
        folder = self.folder
        places = [self.place_of(layer) for layer in layers]
        unsaved.hold(
            self, [folder / place[0] for place in places if place is not None and folder is not None]
        )

    def _committed(self) -> None:
        self._note_unsaved()
        self.data_saved.emit()
        self.edits_changed.emit()

    def refresh(self, *_document: object) -> None:
        """Reads the link again; to be called when a job has written it."""
        self.link, self.error = _read_link(self.folder)
        self.changed.emit()

    # -- facts ------------------------------------------------------------------------------------------

    @property
    def path(self) -> Optional[Path]:
        """The project file; None while the project was never saved or lies in a database."""
        name = self.project.fileName()
        path = Path(name) if name else None
        return path if path is not None and path.suffix.lower() in _PROJECT_SUFFIXES else None

    @property
    def folder(self) -> Optional[Path]:
        return self.path.parent if self.path is not None else None

    @property
    def project_id(self) -> Optional[str]:
        """The cloud project this folder belongs to."""
        # A project that is being closed has no folder any more, and tells so only at the end.
        return self.link.project_id if self.link is not None and self.folder is not None else None

    @property
    def title(self) -> str:
        return self.project.title() or (self.path.stem if self.path is not None else "")

    @property
    def has_unsaved_project(self) -> bool:
        return self.project.isDirty()

    def vector_layers(self) -> list[QgsVectorLayer]:
        return [layer for layer in self.project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]

    def layers_in_edit_mode(self) -> list[QgsVectorLayer]:
        """Layers whose edits are not in their file yet, so a sync would not see them."""
        in_transaction = _writes_at_once(self.project)
        return [
            layer
            for layer in self.vector_layers()
            if layer.isEditable() and (in_transaction or layer.isModified())
        ]

    def layers_by_file(self) -> dict[str, list[tuple[str, QgsVectorLayer]]]:
        """Name below the folder -> (table, layer) of every vector layer whose data lie there."""
        found: dict[str, list[tuple[str, QgsVectorLayer]]] = {}
        for layer in self.vector_layers():
            place = self.place_of(layer)
            if place is not None:
                found.setdefault(place[0], []).append((place[1], layer))
        return found

    def place_of(self, layer: QgsVectorLayer) -> Optional[tuple[str, str]]:
        """The layer's file (its name below the folder) and table; None where its data lie elsewhere."""
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        if not parts.get("path") or self.folder is None:
            return None
        try:
            name = Path(parts["path"]).resolve().relative_to(self.folder.resolve())
        except (ValueError, OSError):
            return None
        return name.as_posix(), parts.get("layerName") or layer.name()

    # -- what a sync needs ----------------------------------------------------------------------------

    def save_edits(self) -> list[str]:
        """Writes every layer's edits to its file, keeps edit mode, and says what could not be written."""
        return [
            f"{layer.name()}: {'; '.join(layer.commitErrors())}"
            for layer in self.layers_in_edit_mode()
            if not layer.commitChanges(stopEditing=False)
        ]

    def save_all(self) -> list[str]:
        """Writes unsaved edits and the project file; says what could not be saved."""
        problems = self.save_edits()
        if not problems and self.has_unsaved_project and not self.project.write():
            problems.append(self.project.error() or tr("The project file cannot be written."))
        return problems

    def reload(self, tables_by_file: dict[str, Iterable[str]]) -> list[QgsVectorLayer]:
        """Shows the new rows of these tables (all, if none is named) without closing anything."""
        layers_by_file = self.layers_by_file()
        reloaded = []
        for name, tables in tables_by_file.items():
            wanted = {table.casefold() for table in tables}
            for table, layer in layers_by_file.get(name, []):
                if not wanted or table.casefold() in wanted:
                    self._reload_layer(layer)
                    reloaded.append(layer)
        return reloaded

    def _reload_layer(self, layer: QgsVectorLayer) -> None:
        # Rows may have come, gone or got other ids, so what was selected may not be what is meant any more.
        present = {feature.id() for feature in layer.selectedFeatures()}
        layer.reload()
        layer.updateExtents()
        if present and not layer.isEditable():
            layer.selectByIds([fid for fid in present if layer.getFeature(fid).isValid()])
        layer.triggerRepaint()


def _read_link(folder: Optional[Path]) -> tuple[Optional[ProjectLink], Optional[SyncError]]:
    """The folder's cloud project; the error where there is a state that cannot be read."""
    if folder is None or not LocalProject.is_project(folder):
        return None, None
    try:
        with LocalProject.open(folder) as local:
            return local.link, None
    except SyncError as error:
        return None, error


def _writes_at_once(project: QgsProject) -> bool:
    """Whether edits go into an open transaction of the database, so that no layer calls itself modified."""
    if hasattr(project, "transactionMode"):  # QGIS 3.26 and newer
        return bool(project.transactionMode() == Qgis.TransactionMode.AutomaticGroups)
    return bool(project.autoTransaction())
