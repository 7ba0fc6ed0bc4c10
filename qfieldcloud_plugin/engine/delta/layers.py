# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds where the features of a delta are: by layer id, else by the file and table the id once stood for."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Mapping, NamedTuple, Optional, Tuple

from ..errors import GeoPackageError
from ..message import Message
from ..project.datasource import resolve_file
from ..project.layer import Layer
from ..project.project import Project
from .geopackage import GeoPackageFile
from .model import Delta
from .refusal import Refusal
from .relations import Relations
from .result import UNSUPPORTED
from .table import GeoPackageTable


class FormerLayer(NamedTuple):
    """What a layer id stood for in an earlier version of the project."""

    path: str
    """Relative to the project's root, with forward slashes."""
    table: str


class Workspace:
    """The open GeoPackages of one call of `apply_deltas`; `lost` files could not be opened and why."""

    def __init__(
        self,
        project: Project,
        former_layers: Mapping[str, FormerLayer],
        lost: Dict[Path, str],
        durable: bool,
    ) -> None:
        self.project, self.former_layers = project, former_layers
        self.lost, self.durable = lost, durable
        self.files: Dict[Path, GeoPackageFile] = {}
        self._tables: Dict[Tuple[str, str], GeoPackageTable] = {}
        self.relations = Relations(project)

    def table_for(self, delta: Delta) -> GeoPackageTable:
        """Raises Refusal when there is none, or a GeoPackageError."""
        ids = (delta.layer_id, delta.local_layer_id)
        table = self._tables.get(ids)
        if table is None:
            table = self._tables[ids] = self._located(ids)
        if not table.key:
            raise Refusal(
                Message(
                    "“{table}” has no primary key of one column, so its features cannot be told apart.",
                    table=table.name,
                )
            )
        return table

    def _located(self, ids: Tuple[str, str]) -> GeoPackageTable:
        for layer_id in ids:
            if layer_id in self.project.layers:
                return self._open_layer(self.project.layer(layer_id))
        for layer_id in ids:
            former = self.former_layers.get(layer_id)
            table = self._open_former(former) if former else None
            if table is not None:
                return table
        raise Refusal(Message('No layer with id "{layer_id}"', layer_id=ids[0]))

    def _open_layer(self, layer: Layer) -> GeoPackageTable:
        if not layer.is_vector:
            raise Refusal(
                Message(
                    'No layer with id "{id}": “{layer}” is not a vector layer.', id=layer.id, layer=layer.name
                )
            )
        if layer.read_only:
            raise Refusal(
                Message(
                    'Cannot start editing layer "{id}": “{layer}” is read-only in the project.',
                    id=layer.id,
                    layer=layer.name,
                )
            )
        path = self.project.file_of(layer)
        if (path is None and layer.source.is_file) or (path is not None and not self._holds(path)):
            raise Refusal(
                Message('Invalid layer "{id}": its file is not in the project\'s folder.', id=layer.id),
                e_type="IO",
            )
        if path is None or path.suffix.lower() not in (".gpkg", ".gpkx"):
            raise _unsupported(layer, path)
        if not path.is_file():
            raise Refusal(
                Message('Invalid layer "{id}": the file “{name}” is missing.', id=layer.id, name=path.name),
                e_type="IO",
            )
        found = self._read(path, layer)
        if found is None:
            raise Refusal(
                Message(
                    'Invalid layer "{id}": it is not a table of “{name}” that can be edited.',
                    id=layer.id,
                    name=path.name,
                )
            )
        return found

    def _read(self, path: Path, layer: Layer) -> Optional[GeoPackageTable]:
        file = self._file(path)
        try:
            target = self.project.table_of(layer.id)
        except GeoPackageError as error:
            raise Refusal(error.message, e_type="IO") from error
        return file.table(target.table, target.key) if target is not None else None

    def _open_former(self, former: FormerLayer) -> Optional[GeoPackageTable]:
        path = resolve_file(former.path, self.project.root)
        if path is None or not self._holds(path) or not path.is_file():
            return None
        return self._file(path).table(former.table, "")

    def _holds(self, path: Path) -> bool:
        """Whether the file is in the project's folder, even if it is a link: the target would be written to."""
        return self.project.root.resolve() in path.resolve().parents

    def _file(self, path: Path) -> GeoPackageFile:
        if path not in self.files and path not in self.lost:
            try:
                self.files[path] = GeoPackageFile(path, durable=self.durable)
            except GeoPackageError as error:
                if error.transient:
                    raise
                self.lost[path] = error.message
        if path in self.lost:
            raise Refusal(self.lost[path], e_type="IO")
        return self.files[path]

    def commit(self) -> None:
        for file in self.files.values():
            file.commit()

    def close(self) -> None:
        for file in self.files.values():
            file.close()


def _unsupported(layer: Layer, path: Optional[Path]) -> Refusal:
    where = (
        Message("a {kind} file", kind=path.suffix.lstrip(".").upper())
        if path is not None
        else f"“{layer.provider}”"
    )
    return Refusal(
        Message(
            "“{layer}” is not in a GeoPackage but in {where}, which cannot be written without QGIS. "
            "The change is kept and waits; convert the layer to a GeoPackage to have it applied.",
            layer=layer.name,
            where=where,
        ),
        status=UNSUPPORTED,
    )
