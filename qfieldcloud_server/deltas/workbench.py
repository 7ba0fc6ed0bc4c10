# SPDX-License-Identifier: GPL-2.0-or-later
"""Private copies of the GeoPackages that some deltas touch, stand-ins for other layers, and nothing else."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from qfieldcloud_plugin.engine.delimited import geometry_fields
from qfieldcloud_plugin.engine.delta import Delta, FormerLayer
from qfieldcloud_plugin.engine.gpkg import checkpoint
from qfieldcloud_plugin.engine.project import Layer, ProjectFileMissing, read_project
from qfieldcloud_plugin.engine.project import Project as QgisProject
from qfieldcloud_plugin.engine.project.datasource import parse_datasource
from qfieldcloud_plugin.engine.project.tables import GeoPackageSchemas
from qfieldcloud_server.deltas import former_columns
from qfieldcloud_server.deltas.writer import CannotWrite, Handover, StandIn, Task
from qfieldcloud_server.deltas.writers import writer_of
from qfieldcloud_server.files.digests import Digest, digest_edited_copy, digest_file
from qfieldcloud_server.files.folders import lay_out
from qfieldcloud_server.files.history import KnownChanges, changes_between
from qfieldcloud_server.files.models import File, KnownLayer, Version
from qfieldcloud_server.files.selectors import files_of
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.projects.models import Project

logger = logging.getLogger(__name__)

# Projects that are kept in memory between jobs, each with at most so many bytes of XML.
_REMEMBERED = 4
_MOST_REMEMBERED_BYTES = 4 * 1024 * 1024
_GEOPACKAGES = (".gpkg", ".gpkx")
_NOTHING: Mapping[str, str] = {}
_STAND_INS = ".stand-ins"


class StandInFailed(Exception):
    """What was done to a stand-in could not be kept: its deltas have to wait, and the others are done again."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(reason)
        self.source, self.reason = source, reason


@dataclass(frozen=True)
class EditedFile:
    """A copy that deltas have changed, and the version it was made from; `changes` where they are known."""

    file: File
    base: Version
    path: Path
    digest: Digest
    changes: KnownChanges | None = None


