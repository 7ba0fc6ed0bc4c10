# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS project files read as XML: layers, sources, keys, QFieldSync properties, checks."""

from .errors import InvalidProject, LayerUnknown, ProjectError, ProjectFileMissing, ProjectTooBig
from .layer import Field, Layer
from .project import Project, Relation, read_project
from .tables import LayerTable

__all__ = [
    "Field",
    "InvalidProject",
    "Layer",
    "LayerTable",
    "LayerUnknown",
    "Project",
    "ProjectError",
    "ProjectFileMissing",
    "ProjectTooBig",
    "Relation",
    "read_project",
]
