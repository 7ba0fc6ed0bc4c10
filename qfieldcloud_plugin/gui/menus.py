# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries of menus as data, so that a menu, a toolbar and a context menu can offer the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Optional

from qgis.PyQt.QtWidgets import QMenu

from . import theme
from .keyboard import give_menu_letters


@dataclass(frozen=True)
class MenuEntry:
    """An entry of a menu; `name` is the action's object name, for tests and shortcuts."""

    name: str
    icon: str
    text: str
    run: Callable[[], Any]
    in_toolbar: bool = False


Entries = list[Optional[MenuEntry]]


def fill_menu(menu: QMenu, entries: Entries) -> None:
    """Puts entries into a menu; None is a separator."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = menu.addAction(theme.icon(entry.icon), entry.text)
        action.setObjectName(entry.name)
        action.triggered.connect(lambda _checked=False, run=entry.run: run())
    give_menu_letters(menu)
