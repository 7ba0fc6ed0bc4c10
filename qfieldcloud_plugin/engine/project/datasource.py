# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's data source string: which file it names, which table and filter, and where in it the file stands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Optional
from urllib.parse import quote, unquote

_LOCALIZED = re.compile(r"(?:^|url=)(?:file:)?localized:(?P<name>[^|?&]*)")
# QGIS strips these from anywhere in the string, then takes everything behind "|subset=" as the filter.
_GEOMETRY_TYPE = re.compile(r"\|geometrytype=([A-Za-z0-9]*)")
_UNIQUE_GEOMETRY_TYPE = re.compile(r"\|uniqueGeometryType=([A-Za-z0-9]*)")
_LAYER_NAME = re.compile(r"\|layername=([^|]*)")
_LAYER_ID = re.compile(r"\|layerid=([^|]*)")
_SUBSET = re.compile(r"\|subset=(.*)\Z", re.DOTALL)
_DBNAME = re.compile(r"dbname='((?:[^'\\]|\\.)*)'")
_TABLE = re.compile(r'table="((?:[^"]|"")*)"')
_SQL = re.compile(r"\ssql=(.*)\Z", re.DOTALL)
_URL = re.compile(r"(?:^|&)url=([^&]*)")
_QUOTED = re.compile(r'^(?P<driver>[A-Za-z0-9_]+):"(?P<path>[^"]*)"')
_SUBDATASET = re.compile(
    r"^(?P<driver>GPKG|NETCDF|HDF4_SDS|HDF5|GTIFF_DIR:\d+|SENTINEL2_L\w+):(?P<path>.+?)(?::(?P<name>[^:/\\]*))?$"
)
_VSI = re.compile(r"^/vsi(?:zip|gzip|tar|7z|rar|subfile)/+", re.IGNORECASE)
_REMOTE_VSI = re.compile(r"^/vsi(?:curl|s3|gs|az|adls|oss|swift|hdfs|webhdfs|mem|stdin)", re.IGNORECASE)
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
_ARCHIVE_END = re.compile(r"\.(?:zip|tar|tgz|tar\.gz|gz|7z|rar)(?=/|$)", re.IGNORECASE)

# Providers whose source starts with a plain file name.
_FILE_PROVIDERS = {"ogr", "gdal", "gpx", "mdal", "pdal", "ept", "copc", "mesh_memory", "tiledscene"}
# Providers whose source is a query, in which `url` may be a file. QGIS has several for vector tiles since 3.34.
_URL_PROVIDERS = {
    "wms", "vectortile", "mbtilesvectortiles", "vtpkvectortiles", "xyzvectortiles", "cesiumtiles", "quantizedmesh",
    "esrims",
}  # fmt: skip


@dataclass(frozen=True)
class DataSource:
    """`path` is the file as the project names it, "" when the source is not a file; `span` is its place in `raw`."""

    raw: str
    provider: str
    path: str = ""
    span: tuple[int, int] = (0, 0)
    table: str = ""
    layer_index: Optional[int] = None
    subset: str = ""
    localized: str = ""
    percent_encoded: bool = False

    @property
    def is_file(self) -> bool:
        return bool(self.path)

    @property
    def is_localized(self) -> bool:
        return bool(self.localized)

    def with_path(self, path: str) -> str:
        """The same source pointing to another file."""
        if self.percent_encoded:
            path = quote(path, safe="/:.-_~")
        return self.raw[: self.span[0]] + path + self.raw[self.span[1] :]


def parse_datasource(raw: str, provider: str) -> DataSource:
    localized = _LOCALIZED.search(raw)
    if localized is not None:
        return DataSource(
            raw, provider, localized=unquote(localized.group("name")), table=_first(_LAYER_NAME, raw)
        )
    if provider in ("ogr", "gpx", "memory") or (provider in _FILE_PROVIDERS and "|" in raw):
        return _parse_ogr(raw, provider)
    if provider == "delimitedtext":
        return _parse_delimited_text(raw)
    if provider == "spatialite":
        return _parse_spatialite(raw)
    if provider in _URL_PROVIDERS:
        return _parse_url(raw, provider)
    if provider in _FILE_PROVIDERS:
        return _parse_gdal(raw, provider)
    return DataSource(raw, provider)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group(1) if match else ""


