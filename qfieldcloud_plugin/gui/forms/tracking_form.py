# SPDX-License-Identifier: GPL-2.0-or-later
"""When a layer records a track by itself, and how often it takes a point."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGroupBox, QSpinBox, QWidget

from ...core.layer_settings import Tracking
from ...i18n import tr
from .. import theme


class TrackingForm(QGroupBox):
    """The group's own check box switches tracking on."""

    def __init__(self, tracking: Tracking, parent: Optional[QWidget] = None) -> None:
        super().__init__(tr("Start a track when the project opens"), parent)
        self.setCheckable(True)
        self.setChecked(tracking.active)
        form = QFormLayout(self)
        form.setSpacing(theme.SPACE)
        self.by_time, self.seconds = _requirement(tr("Every"), tr("s"), tracking.by_time, tracking.seconds)
        self.by_distance, self.metres = _requirement(
            tr("After moving"), tr("m"), tracking.by_distance, tracking.metres
        )
        self.safeguard, self.most = _requirement(
            tr("Ignore jumps of more than"), tr("m"), tracking.safeguard, tracking.most_metres
        )
        for check, number in (
            (self.by_time, self.seconds),
            (self.by_distance, self.metres),
            (self.safeguard, self.most),
        ):
            form.addRow(check, number)
        self.by_sensor = QCheckBox(tr("When a sensor has a new value"))
        self.by_sensor.setChecked(tracking.by_sensor)
        self.all_requirements = QCheckBox(tr("Only when all of these are met"))
        self.all_requirements.setChecked(tracking.all_requirements)
        form.addRow(self.by_sensor)
        form.addRow(self.all_requirements)
        self.measurement = QComboBox()
        self.measurement.addItems(
            [
                tr("Seconds since the start"),
                tr("Time"),
                tr("Speed"),
                tr("Bearing"),
                tr("Horizontal accuracy"),
                tr("Vertical accuracy"),
                tr("PDOP"),
                tr("HDOP"),
                tr("VDOP"),
            ]
        )
        self.measurement.setCurrentIndex(tracking.measurement)
        form.addRow(tr("Stored as M value"), self.measurement)

    def tracking(self) -> Tracking:
        return Tracking(
            active=self.isChecked(),
            by_time=self.by_time.isChecked(),
            seconds=self.seconds.value(),
            by_distance=self.by_distance.isChecked(),
            metres=self.metres.value(),
            by_sensor=self.by_sensor.isChecked(),
            all_requirements=self.all_requirements.isChecked(),
            safeguard=self.safeguard.isChecked(),
            most_metres=self.most.value(),
            measurement=self.measurement.currentIndex(),
        )


def _requirement(text: str, unit: str, active: bool, value: int) -> tuple[QCheckBox, QSpinBox]:
    check = QCheckBox(text)
    check.setChecked(active)
    number = QSpinBox()
    number.setRange(1, 100_000)
    number.setSuffix(f" {unit}")
    number.setAccessibleName(text)
    number.setValue(value)
    number.setEnabled(active)
    check.toggled.connect(number.setEnabled)
    return check, number
