# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS project files read as XML: layers, sources, keys, QFieldSync properties, checks."""

from .checks import check, check_project
from .conversion import Converter
from .errors import InvalidProject, LayerUnknown, ProjectError, ProjectFileMissing, ProjectTooBig
from .finding import Finding, Level
from .layer import Field, Layer
from .project import Project, Relation, read_project
from .repairs import RepairReport, repair_project, undo_repairs
from .tables import LayerTable

__all__ = [
    "Converter",
    "Field",
    "Finding",
    "InvalidProject",
    "Layer",
    "LayerTable",
    "LayerUnknown",
    "Level",
    "Project",
    "ProjectError",
    "ProjectFileMissing",
    "ProjectTooBig",
    "Relation",
    "RepairReport",
    "check",
    "check_project",
    "read_project",
    "repair_project",
    "undo_repairs",
]
