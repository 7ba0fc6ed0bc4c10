# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects and what belongs to them besides files: collaborators, secrets, seeds and thumbnails."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

# Names become folders on devices and parts of addresses: none is made of dots alone.
check_project_name = RegexValidator(r"^(?!\.+\Z)[a-zA-Z0-9-_.]+\Z", "Letters, digits, dots, - and _ only.")
check_secret_name = RegexValidator(
    r"^[A-Z]+[A-Z0-9_]+\Z", "Capital letters, digits and _, starting with a letter."
)


class Role(models.TextChoices):
    """What a person may do with a project; ``roles.py`` says what each means."""

    ADMIN = "admin", "admin"
    MANAGER = "manager", "manager"
    EDITOR = "editor", "editor"
    REPORTER = "reporter", "reporter"
    READER = "reader", "reader"


PUBLIC_ROLES = (Role.READER, Role.REPORTER, Role.EDITOR)


class Project(models.Model):
    """A QGIS project with its files. ``data_*`` times are set by files, deltas and packages."""

    class Type(models.TextChoices):
        REGULAR = "regular", "regular"
        TEMPLATE = "template", "template"
        SHARED_DATASETS = "shared_datasets", "shared datasets"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=255, validators=[check_project_name])
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="projects",
        limit_choices_to={"type__in": [1, 2]},
    )
    description = models.TextField(blank=True)
    project_type = models.CharField(max_length=20, choices=Type.choices, default=Type.REGULAR)
    is_public = models.BooleanField(default=False, help_text="Everyone who can sign in may read it.")
    public_collaborator_role = models.CharField(
        max_length=10,
        choices=[(role.value, role.label) for role in PUBLIC_ROLES],
        default=Role.READER,
        help_text="The role of everyone while the project is public.",
    )
    is_featured = models.BooleanField(default=False, help_text="Listed first.")
    is_attachment_download_on_demand = models.BooleanField(
        default=False, help_text="Devices fetch attachments when a form needs them."
    )
    has_restricted_projectfiles = models.BooleanField(
        default=False, help_text="Only admins and managers may change the QGIS project file."
    )
    overwrite_conflicts = models.BooleanField(
        default=True, help_text="A device's change wins over a newer value."
    )
    kept_versions = models.PositiveIntegerField(
        null=True, blank=True, help_text="Versions kept of each file. Empty: as the server's settings say."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    # Kept by files, deltas and packages.
    the_qgis_file_name = models.CharField(max_length=255, null=True, blank=True, editable=False)
    project_details = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="What reading the QGIS file found; empty if it failed.",
    )
    has_online_vector_data = models.BooleanField(default=False, editable=False)
    file_storage_bytes = models.PositiveBigIntegerField(default=0, editable=False)
    data_last_updated_at = models.DateTimeField(null=True, blank=True, editable=False)
    restricted_data_last_updated_at = models.DateTimeField(null=True, blank=True, editable=False)
    data_last_packaged_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What data_last_updated_at was when the last good packaging started:
    # edits made while it ran stay visible as unpackaged.
    packaged_data_updated_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Names of teams and persons for whom the QGIS file keeps areas; the same for packages made with these areas.
    areas_for = models.JSONField(default=list, blank=True, editable=False)
    packaged_for = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        ordering = ["owner__username", "name"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="project_name_once_per_owner")]
        indexes = [models.Index(fields=["is_public"], name="public_projects", condition=Q(is_public=True))]

    def __str__(self) -> str:
        return self.name

    @property
    def is_shared_datasets(self) -> bool:
        return self.project_type == self.Type.SHARED_DATASETS


class ProjectCollaborator(models.Model):
    """A person or team with a role in a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="collaborators")
    collaborator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="collaborations",
        limit_choices_to={"type__in": [1, 3]},
    )
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.READER)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["collaborator__username"]
        constraints = [models.UniqueConstraint(fields=["project", "collaborator"], name="collaborator_once")]

    def __str__(self) -> str:
        return f"{self.collaborator} in {self.project} as {self.role}"


class Secret(models.Model):
    """An environment variable or pg_service entry for the jobs of a project or an organization, encrypted."""

    class Type(models.TextChoices):
        ENVIRONMENT = "envvar", "environment variable"
        PG_SERVICE = "pgservice", "pg_service entry"

    name = models.CharField(max_length=255, validators=[check_secret_name])
    type = models.CharField(max_length=10, choices=Type.choices)
    value = models.BinaryField()
    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, related_name="secrets")
    organization = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="secrets",
        limit_choices_to={"type": 2},
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="assigned_secrets",
        limit_choices_to={"type": 1},
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="secret_of_project_or_organization",
                condition=Q(project__isnull=False, organization__isnull=True)
                | Q(project__isnull=True, organization__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["name", "project"], name="secret_once", condition=Q(assigned_to__isnull=True)
            ),
            models.UniqueConstraint(fields=["name", "project", "assigned_to"], name="secret_once_per_person"),
            models.UniqueConstraint(
                fields=["name", "organization"],
                name="organization_secret_once",
                condition=Q(assigned_to__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["name", "organization", "assigned_to"], name="organization_secret_once_per_person"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ProjectSeed(models.Model):
    """What a project was asked to be made from; the job ``create_project`` carries it out."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="seed", primary_key=True)
    extent = models.JSONField(null=True, blank=True, help_text="[xmin, ymin, xmax, ymax] in EPSG:4326.")
    settings = models.JSONField(default=dict)
    clone_from = models.ForeignKey(Project, models.SET_NULL, null=True, blank=True, related_name="+")
    xlsform = models.BinaryField(null=True, blank=True)
    xlsform_name = models.CharField(max_length=255, blank=True)

    def __str__(self) -> str:
        return f"seed of {self.project}"


class Thumbnail(models.Model):
    """A small PNG of a project, kept here so that every deployment serves it alike."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="thumbnail", primary_key=True)
    content = models.BinaryField()
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"thumbnail of {self.project}"
