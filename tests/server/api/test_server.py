# SPDX-License-Identifier: GPL-2.0-or-later
"""status/ and server/info/, and what they tell of incidents."""

from __future__ import annotations

from datetime import timedelta

from django.db import OperationalError, connection
from django.utils import timezone

from qfieldcloud_server.api.errors import translate
from qfieldcloud_server.api.models import Notice

STATUS = "/api/v1/status/"


def test_a_healthy_server_says_so_with_every_key(api):
    assert api().get(STATUS).json() == {
        "database": "ok",
        "storage": "ok",
        "status_page_url": None,
        "incident_message": None,
        "incident_timestamp_utc": None,
        "maintenance_message": None,
        "maintenance_start_timestamp_utc": None,
        "maintenance_end_timestamp_utc": None,
    }


def test_a_missing_data_folder_is_told(api, settings, data_dir):
    settings.DATA_DIR = data_dir / "gone"
    assert api().get(STATUS).json()["storage"] == "error"


def test_notices_are_told_while_they_last_and_maintenance_ahead_of_time(api):
    now, hour = timezone.now(), timedelta(hours=1)
    Notice.objects.create(kind="incident", message="over", starts_at=now - 3 * hour, ends_at=now - hour)
    Notice.objects.create(kind="incident", message="later", starts_at=now + hour)
    Notice.objects.create(kind="maintenance", message="tonight", starts_at=now + hour, ends_at=now + 2 * hour)
    told = api().get(STATUS).json()
    assert told["incident_message"] is None
    assert told["maintenance_message"] == "tonight"
    assert told["maintenance_end_timestamp_utc"]
    Notice.objects.create(kind="incident", message="disk is full")
    assert api().get(STATUS).json()["incident_message"] == "disk is full"


def test_server_info_tells_how_to_sign_in_and_what_is_added_to_the_api(api):
    told = api().get("/api/v1/server/info/").json()
    assert told["auth_providers"] == [
        {"type": "credentials", "id": "credentials", "name": "Username / Password"}
    ]
    assert {"changes", "delta_on_conflict", "upload_if_match"} <= set(told["extensions"])
    assert set(told["whitelabel"]) == {"site_title", "logo_navbar", "logo_main", "favicon"}
    for address in told["whitelabel"].values():
        if address.startswith("http"):
            assert api().get(address).status_code == 200


def test_status_says_that_the_database_is_away(api):
    def away(*_):
        raise OperationalError("connection failed: Connection refused")

    with connection.execute_wrapper(away):
        answer = api().get("/api/v1/status/")
    assert answer.status_code == 200
    assert (answer.json()["database"], answer.json()["incident_message"]) == ("error", None)


def test_a_postgresql_that_is_away_is_worth_another_try(settings):
    settings.ON_POSTGRES = True
    for said, status in (
        ("Connection refused", 503),
        ("could not extend file: No space left on device", 507),
    ):
        error = translate(OperationalError(said))
        assert (error.status, error.transient) == (status, True)
