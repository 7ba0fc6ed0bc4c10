# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with a project file.

EngineError
└── ProjectError
    ├── ProjectFileMissing    there is no such file
    ├── InvalidProject        not a QGIS project, or a broken or hostile one
    ├── ProjectTooBig         beyond the limits that keep a server alive
    ├── LayerUnknown          the project has no layer of that id
    ├── RepairImpossible      a repair met something it must not touch
    └── NothingToUndo         no repair was made, or the files went on since
"""

from __future__ import annotations

from ..errors import EngineError


class ProjectError(EngineError):
    code = "project_error"


class ProjectFileMissing(ProjectError):
    code = "project_file_missing"


class InvalidProject(ProjectError):
    code = "invalid_project_file"


class ProjectTooBig(ProjectError):
    code = "project_too_big"


class LayerUnknown(ProjectError):
    code = "layer_unknown"


class RepairImpossible(ProjectError):
    code = "repair_impossible"


class NothingToUndo(ProjectError):
    code = "nothing_to_undo"
