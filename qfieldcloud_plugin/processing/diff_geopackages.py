# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares two states of a GeoPackage, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..engine.gpkg import Changeset, diff
from ..i18n import tr
from .algorithm import Algorithm

BASE, OTHER, OUTPUT = "BASE", "OTHER", "OUTPUT"
INSERTED, UPDATED, DELETED = "INSERTED", "UPDATED", "DELETED"


class DiffGeoPackages(Algorithm):
    identifier = "diffgeopackages"

    def groupId(self) -> str:
        return "files"

    def title(self) -> str:
        return tr("Compare two GeoPackages")

    def help(self) -> str:
        return tr(
            "Finds the rows that were added, changed or deleted between two states of a GeoPackage.\n"
            "The changes are written to a changeset file that “Apply changes” reads. "
            "Rows are told apart by their primary key; no file is changed."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        for name, text in ((BASE, tr("First state")), (OTHER, tr("Second state"))):
            self.addParameter(QgsProcessingParameterFile(name, text, extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                OUTPUT, tr("Changeset"), tr("Changesets (*.changes)"), optional=True, createByDefault=False
            )
        )
        for name, text in (
            (INSERTED, tr("Rows added")),
            (UPDATED, tr("Rows changed")),
            (DELETED, tr("Rows deleted")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, text))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        changes = diff(
            self.parameterAsFile(parameters, BASE, context),
            self.parameterAsFile(parameters, OTHER, context),
            cancelled=feedback.isCanceled,
        )
        results: dict[str, Any] = tell_counts(changes, feedback)
        output = self.parameterAsFileOutput(parameters, OUTPUT, context)
        if output:
            Path(output).write_bytes(changes.to_bytes())
            results[OUTPUT] = output
        return results


def tell_counts(changes: Changeset, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Logs the counts of every table and returns the sums."""
    sums = {INSERTED: 0, UPDATED: 0, DELETED: 0}
    for table in changes.tables:
        updated = sum(map(len, table.updates.values()))
        sums[INSERTED] += len(table.inserts)
        sums[UPDATED] += updated
        sums[DELETED] += len(table.deletes)
        feedback.pushInfo(f"{table.name}: +{len(table.inserts)} ~{updated} -{len(table.deletes)}")
    return dict(sums)
