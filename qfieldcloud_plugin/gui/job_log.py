# SPDX-License-Identifier: GPL-2.0-or-later
"""The log of a server's job as people read it: its steps in their language, its times in their time."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import Optional

from qgis.PyQt.QtCore import QLocale, QTime

from ..i18n import said, tr
from . import rows, wording

_TIMED = re.compile(r"(\d\d):(\d\d):(\d\d) (.*)")
_COUNTED = re.compile(r"(\d+) deltas? in ([\d.]+) s: (.*)")
_BEGINS, _ENDS = "::<<<::", "::>>>::"


def readable(log: str, day: Optional[datetime]) -> str:
    """The server marks where a step begins (::<<<::id title) and ends (::>>>::id code), and writes times of UTC.

    `day` is when the job began.
    """
    lines = []
    for line in log.splitlines():
        if line.startswith(_BEGINS):
            lines.append("▸ " + step_title(line.partition(" ")[2]))
        elif not line.startswith(_ENDS):
            lines.append(_timed(line, day))
    return "\n".join(lines)


def step_title(name: str) -> str:
    texts = {
        "Lay Out Touched Files": tr("Fetching the files that are changed"),
        "Apply Deltas": tr("Applying the changes"),
        "Keep Changed Files": tr("Storing the new versions"),
        "Lay Out Project Files": tr("Fetching the project's files"),
        "Layers Data": tr("Reading the layers"),
        "Package Project": tr("Packaging the project"),
        "Packaged Layers Data": tr("Checking the package's layers"),
        "Keep Package": tr("Storing the package"),
        "Get Project Seed": tr("Reading what the project is made from"),
        "Prepare Project Files": tr("Preparing the project's files"),
        "Project Validity Check": tr("Checking the project file"),
        "Project Details": tr("Reading the project's details"),
    }
    return texts.get(name, name)


def _timed(line: str, day: Optional[datetime]) -> str:
    found = _TIMED.fullmatch(line)
    if found is None or day is None:
        return line
    hour, minute, second = (int(part) for part in found.groups()[:3])
    when = day.astimezone(timezone.utc).replace(hour=hour, minute=minute, second=second).astimezone()
    time = QLocale().toString(QTime(when.hour, when.minute, when.second), "HH:mm:ss")
    return f"{time}  {_sentence(found[4])}"


def _sentence(text: str) -> str:
    texts = {
        "Finished.": tr("Finished."),
        "No deltas are waiting.": tr("No changes are waiting."),
        "A file was uploaded meanwhile; applying to the new one.": tr(
            "A file was uploaded meanwhile; the changes are applied to the new one."
        ),
    }
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        return texts.get(text, said(text))
    states = (part.partition(" ") for part in counted[3].split(", "))
    return tr("{changes} in {time}: {states}").format(
        changes=tr("%n change(s)", int(counted[1])),
        time=wording.duration(float(counted[2])),
        states=", ".join(f"{rows.delta_state(state)} {count}" for count, _space, state in states),
    )
