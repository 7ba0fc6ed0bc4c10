# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads a vector file into a GeoPackage and writes one from it, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Mapping, Optional, Sequence

from ..errors import EngineError
from ..message import Message
from ..project.layer import Layer

TABLE, KEY = "rows", "qfc_rowid"
"""What the one table of a GeoPackage is called, and its key: the place of the row in the file."""
INSTALL = "pip install 'qfieldcloud-server[ogr]'"
_DRIVERS = {
    ".shp": "ESRI Shapefile",
    ".dbf": "ESRI Shapefile",
    ".fgb": "FlatGeobuf",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
}
# How files of these formats begin; what begins otherwise is something else under a false name.
_BEGINNINGS = {".shp": b"\x00\x00\x27\x0a", ".fgb": b"fgb\x03fgb"}
_MOST_SECONDS = 600
_INHERITED = ("PATH", "LANG", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONPATH")
_SETTINGS = {
    # No file has anything to fetch, and none leaves a file behind.
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
    "GDAL_PAM_ENABLED": "NO",
    "PYTHONIOENCODING": "utf-8",
}


class OgrError(EngineError):
    """The file cannot be read or written; the message says why, without a full stop."""

    code = "ogr_failed"


@dataclass(frozen=True)
class OgrLayer:
    """What OGR knows of the only layer of a file. `geometry` is the column in the GeoPackage, "" for none."""

    fields: Sequence[str]
    types: Sequence[str]
    geometry: str
    geometry_type: str
    crs: str
    is_indexed: bool


def is_available() -> bool:
    """Whether OGR is there, and a Python that can be started: inside QGIS there is none, but all of QGIS."""
    return Path(sys.executable).stem.lower().startswith("python") and find_spec("pyogrio") is not None


def is_ogr_file(layer: Layer) -> bool:
    """Whether the layer is a file of a format that is read here, whole: nothing inside an archive."""
    source = layer.source
    suffix = Path(source.path).suffix.lower()
    return (
        layer.is_vector
        and layer.provider == "ogr"
        and suffix in _DRIVERS
        and source.span[0] == 0
        and not source.layer_index
    )


def _driver(path: Path) -> str:
    return _DRIVERS[path.suffix.lower()]


def read_into_geopackage(path: Path, layer: Layer, destination: Path, table: str = TABLE) -> OgrLayer:
    """Write the rows as the only table of a new GeoPackage, keyed by `KEY`. Raises OgrError."""
    _check_beginning(path)
    (answer,) = _run(path, [_reading(path, destination, encoding_said(path, layer), table)])
    return OgrLayer(**answer)


def write_from_geopackage(
    source: Path,
    layer: OgrLayer,
    destination: Path,
    again: Path,
    *,
    appends: bool = False,
    is_indexed: bool = False,
    index_of: Optional[Path] = None,
) -> OgrLayer:
    """Write the rows of `source`, a GeoPackage with `TABLE`, in the order of `KEY`. Raises OgrError.

    With `appends`, `destination` is an empty file of the right form. What was written is read into the new
    GeoPackage `again`. With `index_of`, the same is also written there: a Shapefile of which to take the index.
    """
    tasks = [_writing(source, layer, destination, appends=appends, is_indexed=is_indexed)]
    if index_of is not None:
        tasks.append(_writing(source, layer, index_of, appends=False, is_indexed=True))
    tasks.append(_reading(destination, again, "", TABLE))
    return OgrLayer(**_run(destination, tasks)[-1])


def _reading(path: Path, destination: Path, encoding: str, table: str) -> dict[str, Any]:
    return {
        "verb": "read",
        "path": str(path),
        "driver": _driver(path),
        "destination": str(destination),
        "encoding": encoding,
        "table": table,
        "key": KEY,
        "promotes": path.suffix.lower() == ".shp",
    }


def _writing(
    source: Path, layer: OgrLayer, destination: Path, *, appends: bool, is_indexed: bool
) -> dict[str, Any]:
    return {
        "verb": "write",
        "path": str(source),
        "destination": str(destination),
        "driver": _driver(destination),
        "layer": "" if appends else destination.stem,
        "table": TABLE,
        "key": KEY,
        "fields": list(layer.fields),
        "geometry": [layer.geometry] if layer.geometry else [],
        "geometry_type": layer.geometry_type,
        "crs": layer.crs,
        "appends": appends,
        "options": {} if appends else {"SPATIAL_INDEX": "YES" if is_indexed else "NO"},
    }


def _check_beginning(path: Path) -> None:
    wanted = _BEGINNINGS.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            start = file.read(512)
    except OSError as error:
        raise OgrError(
            Message("“{file}” cannot be read: {reason}", file=path.name, reason=error.strerror)
        ) from error
    if wanted is not None and not start.startswith(wanted):
        raise OgrError(
            Message("“{file}” is no {format} file", file=path.name, format=_DRIVERS[path.suffix.lower()])
        )


def encoding_said(path: Path, layer: Layer) -> str:
    """The encoding of text that the project tells, for a Shapefile that does not say it itself; else ""."""
    table = path.with_suffix(".dbf")
    if path.suffix.lower() not in (".shp", ".dbf") or not table.is_file():
        return ""
    with table.open("rb") as file:
        header = file.read(32)
    if path.with_suffix(".cpg").is_file() or (len(header) == 32 and header[29]):
        return ""
    provider = layer.element.find("provider")
    said = provider.get("encoding") if provider is not None else ""
    return "" if said.lower() in ("", "system") else said


def _run(path: Path, tasks: Sequence[Mapping[str, Any]]) -> Any:
    name = path.name
    environment = {key: os.environ[key] for key in _INHERITED if key in os.environ}
    command = [sys.executable, str(Path(__file__).with_name("worker.py")), json.dumps(tasks)]
    try:
        done = subprocess.run(  # noqa: S603 - our own script
            command,
            env={**environment, **_SETTINGS},
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise OgrError(Message("“{file}” took GDAL too long", file=name)) from error
    if done.returncode != 0:
        raise OgrError(
            Message("GDAL broke down over “{file}” (exit {code})", file=name, code=done.returncode)
        )
    told = json.loads(done.stdout)
    if told["error"] is not None:
        raise OgrError(
            Message("GDAL says of “{file}”: {reason}", file=name, reason=told["error"].rstrip("."))
        )
    return told["answers"]
