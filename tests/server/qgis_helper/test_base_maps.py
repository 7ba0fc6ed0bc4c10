# SPDX-License-Identifier: GPL-2.0-or-later
"""Base maps drawn on the server while it makes a package: once, within limits, and never in the way of the package."""

from __future__ import annotations

import io
import json
import sqlite3
import struct
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.packages.models import Package
from qfieldcloud_server.projects.models import Secret
from qfieldcloud_server.projects.services import set_secret
from qfieldcloud_server.qgis_helper import base_maps
from tests.data.simple_projects import SimpleProject, make_table
from tests.server.field_work import COLUMNS, ROWS, Survey, patch, run_jobs
from tests.server.qgis_helper.conftest import QGIS_PYTHON

# QGIS gives another id to a layer whose own is short.
TREES, FIELDS = "trees_0123456789", "fields_0123456789"
WESTERN = "Polygon ((7.0 46.0, 7.4 46.0, 7.4 46.9, 7.0 46.9, 7.0 46.0))"
_FILL = (
    '<renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0"><symbols><symbol type="fill" name="0" alpha="1">'
    '<layer class="SimpleFill" enabled="1" pass="0" locked="0"><prop k="color" v="{},255"/><prop k="style" v="solid"/>'
    '<prop k="outline_style" v="no"/></layer></symbol></symbols></renderer-v2>'
)
GREEN, BLUE = (60, 160, 70), (40, 80, 200)


def polygon(*points: tuple[float, float]) -> bytes:
    coordinates = [value for pair in (*points, points[0]) for value in pair]
    ring = struct.pack(f"<I{len(coordinates)}d", len(points) + 1, *coordinates)
    return b"GP\x00\x01" + struct.pack("<i", 4326) + struct.pack("<BII", 1, 3, 1) + ring


def make_project(folder: Path, colour: tuple[int, int, int] = GREEN, **settings: Any) -> RealProject:
    """Trees that the field edits, and fields that are only to be seen: the western half of what the project shows."""
    made = RealProject(folder)
    made.table_layer("trees", ROWS, columns=COLUMNS, id=TREES, fields=["fid", "species", "height"])
    field = polygon((7.0, 46.0), (7.5, 46.0), (7.5, 47.0), (7.0, 47.0))
    make_table(
        folder / "fields.gpkg", "fields", columns="fid INTEGER PRIMARY KEY, geom POLYGON, crop TEXT",
        rows=[(1, field, "rye")], geometry="Polygon",
    )  # fmt: skip
    made.layer(
        "fields", "./fields.gpkg|layername=fields", id=FIELDS, wkb="Polygon",
        properties={"QFieldSync/cloud_action": "no_action"}, extra=_FILL.format(",".join(map(str, colour))),
    )  # fmt: skip
    entries = {
        "createBaseMap": "true", "baseMapType": "singleLayer", "baseMapLayer": FIELDS, "baseMapTileSize": 256,
        "baseMapTilesMinZoomLevel": 8, "baseMapTilesMaxZoomLevel": 10,
    } | settings  # fmt: skip
    for key, value in entries.items():
        made.entry("qfieldsync", key, "QString", value)
    made.entry("SpatialRefSys", "ProjectionsEnabled", "int", 1)
    return made


_CRS = {
    "EPSG:4326": "<proj4>+proj=longlat +datum=WGS84 +no_defs</proj4><srsid>3452</srsid>",
    "EPSG:3857": "<proj4>+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m "
    "+nadgrids=@null +wktext +no_defs</proj4><srsid>3857</srsid>",
}


class RealProject(SimpleProject):
    """QGIS does not transform what it knows by a name alone."""

    def xml(self) -> str:
        xml = super().xml()
        for name, more in _CRS.items():
            xml = xml.replace(f"<authid>{name}</authid>", f"{more}<authid>{name}</authid>")
        return xml


