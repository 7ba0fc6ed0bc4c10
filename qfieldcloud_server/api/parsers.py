# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON bodies of requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from rest_framework import parsers
from rest_framework.exceptions import ParseError


class JSONParser(parsers.JSONParser):
    """A body nested so deep that Python gives up is refused like any other broken one."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        try:
            return super().parse(stream, media_type, parser_context)  # type: ignore[return-value]
        except RecursionError as error:
            raise ParseError("The body is nested too deep.") from error
