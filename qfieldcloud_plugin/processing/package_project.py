# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the package that a device needs, without a server."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterString,
)

from ..core.base_map_maker import QgisBaseMapMaker
from ..core.exporters import QgisExporter
from ..engine.message import Message
from ..engine.packaging import (
    CABLE,
    CLOUD,
    Area,
    PackageOptions,
    PackagingError,
    is_name,
    make_package,
    package_for_cable,
)
from ..i18n import said, tr
from .algorithm import Algorithm

PROJECT, MODE, EXTENT, ATTACHMENTS, OUTPUT = "PROJECT", "MODE", "EXTENT", "ATTACHMENTS", "OUTPUT"
MADE_FOR, BASE_MAP = "MADE_FOR", "BASE_MAP"
SIZE, WARNINGS = "SIZE", "WARNINGS"
_MODES = (CLOUD, CABLE)


class PackageProject(Algorithm):
    identifier = "packageproject"

    def groupId(self) -> str:
        return "project"

    def title(self) -> str:
        return tr("Package project for QField")

    def help(self) -> str:
        return tr(
            "Writes what QField needs of a project into a folder: the project, its offline layers and its files.\n"
            "Layer actions are those that were set in the project. The project itself is not changed."
        )

    def initAlgorithm(self, _configuration: Optional[dict[str, Any]] = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile(PROJECT, tr("Project"), fileFilter=tr("QGIS projects (*.qgs *.qgz)"))
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                MODE, tr("Layer actions for"), options=[tr("QFieldCloud"), tr("cable")], defaultValue=0
            )
        )
        self.addParameter(
            QgsProcessingParameterExtent(
                EXTENT, tr("Only this area (empty: as in the project)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterString(
                MADE_FOR,
                tr("For whom (person:anna, team:north; empty: everyone)"),
                optional=True,
            )
        )
        self.addParameter(
            QgsProcessingParameterBoolean(ATTACHMENTS, tr("Copy attachments too"), defaultValue=False)
        )
        self.addParameter(
            QgsProcessingParameterBoolean(
                BASE_MAP, tr("Draw the base map, if the project asks for one and has none"), defaultValue=True
            )
        )
        self.addParameter(QgsProcessingParameterFolderDestination(OUTPUT, tr("Package")))
        self.addOutput(QgsProcessingOutputNumber(SIZE, tr("Size in bytes")))
        self.addOutput(QgsProcessingOutputNumber(WARNINGS, tr("Warnings")))

    def carry_out(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        output = self.parameterAsString(parameters, OUTPUT, context)
        draws = self.parameterAsBool(parameters, BASE_MAP, context)
        options = PackageOptions(
            mode=_MODES[self.parameterAsEnum(parameters, MODE, context)],
            area=self._area(parameters, context),
            made_for=_names(self.parameterAsString(parameters, MADE_FOR, context)),
            exporters=(QgisExporter(),),
            base_map_maker=QgisBaseMapMaker(feedback.setProgress, feedback.isCanceled) if draws else None,
            copies_attachments=self.parameterAsBool(parameters, ATTACHMENTS, context),
            reads_outside_files=True,
            with_digests=False,
            progress=lambda fraction, text: _tell(feedback, fraction, text),
            cancelled=feedback.isCanceled,
        )
        project = self.parameterAsFile(parameters, PROJECT, context)
        if options.mode == CABLE:
            report = package_for_cable(project, output, options, attachments=options.copies_attachments)
        else:
            report = make_package(project, output, options)
        for warning in report.warnings:
            feedback.pushWarning(said(warning.text))
        return {OUTPUT: output, SIZE: report.size, WARNINGS: len(report.warnings)}

    def _area(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Optional[Area]:
        extent = self.parameterAsExtent(parameters, EXTENT, context)
        if extent.isNull():
            return None
        crs = self.parameterAsExtentCrs(parameters, EXTENT, context)
        return Area(extent.asWktPolygon(), crs.authid())


def _names(text: str) -> tuple[str, ...]:
    """Raises PackagingError."""
    names = tuple(name for name in (part.strip() for part in text.split(",")) if name)
    for name in names:
        if not is_name(name):
            raise PackagingError(Message("“{who}” is not person:NAME or team:NAME.", who=name))
    return names


def _tell(feedback: QgsProcessingFeedback, fraction: float, text: str) -> None:
    feedback.setProgress(100.0 * fraction)
    if text:
        feedback.setProgressText(said(text))
