# SPDX-License-Identifier: GPL-2.0-or-later
"""The job `delta_apply`: waiting deltas become new versions of the GeoPackages they touch, or none does."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db import connection
from django.utils import timezone

from qfieldcloud_plugin.engine.delta import APPLIED, UNSUPPORTED, DeltaResult
from qfieldcloud_plugin.engine.delta import Delta as ReadDelta
from qfieldcloud_plugin.engine.delta import apply_deltas as apply_in_engine
from qfieldcloud_plugin.engine.message import Message, parts_of
from qfieldcloud_server.deltas import bulk
from qfieldcloud_server.deltas.models import ClientKey, Delta, TakenDelta
from qfieldcloud_server.deltas.revisions import remainder
from qfieldcloud_server.deltas.services import request_apply
from qfieldcloud_server.deltas.workbench import EditedFile, StandInFailed, Workbench
from qfieldcloud_server.files import history
from qfieldcloud_server.files.models import File, Version
from qfieldcloud_server.files.records import keep_blob
from qfieldcloud_server.files.services import Author, add_version, lock_project, touch
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.jobs.context import JobContext, JobFailed
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.workflow import Workflow, storable
from qfieldcloud_server.qgis_helper.applying import apply_rest, forget_intents, unsettled

Status = Delta.Status

# How often somebody may upload a GeoPackage anew while its deltas are being applied.
_MOST_TRIES = 5
_SUPERSEDED = {"msg": "This was sent again with further edits, which were applied instead."}


class FilesMovedOn(Exception):
    """A GeoPackage got another version while its copy was edited."""


def apply_deltas(context: JobContext) -> None:
    context.workflow = workflow = Workflow(
        "apply_changes",
        "Apply Changes",
        "3.0",
        download_project_directory="Lay Out Touched Files",
        apply_deltas="Apply Deltas",
        upload_project_directory="Keep Changed Files",
    )
    rows = _take(context.job)
    if not rows:
        workflow.log("No deltas are waiting.")
        return
    deltas = _read(rows)
    given_up: dict[str, str] = {}
    tries = 0
    while tries < _MOST_TRIES:
        try:
            with blob_store().workspace() as root:
                bench = Workbench(context.job.project, root, deltas, given_up)
                _Attempt(context, rows, deltas).run(bench)
        except FilesMovedOn:
            workflow.log("A file was uploaded meanwhile; applying to the new one.")
            tries += 1
        except StandInFailed as failed:
            workflow.log(f"{failed.reason}. Its deltas wait; the others are applied again.")
            given_up[failed.source] = failed.reason
        else:
            return
    raise JobFailed("The files were uploaded anew again and again while deltas were applied to them.")


def _take(job: Job) -> list[TakenDelta]:
    """The deltas that wait, in the order they came; those a former attempt had taken are among them."""
    deltas = Delta.objects.filter(project=job.project_id)
    # Marked first, and then read by their mark: what comes in between waits for the next job.
    deltas.filter(last_status=Status.PENDING).update(last_status=Status.STARTED)
    taken = deltas.filter(last_status=Status.STARTED).order_by("id")
    return [TakenDelta(*row) for row in taken.values_list(*TakenDelta._fields)]


def _read(rows: Iterable[TakenDelta]) -> list[ReadDelta]:
    return [
        ReadDelta.from_json(row.content, on_conflict="refuse" if row.refuse_conflicts else "") for row in rows
    ]


class _Attempt:
    """One try at applying the deltas and keeping what came of it."""

    def __init__(self, context: JobContext, rows: list[TakenDelta], deltas: list[ReadDelta]) -> None:
        self.context, self.job, self.rows, self.deltas = context, context.job, rows, deltas
        self.workflow = context.workflow
        self.superseded: list[TakenDelta] = []
        self.postponed: list[TakenDelta] = []

    def run(self, bench: Workbench) -> None:
        with self.workflow.step("download_project_directory"):
            deltas = self._prepared()
        keys = _client_keys(self.job, self.rows)
        known_keys = dict(keys)
        with self.workflow.step("apply_deltas") as step:
            started = time.perf_counter()
            results = apply_in_engine(
                bench.qgis_project,
                deltas,
                keys,
                self.job.project.overwrite_conflicts,
                former_layers=bench.former_layers,
                former_columns=bench.column_today,
                durable=False,  # the store makes the copies durable before anybody sees them
            )
            results = [_explained(result, bench.waiting) for result in results]
            settled = apply_rest(
                self.context, bench.qgis_project, self.rows, results, keys, bench.handed_over
            )
            has_changed_elsewhere = _count_applied(settled) > _count_applied(results)
            results = settled
            took = time.perf_counter() - started
            count = f"{len(results)} {'delta' if len(results) == 1 else 'deltas'}"
            self.workflow.log(f"{count} in {took:.3f} s: {_summary(results)}")
            feedback_id = str(uuid.uuid4())
            feedbacks = [result.feedback(feedback_id) for result in results]
            step.outputs["delta_feedback"] = feedbacks
        with self.workflow.step("upload_project_directory") as step:
            edited = bench.edited()
            blobs = [_adopted(file) for file in edited]
            step.returns["files"] = blobs
        with self.context.commit():
            self._keep_files(edited, bench.beside)
            if has_changed_elsewhere:
                touch(lock_project(self.job.project))
            self._keep_results(results, feedbacks)
            forget_intents(self.rows, results)
            self._postpone(results)
            _keep_client_keys(self.job, {k: v for k, v in keys.items() if known_keys.get(k) != v})
        for one in edited:
            # The next copy is made of the new version, and may have the memory that held the old one.
            blob_store().cool(one.base.blob_id)

    def _prepared(self) -> list[ReadDelta]:
        """The deltas as they are to be applied now; later forms of a delta take the place of earlier ones."""
        latest = {row.uuid: row.revision for row in self.rows}
        # What became of an interrupted form decides what is left of a later one.
        latest |= {row.uuid: row.revision for row in unsettled(self.rows)}
        self.postponed = [row for row in self.rows if row.revision > latest[row.uuid]]
        self.superseded = [row for row in self.rows if row.revision < latest[row.uuid]]
        now = [
            (row, delta)
            for row, delta in zip(self.rows, self.deltas, strict=True)
            if row.revision == latest[row.uuid]
        ]
        self.rows, deltas = [row for row, _ in now], [delta for _, delta in now]
        for index, row in enumerate(self.rows):
            if row.revision:
                former = _applied_form(row)
                deltas[index] = remainder(former, deltas[index]) if former else deltas[index]
        return deltas

    def _postpone(self, results: list[DeltaResult]) -> None:
        """Later forms of deltas that had to be settled first are for the next job."""
        Delta.objects.filter(pk__in=[row.id for row in self.postponed]).update(last_status=Status.PENDING)
        if self.postponed and not any(result.status == UNSUPPORTED for result in results):
            request_apply(self.job.project, self.job.created_by)

    def _keep_files(self, edited: list[EditedFile], beside: Mapping[File, Version]) -> None:
        project = lock_project(self.job.project)
        self._check_unmoved(edited, beside)
        for one in edited:
            file = project.files.select_related("latest__blob").filter(pk=one.file.pk).first()
            if file is None or file.latest is None or file.latest.pk != one.base.pk:
                raise FilesMovedOn
            author = Author(self.job.created_by, origin=Version.Origin.DELTAS)
            version = add_version(project, file, file.latest, keep_blob(one.digest), author)
            if one.changes:
                history.record(file, one.base, version, one.changes)
            else:
                history.request(file, one.base, version)
        if edited:
            touch(project)

    def _check_unmoved(self, edited: list[EditedFile], beside: Mapping[File, Version]) -> None:
        """All files that belong to what was edited must be what they were when they were read."""
        read = {file.pk: version.pk for file, version in beside.items()} if edited else {}
        latest = dict(File.objects.filter(pk__in=read).values_list("pk", "latest"))
        if latest != read:
            raise FilesMovedOn

    def _keep_results(self, results: list[DeltaResult], feedbacks: list[dict[str, object]]) -> None:
        now = timezone.now()
        changes = [
            (_status(result), _json(feedback), _text(result.modified_pk), row.id)
            for row, result, feedback in zip(self.rows, results, feedbacks, strict=True)
        ]
        changes += [(Status.IGNORED, json.dumps(_SUPERSEDED), None, row.id) for row in self.superseded]
        table = connection.ops.quote_name(Delta._meta.db_table)
        # One statement for all rows: the ORM's bulk update spells thousands of branches into a CASE.
        feedback = "%s::jsonb" if connection.vendor == "postgresql" else "%s"
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {table} SET last_status = %s, last_feedback = {feedback}, "  # noqa: S608 - no value
                "last_modified_pk = %s, last_job_id = %s, updated_at = %s WHERE id = %s",
                [(*values, _for_database(self.job.pk), now, pk) for *values, pk in changes],
            )


def _adopted(file: EditedFile) -> str:
    """The copy becomes a blob; without a version that points to it, it is swept some day."""
    blob_store().adopt(file.path, file.digest)
    return file.file.name


def _applied_form(row: TakenDelta) -> ReadDelta | None:
    """The earlier form of a delta that was applied, if one was."""
    former = (
        Delta.objects.filter(
            project=row.project, uuid=row.uuid, revision__lt=row.revision, last_status=Status.APPLIED
        )
        .order_by("-revision")
        .first()
    )
    return ReadDelta.from_json(former.content) if former else None


def _client_keys(job: Job, rows: Iterable[TakenDelta]) -> dict[str, str]:
    clients = {row.client_id for row in rows}
    keys = ClientKey.objects.filter(project=job.project_id, client_id__in=clients)
    return dict(keys.values_list("key", "server_key"))


def _keep_client_keys(job: Job, keys: dict[str, str]) -> None:
    clients = {client: uuid.UUID(client) for client in {key.partition("__")[0] for key in keys}}
    bulk.insert(
        ClientKey,
        ["client_id", "key", "server_key"],
        ((clients[key.partition("__")[0]], key, value) for key, value in keys.items()),
        same={"project": job.project_id},
        on_conflict="(project_id, key) DO UPDATE SET server_key = excluded.server_key",
    )


def _status(result: DeltaResult) -> str:
    # What only QGIS can write waits for it; everything else has the name that the engine gives it.
    return Status.PENDING if result.status == UNSUPPORTED else Status(result.status)


def _explained(result: DeltaResult, waiting: Mapping[str, str]) -> DeltaResult:
    """What a waiting delta waits for: the engine only knows that it cannot write the layer itself."""
    why = waiting.get(result.delta.layer_id) or waiting.get(result.delta.local_layer_id)
    return replace(result, msg=why) if result.status == UNSUPPORTED and why else result


def _json(feedback: dict[str, object]) -> str:
    text = json.dumps(feedback)
    # It tells values of the data, and those may be anything.
    return json.dumps(storable(feedback)) if "\\u0000" in text or "\\ud" in text else text


def _text(key: object) -> str | None:
    return None if key is None else str(storable(str(key)))


def _for_database(value: uuid.UUID) -> uuid.UUID | str:
    return value if connection.features.has_native_uuid_field else value.hex


def _count_applied(results: list[DeltaResult]) -> int:
    return sum(result.status == APPLIED for result in results)


def _summary(results: list[DeltaResult]) -> str:
    counts: dict[str, int] = {}
    for result in results:
        counts[result.status] = counts.get(result.status, 0) + 1
    return ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))


def after_failure(job: Job, message: str) -> None:
    """Deltas of a job that failed as a whole: nothing of them was applied, and they can be tried again."""
    text = Message("{message} The change is kept and can be applied again.", message=message)
    feedback = storable({"msg": text, "msg_parts": parts_of(text)})
    Delta.objects.filter(project=job.project_id, last_status=Status.STARTED).update(
        last_status=Status.ERROR, last_feedback=feedback, last_job=job, updated_at=timezone.now()
    )
