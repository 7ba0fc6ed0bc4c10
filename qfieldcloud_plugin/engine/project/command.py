# SPDX-License-Identifier: GPL-2.0-or-later
"""`check` on the command line: what will go wrong in the field, and the repair of it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .checks import check_project
from .conversion import Converter
from .finding import Finding, Level
from .repairs import repair_project, undo_repairs

DONE, FOUND = 0, 1
"""Exit codes: nothing found or all repaired; something is left. An EngineError becomes 2 where the command starts."""


def add_command(commands: Any, converters: Sequence[Converter] = ()) -> None:
    """Add `check` to argparse's sub-commands; it sets `run`, which takes the options and returns an exit code."""
    parser = commands.add_parser(
        "check",
        help="tell what will go wrong in the field, and repair it",
        description="Checks a QGIS project before it goes to the field. Close it in QGIS before --fix.",
    )
    parser.add_argument("project", type=Path, help="the .qgs or .qgz")
    parser.add_argument("--root", type=Path, help="the project's top folder, if the project file lies deeper")
    parser.add_argument("--fix", action="store_true", help="repair what can be repaired")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: only tell what would be done")
    parser.add_argument(
        "--only", action="append", metavar="CODE", help="with --fix: only findings with this code"
    )
    parser.add_argument("--undo", action="store_true", help="take the last repair back")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run, converters=converters)


def run(options: argparse.Namespace) -> int:
    """Raises EngineError."""
    if options.undo:
        names = undo_repairs(options.project, root=options.root)
        _say(f"as before: {', '.join(names)}")
        return DONE
    if options.fix:
        return _fix(options)
    findings = check_project(options.project, options.root, converters=options.converters)
    _show(findings, as_json=options.json)
    return FOUND if any(finding.level is not Level.NOTE for finding in findings) else DONE


def _fix(options: argparse.Namespace) -> int:
    report = repair_project(
        options.project,
        options.only,
        root=options.root,
        dry_run=options.dry_run,
        converters=options.converters,
    )
    if options.json:
        _say(json.dumps(asdict(report), indent=1, ensure_ascii=False))
        return FOUND if report.left else DONE
    for finding in report.done:
        verb = "would repair" if options.dry_run else "repaired"
        _say(f"{verb}: {finding.title}: {finding.repair} [{finding.code}]")
    for finding in report.left:
        _say(f"left: {finding.title}: {finding.text} [{finding.code}]")
    for name in report.files:
        _say(f"changed: {name}")
    return FOUND if report.left else DONE


def _show(findings: list[Finding], *, as_json: bool) -> None:
    if as_json:
        _say(json.dumps([asdict(finding) for finding in findings], indent=1, ensure_ascii=False))
        return
    for finding in findings:
        _say(f"{finding.level.value}: {finding.title}: {finding.text} [{finding.code}]")
        if finding.repair:
            flags = f"--fix --only {finding.code}" if finding.is_asked_for else "--fix"
            _say(f"    {flags}: {finding.repair}")
    if not findings:
        _say("Nothing found: the project is ready for the field.")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
