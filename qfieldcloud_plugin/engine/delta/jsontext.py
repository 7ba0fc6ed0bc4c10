# SPDX-License-Identifier: GPL-2.0-or-later
"""The JSON of delta files: read from bytes nobody vouches for, written byte for byte as Qt writes it."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Dict, Iterable, Iterator, List, Match, Tuple

from .errors import InvalidDeltaFile

_MAX_DIGITS = 400
# An empty list costs thirty times its two characters in memory; a delta has five or six of them.
_MAX_CONTAINERS = 4_000_000
# Levels of a delta file that are written item by item: the file, and its list of deltas.
_DEEP = 2
_ESCAPE = re.compile(
    r"\\(?:(?P<pair>u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|(?P<nul>u0000)|.)",
    re.DOTALL,
)
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\\ud800-\udfff]')


def parse(data: bytes, *, max_bytes: int) -> Any:
    """Parse a delta file's bytes. Raises `InvalidDeltaFile` for everything that is not plain JSON."""
    if len(data) > max_bytes:
        raise InvalidDeltaFile(f"it has {len(data)} bytes, and {max_bytes} is the limit")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidDeltaFile(f"it is not UTF-8 text (byte {error.start})") from error
    if text.count("[") + text.count("{") > _MAX_CONTAINERS:
        raise InvalidDeltaFile(f"it has more than {_MAX_CONTAINERS} lists and objects")
    try:
        return json.loads(_without_broken_escapes(text), parse_int=_integer, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InvalidDeltaFile(f"{error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise InvalidDeltaFile("it is nested too deeply") from error


def _without_broken_escapes(text: str) -> str:
    # PostgreSQL refuses NUL in JSON, and UTF-8 refuses half a surrogate pair: neither is text to anyone.
    if "\\u0000" not in text and "\\ud" not in text and "\\uD" not in text:
        return text
    return _ESCAPE.sub(_mended, text)


def _mended(match: Match[str]) -> str:
    if match["nul"]:
        return ""
    return "\\ufffd" if match["half"] else match[0]


def _integer(digits: str) -> int:
    # Converting a number of a million digits takes minutes; no column holds more than 64 bits.
    if len(digits) > _MAX_DIGITS:
        raise InvalidDeltaFile(f"a number of {len(digits)} digits")
    return int(digits)


def _no_constant(name: str) -> Any:
    raise InvalidDeltaFile(f"{name} is not JSON")


def dump(value: Any) -> bytes:
    """The value as QJsonDocument writes it with indentation."""
    whole = bytearray()
    # Joining millions of parts at once would hold Python's lock, and with it QGIS's main thread.
    for part in _parts(value, "", _DEEP, {}):
        whole.extend(part.encode("utf-8"))
    whole.extend(b"\n")
    return bytes(whole)


_Labels = Dict[Tuple[str, ...], List[Tuple[str, str]]]
"""Keys of objects -> each of them with its label, in Qt's order: most objects of a file have the same keys."""


def _parts(value: Any, indent: str, deep: int, labels: _Labels) -> Iterator[str]:
    """The text of a value in pieces: of its items, and so on as many levels deep."""
    if not deep or not value or not isinstance(value, (dict, list, tuple)):
        yield _text(value, indent, labels)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    separator = opening + "\n"
    for label, item in _items(value, labels):
        yield f"{separator}{indent}    {label}"
        yield from _parts(item, indent + "    ", deep - 1, labels)
        separator = ",\n"
    yield f"\n{indent}{closing}"


def _text(value: Any, indent: str, labels: _Labels) -> str:
    if not isinstance(value, (dict, list, tuple)):
        return scalar(value)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    inner = indent + "    "
    items = [f"{inner}{label}{_text(item, inner, labels)}" for label, item in _items(value, labels)]
    # Qt puts a line break into an empty list, too.
    end = f"\n{indent}{closing}" if items else f"{indent}{closing}"
    return opening + "\n" + ",\n".join(items) + end


def _items(value: Any, labels: _Labels) -> Iterable[Tuple[str, Any]]:
    if not isinstance(value, dict):
        return (("", item) for item in value)
    keys = tuple(value)
    if keys not in labels:
        labels[keys] = [(key, f"{_string(key)}: ") for key in sorted(keys, key=_qt_order)]
    return [(label, value[key]) for key, label in labels[keys]]


def _qt_order(key: str) -> bytes:
    # QString compares UTF-16 code units, which sorts rare characters differently from Python.
    return key.encode("utf-16-be", "surrogatepass")


def scalar(value: Any) -> str:
    """One value that is neither a list nor an object."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _double(value) if math.isfinite(value) else "null"
    return _string(value)


def _string(text: str) -> str:
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def _escaped(match: Match[str]) -> str:
    character = match[0]
    if character >= "\ud800":
        return "\ufffd"
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04x}"


def _double(value: float) -> str:
    """The shortest text that reads back as this double, in the notation Qt picks."""
    if value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    text = repr(value)
    mantissa, exponential, exponent = text.partition("e+")
    if not exponential:
        return text[:-2] if text.endswith(".0") else text
    # Python and Qt differ only in when a large number is short enough to be written out.
    digits, places = mantissa.replace(".", ""), int(exponent) + 1
    is_64_bit = -(2**63) <= value < 2**64
    if not is_64_bit and places > len(digits.lstrip("-")) + (5 if places <= 100 else 6):
        return text
    return digits.ljust(places + digits.startswith("-"), "0")
