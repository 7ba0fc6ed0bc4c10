# SPDX-License-Identifier: GPL-2.0-or-later
"""The job `process_projectfile`: read the QGIS project and keep what it says."""

from __future__ import annotations

from typing import Any

from qfieldcloud_plugin.engine.packaging import PackagingError, areas_of
from qfieldcloud_plugin.engine.project import Project as QgisProject
from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.deltas.services import request_apply
from qfieldcloud_server.files.folders import project_folder
from qfieldcloud_server.files.models import KnownLayer
from qfieldcloud_server.files.services import lock_project
from qfieldcloud_server.jobs.context import JobContext, JobFailed
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.workflow import Workflow
from qfieldcloud_server.projects.audiences import unknown_names
from qfieldcloud_server.projects.models import Project


def process_project_file(context: JobContext) -> None:
    project = context.job.project
    context.workflow = workflow = Workflow(
        "process_projectfile",
        "Process Projectfile",
        "2.0",
        download_project_directory="Lay Out Project Files",
        project_validity_check="Project Validity Check",
        project_details="Project Details",
    )
    name = project.the_qgis_file_name
    if not name:
        raise JobFailed("The project has no QGIS project file.", "FILE_NOT_FOUND")
    with project_folder(project) as folder:
        with workflow.step("download_project_directory") as step:
            step.returns["files"] = len(folder.files)
        with workflow.step("project_validity_check"):
            read = read_project(folder.path / name, root=folder.path)
        with workflow.step("project_details") as step:
            details = step.outputs["project_details"] = read.details()
            workflow.log(
                f"{read.title or name}: {len(read.layers)} layers, made with QGIS {read.qgis_version}"
            )
        blob = folder.blob_of(name)
        with context.commit():
            if _keep(context, name, blob.sha256 if blob else "", read, details):
                _remember_layers(context.job.project, read)
                # Perhaps these files are what some deltas waited for.
                request_apply(context.job.project, context.job.created_by)


def _keep(context: JobContext, name: str, sha256: str, read: QgisProject, details: dict[str, Any]) -> bool:
    project = lock_project(context.job.project)
    file = project.files.select_related("latest").filter(name=name).first()
    if file is None or file.latest is None or file.latest.blob_id != sha256:
        # Replaced or deleted meanwhile; whoever did that asked for another job.
        context.workflow.log("The project file has changed in the meantime.")
        return False
    project.project_details = details
    project.has_online_vector_data = has_online_vector_data(read)
    project.areas_for = _areas_for(context, read)
    project.save(update_fields=["project_details", "has_online_vector_data", "areas_for"])
    return True


def _areas_for(context: JobContext, read: QgisProject) -> list[str]:
    try:
        names = [item.who for item in areas_of(read)]
    except PackagingError as error:
        # Packaging will fail for this reason; everything else can be done with the project.
        context.workflow.log(str(error))
        return []
    if names:
        for name in unknown_names(context.job.project, names):
            context.workflow.log(f"The project keeps an area for {name}, but there is nobody of that name.")
    return names


def _remember_layers(project: Project, read: QgisProject) -> None:
    KnownLayer.objects.bulk_create(
        [
            KnownLayer(
                project=project,
                layer_id=layer_id[:255],
                file_name=table.path.relative_to(read.root).as_posix(),
                table=table.table,
            )
            for layer_id, table in read.tables().items()
        ],
        update_conflicts=True,
        unique_fields=["project", "layer_id"],
        update_fields=["file_name", "table"],
    )


def has_online_vector_data(read: QgisProject) -> bool:
    """Whether rows come from somewhere that may change without this server hearing of it."""
    return any(layer.is_online for layer in read.layers.values())


def after_failure(job: Job, message: str) -> None:  # noqa: ARG001
    """A project whose file cannot be read is told so."""
    type(job.project).objects.filter(pk=job.project_id).update(project_details=None)
