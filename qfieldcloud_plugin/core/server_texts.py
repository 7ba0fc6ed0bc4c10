# SPDX-License-Identifier: GPL-2.0-or-later
"""What the companion server says of deltas in words of its own; here translators find it, `i18n.said` says it."""

from __future__ import annotations

from ..engine.message import Message

OF_DELTAS = (
    Message("Reporters may add features; they may not change or delete them. The change is kept."),
    Message("The owner's account is not active. The change is kept and waits until it is."),
    Message("This was sent again with further edits, which were applied instead."),
    Message("{message} The change is kept and can be applied again."),
)
