# SPDX-License-Identifier: GPL-2.0-or-later
"""A new package takes the place of an old one only when nothing from the field is lost with it."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.engine.packaging import (
    PackageFolderInUse,
    PackageOptions,
    package_for_cable,
    take_back,
)

AGAIN = PackageOptions(replaces_folder=True)


@pytest.mark.parametrize("at_home", ["base", "home"])
def test_a_file_of_another_format_that_was_edited_in_the_field_stays(project, tmp_path, at_home):
    home, folder = project.folder / "a.geojson", tmp_path / "usb"
    home.write_text("base")
    project.layer("a", "./a.geojson")
    path = project.save()
    package_for_cable(path, folder)
    (folder / "a.geojson").write_text("field")
    home.write_text(at_home)
    with pytest.raises(PackageFolderInUse, match="not home yet"):
        package_for_cable(path, folder, AGAIN)
    assert (folder / "a.geojson").read_text() == "field"
    take_back(folder, path)
    package_for_cable(path, folder, AGAIN)
    assert "field" in {item.read_text() for item in project.folder.glob("a*.geojson")}


def test_a_photo_that_is_another_one_at_home_stays_until_both_are_kept(project, tmp_path):
    home, folder = project.folder / "DCIM" / "oak.jpg", tmp_path / "usb"
    home.parent.mkdir()
    project.table_layer("trees")
    path = project.save()
    package_for_cable(path, folder)
    (folder / "DCIM").mkdir(exist_ok=True)
    (folder / "DCIM" / "oak.jpg").write_bytes(b"field")
    home.write_bytes(b"home")
    with pytest.raises(PackageFolderInUse, match="not home yet"):
        package_for_cable(path, folder, AGAIN)
    take_back(folder, path)
    package_for_cable(path, folder, AGAIN)
    assert {item.read_bytes() for item in home.parent.iterdir()} == {b"field", b"home"}
