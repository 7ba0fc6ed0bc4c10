# SPDX-License-Identifier: GPL-2.0-or-later
"""The job `create_project`: fill a new project from another one, or with an empty map."""

from __future__ import annotations

from qfieldcloud_server.files.digests import Digest
from qfieldcloud_server.files.models import File, Version
from qfieldcloud_server.files.records import keep_blob
from qfieldcloud_server.files.seeding import NAME, new_project
from qfieldcloud_server.files.selectors import files_of
from qfieldcloud_server.files.services import Author, add_version, lock_project, touch
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.jobs.context import JobContext, JobFailed
from qfieldcloud_server.jobs.services import request_processing
from qfieldcloud_server.jobs.workflow import Workflow
from qfieldcloud_server.projects.models import Project, ProjectSeed
from qfieldcloud_server.projects.seeds import WORLD

NO_FORMS = (
    "The XLSForm is stored, but this server cannot make layers of it yet. Convert it in QGIS (plugin “XLSForm "
    "Converter”) and upload the project it makes to this one."
)


def create_project(context: JobContext) -> None:
    context.workflow = workflow = Workflow(
        "create_project",
        "Create Project",
        "1.0",
        get_project_seed="Get Project Seed",
        prepare_project_files="Prepare Project Files",
    )
    with workflow.step("get_project_seed") as step:
        seed = ProjectSeed.objects.select_related("clone_from").filter(project=context.job.project_id).first()
        if seed is None:
            raise JobFailed("There is nothing that says what the project should be made from.")
        step.returns["clone_from_project"] = str(seed.clone_from_id or "")
        if seed.xlsform:
            raise JobFailed(NO_FORMS)
    author = Author(context.job.created_by, origin=Version.Origin.PROJECT)
    # Before the transaction: bytes may go a long way.
    digest = None if seed.clone_from else blob_store().put(_first_file(context.job.project, seed))
    with context.commit(), workflow.step("prepare_project_files"):
        project = lock_project(context.job.project)
        if project.files.exists():
            workflow.log("The project has files already; they stay as they are.")
        elif seed.clone_from:
            _clone(seed.clone_from, project, author)
        elif digest:
            _begin(digest, project, author)
        if project.the_qgis_file_name:
            request_processing(project, context.job.created_by)


def _clone(source: Project, project: Project, author: Author) -> None:
    """The same files, attachments included; no byte is copied, since versions point to blobs."""
    for file in files_of(source):
        if file.latest:
            copy = File.objects.create(project=project, name=file.name)
            add_version(project, copy, None, file.latest.blob, author)
    project.the_qgis_file_name = source.the_qgis_file_name
    touch(project, restricted=bool(project.the_qgis_file_name))


def _first_file(project: Project, seed: ProjectSeed) -> bytes:
    basemaps = (seed.settings or {}).get("basemaps", [])
    return new_project(project.name, seed.extent or list(WORLD), basemaps)


def _begin(digest: Digest, project: Project, author: Author) -> None:
    file = File.objects.create(project=project, name=NAME)
    add_version(project, file, None, keep_blob(digest), author)
    project.the_qgis_file_name = NAME
    touch(project, restricted=True)
