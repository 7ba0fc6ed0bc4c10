# SPDX-License-Identifier: GPL-2.0-or-later
"""Files whose names not every system can store get names that it can, wherever the project mentions them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ..errors import GeoPackageError
from ..gpkg import connect
from ..gpkg.sql import quoted, sql
from .conversion import FORBIDDEN
from .datasource import parse_datasource, resolve_file
from .project import Project
from .workshop import OPTION_SOURCES, Workshop

_RESERVED = re.compile(r"^(?:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(?=\.|$)", re.IGNORECASE)
_OWN_FOLDERS = (".qfieldcloud", ".qfieldsync", ".git")


def project_files(project: Project) -> Iterator[Path]:
    """Files and folders that travel, in order."""
    for path in sorted(project.root.rglob("*")):
        if path.relative_to(project.root).parts[0] not in _OWN_FOLDERS:
            yield path


def is_forbidden(project: Project, path: Path) -> bool:
    return any(_cleaned(part) != part for part in path.relative_to(project.root).parts)


def can_rename(project: Project) -> bool:
    """Not while it is the project's own file or folder: whoever knows the project by its path would lose it."""
    return not is_forbidden(project, project.path)


def rename_files(workshop: Workshop, _finding: object) -> None:
    """The last of all repairs: no other would find the files afterwards."""
    moves = _moves(workshop.project)
    folder = workshop.project.folder
    texts = {_from(folder, old): _from(folder, new) for old, new in moves.items()}
    texts.update({f"./{old}": f"./{new}" for old, new in texts.items()})
    _rewire_layers(workshop, moves)
    _rewire_mentions(workshop, texts)
    _rewire_attachments(workshop, texts)
    files = [path for path in moves if path.is_file()]
    folders = [path for path in moves if path.is_dir()]
    for old in files:
        if old.exists():  # the log of a GeoPackage goes with it
            workshop.rename(old, moves[old])
    for old in sorted(folders, reverse=True):
        if not any(old.iterdir()):
            old.rmdir()


def _cleaned(part: str) -> str:
    return _RESERVED.sub(lambda match: f"{match.group()}_", FORBIDDEN.sub("_", part))


def _moves(project: Project) -> dict[Path, Path]:
    """Old to new path of all files and folders below a forbidden name. Files of one stem stay together."""
    there: set[Path] = set()
    forbidden: list[Path] = []
    for path in project_files(project):
        if is_forbidden(project, path):
            forbidden.append(path)
        else:
            there.add(path)
    moves: dict[Path, Path] = {}
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in forbidden:
        if path.is_dir():
            moves[path] = project.root.joinpath(*map(_cleaned, path.relative_to(project.root).parts))
        else:
            groups.setdefault((path.parent, path.name.partition(".")[0]), []).append(path)
    for (parent, stem), paths in groups.items():
        folder = project.root.joinpath(*map(_cleaned, parent.relative_to(project.root).parts))
        wanted, number = _cleaned(stem), 1
        while any(_named(folder, path, stem, wanted, number) in there for path in paths):
            number += 1
        for path in paths:
            moves[path] = _named(folder, path, stem, wanted, number)
            there.add(moves[path])
    return moves


def _named(folder: Path, path: Path, stem: str, wanted: str, number: int) -> Path:
    more = f"_{number}" if number > 1 else ""
    return folder / f"{wanted}{more}{FORBIDDEN.sub('_', path.name[len(stem) :])}"


def _from(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix() if folder in path.parents else path.as_posix()


def _rewire_layers(workshop: Workshop, moves: dict[Path, Path]) -> None:
    for layer in workshop.layers():
        source = parse_datasource(*workshop.source_of(layer))
        path = resolve_file(source.path, workshop.project.folder) if source.is_file else None
        if path in moves:
            moved = source.with_path(workshop.relative(moves[path]))
            workshop.set_source(layer, moved, source.provider)


def _rewire_mentions(workshop: Workshop, texts: dict[str, str]) -> None:
    """Pictures of symbols, logos of layouts and the like. What says a layer's source has been set already."""
    echoes = {(node.start, name) for nodes in workshop.echoes.values() for node, name, _ in nodes}
    for node in workshop.document.root.walk():
        for name, value in node.attributes.items():
            if value in texts and (node.start, name) not in echoes and node.get("name") not in OPTION_SOURCES:
                workshop.patch.set_attribute(node, name, texts[value])
        if not node.children and node.tag != "datasource" and node.text.strip() in texts:
            workshop.patch.set_text(node, texts[node.text.strip()])


def _rewire_attachments(workshop: Workshop, texts: dict[str, str]) -> None:
    for layer in workshop.project.layers.values():
        if not layer.attachment_fields or workshop.project.is_outside(layer):
            continue
        try:
            if not workshop.has_table(layer.id):
                continue
            table = workshop.table(layer.id)
        except GeoPackageError:
            continue
        columns = {column.name for column in table.schema.columns}
        for field in columns.intersection(layer.attachment_fields):
            select = sql("SELECT DISTINCT", quoted(field), "FROM", quoted(table.table))
            with closing(connect(table.path)) as connection:
                found = {text: texts[text] for (text,) in connection.execute(select) if text in texts}
            if found:
                workshop.replace_values(table, field, found)
