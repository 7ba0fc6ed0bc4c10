# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks at both sides, and carries out what the plan says: what fails waits, everything else goes on."""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ..errors import EngineError
from ..message import Message
from . import transfer
from .conflict import FILE, Conflict, file_conflict
from .context import Context, SyncOptions
from .errors import Cancelled, UnsafeName, local_error
from .local import LocalProject
from .manifest import LocalFile
from .names import check_name, is_geopackage, is_project_file, is_synced
from .plan import Action, Agreed, Here, Plan, Side, Step, make_plan
from .progress import CancelToken, Progress, ProgressCallback, ignore_progress
from .recovery import recover, under_way
from .remote import Remote, RemoteFile, RemoteVersion
from .report import FileOutcome, SyncReport
from .rows import sync_rows

_IN_WORDS = {
    Side.CHANGED: Message("changed"),
    Side.GONE: Message("deleted"),
    Side.NEW: Message("new"),
    Side.SAME: Message("unchanged"),
    Side.BACK: Message("an older version"),
    Side.NEVER: Message("not there"),
}


def look(
    local: LocalProject,
    remote: Remote,
    options: Optional[SyncOptions] = None,
    progress: ProgressCallback = ignore_progress,
    cancel: Optional[CancelToken] = None,
) -> Plan:
    """What a run would do now. Reads only, and needs no lock."""
    context = Context(local, remote, options or SyncOptions(), progress, cancel or CancelToken())
    return _Run(context).plan()


def run(
    local: LocalProject,
    remote: Remote,
    options: Optional[SyncOptions] = None,
    progress: ProgressCallback = ignore_progress,
    cancel: Optional[CancelToken] = None,
) -> SyncReport:
    """Bring folder and server in step as far as possible; calling it again goes on where it ended.

    Raises ProjectInUse, and RemoteError when the server cannot even be looked at. What befalls single files is in
    the report, with the reason each of them waits. When cancelled, the report says what was done until then.
    """
    started = time.monotonic()
    context = Context(local, remote, options or SyncOptions(), progress, cancel or CancelToken())
    with local.lock():
        try:
            _Run(context).carry_out()
        except Cancelled:
            context.report.cancelled = True
        report = context.report
        report.conflicts = local.conflicts()
        report.failures = local.state.failures()
        local.tidy()
    report.seconds = time.monotonic() - started
    progress(Progress("done"))
    return report


