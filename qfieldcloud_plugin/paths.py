# SPDX-License-Identifier: GPL-2.0-or-later
"""Knows where the plugin's own files lie: inside the package in a zip, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _home() -> Path:
    """The folder that holds metadata.txt, resources/ and i18n/."""
    return PACKAGE if (PACKAGE / "metadata.txt").is_file() else PACKAGE.parent


def icon_path(name: str) -> Path:
    return _home() / "resources" / "icons" / name


def translations_folder() -> Path:
    return _home() / "i18n"


def metadata_path() -> Path:
    return _home() / "metadata.txt"


def version() -> str:
    """The plugin's version, whose only home is metadata.txt."""
    for line in metadata_path().read_text(encoding="utf-8").splitlines():
        if line.startswith("version="):
            return line.partition("=")[2].strip()
    raise LookupError("metadata.txt names no version")
