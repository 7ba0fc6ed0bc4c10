# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands for a GeoPackage but for the rows of its tables: definitions, and what is registered of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Optional

from ..gpkg.connection import connect, sqlite_errors
from ..gpkg.schema import SchemaReader, Table

# What these registries say of a table is in its package too: titles of fields, lists of values, reference systems.
# Counts, extents and times of change follow from the rows, so they are not asked for.
REGISTERED = {
    "gpkg_contents": "SELECT table_name, data_type, identifier, description, srs_id FROM gpkg_contents ORDER BY rowid",
    "gpkg_geometry_columns": "SELECT * FROM gpkg_geometry_columns ORDER BY rowid",
    "gpkg_extensions": "SELECT * FROM gpkg_extensions ORDER BY rowid",
    "gpkg_data_columns": "SELECT * FROM gpkg_data_columns ORDER BY rowid",
    "gpkg_data_column_constraints": "SELECT * FROM gpkg_data_column_constraints ORDER BY rowid",
    "gpkg_spatial_ref_sys": "SELECT srs_name, srs_id, organization, organization_coordsys_id, definition, description "
    "FROM gpkg_spatial_ref_sys WHERE srs_id IN (SELECT srs_id FROM gpkg_contents) ORDER BY srs_id",
}


class Frame:
    """As of one moment. Raises GeoPackageError."""

    def __init__(self, path: Path, tables: Collection[str] = ()) -> None:
        """`tables` are those whose columns are of interest; None stands for one that is not there."""
        with closing(connect(path)) as connection, sqlite_errors(path):
            connection.execute("BEGIN")
            reader = SchemaReader(connection)
            defined = [(kind, name, of, statement) for kind, name, of, _, statement in reader.objects]
            queries = [query for name, query in REGISTERED.items() if name in reader.object_names]
            registered = [connection.execute(query).fetchall() for query in queries]
            self.tables: dict[str, Optional[Table]] = {
                name: reader.table(name) if name in reader.definitions else None for name in tables
            }
        text = json.dumps([defined, registered], default=repr)
        self.digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
