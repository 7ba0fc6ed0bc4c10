# SPDX-License-Identifier: GPL-2.0-or-later
"""The middle of the wizard: layers, checks, photos, area and base map, made of the shared forms."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QGroupBox, QScrollArea, QWidget

from ...core import layer_settings, project_settings
from ...core.actions import Actions
from ...core.checks import Preview
from ...core.jobs import Job
from ...core.package_estimate import estimate
from ...i18n import tr
from .. import wording
from ..findings import FindingsView
from ..forms.area_form import AreaForm
from ..forms.base_map_form import BaseMapForm
from ..forms.folders_form import FoldersForm
from ..forms.layers_table import LayersTable
from ..forms.naming_form import NamingForm
from ..mnemonics import literal
from ..parts import Label, column, row
from .page import Page
from .target_page import TargetPage


class LayersPage(Page):
    def __init__(self, actions: Actions, target: TargetPage) -> None:
        super().__init__(
            tr("Layers"),
            tr("What happens to each layer?"),
            tr("What is edited in the field has to travel; what is only looked at may stay where it is."),
        )
        self._target = target
        self.table = LayersTable(actions.open_project.project)
        self.layout_.addWidget(self.table, 1)

    def entered(self) -> None:
        self.table.set_cable(not self._target.to_cloud)

    def left(self) -> None:
        self.table.apply()


class ChecksPage(Page):
    """Saves the project first, because what is saved is what is checked and packaged."""

    def __init__(self, actions: Actions, target: TargetPage) -> None:
        super().__init__(
            tr("Checks"),
            tr("Will it work in the field?"),
            tr("Errors have to be mended before you go on; warnings tell what to expect."),
        )
        self._actions = actions
        self._target = target
        self._job: Optional[Job] = None
        self.preview: Optional[Preview] = None
        self.layout_.addWidget(self._whose())
        self.estimate = Label(bold=True)
        self.layout_.addWidget(self.estimate)
        self.findings = FindingsView(actions)
        self.findings.repaired.connect(self._check)
        self.layout_.addWidget(self.findings, 1)
        actions.jobs.ended.connect(self._job_ended)

    def _whose(self) -> QWidget:
        """Teams and people with areas of their own have packages of their own."""
        self.whose = QWidget()
        line = row(self.whose)
        label = Label(tr("Package for"))
        label.setWordWrap(False)
        self.made_for = QComboBox()
        self.made_for.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label.setBuddy(self.made_for)
        self.made_for.currentIndexChanged.connect(lambda _at: self._show_estimate())
        self.whose_told = Label(tone="muted", size=0.92)
        line.addWidget(label)
        line.addWidget(self.made_for)
        line.addWidget(self.whose_told, 1)
        return self.whose

    def _offer_whose(self) -> None:
        chosen = self.order_for()
        names = [item.who for item in project_settings.read(self._actions.open_project.project).areas_for]
        self.made_for.blockSignals(True)
        self.made_for.clear()
        for who in (wording.EVERYONE, *names):
            self.made_for.addItem(wording.audience_name(who), who)
        self.made_for.setCurrentIndex(max(0, self.made_for.findData(chosen)))
        self.made_for.blockSignals(False)
        self.whose.setVisible(bool(names))
        self.whose_told.setText(self._what_whose_means())

    def _what_whose_means(self) -> str:
        if self._target.to_cloud:
            return tr("This only weighs it: on the server, everyone gets the package with their own area.")
        layers = self._actions.open_project.project.mapLayers().values()
        if not any(layer_settings.read(layer).cable_action == layer_settings.OFFLINE for layer in layers):
            return tr("No layer is editable offline; what is copied as it is comes whole, whatever the area.")
        return ""

    def order_for(self) -> str:
        """For whom the package is: "team:north", "person:anna", or EVERYONE."""
        return str(self.made_for.currentData() or wording.EVERYONE)

    def entered(self) -> None:
        self._offer_whose()
        problems = self._actions.save_all()
        if problems:
            self.findings.notice.say(" ".join(problems), "error")
        else:
            self._check()

    def _check(self) -> None:
        self.preview = None
        self._job = self._actions.preview_open_project()
        self.changed.emit()

    def _job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            if job.succeeded:
                self.preview = job.result
                self.findings.show_findings(job.result.findings)
                self._show_estimate()
            self.changed.emit()

    def _show_estimate(self) -> None:
        if self.preview is None:
            return
        order = self._target.order()
        project = self._actions.open_project.project
        about = estimate(
            project,
            self.preview.files,
            cable=order.cable,
            attachments=order.attachments,
            made_for=self.order_for(),
        )
        text = tr("About {size}, made in {time}").format(
            size=wording.size(about.size), time=_about_seconds(about.seconds)
        )
        if project_settings.read(project).base_map:
            text = tr("{estimate}; the base map is extra").format(estimate=text)
        if about.unknown:
            unknown = tr("{estimate}; %n layer(s) cannot be weighed beforehand", about.unknown)
            text = unknown.format(estimate=text)
        self.estimate.setText(text)

    def problem(self) -> str:
        if self.preview is None:
            return tr("Checking…")
        return tr("%n error(s) to mend", len(self.preview.errors)) if self.preview.errors else ""

    def close_down(self) -> None:
        self._actions.jobs.ended.disconnect(self._job_ended)
        self.findings.close_down()


def _about_seconds(seconds: float) -> str:
    """No more exact than an estimate is."""
    if seconds < 10:
        return tr("a few seconds")
    if seconds < 90:
        return tr("about a minute")
    return tr("about %n minute(s)", round(seconds / 60))


class PhotosPage(Page):
    def __init__(self, actions: Actions) -> None:
        super().__init__(
            tr("Photos"),
            tr("Photos and other files"),
            tr("Where they are kept, how large they may be, and how they are named."),
        )
        self._project = actions.open_project.project
        self.folders = FoldersForm(project_settings.read(self._project))
        self.layout_.addWidget(self.folders)
        self.namings: list[tuple[QgsVectorLayer, NamingForm]] = []
        area, inside = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        boxes = column(inside)
        for layer in actions.open_project.vector_layers():
            if layer_settings.attachment_fields(layer):
                form = NamingForm(layer, dict(layer_settings.read(layer).attachment_naming))
                box = QGroupBox(literal(layer.name()))
                column(box).addWidget(form)
                boxes.addWidget(box)
                self.namings.append((layer, form))
        boxes.addStretch(1)
        area.setWidget(inside)
        self.layout_.addWidget(area, 1)

    def left(self) -> None:
        values = self.folders.values()
        project_settings.write(self._project, replace(project_settings.read(self._project), **values))
        for layer, form in self.namings:
            settings = layer_settings.read(layer)
            layer_settings.write(layer, replace(settings, attachment_naming=form.naming()))


class AreaPage(Page):
    def __init__(self, actions: Actions, canvas: Optional[QgsMapCanvas]) -> None:
        super().__init__(
            tr("Area"),
            tr("All of it, or only one area?"),
            tr("A small package is quick to make and quick to download."),
        )
        self._project = actions.open_project.project
        self.form = AreaForm(self._project, project_settings.read(self._project), canvas, actions)
        self.layout_.addWidget(self.form, 1)

    def left(self) -> None:
        values = self.form.values()
        project_settings.write(self._project, replace(project_settings.read(self._project), **values))

    def box(self) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
        """What all packages together show, in the project's CRS."""
        return self.form.box()

    def close_down(self) -> None:
        self.form.close_down()


class BaseMapPage(Page):
    def __init__(self, actions: Actions, area: AreaPage) -> None:
        super().__init__(
            tr("Base map"),
            tr("A map to find the way, without a connection"),
            tr("Its tiles are drawn now and travel with the project."),
        )
        self._project = actions.open_project.project
        self._area = area
        self.form = BaseMapForm(self._project, project_settings.read(self._project))
        self.form.changed.connect(self.changed)
        self.layout_.addWidget(self.form, 1)

    def entered(self) -> None:
        self.form.show_area(*self._area.box())

    def problem(self) -> str:
        return tr("There is nothing to draw yet") if self.form.problem() else ""

    def left(self) -> None:
        values = self.form.values()
        project_settings.write(self._project, replace(project_settings.read(self._project), **values))
