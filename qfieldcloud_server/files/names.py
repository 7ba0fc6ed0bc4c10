# SPDX-License-Identifier: GPL-2.0-or-later
"""Which names a file may have: those that every device and every operating system can store."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError

MAX_LENGTH = 255
_FORBIDDEN = re.compile(r'[<>:"\\|?*]')
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"COM{n}" for n in range(10)), *(f"LPT{n}" for n in range(10))}
)


def check_file_name(name: str) -> None:
    """Raise `ValidationError` unless `name` is a relative path that is safe to write anywhere."""
    if not name or len(name) > MAX_LENGTH:
        raise ValidationError(f"A file name has 1 to {MAX_LENGTH} characters.", code="file_name_length")
    if name.startswith("/") or name.endswith("/"):
        raise ValidationError("A file name must not begin or end with a slash.", code="file_name_slash")
    for segment in name.split("/"):
        _check_segment(segment)


def _check_segment(segment: str) -> None:
    # "a//b.txt" is accepted because QFieldCloud does; whoever writes it to a folder collapses it.
    if not segment:
        return
    if _FORBIDDEN.search(segment) or any(unicodedata.category(c) in ("Cc", "Cs") for c in segment):
        raise ValidationError(
            f"The name {segment!r} holds a character that not every system can store.",
            code="file_name_character",
        )
    if segment[-1] == "." or segment[-1].isspace() or segment[0].isspace():
        raise ValidationError(
            f"The name {segment!r} must not begin with a space nor end with a space or a dot.",
            code="file_name_edge",
        )
    # "CON.txt" is let through: QFieldCloud accepts it, and current versions of Windows do as well.
    if segment.upper() in _RESERVED:
        raise ValidationError(f"Windows reserves the name {segment!r}.", code="file_name_reserved")


def is_attachment(name: str, attachment_dirs: list[str]) -> bool:
    """Whether the file lies in one of the folders for photos and the like."""
    return any(name.startswith(folder.strip("/") + "/") for folder in attachment_dirs if folder.strip("/"))
