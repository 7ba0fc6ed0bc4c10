# SPDX-License-Identifier: GPL-2.0-or-later
"""Cloud projects: list, make, change, delete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Dict, List, Optional

from ..answers import Answer
from ..errors import Missing
from ..transport import Transport


@dataclass(frozen=True)
class Project:
    """A project as the server describes it. `role` is empty where the answer does not say."""

    id: str
    name: str
    owner: str
    description: str
    is_public: bool
    type: str
    status: str
    role: str
    role_origin: str
    created_at: Optional[datetime]
    updated_at: Optional[datetime]
    data_last_updated_at: Optional[datetime]
    data_last_packaged_at: Optional[datetime]
    needs_repackaging: bool
    can_repackage: bool
    is_featured: bool
    attachments_on_demand: bool
    has_restricted_projectfiles: bool
    overwrite_conflicts: bool
    size: int
    project_file: Optional[str]
    shared_datasets_project_id: Optional[str]


class ProjectsApi:
    """`projects/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, *, include_public: bool = False, search: str = "", owner: str = "") -> List[Project]:
        """The projects the account can see, featured first, then by owner and name."""
        params: Dict[str, Any] = {}
        if include_public:
            params["include_public"] = 1
        if search:
            params["search"] = search
        if owner:
            params["owner"] = owner
        return [read_project(Answer(item)) for item in self._transport.pages("projects/", params)]

    def public(self) -> List[Project]:
        return [read_project(Answer(item)) for item in self._transport.pages("projects/public/")]

    def get(self, project_id: str) -> Project:
        return read_project(Answer(self._transport.json("GET", f"projects/{project_id}/")))

    def create(
        self,
        name: str,
        *,
        owner: str = "",
        description: str = "",
        is_public: bool = False,
        clone_from: Optional[str] = None,
        **settings: Any,
    ) -> Project:
        """Make a project. `settings` are further writable keys of the API, such as `overwrite_conflicts`."""
        body = {"name": name, "description": description, "is_public": is_public, **settings}
        if owner:
            body["owner"] = owner
        if clone_from:
            body["clone_from_project"] = clone_from
        return read_project(Answer(self._transport.json("POST", "projects/", json=body)))

    def update(self, project_id: str, **changes: Any) -> Project:
        """Change writable keys of the API (`name`, `description`, `is_public`, `owner`, …)."""
        return read_project(Answer(self._transport.json("PATCH", f"projects/{project_id}/", json=changes)))

    def delete(self, project_id: str) -> None:
        """Delete a project with all its files; one that is gone already is no error."""
        try:
            self._transport.request("DELETE", f"projects/{project_id}/")
        except Missing:
            return

    def thumbnail(self, project_id: str) -> Optional[bytes]:
        """The project's picture, None when it has none."""
        try:
            return self._transport.request("GET", f"files/thumbnails/{project_id}/").content
        except Missing:
            return None

    def set_thumbnail(self, project_id: str, image: bytes) -> None:
        self._transport.request("POST", f"projects/{project_id}/thumbnail/", files={"thumbnail": image})


def read_project(answer: Answer) -> Project:
    return Project(
        id=answer.text("id"),
        name=answer.text("name"),
        owner=answer.text("owner"),
        description=answer.text("description", ""),
        is_public=answer.flag("is_public"),
        type=answer.text("project_type", "regular"),
        status=answer.text("status", "busy"),
        role=answer.text("user_role", ""),
        role_origin=answer.text("user_role_origin", ""),
        created_at=answer.time("created_at"),
        updated_at=answer.time("updated_at"),
        data_last_updated_at=answer.time("data_last_updated_at"),
        data_last_packaged_at=answer.time("data_last_packaged_at"),
        needs_repackaging=answer.flag("needs_repackaging", default=True),
        can_repackage=answer.flag("can_repackage", default=True),
        is_featured=answer.flag("is_featured"),
        attachments_on_demand=answer.flag("is_attachment_download_on_demand"),
        has_restricted_projectfiles=answer.flag("has_restricted_projectfiles"),
        overwrite_conflicts=answer.flag("overwrite_conflicts", default=True),
        size=answer.number("file_storage_bytes", 0),
        project_file=answer.maybe_text("the_qgis_file_name"),
        shared_datasets_project_id=answer.maybe_text("shared_datasets_project_id"),
    )
