# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a package for the field out of a project folder: everything, or nothing at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Optional, Union

from ..etag import digests_of_file
from ..project.archive import ProjectArchive
from ..project.details import layer_statuses
from ..project.project import Project, read_project
from .area import area_of
from .data_files import DataFileWriter, DataTable
from .errors import LayerNotPackaged, PackageFolderInUse, PackagingCancelled
from .files import FileCollector
from .geopackage import TableCopy
from .identity import table_identity
from .options import CABLE, CLOUD, PackageOptions
from .plan import COPY, OFFLINE, LayerPlan, first_warning, plan_layers
from .project_file import NewSource, PackagedProject, offline_datasource
from .report import PackagedFile, PackagedTable, PackageReport, PackageWarning
from .rows import group_tables
from .selection import select_rows


def make_package(
    project_path: Union[str, Path], out_dir: Union[str, Path], options: Optional[PackageOptions] = None
) -> PackageReport:
    """Package the project into the new folder `out_dir`. The project and its files are only read.

    Raises ProjectError when the project file cannot be read, PackagingError, or a GeoPackageError when a file breaks
    while it is copied. `out_dir` then is as it was before.
    """
    options = options or PackageOptions()
    out_dir = Path(out_dir)
    if out_dir.exists() and not options.replaces_folder and any(out_dir.iterdir()):
        raise PackageFolderInUse(
            f"“{out_dir.name}” is not empty. Nothing was written; choose another folder."
        )
    project = read_project(project_path, options.root)
    out_dir.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{out_dir.name}.", suffix=".part", dir=out_dir.parent))
    try:
        report = _Packager(project, staging, out_dir, options).run()
        _put_in_place(staging, out_dir)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return report


def _put_in_place(staging: Path, out_dir: Path) -> None:
    staging.chmod(0o755)
    if not out_dir.exists():
        os.replace(staging, out_dir)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out_dir.name}.", suffix=".old", dir=out_dir.parent))
    os.replace(out_dir, old / "package")
    try:
        os.replace(staging, out_dir)
    except OSError:
        os.replace(old / "package", out_dir)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


class _Packager:
    def __init__(self, project: Project, folder: Path, out_dir: Path, options: PackageOptions) -> None:
        self.project = project
        self.folder = folder
        self.out_dir = out_dir
        self.options = options
        self.scratch = folder / ".scratch.sqlite"
        self.stem = f"{project.stem}_qfield"
        self.report = PackageReport(project_file=f"{self.stem}.qgz")
        self.sources: dict[str, NewSource] = {}

    def run(self) -> PackageReport:
        self.report.layers = layer_statuses(self.project)
        plans = plan_layers(self.project, self.options)
        self._note(plans)
        self._step(0.05, "Copying rows")
        self._package_tables([plan for plan in plans if plan.action == OFFLINE])
        self._step(0.6, "Copying files")
        self._package_files(plans)
        self._step(0.95, "Writing the project")
        self._write_project(plans)
        self.scratch.unlink(missing_ok=True)
        self.report.files.sort(key=lambda file: file.name)
        self._step(1.0, "Done")
        return self.report

    def _step(self, fraction: float, text: str) -> None:
        if self.options.cancelled():
            raise PackagingCancelled("Packaging was cancelled. Nothing was changed.")
        self.options.progress(fraction, text)

    def _note(self, plans: list[LayerPlan]) -> None:
        warning = first_warning(plans)
        if warning is not None and self.options.strict:
            raise LayerNotPackaged(warning.text, warning.layer_id)
        self.report.warnings += [plan.warning for plan in plans if plan.warning is not None]
        self.report.actions = {plan.layer.id: plan.action for plan in plans}

    def _package_tables(self, plans: list[LayerPlan]) -> None:
        tables = group_tables(
            (plan.layer, plan.table.path, plan.table.schema) for plan in plans if plan.table is not None
        )
        self.report.warnings += select_rows(self.project, tables, self.scratch, self.options)
        area = area_of(self.project, self.options)
        identities = [table_identity(self.project, table, self.options) for table in tables]
        data = []
        for table, identity in zip(tables, identities):
            # Inside an area, relations let the rows of one table depend on those of all others.
            selected_by = repr((table.subsets, area, identities if area is not None else ()))
            data.append(DataTable(table, identity, selected_by))
        scratch = self.scratch if self.scratch.exists() else None
        self.report.files += DataFileWriter(self.folder, scratch, self.options).write(data)
        by_layer = {layer.id: item for item in data for layer in item.source.layers}
        for plan in plans:
            if plan.table is not None:
                self._note_table(plan, by_layer[plan.layer.id])

    def _note_table(self, plan: LayerPlan, table: DataTable) -> None:
        copy: TableCopy = table.copy
        with_default = tuple(
            item.name
            for item in table.source.schema.columns
            if item.default is not None or item.name in table.source.schema.key
        )
        self.sources[plan.layer.id] = NewSource(
            offline_datasource(
                plan.layer, table.file, table.name, keeps_subset=not table.source.drops_subset
            ),
            "ogr",
            copy.local_key,
            with_default,
            is_offline=True,
        )
        self.report.tables.append(
            PackagedTable(
                plan.layer.id, table.file, table.name, copy.local_key,
                table.source.path.relative_to(self.project.root).as_posix(), table.source.schema.name, plan.key,
                table.fingerprint, table.identity,
            )
        )  # fmt: skip

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
        in_cloud = self.options.mode == CLOUD
        attachment_dirs = self.project.attachment_dirs
        collector.add_folders(self.project.data_dirs, attachment_dirs if in_cloud else [])
        if self.options.copies_attachments:
            collector.add_folders(attachment_dirs, [])
        collector.add_assets()
        collector.add_companions_of_project(self.stem)
        self.report.files += collector.files.values()
        self.report.warnings += collector.warnings

    def _write_project(self, plans: list[LayerPlan]) -> None:
        path = self.project.path
        original = str(path) if self.options.mode == CABLE else path.relative_to(self.project.root).as_posix()
        packaged = PackagedProject(self.project, self.options.mode, self.options.title)
        xml = packaged.to_bytes(plans, self.sources, original)
        archive = ProjectArchive(f"{self.stem}.qgs", xml, self._attached_files())
        target = self.folder / self.report.project_file
        target.write_bytes(archive.to_bytes())
        digests = digests_of_file(target)
        self.report.files.append(PackagedFile(target.name, digests.size, digests.sha256, digests.etag))
        self.report.packaged_layers = layer_statuses(read_project(target))

    def _attached_files(self) -> dict[str, bytes]:
        """Auxiliary storage lies in a .qgz, and beside a .qgs."""
        others = dict(self.project.archive.others)
        auxiliary = self.project.path.with_suffix(".qgd")
        if auxiliary.is_file() and not any(name.endswith(".qgd") for name in others):
            others[f"{self.stem}.qgd"] = auxiliary.read_bytes()
        return {
            f"{self.stem}.qgd" if name == f"{self.project.stem}.qgd" else name: data
            for name, data in others.items()
        }


__all__ = ["PackageWarning", "make_package"]
