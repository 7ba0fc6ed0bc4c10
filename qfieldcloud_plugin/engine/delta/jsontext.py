# SPDX-License-Identifier: GPL-2.0-or-later
"""The JSON of delta files: read from bytes nobody vouches for, written byte for byte as Qt writes it."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Callable, Match

from .errors import InvalidDeltaFile

_MAX_DIGITS = 400
# An empty list costs thirty times its two characters in memory; a delta has five or six of them.
_MAX_CONTAINERS = 4_000_000
_PARTS = 10_000
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
    parts: list[str] = []

    def out(text: str) -> None:
        parts.append(text)
        # Joining a million parts at once would hold Python's lock, and with it QGIS's main thread.
        if len(parts) >= _PARTS:
            whole.extend("".join(parts).encode("utf-8"))
            parts.clear()

    _write(value, "", out)
    out("\n")
    whole.extend("".join(parts).encode("utf-8"))
    return bytes(whole)


def _write(value: Any, indent: str, out: Callable[[str], None]) -> None:
    if isinstance(value, dict):
        _write_items(
            ((f"{_string(key)}: ", value[key]) for key in sorted(value, key=_qt_order)), "{}", indent, out
        )
    elif isinstance(value, (list, tuple)):
        _write_items((("", item) for item in value), "[]", indent, out)
    else:
        out(scalar(value))


def _write_items(items: Any, brackets: str, indent: str, out: Callable[[str], None]) -> None:
    inner, separator = indent + "    ", ""
    out(brackets[0] + "\n")
    for label, item in items:
        out(f"{separator}{inner}{label}")
        _write(item, inner, out)
        separator = ",\n"
    # Qt puts a line break into an empty list, too.
    out(f"\n{indent}{brackets[1]}" if separator else f"{indent}{brackets[1]}")


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
