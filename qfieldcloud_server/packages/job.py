# SPDX-License-Identifier: GPL-2.0-or-later
"""The job `package`: make what devices download; the former package stays what it was until that succeeds."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

from django.utils import timezone

from qfieldcloud_plugin.engine.gpkg import Changeset
from qfieldcloud_plugin.engine.packaging import FileIdentity, PackagedFile, PackageOptions, PackageReport
from qfieldcloud_plugin.engine.packaging import make_package as make_in_engine
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.files import history
from qfieldcloud_server.files.digests import Digest
from qfieldcloud_server.files.folders import ProjectFolder, project_folder
from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.files.records import digest_of, keep_blob
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.jobs.context import JobContext, JobFailed
from qfieldcloud_server.jobs.workflow import Workflow
from qfieldcloud_server.packages.exporters import exporters
from qfieldcloud_server.packages.models import Package, PackageFile
from qfieldcloud_server.packages.selectors import packages_for
from qfieldcloud_server.projects.audiences import Audience
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.qgis_helper.base_maps import HelperBaseMapMaker
from qfieldcloud_server.qgis_helper.exporting import HelperExporter


def make_package(context: JobContext) -> None:
    context.workflow = Workflow(
        "package_project",
        "Package Project",
        "2.0",
        download_project_directory="Lay Out Project Files",
        qgis_layers_data="Layers Data",
        package_project="Package Project",
        qfield_layer_data="Packaged Layers Data",
        upload_packaged_project="Keep Package",
    )
    # Read before the files are: what changes from here on is not in the package, and is seen to be newer.
    project = Project.objects.select_related("owner").get(pk=context.job.project_id)
    if not project.the_qgis_file_name:
        raise JobFailed("The project has no QGIS project file.", "FILE_NOT_FOUND")
    with project_folder(project) as folder, HelperExporter(context) as helper:
        _Packaging(context, project, folder, helper).run(project.the_qgis_file_name)


class _Packaging:
    def __init__(
        self, context: JobContext, project: Project, folder: ProjectFolder, helper: HelperExporter
    ) -> None:
        self.context, self.project, self.folder, self.helper = context, project, folder, helper
        self.started_at = timezone.now()
        self.user = context.job.created_by or project.owner
        self.base_map_maker = HelperBaseMapMaker(context, folder)
        self.previous = self._previous()

    def run(self, project_file: str) -> None:
        workflow = self.context.workflow
        with workflow.step("download_project_directory") as step:
            step.returns["files"] = len(self.folder.files)
        with blob_store().workspace() as workspace:
            with workflow.step("package_project"):
                target = workspace / "package"
                report = make_in_engine(self.folder.path / project_file, target, self._options(workspace))
            with workflow.step("qgis_layers_data") as step:
                step.outputs["layers_by_id"] = report.layers
            with workflow.step("qfield_layer_data") as step:
                step.outputs["layers_by_id"] = report.packaged_layers
            for warning in report.warnings:
                workflow.log(warning.text)
            if report.made_for:
                workflow.log(f"With the area of {report.made_for}.")
            with workflow.step("upload_packaged_project") as step:
                digests = {file.name: self._kept(file, target) for file in report.files}
                step.returns["files"] = len(digests)
        with self.context.commit():
            self._save(report, digests)

    def _previous(self) -> Package | None:
        """The latest; but whose packages are made for one person alone finds what they hold only in their own."""
        found = packages_for(self.project, self.user)
        own = found.filter(made_for=self.user).first() if self.base_map_maker.is_personal else None
        return own or found.first()

    def _options(self, workspace: Path) -> PackageOptions:
        identities = {}
        for name in self.folder.files:
            blob = self.folder.blob_of(name)
            if blob:
                identities[name] = FileIdentity(blob.sha256, blob.md5sum, blob.size)
        return PackageOptions(
            root=self.folder.path,
            made_for=Audience(self.user).names(self.project),
            identities=identities,
            knows_all_files=True,
            lists_unchanged_files=True,
            previous=self._previous_report(),
            row_changes=self._row_changes,
            previous_file=self._previous_files(workspace),
            exporters=[*exporters(), self.helper],
            base_map_maker=self.base_map_maker,
            progress=lambda _, text: self.context.workflow.log(text),
            cancelled=self.context.cancelled,
        )

    def _previous_report(self) -> PackageReport | None:
        if self.previous is None:
            return None
        try:
            return PackageReport.from_json(self.previous.report)
        except (KeyError, TypeError):
            # Written by another version of the engine: then everything is made anew, once.
            return None

    def _previous_files(self, workspace: Path) -> Callable[[str], Path | None]:
        """Finds the former package's files for reading; called in threads, so the database is asked before."""
        blobs = dict(self.previous.files.values_list("name", "blob_id")) if self.previous else {}

        def place(name: str) -> Path | None:
            if name not in blobs:
                return None
            path = workspace / f"former-{blobs[name]}"
            if not path.exists():
                blob_store().link(blobs[name], path)
            return path

        return place

    def _row_changes(self, name: str, before: str, after: str) -> Changeset | None:
        """Which rows differ between two states of a file, if row history knows without comparing."""
        file = self.folder.files.get(name)
        former = self.previous.versions.get(name) if self.previous else None
        if file is None or file.latest is None or former is None or file.latest.blob_id != after:
            return None
        if former["sha256"] != before:
            return None
        return history.known_changes(file, uuid.UUID(former["id"]), file.latest.pk)

    def _kept(self, file: PackagedFile, folder: Path) -> Digest:
        """The bytes of one file of the package, in the blob store."""
        if file.is_written:
            path = folder / file.name
            digest = Digest(file.size, file.sha256, bytes.fromhex(file.part_md5s))
            blob_store().adopt(path, digest)
            return digest
        return digest_of(self._known_blob(file))

    def _known_blob(self, file: PackagedFile) -> Blob:
        """What was not written is as it was: in the project, or in the package before."""
        blob = self.folder.blob_of(file.source) if file.source else None
        if blob is None or blob.sha256 != file.sha256:
            blob = Blob.objects.filter(pk=file.sha256).first()
        if blob is None:
            raise JobFailed(f"The file {file.name!r} of the former package is gone.", "FILE_NOT_FOUND")
        return blob

    def _save(self, report: PackageReport, digests: dict[str, Digest]) -> None:
        job = self.context.job
        package = Package.objects.create(
            pk=job.pk,
            project=self.project,
            made_for=self._made_for(report),
            area=report.made_for,
            created_at=self.started_at,
            data_updated_at=self.project.data_last_updated_at,
            layers=report.layers,
            report=report.to_json(),
            versions={
                name: {"id": str(file.latest.pk), "sha256": file.latest.blob_id}
                for name, file in self.folder.files.items()
                if file.latest
            },
        )
        known = dict(self.previous.files.values_list("blob_id", "created_at")) if self.previous else {}
        PackageFile.objects.bulk_create(
            PackageFile(
                package=package,
                name=name,
                blob=keep_blob(digest),
                created_at=known.get(digest.sha256, self.started_at),
            )
            for name, digest in digests.items()
        )
        Project.objects.filter(pk=self.project.pk).update(
            data_last_packaged_at=self.started_at, **self._packaged(report)
        )

    def _packaged(self, report: PackageReport) -> dict[str, object]:
        """What needs_repackaging asks: up to which change the package of an area, or of everybody, goes."""
        updated_at = self.project.data_last_updated_at
        if not report.made_for:
            return {"packaged_data_updated_at": updated_at}
        known = {area: when for area, when in self.project.packaged_for.items() if area in report.areas_for}
        return {"packaged_for": known | {report.made_for: updated_at.isoformat() if updated_at else None}}

    def _made_for(self, report: PackageReport) -> User | None:
        """Nobody in particular, unless QGIS fetched rows or drew a map with what only this user's jobs may know."""
        was_asked = self.helper.has_exported or bool(report.base_map and report.base_map.file)
        return self.context.job.created_by if was_asked and self.base_map_maker.is_personal else None
