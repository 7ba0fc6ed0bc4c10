# SPDX-License-Identifier: GPL-2.0-or-later
"""``doctor``: look at the server from inside, then call it from outside as QField and QFieldSync do first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain

from django.conf import settings
from django.core.management.color import supports_color

from qfieldcloud_server.doctor import inside, outside
from qfieldcloud_server.doctor.finding import Finding

MARKS = {"good": ("ok", "32"), "note": ("note", "33"), "bad": ("WRONG", "31")}


def run(options: argparse.Namespace) -> int:
    """0 if nothing is wrong, else 1."""
    url = (options.url or settings.PUBLIC_URL).rstrip("/")
    findings = list(_examine(url, with_blobs=options.blobs))
    wrong = sum(finding.level == "bad" for finding in findings)
    _write(f"\n{_summary(wrong)}\n")
    return 1 if wrong else 0


def _examine(url: str, *, with_blobs: bool) -> Iterator[Finding]:
    _write("Inside\n")
    for finding in chain(inside.examine(), inside.blobs() if with_blobs else ()):
        _tell(finding)
        yield finding
    if not url:
        _write("\nOutside: not tried. Set public_url, or say `doctor --url https://…`.\n")
        return
    _write(f"\nOutside, at {url}\n")
    for finding in outside.examine(url):
        _tell(finding)
        yield finding


def _summary(wrong: int) -> str:
    return {0: "Nothing is wrong.", 1: "One thing is wrong."}.get(wrong, f"{wrong} things are wrong.")


def _tell(finding: Finding) -> None:
    word, colour = MARKS[finding.level]
    mark = f"\033[{colour}m{word:>5}\033[0m" if supports_color() else f"{word:>5}"
    _write(f"{mark}  {finding.what}\n")
    if finding.advice:
        _write("".join(f"       {line}\n" for line in finding.advice.splitlines()))


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