def _parse_ogr(raw: str, provider: str) -> DataSource:
    if (
        provider == "memory"
        or _SCHEME.match(raw)
        or _REMOTE_VSI.match(raw)
        or re.match(r"^(?:PG|MYSQL|OCI|MSSQL|WFS|ES):", raw)
    ):
        return DataSource(raw, provider)
    file_end = raw.find("|") if "|" in raw else len(raw)
    if provider == "gpx" and "?" in raw:
        file_end = raw.index("?")
    start, end = _inside_vsi(raw, 0, file_end)
    rest = _UNIQUE_GEOMETRY_TYPE.sub("", _GEOMETRY_TYPE.sub("", raw[file_end:]))
    table = _first(_LAYER_NAME, rest)
    index = _first(_LAYER_ID, rest)
    subset = _first(_SUBSET, _LAYER_ID.sub("", _LAYER_NAME.sub("", rest, count=1), count=1))
    return DataSource(
        raw, provider, raw[start:end], (start, end), table, int(index) if index.isdigit() else None, subset
    )


def _inside_vsi(raw: str, start: int, end: int) -> tuple[int, int]:
    """The archive's own span when the file lies inside an archive (/vsizip/./a.zip/b.shp)."""
    prefix = _VSI.match(raw[start:end])
    if prefix is None:
        return start, end
    start += prefix.end()
    archive = _ARCHIVE_END.search(raw, start, end)
    return start, archive.end() if archive else end


def _parse_gdal(raw: str, provider: str) -> DataSource:
    if _SCHEME.match(raw) or _REMOTE_VSI.match(raw) or raw.lstrip().startswith("<"):
        return DataSource(raw, provider)
    for pattern in (_QUOTED, _SUBDATASET):
        match = pattern.match(raw)
        if match:
            name = match.groupdict().get("name") or ""
            return DataSource(raw, provider, match.group("path"), match.span("path"), name)
    start, end = _inside_vsi(raw, 0, len(raw))
    return DataSource(raw, provider, raw[start:end], (start, end))


def _parse_delimited_text(raw: str) -> DataSource:
    start = 0
    for prefix in ("file://", "file:"):
        if raw.startswith(prefix):
            start = len(prefix)
            break
    end = raw.find("?") if "?" in raw else len(raw)
    subset = re.search(r"[?&]subset=([^&]*)", raw)
    path = unquote(raw[start:end])
    if re.match(r"^/[A-Za-z]:[/\\]", path):  # file:///C:/data.csv
        start += 1
        path = path[1:]
    return DataSource(
        raw,
        "delimitedtext",
        path,
        (start, end),
        subset=unquote(subset.group(1)) if subset else "",
        percent_encoded=True,
    )


def _parse_spatialite(raw: str) -> DataSource:
    dbname = _DBNAME.search(raw)
    if dbname is None:
        return DataSource(raw, "spatialite")
    table = _first(_TABLE, raw).replace('""', '"')
    return DataSource(
        raw, "spatialite", dbname.group(1), dbname.span(1), table, subset=_first(_SQL, raw).strip()
    )


def _parse_url(raw: str, provider: str) -> DataSource:
    """Tile sources name a local file only as `url=` without a scheme, or with `file:`."""
    match = _URL.search(raw)
    if match is None:
        return DataSource(raw, provider)
    start, end = match.span(1)
    for prefix in ("file://", "file:"):
        if raw.startswith(prefix, start):
            start += len(prefix)
            break
    else:
        if "type=mbtiles" not in raw and "type=vtpk" not in raw:
            return DataSource(raw, provider)
    path = unquote(raw[start:end])
    if _SCHEME.match(path):
        return DataSource(raw, provider)
    return DataSource(raw, provider, path, (start, end), percent_encoded=True)


def resolve_file(path: str, folder: Path) -> Optional[Path]:
    """The file that a project in `folder` means by `path`. It need not exist and may lie outside.

    Links are not followed: a server may put links to its store into a folder that it made itself.
    """
    if not path or "\0" in path:
        return None
    if re.match(r"^[A-Za-z]:[/\\]", path) or path.startswith(("\\\\", "//")):
        candidate = Path(path)
        return candidate if candidate.is_absolute() else None
    return Path(os.path.normpath(folder / path.replace("\\", "/")))
