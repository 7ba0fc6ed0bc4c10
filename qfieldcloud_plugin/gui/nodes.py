# SPDX-License-Identifier: GPL-2.0-or-later
"""A tree of things worth two lines each, such as projects or changes: model, filter and look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional

from qgis.PyQt.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from qgis.PyQt.QtGui import QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from . import theme

NODE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(eq=False)
class Node:
    """One row. `badge` is shown as a pill in `tone` (one of the theme's meanings); `aside` is muted text."""

    title: str
    subtitle: str = ""
    aside: str = ""
    badge: str = ""
    tone: Optional[str] = None
    icon: str = ""
    bold: bool = False
    tip: str = ""
    payload: Any = None
    key: str = ""
    children: list[Node] = field(default_factory=list)
    parent: Optional[Node] = None

    def add(self, child: Node) -> Node:
        child.parent = self
        self.children.append(child)
        return child

    def words(self) -> str:
        return " ".join((self.title, self.subtitle, self.aside, self.badge)).casefold()


class NodeModel(QAbstractItemModel):
    """Shows nodes; `show` replaces them all, which is cheap because they are few and already made."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._root = Node("")

    def show(self, nodes: list[Node]) -> None:
        self.beginResetModel()
        self._root = Node("")
        for node in nodes:
            self._adopt(self._root, node)
        self.endResetModel()

    def _adopt(self, parent: Node, node: Node) -> None:
        if parent is self._root:
            parent.children.append(node)
            node.parent = parent
        for child in node.children:
            child.parent = node
            self._adopt(node, child)

    def top(self) -> list[Node]:
        return self._root.children

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self.node(parent).children
        if column == 0 and 0 <= row < len(siblings):
            return self.createIndex(row, column, siblings[row])
        return QModelIndex()

    def parent(self, index: QModelIndex) -> QModelIndex:  # type: ignore[override]
        node = self.node(index).parent
        if node is None or node is self._root or node.parent is None:
            return QModelIndex()
        return self.createIndex(node.parent.children.index(node), 0, node)

    def node(self, index: QModelIndex) -> Node:
        return index.internalPointer() if index.isValid() else self._root

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self.node(parent).children)

    def columnCount(self, _parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (node.title, node.subtitle, node.aside, node.badge) if part)
        if role == NODE_ROLE:
            return node
        return None


class NodeFilter(QSortFilterProxyModel):
    """Keeps nodes that hold every typed word, and the parents and children of those."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)

    def search(self, text: str) -> None:
        self._words = text.casefold().split()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        node = self.sourceModel().node(self.sourceModel().index(row, 0, parent))
        while node is not None:
            words = node.words()
            if all(word in words for word in self._words):
                return True
            node = node.parent if node.parent is not None and node.parent.parent is not None else None
        return False


class NodeDelegate(QStyledItemDelegate):
    """Paints icon, title and subtitle, and at the right the badge or the aside."""

    _PAD = 5
    _ICON = 18

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        node: Node = index.data(NODE_ROLE)
        height = option.fontMetrics.height() + 2 * self._PAD
        if node.subtitle:
            height += round(option.fontMetrics.height() * 0.95)
        return QSize(100, max(height, self._ICON + 2 * self._PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        node: Node = index.data(NODE_ROLE)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        strong = option.palette.color(
            QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        )
        faint = QColor(strong)
        faint.setAlphaF(0.72 if selected else 0.66)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(4, 0, -8, 0)
        if node.icon:
            tone = strong if selected else (theme.colour(node.tone) if node.tone else None)
            top = area.top() + (area.height() - self._ICON) // 2
            theme.icon(node.icon, tone).paint(painter, QRect(area.left(), top, self._ICON, self._ICON))
            area.setLeft(area.left() + self._ICON + 8)
        area.setRight(area.right() - self._paint_right(painter, option, area, node, selected, strong, faint))
        self._paint_lines(painter, option, area, node, strong, faint)
        painter.restore()

    def _paint_right(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        node: Node,
        selected: bool,
        strong: QColor,
        faint: QColor,
    ) -> int:
        text = node.badge or node.aside
        if not text:
            return 0
        font = theme.scaled_font(option.widget, 0.88, bold=bool(node.badge))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text)
        if not node.badge:
            painter.setPen(faint)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
            return int(width + 8)
        height = metrics.height() + 4
        pill = QRectF(area.right() - width - 14, area.center().y() - height / 2 + 0.5, width + 14, height)
        meaning = node.tone or "accent"
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(strong) if selected else theme.tint(meaning, 0.18)
        if selected:
            ground.setAlphaF(0.2)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(strong if selected else theme.colour(meaning))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
        return int(pill.width() + 8)

    def _paint_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        node: Node,
        strong: QColor,
        faint: QColor,
    ) -> None:
        elide = Qt.TextElideMode.ElideRight
        font = theme.scaled_font(option.widget, 1.0, node.bold)
        painter.setFont(font)
        painter.setPen(strong)
        line = painter.fontMetrics().height()
        lines = line * 1.95 if node.subtitle else line
        top = area.top() + (area.height() - lines) / 2
        title = painter.fontMetrics().elidedText(node.title, elide, area.width())
        painter.drawText(
            QRectF(area.left(), top, area.width(), line), int(Qt.AlignmentFlag.AlignVCenter), title
        )
        if node.subtitle:
            painter.setFont(theme.scaled_font(option.widget, 0.88))
            painter.setPen(faint)
            text = painter.fontMetrics().elidedText(node.subtitle, elide, area.width())
            below = QRectF(area.left(), top + line * 0.98, area.width(), line)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), text)


class NodeView(QTreeView):
    """A quiet tree: no header, no frame, rows of two lines, expanded state kept over refreshes."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.source = NodeModel(self)
        self.filter = NodeFilter(self)
        self.filter.setSourceModel(self.source)
        self.setModel(self.filter)
        self.setItemDelegate(NodeDelegate(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._collapsed: set[str] = set()
        self.collapsed.connect(lambda index: self._collapsed.add(index.data(NODE_ROLE).key))
        self.expanded.connect(lambda index: self._collapsed.discard(index.data(NODE_ROLE).key))

    def show_nodes(self, nodes: list[Node], expand: bool = True) -> None:
        """Replaces the rows; what was selected and folded stays so where it is still there."""
        chosen = self.chosen()
        folded = set(self._collapsed)
        self.source.show(nodes)
        self.setRootIsDecorated(any(node.children for node in nodes))
        if expand:
            self.expandAll()
        for row in range(self.filter.rowCount()):
            index = self.filter.index(row, 0)
            if index.data(NODE_ROLE).key in folded:
                self.collapse(index)
        if chosen is not None and chosen.key:
            self.choose(chosen.key)

    def search(self, text: str) -> None:
        self.filter.search(text)
        if text:
            self.expandAll()

    def chosen(self) -> Optional[Node]:
        index = self.currentIndex()
        return index.data(NODE_ROLE) if index.isValid() else None

    def choose(self, key: str) -> bool:
        """Makes the row with this key the current one; False when there is none."""
        found = self._find(key, QModelIndex())
        if found is None:
            return False
        self.setCurrentIndex(found)
        return True

    def _find(self, key: str, parent: QModelIndex) -> Optional[QModelIndex]:
        for row in range(self.filter.rowCount(parent)):
            index = self.filter.index(row, 0, parent)
            if index.data(NODE_ROLE).key == key:
                return index
            below = self._find(key, index)
            if below is not None:
                return below
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
