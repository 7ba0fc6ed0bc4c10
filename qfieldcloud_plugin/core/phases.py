# SPDX-License-Identifier: GPL-2.0-or-later
"""What the engine is busy with, in the user's language."""

from __future__ import annotations

from ..i18n import tr


def phase(name: str) -> str:
    """Of `Progress.phase`; empty for one that has no words."""
    texts = {
        "look": tr("Comparing"),
        "upload": tr("Sending"),
        "download": tr("Receiving"),
        "merge": tr("Merging"),
        "push": tr("Sending changes"),
        "wait": tr("The server applies the changes"),
        "apply": tr("Applying changes here"),
        "package": tr("Packaging"),
        "tiles": tr("Drawing the base map"),
        "done": tr("Done"),
    }
    return texts.get(name, "")
