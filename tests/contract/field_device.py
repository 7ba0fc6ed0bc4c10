# SPDX-License-Identifier: GPL-2.0-or-later
"""A field device, simulated request by request as QField behaves, and louder than QField where it would fail.

What a person does there is one method each: `log_in`, `find_project`, `download`, `synchronize`, `push`.
Rows are edited through `DeviceProject`.
"""

from __future__ import annotations

import hashlib
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Callable, Optional

from .field_answers import (
    STATUSES,
    WAITING,
    CloudProject,
    DeltaAnswer,
    Entry,
    check_layers,
    check_provider,
    entry_of,
    project_of,
)
from .field_deltas import Delta, copies
from .field_project import DeviceProject, LocalKey, NotEditable
from .field_wire import (
    Answer,
    BreaksQField,
    Call,
    DeviceError,
    NotAnswered,
    Refused,
    Wire,
    json_list,
)

__all__ = [
    "BreaksQField",
    "Call",
    "CloudProject",
    "DeltaAnswer",
    "DeviceError",
    "DeviceProject",
    "FieldDevice",
    "LocalKey",
    "NotAnswered",
    "NotEditable",
    "Refused",
]

PAGE = 250
PARALLEL = 6
PART_SIZE = 8 * 1024 * 1024
SMALLEST_RESUME = 1_000_000
RESTARTS = 3
ATTACHMENT_ATTEMPTS = 5


