# SPDX-License-Identifier: GPL-2.0-or-later
"""The features of a GeoJSON collection: all at once, to be written again, or one after the other, in little memory."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Dict, Iterator, NoReturn

from ..errors import EngineError
from ..message import Message
from ..project.layer import Layer

Feature = Dict[str, Any]
# Half of a pair that stands for one letter; whole pairs look so as well.
_HALF_LETTER = re.compile(r"\\u[dD][89a-fA-F]")
_SPACE = re.compile(r"[ \t\n\r]*")


class GeoJsonUnreadable(EngineError):
    """The file cannot be read as rows; the message says why, without a full stop."""

    code = "geojson_unreadable"


def is_geojson(layer: Layer) -> bool:
    """Whether the layer shows a file of the format, not one inside an archive."""
    source = layer.source
    return (
        layer.is_vector
        and layer.provider == "ogr"
        and Path(source.path).suffix.lower() in (".geojson", ".json")
        and source.span[0] == 0
    )


def document_of(data: bytes) -> Dict[str, Any]:
    """The whole collection. Raises GeoJsonUnreadable."""
    try:
        text = _text_of(data)
        document = json.loads(text, parse_constant=_refuse)
        if _HALF_LETTER.search(text):
            _check_letters(document)
    except (ValueError, RecursionError) as error:
        raise GeoJsonUnreadable(Message("it is not JSON")) from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(map(_is_feature, features)):
        raise _no_collection()
    return dict(document)


def features_in(data: bytes) -> Iterator[Feature]:
    """The same features, of which only one is in memory at a time. Raises GeoJsonUnreadable."""
    try:
        yield from _Reader(_text_of(data)).features()
    except (ValueError, RecursionError) as error:
        raise GeoJsonUnreadable(Message("it is not JSON")) from error


def _text_of(data: bytes) -> str:
    return data.decode(json.detect_encoding(data))


def _check_letters(value: Any) -> None:
    """Raises UnicodeEncodeError, a ValueError, for what no file and no database takes."""
    json.dumps(value, ensure_ascii=False).encode()


class _Reader:
    """Goes through the members of the document by hand, and through all that is in them by the parser."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._decoder = json.JSONDecoder(parse_constant=_refuse)
        self._may_lack_letters = _HALF_LETTER.search(text) is not None

    def features(self) -> Iterator[Feature]:
        if self._next() != "{":
            raise _no_collection()
        is_found = False
        for _ in self._items("}"):
            name = self._value()
            self._take(":")
            if name != "features":
                self._value()
            elif is_found or self._next() != "[":
                raise _no_collection()
            else:
                is_found = True
                yield from self._members()
        if self._next():
            raise ValueError("more than one document")
        if not is_found:
            raise _no_collection()

    def _members(self) -> Iterator[Feature]:
        for _ in self._items("]"):
            feature = self._value()
            if not _is_feature(feature):
                raise _no_collection()
            yield feature

    def _items(self, end: str) -> Iterator[None]:
        """Once for each item of the object or array that is to begin here."""
        self._at += 1
        if self._next() != end:
            yield
            while self._next() == ",":
                self._at += 1
                yield
        self._take(end)

    def _next(self) -> str:
        """The sign that comes next, "" at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _take(self, sign: str) -> None:
        if self._next() != sign:
            raise ValueError(f"{sign} is missing at {self._at}")
        self._at += 1

    def _value(self) -> Any:
        self._next()
        value, self._at = self._decoder.raw_decode(self._text, self._at)
        if self._may_lack_letters:
            _check_letters(value)
        return value


def _is_feature(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    properties, geometry = value.get("properties"), value.get("geometry")
    return (properties is None or isinstance(properties, dict)) and (
        geometry is None or isinstance(geometry, dict)
    )


def _refuse(text: str) -> NoReturn:
    raise ValueError(text)


def _no_collection() -> GeoJsonUnreadable:
    return GeoJsonUnreadable(Message("it is no GeoJSON feature collection"))


def properties_of(feature: Feature) -> Dict[str, Any]:
    return feature.get("properties") or {}
