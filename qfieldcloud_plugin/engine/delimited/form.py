# SPDX-License-Identifier: GPL-2.0-or-later
"""How a text file is to be read: what QGIS's source of a delimited text layer says, or what OGR assumes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Optional, Tuple
from urllib.parse import parse_qsl

from ..errors import EngineError
from ..message import Message
from ..project.layer import Layer
from .types import declared_type, types_beside

MOST_BYTES = 64 * 1024 * 1024
"""Larger files are not edited line by line."""

_PROVIDER = "delimitedtext"
_SUFFIXES = (".csv", ".tsv", ".txt")
_KINDS = ("csv", "plain")


class TextUnreadable(EngineError):
    """The file cannot be read as rows; the message says why, without a full stop."""

    code = "text_unreadable"


@dataclass(frozen=True)
class TextForm:
    """`x`, `y`, `z`, `m` and `wkt` are names of fields; all "" for a table without geometry."""

    delimiter: str = ""
    """"" is the one that the first line has most of."""
    quote: str = '"'
    escape: str = '"'
    encoding: str = "utf-8"
    skipped_lines: int = 0
    decimal_point: str = "."
    trims: bool = False
    detects_types: bool = True
    detects_truths: bool = True
    is_by_ogr: bool = False
    """Fields without a name of their own are then called as OGR calls them."""
    types: Tuple[str, ...] = ()
    """What is said of the fields beside the file, from the first on: types of a GeoPackage's columns."""
    x: str = ""
    y: str = ""
    z: str = ""
    m: str = ""
    wkt: str = ""
    wkb_type: int = 100
    """Of the layer, as QGIS counts: 1 is Point, 1006 MultiPolygonZ, 100 none, 0 any. Other geometries are not shown."""

    @property
    def has_geometry(self) -> bool:
        return bool(self.x or self.wkt)


def is_delimited_text(layer: Layer) -> bool:
    """Whether QGIS or OGR reads the layer's file line by line."""
    source = layer.source
    suffix = Path(source.path).suffix.lower()
    if not layer.is_vector or suffix not in _SUFFIXES:
        return False
    # OGR reads .txt too, but by guessing; and what lies in an archive is not for lines.
    return layer.provider == _PROVIDER or (
        layer.provider == "ogr" and suffix == ".csv" and source.span[0] == 0
    )


def form_of(layer: Layer, path: Optional[Path] = None) -> TextForm:
    """With the layer's file, its types are those that a .csvt file beside it says, if there is one.

    Raises TextUnreadable for what only QGIS or GDAL can read.
    """
    types = types_beside(path) if path is not None else ()
    if layer.provider != _PROVIDER:
        if layer.has_geometry:
            raise TextUnreadable(Message("GDAL guesses its geometry; load it as delimited text"))
        detects = "|option:autodetect_type=yes" in layer.source.raw.lower()
        declared = tuple(declared_type(said) or "TEXT" for said in types)
        return TextForm(detects_types=detects, types=declared, is_by_ogr=True)
    said = _said(layer.source.raw)
    _check(said)
    declared = tuple(map(declared_type, types))
    has_geometry = said.get("geomType", "").lower() != "none"
    places = said if has_geometry else {}
    form = TextForm(
        delimiter=_character(said.get("delimiter", ",")),
        quote=_character(said.get("quote", '"')),
        escape=_character(said.get("escape", '"')),
        encoding=_encoding(said.get("encoding") or _encoding_of(layer)),
        skipped_lines=_number(said.get("skipLines", "0")),
        decimal_point=said.get("decimalPoint") or ".",
        trims=_is_yes(said.get("trimFields", "")),
        detects_types=not _is_no(said.get("detectTypes", "")),
        detects_truths=_knows_truths(layer),
        types=declared if all(declared) else (),  # QGIS takes all of it or nothing
        wkb_type=layer.wkb_type if has_geometry else 100,
        x=places.get("xField", ""),
        y=places.get("yField", ""),
        z=places.get("zField", ""),
        m=places.get("mField", ""),
        wkt=places.get("wktField", ""),
    )
    if bool(form.x) != bool(form.y):
        raise TextUnreadable(Message("its source names only one of the fields for X and Y"))
    return form


def geometry_fields(layer: Layer) -> Tuple[str, ...]:
    """The fields that say where the layer's rows are, as its source names them; () without."""
    said = _said(layer.source.raw) if layer.provider == _PROVIDER else {}
    return tuple(said[key] for key in ("xField", "yField", "wktField") if said.get(key))


def _said(raw: str) -> Dict[str, str]:
    return dict(parse_qsl(raw.partition("?")[2], keep_blank_values=True))


def _check(said: Dict[str, str]) -> None:
    if said.get("type", "csv") not in _KINDS:
        raise TextUnreadable(Message("its fields are found by a rule that only QGIS follows"))
    if _is_yes(said.get("xyDms", "")):
        raise TextUnreadable(Message("its coordinates are in degrees, minutes and seconds"))
    if _is_no(said.get("useHeader", "")):
        raise TextUnreadable(Message("it has no line with the names of its fields"))
    if _is_yes(said.get("skipEmptyFields", "")) or said.get("maxFields"):
        raise TextUnreadable(Message("its source leaves fields out"))


def _is_yes(text: str) -> bool:
    return text.lower().startswith(("y", "t"))


def _is_no(text: str) -> bool:
    return text.lower().startswith(("n", "f"))


def _knows_truths(layer: Layer) -> bool:
    """QGIS takes no words for truths before 3.24."""
    root = layer.element
    while root.parent is not None:
        root = root.parent
    version = re.match(r"(\d+)\.(\d+)", root.get("version"))
    return version is None or (int(version[1]), int(version[2])) >= (3, 24)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _character(text: str) -> str:
    text = text.replace("\\t", "\t")
    if len(text) > 1:
        raise TextUnreadable(Message("its source names several delimiters or quotes"))
    return text


def _encoding_of(layer: Layer) -> str:
    provider = layer.element.find("provider")
    return provider.get("encoding") if provider is not None else ""


def _encoding(name: str) -> str:
    if name.lower() in ("", "system"):
        return "utf-8"
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise TextUnreadable(Message("nobody here knows its encoding “{encoding}”", encoding=name)) from None