@pytest.fixture
def survey_with(
    person: Callable[..., Any], project: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> Callable[..., Survey]:
    def make(made: Callable[[Path], SimpleProject] = make_project, **settings: Any) -> Survey:
        alice = person("alice")
        survey = Survey(api(alice), project(alice, "trees"))
        made(tmp_path / "survey", **settings).save()
        survey.upload_folder(tmp_path / "survey")
        run_jobs()
        return survey

    return make


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A word for each time that QGIS is started to draw."""
    times: list[str] = []

    class Counting(base_maps.HelperProcess):
        def __enter__(self) -> base_maps.HelperProcess:
            times.append("drawn")
            return super().__enter__()

    monkeypatch.setattr(base_maps, "HelperProcess", Counting)
    return times


def package(survey: Survey) -> Job:
    answer = survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    assert answer.status_code == 201, answer.content
    job = run_jobs()[-1]
    assert job.status == "finished", job.feedback
    return job


def downloaded(survey: Survey, folder: Path) -> dict[str, dict[str, Any]]:
    """What a device gets, and what was said of it."""
    folder.mkdir()
    answer = survey.client.get(survey.url("packages", "latest/")).json()
    for file in answer["files"]:
        fetched = survey.client.get(survey.url("packages", f"latest/files/{file['name']}/"))
        (folder / file["name"]).write_bytes(b"".join(fetched.streaming_content))
    return {file["name"]: file for file in answer["files"]}


def tiles(path: Path) -> dict[int, int]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT zoom_level, count(*) FROM tiles GROUP BY zoom_level"))


def colour_in_the_west(path: Path) -> Any:
    """Of a tile that lies in the fields alone."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT tile_data FROM tiles WHERE zoom_level = 10 AND tile_column = 532 ORDER BY tile_row LIMIT 1, 1"
        (data,) = connection.execute(query).fetchone()
    with Image.open(io.BytesIO(data)) as picture:
        return picture.convert("RGB").getpixel((128, 128))


_LOOK = """
import json, sys
from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QSize
application = QgsApplication([], False)
application.initQgis()
project = QgsProject.instance()
assert project.read(sys.argv[1]), project.error()
tree = project.layerTreeRoot()
order = [layer.id() for layer in tree.layerOrder()]
layer = project.mapLayer(order[-1])
def colours(layers):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setExtent(QgsRectangle(7, 46, 8, 47))
    settings.setOutputSize(QSize(200, 200))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(sys.argv[2])
    return [image.pixelColor(x, 100).getRgb()[:3] for x in (20, 60, 180)]
print(json.dumps({
    "valid": layer.isValid(), "name": layer.name(), "source": layer.source(), "crs": layer.crs().authid(),
    "is_last_in_tree": tree.children()[-1].layerId() == layer.id(), "is_shown": tree.children()[-1].isVisible(),
    "order": order, "colours": colours([layer]), "all_valid": all(l.isValid() for l in project.mapLayers().values()),
}))
"""


def looked_at(folder: Path) -> dict[str, Any]:
    """The package as real QGIS sees it."""
    done = subprocess.run(
        [QGIS_PYTHON, "-c", _LOOK, str(folder / "project_qfield.qgz"), str(folder / "look.png")],
        capture_output=True, timeout=60, env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def is_close(one: Any, other: Any) -> bool:
    return all(abs(a - b) < 4 for a, b in zip(one, other, strict=True))


def test_the_package_has_the_base_map_at_the_bottom_of_its_layers(
    helper: Any, survey_with: Callable[..., Survey], tmp_path: Path
) -> None:
    survey = survey_with()
    job = package(survey)
    files = downloaded(survey, tmp_path / "package")
    assert "QGIS 3." in job.output
    assert "The base map has" in job.output
    assert tiles(tmp_path / "package" / "basemap.mbtiles") == {8: 4, 9: 9, 10: 20}
    seen = looked_at(tmp_path / "package")
    assert (seen["valid"], seen["is_last_in_tree"], seen["is_shown"], seen["all_valid"]) == (True,) * 4
    assert (seen["name"], seen["crs"]) == ("Basemap", "EPSG:3857")
    assert seen["source"].endswith("/package/basemap.mbtiles")
    assert seen["order"][:2] == [TREES, FIELDS]
    west, _, east = seen["colours"]
    assert is_close(west, GREEN)
    assert is_close(east, (255, 255, 255))
    assert not files["basemap.mbtiles"]["is_attachment"]
    assert b"Basemap" not in survey.download("project.qgs"), "the user's own project stays as it is"


OAK = {"fid": 1, "species": "oak", "height": 10.0}


def tree(height: float) -> dict[str, Any]:
    return patch(1, OAK, {"height": height}, localLayerId=TREES, sourceLayerId=TREES)


def test_a_changed_row_draws_nothing_anew_and_another_style_does(
    helper: Any, survey_with: Callable[..., Survey], drawn: list[str], tmp_path: Path
) -> None:
    survey = survey_with()
    package(survey)
    first = downloaded(survey, tmp_path / "first")
    survey.push(tree(11))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    package(survey)
    second = downloaded(survey, tmp_path / "second")
    assert first["data.gpkg"]["sha256"] != second["data.gpkg"]["sha256"]
    assert first["basemap.mbtiles"] == second["basemap.mbtiles"], "devices have it already"
    assert drawn == ["drawn"]
    changed = make_project(tmp_path / "changed", colour=BLUE)
    # As QGIS leaves a file that it has edited.
    with closing(sqlite3.connect(tmp_path / "changed" / "fields.gpkg")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    survey.upload("fields.gpkg", (tmp_path / "changed" / "fields.gpkg").read_bytes())
    survey.upload("project.qgs", changed.xml().encode())
    run_jobs()
    package(survey)
    downloaded(survey, tmp_path / "third")
    assert drawn == ["drawn", "drawn"]
    assert is_close(colour_in_the_west(tmp_path / "third" / "basemap.mbtiles"), BLUE)


def test_vector_tiles_come_with_the_look_of_their_layers(
    helper: Any, survey_with: Callable[..., Survey], tmp_path: Path
) -> None:
    def with_vector_tiles(folder: Path) -> SimpleProject:
        made = make_project(folder, colour=BLUE)
        made.entry("qfieldcloud", "baseMapTiles", "QString", "vector")
        return made

    survey = survey_with(with_vector_tiles)
    package(survey)
    downloaded(survey, tmp_path / "package")
    seen = looked_at(tmp_path / "package")
    assert (seen["valid"], seen["is_last_in_tree"], seen["name"]) == (True, True, "Basemap")
    assert "/package/basemap.mbtiles" in seen["source"]
    west, _, east = seen["colours"]
    assert is_close(west, BLUE)
    assert is_close(east, (255, 255, 255))


class TileService(BaseHTTPRequestHandler):
    """Green tiles; what `status` says, by zoom, column and row, instead of some of them."""

    status: Callable[[int, int, int], int]

    def do_GET(self) -> None:
        zoom, column, row = (int(part) for part in self.path.removesuffix(".png").strip("/").split("/"))
        status = type(self).status(zoom, column, row)
        out = io.BytesIO()
        Image.new("RGB", (256, 256), GREEN).save(out, "PNG")
        body = out.getvalue() if status == 200 else b""
        self.send_response(status)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Nobody reads it."""


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (lambda zoom, column, _row: 503 if zoom == 10 and column % 2 else 200, "The base map has gaps: "),
        (lambda zoom, *_tile: 404 if zoom == 10 else 200, ""),
    ],
)
def test_a_service_of_tiles_that_does_not_answer_is_told(
    helper: Any, survey_with: Callable[..., Survey], status: Callable[[int, int, int], int], said: str
) -> None:
    handler = type("Handler", (TileService,), {"status": staticmethod(status)})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()

        def with_service(folder: Path) -> SimpleProject:
            made = make_project(folder, baseMapLayer="service_0123456789")
            address = f"http://127.0.0.1:{service.server_port}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
            source = f"type=xyz&url={address}&zmin=0&zmax=10"
            made.layer(
                "service", source, id="service_0123456789", provider="wms", type="raster", crs="EPSG:3857"
            )
            return made

        job = package(survey_with(with_service))
        service.shutdown()
    if said:
        assert said in job.output
        assert "requests failed, the first at 127.0.0.1 (HTTP 503)" in job.output
    else:
        assert "The base map has 33 tiles" in job.output
        assert "gaps" not in job.output


def test_whoever_has_an_area_of_their_own_gets_a_base_map_of_it(
    helper: Any, survey_with: Callable[..., Survey], tmp_path: Path
) -> None:
    def with_area(folder: Path) -> SimpleProject:
        made = make_project(folder)
        area = [{"for": "person:alice", "wkt": WESTERN, "crs": "EPSG:4326"}]
        made.entry("qfieldcloud", "areas", "QString", json.dumps(area))
        return made

    survey = survey_with(with_area)
    package(survey)
    downloaded(survey, tmp_path / "package")
    with closing(sqlite3.connect(tmp_path / "package" / "basemap.mbtiles")) as connection:
        (bounds,) = connection.execute("SELECT value FROM metadata WHERE name = 'bounds'").fetchone()
    assert [float(number) for number in bounds.split(",")] == [7.0, 46.0, 7.4, 46.9]


def test_what_is_too_much_is_refused_before_it_is_drawn(
    helper: Any, survey_with: Callable[..., Survey], tmp_path: Path
) -> None:
    survey = survey_with(baseMapTilesMaxZoomLevel=21)
    started = time.monotonic()
    job = package(survey)
    assert time.monotonic() - started < 30
    assert "100,000 are the most that a server draws" in job.output
    assert "basemap.mbtiles" not in downloaded(survey, tmp_path / "package")


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("kill -KILL $$", "QGIS ended unexpectedly (by signal 9)"),
        ("sleep 60", "QGIS was not ready after 1 s"),
        ("""echo '{"kind": "done", "tiles": 3}'""", "its tiles could not be kept"),
        (""": > basemap.mbtiles; echo '{"kind": "done", "tiles": 3}'""", "its tiles cannot be read"),
    ],
)
def test_a_helper_that_fails_leaves_the_package_without_a_base_map(
    helper: Any, survey_with: Callable[..., Survey], drawn: list[str], tmp_path: Path, does: str, said: str
) -> None:
    program = tmp_path / "python"
    program.write_text(
        "#!/bin/sh\nread start\n"
        """echo '{"kind": "ready", "version": "9.9", "is_confined": true}'\n"""
        f"read order\n{does}\n"
    )
    program.chmod(0o755)
    helper.QGIS_PYTHON, helper.BASE_MAP_SECONDS = str(program), 1
    survey = survey_with()
    job = package(survey)
    assert said in job.output
    assert "The package has no base map" in job.output
    files = downloaded(survey, tmp_path / "package")
    assert set(files) == {"project_qfield.qgz", "data.gpkg", "fields.gpkg"}
    assert "“Package for QField…” in QGIS draws it" in package(survey).output
    assert drawn == ["drawn"], "what has just failed is not tried again at once"


def test_a_server_without_qgis_says_so_and_draws_once_it_has_one(
    settings: Any, survey_with: Callable[..., Survey], tmp_path: Path
) -> None:
    survey = survey_with()
    job = package(survey)
    assert "this server has no QGIS to draw it with (the setting qgis_python)" in job.output
    assert "basemap.mbtiles" not in downloaded(survey, tmp_path / "without")
    settings.QGIS_PYTHON = QGIS_PYTHON
    package(survey)
    assert "basemap.mbtiles" in downloaded(survey, tmp_path / "with")
    settings.QGIS_PYTHON = ""
    assert "The base map is the former one: this server has no QGIS" in package(survey).output
    assert "basemap.mbtiles" in downloaded(survey, tmp_path / "without again")


def test_a_map_that_only_one_persons_secrets_may_have_opened_is_theirs(
    settings: Any, survey_with: Callable[..., Survey]
) -> None:
    survey = survey_with()
    owner = survey.project.owner_id
    secret = Secret(name="PGPASSWORD", type=Secret.Type.ENVIRONMENT, project=survey.project)
    secret.created_by = secret.assigned_to = survey.project.owner
    set_secret(secret, "her own word")
    settings.QGIS_PYTHON = QGIS_PYTHON
    package(survey)
    assert Package.objects.get().made_for_id == owner
