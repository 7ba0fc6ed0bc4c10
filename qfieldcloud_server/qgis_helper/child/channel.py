# SPDX-License-Identifier: GPL-2.0-or-later
"""The child's end of the pipes: one JSON object a line, and nothing else whatever libraries print."""

from __future__ import annotations

import json
import os
import sys
from typing import Any, Dict, Iterator

Content = Dict[str, Any]


class ParentGone(Exception):
    """Nobody reads or writes at the other end."""


class Channel:
    def __init__(self) -> None:
        # What C++ prints to the standard output must not get between the lines.
        self._out = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        self._in = os.fdopen(os.dup(0), "r", encoding="utf-8")
        sys.stdin = open(os.devnull)  # noqa: SIM115, PTH123 - for as long as the process lives

    def orders(self) -> Iterator[Content]:
        while True:
            try:
                yield self.read()
            except ParentGone:
                return

    def read(self) -> Content:
        line = self._in.readline()
        if not line.endswith("\n"):
            raise ParentGone
        content: Content = json.loads(line)
        return content

    def tell(self, kind: str, **content: Any) -> None:
        try:
            self._out.write(json.dumps({"kind": kind, **content}, allow_nan=False) + "\n")
            self._out.flush()
        except BrokenPipeError as error:
            raise ParentGone from error

    def ask(self, kind: str, **content: Any) -> Content:
        self.tell(kind, **content)
        return self.read()
