# SPDX-License-Identifier: GPL-2.0-or-later
"""The tabs under the open project: changes here, changes on the server, devices' deltas, jobs, versions."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QStackedWidget, QWidget

from ...core.actions import Actions
from ...i18n import tr
from .. import rows
from ..menus import fill_menu
from ..nodes import NODE_ROLE, Node, NodeView
from ..parts import EmptyState, column
from ..screens import Screens

# Stands in a list for what was not fetched yet.
OLDER = object()


class Tab(QWidget):
    """A list and what to say when it is empty. Subclasses make the nodes; double click opens the details."""

    counted = pyqtSignal()
    title = ""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.actions = actions
        self.screens = screens
        self.count = 0
        layout = column(self, spacing=0)
        self.view = NodeView()
        self.view.setAccessibleName(self.title)
        self.view.activated.connect(self._activated)
        self.view.customContextMenuRequested.connect(self._menu)
        self.empty = EmptyState(*self.emptiness())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack)

    def refresh(self) -> None:
        nodes = self.nodes()
        self.view.show_nodes(nodes)
        self.empty.say(*self.emptiness())
        self._stack.setCurrentIndex(0 if nodes else 1)
        self.count = self.number()
        self.counted.emit()

    def is_unknown(self) -> bool:
        """Whether nobody has looked yet, or the last look failed: then nothing may be said to be all right."""
        return self.actions.standing is None or self.actions.standing_error is not None

    def shown(self) -> None:
        """Called when the user turns to this tab: what it shows may have to be fetched."""

    def emptiness(self) -> tuple[str, str, str]:
        raise NotImplementedError

    def nodes(self) -> list[Node]:
        raise NotImplementedError

    def number(self) -> int:
        raise NotImplementedError

    def open(self, payload: Any) -> None:
        """What a double click does."""

    def _activated(self, index: QModelIndex) -> None:
        self.open(index.data(NODE_ROLE).payload)

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        entries = self.screens.detail_entries(index.data(NODE_ROLE).payload) if index.isValid() else []
        if not entries:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, entries)
        menu.popup(self.view.viewport().mapToGlobal(at))


class HereTab(Tab):
    """What was changed on this computer and not sent yet; conflicts and refused changes stand first."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Here")
        super().__init__(actions, screens, parent)

    def emptiness(self) -> tuple[str, str, str]:
        if self.is_unknown():
            return _unknown()
        return "check", tr("Nothing to send"), tr("Edits you save in QGIS appear here.")

    def nodes(self) -> list[Node]:
        standing = self.actions.standing
        if standing is None:
            return []
        layers, titles = self.actions.layer_names(), self.actions.row_titles()
        return (
            rows.conflict_nodes(standing.conflicts, layers, titles)
            + rows.failure_nodes(standing.failures, layers)
            + rows.difference_nodes(standing.here, layers, "here", titles)
        )

    def number(self) -> int:
        return self.actions.standing.count_here if self.actions.standing is not None else 0

    def open(self, payload: Any) -> None:
        self.screens.show_local_change(payload)


class ThereTab(Tab):
    """What others changed since the last sync."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Server")
        super().__init__(actions, screens, parent)

    def emptiness(self) -> tuple[str, str, str]:
        if self.is_unknown():
            return _unknown()
        return (
            "check",
            tr("Nothing new on the server"),
            tr("What others send appears here before you receive it."),
        )

    def nodes(self) -> list[Node]:
        standing = self.actions.standing
        if standing is None:
            return []
        return rows.difference_nodes(
            standing.there, self.actions.layer_names(), "there", self.actions.row_titles()
        )

    def number(self) -> int:
        return self.actions.standing.count_there if self.actions.standing is not None else 0

    def open(self, payload: Any) -> None:
        self.screens.show_remote_change(payload)


class DevicesTab(Tab):
    """What devices have sent, delta by delta, and what became of it."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Devices")
        super().__init__(actions, screens, parent)
        actions.details_changed.connect(self.refresh)

    def emptiness(self) -> tuple[str, str, str]:
        return "device", tr("No device has sent anything yet"), tr("Open this project in QField to begin.")

    def nodes(self) -> list[Node]:
        nodes = rows.delta_nodes(self.actions.deltas)
        if self.actions.has_older_deltas:
            nodes.append(Node(tr("Older changes…"), icon="history", key="older", payload=OLDER))
        return nodes

    def number(self) -> int:
        return len(self.actions.deltas)

    def shown(self) -> None:
        self.actions.fetch_details()

    def open(self, payload: Any) -> None:
        if payload is OLDER:
            self.actions.fetch_older_deltas()
        else:
            self.screens.show_delta(payload)


class JobsTab(Tab):
    """The server's jobs for this project, newest first."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Jobs")
        super().__init__(actions, screens, parent)
        actions.details_changed.connect(self.refresh)

    def emptiness(self) -> tuple[str, str, str]:
        return (
            "jobs",
            tr("No jobs yet"),
            tr("The server works here: it packages projects and applies changes."),
        )

    def nodes(self) -> list[Node]:
        return rows.job_nodes(self.actions.server_jobs)

    def number(self) -> int:
        return sum(1 for job in self.actions.server_jobs if not job.ended)

    def shown(self) -> None:
        self.actions.fetch_details()

    def open(self, payload: Any) -> None:
        self.screens.show_server_job(payload)


class VersionsTab(Tab):
    """Every file with its versions: compare, restore, download."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        self.title = tr("Versions")
        super().__init__(actions, screens, parent)
        actions.details_changed.connect(self.refresh)

    def emptiness(self) -> tuple[str, str, str]:
        return (
            "history",
            tr("No files on the server yet"),
            tr("Every sync makes new versions; they stay here."),
        )

    def nodes(self) -> list[Node]:
        return rows.version_nodes(self.actions.files)

    def number(self) -> int:
        return 0

    def shown(self) -> None:
        self.actions.fetch_details()

    def open(self, payload: Any) -> None:
        self.screens.show_version(payload)


def _unknown() -> tuple[str, str, str]:
    return "history", tr("Not known yet"), tr("What differs is shown once the server has answered.")
