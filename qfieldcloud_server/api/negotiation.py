# SPDX-License-Identifier: GPL-2.0-or-later
"""What a client says it accepts: JSON or nothing, and for downloads the file as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class AcceptJson(DefaultContentNegotiation):
    """DRF's rules, but an empty Accept header means the same as none."""

    def get_accept_list(self, request: Request) -> list[str]:
        return [word for word in super().get_accept_list(request) if word] or ["*/*"]


class AcceptAnything(DefaultContentNegotiation):
    """Errors stay JSON; the file itself is no DRF response."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: Any = None
    ) -> Any:
        first = next(iter(renderers))
        return first, first.media_type
