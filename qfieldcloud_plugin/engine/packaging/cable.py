# SPDX-License-Identifier: GPL-2.0-or-later
"""Teams without a server: package to a folder, and take home what was edited in it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from glob import escape
from pathlib import Path
from typing import Optional, Union

from ..errors import EngineError
from ..etag import digests_of_file
from ..file_copy import copy_file
from ..gpkg import Conflict, Decision, apply, copy_geopackage
from ..message import Message
from ..project.project import Project, read_project
from ..project.tables import is_geopackage
from .cable_memory import MARKER, Memory, forget_old, memories, package_in
from .data_files import MAIN_FILE
from .errors import NotACablePackage, PackageFolderInUse
from .options import CABLE, PackageOptions
from .package import make_package
from .report import PackagedFile, PackageReport
from .row_keys import Numbering, RowKeys
from .take_back import MergedEdits, apply_edits, merge_file, merge_tables
from .under_way import Load, UnderWay


@dataclass
class TakenBack:
    """`rows` counts the changes by table; `conflicts` were left as they are on both sides until someone decides."""

    rows: dict[str, int] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    """New or changed files that were copied into the project."""
    kept_both: dict[str, str] = field(default_factory=dict)
    """Files that were changed on both sides: name -> name of the field's version beside it."""
    left: list[str] = field(default_factory=list)
    """Tables with edits that could not be taken, because their rows cannot be told apart."""


def package_for_cable(
    project_path: Union[str, Path],
    out_dir: Union[str, Path],
    options: Optional[PackageOptions] = None,
    *,
    attachments: bool = True,
) -> PackageReport:
    """Make a package to be copied to a device, and remember beside the project what it held.

    Without `attachments` those that are there already stay at home; new ones come back all the same.
    Raises PackageFolderInUse also where the folder to be replaced holds edits that did not come home yet.
    """
    options = replace(
        options or PackageOptions(),
        mode=CABLE,
        copies_attachments=attachments,
        lists_unchanged_files=False,
        with_digests=False,
        previous=None,
    )
    out_dir = Path(out_dir)
    if options.replaces_folder and _holds_edits(out_dir, project_path, options.root):
        raise PackageFolderInUse(
            Message(
                "“{folder}” holds edits from the field that are not home yet. Nothing was written; "
                "take them back first, or choose another folder.",
                folder=out_dir.name,
            )
        )
    report = make_package(project_path, out_dir, options)
    project = read_project(project_path, options.root, allows_outside=options.reads_outside_files)
    package_id = str(uuid.uuid4())
    memory = Memory.of(project.root, package_id)
    try:
        memory.path.mkdir(parents=True)
        memory.note_made(out_dir)
        for file in _geopackages(report):
            target = memory.path / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            copy_file(out_dir / file.name, target)
        memory.write_report(report)
        marker = {"format": 1, "package": package_id, "project": project.path.name}
        (out_dir / MARKER).write_text(json.dumps(marker, indent=1), "utf-8")
    except OSError:
        shutil.rmtree(memory.path, ignore_errors=True)
        shutil.rmtree(out_dir, ignore_errors=True)
        raise
    forget_old(project.root)
    return report


def take_back(
    package_dir: Union[str, Path],
    project_path: Union[str, Path],
    *,
    root: Union[str, Path, None] = None,
    decisions: Optional[Mapping[str, Decision]] = None,
) -> TakenBack:
    """Carry edits made in a cable package over to the project's own files; doing it twice changes nothing more.

    Rows edited on both sides merge by column. `decisions` are by `Conflict.id` (`gpkg.Choice` or `gpkg.Picked`).
    Raises NotACablePackage, and EngineErrors of the GeoPackages; then no row was changed.
    """
    package_dir = Path(package_dir)
    project = read_project(project_path, root, allows_outside=True)
    memory = Memory.of(project.root, package_in(package_dir))
    report = memory.read_report()
    if report is None:
        raise NotACablePackage(
            Message(
                "“{folder}” was not made from this project, or its memory is gone. Nothing was changed.",
                folder=package_dir.name,
            )
        )
    for known in memories(project.root):
        # Of all packages: what is done now hides how far the others had come.
        UnderWay(known.path, project.root).recover()
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-") as scratch:
        taken = _TakeBack(project, package_dir, memory, report, Path(scratch)).run(decisions or {})
    memory.note_taken(package_dir, is_all=not taken.conflicts and not taken.left)
    forget_old(project.root)
    return taken


def _holds_edits(folder: Path, project_path: Union[str, Path], root: Union[str, Path, None]) -> bool:
    """Whether taking back this folder would bring anything home, or ask anything. Changes nothing."""
    try:
        package = package_in(folder)
    except NotACablePackage:
        return False
    project = read_project(project_path, root, allows_outside=True)
    memory = Memory.of(project.root, package)
    report = memory.read_report()
    if report is None:
        return False
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-") as scratch:
        try:
            return _TakeBack(project, folder, memory, report, Path(scratch)).brings_anything()
        except EngineError:
            return True  # what cannot be compared may hold anything


def _geopackages(report: PackageReport) -> list[PackagedFile]:
    return [file for file in report.files if is_geopackage(Path(file.name))]


