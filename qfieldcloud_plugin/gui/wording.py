# SPDX-License-Identifier: GPL-2.0-or-later
"""Sizes, times, roles and errors in the words people use."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Optional

from qgis.PyQt.QtCore import QDateTime, QLocale

from ..core.phases import phase
from ..engine.project import Finding
from ..engine.sync.progress import Progress
from ..i18n import plain as plain
from ..i18n import said as said
from ..i18n import tr


def size(count: int) -> str:
    """Bytes as file managers show them."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def number(count: int) -> str:
    return QLocale().toString(count)


def decimal(value: float) -> str:
    """All digits that a value has, with the decimal sign of the user's country; nobody wants 1,000 grouped in data."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value).replace(".", QLocale().decimalPoint())


def moment(when: Optional[datetime]) -> str:
    """How long ago, as short as it can be said; the date when that was more than a week ago."""
    if when is None:
        return ""
    seconds = (datetime.now(timezone.utc) - when).total_seconds()
    if seconds < 60:
        return tr("just now")
    if seconds < 3600:
        return tr("%n minute(s) ago", int(seconds // 60))
    if seconds < 86400:
        return tr("%n hour(s) ago", int(seconds // 3600))
    if seconds < 7 * 86400:
        return tr("%n day(s) ago", int(seconds // 86400))
    return QLocale().toString(when.astimezone().date(), QLocale.FormatType.ShortFormat)


def exact_moment(when: Optional[datetime]) -> str:
    if when is None:
        return ""
    local = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    locale = QLocale()
    form = locale.timeFormat(QLocale.FormatType.ShortFormat)
    # Two versions of one minute must not look the same.
    time = form if "s" in form else form.replace("mm", "mm:ss")
    return f"{locale.toString(local.date(), QLocale.FormatType.ShortFormat)} {locale.toString(local.time(), time)}"


def duration(seconds: float) -> str:
    if seconds < 0.1:
        return tr("less than 0.1 s")
    if seconds < 10:
        return tr("{} s").format(QLocale().toString(seconds, "f", 1))
    if seconds < 120:
        return tr("{} s").format(int(seconds))
    return tr("{} min").format(int(seconds // 60))


EVERYONE = ""
"""For whom something is when it is for nobody in particular."""


def audience_name(who: str) -> str:
    """How "team:north" and "person:anna" are shown."""
    kind, _, name = who.partition(":")
    if who == EVERYONE:
        return tr("Everyone")
    return (tr("Team {}") if kind == "team" else tr("Person {}")).format(name)


def role(name: str) -> str:
    texts = {
        "admin": tr("Administrator"),
        "manager": tr("Manager"),
        "editor": tr("Editor"),
        "reporter": tr("Reporter"),
        "reader": tr("Reader"),
    }
    return texts.get(name, name)


def role_explained(name: str) -> str:
    """What somebody with this role may do."""
    texts = {
        "admin": tr("Administrators can do everything, also keep the secrets."),
        "manager": tr("Managers do what editors do, change settings and people, and may delete the project."),
        "editor": tr("Editors add, change and delete features and files."),
        "reporter": tr("Reporters add features and photos, but do not change or delete any."),
        "reader": tr("Readers look and download, but change nothing."),
    }
    return texts.get(name, "")


def host(server: str) -> str:
    """The server as people say it: without the scheme where that is https."""
    return server.replace("https://", "", 1).rstrip("/")


def finding(found: Finding) -> tuple[str, str]:
    """Title and text of what a check found."""
    return said(found.title), said(found.text)


def step(progress: Progress) -> str:
    """What a job is busy with, in a few words."""
    text = phase(progress.phase)
    place = progress.layer or said(progress.file)
    if place:
        text = tr("{doing} – {place}").format(doing=text, place=place)
    if progress.total:
        show = size if progress.unit == "bytes" else number
        text += f"  {show(progress.done)} / {show(progress.total)}"
    return text
