# SPDX-License-Identifier: GPL-2.0-or-later
"""The digests of what packaging has just written, where somebody will store and serve it."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ..etag import Digests, digests_of_quiet_file
from .options import PackageOptions


def digests_of(
    path: Path, options: PackageOptions, original: Optional[Path] = None, part_md5s: bytes = b""
) -> Digests:
    """`original` and the MD5s of its parts, if known, are those of a file that is mostly the same."""
    if not options.with_digests:
        return Digests(path.stat().st_size, "", "", b"")
    return digests_of_quiet_file(path, original, part_md5s)
