# SPDX-License-Identifier: GPL-2.0-or-later
"""The last page: progress, and then what the field will see."""

from __future__ import annotations

from typing import Any, Mapping, Union

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QProgressBar, QStackedWidget, QWidget

from ...cloud.api.packages import Package
from ...engine.packaging import PackageReport
from ...i18n import tr
from .. import wording
from ..forms.layers_table import action_text
from ..nodes import Node, NodeView
from ..parts import ElidedLabel, IconLabel, Label, Notice, column, row
from .page import Page

Result = Union[PackageReport, Package]


class ResultPage(Page):
    """`show_progress` while it works, then `show_result` or `show_failure`."""

    def __init__(self, project: QgsProject) -> None:
        super().__init__(tr("Result"), tr("The package"), tr("This is what devices will find."))
        self._project = project
        self._stack = QStackedWidget()
        self._stack.addWidget(self._working())
        self._stack.addWidget(self._done())
        self.layout_.addWidget(self._stack, 1)

    def _working(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=8)
        layout.addStretch(1)
        self.doing = ElidedLabel(bold=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        layout.addWidget(self.doing)
        layout.addWidget(self.bar)
        layout.addStretch(2)
        return page

    def _done(self) -> QWidget:
        page = QWidget()
        layout = column(page, spacing=8)
        line = row()
        self.icon = IconLabel("check", "good", 24)
        self.summary = Label(bold=True)
        line.addWidget(self.icon)
        line.addWidget(self.summary, 1)
        layout.addLayout(line)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.list = NodeView()
        self.list.setAccessibleName(tr("The package"))
        layout.addWidget(self.list, 1)
        return page

    def show_progress(self, text: str, fraction: float) -> None:
        self._stack.setCurrentIndex(0)
        self.doing.setText(text)
        self.bar.setRange(0, 0 if fraction < 0 else 1000)
        self.bar.setValue(max(0, round(fraction * 1000)))

    def show_failure(self, text: str) -> None:
        self._stack.setCurrentIndex(1)
        self.icon.show_icon("error", "error")
        self.summary.setText(tr("There is no package."))
        self.notice.say(text, "error")
        self.list.show_nodes([])

    def show_result(self, result: Result) -> None:
        self._stack.setCurrentIndex(1)
        size = sum(file.size for file in result.files)
        self.icon.show_icon("check", "good")
        summary = tr("Ready: {files}, {size}").format(
            files=tr("%n file(s)", len(result.files)), size=wording.size(size)
        )
        if isinstance(result, PackageReport) and result.made_for and result.tables:
            summary = tr("{summary}, with the area of: {who}").format(
                summary=summary, who=wording.audience_name(result.made_for)
            )
        self.summary.setText(summary)
        nodes = self._packaged(result) if isinstance(result, PackageReport) else _on_server(result)
        self.list.show_nodes(nodes)
        if isinstance(result, PackageReport) and result.warnings:
            self.notice.say(
                "\n".join(wording.said(warning.text) for warning in result.warnings[:5]), "warning"
            )
        else:
            self.notice.clear()

    def _packaged(self, report: PackageReport) -> list[Node]:
        warned = {warning.layer_id: wording.said(warning.text) for warning in report.warnings}
        nodes = []
        for layer_id, action in report.actions.items():
            status: Mapping[str, Any] = report.layers.get(layer_id, {})
            layer = self._project.mapLayer(layer_id)
            name = str(status.get("name") or (layer.name() if layer is not None else layer_id))
            problem = warned.get(layer_id, "")
            nodes.append(
                Node(
                    name,
                    problem or _action_words(action),
                    icon="warning" if problem else "check",
                    tone="warning" if problem else "good",
                )
            )
        return nodes


def _action_words(action: str) -> str:
    texts = {"keep": tr("As it is"), "online": tr("Online, from its source")}
    return texts.get(action) or action_text(action)


def _on_server(package: Package) -> list[Node]:
    nodes = []
    for layer in package.layers.values():
        good = layer.error_code in ("", "no_error")
        nodes.append(
            Node(
                layer.name,
                wording.said(layer.error_summary) or layer.error_code if not good else tr("Ready"),
                icon="check" if good else "error",
                tone="good" if good else "error",
            )
        )
    return nodes
