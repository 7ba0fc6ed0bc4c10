# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes to a project's XML that leave every other byte as QGIS wrote it."""

from __future__ import annotations

import re
from typing import Optional
from xml.sax.saxutils import escape

from .document import Document, Element

_ATTRIBUTE = rb"""(\s%s\s*=\s*)("[^"]*"|'[^']*')"""
_QUOTES = {'"': "&quot;", "\n": "&#xa;", "\r": "&#xd;", "\t": "&#x9;"}


def attribute_text(value: str) -> str:
    """`value` between double quotes, as XML."""
    return '"' + escape(value, _QUOTES) + '"'


def tag(name: str, attributes: dict[str, str], content: str = "") -> str:
    """An element as text; `content` is XML already."""
    opening = name + "".join(f" {key}={attribute_text(value)}" for key, value in attributes.items())
    return f"<{opening}>{content}</{name}>" if content else f"<{opening}/>"


class ProjectPatch:
    """Collects edits of one document; `to_bytes` carries them out. Edits inside a removed element are dropped."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._elements: dict[int, Element] = {}
        self._attributes: dict[int, dict[str, str]] = {}
        self._appended: dict[int, list[str]] = {}
        self._contents: dict[int, str] = {}
        self._replaced: dict[int, str] = {}

    def set_attribute(self, element: Element, name: str, value: str) -> None:
        if element.get(name, "\0") != value:
            self._attributes.setdefault(self._note(element), {})[name] = value

    def set_text(self, element: Element, text: str) -> None:
        """Replace everything between the tags."""
        if element.children or element.text != text:
            self.set_content(element, escape(text))

    def set_content(self, element: Element, xml: str) -> None:
        self._contents[self._note(element)] = xml

    def append(self, element: Element, xml: str) -> None:
        """Add a last child."""
        self._appended.setdefault(self._note(element), []).append(xml)

    def replace(self, element: Element, xml: str) -> None:
        self._replaced[self._note(element)] = xml

    def remove(self, element: Element) -> None:
        self.replace(element, "")

    def is_removed(self, element: Element) -> bool:
        return self._replaced.get(element.start) == ""

    @property
    def is_empty(self) -> bool:
        return not self._elements

    def to_bytes(self) -> bytes:
        data = self.document.data
        pieces = []
        position = 0
        for start, end, text in self._edits():
            if start < position:
                continue
            pieces += [data[position:start], text]
            position = end
        pieces.append(data[position:])
        return b"".join(pieces)

    def _note(self, element: Element) -> int:
        self._elements[element.start] = element
        return element.start

    def _edits(self) -> list[tuple[int, int, bytes]]:
        edits: list[tuple[int, int, bytes]] = []
        for key, element in self._elements.items():
            if key in self._replaced:
                edits.append(self._replacement(element, self._replaced[key]))
            else:
                edits += self._inner_edits(key, element)
        # A removed element comes before the edits inside of it, which then start too early and are skipped.
        return sorted(edits, key=lambda edit: (edit[0], -edit[1]))

    def _replacement(self, element: Element, xml: str) -> tuple[int, int, bytes]:
        start, end = element.start, self.document.end(element)
        if not xml:  # the indentation goes with the element
            while start > 0 and self.document.data[start - 1 : start] in (b" ", b"\t"):
                start -= 1
            if self.document.data[start - 1 : start] == b"\n":
                start -= 1
        return start, end, xml.encode()

    def _inner_edits(self, key: int, element: Element) -> list[tuple[int, int, bytes]]:
        document = self.document
        opening_end = document.open_end(element)
        opening = document.data[element.start : opening_end]
        attributes = self._attributes.get(key, {})
        for name, value in attributes.items():
            opening = _with_attribute(opening, name, value)
        content = self._contents.get(key)
        appended = "".join(self._appended.get(key, []))
        if document.is_empty_tag(element):
            inner = (content or "") + appended
            if inner:
                opening = opening[:-2].rstrip() + b">" + inner.encode() + f"</{element.tag}>".encode()
            return [(element.start, opening_end, opening)]
        edits = [(element.start, opening_end, opening)] if attributes else []
        if content is not None:
            edits.append((opening_end, element.close, (content + appended).encode()))
        elif appended:
            edits.append((element.close, element.close, appended.encode()))
        return edits


def _with_attribute(opening: bytes, name: str, value: str) -> bytes:
    pattern = re.compile(_ATTRIBUTE % re.escape(name.encode()))
    text = attribute_text(value).encode()
    match = pattern.search(opening)
    if match:
        return opening[: match.start(2)] + text + opening[match.end(2) :]
    end = len(opening) - (2 if opening.endswith(b"/>") else 1)
    return opening[:end].rstrip() + b" " + name.encode() + b"=" + text + opening[end:]


def option(name: str, kind: str, value: str) -> str:
    return tag("Option", {"type": kind, "name": name, "value": value})


class CustomProperties:
    """Sets custom properties of a layer in the form in which its project writes them."""

    def __init__(self, patch: ProjectPatch, has_options: bool) -> None:
        self.patch = patch
        self.has_options = has_options

    def set(self, layer: Element, properties: dict[str, tuple[str, str]]) -> None:
        """`properties` are name -> (type, value)."""
        element = layer.find("customproperties")
        if element is None:
            self.patch.append(layer, tag("customproperties", {}, self._all(properties)))
            return
        holder = element.find("Option")
        if holder is None:
            if element.find("property") is None and self.has_options:
                self.patch.append(element, self._all(properties))
            else:
                self._set_old(element, properties)
            return
        existing = {child.get("name"): child for child in holder.find_all("Option")}
        if not holder.get("type"):
            self.patch.set_attribute(holder, "type", "Map")
        for name, (kind, value) in properties.items():
            child = existing.get(name)
            if child is None:
                self.patch.append(holder, option(name, kind, value))
            elif child.get("value", "\0") != value or child.get("type") != kind:
                self.patch.replace(child, option(name, kind, value))

    def _all(self, properties: dict[str, tuple[str, str]]) -> str:
        if self.has_options:
            return tag(
                "Option", {"type": "Map"}, "".join(option(name, *item) for name, item in properties.items())
            )
        return "".join(
            tag("property", {"key": name, "value": value}) for name, (_, value) in properties.items()
        )

    def _set_old(self, element: Element, properties: dict[str, tuple[str, str]]) -> None:
        existing = {child.get("key"): child for child in element.find_all("property")}
        for name, (_, value) in properties.items():
            if name in existing:
                self.patch.set_attribute(existing[name], "value", value)
            else:
                self.patch.append(element, tag("property", {"key": name, "value": value}))


class Entries:
    """Sets project entries, in the form in which the project writes them."""

    def __init__(self, patch: ProjectPatch) -> None:
        self.patch = patch
        self.properties = patch.document.root.find("properties")
        children = self.properties.children if self.properties is not None else []
        self.is_named = any(child.tag == "properties" and child.get("name") for child in children)
        self._new_scopes: dict[str, list[str]] = {}

    def set(self, scope: str, key: str, kind: str, value: str) -> None:
        parent = self._find(self.properties, scope)
        if parent is None:
            self._new_scopes.setdefault(scope, []).append(self._element(key, kind, value))
            return
        existing = self._find(parent, key)
        if existing is None:
            self.patch.append(parent, self._element(key, kind, value))
        else:
            self.patch.set_text(existing, value)

    def finish(self) -> None:
        """Write the scopes that did not exist; call once, after the last `set`."""
        content = "".join(self._wrap(scope, {}, "".join(items)) for scope, items in self._new_scopes.items())
        if not content:
            return
        if self.properties is None:
            self.patch.append(self.patch.document.root, tag("properties", {}, content))
        else:
            self.patch.append(self.properties, content)

    def _element(self, key: str, kind: str, value: str) -> str:
        return self._wrap(key, {"type": kind}, escape(value))

    def _wrap(self, name: str, attributes: dict[str, str], content: str) -> str:
        if self.is_named:
            return tag("properties", {"name": name, **attributes}, content)
        return tag(name, attributes, content)

    def _find(self, parent: Optional[Element], name: str) -> Optional[Element]:
        if parent is None:
            return None
        for child in parent.children:
            if (child.get("name") if self.is_named else child.tag) == name:
                return child
        return None
