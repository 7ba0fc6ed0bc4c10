# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts for people: English as they stand, and open to whoever can say them in another language."""

from __future__ import annotations

from typing import Any, Callable, Dict, Tuple

Translate = Callable[[str], str]


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


def said_by(error: BaseException) -> str:
    """What an error tells people; `str(error)` would forget that it is a message."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else str(error)


def _filled(template: str, values: Dict[str, Any]) -> str:
    return template.format(**values) if values else template
