# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages as sets of rows: open safely, read the schema, diff, apply, invert, merge."""

from .apply import apply
from .changeset import Change, Changeset, Kind, TableChanges
from .conflict import Choice, Conflict, ConflictKind, Decision, Picked
from .connection import attach, connect, data_version, memory_connection, opened, savepoint, transaction
from .diff import diff
from .files import checkpoint, copy_geopackage, replace_file, verify
from .merge import Merge, merge
from .renames import NO_RENAMES, Renames, renames_between
from .rules import Reference
from .schema import Column, ForeignKey, GeometryColumn, Schema, Table, read_schema

__all__ = [
    "NO_RENAMES",
    "Change",
    "Changeset",
    "Choice",
    "Column",
    "Conflict",
    "ConflictKind",
    "Decision",
    "ForeignKey",
    "GeometryColumn",
    "Kind",
    "Merge",
    "Picked",
    "Reference",
    "Renames",
    "Schema",
    "Table",
    "TableChanges",
    "apply",
    "attach",
    "checkpoint",
    "connect",
    "copy_geopackage",
    "data_version",
    "diff",
    "memory_connection",
    "merge",
    "opened",
    "read_schema",
    "renames_between",
    "replace_file",
    "savepoint",
    "transaction",
    "verify",
]
