# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu of a layer in QGIS's layer tree: its changes, its history, what the field gets of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerType, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction, QMenu

from ...core import layer_settings
from ...core.row_titles import key_of
from ...i18n import tr
from .. import theme, wording
from ..dialogs.moment import MomentDialog
from ..forms.layers_table import action_text
from ..keyboard import give_action_letters, give_menu_letters
from ..menus import MenuEntry
from .browsing import BrowsingScreens

MENU = "QFieldCloud"
_FIELD_PAGE = "QField"


class LayerScreens(BrowsingScreens):
    """Every entry asks QGIS for the current layer when it is chosen."""

    _layer_actions: tuple[QAction, ...] = ()
    _packaging_menu: Optional[QMenu] = None

    def register_layer_menu(self) -> None:
        window = self._window()
        made = []
        for entry in self._layer_entries():
            action = QAction(theme.icon(entry.icon), entry.text, window)
            action.setObjectName(entry.name)
            action.triggered.connect(lambda _checked=False, run=entry.run: run())
            made.append(action)
        self._packaging_menu = QMenu(tr("In the field"), window)
        self._packaging_menu.setIcon(theme.icon("package"))
        self._packaging_menu.aboutToShow.connect(self._fill_packaging_menu)
        made.append(self._packaging_menu.menuAction())
        give_action_letters(made)
        for action in made:
            for kind in (QgsMapLayerType.VectorLayer, QgsMapLayerType.RasterLayer):
                if kind == QgsMapLayerType.VectorLayer or action is made[-1]:
                    self.iface.addCustomActionForLayerType(action, MENU, kind, True)
        self._layer_actions = tuple(made)

    def unregister_layer_menu(self) -> None:
        for action in self._layer_actions:
            self.iface.removeCustomActionForLayerType(action)
        for action in self._layer_actions[:-1]:
            action.deleteLater()
        if self._packaging_menu is not None:
            self._packaging_menu.deleteLater()
        self._layer_actions, self._packaging_menu = (), None

    def _layer_entries(self) -> list[MenuEntry]:
        return [
            MenuEntry(
                "qfieldcloud_layer_changes", "diff", tr("Changes of this layer…"), self.show_layer_changes
            ),
            MenuEntry(
                "qfieldcloud_layer_remote",
                "download",
                tr("Changes on the server…"),
                self.show_layer_changes_there,
            ),
            MenuEntry(
                "qfieldcloud_feature_history",
                "history",
                tr("History of the selected feature…"),
                self.show_feature_history,
            ),
            MenuEntry(
                "qfieldcloud_layer_restore",
                "restore",
                tr("Go back to an earlier state…"),
                self.restore_layer,
            ),
        ]

    # -- what they do -----------------------------------------------------------------------------------

    def show_layer_changes(self) -> None:
        place = self._place()
        if place is not None:
            file, table = place
            self._changes(
                tr("Changed here"),
                tr("{file}: your edits that are not on the server yet").format(file=file),
                lambda: self.actions.local_changes(file),
                table,
            )

    def show_layer_changes_there(self) -> None:
        place = self._place(needs_server=True)
        if place is not None:
            file, table = place
            self._changes(
                tr("Changed on the server"),
                tr("{file}: what others sent and you have not received yet").format(file=file),
                lambda: self.actions.remote_changes(file),
                table,
            )

    def show_feature_history(self) -> None:
        place, layer = self._place(needs_server=True), self.iface.activeLayer()
        if place is None:
            return
        chosen = layer.selectedFeatureIds()
        if len(chosen) != 1:
            self.messages.warn(tr("Select one feature of “{}” to see its history.").format(layer.name()))
            return
        key = key_of(layer, chosen[0])
        if key is None:
            self.messages.warn(tr("This feature was not saved yet, so it has no history."))
            return
        file, table = place
        title = self.actions.row_titles()
        title.prepare(file, table, [key])
        self._changes(
            title.title(file, table, key) or f"{layer.name()}  #{key[0]}",
            tr("Every change of this feature, newest first"),
            lambda: self.actions.feature_history(file, table, key),
            table,
        )

    def restore_layer(self) -> None:
        """Asks for a moment, and shows what would be taken back: all of it, or what is chosen."""
        place, layer = self._place(needs_server=True), self.iface.activeLayer()
        if place is None:
            return
        file, table = place
        dialog = MomentDialog(self.actions, file, layer.name(), self._window())
        dialog.chosen.connect(lambda version: self._show_since(file, table, version))
        self._show_of_project(dialog)

    def _show_since(self, file: str, table: str, version: object) -> None:
        newest = next((one.versions[0] for one in self.actions.files if one.name == file), None)
        if newest is None:
            return
        start, end = version.id, newest.id  # type: ignore[attr-defined]
        self._changes(
            tr("Changed since {}").format(wording.exact_moment(version.uploaded_at)),  # type: ignore[attr-defined]
            tr("What you undo here goes back to what it was then, as a new version."),
            lambda: self.actions.version_changes(file, start, end),
            table,
        )

    def _place(self, needs_server: bool = False) -> Optional[tuple[str, str]]:
        """File and table of the current layer; says why there is none."""
        layer = self.iface.activeLayer()
        opened = self.actions.open_project
        place = opened.place_of(layer) if isinstance(layer, QgsVectorLayer) else None
        if opened.project_id is None:
            self.messages.warn(tr("Put this project into the cloud first."))
        elif place is None or not place[0].lower().endswith(".gpkg"):
            self.messages.warn(tr("Changes are known for layers of GeoPackages in the project's folder."))
        elif needs_server and not self.actions.session.signed_in:
            self.log_in()
        else:
            return place
        return None

    def _fill_packaging_menu(self) -> None:
        menu, layer = self._packaging_menu, self.iface.activeLayer()
        if menu is None:
            return
        menu.clear()
        if layer is None:
            return
        settings = layer_settings.read(layer)
        offered = layer_settings.cloud_actions(layer)
        for choice in dict.fromkeys((*offered, settings.cloud_action)):
            action = menu.addAction(action_text(choice))
            action.setCheckable(True)
            action.setChecked(choice == settings.cloud_action)
            action.triggered.connect(
                lambda _checked=False, layer=layer, choice=choice: self._set_packaging(layer, choice)
            )
        menu.addSeparator()
        menu.addAction(theme.icon("settings"), tr("All settings for the field…")).triggered.connect(
            lambda _checked=False, layer=layer: self.iface.showLayerProperties(layer, _FIELD_PAGE)
        )
        give_menu_letters(menu)

    def _set_packaging(self, layer: QgsMapLayer, choice: str) -> None:
        layer_settings.write(layer, replace(layer_settings.read(layer), cloud_action=choice))
        self.actions.open_project.project.setDirty(True)
