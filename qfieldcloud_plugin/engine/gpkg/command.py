# SPDX-License-Identifier: GPL-2.0-or-later
"""`diff`, `apply`, `invert`, `merge` and `show` on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, Mapping, Optional

from .apply import apply
from .changeset import Change, Changeset, Kind, TableChanges, Value
from .conflict import Choice, Conflict
from .diff import diff
from .files import copy_geopackage
from .geometry import InvalidGeometry, wkb
from .merge import merge
from .wkt import wkb_to_wkt

DONE, CONFLICTS = 0, 1
_SIGNS = {Kind.INSERT: "+", Kind.UPDATE: "~", Kind.DELETE: "-"}
_SHOWN = 70


def add_command(commands: Any) -> None:
    """Add the sub-commands to argparse's; each sets `run`, which takes the options and returns an exit code."""
    parser = _add(commands, "diff", _diff, "the changes that turn one GeoPackage into another")
    parser.add_argument("base", type=Path, metavar="A.gpkg")
    parser.add_argument("other", type=Path, metavar="B.gpkg")
    parser.add_argument("-o", "--output", type=Path, help="write the changeset here instead of showing it")
    parser.add_argument("--json", action="store_true", help="show as JSON")

    parser = _add(commands, "apply", _apply, "make the changes of a changeset in a GeoPackage")
    parser.add_argument("changeset", type=Path)
    parser.add_argument("target", type=Path, metavar="A.gpkg")
    parser.add_argument("-o", "--output", type=Path, help="leave A.gpkg alone and write the result here")

    parser = _add(commands, "invert", _invert, "the changeset that undoes a changeset")
    parser.add_argument("changeset", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)

    parser = _add(commands, "merge", _merge, "what two people made of one GeoPackage, in one")
    parser.add_argument("base", type=Path, metavar="BASE.gpkg")
    parser.add_argument("mine", type=Path, metavar="MINE.gpkg")
    parser.add_argument("theirs", type=Path, metavar="THEIRS.gpkg")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the merged GeoPackage")
    parser.add_argument(
        "--prefer",
        choices=[choice.value for choice in Choice],
        help="whose value counts where both changed it",
    )
    parser.add_argument("--json", action="store_true", help="list conflicts as JSON")

    parser = _add(commands, "show", _show, "the changes in a changeset")
    parser.add_argument("changeset", type=Path)
    parser.add_argument("--json", action="store_true", help="show as JSON")


def _add(commands: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=text, description=f"{text[0].upper()}{text[1:]}."
    )
    parser.set_defaults(run=run)
    return parser


def _diff(options: argparse.Namespace) -> int:
    changeset = diff(options.base, options.other, definitions=True)
    if options.output is None:
        _print(changeset, as_json=options.json)
    else:
        options.output.write_bytes(changeset.to_bytes())
        _say(_summary(changeset), sys.stderr)
    return DONE


def _apply(options: argparse.Namespace) -> int:
    changeset = _read(options.changeset)
    if options.output is not None:
        copy_geopackage(options.target, options.output)
    apply(changeset, options.output or options.target)
    _say(_summary(changeset), sys.stderr)
    return DONE


def _invert(options: argparse.Namespace) -> int:
    options.output.write_bytes(_read(options.changeset).invert().to_bytes())
    return DONE


def _merge(options: argparse.Namespace) -> int:
    mine, theirs = (diff(options.base, one, definitions=True) for one in (options.mine, options.theirs))
    merged = merge(mine, theirs, options.base)
    undecided = None
    while options.prefer and merged.conflicts != undecided:
        # A decision can bring to light another that depends on it; some conflicts nobody can decide.
        undecided = merged.conflicts
        merged = merged.resolve({conflict.id: Choice(options.prefer) for conflict in undecided})
    copy_geopackage(options.theirs, options.output)
    apply(merged.mine_onto_theirs, options.output)
    if options.json:
        _say(json.dumps([_conflict_as_json(one) for one in merged.conflicts], ensure_ascii=False, indent=2))
    else:
        for conflict in merged.conflicts:
            _say(_conflict_text(conflict))
    kept = (
        f"{len(merged.conflicts)} conflicts, in which theirs was kept" if merged.conflicts else "no conflicts"
    )
    _say(f"{len(merged.mine_onto_theirs)} changes of mine merged, {kept}", sys.stderr)
    return CONFLICTS if merged.conflicts else DONE


def _show(options: argparse.Namespace) -> int:
    _print(_read(options.changeset), as_json=options.json)
    return DONE


