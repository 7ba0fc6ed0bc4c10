# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes to projects, for the API, the pages and the commands; each checks what it gets."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError as InvalidValue
from django.db import IntegrityError, transaction
from django.dispatch import receiver

from qfieldcloud_server.accounts import selectors as accounts
from qfieldcloud_server.accounts.models import OrganizationMember, User
from qfieldcloud_server.accounts.services import member_left
from qfieldcloud_server.api.errors import (
    InvalidRequest,
    NotCloneableProject,
    ObjectNotFound,
    OverQuota,
    PermissionDenied,
    ProjectAlreadyExists,
    QgisProjectFileNotAllowed,
    ValidationError,
)
from qfieldcloud_server.api.pictures import small_png
from qfieldcloud_server.projects import secret_values
from qfieldcloud_server.projects.models import (
    Project,
    ProjectCollaborator,
    ProjectSeed,
    Role,
    Secret,
    Thumbnail,
)
from qfieldcloud_server.projects.seeds import Seed
from qfieldcloud_server.projects.signals import project_seeded

SHARED_DATASETS = "shared_datasets"
THUMBNAIL_SIDE = 100
COPIED_BY_CLONE = (
    "description",
    "is_public",
    "public_collaborator_role",
    "is_featured",
    "is_attachment_download_on_demand",
    "has_restricted_projectfiles",
    "overwrite_conflicts",
)


@transaction.atomic
def create_project(user: User, owner: User, seed: Seed | None = None, **fields: Any) -> Project:
    """A project of ``owner``, made by ``user``. A seed is stored and announced; a job carries it out."""
    if not accounts.may_create_projects_for(user, owner):
        raise PermissionDenied
    if seed and seed.clone_from:
        _check_clone(seed.clone_from, owner)
        fields = {name: getattr(seed.clone_from, name) for name in COPIED_BY_CLONE} | fields
    project = Project(owner=owner, **fields)
    _set_type(project)
    _check_name_free(project)
    _save(project)
    _share_with_creator(project, user)
    if seed:
        _plant(project, seed, user)
    return project


def _check_clone(source: Project, owner: User) -> None:
    if source.is_shared_datasets:
        raise NotCloneableProject
    if accounts.is_over_quota(owner, source.file_storage_bytes):
        raise OverQuota


def _share_with_creator(project: Project, user: User) -> None:
    """A creator of an organization has no role in its projects but this one."""
    owner = project.owner
    if user.pk != owner.pk and not accounts.administers(user, owner):
        ProjectCollaborator.objects.create(
            project=project, collaborator=user, role=Role.ADMIN, created_by=user, updated_by=user
        )


def _plant(project: Project, seed: Seed, user: User) -> None:
    ProjectSeed.objects.create(
        project=project,
        extent=seed.extent,
        settings=seed.settings,
        clone_from=seed.clone_from,
        xlsform=seed.form,
        xlsform_name=seed.form_name,
    )
    project_seeded.send(Project, project=project, user=user)


@transaction.atomic
def update_project(project: Project, **fields: Any) -> Project:
    """Writable fields; ``owner`` gives the project away, if the new owner has room for it."""
    _lock(project)
    owner = fields.pop("owner", None)
    for name, value in fields.items():
        setattr(project, name, value)
    if owner is not None and owner.pk != project.owner_id:
        if accounts.is_over_quota(owner, project.file_storage_bytes):
            raise OverQuota
        project.owner = owner
        _drop_collaborators_who_do_not_fit(project)
    _set_type(project)
    _check_name_free(project)
    return _save(project, [*fields, "owner", "project_type", "updated_at"])


def _lock(project: Project) -> None:
    """Nobody uploads until the transaction ends, and what was uploaded since the project was read is known."""
    # Ordered as usual, by the owner's name, the owner would be locked as well.
    rows = Project.objects.select_for_update().filter(pk=project.pk).order_by()
    now = rows.values_list("the_qgis_file_name", "file_storage_bytes").first()
    if now is None:
        raise ObjectNotFound("The project was deleted just now.")
    project.the_qgis_file_name, project.file_storage_bytes = now


