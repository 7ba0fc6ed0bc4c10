# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that go into a package as they are: rasters, side-cars, data folders, symbols, the project's plugin and texts."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Optional
from xml.sax.saxutils import unescape

from ..etag import digests_of_file
from ..gpkg import copy_geopackage
from ..project.datasource import resolve_file
from ..project.project import Project
from ..project.tables import is_geopackage
from .errors import PackagingCancelled
from .options import CLOUD, PackageOptions
from .report import PackagedFile, PackageWarning

_PROJECT_SUFFIXES = (".qgs", ".qgz", ".qgs~", ".qgz~")
# Files that belong to another by their name, as QGIS and GDAL look for them.
_SAME_STEM = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".qix", ".idm", ".ind", ".shp.xml"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".csv": (".csvt", ".prj"),
    ".vrt": (),
}
_WORLD_FILES = (".tfw", ".tifw", ".jgw", ".jpgw", ".pgw", ".pngw", ".wld", ".prj", ".hdr", ".rrd", ".aux")
_APPENDED = (".aux.xml", ".ovr", ".msk", ".xml", ".gfs")
_ASSET_SUFFIXES = "svg|png|jpe?g|gif|webp|bmp|tiff?|ttf|otf|woff2?"
_ASSET = re.compile(
    rb'(?:="|>)([^"<>]{1,1024}\.(?:' + _ASSET_SUFFIXES.encode() + rb'))(?="|<)', re.IGNORECASE
)
_LANGUAGE = re.compile(r"_[A-Za-z]{2,3}(?:_[A-Za-z]{2,4})?$")


def take_from_previous(file: PackagedFile, name: str, folder: Path, options: PackageOptions) -> PackagedFile:
    """The last package's file under its (perhaps new) name; copied when the caller keeps packages as folders."""
    is_written = options.previous_folder is not None
    if options.previous_folder is not None:
        shutil.copyfile(options.previous_folder / file.name, folder / name)
    return PackagedFile(name, file.size, file.sha256, file.md5sum, file.source, file.fingerprint, is_written)


class FileCollector:
    """Puts files into the package under names that nobody else has; the same file is put there once."""

    def __init__(self, project: Project, folder: Path, options: PackageOptions, reserved: set[str]) -> None:
        self.project = project
        self.folder = folder
        self.options = options
        self.files: dict[str, PackagedFile] = {}
        self.warnings: list[PackageWarning] = []
        self._names: dict[Path, str] = {}
        self._taken = {name.lower() for name in reserved}

    def add_layer_file(self, path: Path, keep_existing_in: Optional[Path] = None) -> str:
        """A layer's file with what belongs to it; answers its name in the package."""
        if path in self._names:
            return self._names[path]
        name = self._free_name(self._wanted_name(path))
        stem_path = PurePosixPath(name)
        existing = keep_existing_in / name if keep_existing_in is not None else None
        self._put(existing if existing is not None and existing.is_file() else path, name, origin=path)
        for companion in companions(path):
            companion_name = str(stem_path.with_name(_renamed(companion.name, path.name, stem_path.name)))
            if companion_name.lower() not in self._taken:
                self._put(companion, companion_name, origin=companion)
        return name

    def add_file(self, path: Path, name: str) -> None:
        """A file under exactly this name; a name that is taken already wins."""
        if path not in self._names and name.lower() not in self._taken:
            self._put(path, name, origin=path)

    def add_folders(self, names: list[str], skipped: list[str]) -> None:
        for name in names:
            folder = self.project.folder / name
            if not name.strip("/. ") or not _is_below(folder, self.project.root):
                continue
            for path in _files_below(folder):
                relative = path.relative_to(self.project.folder).as_posix()
                if not any(relative.startswith(prefix) for prefix in skipped if prefix):
                    self.add_file(path, relative)

    def add_assets(self) -> None:
        """Pictures, symbols and fonts that the project names by a path inside of its folder; they keep their place."""
        for match in sorted(set(_ASSET.findall(self.project.archive.xml))):
            text = unescape(match.decode("utf-8", "replace"), {"&quot;": '"', "&apos;": "'"})
            path = resolve_file(text, self.project.folder)
            if path is None or not _is_below(path, self.project.folder) or not path.is_file():
                continue
            relative = path.relative_to(self.project.folder).as_posix()
            if not self._is_attachment(relative):
                self.add_file(path, relative)

    def add_companions_of_project(self, packaged_stem: str) -> None:
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

    def _is_attachment(self, relative: str) -> bool:
        """In the cloud, attachments are served from the project itself, so they are no part of the package."""
        return self.options.mode == CLOUD and any(
            relative.startswith(prefix) for prefix in self.project.attachment_dirs if prefix
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
            raise PackagingCancelled("Packaging was cancelled. Nothing was changed.")
        self._names[origin] = name
        self._taken.add(name.lower())
        source = path.relative_to(self.project.root).as_posix() if _is_below(path, self.project.root) else ""
        known = self.options.identities.get(source)
        if known is not None and self.options.lists_unchanged_files:
            self.files[name] = PackagedFile(
                name, known.size, known.sha256, known.md5sum, source=source, is_written=False
            )
            return
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(path, target)
        digests = digests_of_file(target)
        self.files[name] = PackagedFile(name, digests.size, digests.sha256, digests.etag, source=source)


def _copy(path: Path, target: Path) -> None:
    """A GeoPackage may be open in QGIS, with changes that are not in its file yet."""
    if is_geopackage(path) and Path(f"{path}-wal").exists():
        copy_geopackage(path, target)
    else:
        shutil.copyfile(path, target)


def companions(path: Path) -> Iterator[Path]:
    """Side-cars that exist, never the journals of a database."""
    suffix = path.suffix.lower()
    if path.is_dir():
        return
    same_stem = _SAME_STEM.get(suffix, _WORLD_FILES if suffix not in (".gpkg", ".sqlite", ".mbtiles") else ())
    wanted = {f"{path.stem}{ending}".lower() for ending in same_stem}
    wanted |= {f"{path.name}{ending}".lower() for ending in _APPENDED}
    with os.scandir(path.parent) as entries:
        found = [entry.name for entry in entries if entry.name.lower() in wanted and entry.is_file()]
    for name in sorted(found):
        if name != path.name:
            yield path.parent / name


def _renamed(companion: str, original: str, new: str) -> str:
    if companion.startswith(original):
        return new + companion[len(original) :]
    old_stem, new_stem = PurePosixPath(original).stem, PurePosixPath(new).stem
    return new_stem + companion[len(old_stem) :]


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if not name.lower().endswith(_PROJECT_SUFFIXES) and path.is_file():
                yield path


def _is_below(path: Path, folder: Path) -> bool:
    return folder in path.parents
