# SPDX-License-Identifier: GPL-2.0-or-later
"""Letters for Alt: none twice, none where it is taken, the translator's first, and texts stay as they are read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QTabWidget, QVBoxLayout, QWidget

from qfieldcloud_plugin.gui.keyboard import prepare
from qfieldcloud_plugin.gui.mnemonics import bare, literal, marked_letter, with_letters

WORDS = st.lists(st.text(alphabet="abcéß &1", min_size=1, max_size=8), max_size=8)


def test_the_first_letters_are_taken_and_who_comes_later_moves_on_within_the_word():
    assert with_letters(["Settings", "Storage", "People"]) == ["&Settings", "S&torage", "&People"]


def test_the_translators_letter_comes_first():
    assert with_letters(["Password", "&Password"]) == ["P&assword", "&Password"]


def test_a_text_gives_its_letter_up_where_another_has_no_other():
    assert with_letters(["ab", "a"]) == ["a&b", "&a"]


def test_what_is_taken_around_is_left_alone():
    assert with_letters(["Add"], {"a"}) == ["A&dd"]


def test_a_text_keeps_its_letter_when_another_text_appears():
    before = with_letters(["Send", "Later"])
    assert with_letters([*before, "Search"])[:2] == before


def test_an_ampersand_of_a_name_is_shown_and_is_no_mark():
    (text,) = with_letters([literal("Parks & Gardens")])
    assert text == "&Parks && Gardens"
    assert bare(text) == "Parks & Gardens"
    assert marked_letter(text) == "p"


def test_a_text_without_letters_stays_without():
    assert with_letters(["…", ""]) == ["…", ""]


@given(WORDS, st.sets(st.sampled_from("abc")))
def test_no_letter_comes_twice_or_is_taken_and_every_text_reads_as_before(texts, taken):
    after = with_letters(texts, taken)
    letters = [marked_letter(text) for text in after if marked_letter(text)]
    assert len(letters) == len(set(letters))
    assert not taken & set(letters)
    assert [bare(text) for text in after] == [bare(text) for text in texts]
    assert with_letters(after, taken) == after, "a second look changes nothing"


def test_what_stands_around_a_page_gives_way_to_its_short_texts(qtbot):
    window = QDialog()
    qtbot.addWidget(window)
    tabs, page = QTabWidget(), QWidget()
    QVBoxLayout(window).addWidget(tabs)
    QVBoxLayout(page).addWidget(QCheckBox("Como"))
    for title in ("Cable", "Mapa", "Otro"):
        tabs.addTab(page if title == "Mapa" else QWidget(), title)
    prepare(window)
    window.show()
    titles = [marked_letter(tabs.tabText(at)) for at in range(3)]
    (short,) = (marked_letter(box.text()) for box in page.findChildren(QCheckBox))
    assert short
    assert all(titles)
    assert short not in titles
