# SPDX-License-Identifier: GPL-2.0-or-later
"""The door to a project: found, with the asker's role, and allowed to do what is asked, in one query."""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import ObjectNotFound, PermissionDenied, ValidationError
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.projects.roles import Action, allows, with_roles


def project_for(
    user: Any, project_id: uuid.UUID | str, action: Action, projects: QuerySet[Project] | None = None
) -> Project:
    """The project with ``user_role`` and ``owner``; raises ValidationError, ObjectNotFound or PermissionDenied."""
    project = find_project(user, project_id, projects)
    demand(project, action)
    return project


def find_project(
    user: User, project_id: uuid.UUID | str, projects: QuerySet[Project] | None = None
) -> Project:
    """The project with the role of ``user`` in it (perhaps none), whatever that allows; ``projects`` have the roles."""
    wanted = _as_seen_by(user.pk) if projects is None else projects
    project = wanted.filter(pk=parse_id(project_id)).first()
    if project is None:
        raise ObjectNotFound
    return project


# Putting the query together takes longer than asking it, and it is the same for every request of a person.
@lru_cache(maxsize=64)
def _as_seen_by(user_id: int | None) -> QuerySet[Project]:
    return with_roles(Project.objects.select_related("owner"), user_id)


def demand(project: Project, action: Action) -> None:
    """Raise PermissionDenied where the role found with the project does not allow the action."""
    if not may(project, action):
        raise PermissionDenied


def may(project: Project, action: Action) -> bool:
    return allows(getattr(project, "user_role", None), action)


def parse_id(value: uuid.UUID | str) -> uuid.UUID:
    """An id of the wire, with or without dashes, in any case."""
    try:
        return value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))
    except ValueError:
        raise ValidationError(f"{str(value)[:50]!r} is not a UUID.") from None
