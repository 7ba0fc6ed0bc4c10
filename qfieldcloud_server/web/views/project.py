# SPDX-License-Identifier: GPL-2.0-or-later
"""One project: its files and their versions, changes from the field, jobs, people and settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.addresses import absolute
from qfieldcloud_server.api.errors import ObjectNotFound
from qfieldcloud_server.deltas import services as delta_services
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.files import selectors as file_selectors
from qfieldcloud_server.files.models import RowHistory
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.services import request_package
from qfieldcloud_server.projects import selectors, services
from qfieldcloud_server.projects.access import demand, may
from qfieldcloud_server.projects.audiences import Audience
from qfieldcloud_server.projects.models import Project, Role
from qfieldcloud_server.projects.roles import Action
from qfieldcloud_server.web.views.page import SignedIn, attempt, page_of, show, signed_in

FILES_PAGE, ROWS_PAGE = 200, 50


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Project
        fields = [
            "name",
            "description",
            "is_public",
            "public_collaborator_role",
            "is_attachment_download_on_demand",
            "has_restricted_projectfiles",
            "overwrite_conflicts",
            "kept_versions",
        ]
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}
        labels = {
            "is_public": "Public",
            "public_collaborator_role": "Role of the public",
            "is_attachment_download_on_demand": "Attachments on demand",
            "has_restricted_projectfiles": "Restricted QGIS project file",
            "overwrite_conflicts": "The field wins conflicts",
            "kept_versions": "Versions kept",
        }


def _open(request: SignedIn, owner: str, name: str, action: Action = Action.READ) -> Project:
    wanted = Project.objects.filter(owner__username=owner, name=name)
    project = selectors.for_wire(wanted, request.user).first()
    if project is None:
        raise ObjectNotFound
    demand(project, action)
    return project


def _show(request: SignedIn, project: Project, tab: str, **context: Any) -> HttpResponse:
    link = urlencode({"project": str(project.pk), "url": absolute(request, "").rstrip("/")})
    context |= {
        "project": project,
        "tab": tab,
        "status": selectors.status(project),
        "needs_repackaging": selectors.needs_repackaging(project, Audience(request.user)),
        "qfield_link": f"https://qfield.org/action/cloud?{link}",
        "may_see_changes": may(project, Action.READ_DELTAS),
        "may_manage": may(project, Action.MANAGE),
    }
    return show(request, f"project_{tab}", context)


def _to(tab: str, project: Project) -> HttpResponse:
    return redirect(f"web:{tab}", owner=project.owner.username, name=project.name)


@signed_in
def files(request: SignedIn, owner: str, name: str) -> HttpResponse:
    project = _open(request, owner, name)
    found = file_selectors.files_of(project).annotate(version_count=Count("versions"))
    return _show(request, project, "files", page=page_of(request, found, FILES_PAGE))


@signed_in
def versions(request: SignedIn, owner: str, name: str, filename: str) -> HttpResponse:
    project = _open(request, owner, name)
    file = file_selectors.find_file(project, filename)
    found = file.versions.select_related("blob", "uploaded_by")
    changed = dict(RowHistory.objects.filter(file=file).values_list("to_version", "change_count"))
    rows = [(version, changed.get(version.pk)) for version in found]
    return _show(request, project, "versions", file=file, rows=rows)


@signed_in
def changes(request: SignedIn, owner: str, name: str) -> HttpResponse:
    project = _open(request, owner, name, Action.READ_DELTAS)
    if request.method == "POST":
        _decide(request, project)
        return _to("changes", project)
    found = Delta.objects.filter(project=project).select_related("created_by").order_by("-id")
    status = request.GET.get("status", "")
    if status in Delta.Status.values:
        found = found.filter(last_status=status)
    page = page_of(request, found, ROWS_PAGE)
    context = {
        "page": page,
        "rows": [(delta, _what(delta), _values(delta)) for delta in page.object_list],
        "statuses": Delta.Status.choices,
        "status_filter": status,
        "retriable": delta_services.RETRIABLE,
        "may_decide": may(project, Action.SEND_ANY_DELTA),
    }
    return _show(request, project, "changes", **context)


def _decide(request: SignedIn, project: Project) -> None:
    """Try a delta again that was not applied, or leave it out for good."""
    demand(project, Action.SEND_ANY_DELTA)
    number = request.POST.get("delta", "")
    if not number.isdecimal() or len(number) > 18:
        raise ObjectNotFound
    chosen = Delta.objects.filter(project=project, pk=int(number))
    if "ignore" in request.POST:
        attempt(request, lambda: delta_services.ignore(chosen), "The change is left out. It is kept, though.")
    else:
        attempt(request, lambda: delta_services.retry(chosen, request.user), "The change is tried again.")


def _what(delta: Delta) -> str:
    """Which row of which layer."""
    content = delta.content
    layer, key = content.get("localLayerName") or content.get("localLayerId") or "", content.get("sourcePk")
    return f"{layer} #{key}" if key else str(layer)


def _values(delta: Delta) -> list[tuple[str, Any, Any]]:
    """Attributes that a delta sets or changes, as (name, old, new)."""
    old, new = ((delta.content.get(side) or {}) for side in ("old", "new"))
    before, after = old.get("attributes") or {}, new.get("attributes") or {}
    names = list(after or before)
    rows = [(name, before.get(name), after.get(name)) for name in names]
    if new.get("geometry") or (old.get("geometry") and not after):
        rows.append(("geometry", old.get("geometry"), new.get("geometry")))
    return [row for row in rows if row[1] != row[2]]


@signed_in
def jobs(request: SignedIn, owner: str, name: str) -> HttpResponse:
    project = _open(request, owner, name)
    if request.method == "POST":
        attempt(request, lambda: request_package(project, request.user), "A package is being made.")
        return _to("jobs", project)
    found = Job.objects.filter(project=project).select_related("created_by").order_by("-created_at")
    return _show(request, project, "jobs", page=page_of(request, found, ROWS_PAGE))


@signed_in
def people(request: SignedIn, owner: str, name: str) -> HttpResponse:
    project = _open(request, owner, name, Action.MANAGE)
    if request.method == "POST":
        _change_people(request, project)
        return _to("people", project)
    return _show(request, project, "people", rows=selectors.collaborators(project), roles=Role.choices)


def _change_people(request: SignedIn, project: Project) -> None:
    username, role = request.POST.get("username", "").strip(), request.POST.get("role", "")
    who = User.objects.filter(username__iexact=username).exclude(type=User.Type.ORGANIZATION).first()
    row = selectors.collaborators(project).filter(collaborator=who).first() if who else None

    def change() -> None:
        if who is None:
            raise ObjectNotFound(f"There is no user or team {username!r}.")
        if "remove" in request.POST:
            if row:
                row.delete()
        elif role not in Role.values:
            raise ObjectNotFound("There is no such role.")
        elif row:
            services.change_collaborator(row, role)
        else:
            services.add_collaborator(project, who, role, request.user)

    attempt(request, change, "Saved.")


@signed_in
def settings(request: SignedIn, owner: str, name: str) -> HttpResponse:
    project = _open(request, owner, name, Action.MANAGE)
    form = SettingsForm(
        request.POST or None, instance=Project.objects.select_related("owner").get(pk=project.pk)
    )
    if request.method == "POST" and form.is_valid():
        changed = form.cleaned_data
        if attempt(request, lambda: services.update_project(form.instance, **changed), "Saved."):
            return _to("settings", form.instance)
    return _show(request, project, "settings", form=form)


@signed_in
@require_POST
def delete(request: SignedIn, owner: str, name: str) -> HttpResponse:
    project = _open(request, owner, name, Action.MANAGE)
    if request.POST.get("name") != project.name:
        attempt(request, _wrong_name, "")
        return _to("settings", project)
    services.delete_project(project)
    return redirect("web:projects")


def _wrong_name() -> None:
    raise ObjectNotFound("The name was not typed as it is. Nothing was deleted.")
