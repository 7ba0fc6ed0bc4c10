# SPDX-License-Identifier: GPL-2.0-or-later
"""Questions about projects: lists as the API shows them, collaborators, secrets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.projects import secret_values
from qfieldcloud_server.projects.audiences import Audience
from qfieldcloud_server.projects.models import Project, ProjectCollaborator, Secret
from qfieldcloud_server.projects.roles import belonging_to, visible_to, with_origins, with_roles

UNFINISHED = ("pending", "queued", "started")
ORDERINGS = {"name": "name", "owner": "owner__username", "created_at": "created_at"}


@dataclass(frozen=True)
class ProjectSearch:
    """The filters of ``GET projects/``; an empty text is no filter."""

    owner: str = ""
    name: str = ""
    text: str = ""
    include_public: bool = False
    only_public: bool = False
    ordering: str = ""


def search_projects(user: User, search: ProjectSearch) -> QuerySet[Project]:
    """Projects the user belongs to (or all readable, or all public ones) as ``for_wire`` gives them."""
    projects = Project.objects.all()
    if search.only_public:
        projects = projects.filter(is_public=True)
    elif search.include_public:
        projects = visible_to(projects, user)
    else:
        projects = belonging_to(projects, user)
    if search.owner:
        projects = projects.filter(owner__username__iexact=search.owner)
    if search.name:
        projects = projects.filter(name__iexact=search.name)
    for word in search.text.split():
        projects = projects.filter(Q(name__icontains=word) | Q(owner__username__icontains=word))
    return for_wire(projects, user).order_by(*_ordering(search.ordering))


def _ordering(wanted: str) -> list[str]:
    fields = []
    for word in wanted.split(","):
        minus, name = ("-", word.strip()[1:]) if word.strip().startswith("-") else ("", word.strip())
        if name in ORDERINGS:
            fields.append(minus + ORDERINGS[name])
    # The id last: pages of equal rows must not overlap.
    return [*(fields or ["-is_featured", "owner__username", "name"]), "pk"]


def for_wire(projects: QuerySet[Project], user: User) -> QuerySet[Project]:
    """With everything an answer tells of a project, in this one query: role, owner, status, shared datasets."""
    shared = Project.objects.filter(
        owner=OuterRef("owner"), project_type=Project.Type.SHARED_DATASETS
    ).order_by("created_at")
    # By the name of the relation: jobs know projects, projects do not know jobs.
    busy = Project.objects.filter(pk=OuterRef("pk"), jobs__status__in=UNFINISHED)
    return (
        with_origins(with_roles(projects, user.pk), user.pk)
        .select_related("owner")
        .defer("project_details")
        .annotate(
            is_busy=Exists(busy),
            is_read=ExpressionWrapper(Q(project_details__isnull=False), output_field=BooleanField()),
            shared_datasets_id=Subquery(shared.values("pk")[:1]),
        )
    )


def status(project: Project) -> str:
    """``busy`` while a job waits or runs, ``failed`` without a QGIS file that could be read, else ``ok``."""
    if project.is_busy:  # type: ignore[attr-defined]
        return "busy"
    if project.is_shared_datasets:
        return "ok"
    return "ok" if project.the_qgis_file_name and project.is_read else "failed"  # type: ignore[attr-defined]


def needs_repackaging(project: Project, audience: Audience) -> bool:
    """Whether their last good package may lack something. What comes from elsewhere may always have changed."""
    packaged: datetime | None = project.packaged_data_updated_at
    if area := audience.area(project):
        known = project.packaged_for.get(area)
        packaged = datetime.fromisoformat(known) if known else None
    if project.has_online_vector_data or project.data_last_updated_at is None or packaged is None:
        return True
    return packaged < project.data_last_updated_at


def collaborators(project: Project) -> QuerySet[ProjectCollaborator]:
    return (
        ProjectCollaborator.objects.filter(project=project)
        .select_related("collaborator", "created_by", "updated_by")
        .order_by("collaborator__username")
    )


def secrets_for(project: Project, user_id: int | None) -> dict[str, tuple[str, str]]:
    """``{name: (type, value)}`` for a job that ``user_id`` started; the narrower scope wins."""
    mine = Q(assigned_to=None) | Q(assigned_to=user_id)
    scoped = Secret.objects.filter(Q(project=project) | Q(organization=project.owner_id)).filter(mine)
    weakest_first = sorted(
        scoped, key=lambda secret: (secret.project_id is not None, secret.assigned_to_id is not None)
    )
    return {
        secret.name: (secret.type, secret_values.decrypt(bytes(secret.value))) for secret in weakest_first
    }


def has_personal_secrets(project: Project, user_id: int | None) -> bool:
    """Whether packages of this user are made with other secrets than everybody's."""
    return user_id in with_personal_secrets(project)


def with_personal_secrets(project: Project) -> frozenset[int]:
    """The ids of those for whom jobs of the project know what they know for nobody else."""
    scoped = Secret.objects.filter(Q(project=project) | Q(organization=project.owner_id))
    return frozenset(scoped.exclude(assigned_to=None).values_list("assigned_to", flat=True))
