# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a package for the field out of a project folder: everything, or nothing at all."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import zipfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional, Union

from ..errors import GeoPackageError
from ..message import Message
from ..project.archive import ProjectArchive, read_members
from ..project.details import layer_statuses
from ..project.layer import Layer
from ..project.project import Project, absolute, name_below, read_project
from ..project.tables import GeoPackageSchemas, LayerTable
from . import base_map
from .area import area_of
from .areas import areas_of, choose
from .data_files import DataFileWriter, DataTable, selected_by
from .digests import digests_of
from .errors import (
    LayerNotExported,
    LayerNotPackaged,
    PackageFolderInUse,
    PackagingCancelled,
    PackagingError,
    SourceChanged,
)
from .files import FileCollector
from .frame import Frame
from .identity import Identities
from .options import CABLE, CLOUD, PackageOptions
from .plan import (
    COPY,
    OFFLINE,
    REMOVE,
    LayerPlan,
    first_warning,
    plan_for_looking,
    plan_layers,
    plan_without_exporter,
)
from .project_file import NewSource, PackagedProject, offline_datasource
from .report import EXPORTED, PackagedTable, PackageReport, described
from .rows import SourceTable, group_tables
from .rows_only import made_of, package_changed_rows
from .selection import select_rows
from .virtual_layers import PROVIDER as VIRTUAL
from .virtual_layers import repointed

_ATTEMPTS = 3


def make_package(
    project_path: Union[str, Path], out_dir: Union[str, Path], options: Optional[PackageOptions] = None
) -> PackageReport:
    """Package the project into the new folder `out_dir`. The project and its files are only read.

    Raises ProjectError when the project file cannot be read, PackagingError, or a GeoPackageError when a file
    breaks while it is copied. `out_dir` then is as it was before.
    """
    options = _asking_once(options or PackageOptions())
    out_dir = Path(out_dir)
    root = absolute(options.root or Path(project_path).parent)
    project_file = name_below(root, absolute(project_path))
    if out_dir.exists() and not options.replaces_folder and any(out_dir.iterdir()):
        raise PackageFolderInUse(
            Message(
                "“{folder}” is not empty. Nothing was written; choose another folder.", folder=out_dir.name
            )
        )
    out_dir.parent.mkdir(parents=True, exist_ok=True)
    for attempt in range(_ATTEMPTS):
        staging = Path(tempfile.mkdtemp(prefix=f".{out_dir.name}.", suffix=".part", dir=out_dir.parent))
        try:
            report = None
            if not base_map.is_due(options):
                report = package_changed_rows(project_file, root, staging, options)
            if report is None:
                project = read_project(project_path, root, allows_outside=options.reads_outside_files)
                report = _Packager(project, staging, out_dir, options).run()
            _put_in_place(staging, out_dir)
        except SourceChanged:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            return report
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    raise AssertionError  # the last attempt either returns or raises


def _asking_once(options: PackageOptions) -> PackageOptions:
    """Row history may have to be read from a disk."""
    ask = options.row_changes
    return replace(options, row_changes=lru_cache(maxsize=None)(ask)) if ask is not None else options


def _put_in_place(staging: Path, out_dir: Path) -> None:
    staging.chmod(0o755)
    if not out_dir.exists():
        staging.replace(out_dir)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out_dir.name}.", suffix=".old", dir=out_dir.parent))
    out_dir.replace(old / "package")
    try:
        staging.replace(out_dir)
    except OSError:
        (old / "package").replace(out_dir)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


