# SPDX-License-Identifier: GPL-2.0-or-later
"""People and accounts: who am I, who else is there, how full is the storage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from ..answers import Answer, each
from ..transport import Transport
from .organizations import Organization, read_organization

PERSON, ORGANIZATION, TEAM = 1, 2, 3


@dataclass(frozen=True)
class User:
    """`email` is empty for anyone but oneself."""

    username: str
    full_name: str
    email: str
    type: int
    avatar_url: Optional[str]


@dataclass(frozen=True)
class Subscription:
    """Bytes; `storage_total` is what the plan gives."""

    plan: str
    status: str
    storage_used: int
    storage_total: int
    warning_at: Optional[int]


class UsersApi:
    """`users/`, `auth/user/` and `subscriptions/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def me(self) -> User:
        return read_user(Answer(self._transport.json("GET", "auth/user/")))

    def get(self, username: str) -> User:
        return read_user(Answer(self._transport.json("GET", f"users/{username}/")))

    def search(
        self, text: str, *, project_id: str = "", people_only: bool = False, limit: int = 20
    ) -> List[User]:
        """Accounts whose name contains `text`, best first; those already in the project are left out."""
        params = {"q": text, "limit": limit}
        if project_id:
            params["project"] = project_id
        if people_only:
            params.update(exclude_organizations=1, exclude_teams=1)
        return each(self._transport.list("users/", params), read_user)

    def organizations(self, username: str) -> List[Organization]:
        """The organizations of the account; only of one's own."""
        return each(self._transport.list(f"users/{username}/organizations/"), read_organization)

    def subscription(self, owner: str) -> Subscription:
        answer = Answer(self._transport.json("GET", f"subscriptions/{owner}/current/"))
        warning = answer.data.get("plan_storage_threshold_warning_bytes")
        return Subscription(
            plan=answer.text("plan_display_name", ""),
            status=answer.text("status", ""),
            storage_used=answer.number("storage_used_bytes", 0),
            storage_total=answer.number("active_storage_total_bytes", 0),
            warning_at=warning if isinstance(warning, int) else None,
        )


def read_user(answer: Answer) -> User:
    kind = answer.data.get("type")
    return User(
        username=answer.text("username"),
        full_name=answer.text("full_name", ""),
        email=answer.text("email", ""),
        # An int in most answers, the string "1" in the answer to a login.
        type=int(kind) if isinstance(kind, int) or (isinstance(kind, str) and kind.isdigit()) else PERSON,
        avatar_url=answer.maybe_text("avatar_url"),
    )
