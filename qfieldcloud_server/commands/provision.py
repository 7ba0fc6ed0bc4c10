# SPDX-License-Identifier: GPL-2.0-or-later
"""``provision FILE``: make the accounts that a JSON file describes; running it again changes nothing more."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from django.core.management import call_command
from django.db import transaction

from qfieldcloud_server.accounts import services
from qfieldcloud_server.accounts.models import OrganizationMember, TeamMember, User
from qfieldcloud_server.api.errors import ApiError

MEGABYTE = 1_000_000
# Nearly right is wrong: an account without its quota or password would be noticed much later.
_FILE = {"password", "users", "organizations"}
_PERSON = {
    "username", "password", "email", "first_name", "last_name", "quota_mb", "active", "staff", "superuser",
}  # fmt: skip
_ORGANIZATION = {"name", "owner", "email", "quota_mb", "max_members", "members", "teams"}
_MEMBER = {"username", "role", "is_public"}
_TEAM = {"name", "members"}


class WrongFile(Exception):
    """The file cannot be carried out; the message says where it is wrong."""


def run(options: argparse.Namespace) -> int:
    try:
        described = json.loads(options.file.read_text("utf-8"))
        call_command("migrate", interactive=False, verbosity=0)
        report = provision(described)
    except (OSError, ValueError, WrongFile, ApiError) as error:
        sys.stderr.write(f"{options.file}: {error}\nNothing was changed.\n")
        return 1
    sys.stdout.write(f"{report}\n")
    return 0


@transaction.atomic
def provision(described: Any) -> str:
    """All of it or, when something is wrong, none."""
    if not isinstance(described, dict):
        raise WrongFile("an object with the lists users and organizations is expected")
    _known(described, _FILE, "the file")
    before = User.objects.count()
    people, organizations = described.get("users", []), described.get("organizations", [])
    for entry in people:
        _person(entry, described.get("password"))
    for entry in organizations:
        _organization(entry)
    new = User.objects.count() - before
    return f"People: {len(people)}, organizations: {len(organizations)}, new accounts, with teams: {new}."


def _person(entry: dict[str, Any], password: str | None) -> None:
    username = _needed(entry, "username", "users").lower()
    _known(entry, _PERSON, username)
    person = User.objects.filter(username=username, type=User.Type.PERSON).first()
    if person is None:
        person = services.create_person(username, entry.get("password", password), entry.get("email", ""))
    fields = {
        "email": entry.get("email", person.email),
        "first_name": entry.get("first_name", ""),
        "last_name": entry.get("last_name", ""),
        "is_active": entry.get("active", True),
        "is_staff": entry.get("staff", False),
        "is_superuser": entry.get("superuser", False),
        "quota_bytes": _bytes(entry),
    }
    services.update_user(person, **fields)


def _organization(entry: dict[str, Any]) -> None:
    name = _needed(entry, "name", "organizations")
    _known(entry, _ORGANIZATION, name)
    owner = _named(_needed(entry, "owner", name))
    organization = User.objects.filter(username=name, type=User.Type.ORGANIZATION).first()
    if organization is None:
        organization = services.create_organization(name, owner)
    services.update_user(
        organization,
        organization_owner=owner,
        email=entry.get("email", ""),
        quota_bytes=_bytes(entry),
        max_members=entry.get("max_members"),
    )
    for member in entry.get("members", []):
        _member(organization, member)
    for team in entry.get("teams", []):
        _team(organization, team)


def _member(organization: User, entry: dict[str, Any]) -> None:
    person = _named(_needed(entry, "username", organization.username))
    _known(entry, _MEMBER, f"{organization}, {person}")
    role, is_public = entry.get("role", "member"), bool(entry.get("is_public", False))
    if role not in OrganizationMember.Role.values:
        raise WrongFile(f"{organization}: there is no role {role!r}")
    OrganizationMember.objects.update_or_create(
        organization=organization, member=person, defaults={"role": role, "is_public": is_public}
    )


def _team(organization: User, entry: dict[str, Any]) -> None:
    name = _needed(entry, "name", organization.username)
    _known(entry, _TEAM, f"{organization}, {name}")
    team = User.objects.filter(username=f"@{organization.username}/{name}", type=User.Type.TEAM).first()
    team = team or services.create_team(organization, name)
    for username in entry.get("members", []):
        if not TeamMember.objects.filter(team=team, member__username=username).exists():
            services.add_team_member(team, _named(username))


def _needed(entry: Any, key: str, where: str) -> str:
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value:
        raise WrongFile(f"{where}: an entry without {key}")
    return value


def _known(entry: dict[str, Any], names: set[str], where: str) -> None:
    for name in entry:
        if name not in names:
            raise WrongFile(f"{where}: there is no {name!r}. Known are {', '.join(sorted(names))}")


def _named(username: str) -> User:
    person = User.objects.filter(username=username.lower(), type=User.Type.PERSON).first()
    if person is None:
        raise WrongFile(f"there is no user {username!r}")
    return person


def _bytes(entry: dict[str, Any]) -> int | None:
    megabytes = entry.get("quota_mb")
    if megabytes is None:
        return None
    if not isinstance(megabytes, (int, float)) or megabytes < 0:
        raise WrongFile(f"quota_mb = {megabytes!r}: a number of megabytes is expected")
    return int(megabytes * MEGABYTE)
