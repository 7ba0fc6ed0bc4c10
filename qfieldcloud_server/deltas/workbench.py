# SPDX-License-Identifier: GPL-2.0-or-later
"""Private copies of the GeoPackages that some deltas touch, and of nothing else."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from qfieldcloud_plugin.engine.delta import Delta, FormerLayer
from qfieldcloud_plugin.engine.gpkg import checkpoint
from qfieldcloud_plugin.engine.project import Project as QgisProject
from qfieldcloud_plugin.engine.project import ProjectFileMissing, read_project
from qfieldcloud_plugin.engine.project.tables import GeoPackageSchemas
from qfieldcloud_server.deltas.standins import NotATable, StandIn, can_stand_in
from qfieldcloud_server.files.digests import Digest, digest_bytes, digest_edited_copy
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


@dataclass(frozen=True)
class EditedFile:
    """A copy that deltas have changed, and the version it was made from; `changes` where they are known."""

    file: File
    base: Version
    path: Path
    digest: Digest
    changes: KnownChanges | None = None


class Workbench:
    """The project file and the touched GeoPackages in a folder; the latter may be written to."""

    def __init__(self, project: Project, root: Path, deltas: Iterable[Delta]) -> None:
        self._root = root
        self._files = {file.name: file for file in files_of(project)}
        self._copies: dict[Path, tuple[File, int]] = {}
        self._stand_ins: dict[Path, tuple[File, StandIn]] = {}
        self.qgis_project = self._read_project(project)
        ids = {layer_id for delta in deltas for layer_id in (delta.layer_id, delta.local_layer_id)}
        self.former_layers = {
            known.layer_id: FormerLayer(known.file_name, known.table)
            for known in KnownLayer.objects.filter(project=project, layer_id__in=ids)
        }
        self._copy_touched(ids)
        self._put_stand_ins(ids)

    def edited(self) -> list[EditedFile]:
        """The copies that are no longer what they were."""
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
        return found + list(self._edited_texts())

    def _edited_texts(self) -> Iterator[EditedFile]:
        for path, (file, stand_in) in self._stand_ins.items():
            text = stand_in.text()
            if text is None or file.latest is None:
                continue
            # Beside the link to the blob, never through it.
            edited = path.with_name(f"{path.name}.edited")
            edited.write_bytes(text)
            yield EditedFile(file, file.latest, edited, digest_bytes(text))

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
                names.add(path.relative_to(self.qgis_project.root).as_posix())
        for name in names & self._files.keys():
            if not name.lower().endswith((".gpkg", ".gpkx")):
                continue
            placed = lay_out(self._root, self._files[name], private=True)
            if placed:
                path = self._root / placed
                self._copies[path] = (self._files[name], path.stat().st_mtime_ns)

    def _put_stand_ins(self, ids: set[str]) -> None:
        """Layers in text files point to GeoPackages with their rows, where that can be done."""
        read = self.qgis_project
        for layer_id in ids & read.layers.keys():
            layer = read.layer(layer_id)
            path = read.file_of(layer)
            file = self._files.get(path.relative_to(read.root).as_posix()) if path else None
            if path is None or file is None or not can_stand_in(layer.source):
                continue
            try:
                stand_in = self._stand_in(path, file)
            except NotATable as error:
                logger.info("Deltas of %r have to wait for QGIS: %s", file.name, error)
                continue
            read.layers[layer_id] = replace(layer, source=stand_in.source(read.folder))

    def _stand_in(self, path: Path, file: File) -> StandIn:
        if path not in self._stand_ins:
            lay_out(self._root, file)
            place = self._root.resolve() / f"{len(self._stand_ins)}.stand-in.gpkg"
            self._stand_ins[path] = (file, StandIn(path, place))
        return self._stand_ins[path][1]


@lru_cache(maxsize=_REMEMBERED)
def _remembered(sha256: str, name: str) -> QgisProject:
    """A project read from its blob; its place on the disk is another one each time."""
    with blob_store().workspace() as folder:
        path = folder / Path(name).name
        blob_store().link(sha256, path)
        return read_project(path)
