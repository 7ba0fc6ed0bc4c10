# SPDX-License-Identifier: GPL-2.0-or-later
"""Patching XML: exactly the asked bytes change, and the result says what was asked."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.project.document import parse_document
from qfieldcloud_plugin.engine.project.patch import CustomProperties, Entries, ProjectPatch
from qfieldcloud_plugin.engine.project.variant import read_custom_properties, read_entries

XML = b"""<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version='3.22' >
  <a x = "1"   y='>"'><!-- kept --> <b/>\ttext &amp; more</a>
  <empty/>
  <properties>
    <qfieldsync>
      <one type="QString">x</one>
    </qfieldsync>
  </properties>
</qgis>
"""

TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30)


def patch() -> ProjectPatch:
    return ProjectPatch(parse_document(XML))


def test_without_edits_every_byte_stays():
    assert patch().to_bytes() == XML


def test_one_attribute_changes_and_nothing_around_it():
    edited = patch()
    edited.set_attribute(edited.document.root.find("a"), "x", "2")
    assert edited.to_bytes() == XML.replace(b'x = "1"', b'x = "2"')


def test_an_attribute_is_added_at_the_end_of_its_tag():
    edited = patch()
    edited.set_attribute(edited.document.root.find("empty"), "z", "1")
    assert edited.to_bytes() == XML.replace(b"<empty/>", b'<empty z="1"/>')


def test_setting_what_is_already_there_changes_nothing():
    edited = patch()
    edited.set_attribute(edited.document.root.find("a"), "x", "1")
    Entries(edited).set("qfieldsync", "one", "QString", "x")
    assert edited.is_empty


def test_an_empty_tag_opens_up_for_children():
    edited = patch()
    edited.append(edited.document.root.find("empty"), "<c/>")
    edited.append(edited.document.root.find("empty"), "<d/>")
    assert b"<empty><c/><d/></empty>" in edited.to_bytes()


def test_a_removed_element_takes_its_line_and_the_edits_inside_along():
    edited = patch()
    element = edited.document.root.find("a")
    edited.set_attribute(element.find("b"), "q", "1")
    edited.set_attribute(element, "x", "2")
    edited.remove(element)
    lines = XML.split(b"\n")
    assert edited.to_bytes() == b"\n".join(lines[:2] + lines[3:])


@given(value=TEXTS)
def test_any_value_survives_in_an_attribute(value):
    edited = patch()
    edited.set_attribute(edited.document.root.find("a"), "y", value)
    root = parse_document(edited.to_bytes()).root
    assert root.find("a").get("y") == value
    assert root.find("a").get("x") == "1"


@given(value=TEXTS)
def test_any_value_survives_as_text(value):
    edited = patch()
    edited.set_text(edited.document.root.find("a"), value)
    assert ElementTree.fromstring(edited.to_bytes()).find("a").text == (value or None)


@pytest.mark.parametrize(
    ("inner", "has_options"),
    [
        ("<customproperties/>", True),
        ("<customproperties/>", False),
        ("<customproperties><Option/></customproperties>", True),
        (
            '<customproperties><Option type="Map"><Option name="k" type="int" value="1"/></Option></customproperties>',
            True,
        ),
        ('<customproperties><property key="k" value="1"/></customproperties>', False),
        ("", True),
        ("", False),
    ],
)
def test_custom_properties_are_written_in_the_projects_own_spelling(inner, has_options):
    document = parse_document(f"<qgis><maplayer><id>x</id>{inner}</maplayer></qgis>".encode())
    edited = ProjectPatch(document)
    properties = {"a/b": ("QString", 'x <"&>'), "k": ("bool", "true")}
    CustomProperties(edited, has_options).set(document.root.find("maplayer"), properties)
    layer = parse_document(edited.to_bytes()).root.find("maplayer")
    read = read_custom_properties(layer)
    assert read["a/b"] == 'x <"&>'
    assert str(read["k"]).lower() == "true"
    assert layer.value("id") == "x"
    is_old = layer.find("customproperties").find("property") is not None
    assert is_old is not has_options


@pytest.mark.parametrize(
    "properties",
    [
        "<properties><qfieldsync><one type='QString'>x</one></qfieldsync></properties>",
        "<properties><properties name='qfieldsync'><properties name='one' type='QString'>x</properties>"
        "</properties></properties>",
        "<properties/>",
        "",
    ],
)
def test_entries_are_written_in_the_projects_own_spelling(properties):
    edited = ProjectPatch(parse_document(f"<qgis>{properties}</qgis>".encode()))
    entries = Entries(edited)
    entries.set("qfieldsync", "one", "QString", "ä<")
    entries.set("qfieldsync", "two", "int", "2")
    entries.set("New", "three", "bool", "true")
    entries.set("New", "four", "QString", "4")
    entries.finish()
    read = read_entries(parse_document(edited.to_bytes()).root)
    assert read == {"qfieldsync": {"one": "ä<", "two": 2}, "New": {"three": True, "four": "4"}}
