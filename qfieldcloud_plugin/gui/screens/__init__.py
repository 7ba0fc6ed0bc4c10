# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the plugin's windows and knows its menus; each intention has one method."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QMenu, QWidget

from ...core.standing import Step
from ...i18n import tr
from ..menus import Entries, MenuEntry, fill_menu
from ..pages.layer_page import LayerPageFactory
from ..pages.options_page import OptionsPageFactory
from ..pages.project_page import ProjectPageFactory
from .layers import LayerScreens

__all__ = ["Screens"]


class Screens(LayerScreens):
    """The one place that knows which window belongs to which intention."""

    # QGIS keeps pointers to these, so they live as long as they are registered.
    _layer_page: Optional[LayerPageFactory] = None
    _project_page: Optional[ProjectPageFactory] = None
    _options_page: Optional[OptionsPageFactory] = None

    def register(self) -> None:
        """Hands QGIS what it shows in places of its own: pages and the layer menu."""
        self._layer_page = LayerPageFactory()
        self._project_page = ProjectPageFactory(self.actions, self.iface.mapCanvas())
        self._options_page = OptionsPageFactory(self.actions)
        self.iface.registerMapLayerConfigWidgetFactory(self._layer_page)
        self.iface.registerProjectPropertiesWidgetFactory(self._project_page)
        self.iface.registerOptionsWidgetFactory(self._options_page)
        self.register_layer_menu()

    def unregister(self) -> None:
        """Takes them back in reverse order and closes what is open."""
        self.close_all()
        self.unregister_layer_menu()
        if self._options_page is not None:
            self.iface.unregisterOptionsWidgetFactory(self._options_page)
        if self._project_page is not None:
            self.iface.unregisterProjectPropertiesWidgetFactory(self._project_page)
        if self._layer_page is not None:
            self.iface.unregisterMapLayerConfigWidgetFactory(self._layer_page)
        self._options_page = self._project_page = self._layer_page = None

    def menu_entries(self) -> Entries:
        """The plugin's menu, top to bottom; None is a separator."""
        return [
            MenuEntry(
                "qfieldcloud_sync", "sync", tr("Sync this project"), self.run_next_step, in_toolbar=True
            ),
            MenuEntry("qfieldcloud_new", "add", tr("Put this project into the cloud…"), self.new_project),
            MenuEntry(
                "qfieldcloud_package",
                "package",
                tr("Package for QField…"),
                self.package_wizard,
                in_toolbar=True,
            ),
            MenuEntry(
                "qfieldcloud_take_back", "download", tr("Take edits back from a folder…"), self.take_back
            ),
            None,
            MenuEntry("qfieldcloud_log_in", "log-in", tr("Log in…"), self.log_in),
        ]

    def run_next_step(self) -> None:
        """Does what the one button says."""
        step = self.actions.next_step()
        run = {
            Step.LOG_IN: self.log_in,
            Step.SAVE_PROJECT: lambda: self.iface.actionSaveProjectAs().trigger(),
            Step.CREATE: self.new_project,
            Step.LOOK: self.refresh,
            Step.UP_TO_DATE: self.refresh,
            Step.RESOLVE: self.resolve,
            Step.CONFIRM: self.confirm_deletions,
        }.get(step.step)
        if run is not None:
            run()
        elif step.step is not Step.OPEN_PROJECT:
            self.sync()

    def sync(self) -> None:
        """Saves what is unsaved, as the button said, and syncs."""
        problems = self.actions.save_edits()
        if problems:
            self.messages.warn(
                tr("Not synced, because edits could not be saved. {}").format(" ".join(problems))
            )
            return
        self.actions.sync()

    def confirm_deletions(self) -> None:
        """Most files are gone on one side: only a person knows whether that was meant."""
        standing = self.actions.standing
        names = standing.deletions if standing is not None else ()
        shown = "\n".join(names[:10]) + ("\n…" if len(names) > 10 else "")
        explanation = tr(
            "They are gone on one side, here or on the server. If that was a mistake, cancel and put them back. "
            "Else they are deleted on the other side too, for everybody."
        )
        if names and self._confirm(
            tr("Delete %n file(s)?", len(names)), f"{explanation}\n\n{shown}", tr("Delete")
        ):
            self.actions.sync(confirm_deletes=True)

    def open_project_menu(self, anchor: QWidget) -> None:
        menu = QMenu(anchor)
        project = self.actions.project(self.actions.open_project.project_id or "")
        entries = [*self.project_entries(project), None] if project is not None else []
        unlink = MenuEntry("unlink", "cloud-off", tr("Unlink from the cloud…"), self.unlink_folder)
        fill_menu(menu, [*entries, *self.history_entries(), None, unlink])
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))
