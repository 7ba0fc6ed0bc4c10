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


def with_roles(projects: QuerySet[Project], user_id: int | None) -> QuerySet[Project]:
    """Annotate ``user_role``, None for who may not even read."""
    standing = _Standing(user_id)
    public = Case(
        When(is_public=True, then=F("public_collaborator_role")), default=None, output_field=CharField()
    )
    return projects.annotate(
        user_role=Case(
            When(standing.owns | standing.owns_the_owner | standing.administers, then=Value(str(Role.ADMIN))),
            default=Coalesce(Subquery(standing.direct), Subquery(standing.by_team[:1]), public),
            output_field=CharField(null=True),
        )
    )


def with_origins(projects: QuerySet[Project], user_id: int | None) -> QuerySet[Project]:
    """Annotate ``user_role_origin``: where the ``user_role`` comes from."""
    standing = _Standing(user_id)
    cases = (
        (standing.owns, Origin.PROJECT_OWNER),
        (standing.owns_the_owner, Origin.ORGANIZATION_OWNER),
        (standing.administers, Origin.ORGANIZATION_ADMIN),
        (Exists(standing.direct), Origin.COLLABORATOR),
        (Exists(standing.by_team), Origin.TEAM_MEMBER),
        (Q(is_public=True), Origin.PUBLIC),
    )
    return projects.annotate(
        user_role_origin=Case(
            *(When(condition, then=Value(str(origin))) for condition, origin in cases),
            default=None,
            output_field=CharField(null=True),
        )
    )


class _Standing:
    """What a person is to each project of a query."""

    def __init__(self, user_id: int | None) -> None:
        self.owns = Q(owner=user_id)
        self.owns_the_owner = Q(owner__organization_owner=user_id)
        self.administers = Q(
            Exists(
                OrganizationMember.objects.filter(
                    organization=OuterRef("owner"), member=user_id, role=OrganizationMember.Role.ADMIN
                )
            )
        )
        collaborations = ProjectCollaborator.objects.filter(project=OuterRef("pk"), collaborator=user_id)
        # Without a word about the order, the subquery would also look up and sort by the collaborator's name.
        self.direct = collaborations.order_by().values("role")
        by_team = _team_collaborations(user_id).filter(project=OuterRef("pk"))
        self.by_team = by_team.order_by(_rank()).values("role")


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
