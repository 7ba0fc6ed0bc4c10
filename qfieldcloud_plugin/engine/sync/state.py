# SPDX-License-Identifier: GPL-2.0-or-later
"""The memory of a project folder: one SQLite file, described in docs/formats/local-state.md."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence

from sqlite_utils import Database

from . import conflict as c
from .conflict import Conflict, Decided, Value
from .errors import DiskFull, LocalFileError, NotAProject, ProjectInUse, StateTooNew, SyncError
from .manifest import Digest
from .plan import Agreed, Choice, FileDecision

FORMAT = 1

_TABLES: Mapping[str, Mapping[str, Any]] = {
    "link": {"id": int, "format": int, "server": str, "project_id": str, "name": str, "owner": str},
    "files": {"name": str, "version_id": str, "etag": str, "size": int, "fingerprint": str, "base": str},
    "digests": {"name": str, "fingerprint": str, "etag": str, "sha256": str},
    "outbox": {"id": str, "file": str, "created_at": str},
    "patches": {"file": str, "id": str},
    "conflicts": {
        "id": str,
        "file": str,
        "kind": str,
        "table_name": str,
        "key": str,
        "column_name": str,
        "base": str,
        "mine": str,
        "theirs": str,
        "created_at": str,
    },
    "decided": {
        "id": int,
        "file": str,
        "kind": str,
        "table_name": str,
        "key": str,
        "column_name": str,
        "base": str,
        "mine": str,
        "theirs": str,
        "created_at": str,
        "choice": str,
        "value": str,
        "decided_at": str,
    },
    "decisions": {"file": str, "choice": str, "version_id": str},
    "failures": {
        "file": str,
        "table_name": str,
        "key": str,
        "change": str,
        "state": str,
        "message": str,
        "created_at": str,
    },
}
_KEYS: Mapping[str, Any] = {
    "files": "name",
    "digests": "name",
    "patches": "file",
    "decisions": "file",
    "failures": ("file", "table_name", "key"),
}


@dataclass(frozen=True)
class ProjectLink:
    """Which cloud project a folder belongs to."""

    server: str
    project_id: str
    name: str = ""
    owner: str = ""


@dataclass(frozen=True)
class FileState:
    """What is remembered of a file. `base` names its copy in `base/`, empty for files compared as wholes."""

    name: str
    version_id: str
    etag: str
    size: int
    fingerprint: str
    base: str = ""

    @property
    def agreed(self) -> Agreed:
        return Agreed(self.name, self.version_id, self.etag, self.size)


@dataclass(frozen=True)
class Failure:
    """A change the server did not take; it stays here, and is sent again when it changes or on request."""

    file: str
    table: str
    key: c.Key
    change: str
    """A digest of the change, to see whether it is still the same one."""
    state: str
    message: str
    created_at: str = ""


class State:
    """Opens `state.db`. One thread at a time; every method is one transaction."""

    def __init__(self, path: Path) -> None:
        with _errors():
            connection = sqlite3.connect(path, timeout=15)
            connection.execute("PRAGMA synchronous = FULL")
            self._db = Database(connection)
            self._check_format()

    def close(self) -> None:
        self._db.conn.close()

    def _check_format(self) -> None:
        if "link" in self._db.table_names():
            row = next(iter(self._db["link"].rows), None)
            if row is not None and row["format"] > FORMAT:
                raise StateTooNew(
                    "This project folder was used with a newer version of the plugin. "
                    "Nothing was changed; please update the plugin."
                )
        for name, columns in _TABLES.items():
            self._db.create_table(name, dict(columns), pk=_KEYS.get(name, "id"), if_not_exists=True)

    # -- the project ----------------------------------------------------------------------------

    @property
    def link(self) -> ProjectLink:
        row = next(iter(self._db["link"].rows), None)
        if row is None:
            raise NotAProject("This folder is not linked to a cloud project.")
        return ProjectLink(row["server"], row["project_id"], row["name"], row["owner"])

    @link.setter
    def link(self, link: ProjectLink) -> None:
        self._put(
            "link",
            id=1,
            format=FORMAT,
            server=link.server,
            project_id=link.project_id,
            name=link.name,
            owner=link.owner,
        )

    # -- files ----------------------------------------------------------------------------------

    def files(self) -> Dict[str, FileState]:
        return {row["name"]: FileState(**row) for row in self._rows("files", order="name")}

    def file(self, name: str) -> Optional[FileState]:
        row = self._row("files", name=name)
        return None if row is None else FileState(**row)

    def agree(self, file: FileState) -> None:
        """Remember what both sides now agree on; a decision about the file has been carried out with that."""
        with self._transaction() as execute:
            self._write(
                execute,
                "files",
                name=file.name,
                version_id=file.version_id,
                etag=file.etag,
                size=file.size,
                fingerprint=file.fingerprint,
                base=file.base,
            )
            execute("DELETE FROM decisions WHERE file = ?", [file.name])
            execute("DELETE FROM conflicts WHERE file = ? AND kind = ?", [file.name, c.FILE])
            execute("DELETE FROM patches WHERE file = ?", [file.name])

    def forget(self, name: str) -> None:
        """The file is no longer part of the project, on either side."""
        with self._transaction() as execute:
            for table, column in (
                ("files", "name"),
                ("digests", "name"),
                ("decisions", "file"),
                ("conflicts", "file"),
                ("failures", "file"),
                ("patches", "file"),
            ):
                execute(f"DELETE FROM {table} WHERE {column} = ?", [name])  # noqa: S608  our own names

    def digest(self, name: str, fingerprint: str) -> Optional[Digest]:
        """The digest of a file, if it has not been touched since it was read."""
        row = self._row("digests", name=name)
        if row is None or row["fingerprint"] != fingerprint:
            return None
        return Digest(row["etag"], row["sha256"])

    def remember_digest(self, name: str, fingerprint: str, digest: Digest) -> None:
        self._put("digests", name=name, fingerprint=fingerprint, etag=digest.etag, sha256=digest.sha256)

    # -- what is under way ----------------------------------------------------------------------

    def outbox(self, file: Optional[str] = None) -> List[str]:
        """The ids of delta files that are not settled yet, oldest first."""
        rows = self._rows("outbox", order="created_at, rowid")
        return [row["id"] for row in rows if file is None or row["file"] == file]

    def outbox_files(self) -> List[str]:
        return sorted({row["file"] for row in self._rows("outbox")})

    def put_into_outbox(self, delta_file_id: str, file: str) -> None:
        self._put("outbox", id=delta_file_id, file=file, created_at=now())

    def take_from_outbox(self, delta_file_id: str) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM outbox WHERE id = ?", [delta_file_id])

    def patch(self, file: str) -> Optional[str]:
        """The id of the patch that may or may not have been applied to the live file."""
        row = self._row("patches", file=file)
        return None if row is None else str(row["id"])

    def announce_patch(self, file: str, patch_id: str) -> None:
        self._put("patches", file=file, id=patch_id)

    def withdraw_patch(self, file: str) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM patches WHERE file = ?", [file])

    # -- conflicts ------------------------------------------------------------------------------

    def conflicts(self, file: Optional[str] = None) -> List[Conflict]:
        rows = self._rows("conflicts", order="file, table_name, key, column_name")
        return [_conflict(row) for row in rows if file is None or row["file"] == file]

    def set_conflicts(self, file: str, conflicts: Iterable[Conflict], kinds: Sequence[str]) -> None:
        """Replace the open conflicts of these kinds in a file; one known already keeps its time."""
        known = {conflict.id: conflict.created_at for conflict in self.conflicts(file)}
        marks = ", ".join("?" * len(kinds))
        with self._transaction() as execute:
            execute(f"DELETE FROM conflicts WHERE file = ? AND kind IN ({marks})", [file, *kinds])  # noqa: S608
            for conflict in conflicts:
                created = known.get(conflict.id) or now()
                self._write(
                    execute, "conflicts", id=conflict.id, **{**_columns(conflict), "created_at": created}
                )

    def close_conflict(self, conflict: Conflict, choice: Choice, value: Value) -> None:
        """Move a conflict to those that are over, with everything both sides had."""
        with self._transaction() as execute:
            self._write(
                execute,
                "decided",
                **_columns(conflict),
                choice=choice.value,
                value=c.dump(value),
                decided_at=now(),
            )
            execute("DELETE FROM conflicts WHERE id = ?", [conflict.id])

    def decided(self, file: Optional[str] = None) -> List[Decided]:
        rows = self._rows("decided", order="id DESC")
        return [
            Decided(_conflict(row), Choice(row["choice"]), c.load(row["value"]), row["decided_at"])
            for row in rows
            if file is None or row["file"] == file
        ]

    def decisions(self) -> Dict[str, FileDecision]:
        """Decisions about whole files that the next run will carry out."""
        return {
            row["file"]: FileDecision(Choice(row["choice"]), row["version_id"])
            for row in self._rows("decisions")
        }

    def decide_file(self, file: str, decision: FileDecision) -> None:
        self._put("decisions", file=file, choice=decision.choice.value, version_id=decision.version_id)

    # -- failures -------------------------------------------------------------------------------

    def failures(self, file: Optional[str] = None) -> List[Failure]:
        rows = self._rows("failures", order="file, table_name, key")
        return [_failure(row) for row in rows if file is None or row["file"] == file]

    def set_failures(self, file: str, failures: Iterable[Failure]) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM failures WHERE file = ?", [file])
            for failure in failures:
                self._write(
                    execute,
                    "failures",
                    file=failure.file,
                    table_name=failure.table,
                    key=c.dump_key(failure.key),
                    change=failure.change,
                    state=failure.state,
                    message=failure.message,
                    created_at=failure.created_at or now(),
                )

    # -- plumbing -------------------------------------------------------------------------------

    def _rows(self, table: str, order: Optional[str] = None) -> List[Dict[str, Any]]:
        with _errors():
            return list(self._db.table(table).rows_where(order_by=order))

    def _row(self, table: str, **where: Any) -> Optional[Dict[str, Any]]:
        ((column, value),) = where.items()
        with _errors():
            return next(iter(self._db.table(table).rows_where(f"{column} = ?", [value])), None)

    def _put(self, table: str, **values: Any) -> None:
        with self._transaction() as execute:
            self._write(execute, table, **values)

    @staticmethod
    def _write(execute: Any, table: str, **values: Any) -> None:
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", list(values.values()))  # noqa: S608

    @contextmanager
    def _transaction(self) -> Iterator[Callable[..., Any]]:
        """Several statements as one; sqlite-utils would commit after each."""
        with _errors(), self._db.conn:
            yield self._db.conn.execute


@contextmanager
def _errors() -> Iterator[None]:
    """Turns what SQLite reports about state.db into sync's errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise _state_error(error) from error


