# SPDX-License-Identifier: GPL-2.0-or-later
"""Has the helper draw the base map of a package, within limits of time and size."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from django.conf import settings

from qfieldcloud_plugin.engine.file_copy import copy_file
from qfieldcloud_plugin.engine.packaging import BaseMapNotDrawn, DrawnBaseMap
from qfieldcloud_plugin.engine.project import Project as QgisProject
from qfieldcloud_server.files.folders import ProjectFolder
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.jobs.context import JobContext
from qfieldcloud_server.projects.selectors import has_personal_secrets
from qfieldcloud_server.qgis_helper.errors import HelperError, HelperSilent
from qfieldcloud_server.qgis_helper.process import HelperProcess, is_configured
from qfieldcloud_server.qgis_helper.secrets import Secrets

# What the rest of the job may take once the map is drawn.
_SECONDS_TO_FINISH = 60
# As many as 100,000 usual tiles have: no machine draws more in the time that a job has.
MOST_PIXELS = 100_000 * 256 * 256
_QUARTER = 25


class HelperBaseMapMaker:
    """An `engine.packaging.BaseMapMaker` for one job."""

    def __init__(self, context: JobContext, folder: ProjectFolder) -> None:
        self._context, self._folder = context, folder
        user, project = context.job.created_by, context.job.project
        self.is_personal = has_personal_secrets(project, user.pk if user else None)
        """Whether the map may show what nobody else's jobs can open."""

    @property
    def identity(self) -> str:
        whose = self._context.job.created_by_id if self.is_personal else ""
        limits = (settings.BASE_MAP_SECONDS, settings.BASE_MAP_MB)
        return f"qgis {limits} {whose}" if is_configured() else "no qgis"

    def draw(
        self, project: QgisProject, box: tuple[float, float, float, float], crs: str, destination: Path
    ) -> DrawnBaseMap:
        if not is_configured():
            raise BaseMapNotDrawn("this server has no QGIS to draw it with (the setting qgis_python)")
        seconds = min(settings.BASE_MAP_SECONDS, self._context.seconds_left() - _SECONDS_TO_FINISH)
        started = time.monotonic()
        try:
            with blob_store().workspace() as place:
                self._lay_out(place)
                secrets = Secrets.of(self._context.job.project, self._context.job.created_by)
                with HelperProcess(secrets, [place], seconds) as helper:
                    done = self._ask(helper, place / project.name_of(project.path), place, box, crs)
                    (helper.folder / "basemap.mbtiles").replace(destination)
        except HelperSilent:
            raise BaseMapNotDrawn(
                f"QGIS was not ready after {time.monotonic() - started:.0f} s. Choose a smaller area or fewer zoom "
                "levels, or let the server take longer (the setting base_map_seconds)"
            ) from None
        except HelperError as error:
            raise BaseMapNotDrawn(error.message.rstrip(".")) from error
        except OSError as error:
            raise BaseMapNotDrawn(f"its tiles could not be kept ({error.strerror})") from error
        self._context.workflow.log(
            f"The base map has {done['tiles']:,} tiles and {destination.stat().st_size / 1000:,.0f} kB; "
            f"it took {time.monotonic() - started:.1f} s."
        )
        return DrawnBaseMap(str(done.get("gaps", "")).rstrip("."), str(done.get("layer", "")))

    def _ask(
        self,
        helper: HelperProcess,
        project_file: Path,
        root: Path,
        box: tuple[float, float, float, float],
        crs: str,
    ) -> dict[str, object]:
        if not helper.is_confined:
            raise BaseMapNotDrawn(
                "it may show any file that a project names, and this system cannot prevent that"
            )
        log, said, logged = self._context.workflow.log, {}, 0
        log(f"QGIS {helper.version} draws the base map.")
        for said in helper.ask(
            "draw_base_map", silence=settings.QGIS_SECONDS, project=str(project_file), root=str(root), box=box,
            crs=crs, folder=str(helper.folder), most_pixels=MOST_PIXELS, most_bytes=settings.BASE_MAP_MB * 1_000_000,
        ):  # fmt: skip
            percent = int(said.get("percent", 0))
            if percent // _QUARTER > logged:
                logged = percent // _QUARTER
                log(f"{percent} % of it is drawn.")
        return said

    def _lay_out(self, place: Path) -> None:
        """The project for reading only. A database in WAL mode cannot be read so, and is copied into another mode."""
        for name in self._folder.files:
            source, target = self._folder.path / name, place / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not _has_log(source):
                blob = self._folder.blob_of(name)
                if blob is not None:
                    blob_store().link(blob.sha256, target)
                continue
            copy_file(source, target)
            target.chmod(0o600)
            # What only looks like one is drawn, or not, as it is.
            with suppress(sqlite3.Error), closing(sqlite3.connect(target)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")


def _has_log(path: Path) -> bool:
    """Whether it is an SQLite file whose last changes would be in a file beside it."""
    with path.open("rb") as file:
        header = file.read(20)
    return header.startswith(b"SQLite format 3\0") and header[18:20] == b"\2\2"
