# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV files go into the field as rows with places and come home as the same files, line by line."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from qfieldcloud_server.packages.models import Package
from tests.contract.field_project import DeviceProject
from tests.server.field_work import Survey, make_survey, run_jobs

STOPS = 'fid;name;x;y;metres\r\n7;"Grüße; ""Ost""";7,5;46;1,5\r\n9;Süd;;;\r\n12;;8;47;-3\r\n'
PLOTS = 'fid,shape,owner\n1,,Ben\n2,"POLYGON((0 0,1 0,1 1,0 0))",Anna\n'
NOTES = "fid,what\n1,a\n2,b\n"


@pytest.fixture
def texts(survey: Survey, tmp_path: Path) -> Survey:
    """Three text files, as QGIS names them."""
    project = make_survey(tmp_path / "project")
    points = "file:./stops.csv?type=csv&delimiter=;&decimalPoint=,&xField=x&yField=y&crs=EPSG:4326"
    project.layer("stops", points, provider="delimitedtext", fields=["fid", "name", "x", "y", "metres"])
    shapes = "file:./plots.csv?type=csv&wktField=shape&geomType=polygon&crs=EPSG:4326"
    project.layer("plots", shapes, provider="delimitedtext", fields=["fid", "owner"], wkb="Polygon")
    project.layer("notes", "./notes.csv", fields=["fid", "what"], wkb="NoGeometry")
    for name, text in (("stops.csv", STOPS), ("plots.csv", PLOTS), ("notes.csv", NOTES)):
        survey.upload(name, text.encode())
    survey.upload("project.qgs", project.save().read_bytes())
    run_jobs()
    return survey


VISITS = "fid,day,clock,seen,done\n1,2024/02/29,12:30,2024-02-29 12:30Z,no\n2,2024/03/01,09:15:30,,Yes\n"


def test_dates_and_times_come_home_in_the_spelling_of_their_file(survey: Survey, tmp_path: Path) -> None:
    project = make_survey(tmp_path / "project")
    fields = ["fid", "day", "clock", "seen", "done"]
    project.layer(
        "visits", "file:./visits.csv?type=csv&geomType=none", provider="delimitedtext", fields=fields, wkb="NoGeometry"
    )  # fmt: skip
    survey.upload("visits.csv", VISITS.encode())
    survey.upload("visits.csvt", b"Integer,Date,Time,DateTime,Integer(Boolean)\n")
    survey.upload("project.qgs", project.save().read_bytes())
    run_jobs()
    device = packaged(survey, tmp_path / "device")
    columns = device.layers["visits"].columns
    assert [columns[name] for name in fields] == ["INTEGER", "DATE", "TEXT", "DATETIME", "BOOLEAN"]
    assert device.rows("visits")["1"]["attributes"]["clock"] == "12:30:00"
    device.patch("visits", "1", {"clock": "13:45:00", "seen": "2024-03-02T08:00:00.000", "done": 1})
    device.patch("visits", "2", {"day": "2024-03-03"})
    device.create(
        "visits", {"day": "2024-03-04", "clock": "07:00:00", "seen": "2024-03-04T07:00:00.000", "done": 0}
    )
    survey.push_bytes(device.deltas.to_bytes())
    run_jobs()
    assert set(survey.statuses()) == {"STATUS_APPLIED"}
    assert survey.download("visits.csv").decode() == (
        "fid,day,clock,seen,done\n1,2024/02/29,13:45,2024-03-02 08:00Z,yes\n2,2024/03/03,09:15:30,,Yes\n"
        "3,2024/03/04,07:00,2024-03-04 07:00Z,no\n"
    )


def packaged(survey: Survey, folder: Path) -> DeviceProject:
    survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    assert run_jobs()[-1].status == "finished"
    folder.mkdir()
    for file in survey.client.get(survey.url("packages", "latest/")).json()["files"]:
        if not file["name"].startswith("DCIM"):
            answer = survey.client.get(survey.url("packages", f"latest/files/{file['name']}/"))
            (folder / file["name"]).write_bytes(b"".join(answer.streaming_content))
    return DeviceProject(folder, str(survey.project.pk), str(uuid4()), str(uuid4()))


def test_a_device_edits_every_text_and_all_of_it_comes_home(texts: Survey, tmp_path: Path) -> None:
    device = packaged(texts, tmp_path / "device")
    for name in ("stops", "plots", "notes"):
        layer = device.layers[name]
        assert (layer.tracked, layer.source_pk, layer.read_only) == (True, "fid", False)
    assert not Package.objects.get().report["warnings"]

    device.patch("stops", "7", {"name": "größer", "metres": 2.25}, "Point (7.25 46)")
    device.delete("stops", "9")
    made = device.create("stops", {"name": "new"}, "Point (1 2)")
    device.patch("stops", made, {"metres": 4.0})
    device.patch("plots", "1", {"owner": "Cem"}, "Polygon ((0 0, 2 0, 2 2, 0 0))")
    device.create("plots", {"owner": "Dora"}, "Polygon ((5 5, 6 5, 6 6, 5 5))")
    device.patch("notes", "2", {"what": "B"})
    device.create("notes", {"what": "c"})
    texts.push_bytes(device.deltas.to_bytes())
    run_jobs()
    assert set(texts.statuses()) == {"STATUS_APPLIED"}
    assert texts.download("stops.csv").decode() == (
        "fid;name;x;y;metres\r\n7;größer;7,25;46;2,25\r\n12;;8;47;-3\r\n13;new;1;2;4\r\n"
    )
    assert texts.download("plots.csv").decode() == (
        'fid,shape,owner\n1,"Polygon ((0 0, 2 0, 2 2, 0 0))",Cem\n2,"POLYGON((0 0,1 0,1 1,0 0))",Anna\n'
        '3,"Polygon ((5 5, 6 5, 6 6, 5 5))",Dora\n'
    )
    assert texts.download("notes.csv").decode() == "fid,what\n1,a\n2,B\n3,c\n"

    again = packaged(texts, tmp_path / "again")
    assert {key: row["attributes"]["name"] for key, row in again.rows("stops").items()} == {
        "7": "größer", "12": None, "13": "new",
    }  # fmt: skip
    assert again.rows("stops")["7"]["geometry"].startswith("Point (7.25")


def test_a_package_of_unchanged_text_is_the_package_before(texts: Survey) -> None:
    for _ in range(2):
        texts.client.post("/api/v1/jobs/", {"project_id": str(texts.project.pk), "type": "package"})
        run_jobs()
    first, second = (
        dict(package.files.values_list("name", "blob_id"))
        for package in Package.objects.order_by("created_at")
    )
    assert first == second
