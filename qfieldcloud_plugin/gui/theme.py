# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours, icons and spacing for every surface, from QGIS's palette so that every theme works."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QByteArray, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QLabel, QTreeView, QWidget

from ..paths import icon_path

SPACE = 8
_DRAWN = b"#5c6670"  # the stroke colour inside resources/icons/*.svg, replaced by the palette's
_SIZES = (16, 20, 24, 32, 48)
_cache: dict[tuple[str, str], QIcon] = {}
_colours: dict[tuple[int, int, int], QColor] = {}


_PROBES = {
    QPalette.ColorRole.Window: QDialog,
    QPalette.ColorRole.WindowText: QLabel,
    QPalette.ColorRole.Base: QTreeView,
}


def _seen(role: QPalette.ColorRole) -> QColor:
    """A colour as widgets really get it: QGIS's dark themes set it by style sheet, and leave the palette behind."""
    key = (QApplication.palette().cacheKey(), len(QApplication.instance().styleSheet()), int(role))
    if key not in _colours:
        probe = _PROBES[role]()
        probe.ensurePolished()
        _colours[key] = QColor(probe.palette().color(role))
        probe.deleteLater()
    return _colours[key]


def is_dark() -> bool:
    return window_colour().lightness() < 128


def window_colour() -> QColor:
    return _seen(QPalette.ColorRole.Window)


def _mix(first: QColor, second: QColor, share: float) -> QColor:
    """`share` of the second colour in the first."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3])
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def text_colour() -> QColor:
    return _seen(QPalette.ColorRole.WindowText)


def muted_colour() -> QColor:
    """For what is said in passing; still at least 4.5:1 on the window's colour."""
    return _mix(text_colour(), window_colour(), 0.22 if is_dark() else 0.36)


def line_colour() -> QColor:
    return _mix(window_colour(), text_colour(), 0.16)


def raised_colour() -> QColor:
    return _mix(window_colour(), text_colour(), 0.05)


# One meaning, one colour; each pair is (light theme, dark theme) and readable as text on its window.
_MEANINGS = {
    "accent": ("#1f7a58", "#58c79b"),
    "inserted": ("#1d7a3a", "#5fcf85"),
    "updated": ("#9a5b00", "#f0b24a"),
    "deleted": ("#b3261e", "#ff8a80"),
    "conflict": ("#a3277f", "#f08ad0"),
    "warning": ("#9a5b00", "#f0b24a"),
    "error": ("#b3261e", "#ff8a80"),
    "good": ("#1d7a3a", "#5fcf85"),
    "mine": ("#1667b7", "#74b4f2"),
    "theirs": ("#a84e00", "#f5a35c"),
}


def colour(meaning: str) -> QColor:
    light, dark = _MEANINGS[meaning]
    return QColor(dark if is_dark() else light)


def tint(meaning: str, strength: float = 0.16) -> QColor:
    """The meaning's colour as a background on which normal text stays readable."""
    return _mix(_seen(QPalette.ColorRole.Base), colour(meaning), strength)


def icon(name: str, tone: Optional[QColor] = None) -> QIcon:
    """One of resources/icons, drawn in the text colour or in `tone`."""
    tone = tone or _mix(text_colour(), window_colour(), 0.1 if is_dark() else 0.2)
    key = (name, tone.name())
    if key not in _cache:
        source = icon_path(f"{name}.svg").read_bytes().replace(_DRAWN, tone.name().encode())
        _cache[key] = _render(source)
    return _cache[key]


def _render(source: bytes) -> QIcon:
    renderer = QSvgRenderer(QByteArray(source))
    result = QIcon()
    for size in _SIZES:
        for ratio in (1, 2):
            result.addPixmap(_drawn(renderer, QSize(size, size), ratio))
    return result


def _drawn(renderer: QSvgRenderer, size: QSize, ratio: int) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size.width() * ratio, size.height() * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def logo(data: bytes, height: int, widest: int) -> tuple[QIcon, QSize]:
    """A foreign picture (SVG or PNG) in its own colours and shape; a null icon when Qt cannot read it."""
    picture = QImage.fromData(QByteArray(data), "PNG")
    renderer = QSvgRenderer()
    is_svg = picture.isNull() and renderer.load(QByteArray(data))
    shape = renderer.defaultSize() if is_svg else picture.size()
    result = QIcon()
    if shape.isEmpty():
        return result, QSize()
    size = shape.scaled(QSize(widest, height), Qt.AspectRatioMode.KeepAspectRatio)
    for ratio in (1, 2):
        if is_svg:
            result.addPixmap(_drawn(renderer, size, ratio))
            continue
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(picture.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        pixmap.setDevicePixelRatio(ratio)
        result.addPixmap(pixmap)
    return result, size


def plugin_icon() -> QIcon:
    return QIcon(str(icon_path("plugin.svg")))


def scaled_font(widget: QWidget, factor: float, bold: bool = False) -> QFont:
    font = QFont(widget.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(bold)
    return font


def primary_button_style() -> str:
    """The one button of a surface that does the next sensible thing."""
    fill = QColor("#2a8c66" if is_dark() else "#1f7a58")
    on_fill = "#ffffff"
    return (
        "QPushButton, QToolButton {{ background: {fill}; color: {on_fill}; border: 1px solid {fill};"
        " border-radius: 5px; padding: 6px 12px; font-weight: 600; }}"
        "QPushButton:hover {{ background: {hover}; }} QPushButton:pressed {{ background: {pressed}; }}"
        "QPushButton:focus {{ border: 1px solid {focus}; }}"
        "QPushButton:disabled {{ background: {off}; color: {off_text}; border-color: {off}; }}"
    ).format(
        fill=fill.name(),
        on_fill=on_fill,
        hover=fill.lighter(112).name(),
        pressed=fill.darker(112).name(),
        focus=text_colour().name(),
        off=line_colour().name(),
        off_text=muted_colour().name(),
    )


def calm_button_style() -> str:
    """The same button where there is nothing to do."""
    return (
        "QPushButton {{ background: transparent; color: {tone}; border: 1px solid {line};"
        " border-radius: 5px; padding: 6px 12px; font-weight: 600; }}"
        "QPushButton:hover {{ background: {hover}; }} QPushButton:focus {{ border-color: {tone}; }}"
        "QPushButton:disabled {{ color: {off}; }}"
    ).format(
        tone=colour("accent").name(),
        line=line_colour().name(),
        hover=raised_colour().name(),
        off=muted_colour().name(),
    )


def tab_bar_style() -> str:
    """Flat tabs that share the width, so that five of them fit a narrow dock."""
    return (
        "QTabBar {{ background: transparent; }}"
        "QTabBar::tab {{ background: transparent; border: none; border-bottom: 2px solid {line};"
        " color: {muted}; padding: 6px 3px; margin: 0; }}"
        "QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}"
        "QTabBar::tab:hover {{ color: {text}; }}"
    ).format(
        line=line_colour().name(),
        muted=muted_colour().name(),
        text=text_colour().name(),
        accent=colour("accent").name(),
    )


# On the map's own ground, which is white in every theme.
_MAP = {
    "before": "#5c6670",
    "mine": "#1667b7",
    "theirs": "#c65d00",
    "result": "#1f7a58",
    "inserted": "#1d8a3f",
    "updated": "#c98500",
    "deleted": "#c62828",
}


def map_colour(meaning: str) -> str:
    return _MAP[meaning]
