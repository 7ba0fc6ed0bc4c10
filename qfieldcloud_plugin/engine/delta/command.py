# SPDX-License-Identifier: GPL-2.0-or-later
"""`deltas` on the command line: make a delta file of two GeoPackages, look at one, apply one, undo one."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional
from uuid import uuid4

from ..gpkg.diff import diff
from ..project.project import Project, read_project
from .apply import apply_deltas
from .compose import LeftOut, SourceLayer, compose, source_layers
from .errors import DeltaError
from .model import REFUSE, Delta, DeltaFile
from .result import APPLIED
from .undo import undo

DONE, CONFLICTS = 0, 1
"""Exit codes; an EngineError becomes 2 where the command line starts."""

_NO_PROJECT = "00000000-0000-0000-0000-000000000000"
_SHOWN = 60


def add_command(commands: Any) -> None:
    """Add `deltas` to argparse's sub-commands; it sets `run`, which takes the options and returns an exit code."""
    parser = commands.add_parser(
        "deltas",
        help="make, show, validate, apply or undo delta files",
        description="deltas A.gpkg B.gpkg --project P.qgs -o F.json makes the deltas that turn A into B.",
    )
    parser.add_argument("what", help="the first state, A.gpkg; or one of show, validate, apply and undo")
    parser.add_argument("file", type=Path, help="the second state, B.gpkg; or a delta file")
    parser.add_argument("--project", type=Path, help="the QGIS project whose layers the GeoPackage has")
    parser.add_argument("--cloud-project", default=_NO_PROJECT, help="the project's id on the server")
    parser.add_argument(
        "-o", "--output", type=Path, help="where to write the delta file (default: the terminal)"
    )
    parser.add_argument("--refuse", action="store_true", help="refuse to overwrite what others changed")
    parser.add_argument("--json", action="store_true", help="show as JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Raises EngineError."""
    verb = _VERBS.get(options.what)
    return verb(options.file, options) if verb else _make(Path(options.what), options.file, options)


def _make(base: Path, target: Path, options: argparse.Namespace) -> int:
    left_out: List[LeftOut] = []
    deltas = compose(
        diff(base, target),
        _layers(_project(options), base, target),
        client_id=str(uuid4()),
        on_conflict=REFUSE if options.refuse else "",
        left_out=left_out,
    )
    _write(deltas, options)
    for change, reason in left_out:
        _say(f"left out: {change.kind.value} in {change.table} {change.key}: {reason}", sys.stderr)
    _say(f"{len(deltas)} deltas, {len(left_out)} changes left out", sys.stderr)
    return CONFLICTS if left_out else DONE


def _layers(project: Project, base: Path, target: Path) -> List[SourceLayer]:
    """The layers of the GeoPackage, of which one or both states may lie outside of the project."""
    for path in (target, base, project.folder / target.name, project.folder / base.name):
        layers = source_layers(project, path)
        if layers:
            return layers
    raise DeltaError(f"The project “{project.path.name}” has no layers in {target.name} or {base.name}.")


def _show(path: Path, options: argparse.Namespace) -> int:
    file = _read(path)
    if options.json:
        _say(file.to_bytes().decode().rstrip("\n"))
        return DONE
    _say(f"delta file {file.id} of project {file.project}: {_count(file)}")
    for index, delta in enumerate(file.deltas):
        _say(f"{index:>5} {delta.method:<6} {delta.local_layer_name or delta.layer_id} {_key(delta)}")
        for line in _details(delta):
            _say(f"        {line}")
    return DONE


def _details(delta: Delta) -> List[str]:
    old = delta.old.values if delta.old else {}
    new = delta.new.values if delta.new else {}
    lines = [
        f"{name}: {_short(old.get(name))} -> {_short(new.get(name))}" for name in sorted(new if new else old)
    ]
    states = [state for state in (delta.old, delta.new) if state is not None]
    if states and states[-1].has_geometry:
        lines.append(
            f"geometry: {_short(delta.old and delta.old.geometry)} -> {_short(delta.new and delta.new.geometry)}"
        )
    return lines


def _validate(path: Path, options: argparse.Namespace) -> int:
    file = _read(path)
    _say(
        json.dumps({"valid": True, "deltas": len(file.deltas)})
        if options.json
        else f"{path}: valid, {_count(file)}"
    )
    return DONE


def _apply(path: Path, options: argparse.Namespace) -> int:
    file, project = _read(path), _project(options)
    results = apply_deltas(project, file.deltas, dict(file.client_pks or {}), not options.refuse)
    if options.json:
        _say(json.dumps([result.feedback(file.id) for result in results], ensure_ascii=False, indent=2))
    else:
        for result in results:
            if result.status != APPLIED:
                _say(
                    f"{result.delta_index:>5} {result.status}: {result.method} {_key(result.delta)}: {result.msg}"
                )
    applied = sum(result.status == APPLIED for result in results)
    _say(f"{applied} of {len(results)} deltas applied", sys.stderr)
    return DONE if applied == len(results) else CONFLICTS


def _undo(path: Path, options: argparse.Namespace) -> int:
    file = _read(path)
    options.cloud_project = file.project
    _write(undo(file.deltas, on_conflict=REFUSE if options.refuse else ""), options)
    return DONE


_VERBS: Mapping[str, Callable[[Path, argparse.Namespace], int]] = {
    "show": _show,
    "validate": _validate,
    "apply": _apply,
    "undo": _undo,
}


def _project(options: argparse.Namespace) -> Project:
    if options.project is None:
        raise DeltaError("Name the QGIS project with --project.")
    return read_project(options.project)


def _read(path: Path) -> DeltaFile:
    try:
        return DeltaFile.from_bytes(path.read_bytes())
    except OSError as error:
        raise DeltaError(f"“{path}” cannot be read ({error.strerror}).") from error


def _write(deltas: List[Delta], options: argparse.Namespace) -> None:
    on_conflict = REFUSE if options.refuse else ""
    file = DeltaFile(str(uuid4()), options.cloud_project, tuple(deltas), on_conflict)
    data = file.to_bytes()
    if options.output is None:
        _say(data.decode().rstrip("\n"))
        return
    try:
        options.output.write_bytes(data)
    except OSError as error:
        raise DeltaError(f"“{options.output}” cannot be written ({error.strerror}).") from error


def _count(file: DeltaFile) -> str:
    counts: Dict[str, int] = {}
    for delta in file.deltas:
        counts[delta.method] = counts.get(delta.method, 0) + 1
    return ", ".join(f"{count} {method}" for method, count in sorted(counts.items())) or "no deltas"


def _key(delta: Delta) -> str:
    return delta.source_pk or f"(local {delta.local_pk})"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _say(text: str, stream: Optional[Any] = None) -> None:
    (stream or sys.stdout).write(text + "\n")
