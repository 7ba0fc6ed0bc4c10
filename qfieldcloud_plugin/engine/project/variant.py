# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as QGIS writes them into a project: <Option> trees, custom properties and typed project entries."""

from __future__ import annotations

from typing import Any, Optional

from .document import Element


def read_option(option: Optional[Element]) -> Any:
    """The value of an <Option>: str, int, float, bool, list, dict or None."""
    if option is None:
        return None
    kind = option.get("type")
    if kind == "Map":
        return {child.get("name"): read_option(child) for child in option.find_all("Option")}
    if kind in ("List", "StringList"):
        return [read_option(child) for child in option.find_all("Option")]
    return _scalar(kind, option.get("value")) if "value" in option.attributes else None


def _scalar(kind: str, text: str) -> Any:
    try:
        if kind in ("int", "uint", "LongLong", "ULongLong", "longlong", "qlonglong", "qulonglong"):
            return int(text)
        if kind == "double":
            return float(text)
    except ValueError:
        return text
    if kind == "bool":
        return text.lower() in ("true", "1")
    return text


def read_custom_properties(parent: Element) -> dict[str, Any]:
    """Custom properties of a layer or tree node, in the form since QGIS 3.20 and in the one before."""
    element = parent.find("customproperties")
    if element is None:
        return {}
    option = element.find("Option")
    if option is not None:
        value = read_option(option)
        return value if isinstance(value, dict) else {}
    properties: dict[str, Any] = {}
    for child in element.find_all("property"):
        values = [value.text for value in child.find_all("value")]
        properties[child.get("key")] = values if values else child.get("value")
    return properties


def read_entries(root: Element) -> dict[str, dict[str, Any]]:
    """Project entries by scope, then by key; nested keys are joined with "/". Scopes and keys keep their case."""
    properties = root.find("properties")
    if properties is None:
        return {}
    return {entry_name(scope): _read_keys(scope) for scope in properties.children}


def entry_name(element: Element) -> str:
    """Newer QGIS writes every key as <properties name="key">, older as <key>."""
    return element.get("name") if element.tag == "properties" and element.get("name") else element.tag


def _read_keys(element: Element) -> dict[str, Any]:
    keys: dict[str, Any] = {}
    for child in element.children:
        name = entry_name(child)
        if child.get("type"):
            keys[name] = _entry_value(child)
        else:
            keys.update({f"{name}/{key}": value for key, value in _read_keys(child).items()})
    return keys


def _entry_value(element: Element) -> Any:
    if element.get("type") == "QStringList":
        return [value.text for value in element.find_all("value")]
    return _scalar(element.get("type"), element.text)


def as_bool(value: Any) -> bool:
    """QGIS stores one and the same flag as bool, 0/1 or text, depending on who wrote it."""
    if isinstance(value, str):
        return value.strip().lower() in ("true", "1")
    return bool(value)


def as_text(value: Any) -> Optional[str]:
    """The value as API answers show it: None when it is absent."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
