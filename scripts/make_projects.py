# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a corpus of projects with real QGIS: every rule of packaging, odd names included. Run it with .venv-qgis.

.venv-qgis/bin/python scripts/make_projects.py FOLDER [NAME ...]
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import QgsApplication, QgsProject

from scripts.corpus import folders, layers, settings, tables
from scripts.corpus.making import PROJECTS

__all__ = ["PROJECTS", "folders", "layers", "make_projects", "settings", "tables"]


def make_projects(folder: Path, names: list[str] | None = None) -> dict[str, Path]:
    """Make the projects below `folder`, one folder each; needs a running QgsApplication."""
    made = {}
    for name in names or list(PROJECTS):
        target = folder / name
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        made[name] = PROJECTS[name](target)
    return made


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    made = make_projects(Path(sys.argv[1]), sys.argv[2:] or None)
    print(json.dumps({name: str(path) for name, path in made.items()}, indent=1, ensure_ascii=False))
    QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
