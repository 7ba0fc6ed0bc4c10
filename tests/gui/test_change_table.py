# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of changed rows share the width of the window."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel

from qfieldcloud_plugin.gui.change_table import ChangeTableView

pytestmark = pytest.mark.qgis

LONG = "Point 8.5426123, 47.3790456 → Point 8.5431987, 47.3783654 and a little more"


@pytest.fixture
def table(qtbot):
    made = ChangeTableView()
    model = QStandardItemModel(0, 3, made)
    model.appendRow([QStandardItem(text) for text in ("1", LONG, "healthy")])
    made.setModel(model)
    qtbot.addWidget(made)
    made.resize(1200, 300)
    made.show()
    made.fit_columns()
    return made


def widths(table):
    return [table.columnWidth(at) for at in range(3)]


def test_nothing_is_cut_while_there_is_room(table):
    assert widths(table)[1] >= table.sizeHintForColumn(1)
    assert sum(widths(table)) == table.viewport().width()


def test_long_values_give_way_in_a_narrow_window(table):
    table.resize(420, 300)
    assert widths(table)[1] < table.sizeHintForColumn(1)
    assert widths(table)[2] >= table.sizeHintForColumn(2)
    assert sum(widths(table)) <= table.viewport().width()


def test_a_width_that_was_dragged_stays(table):
    table.setColumnWidth(1, 333)
    table.resize(900, 300)
    assert widths(table)[1] == 333
