# SPDX-License-Identifier: GPL-2.0-or-later
"""Merges what two people did to copies of one GeoPackage."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..engine.gpkg import Choice, Conflict, apply, copy_geopackage, diff, merge
from ..i18n import tr
from .algorithm import Algorithm

BASE, MINE, THEIRS, CONFLICTS, OUTPUT = "BASE", "MINE", "THEIRS", "CONFLICTS", "OUTPUT"
CONFLICT_COUNT, MERGED_COUNT = "CONFLICT_COUNT", "MERGED_COUNT"


class MergeGeoPackages(Algorithm):
    identifier = "mergegeopackages"

    def groupId(self) -> str:
        return "files"

    def title(self) -> str:
        return tr("Merge two GeoPackages")

    def help(self) -> str:
        return tr(
            "Brings together what two people did to copies of the same GeoPackage.\n"
            "Different rows, and different columns of one row, are merged. Where both changed the same value, "
            "the chosen side stays, and the log tells both values."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        for name, text in (
            (BASE, tr("Common beginning")),
            (MINE, tr("First copy")),
            (THEIRS, tr("Second copy")),
        ):
            self.addParameter(QgsProcessingParameterFile(name, text, extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterEnum(
                CONFLICTS,
                tr("Where both changed the same"),
                options=[tr("the first copy stays"), tr("the second copy stays")],
                defaultValue=0,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(OUTPUT, tr("Merged"), tr("GeoPackages (*.gpkg)"))
        )
        self.addOutput(QgsProcessingOutputNumber(CONFLICT_COUNT, tr("Values changed by both")))
        self.addOutput(QgsProcessingOutputNumber(MERGED_COUNT, tr("Rows taken from the first copy")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        base, mine, theirs = (
            self.parameterAsFile(parameters, name, context) for name in (BASE, MINE, THEIRS)
        )
        first_stays = self.parameterAsEnum(parameters, CONFLICTS, context) == 0
        output = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        stop = feedback.isCanceled
        merged = merge(diff(base, mine, cancelled=stop), diff(base, theirs, cancelled=stop), base)
        for conflict in merged.conflicts:
            feedback.pushWarning(_told(conflict))
        choice = Choice.MINE if first_stays else Choice.THEIRS
        decided = merged.resolve({conflict.id: choice for conflict in merged.conflicts})
        output.unlink(missing_ok=True)
        copy_geopackage(theirs, output)
        apply(decided.mine_onto_theirs, output)
        return {
            OUTPUT: str(output),
            CONFLICT_COUNT: len(merged.conflicts),
            MERGED_COUNT: len(decided.mine_onto_theirs),
        }


def _told(conflict: Conflict) -> str:
    place = f"{conflict.table} #{', '.join(map(str, conflict.key))} {conflict.column or ''}".strip()
    return f"{place}: {conflict.mine!r} | {conflict.theirs!r}"
