# SPDX-License-Identifier: GPL-2.0-or-later
"""What a field device takes out of the server's answers, and what in them it cannot do with."""

from __future__ import annotations

from dataclasses import dataclass

from .field_wire import Answer, BreaksQField

WAITING = {"STATUS_PENDING", "STATUS_BUSY"}
STATUSES = WAITING | {
    "STATUS_APPLIED",
    "STATUS_CONFLICT",
    "STATUS_NOT_APPLIED",
    "STATUS_ERROR",
    "STATUS_IGNORED",
    "STATUS_UNPERMITTED",
}


@dataclass(frozen=True)
class CloudProject:
    """What the device knows of a project of the list."""

    id: str
    name: str
    owner: str
    role: str
    status: str
    needs_repackaging: bool
    attachments_on_demand: bool
    data_last_updated_at: str
    shared_datasets_project_id: str


@dataclass(frozen=True)
class DeltaAnswer:
    """What became of one delta."""

    id: str
    status: str
    output: str


@dataclass(frozen=True)
class Entry:
    name: str
    size: int
    etag: str
    is_attachment: bool


def project_of(item: Answer) -> CloudProject:
    for key in ("is_public", "is_featured", "can_repackage"):
        item.maybe_flag(key)
    item.maybe_text("description")
    return CloudProject(
        id=item.name("id"),
        name=item.name("name"),
        owner=item.name("owner"),
        role=item.name("user_role"),
        status=item.maybe_text("status"),
        needs_repackaging=item.maybe_flag("needs_repackaging"),
        attachments_on_demand=item.maybe_flag("is_attachment_download_on_demand"),
        data_last_updated_at=item.maybe_text("data_last_updated_at"),
        shared_datasets_project_id=item.maybe_text("shared_datasets_project_id"),
    )


def entry_of(item: Answer) -> Entry:
    found = Entry(
        name=item.name("name"),
        size=int(item.number("size")),
        etag=item.name("md5sum"),
        is_attachment=item.maybe_flag("is_attachment"),
    )
    if set(found.etag) & set('/"\\'):
        raise BreaksQField(f"{found.name}: md5sum {found.etag!r} cannot be part of a file name")
    return found


def check_layers(package: Answer) -> None:
    layers = package.value.get("layers") or {}
    for layer_id, status in Answer(layers, "packages/latest layers").value.items():
        entry = Answer(status, f"layer {layer_id}")
        entry.name("name")
        if not entry.flag("is_valid") and not entry.maybe_flag("is_localized"):
            raise BreaksQField(
                f"layer {status['name']}: {entry.name('error_code')}: {status.get('error_summary')}"
            )


def check_provider(provider: Answer) -> None:
    if provider.name("id") == "credentials":
        return
    styles = Answer(provider.value.get("styles"), "auth provider styles")
    for theme in ("light", "dark"):
        Answer(styles.value.get(theme), f"auth provider styles {theme}").name("logo")
