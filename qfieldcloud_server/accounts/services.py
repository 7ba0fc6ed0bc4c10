# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes to people, organizations and teams, for the API, the pages and the commands; each checks what it gets."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError as InvalidValue
from django.db import IntegrityError, transaction
from django.dispatch import Signal

from qfieldcloud_server.accounts import selectors
from qfieldcloud_server.accounts.models import Avatar, OrganizationMember, TeamMember, User, check_name
from qfieldcloud_server.api.errors import InvalidRequest, ObjectNotFound, TooManyMembers, ValidationError
from qfieldcloud_server.api.pictures import small_png

PERSON, ORGANIZATION, TEAM = User.Type.PERSON, User.Type.ORGANIZATION, User.Type.TEAM
TEAM_NAME = re.compile(r"[-\w]{1,100}\Z", re.ASCII)
AVATAR_SIDE = 256

# Sent with ``organization`` and ``member`` after somebody has left, so that other parts take their roles away too.
member_left = Signal()


def create_person(username: str, password: str | None = None, email: str = "", **fields: Any) -> User:
    """A person; the name is kept in lower case, as QFieldCloud does. Without a password nobody can sign in."""
    username = username.strip().lower()
    _check_new_name(username)
    if email and selectors.exists_elsewhere("email", email):
        raise InvalidRequest("email: Somebody has this address already.")
    fields.setdefault("quota_bytes", settings.DEFAULT_QUOTA_BYTES)
    person = User(username=username, email=email, type=PERSON, **fields)
    if password is None:
        person.set_unusable_password()
    else:
        person.set_password(password)
    return _save(person)


def create_organization(name: str, owner: User, **fields: Any) -> User:
    _check_new_name(name)
    fields.setdefault("quota_bytes", settings.DEFAULT_QUOTA_BYTES)
    organization = User(username=name, type=ORGANIZATION, organization_owner=owner, **fields)
    organization.set_unusable_password()
    return _save(organization)


@transaction.atomic
def update_user(user: User, **fields: Any) -> User:
    """Names and e-mail. A new name of an organization renames its teams with it."""
    username = fields.pop("username", user.username)
    if user.is_person:
        username = username.lower()
    if username != user.username:
        _check_new_name(username, user)
        for team in user.teams.all():
            team.username = f"@{username}/{team.short_name}"
            team.save(update_fields=["username"])
        user.username = username
    if user.is_person and fields.get("email") and selectors.exists_elsewhere("email", fields["email"], user):
        raise InvalidRequest("email: Somebody has this address already.")
    for name, value in fields.items():
        setattr(user, name, value)
    return _save(user)


@transaction.atomic
def add_member(organization: User, person: User, role: str, is_public: bool = False) -> OrganizationMember:
    # The row of the organization is locked, so that two requests at once cannot both take the last place.
    User.objects.select_for_update().get(pk=organization.pk)
    if selectors.belongs_to(person, organization):
        raise ValidationError(f"{person} belongs to {organization} already.")
    if (
        organization.max_members is not None
        and selectors.member_count(organization) >= organization.max_members
    ):
        raise TooManyMembers
    return OrganizationMember.objects.create(
        organization=organization, member=person, role=role, is_public=is_public
    )


def update_member(member: OrganizationMember, **fields: Any) -> OrganizationMember:
    for name, value in fields.items():
        setattr(member, name, value)
    member.save()
    return member


@transaction.atomic
def remove_member(member: OrganizationMember) -> None:
    """With the membership go the places in its teams; listeners take away roles in its projects."""
    TeamMember.objects.filter(team__team_organization=member.organization, member=member.member).delete()
    member.delete()
    member_left.send(OrganizationMember, organization=member.organization, member=member.member)


def create_team(organization: User, name: str) -> User:
    team = User(username=_team_name(organization, name), type=TEAM, team_organization=organization)
    team.set_unusable_password()
    return _save(team)


def rename_team(team: User, name: str) -> User:
    team.username = _team_name(organization_of(team), name, team)
    return _save(team)


@transaction.atomic
def add_team_member(team: User, person: User) -> TeamMember:
    organization = organization_of(team)
    if not selectors.belongs_to(person, organization):
        raise ValidationError(f"{person} does not belong to {organization}.")
    return TeamMember.objects.get_or_create(team=team, member=person)[0]


def organization_of(team: User) -> User:
    if team.team_organization is None:
        raise ObjectNotFound(f"{team} is no team.")
    return team.team_organization


def remove_team_member(team: User, username: str) -> None:
    if not TeamMember.objects.filter(team=team, member__username=username).delete()[0]:
        raise ObjectNotFound("There is no such member in the team.")


@transaction.atomic
def set_avatar(user: User, picture: bytes) -> None:
    """Any picture Pillow reads, made square, small and a PNG, so nothing of a stranger's file is ever served."""
    content = small_png(picture, AVATAR_SIDE, square=True)
    Avatar.objects.update_or_create(user=user, defaults={"content": content, "content_type": "image/png"})
    user.avatar_type = "png"
    user.save(update_fields=["avatar_type"])


@transaction.atomic
def remove_avatar(user: User) -> None:
    Avatar.objects.filter(user=user).delete()
    user.avatar_type = ""
    user.save(update_fields=["avatar_type"])


def _team_name(organization: User, name: str, team: User | None = None) -> str:
    if not TEAM_NAME.match(name):
        raise InvalidRequest("team: Letters, digits, - and _ only.")
    full_name = f"@{organization.username}/{name}"
    if selectors.exists_elsewhere("username", full_name, team):
        raise InvalidRequest("team: There is a team of this name already.")
    return full_name


def _check_new_name(username: str, user: User | None = None) -> None:
    try:
        check_name(username)
    except InvalidValue as error:
        raise InvalidRequest(f"username: {error.message}") from error
    if selectors.exists_elsewhere("username", username, user):
        raise InvalidRequest("username: Somebody has this name already.")


def _save(user: User) -> User:
    try:
        user.full_clean(exclude=["password"], validate_unique=False, validate_constraints=False)
        with transaction.atomic():
            user.save()
    except InvalidValue as error:
        raise InvalidRequest(" ".join(error.messages)) from error
    except IntegrityError as error:
        # Somebody else took the name or address between the check and the write.
        raise InvalidRequest("This name or e-mail address is taken already.") from error
    return user
