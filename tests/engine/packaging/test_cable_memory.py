# SPDX-License-Identifier: GPL-2.0-or-later
"""What is remembered of cable packages goes when nothing of them can come home any more, and never before."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import closing

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import connect, transaction
from qfieldcloud_plugin.engine.packaging import NotACablePackage, PackageOptions, package_for_cable, take_back
from qfieldcloud_plugin.engine.packaging.cable_memory import ALWAYS_KEPT, forget_old

DAY = 24 * 3600
TREES = [(1, point(7.1, 46.1), "oak"), (2, point(7.2, 46.2), "ash")]


class Office:
    """A project, its packages, and days that pass."""

    def __init__(self, project, folder) -> None:
        self.project, self.folder = project, folder
        project.table_layer("trees", TREES, properties={"QFieldSync/action": "offline"})
        self.path = project.save()
        self.place = project.folder / ".qfieldcloud" / "cable"

    def package(self, name: str = "usb"):
        package_for_cable(self.path, self.folder / name, PackageOptions(replaces_folder=True))
        return self.folder / name

    def remembered(self) -> int:
        return len(list(self.place.iterdir())) if self.place.exists() else 0

    def days_pass(self, days: float) -> None:
        """As if everything that is remembered had been remembered so much earlier; then another look is taken."""
        for path in (*self.place.rglob("*"), *self.place.iterdir()):
            then = path.stat().st_mtime - days * DAY
            os.utime(path, (then, then))
        forget_old(self.project.folder)

    def rename(self, folder, name: str) -> None:
        with closing(connect(folder / "data.gpkg", write=True)) as connection, transaction(connection):
            connection.execute("UPDATE trees SET name = ? WHERE fid = 1", (name,))

    def names(self) -> list[str]:
        with closing(connect(self.project.folder / "data.gpkg")) as connection:
            return [row[0] for row in connection.execute("SELECT name FROM trees ORDER BY fid")]


@pytest.fixture
def office(project, tmp_path):
    return Office(project, tmp_path)


def test_what_came_home_is_forgotten_a_month_after_its_folder_has_gone(office):
    folder = office.package()
    office.rename(folder, "elm")
    take_back(folder, office.path)
    office.days_pass(400)
    assert office.remembered() == 1, "its folder is there and may be edited again"
    office.rename(folder, "fir")
    take_back(folder, office.path)
    assert office.names()[0] == "fir"
    shutil.rmtree(folder)
    office.days_pass(29)
    assert office.remembered() == 1, "the stick may not be plugged in"
    office.days_pass(2)
    assert office.remembered() == 0


def test_a_folder_that_holds_another_package_now_is_gone(office):
    folder = office.package()
    take_back(folder, office.path)
    office.package()
    office.days_pass(31)
    assert office.remembered() == 1
    office.rename(folder, "elm")
    take_back(folder, office.path)
    assert office.names()[0] == "elm"


def test_what_may_be_on_a_device_is_kept(office):
    folder = office.package()
    shutil.move(folder, office.folder / "device")
    office.days_pass(3000)
    office.rename(office.folder / "device", "elm")
    take_back(office.folder / "device", office.path)
    assert office.names()[0] == "elm"


def test_what_waits_for_a_decision_is_kept(office):
    folder = office.package()
    office.rename(folder, "elm")
    office.rename(office.project.folder, "fir")
    assert take_back(folder, office.path).conflicts
    shutil.move(folder, office.folder / "stick")
    office.days_pass(300)
    assert take_back(office.folder / "stick", office.path).conflicts


def test_of_those_that_nobody_has_seen_for_a_year_the_last_fifty_are_kept(office):
    folder = office.package()
    (first,) = office.place.iterdir()
    shutil.rmtree(folder)
    for number in range(ALWAYS_KEPT + 5):
        copy = office.place / f"00000000-0000-4000-8000-{number:012}"
        shutil.copytree(first, copy)
        os.utime(copy / "report.json", (time.time() + number, time.time() + number))
    office.days_pass(364)
    assert office.remembered() == ALWAYS_KEPT + 6
    office.days_pass(2)
    assert office.remembered() == ALWAYS_KEPT
    assert not first.exists(), "the oldest go"


def test_half_a_memory_and_what_is_none(office):
    office.package()
    (whole,) = office.place.iterdir()
    half = office.place / "00000000-0000-4000-8000-000000000000"
    half.mkdir()
    (half / "data.gpkg").write_bytes(b"")
    (office.place / ".gone-x").mkdir()
    (office.place / "mine").mkdir()
    forget_old(office.project.folder)
    assert half.exists(), "it may be in the making"
    office.days_pass(2)
    assert {path.name for path in office.place.iterdir()} == {whole.name, "mine"}


def test_a_memory_from_before_stories_were_kept_counts_as_still_out(office):
    folder = office.package()
    (memory,) = office.place.iterdir()
    (memory / "story.json").unlink()
    shutil.rmtree(folder)
    office.days_pass(3000)
    assert office.remembered() == 1


def test_without_a_memory_nothing_is_taken(office):
    folder = office.package()
    shutil.rmtree(office.place)
    with pytest.raises(NotACablePackage, match="its memory is gone"):
        take_back(folder, office.path)
