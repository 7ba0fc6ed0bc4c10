# SPDX-License-Identifier: GPL-2.0-or-later
"""A database that cannot be used, in words that say what to look at."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError, OperationalError


def is_trouble(error: DatabaseError) -> bool:
    """True where the database cannot be reached, opened or written; False where the program asked it nonsense."""
    return type(error) in (DatabaseError, OperationalError)


def cause(error: DatabaseError) -> str:
    """Its first line: PostgreSQL's client says the same of each address that it tried."""
    return str(error).strip().partition("\n")[0]


def advice() -> str:
    if settings.ON_POSTGRES:
        return "Look at database_url (user, password, host, database), and whether PostgreSQL runs."
    path = settings.DATABASES["default"]["NAME"]
    return f"Look whether this user may write {path} and the folder around it, and whether the disk is full."
