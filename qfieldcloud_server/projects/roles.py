# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may do what with a project: the table of permissions, and the roles of many projects in one query."""

from __future__ import annotations

from enum import StrEnum

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from qfieldcloud_server.accounts.models import OrganizationMember, TeamMember, User
from qfieldcloud_server.projects.models import Project, ProjectCollaborator, Role


class Action(StrEnum):
    """What can be asked of a project."""

    READ = "read"  # the project, its files, packages and jobs; start a package job
    UPLOAD = "upload"  # files and the thumbnail
    PROCESS = "process"  # start process_projectfile and delta_apply jobs
    READ_DELTAS = "read_deltas"
    SEND_DELTAS = "send_deltas"
    SEND_ANY_DELTA = "send_any_delta"  # patches and deletes, not only creates
    DELETE_FILES = "delete_files"
    CHANGE_RESTRICTED = "change_restricted"  # the QGIS file when has_restricted_projectfiles is set
    MANAGE = "manage"  # change, give away and delete the project; its collaborators
    SECRETS = "secrets"  # pragma: allowlist secret


_EVERYONE = frozenset(Role)
_REPORTERS = _EVERYONE - {Role.READER}
_EDITORS = _REPORTERS - {Role.REPORTER}
_MANAGERS = frozenset({Role.ADMIN, Role.MANAGER})

PERMISSIONS: dict[Action, frozenset[Role]] = {
    Action.READ: _EVERYONE,
    Action.UPLOAD: _REPORTERS,
    Action.PROCESS: _REPORTERS,
    Action.READ_DELTAS: _REPORTERS,
    Action.SEND_DELTAS: _REPORTERS,
    Action.SEND_ANY_DELTA: _EDITORS,
    Action.DELETE_FILES: _EDITORS,
    Action.CHANGE_RESTRICTED: _MANAGERS,
    Action.MANAGE: _MANAGERS,
    Action.SECRETS: frozenset({Role.ADMIN}),
}


class Origin(StrEnum):
    """Where a role comes from; the first that fits counts."""

    PROJECT_OWNER = "project_owner"
    ORGANIZATION_OWNER = "organization_owner"
    ORGANIZATION_ADMIN = "organization_admin"
    COLLABORATOR = "collaborator"
    TEAM_MEMBER = "team_member"
    PUBLIC = "public"


def allows(role: str | None, action: Action) -> bool:
    return role is not None and role in PERMISSIONS[action]


def with_roles(projects: QuerySet[Project], user: User) -> QuerySet[Project]:
    """Annotate ``user_role`` and ``user_role_origin``, both None for who may not even read."""
    return with_roles_of(projects, user.pk)


def with_roles_of(projects: QuerySet[Project], user_id: int | None) -> QuerySet[Project]:
    """The same for who is only known by an id."""
    direct = ProjectCollaborator.objects.filter(project=OuterRef("pk"), collaborator=user_id).values("role")
    by_team = (
        _team_collaborations(user_id).filter(project=OuterRef("pk")).order_by(_rank()).values("role")[:1]
    )
    admin_of_owner = Exists(
        OrganizationMember.objects.filter(
            organization=OuterRef("owner"), member=user_id, role=OrganizationMember.Role.ADMIN
        )
    )
    projects = projects.annotate(
        _direct=Subquery(direct), _by_team=Subquery(by_team), _organization_admin=admin_of_owner
    )
    cases = (
        (Q(owner=user_id), Origin.PROJECT_OWNER),
        (Q(owner__organization_owner=user_id), Origin.ORGANIZATION_OWNER),
        (Q(_organization_admin=True), Origin.ORGANIZATION_ADMIN),
        (Q(_direct__isnull=False), Origin.COLLABORATOR),
        (Q(_by_team__isnull=False), Origin.TEAM_MEMBER),
        (Q(is_public=True), Origin.PUBLIC),
    )
    admin = cases[0][0] | cases[1][0] | cases[2][0]
    public = Case(
        When(is_public=True, then=F("public_collaborator_role")), default=None, output_field=CharField()
    )
    return projects.annotate(
        user_role=Case(
            When(admin, then=Value(str(Role.ADMIN))),
            default=Coalesce("_direct", "_by_team", public),
            output_field=CharField(null=True),
        ),
        user_role_origin=Case(
            *(When(condition, then=Value(str(origin))) for condition, origin in cases),
            default=None,
            output_field=CharField(null=True),
        ),
    )


def belonging_to(projects: QuerySet[Project], user: User) -> QuerySet[Project]:
    """Those in which the user has a role other than the one every public project gives."""
    administered = OrganizationMember.objects.filter(
        member=user.pk, role=OrganizationMember.Role.ADMIN
    ).values("organization")
    direct = ProjectCollaborator.objects.filter(collaborator=user.pk).values("project")
    return projects.filter(
        Q(owner=user.pk)
        | Q(owner__organization_owner=user.pk)
        | Q(owner__in=administered)
        | Q(pk__in=direct)
        | Q(pk__in=_team_collaborations(user.pk).values("project"))
    )


def visible_to(projects: QuerySet[Project], user: User) -> QuerySet[Project]:
    """Those the user may read, public ones included."""
    return projects.filter(
        Q(is_public=True) | Q(pk__in=belonging_to(Project.objects.all(), user).values("pk"))
    )


def _team_collaborations(user_id: int | None) -> QuerySet[ProjectCollaborator]:
    return ProjectCollaborator.objects.filter(
        collaborator__in=TeamMember.objects.filter(member=user_id).values("team")
    )


def _rank() -> Case:
    """Strongest role first, for whoever is in several teams."""
    return Case(
        *(When(role=role, then=Value(number)) for number, role in enumerate(Role)),
        output_field=IntegerField(),
    )
