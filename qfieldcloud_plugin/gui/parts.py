# SPDX-License-Identifier: GPL-2.0-or-later
"""The few widgets every surface is made of, so that all look alike and follow a change of theme."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from . import theme

_THEME_EVENTS = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def column(parent: Optional[QWidget] = None, spacing: int = theme.SPACE, margin: int = 0) -> QVBoxLayout:
    return _layout(QVBoxLayout(parent), spacing, margin)


def row(parent: Optional[QWidget] = None, spacing: int = theme.SPACE, margin: int = 0) -> QHBoxLayout:
    return _layout(QHBoxLayout(parent), spacing, margin)


def _layout(layout: QBoxLayout, spacing: int, margin: int) -> QBoxLayout:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


class Label(QLabel):
    """Text that wraps; `tone` is None for normal text, "muted", or one of the theme's meanings."""

    def __init__(
        self, text: str = "", tone: Optional[str] = None, size: float = 1.0, bold: bool = False
    ) -> None:
        super().__init__(text)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.scaled_font(self, size, bold))
        self._paint_tone()

    def set_tone(self, tone: Optional[str]) -> None:
        self._tone = tone
        self._paint_tone()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS:
            self._paint_tone()

    def _paint_tone(self) -> None:
        if self._tone is None:
            if self.styleSheet():
                self.setStyleSheet("")
            return
        tone = theme.muted_colour() if self._tone == "muted" else theme.colour(self._tone)
        # Not by the palette: a style sheet of QGIS's theme would win over it.
        style = f"color: {tone.name()};"
        if style != self.styleSheet():
            self.setStyleSheet(style)


class ElidedLabel(Label):
    """One line; what does not fit ends in … and is told by the tooltip."""

    def __init__(
        self, text: str = "", tone: Optional[str] = None, size: float = 1.0, bold: bool = False
    ) -> None:
        self._whole = text
        super().__init__(text, tone, size, bold)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self._elide()

    def whole_text(self) -> str:
        return self._whole

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideMiddle, max(self.width(), 20)
        )
        super().setText(shown)


class IconLabel(QLabel):
    """A small picture beside text."""

    def __init__(self, name: str, tone: Optional[str] = None, size: int = 18) -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, tone: Optional[str] = None) -> None:
        self._name, self._tone = name, tone
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS:
            self._draw()

    def _draw(self) -> None:
        tone = theme.colour(self._tone) if self._tone else None
        self.setPixmap(theme.icon(self._name, tone).pixmap(QSize(self._size, self._size)))


class IconButton(QToolButton):
    """A flat button with one of our icons; its tooltip is also its accessible name."""

    def __init__(self, name: str, tip: str, clicked: Optional[Callable[[], None]] = None) -> None:
        super().__init__()
        self._name = name
        self._tone: Optional[str] = None
        self.setAutoRaise(True)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setIconSize(QSize(18, 18))
        self.setIcon(theme.icon(name))
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS:
            self.set_tone(self._tone)

    def set_tone(self, tone: Optional[str]) -> None:
        """One of the theme's meanings, None for the colour of text."""
        self._tone = tone
        self.setIcon(theme.icon(self._name, theme.colour(tone) if tone else None))


class PrimaryButton(QPushButton):
    """The one button of a surface that does the next sensible thing, and says what that is."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setMinimumHeight(34)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._styled = ""
        self._calm = False
        self._restyle()

    def set_calm(self, calm: bool) -> None:
        """Calm is for when nothing needs to be done: the button is there, but does not call."""
        self._calm = calm
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS:
            self._restyle()

    def _restyle(self) -> None:
        style = theme.calm_button_style() if self._calm else theme.primary_button_style()
        if style != self._styled:
            self._styled = style
            self.setStyleSheet(style)


class Tabs(QTabWidget):
    """Flat tabs of equal width with a line under the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self._styled = ""
        # First, because it resets what is set on the bar below.
        self.setDocumentMode(True)
        bar = self.tabBar()
        bar.setExpanding(True)
        bar.setDrawBase(False)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        bar.setFont(theme.scaled_font(bar, 0.92))
        bar.setUsesScrollButtons(False)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS:
            self._restyle()

    def _restyle(self) -> None:
        style = theme.tab_bar_style()
        if style != self._styled:
            self._styled = style
            self.tabBar().setStyleSheet(style)


class Rule(QFrame):
    """A thin line between two groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _THEME_EVENTS:
            self._paint()

    def _paint(self) -> None:
        style = f"background: {theme.line_colour().name()};"
        if style != self.styleSheet():
            self.setStyleSheet(style)


class EmptyState(QWidget):
    """What is shown where there is nothing yet: why, and what to do about it."""

    def __init__(self, icon: str, title: str, text: str, button: Optional[QPushButton] = None) -> None:
        super().__init__()
        layout = column(self, spacing=10, margin=24)
        layout.addStretch(1)
        self._icon = IconLabel(icon, size=40)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = Label(title, bold=True, size=1.1)
        self.text = Label(text, tone="muted")
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        if button is not None:
            layout.addSpacing(6)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    def say(self, icon: str, title: str, text: str) -> None:
        self._icon.show_icon(icon)
        self.title.setText(title)
        self.text.setText(text)


class Notice(QFrame):
    """A sentence that matters here and now, on a tinted ground; hidden until it says something."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        layout = row(self, margin=8)
        self._icon = IconLabel("info")
        self._text = Label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def say(self, text: str, meaning: str = "accent") -> None:
        icons = {"error": "error", "warning": "warning", "good": "check"}
        self._icon.show_icon(icons.get(meaning, "info"), meaning)
        self._text.setText(text)
        self.setStyleSheet(
            f"QFrame#notice {{ background: {theme.tint(meaning).name()}; border-radius: 5px; }}"
        )
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._text.text()

    def clear(self) -> None:
        self.hide()
        self._text.clear()