def _state_error(error: sqlite3.Error) -> SyncError:
    text = str(error)
    if "full" in text:
        return DiskFull("The disk is full. Nothing was lost; free some space and sync again.")
    if "locked" in text:
        return ProjectInUse(
            "This project folder is in use by another program. Try again when that has finished."
        )
    if "not a database" in text or "malformed" in text:
        return NotAProject(
            "The folder's sync state (.qfieldcloud/state.db) is damaged. Your files are untouched: rename "
            "the folder .qfieldcloud and link this folder to its cloud project again."
        )
    return LocalFileError(f"The folder's sync state cannot be used ({text}). Your files are untouched.")


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")


def _columns(conflict: Conflict) -> Dict[str, Any]:
    return {
        "file": conflict.file,
        "kind": conflict.kind,
        "table_name": conflict.table,
        "key": c.dump_key(conflict.key),
        "column_name": conflict.column,
        "base": c.dump(conflict.base),
        "mine": c.dump(conflict.mine),
        "theirs": c.dump(conflict.theirs),
        "created_at": conflict.created_at,
    }


def _conflict(row: Mapping[str, Any]) -> Conflict:
    return Conflict(
        file=row["file"],
        kind=row["kind"],
        table=row["table_name"],
        key=c.load_key(row["key"]),
        column=row["column_name"],
        base=c.load(row["base"]),
        mine=c.load(row["mine"]),
        theirs=c.load(row["theirs"]),
        created_at=row["created_at"],
    )


def _failure(row: Mapping[str, Any]) -> Failure:
    return Failure(
        file=row["file"],
        table=row["table_name"],
        key=c.load_key(row["key"]),
        change=row["change"],
        state=row["state"],
        message=row["message"],
        created_at=row["created_at"],
    )