class _TakeBack:
    def __init__(
        self, project: Project, package_dir: Path, memory: Memory, report: PackageReport, scratch: Path
    ) -> None:
        self.project = project
        self.package_dir = package_dir
        self.memory = memory
        self.report = report
        self.scratch = scratch
        self.keys = RowKeys(memory.path)
        self.under_way = UnderWay(memory.path, project.root)
        self.result = TakenBack()

    def run(self, decisions: Mapping[str, Decision]) -> TakenBack:
        merged = dict(self._merged(decisions))
        for name, edits in merged.items():
            self.keys.learn(name, edits.keys)
        self.keys.write()
        self._apply(merged)
        for name, edits in merged.items():
            self._note(name, edits)
        self.under_way.forget()
        for file in list(self._edited_files()):
            self._take_file(file)
        self._take_attachments()
        self.memory.write_report(self.report)
        return self.result

    def brings_anything(self) -> bool:
        """Rows, or files that are not at home. Nothing is taken."""
        if any(len(edits.taken) or edits.conflicts or edits.left for _name, edits in self._merged({})):
            return True
        return any(not _is_at(home, path) for path, home in self._whole_files())

    def _whole_files(self) -> Iterator[tuple[Path, Path]]:
        """What would come home whole, and its place there."""
        for file in self._edited_files():
            yield self.package_dir / file.name, self.project.root / file.source
        for name, path in self._attachments():
            yield path, self.project.folder / name

    def _merged(self, decisions: Mapping[str, Decision]) -> Iterator[tuple[str, MergedEdits]]:
        for number, file in enumerate(_geopackages(self.report)):
            edited = self.package_dir / file.name
            if not edited.is_file():
                continue
            # The device's file may have journals beside it; reading must not change what came back.
            copy = self.scratch / f"edited_{number}.gpkg"
            copy_geopackage(edited, copy)
            base = self.memory.path / file.name
            if file.name == MAIN_FILE and not file.source:
                tables, root = self.report.tables, self.project.root
                references = self.project.references({one.layer_id: one.table for one in tables})
                numbering = Numbering(self.keys.of(file.name), references)
                yield file.name, merge_tables(base, copy, tables, root, decisions, numbering)
            elif file.source:
                live = self.project.root / file.source
                known = self.project.tables().items()
                references = self.project.references(
                    {id_: one.table for id_, one in known if one.path.resolve() == live.resolve()}
                )
                numbering = Numbering(self.keys.of(file.name), references)
                yield file.name, merge_file(base, copy, live, decisions, numbering)

    def _apply(self, merged: Mapping[str, MergedEdits]) -> None:
        loads = [
            Load(self.project.name_of(item.path), None, item.changeset, name, edits.taken_for(item))
            for name, edits in merged.items()
            for item in edits.edits
        ]
        apply_edits(
            (item for edits in merged.values() for item in edits.edits),
            lambda marks: self.under_way.announce(
                load._replace(mark=mark) for load, mark in zip(loads, marks)
            ),
        )

    def _note(self, name: str, edits: MergedEdits) -> None:
        """Remember what was taken, so that it is not taken again; what is in conflict comes up again."""
        for item in edits.edits:
            for table in item.changeset.tables:
                self.result.rows[table.name] = self.result.rows.get(table.name, 0) + len(table)
        self.result.conflicts += edits.conflicts
        self.result.left += edits.left
        apply(edits.taken, self.memory.path / name)

    def _edited_files(self) -> Iterator[PackagedFile]:
        """Files of other formats that are not as they were packaged."""
        for file in self.report.files:
            path = self.package_dir / file.name
            is_whole = bool(file.source) and not is_geopackage(Path(file.name))
            if is_whole and path.is_file() and digests_of_file(path).sha256 != file.sha256:
                yield file

    def _take_file(self, file: PackagedFile) -> None:
        """A file of another format is taken as a whole; when both sides changed it, both versions are kept."""
        edited, live = self.package_dir / file.name, self.project.root / file.source
        digests = digests_of_file(edited)
        if live.is_file() and digests_of_file(live).sha256 not in (file.sha256, digests.sha256):
            beside = _free_name(live.with_name(f"{live.stem}_field{live.suffix}"))
            _copy_into_place(edited, beside)
            self.result.kept_both[file.source] = self.project.name_of(beside)
        else:
            _copy_into_place(edited, live)
            self.result.files.append(file.source)
        self.report.files.remove(file)
        self.report.files.append(replace(file, size=digests.size, sha256=digests.sha256, md5sum=digests.etag))

    def _take_attachments(self) -> None:
        for name, path in self._attachments():
            target = self.project.folder / name
            if target.is_file():
                if digests_of_file(target).sha256 == digests_of_file(path).sha256:
                    continue
                beside = _free_name(target.with_name(f"{target.stem}_field{target.suffix}"))
                _copy_into_place(path, beside)
                self.result.kept_both[name] = self.project.name_of(beside)
            else:
                _copy_into_place(path, target)
                self.result.files.append(name)

    def _attachments(self) -> Iterator[tuple[str, Path]]:
        """What lies in the folders for photos and was not packaged: name below the folder, and path."""
        known = {file.name for file in self.report.files}
        for folder in self.project.attachment_dirs:
            for path in sorted((self.package_dir / folder).rglob("*")):
                name = path.relative_to(self.package_dir).as_posix()
                if path.is_file() and not path.is_symlink() and name not in known:
                    yield name, path


def _is_at(home: Path, path: Path) -> bool:
    """Whether the same bytes are at home: in their place, or beside it where both sides were kept."""
    content = digests_of_file(path).sha256
    kept = home.parent.glob(f"{escape(home.stem)}_field*{escape(home.suffix)}")
    return any(one.is_file() and digests_of_file(one).sha256 == content for one in (home, *kept))


def _free_name(path: Path) -> Path:
    number = 2
    candidate = path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem}_{number}{path.suffix}")
        number += 1
    return candidate


def _copy_into_place(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        copy_file(source, Path(name))
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