def _set_type(project: Project) -> None:
    """The name decides whether a project holds shared datasets, and nothing else does."""
    if project.name.lower() == SHARED_DATASETS:
        if project.the_qgis_file_name:
            raise QgisProjectFileNotAllowed
        project.project_type = Project.Type.SHARED_DATASETS
    elif project.is_shared_datasets:
        project.project_type = Project.Type.REGULAR


def _check_name_free(project: Project) -> None:
    others = Project.objects.filter(owner=project.owner, name=project.name).exclude(pk=project.pk)
    if others.exists():
        raise ProjectAlreadyExists


def _save(project: Project, fields: list[str] | None = None) -> Project:
    try:
        project.full_clean(validate_unique=False, validate_constraints=False, exclude=["owner"])
        with transaction.atomic():
            project.save(update_fields=fields)
    except InvalidValue as error:
        raise InvalidRequest(
            " ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
        ) from error
    except IntegrityError as error:
        raise ProjectAlreadyExists from error
    return project


def delete_project(project: Project) -> None:
    project.delete()


# --- collaborators ----------------------------------------------------------------------------------------------------


def add_collaborator(project: Project, who: User, role: str, by: User) -> ProjectCollaborator:
    if who.pk == project.owner_id:
        raise ValidationError(f"{who} owns the project.")
    if not _fits(project, who):
        raise ValidationError(f"{who} does not belong to {project.owner}.")
    try:
        with transaction.atomic():
            return ProjectCollaborator.objects.create(
                project=project, collaborator=who, role=role, created_by=by, updated_by=by
            )
    except IntegrityError as error:
        raise ValidationError(f"{who} is a collaborator already.") from error


def change_collaborator(collaborator: ProjectCollaborator, role: str) -> ProjectCollaborator:
    # ``updated_by`` stays who it was: QFieldCloud answers so, and clients compare.
    collaborator.role = role
    collaborator.save(update_fields=["role", "updated_at"])
    return collaborator


def _fits(project: Project, who: User) -> bool:
    """Whoever works on an organization's project belongs to the organization; a team is one of its own."""
    if not project.owner.is_organization:
        return True
    if who.is_team:
        return who.team_organization_id == project.owner_id
    return accounts.belongs_to(who, project.owner)


def _drop_collaborators_who_do_not_fit(project: Project) -> None:
    rows = ProjectCollaborator.objects.filter(project=project).select_related("collaborator")
    gone = [
        row.pk
        for row in rows
        if row.collaborator_id == project.owner_id or not _fits(project, row.collaborator)
    ]
    ProjectCollaborator.objects.filter(pk__in=gone).delete()


@receiver(member_left, sender=OrganizationMember)
def drop_roles_of_former_member(organization: User, member: User, **_: Any) -> None:
    ProjectCollaborator.objects.filter(project__owner=organization, collaborator=member).delete()


# --- thumbnails and secrets -------------------------------------------------------------------------------------------


def set_thumbnail(project: Project, picture: bytes) -> None:
    """Any picture, redrawn as a PNG of 100 pixels."""
    Thumbnail.objects.update_or_create(
        project=project, defaults={"content": small_png(picture, THUMBNAIL_SIDE)}
    )


def set_secret(secret: Secret, value: str) -> Secret:
    """Store a new or changed secret; ``value`` is encrypted here and cannot be read back through the API."""
    if secret.project is None and secret.organization is None:
        raise ValidationError("A secret belongs to a project or an organization.")
    if "\0" in value or not value:
        raise ValidationError("value: A text without NUL is needed.")
    secret.value = secret_values.encrypt(value)
    try:
        secret.full_clean(exclude=["value"], validate_unique=False, validate_constraints=False)
        with transaction.atomic():
            secret.save()
    except InvalidValue as error:
        raise ValidationError(" ".join(error.messages)) from error
    except IntegrityError as error:
        raise ValidationError(f"There is a secret {secret.name} already.") from error
    return secret
