# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of projects: one's own, the public ones, those of one owner."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpResponse

from qfieldcloud_server.accounts import selectors as accounts
from qfieldcloud_server.projects import selectors
from qfieldcloud_server.projects.models import Project, Thumbnail
from qfieldcloud_server.projects.selectors import ProjectSearch
from qfieldcloud_server.web.views.page import SignedIn, page_of, show, signed_in

PAGE = 60


@signed_in
def projects(request: SignedIn) -> HttpResponse:
    text, public = request.GET.get("q", ""), request.GET.get("show") == "public"
    found = selectors.search_projects(request.user, ProjectSearch(text=text, include_public=public))
    return show(request, "projects", {"page": _cards(request, found), "q": text, "public": public})


@signed_in
def owner(request: SignedIn, owner: str) -> HttpResponse:
    found_owner = accounts.owner_named(owner)
    found = selectors.search_projects(request.user, ProjectSearch(owner=owner, include_public=True))
    context = {"owner": found_owner, "page": _cards(request, found)}
    if found_owner.is_organization and accounts.belongs_to(request.user, found_owner):
        context["members"] = found_owner.members.select_related("member")
        context["teams"] = accounts.teams_of(found_owner)
    return show(request, "owner", context)


def _cards(request: SignedIn, found: QuerySet[Project]) -> object:
    drawn = Exists(Thumbnail.objects.filter(project=OuterRef("pk")))
    page = page_of(request, found.annotate(has_thumbnail=drawn), PAGE)
    for project in page.object_list:
        project.shown_status = selectors.status(project)
    return page
