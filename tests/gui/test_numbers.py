# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers are shown and typed as in the user's country, and never lose a digit on the way."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from qgis.PyQt.QtCore import QLocale

from qfieldcloud_plugin.core.resolution import parse_like
from qfieldcloud_plugin.gui.rows import value_text
from qfieldcloud_plugin.gui.wording import exact_moment

pytestmark = pytest.mark.qgis


@pytest.fixture
def germany(qgis_app):
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("germany")
@pytest.mark.parametrize("value", [12.5, 0.1, 1234.000001, 1e-7, 123456789.5, -3.25])
def test_a_number_is_shown_with_the_countrys_sign_and_read_back_as_it_was(value):
    shown = value_text(value)
    assert "." not in shown
    assert parse_like(shown, 1.5) == value


@pytest.mark.usefixtures("germany")
def test_whole_numbers_have_no_decimals_and_no_groups():
    assert value_text(12000.0) == "12000"
    assert value_text(12000) == "12000"


@pytest.mark.usefixtures("germany")
@pytest.mark.parametrize(("typed", "value"), [("23,8", 23.8), ("23.8", 23.8), ("7", 7.0), ("", None)])
def test_both_signs_may_be_typed(typed, value):
    assert parse_like(typed, 22.9, 23.1) == value


@pytest.mark.usefixtures("germany")
def test_two_moments_of_one_minute_do_not_look_the_same():
    first = datetime(2026, 11, 21, 12, 33, 40, tzinfo=timezone.utc)
    assert exact_moment(first).endswith(":40")
    assert exact_moment(first).startswith("21.11.26 ")
    assert exact_moment(None) == ""


@pytest.mark.usefixtures("germany")
def test_what_is_no_number_stays_a_text():
    assert parse_like("hoch", 22.9) == "hoch"
    assert parse_like("1,5", "a text") == "1,5"
