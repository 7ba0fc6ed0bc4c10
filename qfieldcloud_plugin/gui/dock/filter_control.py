# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter of the projects: a button with a menu, and a strip that says what is shown only while it is set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QFrame, QMenu, QToolButton

from ...cloud.api.collaborators import ROLES
from ...core.actions import Actions
from ...core.project_filter import MINE, PUBLIC, SHARED, ProjectFilter
from ...i18n import tr
from ...settings import PROJECT_FILTER, SHOW_PUBLIC_PROJECTS
from .. import theme, wording
from ..keyboard import give_menu_letters
from ..mnemonics import literal
from ..parts import ElidedLabel, IconButton, row


class FilterButton(IconButton):
    """`chosen` is remembered over sessions."""

    changed = pyqtSignal()

    def __init__(self, actions: Actions) -> None:
        super().__init__("filter", tr("Filter projects"))
        self._actions = actions
        self.chosen = ProjectFilter.from_text(PROJECT_FILTER.value())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu_ = QMenu(self)
        self.menu_.aboutToShow.connect(self._fill)
        self.setMenu(self.menu_)
        self._show_state()

    def choose(self, **parts: Any) -> None:
        """Parts of a `ProjectFilter`; the others stay."""
        self._set(replace(self.chosen, **parts))

    def clear(self) -> None:
        self._set(ProjectFilter())

    def _set(self, chosen: ProjectFilter) -> None:
        if chosen == self.chosen:
            return
        self.chosen = chosen
        PROJECT_FILTER.set_value(chosen.to_text())
        if chosen.whose == PUBLIC and not SHOW_PUBLIC_PROJECTS.value():
            # Else there would be none to choose from.
            SHOW_PUBLIC_PROJECTS.set_value(True)
            self._actions.refresh_projects()
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self.set_tone("accent" if self.chosen.is_active else None)

    # -- the menu -------------------------------------------------------------------------------------

    def _fill(self) -> None:
        menu, chosen = self.menu_, self.chosen
        menu.clear()
        self._add_choices(
            menu,
            "whose",
            (("", tr("All projects")), *((kind, whose_text(kind)) for kind in (MINE, SHARED, PUBLIC))),
        )
        menu.addSeparator()
        self._add_check(menu, "needs_attention", tr("Needs attention"), chosen.needs_attention)
        self._add_check(menu, "is_here", tr("On this computer"), chosen.is_here)
        menu.addSeparator()
        owners = sorted({project.owner for project in self._actions.projects} | {chosen.owner} - {""})
        owner_menu = menu.addMenu(theme.icon("person"), tr("Owner"))
        self._add_choices(
            owner_menu, "owner", (("", tr("Everyone")), *((name, literal(name)) for name in owners))
        )
        role_menu = menu.addMenu(theme.icon("team"), tr("Role"))
        self._add_choices(
            role_menu, "role", (("", tr("Any role")), *((name, wording.role(name)) for name in ROLES))
        )
        menu.addSeparator()
        clear = menu.addAction(theme.icon("close"), tr("Show all projects"))
        clear.setEnabled(chosen.is_active)
        clear.triggered.connect(lambda _checked=False: self.clear())
        for one in (menu, owner_menu, role_menu):
            give_menu_letters(one)

    def _add_choices(self, menu: QMenu, part: str, choices: tuple[tuple[str, str], ...]) -> None:
        for value, text in choices:
            action = self._checkable(menu, text, getattr(self.chosen, part) == value)
            action.triggered.connect(lambda _checked=False, value=value: self.choose(**{part: value}))

    def _add_check(self, menu: QMenu, part: str, text: str, on: bool) -> None:
        self._checkable(menu, text, on).triggered.connect(lambda checked: self.choose(**{part: checked}))

    def _checkable(self, menu: QMenu, text: str, on: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        return action


class FilterStrip(QFrame):
    """Hidden while everything is shown: nobody shall wonder where a project is."""

    def __init__(self, button: FilterButton) -> None:
        super().__init__()
        self._button = button
        self.setObjectName("filter_strip")
        line = row(self, spacing=4)
        line.setContentsMargins(8, 2, 2, 2)
        self.text = ElidedLabel(size=0.92)
        self.clear = IconButton("close", tr("Show all projects"), button.clear)
        line.addWidget(self.text, 1)
        line.addWidget(self.clear)
        button.changed.connect(self.show_filter)
        self.show_filter()

    def show_filter(self) -> None:
        self.text.setText(tr("Only: {}").format(filter_text(self._button.chosen)))
        self.setStyleSheet(
            f"QFrame#filter_strip {{ background: {theme.tint('accent').name()}; border-radius: 5px; }}"
        )
        self.setVisible(self._button.chosen.is_active)


def filter_text(chosen: ProjectFilter) -> str:
    """What is shown, in the words of the menu."""
    parts: list[Optional[str]] = [
        whose_text(chosen.whose) if chosen.whose else None,
        chosen.owner or None,
        wording.role(chosen.role) if chosen.role else None,
        tr("Needs attention") if chosen.needs_attention else None,
        tr("On this computer") if chosen.is_here else None,
    ]
    return " · ".join(part for part in parts if part)


def whose_text(kind: str) -> str:
    texts = {
        MINE: tr("My projects"),
        SHARED: tr("Shared with me"),
        PUBLIC: tr("Public projects of others"),
    }
    return texts.get(kind, kind)
