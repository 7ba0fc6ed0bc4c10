# SPDX-License-Identifier: GPL-2.0-or-later
"""Shows vector tiles as QGIS shows the layers they were made of: the same symbols, filters, scales and labels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Iterable, Iterator, Mapping, Optional, Sequence

from qgis.core import (
    QgsPalLayerSettings,
    QgsRenderContext,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorTileBasicLabeling,
    QgsVectorTileBasicLabelingStyle,
    QgsVectorTileBasicRenderer,
    QgsVectorTileBasicRendererStyle,
    QgsVectorTileLayer,
)

# The scale at which QGIS shows level 0; by it, it chooses the level for a scale.
_SCALE_OF_LEVEL_0 = 559_082_264.0287178 / 2


@dataclass(frozen=True)
class Levels:
    """The zoom levels that tiles have, or at which something is shown; -1 is no limit."""

    least: int = -1
    most: int = -1

    def at_scales(self, smallest: float, largest: float) -> Optional[Levels]:
        """Those of them that lie between two scales, given as denominators with 0 as no limit; None if none does.

        QGIS shows the last level for all larger scales too, so that what begins beyond it begins with it.
        """
        least = self.least if smallest <= 0 else min(_level(smallest), self.most)
        most = -1 if largest <= 0 else _level(largest)
        if most != -1 and most < max(self.least, least):
            return None
        return Levels(-1 if smallest <= 0 else least, most)


def _level(scale: float) -> int:
    return max(0, round(math.log2(_SCALE_OF_LEVEL_0 / scale)))


def names_of(layers: Sequence[QgsVectorLayer]) -> list[str]:
    """What each layer is called inside the tiles: its own name, numbered where two have the same."""
    names: list[str] = []
    for layer in layers:
        name, number = layer.name(), 2
        while name in names:
            name, number = f"{layer.name()} {number}", number + 1
        names.append(name)
    return names


def dress(tiles: QgsVectorTileLayer, layers: Sequence[QgsVectorLayer], levels: Levels) -> None:
    """Give the tiles the look of the layers, which come from top to bottom."""
    symbols: list[QgsVectorTileBasicRendererStyle] = []
    labels: list[QgsVectorTileBasicLabelingStyle] = []
    for name, layer in reversed(list(zip(names_of(layers), layers))):
        shown = levels
        if layer.hasScaleBasedVisibility():
            within = levels.at_scales(layer.minimumScale(), layer.maximumScale())
            if within is None:
                continue
            shown = Levels(within.least, within.most if within.most != -1 else levels.most)
        symbols += _symbol_styles(layer, name, shown)
        labels += _label_styles(layer, name, shown)
    renderer = QgsVectorTileBasicRenderer()
    renderer.setStyles(symbols)
    tiles.setRenderer(renderer)
    labeling = QgsVectorTileBasicLabeling()
    labeling.setStyles(labels)
    tiles.setLabeling(labeling)


def _symbol_styles(
    layer: QgsVectorLayer, name: str, levels: Levels
) -> Iterator[QgsVectorTileBasicRendererStyle]:
    for found in _symbols(layer, levels):
        style = QgsVectorTileBasicRendererStyle(found.title or layer.name(), name, layer.geometryType())
        found.symbol.setOpacity(found.symbol.opacity() * layer.opacity())
        style.setSymbol(found.symbol)
        style.setFilterExpression(found.condition)
        style.setMinZoomLevel(found.levels.least)
        style.setMaxZoomLevel(found.levels.most)
        yield style


@dataclass(frozen=True)
class _Shown:
    """`symbol` is a copy, for those of a renderer die with it."""

    symbol: QgsSymbol
    levels: Levels
    condition: str = ""
    title: str = ""


def _symbols(layer: QgsVectorLayer, levels: Levels) -> list[_Shown]:
    renderer = layer.renderer()
    if renderer is None:
        return []
    rules = QgsRuleBasedRenderer.convertFromRenderer(renderer, layer)
    if rules is None:
        # Clusters, heat maps and their like have no meaning in tiles; their plain symbols do.
        symbols = renderer.symbols(QgsRenderContext())
        return [_Shown(symbols[0].clone(), Levels())] if symbols else []
    return list(_of_rules(rules.rootRule().children(), levels))


def _of_rules(
    rules: Sequence[QgsRuleBasedRenderer.Rule], levels: Levels, outer: Sequence[str] = ()
) -> Iterator[_Shown]:
    # What a rule takes that is switched off is not left to the others' "else" either.
    others = [rule.filterExpression() for rule in rules if not rule.isElse()]
    for rule in rules:
        within = levels.at_scales(rule.minimumScale(), rule.maximumScale())
        if not rule.active() or within is None:
            continue
        own = [_none_of(others)] if rule.isElse() else [rule.filterExpression()]
        conditions = [*outer, *(text for text in own if text)]
        if rule.symbol() is not None:
            yield _Shown(rule.symbol().clone(), within, _all_of(conditions), rule.label())
        inner = Levels(max(within.least, levels.least), within.most if within.most != -1 else levels.most)
        yield from _of_rules(rule.children(), inner, conditions)


def _all_of(conditions: Iterable[str]) -> str:
    return " AND ".join(f"({text})" for text in conditions)


def _none_of(conditions: Sequence[str]) -> str:
    """What is no other rule's; a condition that is NULL is not met either."""
    if not all(conditions):
        return "FALSE"  # a rule without a condition takes everything
    return " AND ".join(f"NOT coalesce(({text}), FALSE)" for text in conditions)


def _label_styles(
    layer: QgsVectorLayer, name: str, levels: Levels
) -> Iterator[QgsVectorTileBasicLabelingStyle]:
    labeling = layer.labeling()
    if labeling is None or not layer.labelsEnabled():
        return
    conditions = _label_conditions(labeling) if isinstance(labeling, QgsRuleBasedLabeling) else {"": ""}
    for rule, condition in conditions.items():
        settings = QgsPalLayerSettings(labeling.settings(rule))
        within = _label_levels(settings, levels)
        if not settings.fieldName or not settings.drawLabels or within is None:
            continue
        style = QgsVectorTileBasicLabelingStyle()
        style.setStyleName(layer.name())
        style.setLayerName(name)
        style.setGeometryType(layer.geometryType())
        style.setFilterExpression(condition)
        style.setMinZoomLevel(within.least)
        style.setMaxZoomLevel(within.most)
        style.setLabelSettings(settings)
        yield style


def _label_levels(settings: QgsPalLayerSettings, levels: Levels) -> Optional[Levels]:
    if not settings.scaleVisibility:
        return Levels()
    return levels.at_scales(settings.minimumScale, settings.maximumScale)


def _label_conditions(labeling: QgsRuleBasedLabeling) -> Mapping[str, str]:
    """Which labels the settings of each rule apply to, by the rule's key."""
    found: dict[str, str] = {}

    def walk(rule: QgsRuleBasedLabeling.Rule, outer: Sequence[str]) -> None:
        rules = rule.children()
        others = [item.filterExpression() for item in rules if not item.isElse()]
        for item in rules:
            if not item.active():
                continue
            own = _none_of(others) if item.isElse() else item.filterExpression()
            conditions = [*outer, *([own] if own else [])]
            if item.settings() is not None:
                found[item.ruleKey()] = _all_of(conditions)
            walk(item, conditions)

    walk(labeling.rootRule(), [])
    return found
