# SPDX-License-Identifier: GPL-2.0-or-later
"""For downloads: whatever a client says it accepts, the file is what it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class AcceptAnything(DefaultContentNegotiation):
    """Errors stay JSON; the file itself is no DRF response."""

    def select_renderer(
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: Any = None
    ) -> Any:
        return renderers[0], renderers[0].media_type
