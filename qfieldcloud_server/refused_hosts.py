# SPDX-License-Identifier: GPL-2.0-or-later
"""What the log says of requests for host names that this server does not answer to: strangers send them all day."""

from __future__ import annotations

import logging


class OneLine(logging.Filter):
    """One warning with our setting's name in place of a traceback with Django's."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        record.msg = record.getMessage().replace("ALLOWED_HOSTS", "allowed_hosts")
        record.args = record.exc_info = None
        return True
