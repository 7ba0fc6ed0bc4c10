# SPDX-License-Identifier: GPL-2.0-or-later
"""The road itself, step by step: office, field, both at once, and back in time."""

from __future__ import annotations

import json
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Optional

from qfieldcloud_sdk import sdk

from tests.contract.field_device import CloudProject, FieldDevice

from .crashes import Crashes
from .desktop import Desktop
from .expected import LAYERS, Expected, Rows, read_rows
from .meter import Meter
from .server import CompanionServer
from .timeline import Timeline

WORLD_MAP = Path("/usr/share/qgis/resources/data/world_map.gpkg")
PERSON, PASSWORD = "surveyor", "a-long-walk-in-the-rain"  # pragma: allowlist secret
PROJECT = "world_survey"
# The world map alone has 12.8 MB.
MOST_FOR_A_FEW_ROWS = 500_000


@dataclass
class Meters:
    """What each party sends and receives."""

    office: Meter
    field: Meter
    sdk: Meter


class Road:
    """Knows who does what; `expected` follows each edit in plain Python, and nothing else."""

    def __init__(
        self,
        work: Path,
        server: CompanionServer,
        desktop: Desktop,
        timeline: Timeline,
        crashes: Optional[Crashes],
    ) -> None:
        self.work = work
        self.office = work / "office"
        self.server = server
        self.desktop = desktop
        self.timeline = timeline
        self.crashes = crashes
        self.expected: Expected
        self.meters: Meters
        self.device: FieldDevice
        self.project: CloudProject
        self.client: sdk.Client
        self.sent: dict[str, str] = {}

    def walk(self) -> None:
        steps: list[tuple[str, Callable[[], None]]] = [
            ("The companion server starts", self.start_server),
            ("QGIS puts its open project into the cloud", self.push_project),
            ("A device in the field downloads, edits and sends", self.work_in_the_field),
            ("Meanwhile the same layers were edited in QGIS; one click syncs", self.sync_in_the_office),
            ("The official SDK downloads the result and pushes one more delta", self.use_the_sdk),
            ("Back in time: a deleted feature returns, a delta is undone", self.go_back_in_time),
            ("Pictures of the dock", self.take_pictures),
        ]
        for number, (title, step) in enumerate(steps, start=1):
            self.timeline.title(number, title)
            step()
            if self.crashes is not None:
                self.crashes.boundary(number)

    # -- 1 ----------------------------------------------------------------------------------------

    def start_server(self) -> None:
        with self.timeline.doing(1, "qfieldcloud-server serve") as entry:
            seconds = self.server.start()
            entry.what += f": good status after {seconds:.2f} s"
        with self.timeline.doing(1, f"an account for {PERSON}"):
            self.server.add_person(PERSON, PASSWORD)
        self.meters = Meters(*(Meter(self.server.port) for _ in range(3)))

    # -- 2 ----------------------------------------------------------------------------------------

    def push_project(self) -> None:
        with self.timeline.doing(2, "QGIS starts with the plugin from the built zip"):
            self.desktop.start()
        versions = self.desktop.call("versions")
        self.timeline.note(", ".join(f"{name} {version}" for name, version in versions.items()))
        with self.timeline.doing(2, "a project of countries, states, observations and visits"):
            self.desktop.call("make_project", folder=str(self.office), world_map=str(WORLD_MAP))
        self.expected = Expected(self.office)
        with self.timeline.doing(2, "log in", self.meters.office):
            self.desktop.call("log_in", server=self.meters.office.url, username=PERSON, password=PASSWORD)
        with self.timeline.doing(2, "create the cloud project and push it", self.meters.office):
            project_id = self.desktop.call("create_project", name=PROJECT)
        self.timeline.note(f"project {project_id}")

    # -- 3 ----------------------------------------------------------------------------------------

    def work_in_the_field(self) -> None:
        meter = self.meters.field
        self.device = FieldDevice(meter.url, self.work / "device", second=0.2)
        with self.timeline.doing(3, "status, server info, log in, find the project", meter):
            self.device.first_contact()
            self.device.log_in(PERSON, PASSWORD)
            self.project = self.device.find_project(PROJECT)
        with self.timeline.doing(3, "trigger packaging, poll, download the package", meter):
            self.device.download(self.project)
        self._edit_in_the_field()
        local = self.device.local(self.project)
        self.sent = {
            delta["localLayerName"] + " " + delta["method"]: delta["uuid"] for delta in local.deltas.deltas
        }
        count = len(local.deltas)
        with self.timeline.doing(
            3, f"{count} deltas and a photo sent, polled until applied, downloaded again", meter
        ):
            answers = self.device.synchronize(self.project)
        wrong = [answer for answer in answers if answer.status != "STATUS_APPLIED"]
        if wrong or len(answers) != count:
            raise AssertionError(f"not every delta was applied: {answers}")
        if self.crashes is not None:
            self.crashes.while_working(3, self.device, self.project, self.expected)

    def _edit_in_the_field(self) -> None:
        local, expected = self.device.local(self.project), self.expected
        photo = local.attach("DCIM/spring.jpg", WORLD_MAP.read_bytes()[:200_000])
        for name, note, wkt in (
            ("Well", "dry", "Point (8.5 47.375)"),
            ("Fallen tree", "across the path", "Point (8.625 47.4375)"),
        ):
            values = {"name": name, "note": note, "rating": 3, "seen_by": "device"}
            local.create("Observations", values, wkt)
            expected.create("Observations", "device", values, wkt)
        changes: list[tuple[str, str, dict[str, Any], Optional[str]]] = [
            ("Observations", "Spring", {"note": "muddy", "photo": photo}, None),
            ("Observations", "Bench", {"rating": 1}, "Point (8.5625 47.3125)"),
            ("Visits", "V-2", {"result": "done"}, None),
            ("Countries", "353", {"FIPS_10_": "CH"}, None),
            ("Countries", "1", {"NAME": "Noreg"}, None),
            ("States", "752", {"woe_label": "Seen from the field"}, None),
        ]
        for layer, identity, values, moved in changes:
            local.patch(layer, str(expected.key(layer, identity)), values, *([moved] if moved else []))
            expected.change(layer, identity, "device", values, moved)
        local.delete("Observations", str(expected.key("Observations", "Wasp nest")))
        self.deleted = expected.delete("Observations", "Wasp nest", "device")
        visit = {"code": "V-4", "visitor": "Dua", "result": "extra", "minutes": 5}
        local.create("Visits", visit)
        expected.create("Visits", "device", visit)

    # -- 4 ----------------------------------------------------------------------------------------

    def sync_in_the_office(self) -> None:
        with self.timeline.doing(4, "edits in QGIS, made before anything of the device is known there"):
            self._edit_in_the_office()
        self.picture("dock_before")
        with self.timeline.doing(
            4, "one click: deltas up, rows down, columns merged", self.meters.office
        ) as entry:
            report = self.desktop.call("sync")
        if (entry.up or 0) > MOST_FOR_A_FEW_ROWS:
            raise AssertionError(f"{entry.up} bytes went up: files travelled where rows should have")
        for file in report["files"]:
            if file["up"] or file["down"]:
                self.timeline.note(
                    f"{file['name']}: {file['action']}, {file['up']} rows up, {file['down']} rows down"
                )
        self.picture("dock_conflict")
        conflicts = self.desktop.call("conflicts")
        for conflict in conflicts:
            self.timeline.note(
                f"conflict: {conflict['table']} {conflict['key']} {conflict['column']}: "
                f"base {conflict['base']!r}, mine {conflict['mine']!r}, theirs {conflict['theirs']!r}"
            )
        sides = [(found["column"], found["base"], found["mine"], found["theirs"]) for found in conflicts]
        if sides != [("NAME", "Norway", "Norge", "Noreg")]:
            raise AssertionError(f"one conflict was made, but found were {sides}")
        with self.timeline.doing(4, "resolved as told: mine", self.meters.office):
            report = self.desktop.call("resolve", choice="mine")
        self.expected.change("Countries", "1", "office", {"NAME": "Norge"}, note="Norway/Norge/Noreg: mine")
        if not report["complete"]:
            raise AssertionError(f"the sync is not complete: {report}")

    def _edit_in_the_office(self) -> None:
        desktop, expected = self.desktop, self.expected
        stone = {"name": "Milestone", "note": "km 12", "rating": 2, "seen_by": "office"}
        desktop.call("add_row", layer="Observations", attributes=stone, wkt="Point (8.53125 47.40625)")
        expected.create("Observations", "office", stone, "Point (8.53125 47.40625)")
        desktop.call("delete_row", layer="Observations", column="name", value="Broken sign")
        expected.delete("Observations", "Broken sign", "office")
        changes: list[tuple[str, str, dict[str, Any]]] = [
            ("Observations", "Old oak", {"note": "hollow, with owls", "rating": 4}),
            ("Visits", "V-2", {"minutes": 25}),
            ("Countries", "144", {"NAME": "République française"}),
            ("Countries", "353", {"NAME": "Schweiz, Suisse, Svizzera"}),
        ]
        for layer, identity, values in changes:
            column = LAYERS[layer].identity
            desktop.call("change_row", layer=layer, column=column, value=identity, attributes=values)
            expected.change(layer, identity, "office", values)
        desktop.call("change_row", layer="Countries", column="fid", value="1", attributes={"NAME": "Norge"})
        desktop.call("move_row", layer="States", column="fid", value="356", dx=0.5, dy=-0.25)
        expected.move("States", "356", "office", 0.5, -0.25)

    # -- 5 ----------------------------------------------------------------------------------------

    def use_the_sdk(self) -> None:
        meter = self.meters.sdk
        with self.timeline.doing(5, "log in, list projects and files", meter):
            self.client = sdk.Client(meter.url + "/api/v1/")
            self.client.login(PERSON, PASSWORD)
            (found,) = (item for item in self.client.list_projects() if item["name"] == PROJECT)
            files = self.client.list_remote_files(found["id"])
        self.timeline.note(", ".join(f"{file['name']} ({len(file['versions'])} versions)" for file in files))
        with self.timeline.doing(5, "download the project", meter):
            self._download_by_sdk(self.work / "sdk")
        with self.timeline.doing(5, "push one more delta file", meter):
            delta_file = self._delta_of_the_sdk()
            self.client.push_delta(self.project.id, str(delta_file))
        with self.timeline.doing(5, "polled until applied", self.meters.field):
            answers = self.device.wait_for(self.project, json.loads(delta_file.read_bytes())["id"])
        if [answer.status for answer in answers] != ["STATUS_APPLIED"]:
            raise AssertionError(f"the SDK's delta was not applied: {answers}")

    def _delta_of_the_sdk(self) -> Path:
        layer = self.device.local(self.project).layers["Visits"]
        key = self.expected.key("Visits", "V-3")
        delta = {
            "uuid": str(uuid.uuid4()),
            "clientId": str(uuid.uuid4()),
            "exportId": str(uuid.uuid4()),
            "method": "patch",
            "localLayerId": layer.id,
            "sourceLayerId": layer.id,
            "localPk": str(key),
            "sourcePk": str(key),
            "old": {"attributes": {"result": "planned"}},
            "new": {"attributes": {"result": "checked by a script"}},
        }
        self.expected.change("Visits", "V-3", "sdk", {"result": "checked by a script"})
        head = {"version": "1.0", "id": str(uuid.uuid4()), "project": self.project.id, "files": []}
        path = self.work / "sdk.delta.json"
        path.write_text(json.dumps({**head, "deltas": [delta]}), "utf-8")
        return path

    def _download_by_sdk(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.client.download_project(self.project.id, str(folder), throw_on_error=True)

    # -- 6 ----------------------------------------------------------------------------------------

    def go_back_in_time(self) -> None:
        office = self.meters.office
        with self.timeline.doing(6, "sync, to have the SDK's change in QGIS too", office):
            self.desktop.call("sync")
        before = {name: self._versions(name) for name in ("survey.gpkg", "world_map.gpkg")}
        key = self.deleted.values["fid"]
        with self.timeline.doing(6, "the wasp nest that the device deleted is restored from history", office):
            self.desktop.call(
                "restore",
                file="survey.gpkg",
                table="observations",
                key=key,
                version=before["survey.gpkg"][-1],
            )
        self.expected.put_back("Observations", "Wasp nest", "office", self.deleted)
        with self.timeline.doing(6, "the device's change of a state is undone", office):
            self.desktop.call("undo", delta_id=self.sent["States patch"])
        original = "Canton of Berne, CH, Switzerland"
        self.expected.change(
            "States", "752", "office", {"woe_label": original}, note="the device's change undone"
        )
        with self.timeline.doing(6, "sync", office):
            self.desktop.call("sync")
        for name, known in before.items():
            new = [version for version in self._versions(name) if version not in known]
            self.timeline.note(f"{name}: new versions: {len(new)}")
            if len(new) != 1:
                raise AssertionError(f"{name} has {len(new)} new versions, not one")
        if self.crashes is not None:
            self.crashes.while_working(6, self.device, self.project, self.expected)
            self.crashes.in_mid_sync(6, self.desktop, self.expected)
            with self.timeline.doing(6, "sync", office):
                self.desktop.call("sync")

    def _versions(self, name: str) -> list[str]:
        """Newest first."""
        (file,) = (found for found in self.client.list_remote_files(self.project.id) if found["name"] == name)
        versions = sorted(file["versions"], key=lambda version: str(version["last_modified"]), reverse=True)
        return [str(version["version_id"]) for version in versions]

    # -- 7 ----------------------------------------------------------------------------------------

    def take_pictures(self) -> None:
        with self.timeline.doing(7, "dock_after.png, window_after.png"):
            self.picture("dock_after")
            self.desktop.call("picture", path=str(self.work / "window_after.png"), whole_window=True)

    def picture(self, name: str) -> None:
        self.desktop.call("picture", path=str(self.work / f"{name}.png"))

    # -- witnesses --------------------------------------------------------------------------------

    def on_the_server(self) -> dict[str, Rows]:
        folder = self.work / "server_says"
        self._download_by_sdk(folder)
        return {
            name: read_rows(folder / kind.file, kind.table, kind.identity) for name, kind in LAYERS.items()
        }

    def in_qgis(self) -> dict[str, Rows]:
        from .expected import Row

        found: dict[str, Rows] = {}
        for name, kind in LAYERS.items():
            rows = self.desktop.call("rows", layer=name)
            found[name] = {
                str(row["values"][kind.identity]): Row(row["values"], row["geometry"]) for row in rows
            }
        return found

    def on_the_device(self) -> dict[str, Rows]:
        local = self.device.download(self.project)
        found = {}
        for name, kind in LAYERS.items():
            layer = local.layers[name]
            own = frozenset({layer.local_pk} - {layer.source_pk})
            found[name] = read_rows(local.folder / layer.file, layer.table, kind.identity, own)
        return found

    def photo_arrived(self) -> bool:
        sent = (self.device.local(self.project).folder / "DCIM/spring.jpg").read_bytes()
        return (self.work / "server_says" / "DCIM" / "spring.jpg").read_bytes() == sent
