# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts for people: English as they stand, and open to whoever can say them in another language."""

from __future__ import annotations

from string import Formatter
from typing import Any, Callable, Dict, Mapping, Optional, Tuple

Translate = Callable[[str], str]
# A message in a message is usual, one in that is not; a server may send anything.
_MOST_LEVELS = 8
_SPELLINGS = (None, "r", "s")
# What else a message is made with.
_NO_VALUES = ("cls", "template")


class Message(str):
    """An ordinary str (logged, stored, compared, sent as such) that still knows what it was made of.

    `template` is a literal, so that translators find it, with `{names}` for the `values`; a value may be a
    message itself, or an error that carries one. Say whole sentences: other languages order their words otherwise.
    """

    template: str
    values: Dict[str, Any]

    def __new__(cls, template: str, **values: Any) -> Message:
        # Errors would keep the frames they came through, and all that lives in them.
        values = {
            name: said_by(value) if isinstance(value, BaseException) else value
            for name, value in values.items()
        }
        self = super().__new__(cls, _filled(template, values))
        self.template = template
        self.values = values
        return self

    def __getnewargs_ex__(self) -> Tuple[Tuple[str], Dict[str, Any]]:
        """Copies and pickles are made as the original was."""
        return (self.template,), self.values

    def filled(self, **values: Any) -> Message:
        """The same text with values; for texts that wait in a table."""
        return Message(self.template, **values)

    def told(self, translate: Translate) -> str:
        """The text in the language that `translate` turns a template into."""
        values = {
            name: value.told(translate) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return _filled(translate(self.template), values)


def parts_of(text: str) -> Optional[Dict[str, Any]]:
    """What a message was made of, as JSON can carry it beside the text; None for an ordinary str."""
    if not isinstance(text, Message):
        return None
    values = {
        name: parts_of(value) or (value if isinstance(value, (int, float)) else str(value))
        for name, value in text.values.items()
    }
    return {"template": text.template, "values": values}


def from_parts(parts: object, levels: int = _MOST_LEVELS) -> Optional[Message]:
    """The message that `parts_of` told; None for anything else, as it comes from outside."""
    if not levels or not isinstance(parts, Mapping) or not isinstance(parts.get("template"), str):
        return None
    given = parts.get("values")
    values = dict(given) if isinstance(given, Mapping) else {}
    if not _asks_only_for(parts["template"], values):
        return None
    read = {name: from_parts(value, levels - 1) or value for name, value in values.items()}
    if any(isinstance(value, (Mapping, list)) for value in read.values()):
        return None
    return Message(parts["template"], **read)


def _asks_only_for(template: str, values: Mapping[str, Any]) -> bool:
    """Attributes of values, and widths that fill the memory, are none of a template's business."""
    if not values:
        return True
    if not all(str(name).isidentifier() and name not in _NO_VALUES for name in values):
        return False
    try:
        fields = [
            (name, form or spelling not in _SPELLINGS)
            for _text, name, form, spelling in Formatter().parse(template)
            if name is not None
        ]
    except ValueError:
        return False
    return all(name in values and not form for name, form in fields)


def said_by(error: BaseException) -> str:
    """What an error tells people; `str(error)` would forget that it is a message."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else str(error)


def _filled(template: str, values: Dict[str, Any]) -> str:
    return template.format(**values) if values else template