class Workbench:
    """The project file and the touched GeoPackages in a folder; the latter may be written to.

    `given_up` are sources whose stand-ins failed before, and why.
    """

    def __init__(
        self,
        project: Project,
        root: Path,
        deltas: Sequence[Delta],
        given_up: Mapping[str, str] = _NOTHING,
    ) -> None:
        self._root, self._given_up = root, given_up
        self._files = {file.name: file for file in files_of(project)}
        self._copies: dict[Path, tuple[File, int]] = {}
        self._stand_ins: dict[str, StandIn | Handover] = {}
        self.handed_over: dict[str, Handover] = {}
        """Files that are edited when the engine is done, by the ids of their layers."""
        self.beside: dict[File, Version] = {}
        """Files that were read as parts of a layer: what was made of them is only right while they stay so."""
        self.waiting: dict[str, str] = {}
        """Layers whose deltas have to wait, and why."""
        self.qgis_project = self._read_project(project)
        ids = {layer_id for delta in deltas for layer_id in (delta.layer_id, delta.local_layer_id)}
        self.former_layers = {
            known.layer_id: FormerLayer(known.file_name, known.table)
            for known in KnownLayer.objects.filter(project=project, layer_id__in=ids)
        }
        self._copy_touched(ids)
        self._put_stand_ins(ids)

    def column_today(self, path: Path, table: str, column: str) -> str | None:
        """What the latest version of a GeoPackage calls a column that an earlier version had."""
        files = (file for copy, (file, _) in self._copies.items() if copy.resolve() == path.resolve())
        file = next(files, None)
        return former_columns.today(file, table, column) if file is not None else None

    def edited(self) -> list[EditedFile]:
        """The copies that are no longer what they were. Raises StandInFailed."""
        found = []
        for path, (file, written_at) in self._copies.items():
            if file.latest is None or path.stat().st_mtime_ns == written_at:
                continue
            checkpoint(path)
            with blob_store().local(file.latest.blob_id) as original, ThreadPoolExecutor(1) as beside:
                changes = beside.submit(changes_between, original, path)
                digest = digest_edited_copy(path, original, bytes(file.latest.blob.part_md5s))
            if digest.sha256 != file.latest.blob_id:
                found.append(EditedFile(file, file.latest, path, digest, changes.result()))
        return found + list(self._edited_by_stand_ins())

    def _edited_by_stand_ins(self) -> Iterator[EditedFile]:
        for source, stand_in in self._stand_ins.items():
            try:
                edited = stand_in.edited()
            except CannotWrite as error:
                raise StandInFailed(source, str(error)) from error
            for original, path in edited.items():
                file = self._files[self.qgis_project.name_of(original)]
                digest = digest_file(path)
                if file.latest is not None and digest.sha256 != file.latest.blob_id:
                    yield EditedFile(file, file.latest, path, digest)

    def _read_project(self, project: Project) -> QgisProject:
        file = self._files.get(project.the_qgis_file_name or "")
        if file is None or file.latest is None:
            raise ProjectFileMissing("The project has no QGIS project file any more.")
        name = lay_out(self._root, file)
        path = self._root / name
        if file.latest.blob.size > _MOST_REMEMBERED_BYTES:
            return read_project(path, root=self._root)
        known = _remembered(file.latest.blob_id, file.name)
        return replace(
            known,
            path=path.resolve(),
            root=self._root.resolve(),
            schemas=GeoPackageSchemas(),
            layers=dict(known.layers),
        )

    def _copy_touched(self, ids: set[str]) -> None:
        names = {former.path for former in self.former_layers.values()}
        for layer_id in ids & self.qgis_project.layers.keys():
            path = self.qgis_project.file_of(self.qgis_project.layer(layer_id))
            if path:
                names.add(self.qgis_project.name_of(path))
        for name in names & self._files.keys():
            if not name.lower().endswith(_GEOPACKAGES):
                continue
            placed = lay_out(self._root, self._files[name], private=True)
            if placed:
                path = self._root / placed
                # Long ago: the system's clock for files is coarse, and an edit may follow within one tick of it.
                os.utime(path, ns=(0, 0))
                self._copies[path] = (self._files[name], path.stat().st_mtime_ns)

    def _put_stand_ins(self, ids: set[str]) -> None:
        """Layers that are no GeoPackages point to GeoPackages with their rows, where somebody can write them."""
        read = self.qgis_project
        sources: dict[str, list[Layer]] = {}
        for layer_id in ids & read.layers.keys():
            layer = read.layer(layer_id)
            if layer.is_vector and not layer.read_only and not _is_geopackage(layer):
                sources.setdefault(self._source_of(layer), []).append(layer)
        for source, layers in sources.items():
            # One file, one stand-in: the one that has a geometry to write has all the rest too.
            shown = max(layers, key=lambda layer: layer.has_geometry)
            for layer in [other for other in layers if _shows_other_places(other, shown)]:
                layers.remove(layer)
                self.waiting[layer.id] = (
                    f"“{layer.name}” shows other fields of its file as places than “{shown.name}”, which is written "
                    "first. The change is kept and waits."
                )
            try:
                stand_in = self._stand_in(source, shown)
            except CannotWrite as error:
                logger.info("Deltas of %r have to wait: %s", layers[0].name, error)
                self.waiting.update((layer.id, _why(layer, error)) for layer in layers)
                continue
            self._stand_ins[source] = stand_in
            if isinstance(stand_in, Handover):
                self.handed_over.update((layer.id, stand_in) for layer in layers)
                continue
            place = Path(os.path.relpath(stand_in.path, read.folder)).as_posix()
            datasource = parse_datasource(f"{place}|layername={stand_in.table}", "ogr")
            for layer in layers:
                read.layers[layer.id] = replace(layer, source=datasource)

    def _source_of(self, layer: Layer) -> str:
        """The same for all layers that one stand-in serves; projects may spell the name of a file in many ways."""
        path = self.qgis_project.file_of(layer)
        if path is None:
            return layer.source.raw
        name = self.qgis_project.name_of(path)
        # Layers that open the same file through GDAL have another writer, which must not be asked for this one.
        return f"spatialite:{name}" if layer.provider == "spatialite" else name

    def _stand_in(self, source: str, layer: Layer) -> StandIn | Handover:
        """Raises CannotWrite."""
        if source in self._given_up:
            raise CannotWrite(self._given_up[source])
        writer = writer_of(layer)
        path = self.qgis_project.file_of(layer)
        if path is not None:
            self._lay_out_with_others_of_its_stem(path)
        places = self._root.resolve() / _STAND_INS
        places.mkdir(exist_ok=True)
        return writer.stand_in(Task(self.qgis_project, layer, Path(tempfile.mkdtemp(dir=places))))

    def _lay_out_with_others_of_its_stem(self, path: Path) -> None:
        """A Shapefile is several files."""
        wanted = path.relative_to(self.qgis_project.root).with_suffix("").as_posix().lower()
        for name, file in self._files.items():
            if name.lower().rpartition(".")[0] == wanted and file.latest and lay_out(self._root, file):
                self.beside[file] = file.latest


def _is_geopackage(layer: Layer) -> bool:
    return layer.source.path.lower().endswith(_GEOPACKAGES)


def _shows_other_places(layer: Layer, other: Layer) -> bool:
    """Two pairs of fields of one text file, say where something starts and where it ends."""
    mine, others = geometry_fields(layer), geometry_fields(other)
    return bool(mine) and bool(others) and mine != others


def _why(layer: Layer, error: CannotWrite) -> str:
    return f"“{layer.name}” cannot be written here: {error}. The change is kept and waits."


@lru_cache(maxsize=_REMEMBERED)
def _remembered(sha256: str, name: str) -> QgisProject:
    """A project read from its blob; its place on the disk is another one each time."""
    with blob_store().workspace() as folder:
        path = folder / Path(name).name
        blob_store().link(sha256, path)
        return read_project(path)
