# SPDX-License-Identifier: GPL-2.0-or-later
"""What a GeoPackage derives from a table's rows, kept right where its triggers do not do it."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Optional, Tuple

from ..gpkg.extent import keep_up_extent
from ..gpkg.geometry import Envelope, box_of
from ..gpkg.schema import Table
from ..gpkg.sql import quoted, sql

Boxes = Dict[Any, Optional[Envelope]]

_RTREE = "rtree_"
_COUNTS = ("trigger_insert_feature_count_", "trigger_delete_feature_count_")


class TableUpkeep:
    """Triggers run while deltas are applied, because users' own must; the rest is done once at the end."""

    def __init__(self, connection: sqlite3.Connection, table: Table) -> None:
        self.connection, self.table = connection, table
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?)"
        triggers = [str(name).lower() for (name,) in connection.execute(query, (table.name,))]
        self.has_own_triggers = any(not name.startswith((_RTREE, *_COUNTS)) for name in triggers)
        has_index_triggers = any(name.startswith(_RTREE) for name in triggers)
        self._keeps_index = table.rtree is not None and table.integer_key and not has_index_triggers
        self._keeps_count = not any(name.startswith(_COUNTS) for name in triggers)
        self._pending: List[Tuple[int, Boxes, Optional[Envelope]]] = []
        self._is_touched = False
        self._more = 0
        self._boxes: Boxes = {}
        self._gone: List[Envelope] = []

    def begin(self) -> None:
        """A new step; what was noted in one that failed is forgotten."""
        self._pending.clear()

    def keep(self) -> None:
        """The step succeeded."""
        for more, boxes, gone in self._pending:
            self._is_touched = True
            self._more += more
            self._boxes.update(boxes)
            if gone is not None:
                self._gone.append(gone)

    def inserted(self, key: Any, geometry: Any) -> None:
        self._pending.append((1, {key: box_of(geometry)}, None))

    def updated(self, key: Any, new_key: Any, former: Any, geometry: Any) -> None:
        gone = box_of(former) if geometry != former else None
        self._pending.append((0, {key: None, new_key: box_of(geometry)}, gone))

    def deleted(self, key: Any, former: Any) -> None:
        self._pending.append((-1, {key: None}, box_of(former)))

    def finish(self) -> None:
        if not self._is_touched:
            return
        if self._keeps_index:
            self._write_index()
        if self._keeps_count and self._more:
            self._add_to("gpkg_ogr_contents", "feature_count = feature_count + ?", (self._more,))
        self._add_to("gpkg_contents", "last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')", ())
        boxes = [box for box in self._boxes.values() if box is not None]
        if (boxes or self._gone) and self._has("gpkg_contents"):
            keep_up_extent(self.connection, self.table, self._gone, boxes)

    def _write_index(self) -> None:
        index = quoted(self.table.rtree or "")
        gone = [(key,) for key, box in self._boxes.items() if box is None]
        there = [(key, *box) for key, box in self._boxes.items() if box is not None]
        self.connection.executemany(sql("DELETE FROM", index, "WHERE id = ?"), gone)
        self.connection.executemany(sql("INSERT OR REPLACE INTO", index, "VALUES (?, ?, ?, ?, ?)"), there)

    def _add_to(self, registry: str, assignment: str, parameters: Any) -> None:
        if self._has(registry):
            where = f"WHERE lower(table_name) = lower(?{len(parameters) + 1})"
            self.connection.execute(
                sql("UPDATE", quoted(registry), "SET", assignment, where), (*parameters, self.table.name)
            )

    def _has(self, registry: str) -> bool:
        exists = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        return self.connection.execute(exists, (registry,)).fetchone() is not None
