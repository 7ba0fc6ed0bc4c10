# SPDX-License-Identifier: GPL-2.0-or-later
"""The memory of a project folder: one SQLite file, described in docs/formats/local-state.md."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

from sqlite_utils import Database

from ..gpkg.sql import names, placeholders, sql
from ..message import Message
from . import conflict as c
from .conflict import Conflict, Decided
from .errors import DiskFull, LocalFileError, NotAProject, ProjectInUse, StateTooNew, SyncError
from .manifest import Digest
from .plan import Choice, FileDecision
from .records import (
    Failure,
    FileState,
    Patch,
    ProjectLink,
    Resolution,
    conflict_row,
    decided_row,
    failure_row,
    now,
    patch_text,
    read_conflict,
    read_decided,
    read_failure,
    read_patch,
    read_resolution,
    resolution_text,
)

FORMAT = 1

Execute = Callable[..., Any]
Place = Tuple[str, c.Key]

_CONFLICT: Mapping[str, Any] = {
    "file": str,
    "kind": str,
    "table_name": str,
    "key": str,
    "column_name": str,
    "base": str,
    "mine": str,
    "theirs": str,
    "other_table": str,
    "other_key": str,
    "other_base": str,
    "created_at": str,
}
_TABLES: Mapping[str, Mapping[str, Any]] = {
    "link": {"id": int, "format": int, "server": str, "project_id": str, "name": str, "owner": str},
    "files": {
        "name": str,
        "version_id": str,
        "etag": str,
        "size": int,
        "fingerprint": str,
        "base": str,
        "uploaded_at": str,
    },
    "digests": {"name": str, "fingerprint": str, "etag": str, "sha256": str},
    "outbox": {"id": str, "file": str, "places": str, "created_at": str},
    "patches": {"file": str, "id": str, "follows": str},
    "resolutions": {"file": str, "id": str, "follows": str},
    "conflicts": {"id": str, **_CONFLICT},
    "decided": {
        "id": int,
        **_CONFLICT,
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
    "resolutions": "file",
    "decisions": "file",
    "failures": ("file", "table_name", "key"),
}
# What the tables look like, so that they need not be looked at each time.
_SHAPE = zlib.crc32(repr((FORMAT, _TABLES, _KEYS)).encode()) & 0x7FFFFFFF


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
        is_known = self._db.execute("PRAGMA user_version").fetchone()[0] == _SHAPE
        if is_known or "link" in self._db.table_names():
            row = self._db.execute("SELECT format FROM link").fetchone()
            if row is not None and row[0] > FORMAT:
                raise StateTooNew(
                    Message(
                        "This project folder was used with a newer version of the plugin. "
                        "Nothing was changed; please update the plugin."
                    )
                )
        if is_known:
            return
        for name, columns in _TABLES.items():
            self._db.create_table(name, dict(columns), pk=_KEYS.get(name, "id"), if_not_exists=True)
            known = self._db[name].columns_dict
            for column in columns.keys() - known.keys():
                # Made by a plugin that did not ask this yet.
                self._db.conn.execute(
                    sql("ALTER TABLE", name, "ADD COLUMN", column, "TEXT NOT NULL DEFAULT ''")
                )
        self._db.conn.execute(f"PRAGMA user_version = {_SHAPE}")

    # -- the project ----------------------------------------------------------------------------

    @property
    def link(self) -> ProjectLink:
        row = next(iter(self._db["link"].rows), None)
        if row is None:
            raise NotAProject(Message("This folder is not linked to a cloud project."))
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

    def agree(self, file: FileState, conflicts: Optional[Sequence[Conflict]] = None) -> None:
        """Remember what both sides now agree on; a decision about the file has been carried out with that.

        `conflicts` are those that are open then; None leaves them as they are.
        """
        with self._transaction() as execute:
            self._write(execute, "files", **asdict(file))
            if conflicts is not None:
                self._replace_conflicts(execute, file.name, conflicts)
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
                ("resolutions", "file"),
            ):
                execute(sql("DELETE FROM", table, "WHERE", column, "= ?"), [name])

    def digest(self, name: str, fingerprint: str) -> Optional[Digest]:
        """The digest of a file, if it has not been touched since it was read."""
        row = self._row("digests", name=name)
        if row is None or row["fingerprint"] != fingerprint:
            return None
        return Digest(row["etag"], row["sha256"])

    def remember_digest(self, name: str, fingerprint: str, digest: Digest) -> None:
        self._put("digests", name=name, fingerprint=fingerprint, etag=digest.etag, sha256=digest.sha256)

    # -- what is under way ----------------------------------------------------------------------

    def outbox(self, file: Optional[str] = None) -> Dict[str, Dict[str, Place]]:
        """The delta files that are not settled yet, oldest first: which row each of their deltas is about."""
        rows = self._rows("outbox", order="created_at, rowid")
        return {
            row["id"]: {
                delta_id: (table, c.load_key(key))
                for delta_id, (table, key) in json.loads(row["places"]).items()
            }
            for row in rows
            if file is None or row["file"] == file
        }

    def outbox_files(self) -> List[str]:
        return sorted({row["file"] for row in self._rows("outbox")})

    def put_into_outbox(self, delta_file_id: str, file: str, places: Mapping[str, Place]) -> None:
        text = json.dumps({delta_id: (table, c.dump_key(key)) for delta_id, (table, key) in places.items()})
        self._put("outbox", id=delta_file_id, file=file, places=text, created_at=now())

    def take_from_outbox(self, delta_file_id: str) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM outbox WHERE id = ?", [delta_file_id])

    def patch(self, file: str) -> Optional[Patch]:
        """The patch that may or may not have been applied to the live file."""
        row = self._row("patches", file=file)
        return None if row is None else read_patch(row)

    def announce_patch(self, patch: Patch) -> None:
        """Remember what is about to be done to the live file, and what follows from it."""
        self._put("patches", file=patch.agreed.name, id=patch.id, follows=patch_text(patch))

    def finish_patch(self, patch: Patch) -> None:
        """The patch is applied and base has moved on: remember all that follows, in one step."""
        name = patch.agreed.name
        with self._transaction() as execute:
            self._write(execute, "files", **asdict(patch.agreed))
            self._replace_conflicts(execute, name, patch.conflicts)
            execute("DELETE FROM failures WHERE file = ?", [name])
            for failure in patch.failures:
                self._write(execute, "failures", **failure_row(failure))
            for decided in patch.homeless:
                self._write(execute, "decided", **decided_row(decided))
            if patch.settles:
                execute("DELETE FROM outbox WHERE id = ?", [patch.settles])
            execute("DELETE FROM patches WHERE file = ?", [name])

    def withdraw_patch(self, file: str) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM patches WHERE file = ?", [file])

    # -- conflicts ------------------------------------------------------------------------------

    def conflicts(self, file: Optional[str] = None) -> List[Conflict]:
        rows = self._rows("conflicts", order="file, table_name, key, column_name")
        return [read_conflict(row) for row in rows if file is None or row["file"] == file]

    def set_conflicts(self, file: str, conflicts: Iterable[Conflict]) -> None:
        """Replace the open conflicts of a file; one known already keeps its time."""
        with self._transaction() as execute:
            self._replace_conflicts(execute, file, conflicts)

    def _replace_conflicts(self, execute: Execute, file: str, conflicts: Iterable[Conflict]) -> None:
        known = {conflict.place: conflict.created_at for conflict in self.conflicts(file)}
        execute("DELETE FROM conflicts WHERE file = ?", [file])
        for conflict in conflicts:
            created = known.get(conflict.place) or conflict.created_at or now()
            values = {**conflict_row(conflict), "id": conflict.id, "created_at": created}
            self._write(execute, "conflicts", **values)

    def resolution(self, file: str) -> Optional[Resolution]:
        """The decisions that may or may not have been carried out in the live file."""
        row = self._row("resolutions", file=file)
        return None if row is None else read_resolution(row)

    def resolution_files(self) -> List[str]:
        return sorted(row["file"] for row in self._rows("resolutions"))

    def announce_resolution(self, resolution: Resolution) -> None:
        """Remember what is about to be written into the live file, and what is over then."""
        follows = resolution_text(resolution)
        self._put("resolutions", file=resolution.file, id=resolution.id, follows=follows)

    def finish_resolution(self, resolution: Resolution, *, in_doubt: bool = False) -> None:
        """Move conflicts to those that are over, with everything both sides had; in doubt they stay open as well."""
        with self._transaction() as execute:
            for decided in resolution.closed:
                self._write(execute, "decided", **decided_row(decided))
            if not in_doubt:
                for conflict in (
                    *(decided.conflict for decided in resolution.closed),
                    *(old for old, _ in resolution.renewed),
                ):
                    execute("DELETE FROM conflicts WHERE id = ?", [conflict.id])
                for old, new in resolution.renewed:
                    values = {**conflict_row(new), "id": new.id, "created_at": old.created_at or now()}
                    self._write(execute, "conflicts", **values)
            if resolution.whole is not None:
                choice, version = resolution.whole.choice.value, resolution.whole.version_id
                self._write(execute, "decisions", file=resolution.file, choice=choice, version_id=version)
            execute("DELETE FROM resolutions WHERE file = ?", [resolution.file])

    def withdraw_resolution(self, file: str) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM resolutions WHERE file = ?", [file])

    def decided(self, file: Optional[str] = None) -> List[Decided]:
        rows = self._rows("decided", order="id DESC")
        return [read_decided(row) for row in rows if file is None or row["file"] == file]

    def decisions(self) -> Dict[str, FileDecision]:
        """Decisions about whole files that the next run will carry out."""
        return {
            row["file"]: FileDecision(Choice(row["choice"]), row["version_id"])
            for row in self._rows("decisions")
        }

    # -- failures -------------------------------------------------------------------------------

    def failures(self, file: Optional[str] = None) -> List[Failure]:
        rows = self._rows("failures", order="file, table_name, key")
        return [read_failure(row) for row in rows if file is None or row["file"] == file]

    def set_failures(self, file: str, failures: Iterable[Failure]) -> None:
        with self._transaction() as execute:
            execute("DELETE FROM failures WHERE file = ?", [file])
            for failure in failures:
                self._write(execute, "failures", **failure_row(failure))

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
    def _write(execute: Execute, table: str, **values: Any) -> None:
        columns, marks = names(values), placeholders(len(values))
        statement = sql("INSERT OR REPLACE INTO", table, f"({columns})", "VALUES", f"({marks})")
        execute(statement, list(values.values()))

    @contextmanager
    def _transaction(self) -> Iterator[Execute]:
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
        return DiskFull(Message("The disk is full. Nothing was lost; free some space and sync again."))
    if "locked" in text:
        return ProjectInUse(
            Message("This project folder is in use by another program. Try again when that has finished.")
        )
    if "not a database" in text or "malformed" in text:
        return NotAProject(
            Message(
                "The folder's sync state (.qfieldcloud/state.db) is damaged. Your files are untouched: rename "
                "the folder .qfieldcloud and link this folder to its cloud project again."
            )
        )
    return LocalFileError(
        Message("The folder's sync state cannot be used ({text}). Your files are untouched.", text=text)
    )
