# SPDX-License-Identifier: GPL-2.0-or-later
"""Every setting of the plugin, typed, in one place. No secret is ever among them."""

from __future__ import annotations

from typing import Generic, TypeVar

from qgis.core import QgsSettings

GROUP = "qfieldcloud_sync"
Value = TypeVar("Value", str, int, bool)


class Setting(Generic[Value]):
    """One entry of QGIS's settings; its type is the type of its default."""

    def __init__(self, name: str, default: Value) -> None:
        self.key = f"{GROUP}/{name}"
        self.default: Value = default

    def value(self) -> Value:
        found: Value = QgsSettings().value(self.key, self.default, type=type(self.default))
        return found

    def set_value(self, value: Value) -> None:
        QgsSettings().setValue(self.key, value)

    def reset(self) -> None:
        QgsSettings().remove(self.key)


# People type the address of their own server; this one is offered because most accounts live there.
DEFAULT_SERVER = "https://app.qfield.cloud"

# A JSON list of profiles, see core.profiles; secrets are elsewhere.
PROFILES = Setting("profiles", "[]")
CURRENT_PROFILE = Setting("current_profile", "")

# A JSON object: cloud project id -> folder on this computer.
PROJECT_FOLDERS = Setting("project_folders", "{}")
# Where downloaded projects go; empty means: ask.
PROJECTS_FOLDER = Setting("projects_folder", "")
CHECK_INTERVAL_MINUTES = Setting("check_interval_minutes", 5)
SHOW_PUBLIC_PROJECTS = Setting("show_public_projects", default=False)
DOCK_SPLITTER = Setting("dock_splitter", "")
# A JSON object, see core.project_filter; empty shows all projects.
PROJECT_FILTER = Setting("project_filter", "")
