# SPDX-License-Identifier: GPL-2.0-or-later
"""Thumbnails, drawn when nothing waits for them; pictures that people have uploaded stay."""

from __future__ import annotations

import hashlib
import logging

from django.conf import settings
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from qfieldcloud_server.api.errors import ApiError
from qfieldcloud_server.api.pictures import MAX_BYTES
from qfieldcloud_server.files.folders import lay_out
from qfieldcloud_server.files.models import File
from qfieldcloud_server.files.names import is_attachment
from qfieldcloud_server.files.selectors import attachment_dirs, files_of
from qfieldcloud_server.projects.models import Project, Thumbnail
from qfieldcloud_server.projects.services import THUMBNAIL_SIDE, set_thumbnail
from qfieldcloud_server.qgis_helper.errors import HelperError
from qfieldcloud_server.qgis_helper.models import Drawing
from qfieldcloud_server.qgis_helper.process import HelperProcess, is_configured
from qfieldcloud_server.qgis_helper.secrets import Secrets

logger = logging.getLogger(__name__)

# QGIS gets copies, since it writes into GeoPackages that it only shows; for a small picture more is not worth it.
MOST_BYTES = 256 * 1024 * 1024
_FROM_SOMEBODY = "Somebody uploaded a picture."


class NotDrawn(Exception):
    """Why there will be no picture of this state of the project."""


def draw_next() -> bool:
    """Draw one project whose file is not the one that was drawn; whether there was one."""
    project = _undrawn() if is_configured() else None
    if project is None:
        return False
    former = Drawing.objects.filter(project=project).first()
    is_from_somebody = _is_from_somebody(project, former)
    drawing, _ = Drawing.objects.update_or_create(
        project=project,
        defaults={
            "project_file": project.file_now,  # type: ignore[attr-defined]
            # What takes the whole server down must not be tried again and again.
            "problem": "Drawing was interrupted.",
            "picture": former.picture if former else "",
            "drawn_at": timezone.now(),
        },
    )
    picture, drawing.problem = (b"", _FROM_SOMEBODY) if is_from_somebody else _drawn(project)
    drawing.picture = hashlib.sha256(picture).hexdigest() if picture else drawing.picture
    drawing.save()
    return True


def _undrawn() -> Project | None:
    latest = File.objects.filter(project=OuterRef("pk"), name=OuterRef("the_qgis_file_name"))
    found = Project.objects.exclude(project_details=None).annotate(
        file_now=Subquery(latest.values("latest__blob_id")[:1])
    )
    is_drawn = Q(drawing__isnull=False) & Q(drawing__project_file=F("file_now"))
    return found.exclude(file_now=None).filter(~is_drawn).order_by("data_last_updated_at").first()


def _is_from_somebody(project: Project, drawing: Drawing | None) -> bool:
    thumbnail = Thumbnail.objects.filter(project=project).first()
    if thumbnail is None:
        return False
    return drawing is None or drawing.picture != hashlib.sha256(thumbnail.content).hexdigest()


def _drawn(project: Project) -> tuple[bytes, str]:
    """The thumbnail as it is stored, or nothing and why."""
    try:
        set_thumbnail(project, _draw(project))
    except (NotDrawn, HelperError, ApiError) as error:
        text = getattr(error, "message", "") or str(error)
        logger.info("There is no thumbnail of %s: %s", project, text)
        return b"", text
    return bytes(Thumbnail.objects.get(project=project).content), ""


def _draw(project: Project) -> bytes:
    dirs = attachment_dirs(project)
    files = [file for file in files_of(project) if file.latest and not is_attachment(file.name, dirs)]
    if sum(file.latest.blob.size for file in files if file.latest) > MOST_BYTES:
        raise NotDrawn(f"Its files have more than {MOST_BYTES // 2**20} MB.")
    with HelperProcess(Secrets.of(project, None), [], settings.QGIS_SECONDS) as helper:
        if not helper.is_confined:
            raise NotDrawn(
                "A picture may show any file that a project names, and this system cannot prevent it."
            )
        place, picture = helper.folder / "project", helper.folder / "picture.png"
        place.mkdir()
        placed = {file.name: lay_out(place, file, private=True) for file in files}
        name = placed.get(project.the_qgis_file_name or "")
        if not name:
            raise NotDrawn("Its project file is not there.")
        for _ in helper.ask(
            "draw", project=str(place / name), root=str(place), picture=str(picture), side=THUMBNAIL_SIDE
        ):
            pass
        with picture.open("rb") as drawn:
            return drawn.read(MAX_BYTES + 1)
