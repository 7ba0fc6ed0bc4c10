# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that belong to another by their name, as GDAL and QGIS look for them, or because it names them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

_SAME_STEM = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".qix", ".idm", ".ind", ".shp.xml"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".csv": (".csvt", ".prj"),
}
_WORLD_FILES = (".tfw", ".tifw", ".jgw", ".jpgw", ".pgw", ".pngw", ".wld", ".prj", ".hdr", ".rrd", ".aux")
_APPENDED = (".aux.xml", ".ovr", ".msk", ".xml", ".gfs")
_DATABASES = (".gpkg", ".sqlite", ".db", ".mbtiles")
_VRT_SOURCE = re.compile(
    r'<(?:SourceFilename|SrcDataSource)\b[^>]*relativeToVRT="1"[^>]*>([^<]+)</', re.IGNORECASE
)
_MOST_VRT_BYTES = 16 * 1024 * 1024


def sidecars(path: Path) -> Iterator[Path]:
    """Those beside the file; never the journals of a database, which are part of its own content."""
    suffix = path.suffix.lower()
    same_stem = _SAME_STEM.get(suffix, _WORLD_FILES if suffix not in _DATABASES else ())
    wanted = {f"{path.stem}{ending}".lower() for ending in same_stem}
    wanted |= {f"{path.name}{ending}".lower() for ending in _APPENDED}
    with os.scandir(path.parent) as entries:
        found = [entry.name for entry in entries if entry.name.lower() in wanted and entry.is_file()]
    for name in sorted(found):
        if name != path.name:
            yield path.parent / name


def sidecar_name(sidecar: str, original: str, new: str) -> str:
    """The side-car's name when its file is called `new` instead of `original`."""
    if sidecar.startswith(original):
        return new + sidecar[len(original) :]
    return PurePosixPath(new).stem + sidecar[len(PurePosixPath(original).stem) :]


def vrt_sources(path: Path) -> Iterator[str]:
    """The files that a virtual raster or layer reads, relative to it."""
    if path.suffix.lower() != ".vrt" or path.stat().st_size > _MOST_VRT_BYTES:
        return
    text = path.read_text("utf-8", "replace")
    for name in sorted(set(_VRT_SOURCE.findall(text))):
        relative = os.path.normpath(name.strip())
        if not Path(relative).is_absolute() and not relative.startswith(".."):
            yield Path(relative).as_posix()
