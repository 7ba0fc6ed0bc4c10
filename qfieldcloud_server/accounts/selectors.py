# SPDX-License-Identifier: GPL-2.0-or-later
"""Questions about people, organizations and teams."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, Case, CharField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Lower, StrIndex

from qfieldcloud_server.accounts.models import OrganizationMember, TeamMember, User
from qfieldcloud_server.api.errors import ObjectNotFound

PERSON, ORGANIZATION, TEAM = User.Type.PERSON, User.Type.ORGANIZATION, User.Type.TEAM


def organization_named(name: str) -> User:
    found = User.objects.select_related("organization_owner").filter(username=name, type=ORGANIZATION).first()
    if found is None:
        raise ObjectNotFound("There is no such organization.")
    return found


def team_named(organization: User, name: str) -> User:
    full_name = f"@{organization.username}/{name}"
    found = User.objects.filter(username=full_name, type=TEAM, team_organization=organization).first()
    if found is None:
        raise ObjectNotFound("There is no such team.")
    return found


def person_named(name_or_email: str) -> User:
    """A person by name (in any case) or e-mail; organizations and teams are never found."""
    people = User.objects.filter(type=PERSON)
    found = people.filter(username__iexact=name_or_email).first()
    if found is None and "@" in name_or_email:
        found = people.filter(email__iexact=name_or_email).first()
    if found is None:
        raise ObjectNotFound("There is no such user.")
    return found


def owner_named(name: str) -> User:
    """Whoever may own projects: a person or an organization."""
    found = User.objects.filter(username=name).exclude(type=TEAM).first()
    if found is None:
        raise ObjectNotFound("There is no such user or organization.")
    return found


def organizations_of(user: User) -> QuerySet[User]:
    """Those the user owns or belongs to, annotated with ``membership_role``, ``_role_origin`` and ``_is_public``."""
    membership = OrganizationMember.objects.filter(organization=OuterRef("pk"), member=user.pk)
    owns = Q(organization_owner=user.pk)
    return (
        User.objects.filter(type=ORGANIZATION)
        .select_related("organization_owner")
        .annotate(
            _role=Subquery(membership.values("role")), _is_public=Subquery(membership.values("is_public"))
        )
        .filter(owns | Q(_role__isnull=False))
        .annotate(
            membership_role=Case(When(owns, then=Value("admin")), default="_role", output_field=CharField()),
            membership_role_origin=Case(
                When(owns, then=Value("organization_owner")),
                default=Value("organization_member"),
                output_field=CharField(),
            ),
            membership_is_public=Case(
                When(owns, then=Value(value=True)), default="_is_public", output_field=BooleanField()
            ),
        )
        .order_by("username")
    )


def belongs_to(user: User, organization: User) -> bool:
    if organization.organization_owner_id == user.pk:
        return True
    return OrganizationMember.objects.filter(organization=organization, member=user).exists()


def administers(user: User, organization: User) -> bool:
    """Owner or admin."""
    return _has_role(user, organization, OrganizationMember.Role.ADMIN)


def may_create_projects_for(user: User, owner: User) -> bool:
    if user.pk == owner.pk:
        return True
    roles = OrganizationMember.Role.ADMIN, OrganizationMember.Role.CREATOR
    return owner.is_organization and _has_role(user, owner, *roles)


def _has_role(user: User, organization: User, *roles: str) -> bool:
    if organization.organization_owner_id == user.pk:
        return True
    return OrganizationMember.objects.filter(organization=organization, member=user, role__in=roles).exists()


def teams_of(organization: User) -> QuerySet[User]:
    return User.objects.filter(type=TEAM, team_organization=organization).prefetch_related(
        "team_members__member"
    )


def in_a_team_of(person: User, organization: User) -> bool:
    return TeamMember.objects.filter(member=person, team__team_organization=organization).exists()


@dataclass(frozen=True)
class UserSearch:
    """What ``GET users/`` asks for; ``invert`` turns "not in" into "only in"."""

    text: str = ""
    project_id: UUID | None = None
    organization: User | None = None
    without_organizations: bool = False
    without_teams: bool = False
    without_team: int | None = None
    invert: bool = False


def search_users(search: UserSearch) -> QuerySet[User]:
    """Users whose name holds the text, those first where it stands nearer the beginning."""
    users = User.objects.select_related("team_organization")
    if search.without_organizations:
        users = users.exclude(type=ORGANIZATION)
    if search.without_teams:
        users = users.exclude(type=TEAM)
    for taking_part, own_teams in _scopes(search):
        users = users.filter(~Q(type=TEAM) | own_teams)
        users = users.filter(taking_part) if search.invert else users.exclude(taking_part)
    if search.without_team is not None:
        users = users.exclude(pk__in=TeamMember.objects.filter(team=search.without_team).values("member"))
    if not search.text:
        return users.order_by("username")
    found = users.filter(username__icontains=search.text)
    return found.annotate(_at=StrIndex(Lower("username"), Value(search.text.lower()))).order_by(
        "_at", "username"
    )


def _scopes(search: UserSearch) -> Iterator[tuple[Q, Q]]:
    """Of a project and an organization: who takes part, and which teams could."""
    if search.project_id:
        collaborators = User.objects.filter(collaborations__project=search.project_id)
        owner = User.objects.filter(projects=search.project_id)
        yield (
            Q(pk__in=collaborators.values("pk")) | Q(pk__in=owner.values("pk")),
            Q(team_organization__in=owner.values("pk")),
        )
    if search.organization:
        organization = search.organization
        members = OrganizationMember.objects.filter(organization=organization).values("member")
        there = Q(pk__in=members) | Q(pk__in=[organization.organization_owner_id, organization.pk])
        yield there, Q(team_organization=organization)


def storage_used(owner: User) -> int:
    """Bytes of all versions of all files in the owner's projects."""
    of_projects = User.objects.filter(pk=owner.pk)
    used: int = of_projects.aggregate(used=Coalesce(Sum("projects__file_storage_bytes"), 0))["used"]
    return used


def is_over_quota(owner: User, more: int = 0) -> bool:
    """Whether ``more`` bytes do not fit. An account exactly at its quota is full for everything but nothing."""
    return owner.quota_bytes is not None and storage_used(owner) + more > owner.quota_bytes


def member_count(organization: User) -> int:
    """Everyone who belongs to it, the owner included."""
    return 1 + OrganizationMember.objects.filter(organization=organization).count()


def exists_elsewhere(field: str, value: str, except_for: User | None = None) -> bool:
    others = User.objects.filter(**{f"{field}__iexact": value})
    if field == "email":
        others = others.filter(type=PERSON)
    if except_for is not None and except_for.pk is not None:
        others = others.exclude(pk=except_for.pk)
    return others.exists()