class _Packager:
    """One attempt: `folder` is where the package grows, `out_dir` where it will be."""

    def __init__(self, project: Project, folder: Path, out_dir: Path, options: PackageOptions) -> None:
        self.project = project
        self.folder = folder
        self.out_dir = out_dir
        self.options = options
        self.scratch = folder / ".scratch.sqlite"
        self.stem = f"{project.stem}_qfield"
        self.report = PackageReport(project_file=f"{self.stem}.qgz")
        self.sources: dict[str, NewSource] = {}
        self.relocated: dict[str, str] = {}
        self.exported: list[Path] = []

    def run(self) -> PackageReport:
        self.report.layers = layer_statuses(self.project)
        self.report.areas_for = [item.who for item in areas_of(self.project)]
        if self.options.area is None:
            self.report.made_for = choose(self.report.areas_for, self.options.made_for)
        plans = plan_layers(self.project, self.options)
        self._note_plans(plans)
        self._note_frames(plans)
        self._step(0.05, Message("Copying rows"))
        plans = [self._exported_plan(plan) for plan in plans]
        self._package_tables([plan for plan in plans if plan.action == OFFLINE])
        self._step(0.6, Message("Copying files"))
        self._package_files(plans)
        base_map.add_base_map(self.project, self.folder, self.report, self.options)
        self._step(0.95, Message("Writing the project"))
        self._write_project(plans)
        for path in (self.scratch, *self.exported):
            path.unlink(missing_ok=True)
        self.report.files.sort(key=lambda file: file.name)
        if not {file.source for file in self.report.files} & self.report.frames.keys():
            project_file = self.project.name_of(self.project.path)
            self.report.made_of = made_of(project_file, self.report.frames, self.options)
        self._step(1.0, Message("Done"))
        return self.report

    def _step(self, fraction: float, text: str) -> None:
        if self.options.cancelled():
            raise PackagingCancelled(Message("Packaging was cancelled. Nothing was changed."))
        self.options.progress(fraction, text)

    def _note_plans(self, plans: list[LayerPlan]) -> None:
        warning = first_warning(plans)
        if warning is not None and self.options.strict:
            raise LayerNotPackaged(warning.text, warning.layer_id)
        self.report.warnings += [plan.warning for plan in plans if plan.warning is not None]
        self.report.actions.update((plan.layer.id, plan.action) for plan in plans)

    def _note_frames(self, plans: list[LayerPlan]) -> None:
        """Exporters see more than files, so what else a package is made of is known only if none was asked."""
        if not self.options.knows_all_files or any(
            plan.layer.is_vector and plan.table is None and not plan.is_untouched for plan in plans
        ):
            return
        paths = {plan.table.path for plan in plans if plan.table is not None and plan.action == OFFLINE}
        with contextlib.suppress(GeoPackageError):  # then its rows alone are of use
            self.report.frames = {self.project.name_of(path): Frame(path).digest for path in sorted(paths)}

    def _exported_plan(self, plan: LayerPlan) -> LayerPlan:
        """The plan for the GeoPackage table that an exporter has made of the layer."""
        if plan.action != OFFLINE or plan.table is not None or plan.exporter is None:
            return plan
        path = self.folder / f"{EXPORTED}{len(self.exported)}.gpkg"
        self.exported.append(path)
        try:
            key = plan.exporter.export(self.project, plan.layer, path)
        except LayerNotExported as error:
            instead = plan_without_exporter(plan.layer, plan.key, plan.file, error.message)
            self._note_plans([instead])
            return instead
        schema, names = self.project.schemas.read(path)
        if len(names) != 1:
            raise PackagingError(
                Message("“{layer}” could not be exported. Nothing was written.", layer=plan.layer.name)
            )
        table = LayerTable(plan.layer.id, path, names[0], key, schema[names[0]], crs=plan.layer.crs)
        plan = replace(plan, table=table, key=key)
        if self.options.mode == CABLE:
            plan = plan_for_looking(plan)
            self._note_plans([plan])
            return plan
        return replace(plan, lacks_key=not key, is_read_only=not key)

    def _package_tables(self, plans: list[LayerPlan]) -> None:
        tables = group_tables(
            (plan.layer, plan.table.path, plan.table.schema) for plan in plans if plan.table is not None
        )
        before = self._states(tables)
        self.report.warnings += select_rows(self.project, tables, self.scratch, self.options)
        data = self._data_tables(tables)
        scratch = self.scratch if self.scratch.exists() else None
        self.report.files += DataFileWriter(self.folder, scratch, self.options).write(data)
        if self._states(tables) != before:
            raise SourceChanged(Message("The data changed again and again while being packaged. Try again."))
        by_layer = {layer.id: item for item in data for layer in item.source.layers}
        for plan in plans:
            if plan.table is not None:
                self._note_table(plan, by_layer[plan.layer.id])

    def _states(self, tables: list[SourceTable]) -> dict[Path, str]:
        """Each table is copied as of one moment; this tells whether all were copied as of the same."""
        identities = Identities(self.project, self.options)
        return {table.path: identities.of_file(table.path) for table in tables}

    def _data_tables(self, tables: list[SourceTable]) -> list[DataTable]:
        area = area_of(self.project, self.options)
        states = Identities(self.project, self.options)
        identities = [states.of_table(table) for table in tables]
        # Inside an area, relations let the rows of one table depend on those of all others.
        shared = identities if area is not None else []
        return [
            DataTable(
                table,
                identity,
                # A filter that reads other tables of its file depends on all of them.
                selected_by(
                    table, area, [*shared, *([states.of_file(table.path)] if table.drops_subset else [])]
                ),
                former=states.former(table),
                changes=states.changes_of(table),
            )
            for table, identity in zip(tables, identities)
        ]

    def _note_table(self, plan: LayerPlan, table: DataTable) -> None:
        schema = table.source.schema
        with_default = [item.name for item in schema.columns if item.default is not None]
        self.sources[plan.layer.id] = NewSource(
            offline_datasource(
                plan.layer, table.file, table.name, keeps_subset=not table.source.drops_subset
            ),
            "ogr",
            table.copy.local_key,
            (*with_default, *schema.key),
            is_offline=True,
        )
        path = table.source.path
        self.report.tables.append(
            PackagedTable(
                layer_id=plan.layer.id,
                file=table.file,
                table=table.name,
                local_key=table.copy.local_key,
                source=self.project.name_of(path),
                source_table=schema.name,
                source_key=plan.key,
                fingerprint=table.fingerprint,
                identity=table.identity,
                file_identity=Identities(self.project, self.options).of_file(path),
                has_all_rows=table.source.selection is None and not table.source.subsets,
            )
        )

    def _package_files(self, plans: list[LayerPlan]) -> None:
        reserved = {file.name for file in self.report.files} | {self.report.project_file}
        collector = FileCollector(self.project, self.folder, self.options, reserved)
        for plan in plans:
            if plan.action == COPY and plan.file is not None:
                keeps = self.options.mode == CABLE and plan.configured == "keep_existent"
                name = collector.add_layer_file(plan.file, self.out_dir if keeps else None)
                datasource = plan.layer.source.with_path(f"./{name}")
                if datasource != plan.layer.source.raw:
                    self.sources[plan.layer.id] = NewSource(datasource)
            elif plan.layer.provider == VIRTUAL and plan.action != REMOVE:
                self._take_embedded(plan.layer, collector)
        attachment_dirs = self.project.attachment_dirs
        served = attachment_dirs if self.options.mode == CLOUD else []
        collector.add_folders(self.project.data_dirs, served)
        if self.options.copies_attachments:
            collector.add_folders(attachment_dirs, [])
        collector.add_assets()
        collector.add_companions(self.stem)
        self.report.files += collector.files.values()
        self.relocated = collector.relocated

    def _take_embedded(self, layer: Layer, collector: FileCollector) -> None:
        """What a virtual layer reads by itself comes along; tables that are edited offline it sees as edited."""
        tables = {(table.source, table.source_table): table for table in self.report.tables}

        def place_of(item: Layer) -> Optional[str]:
            path = self.project.file_of(item)
            if path is None or not path.is_file():
                return None
            table = tables.get((self.project.name_of(path), item.source.table))
            if table is not None and not item.source.subset:
                return f"./{table.file}|layername={table.table}"
            return item.source.with_path(f"./{collector.add_layer_file(path)}")

        source = repointed(layer, place_of)
        if source != layer.source.raw:
            self.sources[layer.id] = NewSource(source)

    def _write_project(self, plans: list[LayerPlan]) -> None:
        path = self.project.path
        original = str(path) if self.options.mode == CABLE else self.project.name_of(path)
        packaged = PackagedProject(self.project, self.options.mode, self.options.title)
        xml = packaged.to_bytes(plans, self.sources, original, self.relocated, self.report.base_map)
        archive = ProjectArchive(f"{self.stem}.qgs", xml, _attached_files(self.project, self.stem))
        target = self.folder / self.report.project_file
        target.write_bytes(archive.to_bytes())
        digests = digests_of(target, self.options)
        self.report.files.append(described(target.name, digests))
        self.report.packaged_layers = self._former_statuses() or self._statuses(target)

    def _former_statuses(self) -> dict[str, Any]:
        """What is known of the packaged layers if only rows changed since: same project, same files, same tables."""
        previous = self.options.previous
        if previous is None:
            return {}
        now, then = (
            (
                {file.name for file in report.files},
                project.sha256 if (project := report.file(report.project_file)) is not None else "",
                [(item.layer_id, item.file, item.table, item.local_key) for item in report.tables],
            )
            for report in (self.report, previous)
        )
        same = now[0] == then[0] and now[2] == then[2] and now[1] == then[1] != ""
        return dict(previous.packaged_layers) if same else {}

    def _statuses(self, packaged: Path) -> dict[str, Any]:
        elsewhere = {file.name for file in self.report.files if not file.is_written}
        project = read_project(packaged)
        # Else descriptors stay open (`gpkg.raw_file`), and what is deleted keeps its place on the disk.
        project.schemas = GeoPackageSchemas(immutable=True)
        return layer_statuses(project, elsewhere)


def _attached_files(project: Project, packaged_stem: str) -> dict[str, bytes]:
    """What lies inside a .qgz, and beside a .qgs: auxiliary storage and files attached to the project."""
    others = dict(project.archive.others)
    if not others:
        auxiliary = project.path.with_suffix(".qgd")
        if auxiliary.is_file():
            others[auxiliary.name] = auxiliary.read_bytes()
        attachments = project.folder / f"{project.stem}_attachments.zip"
        if attachments.is_file() and zipfile.is_zipfile(attachments):
            others.update(read_members(attachments, attachments.name))
    storage = f"{project.stem}.qgd"
    return {f"{packaged_stem}.qgd" if name == storage else name: data for name, data in others.items()}
