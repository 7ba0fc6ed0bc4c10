# SPDX-License-Identifier: GPL-2.0-or-later
"""The packaging wizard's frame: the steps at the left, a page, and the buttons that lead on."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QFontMetrics
from qgis.PyQt.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from ...core import project_settings
from ...core.actions import Actions
from ...core.jobs import Job, JobState
from ...i18n import tr
from .. import theme, wording
from ..keyboard import focus_first, prepare
from ..nodes import Node, NodeView
from ..parts import Label, PrimaryButton, column, row
from .page import Page
from .pages import AreaPage, BaseMapPage, ChecksPage, LayersPage, PhotosPage
from .result_page import ResultPage
from .target_page import TargetPage

# Beside the text: the icon, what lies around it, and the end of the line.
_STEP_MARGIN = 48


class PackagingWizard(QDialog):
    """Choices are stored in the project as the user goes on, as if made in its properties."""

    def __init__(
        self, actions: Actions, canvas: Optional[QgsMapCanvas] = None, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Package for QField"))
        self.resize(860, 620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._job: Optional[Job] = None
        self._succeeded = False
        self._stage = ""
        self.target = TargetPage(actions)
        self.area = AreaPage(actions, canvas)
        self.checks = ChecksPage(actions, self.target)
        self.base_map = BaseMapPage(actions, self.area)
        self.result = ResultPage(actions.open_project.project)
        # Checks come last of the questions: they look at the project as it will be packaged.
        self.pages: list[Page] = [
            self.target,
            LayersPage(actions, self.target),
            PhotosPage(actions),
            self.area,
            self.base_map,
            self.checks,
            self.result,
        ]
        self._build()
        prepare(self, self.forward, self.close_button)
        actions.jobs.ended.connect(self._job_ended)
        actions.jobs.progressed.connect(self._job_moved)
        self._go(0)

    def _build(self) -> None:
        layout = column(self, spacing=12, margin=16)
        middle = row(spacing=16)
        self.steps = NodeView()
        # The step one is at stands in bold, and "Comprobaciones" is long.
        bold = QFontMetrics(theme.scaled_font(self.steps, 1.0, True))
        longest = max(bold.horizontalAdvance(page.name) for page in self.pages)
        self.steps.setFixedWidth(max(150, longest + _STEP_MARGIN))
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.setSelectionMode(NodeView.SelectionMode.NoSelection)
        middle.addWidget(self.steps)
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
            page.changed.connect(self._update)
        middle.addWidget(self._stack, 1)
        layout.addLayout(middle, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.says = Label(tone="muted")
        line.addWidget(self.says, 1)
        self.close_button = QPushButton(tr("Close"))
        self.back = QPushButton(tr("Back"))
        self.forward = PrimaryButton()
        self.close_button.clicked.connect(lambda _checked=False: self.reject())
        self.back.clicked.connect(lambda _checked=False: self._go(self._at - 1))
        self.forward.clicked.connect(lambda _checked=False: self._forward())
        for button in (self.close_button, self.back, self.forward):
            button.setMinimumHeight(34)
            line.addWidget(button)
        return line

    # -- going through the pages ------------------------------------------------------------------------

    @property
    def _at(self) -> int:
        return self._stack.currentIndex()

    def _go(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.pages[at].entered()
        self._show_steps()
        self._update()
        focus_first(self.pages[at])

    def _show_steps(self) -> None:
        nodes = []
        for at, page in enumerate(self.pages):
            icon = "check" if at < self._at else ("point" if at == self._at else "")
            nodes.append(
                Node(
                    page.name if icon else f"      {page.name}",
                    icon=icon,
                    tone="accent" if at <= self._at else None,
                    bold=at == self._at,
                )
            )
        self.steps.show_nodes(nodes)

    def _update(self) -> None:
        at_result = self._at == len(self.pages) - 1
        working = self._job is not None
        problem = self.pages[self._at].problem()
        self.says.setText(problem)
        self.back.setVisible(self._at > 0 and not working)
        self.forward.setEnabled(not problem and not working)
        self.close_button.setText(tr("Cancel") if working else tr("Close"))
        if at_result:
            self.forward.setText(tr("Open folder"))
            self.forward.setVisible(not working and not self.target.to_cloud and self._succeeded)
        else:
            self.forward.setVisible(True)
            last_question = self._at == len(self.pages) - 2
            self.forward.setText(tr("Make the package") if last_question else tr("Next"))

    def _forward(self) -> None:
        if self._at == len(self.pages) - 1:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.target.order().folder)))
            return
        self.pages[self._at].left()
        self._go(self._at + 1)
        if self._at == len(self.pages) - 1:
            self._begin()

    # -- the work -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._succeeded = False
        settings = project_settings.read(self._actions.open_project.project)
        if settings.base_map:
            self._stage = "tiles"
            self._job = self._actions.make_base_map(self.area.box()[0])
        else:
            self._package()
        self.result.show_progress(tr("Beginning…"), -1)
        self._update()

    def _package(self) -> None:
        self._stage = "package"
        order = self.target.order()
        self._job = (
            self._actions.package_in_cloud()
            if order.folder is None
            else self._actions.package_to_folder(replace(order, made_for=self.checks.order_for()))
        )

    def _job_moved(self, job: Job) -> None:
        if job is self._job:
            fraction = job.fraction
            self.result.show_progress(
                wording.step(job.step) or job.title, -1 if fraction is None else fraction
            )

    def _job_ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.state is JobState.CANCELLED:
            self.result.show_failure(tr("Cancelled. Nothing was left behind."))
        elif job.state is JobState.FAILED:
            self.result.show_failure(wording.plain(job.error))
        elif self._stage == "tiles":
            self._tiles_made()
        else:
            self._succeeded = True
            self.result.show_result(job.result)
        self._update()

    def _tiles_made(self) -> None:
        problems = self._actions.save_all()
        if problems:
            self.result.show_failure(" ".join(problems))
        else:
            self._package()

    def reject(self) -> None:
        if self._job is not None:
            self._actions.jobs.cancel(self._job)
            return
        super().reject()

    def done(self, result: int) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
        self._actions.jobs.progressed.disconnect(self._job_moved)
        for page in self.pages:
            page.close_down()
        super().done(result)
