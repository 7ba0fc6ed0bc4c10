# SPDX-License-Identifier: GPL-2.0-or-later
"""What every page needs: a policy for the browser, a signed-in person, a page of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import ApiError, ObjectNotFound, PermissionDenied

# Our pages have neither scripts nor anything from elsewhere.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data: https:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
View = TypeVar("View", bound=Callable[..., HttpResponse])


class SignedIn(HttpRequest):
    """A request behind ``signed_in``."""

    user: User


def show(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
    form_targets: Iterable[str] = (),
) -> HttpResponse:
    """``form_targets``: origins besides ours to which a form of this page may lead."""
    response = render(request, f"web/{template}.html", context, status=status)
    response["Content-Security-Policy"] = POLICY.replace(
        "form-action 'self'", " ".join(["form-action 'self'", *form_targets])
    )
    return response


def page(view: View) -> View:
    """Errors of the shared tree become pages or messages."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except (ObjectNotFound, PermissionDenied):
            # Whether something exists is not told to who may not see it.
            return show(request, "nothing_here", status=404)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return wrapped  # type: ignore[return-value]


def signed_in(view: View) -> View:
    return login_required(page(view))


def attempt(request: HttpRequest, what: Callable[[], Any], done: str) -> bool:
    """Carry out a change and tell how it went."""
    try:
        what()
    except ApiError as error:
        messages.error(request, error.message)
        return False
    messages.success(request, done)
    return True


def page_of(request: HttpRequest, items: QuerySet[Any], size: int) -> Page[Any]:
    return Paginator(items, size).get_page(request.GET.get("page"))
