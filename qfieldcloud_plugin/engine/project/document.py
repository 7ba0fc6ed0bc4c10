# SPDX-License-Identifier: GPL-2.0-or-later
"""XML with positions: a tree that knows where in the bytes each element stands, so that a copy can be patched."""

from __future__ import annotations

import re
from typing import Iterator, Optional
from xml.parsers import expat

from ..message import Message
from .errors import InvalidProject, ProjectTooBig

MAX_BYTES = 256 * 1024 * 1024
MAX_ELEMENTS = 4_000_000
MAX_DEPTH = 256

# A start tag ends at the first ">" that is not inside a quoted attribute value.
_START_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")


class Element:
    """One element; `start` is the offset of its "<", `close` that of its end tag, or its end if written `<a/>`."""

    __slots__ = ("attributes", "children", "close", "parent", "start", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str], start: int, parent: Optional[Element]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.start = start
        self.close = -1
        self.parent = parent
        self.children: list[Element] = []
        self.text = ""

    def __repr__(self) -> str:
        return f"<{self.tag} at {self.start}>"

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def find(self, *path: str) -> Optional[Element]:
        """The first descendant reached by these tags, one level each."""
        element: Optional[Element] = self
        for tag in path:
            if element is None:
                return None
            element = next((child for child in element.children if child.tag == tag), None)
        return element

    def find_all(self, *path: str) -> list[Element]:
        found = [self]
        for tag in path:
            found = [child for element in found for child in element.children if child.tag == tag]
        return found

    def value(self, *path: str) -> str:
        """The text of the element reached by these tags, "" when there is none."""
        element = self.find(*path)
        return element.text.strip() if element is not None else ""

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        pending = [self]
        while pending:
            element = pending.pop()
            yield element
            pending.extend(reversed(element.children))


class Document:
    """A parsed project file: its bytes and its tree."""

    def __init__(self, data: bytes, root: Element) -> None:
        self.data = data
        self.root = root

    def open_end(self, element: Element) -> int:
        """Offset just behind the start tag."""
        match = _START_TAG.match(self.data, element.start)
        if match is None:  # expat has accepted the tag, so this cannot be reached with the bytes that it read
            raise InvalidProject(Message("the start tag at byte {start} cannot be read", start=element.start))
        return match.end()

    def is_empty_tag(self, element: Element) -> bool:
        """Whether the element is written `<a/>`."""
        end = self.open_end(element)
        return self.data[end - 2 : end] == b"/>"

    def end(self, element: Element) -> int:
        """Offset just behind the whole element."""
        if self.is_empty_tag(element):
            return self.open_end(element)
        return self.data.index(b">", element.close) + 1

    def slice(self, element: Element) -> bytes:
        return self.data[element.start : self.end(element)]


class _Builder:
    """Collects expat's events; refuses everything a QGIS project never has and an attacker needs."""

    def __init__(self) -> None:
        parser = self.parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.buffer_size = 1 << 22  # joining many small pieces of one huge text would take quadratic time
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.EntityDeclHandler = self.refuse_entity
        parser.UnparsedEntityDeclHandler = self.refuse_entity
        parser.ExternalEntityRefHandler = self.refuse_entity
        parser.SkippedEntityHandler = self.refuse_entity
        self.root: Optional[Element] = None
        self.current: Optional[Element] = None
        self.depth = 0
        self.count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > MAX_DEPTH:
            raise ProjectTooBig(
                Message("The project's XML is nested more than {most} levels deep.", most=MAX_DEPTH)
            )
        if self.count > MAX_ELEMENTS:
            raise ProjectTooBig(
                Message("The project's XML has more than {most} elements.", most=MAX_ELEMENTS)
            )
        element = Element(tag, attributes, self.parser.CurrentByteIndex, self.current)
        if self.current is None:
            self.root = element
        else:
            self.current.children.append(element)
        self.current = element

    def end(self, _tag: str) -> None:
        if self.current is not None:
            self.current.close = self.parser.CurrentByteIndex
            self.current = self.current.parent
        self.depth -= 1

    def text(self, text: str) -> None:
        if self.current is not None:
            self.current.text += text

    def refuse_entity(self, *_args: object) -> int:
        raise InvalidProject(
            Message("The project's XML declares or uses entities; QGIS never writes them, so it is refused.")
        )


def parse_document(data: bytes) -> Document:
    """Parse a project's XML. Raises InvalidProject or ProjectTooBig."""
    document = parse_xml(data)
    if document.root.tag != "qgis":
        raise InvalidProject(Message("The file is XML, but not a QGIS project."))
    return document


def parse_xml(data: bytes) -> Document:
    """Parse any XML of a project, whatever its root is."""
    if len(data) > MAX_BYTES:
        raise ProjectTooBig(
            Message("The project's XML is larger than {mebibytes} MiB.", mebibytes=MAX_BYTES // 1024 // 1024)
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InvalidProject(
            Message("The project's XML is not UTF-8, which is the only encoding QGIS writes.")
        )
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003  # positional only
    except expat.ExpatError as error:
        raise InvalidProject(Message("The project's XML is broken: {error}.", error=error)) from error
    if builder.root is None:
        raise InvalidProject(Message("The project's XML is empty."))
    return Document(data, builder.root)