class _Run:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.local = context.local
        self.seen: Mapping[str, LocalFile] = {}
        self.there: Dict[str, RemoteFile] = {}

    # -- looking --------------------------------------------------------------------------------

    def plan(self) -> Plan:
        self.context.tell("look", "")
        self.there = self._listed()
        self.seen = self.local.manifest(self.context.cancel)
        base = {name: state.agreed for name, state in self.local.state.files().items()}
        here = {name: self._here(file, base.get(name)) for name, file in self.seen.items()}
        options = self.context.options
        plan = make_plan(base, here, self.there, options.wishes, self.local.state.decisions())
        if options.only is None:
            return plan
        return Plan(tuple(step for step in plan if step.name in options.only))

    def _listed(self) -> Dict[str, RemoteFile]:
        """The remote files that can exist on this computer and take part."""
        listed = {}
        for file in self.context.remote.list_files():
            try:
                check_name(file.name)
                self.local.path(file.name)
            except UnsafeName as error:
                self.context.report.waits(file.name, Action.WAIT, error)
                continue
            if is_synced(file.name):
                listed[file.name] = file
        return listed

    def _here(self, file: LocalFile, base: Optional[Agreed]) -> Here:
        state = self.local.state.file(file.name)
        if state is not None and state.fingerprint == file.fingerprint:
            return Here(file.name, file.size, changed=False, etag=state.etag)
        if state is not None and base is not None and file.is_geopackage:
            # Only its rows tell; reading them is the merge's work.
            return Here(file.name, file.size, changed=True)
        self.context.tell("look", file.name)
        etag = self.local.digest(file, self.context.cancel).etag
        return Here(file.name, file.size, changed=base is None or etag != base.etag, etag=etag)

    # -- carrying out ---------------------------------------------------------------------------

    def carry_out(self) -> None:
        for name in under_way(self.local):
            self._guarded(Step(name, Action.MERGE), lambda name=name: self._recover(name))  # type: ignore[misc]
        self._mend_bases()
        plan = self.plan()
        self._note_conflicts(plan)
        deletions = plan.of(Action.DELETE_HERE, Action.DELETE_THERE)
        early = [step for step in deletions if is_project_file(step.name)]
        # The project file travels after the data it shows, and rows after the project that names their layers.
        for step in plan.of(Action.ADOPT, Action.FORGET):
            self._do(step)
        transfers = plan.of(Action.UPLOAD, Action.DOWNLOAD)
        self._transfer([step for step in transfers if not is_project_file(step.name)])
        for step in (*early, *(step for step in transfers if is_project_file(step.name))):
            self._do(step)
        for step in self._merges(plan):
            self._do(step)
        for step in deletions:
            if step not in early:
                self._do(step)
        for step in plan.of(Action.WAIT):
            self.context.report.files.append(FileOutcome(step.name, step.action, waits=step.reason))

    def _recover(self, name: str) -> Optional[FileOutcome]:
        recover(self.local, name)
        return None

    def _mend_bases(self) -> None:
        """A base that is gone (someone tidied up) comes back from the server, or the file has none."""
        for name, state in self.local.state.files().items():
            base = self.local.base(name)
            if base is None or base.is_file():
                continue
            file = self.context.remote.file(name)
            version = file.version(state.version_id) if file is not None else None
            if version is None or self.local.state.outbox(name):
                self.local.state.forget(name)
                continue
            self.context.remote.download(name, version, base, self.context.progress, self.context.cancel)

    def _merges(self, plan: Plan) -> List[Step]:
        """GeoPackages to meet by rows: those of the plan, and those with something still on its way."""
        steps = {step.name: step for step in plan.of(Action.MERGE)}
        on_the_way = {
            *self.local.state.outbox_files(),
            *(conflict.file for conflict in self.local.conflicts()),
        }
        if self.context.options.retry_failed:
            on_the_way |= {failure.file for failure in self.local.state.failures()}
        for step in plan.of(Action.NOTHING):
            if step.name in on_the_way and is_geopackage(step.name):
                steps.setdefault(step.name, step)
        return [steps[name] for name in sorted(steps)]

    def _note_conflicts(self, plan: Plan) -> None:
        """File conflicts wait for a person; those that are none any more are forgotten."""
        now = {step.name: step for step in plan.of(Action.CONFLICT)}
        for conflict in self.local.conflicts():
            if conflict.kind == FILE and conflict.file not in now:
                self.local.state.set_conflicts(conflict.file, [])
        known = {conflict.id for conflict in self.local.conflicts()}
        for step in now.values():
            conflict = _file_conflict(step)
            if conflict.id in known or not self._is_alike(step):
                self.local.state.set_conflicts(step.name, [conflict])
                self.context.report.files.append(FileOutcome(step.name, step.action, waits=step.reason))

    def _is_alike(self, step: Step) -> bool:
        """Whether nothing is to be asked: the rows are the same, or the report says why that cannot be seen now."""
        if (step.here, step.there) != (Side.NEW, Side.NEW) or not is_geopackage(step.name):
            return False
        known = len(self.context.report.files)
        self._guarded(step, lambda: transfer.adopt_alike(self.context, step, self.seen.get(step.name)))
        return len(self.context.report.files) > known

    def _transfer(self, steps: Sequence[Step]) -> None:
        """Several files travel at a time; the state is written by this thread alone, one file after the other."""
        most = max(1, self.context.options.transfers)
        todo = list(steps)
        running: Dict[Future[RemoteVersion], Tuple[Step, transfer.Journey]] = {}
        try:
            with ThreadPoolExecutor(most) as pool:
                while todo or running:
                    while todo and len(running) < most:
                        self._set_out(pool, todo.pop(0), running)
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        self._arrive(future, *running.pop(future))
        finally:
            # Only now has the pool's last thread put its file down.
            for _, journey in running.values():
                journey.leave()

    def _set_out(
        self,
        pool: ThreadPoolExecutor,
        step: Step,
        running: Dict[Future[RemoteVersion], Tuple[Step, transfer.Journey]],
    ) -> None:
        def prepare() -> None:
            journey = transfer.start(self.context, step, self.seen.get(step.name))
            running[pool.submit(journey.travel)] = (step, journey)

        self._guarded(step, prepare)

    def _arrive(self, future: Future[RemoteVersion], step: Step, journey: transfer.Journey) -> None:
        def finish() -> FileOutcome:
            return journey.finish(future.result())

        try:
            self._guarded(step, finish)
        finally:
            journey.leave()

    def _do(self, step: Step) -> None:
        seen = self.seen.get(step.name)
        if step.action in (Action.UPLOAD, Action.DOWNLOAD):
            self._transfer([step])
        elif step.action is Action.ADOPT and step.remote is not None:
            version = step.remote
            self._guarded(step, lambda: transfer.adopt(self.context, step.name, version, seen))
        elif step.action is Action.FORGET:
            self._guarded(step, lambda: transfer.forget(self.context, step.name))
        elif step.action is Action.DELETE_HERE:
            self._guarded(step, lambda: transfer.delete_here(self.context, step, seen))
        elif step.action is Action.DELETE_THERE:
            self._guarded(step, lambda: transfer.delete_there(self.context, step))
        else:
            self._guarded(step, lambda: self._merge(step))

    def _merge(self, step: Step) -> FileOutcome:
        if step.adopt is not None:
            transfer.adopt(self.context, step.name, step.adopt, self.seen.get(step.name))
        return sync_rows(self.context, step.name)

    def _guarded(self, step: Step, work: Callable[[], Optional[FileOutcome]]) -> None:
        """One file's trouble is not the others'."""
        try:
            self.context.cancel.check()
            outcome = work()
        except Cancelled:
            raise
        except EngineError as error:
            self.context.report.waits(step.name, step.action, error)
        except OSError as error:
            self.context.report.waits(step.name, step.action, local_error(error, step.name))
        else:
            if outcome is not None:
                self.context.report.files.append(outcome)


def _file_conflict(step: Step) -> Conflict:
    version_id = step.remote.id if step.remote else None
    base = None if step.here is Side.NEW else Message("the version both sides had")
    return file_conflict(step.name, version_id, _IN_WORDS[step.here], _IN_WORDS[step.there], base)
