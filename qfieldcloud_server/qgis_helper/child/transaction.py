# SPDX-License-Identifier: GPL-2.0-or-later
"""One transaction for one delta, where the data source knows them, and how to learn later what became of it."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import Iterator, Optional

from qgis.core import QgsDataSourceUri, QgsTransaction, QgsVectorLayer

from qfieldcloud_plugin.engine.delta.refusal import NotYet
from qfieldcloud_plugin.engine.gpkg.sql import quoted

from .application import forget_log, logged
from .refused import Unreachable

COMMITTED, ABORTED, RUNNING, UNKNOWN = "committed", "aborted", "in progress", "unknown"
_SECONDS_A_STATEMENT = 30


class LayerTransaction:
    """PostgreSQL also gives a *mark*: the number of the transaction, whose fate it remembers for a long time."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._name, self._source = layer.name(), layer.source()
        self._is_postgres = layer.providerType() == "postgres"
        self._is_file = layer.providerType() == "spatialite"
        self._transaction: Optional[QgsTransaction] = QgsTransaction.create({layer})
        self._mark_layer = self._question("txid_current()::text") if self._is_postgres else None
        if self._transaction is not None and self._mark_layer is not None:
            self._transaction.addLayer(self._mark_layer)

    @property
    def is_real(self) -> bool:
        return self._transaction is not None

    @contextmanager
    def step(self) -> Iterator[None]:
        """The delta is the transaction, so that nothing needs to be undone by halves."""
        yield

    def begin(self) -> None:
        if self._transaction is None:
            return
        forget_log()
        good, error = self._transaction.begin(_SECONDS_A_STATEMENT)
        if not good:
            raise Unreachable(f"“{self._name}” does not answer: {error or logged()}")
        role = os.environ.get("QFC_PG_EFFECTIVE_USER", "")
        if role and self._is_postgres:
            good, error = self._transaction.executeSql(f"SET LOCAL ROLE {quoted(role)}")
            if not good:
                self.rollback()
                raise Unreachable(f"“{self._name}” does not let us act as {role}: {error}")

    def mark(self) -> str:
        """What `fate_of` understands later; "" where nobody will know."""
        return "" if self._mark_layer is None else self._answer(self._mark_layer)

    def commit(self, mark: str) -> None:
        """Raises NotYet when a rule that is checked at the end does not hold, Unreachable when nobody knows."""
        if self._transaction is None:
            return
        good, error = self._transaction.commit()
        if good:
            return
        self.rollback()
        fate = ABORTED if self._is_file else self.fate_of(mark)
        if fate == ABORTED:
            raise NotYet(f"The layer does not accept this change: {error}", str(error))
        if fate != COMMITTED:
            raise Unreachable(f"The connection to “{self._name}” was lost: {error}")

    def rollback(self) -> None:
        if self._transaction is None:
            return
        good, _error = self._transaction.rollback()
        if not good and self._is_file:
            # SpatiaLite's provider ends the transaction itself after some errors, and QGIS goes on counting on it.
            self._transaction.executeSql("BEGIN")
            self._transaction.rollback()

    def fate_of(self, mark: str) -> str:
        if not (mark.isdigit() and self._is_postgres):
            return UNKNOWN
        question = self._question(f"coalesce(txid_status({int(mark)}), '{UNKNOWN}')")
        return self._answer(question) if question is not None else UNKNOWN

    def check_alive(self) -> None:
        """Raises Unreachable when an answer was no answer because the connection is gone."""
        if self._is_postgres and (self._mark_layer is None or not self._answer(self._mark_layer)):
            raise Unreachable(f"The connection to “{self._name}” was lost: {logged()}")

    def _question(self, expression: str) -> Optional[QgsVectorLayer]:
        """A layer with one row, asked through the layer's own connection."""
        connection = QgsDataSourceUri(self._source).connectionInfo(False)
        query = f"(SELECT 1 AS k, {expression} AS answer)"
        table = query.replace("\\", "\\\\").replace('"', '\\"')
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = False
        source = f"{connection} key='k' checkPrimaryKeyUnicity='0' table=\"{table}\" sql="
        layer = QgsVectorLayer(source, "answer", "postgres", options)
        return layer if layer.isValid() else None

    @staticmethod
    def _answer(question: QgsVectorLayer) -> str:
        return next((str(row["answer"]) for row in question.getFeatures()), "")


__all__ = ["ABORTED", "COMMITTED", "RUNNING", "UNKNOWN", "LayerTransaction"]
