# SPDX-License-Identifier: GPL-2.0-or-later
"""`package` and `take-back` on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from ..message import Message
from .areas import is_name
from .cable import TakenBack, package_for_cable, take_back
from .errors import PackagingError
from .ogr_export import OgrExporter
from .options import CABLE, CLOUD, Area, PackageOptions
from .package import make_package
from .report import PackageReport
from .text_export import TextExporter

DONE, CONFLICTS = 0, 1
"""Exit codes; an EngineError becomes 2 where the command line starts."""


def add_command(commands: Any) -> None:
    """Add the sub-commands to argparse's; each sets `run`, which takes the options and returns an exit code."""
    package = commands.add_parser(
        "package",
        help="make a package for the field",
        description="Packages a QGIS project for QField. The project and its files are only read.",
    )
    package.add_argument("project", type=Path, help="the .qgs or .qgz")
    package.add_argument("folder", type=Path, metavar="OUT_DIR", help="a new folder for the package")
    package.add_argument(
        "--mode", choices=(CLOUD, CABLE), default=CLOUD, help="cable packages can be taken back"
    )
    package.add_argument("--area", metavar="WKT", help="only what touches this polygon")
    package.add_argument("--area-crs", metavar="EPSG:n", default="EPSG:4326", help="the polygon's CRS")
    package.add_argument(
        "--for",
        dest="made_for",
        metavar="WHO",
        action="append",
        default=[],
        help="with the area the project keeps for person:NAME or team:NAME; may be given again",
    )
    package.add_argument("--title", default="", help="the packaged project's title")
    package.add_argument(
        "--root", type=Path, help="the project's top folder, if the project file lies deeper"
    )
    package.add_argument(
        "--outside", action="store_true", help="also read files outside of the project's folder"
    )
    package.add_argument("--strict", action="store_true", help="all layers, or nothing")
    package.add_argument("--replace", action="store_true", help="replace OUT_DIR if it exists")
    package.add_argument("--json", action="store_true", help="print the whole report as JSON")
    package.set_defaults(run=_run_package)
    back = commands.add_parser(
        "take-back",
        help="take home what was edited in a cable package",
        description="Merges the rows edited in a package into the project's own GeoPackages.",
    )
    back.add_argument("folder", type=Path, metavar="PACKAGE_DIR", help="the package as it came back")
    back.add_argument("project", type=Path, help="the .qgs or .qgz it was made from")
    back.add_argument("--root", type=Path, help="the project's top folder, if the project file lies deeper")
    back.set_defaults(run=_run_take_back)


def _run_package(options: argparse.Namespace) -> int:
    """Raises EngineError."""
    settings = PackageOptions(
        mode=options.mode,
        root=options.root,
        title=options.title,
        area=Area(options.area, options.area_crs) if options.area else None,
        made_for=_names(options.made_for),
        reads_outside_files=options.outside,
        strict=options.strict,
        replaces_folder=options.replace,
        # Only the whole report shows them.
        with_digests=options.json,
        # From a cable, only rows of GeoPackages are taken back.
        exporters=() if options.mode == CABLE else (OgrExporter(), TextExporter()),
    )
    make = package_for_cable if options.mode == CABLE else make_package
    report = make(options.project, options.folder, settings)
    if options.json:
        _say(json.dumps(report.to_json(), indent=1, ensure_ascii=False))
    else:
        _show(report, options.folder)
    return DONE


def _names(names: list[str]) -> list[str]:
    """Raises PackagingError."""
    for name in names:
        if not is_name(name):
            raise PackagingError(Message("“{who}” is not person:NAME or team:NAME.", who=name))
    return names


def _show(report: PackageReport, folder: Path) -> None:
    for file in report.files:
        _say(f"{file.size:>12,}  {file.name}")
    for warning in report.warnings:
        _say(f"warning: {warning.text}")
    if report.made_for:
        _say(f"with the area of {report.made_for}")
    _say(f"{len(report.files)} files, {report.size:,} bytes in {folder}")


def _run_take_back(options: argparse.Namespace) -> int:
    """Raises EngineError."""
    result: TakenBack = take_back(options.folder, options.project, root=options.root)
    for table, count in sorted(result.rows.items()):
        _say(f"{table}: {count} rows")
    for name in result.files:
        _say(f"copied: {name}")
    for name, beside in result.kept_both.items():
        _say(f"both versions kept: {name} and {beside}")
    for table in result.left:
        _say(f"not taken: “{table}” has no integer primary key, so its rows cannot be told apart")
    for conflict in result.conflicts:
        where = f"{conflict.table} {conflict.key} {conflict.column or ''}".rstrip()
        _say(f"conflict: {where}: base {conflict.base!r}, field {conflict.mine!r}, here {conflict.theirs!r}")
    _say(f"{sum(result.rows.values())} rows taken, {len(result.conflicts)} conflicts")
    return CONFLICTS if result.conflicts or result.left else DONE


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
