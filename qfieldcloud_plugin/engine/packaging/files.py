# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that go into a package as they are: rasters, data folders, pictures, the project's plugin and translations."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Optional
from xml.sax.saxutils import unescape

from ..etag import Digests, digests_of_file
from ..file_copy import copy_file
from ..gpkg import copy_geopackage
from ..message import Message
from ..project.datasource import resolve_file
from ..project.project import Project
from ..project.tables import is_geopackage
from .digests import digests_of
from .errors import PackagingCancelled
from .options import CABLE, CLOUD, PackageOptions
from .report import PackagedFile, described
from .sidecars import sidecar_name, sidecars, vrt_sources

_PROJECT_SUFFIXES = (".qgs", ".qgz", ".qgs~", ".qgz~")
_ASSET = re.compile(
    rb'(?:="|>)([^"<>]{1,1024}\.(?:svg|png|jpe?g|gif|webp|bmp|tiff?|ttf|otf|woff2?))(?="|<)', re.IGNORECASE
)
_LANGUAGE = re.compile(r"_[A-Za-z]{2,3}(?:_[A-Za-z]{2,4})?$")


def take_from_previous(file: PackagedFile, name: str, folder: Path, options: PackageOptions) -> PackagedFile:
    """The last package's file under its (perhaps new) name, copied when the caller keeps packages as folders."""
    is_written = options.previous_folder is not None
    if options.previous_folder is not None:
        copy_file(options.previous_folder / file.name, folder / name)
    return replace(file, name=name, is_written=is_written)


class FileCollector:
    """Puts files into the package under names that nobody else has; the same file is put there once.

    A file keeps its place below the project, so that files of one name never overwrite each other and most
    paths in the project stay true. `relocated` maps the paths that do not, as written, to the new ones.
    """

    def __init__(self, project: Project, folder: Path, options: PackageOptions, reserved: set[str]) -> None:
        self.project = project
        self.folder = folder
        self.options = options
        self.files: dict[str, PackagedFile] = {}
        self.relocated: dict[str, str] = {}
        self._names: dict[Path, str] = {}
        self._taken = {name.lower() for name in reserved}

    def add_layer_file(self, path: Path, kept_in: Optional[Path] = None) -> str:
        """A layer's file with all that belongs to it; answers its name in the package."""
        if path in self._names:
            return self._names[path]
        name = self._free_name(self._wanted_name(path))
        if path.is_dir():
            self._names[path] = name
            for part in _files_below(path):
                self.add_file(part, f"{name}/{part.relative_to(path).as_posix()}")
            return name
        existing = kept_in / name if kept_in is not None else path
        self._put(existing if existing.is_file() else path, name, origin=path)
        place = PurePosixPath(name)
        for sidecar in sidecars(path):
            self.add_file(sidecar, str(place.with_name(sidecar_name(sidecar.name, path.name, place.name))))
        for relative in vrt_sources(path):
            source = path.parent / relative
            if source.is_file():
                self.add_file(source, str(place.parent / relative))
        return name

    def add_file(self, path: Path, name: str) -> None:
        """A file under exactly this name; what has the name already keeps it."""
        if name.lower() not in self._taken and self._names.get(path) != name:
            self._put(path, name, origin=path)

    def add_folders(self, names: list[str], skipped: list[str]) -> None:
        """Whole folders of the project, but for files whose name starts with something in `skipped`."""
        for name in names:
            folder = Path(os.path.normpath(self.project.folder / name))
            if not name.strip("/. ") or not _is_below(folder, self.project.root):
                continue
            for path in _files_below(folder):
                relative = self._wanted_name(path)
                if not any(relative.startswith(prefix) for prefix in skipped if prefix):
                    self.add_file(path, relative)

    def add_assets(self) -> None:
        """Pictures, symbols and fonts that the project names by their path."""
        data_files = {self.project.file_of(layer) for layer in self.project.layers.values()}
        for match in sorted(set(_ASSET.findall(self.project.document.data))):
            text = unescape(match.decode("utf-8", "replace"), {"&quot;": '"', "&apos;": "'"})
            path = resolve_file(text, self.project.folder)
            if path is None or path in data_files or not self._may_read(path) or not path.is_file():
                continue
            name = self._wanted_name(path)
            if self._is_attachment(name):
                continue
            self.add_file(path, name)
            written = self._names.get(path, name)
            if os.path.normpath(text) != written:
                self.relocated[text] = f"./{written}"

    def add_companions(self, packaged_stem: str) -> None:
        """The project's QField plugin and its translations follow the packaged project's name."""
        stem = self.project.stem
        self._add_renamed(f"{stem}.qml", f"{packaged_stem}.qml")
        for path in sorted(self.project.folder.glob("*.qm")):
            language = path.stem[len(stem) :]
            if path.stem.startswith(stem) and _LANGUAGE.match(language):
                self._add_renamed(path.name, f"{packaged_stem}{language}.qm")

    def _add_renamed(self, source: str, name: str) -> None:
        path = self.project.folder / source
        if path.is_file():
            self.add_file(path, name)

    def _may_read(self, path: Path) -> bool:
        return _is_below(path, self.project.root) or self.options.reads_outside_files

    def _is_attachment(self, name: str) -> bool:
        """In the cloud, attachments are served from the project itself, so they are no part of the package."""
        return self.options.mode == CLOUD and any(
            name.startswith(prefix) for prefix in self.project.attachment_dirs if prefix
        )

    def _wanted_name(self, path: Path) -> str:
        for base in (self.project.folder, self.project.root):
            if _is_below(path, base):
                return path.relative_to(base).as_posix()
        return path.name

    def _free_name(self, wanted: str) -> str:
        name, number = wanted, 2
        path = PurePosixPath(wanted)
        while name.lower() in self._taken:
            name = str(path.with_name(f"{path.stem}_{number}{path.suffix}"))
            number += 1
        return name

    def _put(self, path: Path, name: str, *, origin: Path) -> None:
        if self.options.cancelled():
            raise PackagingCancelled(Message("Packaging was cancelled. Nothing was changed."))
        self._names[origin] = name
        self._taken.add(name.lower())
        source = self.project.name_of(path) if _is_below(path, self.project.root) else ""
        known = self.options.identities.get(source)
        if known is not None and self.options.lists_unchanged_files:
            self.files[name] = PackagedFile(
                name, known.size, known.sha256, known.md5sum, source=source, is_written=False
            )
            return
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(path, target)
        self.files[name] = described(name, self._digests_of(target), source=source)

    def _digests_of(self, copied: Path) -> Digests:
        """By them, what comes back by a cable is known to have changed."""
        return digests_of_file(copied) if self.options.mode == CABLE else digests_of(copied, self.options)


def _copy(path: Path, target: Path) -> None:
    """A GeoPackage may be open in QGIS, with changes that are not in its own file yet."""
    if is_geopackage(path) and Path(f"{path}-wal").exists():
        copy_geopackage(path, target)
    else:
        copy_file(path, target)


def _files_below(folder: Path) -> Iterator[Path]:
    """Not project files: a device keeps only one, and would delete the package's."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if not name.lower().endswith(_PROJECT_SUFFIXES) and path.is_file():
                yield path


def _is_below(path: Path, folder: Path) -> bool:
    return folder in path.parents
