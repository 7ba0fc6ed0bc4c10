# SPDX-License-Identifier: GPL-2.0-or-later
"""What projects tell other parts, which projects itself does not know."""

from __future__ import annotations

from django.dispatch import Signal

# ``project``, ``user``: made with a seed; whoever runs jobs queues ``create_project``. Sent inside the transaction.
project_seeded = Signal()