def _read(path: Path) -> Changeset:
    return Changeset.from_bytes(path.read_bytes())


def _print(changeset: Changeset, *, as_json: bool) -> None:
    if as_json:
        tables = [_table_as_json(table) for table in changeset.tables]
        definitions = [change._asdict() for change in changeset.definitions]
        _say(json.dumps({"definitions": definitions, "tables": tables}, ensure_ascii=False, indent=2))
        return
    for definition in changeset.definitions:
        sign = "+" if definition.old is None else "-" if definition.new is None else "~"
        _say(f"{sign} {definition.kind} {definition.name}")
        for word, statement in (("was", definition.old), ("is", definition.new)):
            if statement is not None:
                _say(f"      {word}: {' '.join(statement.split())}")
    for table in changeset.tables:
        _say(f"{table.name}: {_counts(table)}")
        for change in table:
            _say(f"  {_SIGNS[change.kind]} {', '.join(map(_text, change.key))}")
            for line in _values(table, change):
                _say(f"      {line}")
    _say(_summary(changeset), sys.stderr)


def _values(table: TableChanges, change: Change) -> Iterator[str]:
    geometry = _geometry_name(table)
    for name in change.new or change.old:
        one, two = (_text(side.get(name), is_geometry=name == geometry) for side in (change.old, change.new))
        if change.kind is Kind.UPDATE:
            yield f"{name}: {one} -> {two}"
        elif (change.new or change.old)[name] is not None:
            yield f"{name}: {two if change.new else one}"


def _table_as_json(table: TableChanges) -> Dict[str, Any]:
    geometry = _geometry_name(table)

    def named(side: Mapping[str, Value]) -> Dict[str, Any]:
        return {name: _as_json(value, is_geometry=name == geometry) for name, value in side.items()}

    changes = [
        {
            "kind": change.kind.value,
            "key": [_as_json(value) for value in change.key],
            **({"old": named(change.old)} if change.old else {}),
            **({"new": named(change.new)} if change.new else {}),
        }
        for change in table
    ]
    return {"name": table.name, "key": list(table.key_columns), "geometry": geometry, "changes": changes}


def _conflict_as_json(conflict: Conflict) -> Dict[str, Any]:
    def side(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name: _as_json(part) for name, part in value.items()}
        return _as_json(value)

    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "table": conflict.table,
        "key": [_as_json(value) for value in conflict.key],
        "column": conflict.column,
        "base": side(conflict.base),
        "mine": side(conflict.mine),
        "theirs": side(conflict.theirs),
        "other_table": conflict.other_table,
        "other_key": None
        if conflict.other_key is None
        else [_as_json(value) for value in conflict.other_key],
    }


def _conflict_text(conflict: Conflict) -> str:
    place = f"{conflict.table} {', '.join(map(_text, conflict.key))}"
    kind = conflict.kind.value.replace("_", " ")
    if conflict.column is None:
        other = f" ({conflict.other_table} {', '.join(map(_text, conflict.other_key or ()))})"
        return f"{kind}: {place}{other if conflict.other_table else ''}"
    sides = (
        f"{name} {_text(getattr(conflict, name), is_geometry=True)}" for name in ("base", "mine", "theirs")
    )
    return f"{kind}: {place} {conflict.column}: {', '.join(sides)}"


def _geometry_name(table: TableChanges) -> Optional[str]:
    return None if table.geometry is None else table.columns[table.geometry]


def _as_json(value: Value, *, is_geometry: bool = False) -> Any:
    if not isinstance(value, bytes):
        return value
    text = _wkt(value) if is_geometry else None
    return {"hex": value.hex()} if text is None else text


def _text(value: Any, *, is_geometry: bool = False) -> str:
    """Short enough for a line, in quotes where it is text."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        text = (_wkt(value) if is_geometry else None) or f"{len(value)} bytes"
    else:
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _wkt(blob: bytes) -> Optional[str]:
    try:
        return wkb_to_wkt(wkb(blob))
    except InvalidGeometry:
        return None


def _counts(table: TableChanges) -> str:
    updates = sum(map(len, table.updates.values()))
    return f"{len(table.inserts)} inserted, {updates} updated, {len(table.deletes)} deleted"


def _summary(changeset: Changeset) -> str:
    if not changeset:
        return "no changes"
    rows = f"{len(changeset)} changes in {len(changeset.tables)} tables"
    count = len(changeset.definitions)
    return f"{rows}, {count} definitions changed" if count else rows


def _say(text: str, stream: Any = None) -> None:
    (stream or sys.stdout).write(text + "\n")
