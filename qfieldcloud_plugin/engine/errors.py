# SPDX-License-Identifier: GPL-2.0-or-later
"""The root of the engine's errors, and what can go wrong with a GeoPackage.

EngineError
├── GeoPackageError
│   ├── GeoPackageMissing      there is no file of that name
│   ├── NotAGeoPackage         the file is something else
│   ├── GeoPackageMalformed    the file is damaged, or made to look damaged
│   ├── GeoPackageBusy         another program is writing; wait and try again
│   ├── GeoPackageReadOnly     the file or its folder cannot be written
│   ├── GeoPackageTooCostly    reading it takes far longer than a file of its size can need
│   ├── StorageFull            the disk is full
│   └── GeoPackageIoError      any other failure of the disk
├── ChangesetError
│   ├── InvalidChangeset       the bytes are not a changeset this version reads
│   ├── ChangesetTooNew        the changeset was written by a newer version
│   └── ChangesetsDoNotFollow  the second changeset does not start where the first ends
└── ApplyError
    ├── ChangeDoesNotFit       a row is not in the state the change starts from
    ├── SchemaDoesNotFit       a table or column the change needs is not there
    └── ConstraintBroken       the rows would break a unique, foreign key, NOT NULL or CHECK rule

`delta`, `project`, `packaging` and `sync` add their branches in their own `errors.py`.
A conflict between two people is not here: it is a result (`gpkg.merge`).
"""

from __future__ import annotations

from typing import Any, Optional


class EngineError(Exception):
    """`code` is stable, `transient` says whether trying again later can help, the text is for people."""

    code = "engine_error"
    transient = False

    def __init__(self, message: str, *, code: Optional[str] = None, transient: Optional[bool] = None) -> None:
        super().__init__(message)
        # `str(error)` is English only; a `Message` can be said in other languages.
        self.message = message
        if code is not None:
            self.code = code
        if transient is not None:
            self.transient = transient


class GeoPackageError(EngineError):
    code = "geopackage_error"


class GeoPackageMissing(GeoPackageError):
    code = "geopackage_missing"


class NotAGeoPackage(GeoPackageError):
    code = "not_a_geopackage"


class GeoPackageMalformed(GeoPackageError):
    code = "geopackage_malformed"


class GeoPackageBusy(GeoPackageError):
    code = "geopackage_busy"
    transient = True


class GeoPackageReadOnly(GeoPackageError):
    code = "geopackage_read_only"


class GeoPackageTooCostly(GeoPackageError):
    code = "geopackage_too_costly"


class StorageFull(GeoPackageError):
    code = "storage_full"
    transient = True


class GeoPackageIoError(GeoPackageError):
    code = "geopackage_io_error"


class ChangesetError(EngineError):
    code = "changeset_error"


class InvalidChangeset(ChangesetError):
    code = "invalid_changeset"


class ChangesetTooNew(ChangesetError):
    code = "changeset_too_new"


class ChangesetsDoNotFollow(ChangesetError):
    code = "changesets_do_not_follow"


class ApplyError(EngineError):
    code = "apply_error"


class ChangeDoesNotFit(ApplyError):
    """`change` is the first `gpkg.Change` that did not fit; nothing of the changeset was applied."""

    code = "change_does_not_fit"

    def __init__(self, message: str, change: Any = None) -> None:
        super().__init__(message)
        self.change = change


class SchemaDoesNotFit(ApplyError):
    code = "schema_does_not_fit"


class ConstraintBroken(ApplyError):
    code = "constraint_broken"
