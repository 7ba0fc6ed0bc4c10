# SPDX-License-Identifier: GPL-2.0-or-later
"""Applies a changeset to a GeoPackage, or a delta file to a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
)

from ..engine.delta import APPLIED, DeltaFile, apply_deltas
from ..engine.gpkg import Changeset, apply
from ..engine.project import read_project
from ..i18n import tr
from .algorithm import Algorithm

CHANGES, TARGET, OVERWRITE, INVERT = "CHANGES", "TARGET", "OVERWRITE", "INVERT"
APPLIED_COUNT, REFUSED_COUNT = "APPLIED", "REFUSED"
_PROJECTS = (".qgs", ".qgz")


class ApplyChanges(Algorithm):
    identifier = "applychanges"

    def groupId(self) -> str:
        return "files"

    def title(self) -> str:
        return tr("Apply changes")

    def help(self) -> str:
        return tr(
            "Applies a changeset to a GeoPackage, or a delta file from QField to a project.\n"
            "A changeset is applied as a whole or not at all. Every delta gets its own result; "
            "the log says which were refused and why. “Take back” undoes instead."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(CHANGES, tr("Changeset or delta file")))
        self.addParameter(
            QgsProcessingParameterFile(
                TARGET, tr("GeoPackage (for a changeset) or project (for a delta file)")
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                OVERWRITE, tr("Deltas overwrite values that were changed meanwhile"), defaultValue=False
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(INVERT, tr("Take back instead of applying"), defaultValue=False)
        )
        self.addOutput(QgsProcessingOutputNumber(APPLIED_COUNT, tr("Changes applied")))
        self.addOutput(QgsProcessingOutputNumber(REFUSED_COUNT, tr("Changes refused")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        data = Path(self.parameterAsFile(parameters, CHANGES, context)).read_bytes()
        target = Path(self.parameterAsFile(parameters, TARGET, context))
        invert = self.parameterAsBool(parameters, INVERT, context)
        if target.suffix.lower() in _PROJECTS:
            overwrite = self.parameterAsBool(parameters, OVERWRITE, context)
            return _apply_deltas(data, target, overwrite, invert, feedback)
        changes = Changeset.from_bytes(data)
        apply(changes.invert() if invert else changes, target)
        return {APPLIED_COUNT: len(changes), REFUSED_COUNT: 0}


def _apply_deltas(
    data: bytes, target: Path, overwrite: bool, invert: bool, feedback: QgsProcessingFeedback
) -> dict[str, Any]:
    deltas = list(DeltaFile.from_bytes(data).deltas)
    if invert:
        deltas = [delta.inverted() for delta in reversed(deltas)]
    if feedback.isCanceled():
        raise QgsProcessingException(tr("Cancelled. Nothing was changed."))
    results = apply_deltas(read_project(target), deltas, {}, overwrite)
    refused = [result for result in results if result.status != APPLIED]
    for result in refused:
        feedback.reportError(f"{result.delta.uuid}: {result.status} – {result.msg}")
    return {APPLIED_COUNT: len(results) - len(refused), REFUSED_COUNT: len(refused)}