class FieldDevice:
    """One device of one person.

    `second` is how long a second of QField's timers lasts here; `patience` (seconds) ends what QField would
    wait for forever. `cut_downloads_after`: the network breaks in each file after so many bytes.
    """

    def __init__(self, url: str, storage: Path, *, second: float = 0.05, patience: float = 60.0) -> None:
        self.wire = Wire(url)
        self.storage = storage
        self.username = ""
        self.second = second
        self.patience = patience
        self.cut_downloads_after: Optional[int] = None
        self.projects: dict[str, CloudProject] = {}
        self.attachment_queue: list[tuple[str, Path]] = []
        self._local: dict[str, DeviceProject] = {}

    # -- account ----------------------------------------------------------------------------------

    def first_contact(self) -> dict[str, Any]:
        """Opens the cloud screen: status, then what sign-in the server offers."""
        status = Answer.of(self.wire.get("status/", anonymous=True))
        for key in ("database", "storage", "status_page_url", "incident_message", "maintenance_message"):
            status.maybe_text(key)
        try:
            info = Answer.of(self.wire.get("server/info/", anonymous=True))
        except Refused as error:
            if error.status != 404:
                raise
            return {"auth_providers": json_list(self.wire.get("auth/providers/", anonymous=True))}
        info.maybe_text("signup_url")
        for provider in info.array("auth_providers"):
            check_provider(Answer(provider, "server/info/ auth_providers"))
        return dict(info.value)

    def log_in(self, username: str, password: str) -> None:
        body = {"password": password, "username": username}
        self._remember(Answer.of(self.wire.post_json("auth/token/", body, anonymous=True)))

    def log_in_again(self) -> None:
        """With the token kept from before, as at the app's start."""
        self._remember(Answer.of(self.wire.get("auth/user/")))

    def _remember(self, account: Answer) -> None:
        self.wire.token = account.maybe_text("token") or self.wire.token
        self.username = account.name("username")
        account.maybe_text("avatar_url")
        self.refresh_projects()
        self.upload_attachments()
        json_list(self.wire.get(f"users/{self.username}/organizations/"))
        subscription = Answer.of(self.wire.get(f"subscriptions/{self.username}/current/"))
        subscription.text("plan_display_name")
        for key in ("active_storage_total_bytes", "storage_used_bytes"):
            subscription.number(key)

    def log_out(self) -> None:
        self.wire.post_json("auth/logout/", None)
        self.wire.token = ""

    # -- projects ---------------------------------------------------------------------------------

    def refresh_projects(self) -> list[CloudProject]:
        found, offset = [], 0
        while True:
            response = self.wire.get(f"projects/?limit={PAGE}&offset={offset}")
            found += [project_of(Answer(item, "projects/")) for item in json_list(response)]
            if "X-Next-Page" not in response.headers:
                break
            offset += PAGE
        self.projects = {project.id: project for project in found}
        return found

    def find_project(self, name: str) -> CloudProject:
        for project in self.refresh_projects():
            if project.name == name:
                return project
        raise LookupError(
            f"{self.username} sees no project {name}, but {[p.name for p in self.projects.values()]}"
        )

    def local(self, project: CloudProject) -> DeviceProject:
        """The device's copy; download it first."""
        return self._local[project.id]

    # -- package and download ---------------------------------------------------------------------

    def download(self, project: CloudProject) -> DeviceProject:
        """Packages where the server says it is needed, and brings the package here."""
        if project.status == "failed":
            raise DeviceError(f"{project.name} is failing: QField does not download it")
        fresh = self._refreshed(project)
        if fresh.flag("needs_repackaging"):
            self._package(project.id)
        return self._fetch_package(project, fresh)

    def _refreshed(self, project: CloudProject) -> Answer:
        found = Answer.of(self.wire.get(f"projects/{project.id}/"))
        if found.text("id") != project.id:
            raise BreaksQField("another id: QField returns without a word and its window waits forever")
        for key in ("name", "owner", "description", "user_role"):
            found.text(key)
        for key in ("is_public", "can_repackage", "needs_repackaging"):
            found.flag(key)
        return found

    def _package(self, project_id: str) -> None:
        job = Answer.of(self.wire.post_json("jobs/", {"project_id": project_id, "type": "package"})).name(
            "id"
        )

        def ended() -> Optional[str]:
            status = Answer.of(self.wire.get(f"jobs/{job}/")).maybe_text("status").lower()
            return None if status in ("pending", "queued", "started", "stopped") else status

        status = self._poll(ended, f"job {job}")
        if status != "finished":
            raise DeviceError(f"packaging ended with {status!r}")

    def _fetch_package(self, project: CloudProject, fresh: Answer) -> DeviceProject:
        package = Answer.of(self.wire.get(f"packages/{project.id}/latest/?skip_metadata=1"))
        package_id, _ = package.name("package_id"), package.name("packaged_at")
        entries = [entry_of(Answer(item, "packages/latest files")) for item in package.array("files")]
        check_layers(package)
        folder = self.storage / "cloud_projects" / self.username / project.id
        folder.mkdir(parents=True, exist_ok=True)
        self._drop_other_project_files(folder, entries)
        wanted = [entry for entry in entries if self._is_wanted(project, folder, entry)]
        with ThreadPoolExecutor(PARALLEL) as pool:
            list(pool.map(lambda entry: self._fetch_file(project.id, folder, entry), wanted))
        client_id = str(uuid.uuid4())
        if project.id in self._local:
            self._local[project.id].downloaded_again(client_id, package_id)
        else:
            self._local[project.id] = DeviceProject(folder, project.id, client_id, package_id)
        return self._local[project.id]

    @staticmethod
    def _drop_other_project_files(folder: Path, entries: list[Entry]) -> None:
        named = [entry.name for entry in entries if entry.name.lower().endswith((".qgs", ".qgz"))]
        if len(named) != 1:
            raise BreaksQField(f"a package must list exactly one project file, listed are {named}")
        for path in folder.rglob("*.qg[sz]"):
            if path.relative_to(folder).as_posix() != named[0]:
                path.unlink()

    @staticmethod
    def _is_wanted(project: CloudProject, folder: Path, entry: Entry) -> bool:
        path = folder / entry.name
        if entry.is_attachment and project.attachments_on_demand:
            if path.is_file() and etag(path) != entry.etag:
                path.unlink()
            return False
        return not path.is_file() or etag(path) != entry.etag

    def _fetch_file(self, project_id: str, folder: Path, entry: Entry) -> None:
        target = folder / entry.name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{entry.etag}.part")
        for stale in target.parent.glob(f"{target.name}.*.part"):
            if stale != part:
                stale.unlink()
        self._complete(f"packages/{project_id}/latest/files/{entry.name}/", part, entry)
        # QField verifies nothing here; a witness does.
        if part.stat().st_size != entry.size or etag(part) != entry.etag:
            raise BreaksQField(f"{entry.name}: what was sent is not what the list promised")
        target.unlink(missing_ok=True)
        part.rename(target)
        for suffix in ("-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)

    def _complete(self, path: str, part: Path, entry: Entry) -> None:
        """Fetches what the .part file lacks."""
        for _ in range(RESTARTS + 1):
            start = part.stat().st_size if part.is_file() else 0
            if start and start == entry.size and etag(part) == entry.etag:
                return
            if start < SMALLEST_RESUME or start >= entry.size:
                part.unlink(missing_ok=True)
                start = 0
            with part.open("ab") as file:
                status = self.wire.download(path, start, self._cutting(file.write))
            if status != 416:
                return
            part.unlink()
        raise DeviceError(f"{entry.name}: the server answers 416 again and again")

    def _cutting(self, write: Callable[[bytes], Any]) -> Callable[[bytes], None]:
        left = self.cut_downloads_after

        def cut(chunk: bytes) -> None:
            nonlocal left
            if left is None:
                write(chunk)
                return
            write(chunk[:left])
            left -= len(chunk[:left])
            if not left:
                raise NotAnswered("Network Error. The connection broke off in the middle of a file")

        return cut

    # -- pushing ----------------------------------------------------------------------------------

    def push(self, project: CloudProject) -> list[Delta]:
        """Sends the edits and keeps working on the same copy ("Upload changes"); what was sent."""
        sent = self._post_deltas(project)
        if sent:
            self.local(project).deltas.clear()
            self._refreshed(project)
            self.upload_attachments()
        return sent

    def synchronize(self, project: CloudProject) -> list[DeltaAnswer]:
        """Sends the edits, waits for what became of them, and brings the newest package ("Synchronize")."""
        local = self.local(project)
        answers: list[DeltaAnswer] = []
        if self._post_deltas(project):
            delta_file = local.deltas.id
            try:
                answers = self.wait_for(project, delta_file)
            except (DeviceError, BreaksQField):
                local.deltas.renew_id()
                raise
            # Whatever became of them: QField takes every final status for applied.
            local.deltas.clear()
            self.upload_attachments()
        self.download(project)
        return answers

    def _post_deltas(self, project: CloudProject) -> list[Delta]:
        local = self.local(project)
        if not len(local.deltas):
            return []
        for name in local.attachments_to_send():
            self.attachment_queue.append((project.id, local.folder / name))
        upload = self.storage / f"delta-{uuid.uuid4().hex}.json"
        upload.write_bytes(local.deltas.to_bytes())
        try:
            self.wire.post_file(f"deltas/{project.id}/", upload)
        finally:
            upload.unlink()
        return copies(local.deltas.deltas)

    def wait_for(self, project: CloudProject, delta_file: str) -> list[DeltaAnswer]:
        """Asks each second until nothing of the delta file is pending."""

        def settled() -> Optional[list[DeltaAnswer]]:
            answers = self._deltas(f"deltas/{project.id}/{delta_file}/")
            if not answers:
                raise BreaksQField(
                    "no delta of this file: QField calls that a failed push and sends all again"
                )
            return None if any(answer.status in WAITING for answer in answers) else answers

        return self._poll(settled, f"delta file {delta_file}")

    def settled_history(self, project: CloudProject) -> list[DeltaAnswer]:
        """All deltas of the project, when none of them is pending any more."""

        def settled() -> Optional[list[DeltaAnswer]]:
            answers = self.delta_history(project)
            return None if any(answer.status in WAITING for answer in answers) else answers

        return self._poll(settled, "the delta history")  # type: ignore[no-any-return]

    def delta_history(self, project: CloudProject) -> list[DeltaAnswer]:
        return self._deltas(f"deltas/{project.id}/")

    def _deltas(self, path: str) -> list[DeltaAnswer]:
        answers = []
        for item in json_list(self.wire.get(path)):
            answer = Answer(item, path)
            for key in ("deltafile_id", "created_at", "updated_at"):
                answer.name(key)
            status = answer.name("status")
            if status not in STATUSES:
                raise BreaksQField(f"QField knows no status {status!r}")
            answers.append(DeltaAnswer(answer.name("id"), status, answer.maybe_text("output")))
        return answers

    # -- attachments ------------------------------------------------------------------------------

    def upload_attachments(self) -> None:
        """One after the other; what fails is tried again after 5, 25, 125 and 625 seconds, then kept."""
        failures = 0
        while self.attachment_queue:
            project_id, path = self.attachment_queue[0]
            root = self._local[project_id].project_file.parent
            try:
                self.wire.post_file(f"files/{project_id}/{path.relative_to(root).as_posix()}/", path)
            except DeviceError as error:
                gone = isinstance(error, Refused) and error.status == 404
                if not gone:
                    failures += 1
                    if failures == ATTACHMENT_ATTEMPTS:
                        return
                    time.sleep(5**failures * self.second)
                    continue
            failures = 0
            del self.attachment_queue[0]

    def fetch_attachment(self, project: CloudProject, name: str) -> Path:
        """One attachment of a project that leaves them on the server until they are looked at."""
        target = self.local(project).folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:

            def write(data: bytes) -> None:
                file.write(data)

            self.wire.download(f"packages/{project.id}/latest/files/{name}/", 0, write)
        return target

    # -- below ------------------------------------------------------------------------------------

    def _poll(self, ask: Callable[[], Any], what: str) -> Any:
        deadline = time.monotonic() + self.patience
        while (answer := ask()) is None:
            if time.monotonic() > deadline:
                raise BreaksQField(f"{what} does not end; QField would wait forever")
            time.sleep(self.second)
        return answer


def etag(path: Path) -> str:
    """As S3 names an object that was sent in parts of 8 MiB."""
    digests = []
    with path.open("rb") as file:
        while part := file.read(PART_SIZE):
            digests.append(hashlib.md5(part, usedforsecurity=False))
    if len(digests) < 2:
        return (digests or [hashlib.md5(b"", usedforsecurity=False)])[0].hexdigest()
    together = hashlib.md5(b"".join(digest.digest() for digest in digests), usedforsecurity=False)
    return f"{together.hexdigest()}-{len(digests)}"
