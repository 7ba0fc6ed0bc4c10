# SPDX-License-Identifier: GPL-2.0-or-later
"""Turns plain values (changes, conflicts, deltas, jobs, versions) into the rows of lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Mapping, Optional, Sequence

from ..cloud.api.deltas import DeltaRecord
from ..cloud.api.files import File, Version
from ..cloud.api.jobs import Job as ServerJob
from ..core.row_titles import RowTitles
from ..core.standing import FileDifference, TableDifference
from ..engine.gpkg import Change, Kind
from ..engine.gpkg.conflict import ConflictKind
from ..engine.sync.conflict import FILE, Conflict
from ..engine.sync.plan import Action
from ..engine.sync.records import Failure
from ..i18n import said, tr
from . import wording
from .nodes import Node

# (file, table) -> the layer's name in the open project
LayerNames = Mapping[tuple[str, str], str]
NO_TITLES = RowTitles({})


@dataclass(frozen=True)
class ChangeAt:
    """A change with the file it belongs to; `side` is "here" or "there"."""

    file: str
    change: Change
    side: str

    @property
    def table(self) -> str:
        return self.change.table


@dataclass(frozen=True)
class FileAt:
    file: str
    side: str
    table: str = ""


@dataclass(frozen=True)
class VersionAt:
    """A version with its file and the version before it."""

    file: File
    version: Version
    before: Optional[Version]


_KIND_LOOK = {
    Kind.INSERT: ("inserted", "inserted"),
    Kind.UPDATE: ("updated", "updated"),
    Kind.DELETE: ("deleted", "deleted"),
}


def layer_name(layers: LayerNames, file: str, table: str) -> str:
    return layers.get((file, table.casefold()), table)


def counts(table: TableDifference) -> str:
    """ "2 new · 1 changed", as short as it can be said."""
    parts = []
    if table.inserted:
        parts.append(tr("%n new", table.inserted))
    if table.updated:
        parts.append(tr("%n changed", table.updated))
    if table.deleted:
        parts.append(tr("%n deleted", table.deleted))
    return " · ".join(parts)


def difference_nodes(
    files: Sequence[FileDifference], layers: LayerNames, side: str, titles: RowTitles = NO_TITLES
) -> list[Node]:
    """Tables first (they are what people edit), then files that travel as a whole."""
    tables = [_table_node(file, table, layers, side, titles) for file in files for table in file.tables]
    whole = [_file_node(file, side) for file in files if not file.tables]
    return tables + whole


def _table_node(
    file: FileDifference, table: TableDifference, layers: LayerNames, side: str, titles: RowTitles
) -> Node:
    node = Node(
        layer_name(layers, file.name, table.table),
        counts(table),
        icon="table",
        bold=True,
        key=f"{side}:{file.name}:{table.table}",
        tip=tr("Table {table} in {file}").format(table=table.table, file=file.name),
        payload=FileAt(file.name, side, table.table),
    )
    titles.prepare(file.name, table.table, [change.key for change in table.sample])
    for change in table.sample:
        node.add(_change_node(file.name, change, side, titles.title(file.name, table.table, change.key)))
    hidden = table.rows - len(table.sample)
    if hidden > 0:
        node.add(Node(tr("%n more row(s)", hidden), tr("Open the table to see all."), payload=node.payload))
    return node


def _change_node(file: str, change: Change, side: str, title: str) -> Node:
    icon, tone = _KIND_LOOK[change.kind]
    return Node(
        f"{title}  #{key_text(change.key)}" if title else row_title(change),
        changed_columns(change),
        icon=icon,
        tone=tone,
        key=f"{side}:{file}:{change.table}:{change.key}",
        payload=ChangeAt(file, change, side),
    )


_NAMELIKE = ("name", "title", "label", "bezeichnung", "nom", "nombre", "code", "id")


def key_text(key: Sequence[Any]) -> str:
    return ", ".join(value_text(part) for part in key) or tr("row")


def row_title(change: Change) -> str:
    """What a person may know the row by: a name if the row has one, and its key."""
    key = key_text(change.key)
    values = change.new or change.old
    by_name = {name.casefold(): value for name, value in values.items()}
    for name in _NAMELIKE:
        text = by_name.get(name)
        if isinstance(text, str) and text:
            return f"{text}  #{key}"
    return f"#{key}"


def changed_columns(change: Change) -> str:
    if change.kind is not Kind.UPDATE:
        return ""
    parts = []
    for name, value in change.new.items():
        if isinstance(value, (bytes, memoryview)) or isinstance(change.old.get(name), (bytes, memoryview)):
            parts.append(tr("{column} moved").format(column=name))
        else:
            parts.append(f"{name}: {value_text(change.old.get(name))} → {value_text(value)}")
    return "; ".join(parts)


def value_text(value: Any) -> str:
    """A value as a person reads it."""
    if value is None:
        return tr("empty")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return tr("binary, {}").format(wording.size(len(bytes(value))))
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


_ACTION_WORDS = {
    Action.UPLOAD: lambda: tr("will be sent"),
    Action.DOWNLOAD: lambda: tr("will be received"),
    Action.DELETE_HERE: lambda: tr("was deleted on the server"),
    Action.DELETE_THERE: lambda: tr("will be deleted on the server"),
    Action.CONFLICT: lambda: tr("was changed on both sides"),
    Action.MERGE: lambda: tr("has new rows"),
}


def _file_node(file: FileDifference, side: str) -> Node:
    words = _ACTION_WORDS.get(file.action)
    deleted = file.action in (Action.DELETE_HERE, Action.DELETE_THERE)
    return Node(
        file.name,
        said(file.reason) or (words() if words else ""),
        aside=wording.size(file.size) if file.size else "",
        icon="deleted" if deleted else "file",
        tone="deleted" if deleted else None,
        key=f"{side}:{file.name}",
        payload=FileAt(file.name, side),
    )


def conflict_nodes(
    conflicts: Sequence[Conflict], layers: LayerNames, titles: RowTitles = NO_TITLES
) -> list[Node]:
    if not conflicts:
        return []
    for conflict in conflicts[:200]:
        titles.prepare(conflict.file, conflict.table, [conflict.key])
    top = Node(
        tr("%n conflict(s)", len(conflicts)),
        tr("Somebody else changed the same. Choose what stays."),
        icon="conflict",
        tone="conflict",
        bold=True,
        key="conflicts",
        payload=conflicts[0],
    )
    for conflict in conflicts[:200]:
        top.add(
            Node(
                conflict_title(conflict, layers, titles),
                conflict_text(conflict),
                icon="conflict",
                tone="conflict",
                key=conflict.id,
                payload=conflict,
            )
        )
    return [top]


def conflict_title(conflict: Conflict, layers: LayerNames, titles: RowTitles = NO_TITLES) -> str:
    if conflict.kind == FILE:
        return conflict.file
    title = titles.title(conflict.file, conflict.table, conflict.key)
    name = title or layer_name(layers, conflict.file, conflict.table)
    row = f"{name}  #{key_text(conflict.key)}"
    return f"{row} · {conflict.column}" if conflict.column else row


def conflict_text(conflict: Conflict) -> str:
    if conflict.kind == FILE:
        return tr("The whole file was changed on both sides.")
    if not conflict.column:
        return _row_conflict_text(conflict)
    return tr("mine: {mine} · theirs: {theirs}").format(
        mine=value_text(conflict.mine), theirs=value_text(conflict.theirs)
    )


def _row_conflict_text(conflict: Conflict) -> str:
    if conflict.kind == ConflictKind.DELETED_AND_CHANGED.value:
        if conflict.mine is None:
            return tr("Deleted here, changed by somebody else.")
        return tr("Changed here, deleted by somebody else.")
    texts = {
        ConflictKind.KEY_TAKEN.value: tr("Two different rows were made with one key."),
        ConflictKind.UNIQUE.value: tr("Two rows have the same value where values must be unique."),
        ConflictKind.FOREIGN_KEY.value: tr("One row refers to another that was deleted."),
    }
    return texts.get(conflict.kind, tr("These two rows cannot both stay."))


def failure_nodes(failures: Iterable[Failure], layers: LayerNames) -> list[Node]:
    return [
        Node(
            f"{layer_name(layers, failure.file, failure.table)}  #{', '.join(map(value_text, failure.key))}",
            said(failure.message) or tr("The server did not take this change."),
            badge=tr("refused"),
            tone="error",
            icon="error",
            tip=said(failure.message),
            payload=failure,
        )
        for failure in failures
    ]


_DELTA_LOOK = {
    "applied": ("check", "good"),
    "pending": ("history", None),
    "busy": ("jobs", "accent"),
    "conflict": ("conflict", "conflict"),
    "not_applied": ("error", "error"),
    "error": ("error", "error"),
    "unpermitted": ("secret", "error"),
    "ignored": ("pause", "warning"),
}


def delta_state(state: str) -> str:
    texts = {
        "applied": tr("applied"),
        "pending": tr("waiting"),
        "busy": tr("being applied"),
        "conflict": tr("conflict"),
        "not_applied": tr("not applied"),
        "error": tr("failed"),
        "unpermitted": tr("not permitted"),
        "ignored": tr("ignored"),
    }
    return texts.get(state, state)


def delta_nodes(deltas: Sequence[DeltaRecord]) -> list[Node]:
    return [delta_node(delta) for delta in deltas]


def delta_node(delta: DeltaRecord) -> Node:
    icon, tone = _DELTA_LOOK.get(delta.state, ("info", None))
    content = delta.content
    methods = {"create": tr("New"), "patch": tr("Changed"), "delete": tr("Deleted")}
    layer = str(content.get("localLayerName") or _plain_layer_id(str(content.get("sourceLayerId", ""))))
    pk = delta.modified_pk or content.get("sourcePk") or content.get("localPk") or ""
    who = tr("{person}, {when}").format(person=delta.created_by, when=wording.moment(delta.created_at))
    problem = delta.state not in ("applied", "pending", "busy")
    return Node(
        f"{methods.get(str(content.get('method')), '?')} · {layer}  #{pk}",
        f"{who} – {said(delta.message)}" if problem and delta.message else who,
        badge=delta_state(delta.state) if delta.state != "applied" else "",
        icon=icon,
        tone=tone,
        tip=said(delta.message),
        key=delta.id,
        payload=delta,
    )


def _plain_layer_id(layer_id: str) -> str:
    """QGIS makes layer ids of the name and a random tail."""
    head, _, _tail = layer_id.rpartition("_")
    while head and "_" in head and all(c in "0123456789abcdef" for c in head.rpartition("_")[2]):
        head = head.rpartition("_")[0]
    return head or layer_id


_JOB_LOOK = {
    "finished": ("check", "good"),
    "failed": ("error", "error"),
    "stopped": ("pause", "warning"),
    "started": ("jobs", "accent"),
    "queued": ("history", None),
    "pending": ("history", None),
}


def job_type(kind: str) -> str:
    texts = {
        "package": tr("Package for QField"),
        "delta_apply": tr("Apply changes"),
        "process_projectfile": tr("Read the project file"),
        "create_project": tr("Create the project"),
    }
    return texts.get(kind, kind)


def job_state(status: str) -> str:
    texts = {
        "finished": tr("finished"),
        "failed": tr("failed"),
        "stopped": tr("stopped"),
        "started": tr("running"),
        "queued": tr("waiting"),
        "pending": tr("waiting"),
    }
    return texts.get(status, status)


def job_look(status: str) -> tuple[str, Optional[str]]:
    """Icon and tone."""
    return _JOB_LOOK.get(status, ("info", None))


def job_nodes(jobs: Sequence[ServerJob]) -> list[Node]:
    nodes = []
    for job in jobs[:500]:
        icon, tone = job_look(job.status)
        text = wording.moment(job.created_at)
        if job.started_at and job.finished_at:
            seconds = (job.finished_at - job.started_at).total_seconds()
            text = tr("{when} · took {duration}").format(when=text, duration=wording.duration(seconds))
        nodes.append(
            Node(
                job_type(job.type),
                text,
                badge=job_state(job.status) if job.status != "finished" else "",
                icon=icon,
                tone=tone,
                key=job.id,
                payload=job,
            )
        )
    return nodes


def version_nodes(files: Sequence[File]) -> list[Node]:
    """Data and projects first, attachments in a group of their own below."""
    plain = [_file_versions(file) for file in sorted(files, key=_file_order) if not file.is_attachment]
    attached = [file for file in files if file.is_attachment]
    if attached:
        group = Node(tr("Attachments"), icon="folder", aside=wording.number(len(attached)), key="attachments")
        for file in sorted(attached, key=lambda file: file.name.casefold())[:1000]:
            group.add(_file_versions(file))
        plain.append(group)
    return plain


def _file_order(file: File) -> tuple[int, str]:
    return (0 if file.name.lower().endswith((".qgs", ".qgz", ".gpkg")) else 1, file.name.casefold())


def _file_versions(file: File) -> Node:
    node = Node(
        file.name,
        tr("%n version(s)", len(file.versions)),
        aside=wording.size(file.size),
        icon="table" if file.name.lower().endswith(".gpkg") else "file",
        bold=True,
        key=f"file:{file.name}",
        payload=file,
    )
    for index, version in enumerate(file.versions):
        before = file.versions[index + 1] if index + 1 < len(file.versions) else None
        node.add(
            Node(
                wording.exact_moment(version.uploaded_at),
                wording.moment(version.uploaded_at),
                badge=tr("current") if index == 0 else "",
                aside=wording.size(version.size),
                icon="history",
                key=version.id,
                payload=VersionAt(file, version, before),
            )
        )
    return node
