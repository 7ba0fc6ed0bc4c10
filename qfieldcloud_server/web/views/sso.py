# SPDX-License-Identifier: GPL-2.0-or-later
"""Signing in with a provider's account, and connecting one to an account that exists."""

from __future__ import annotations

from typing import Any

from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.addresses import absolute
from qfieldcloud_server.api.authentication import BACKEND
from qfieldcloud_server.api.errors import ApiError, ObjectNotFound
from qfieldcloud_server.sso import documents, flow, people
from qfieldcloud_server.sso.models import Identity
from qfieldcloud_server.sso.provider import Provider
from qfieldcloud_server.web.views.page import SignedIn, attempt, page, show, signed_in
from qfieldcloud_server.web.views.sign_in import target_of

KEPT_AS = "sso"


def _provider(provider_id: str) -> Provider:
    provider = people.provider_named(provider_id)
    if provider is None:
        raise ObjectNotFound
    return provider


def _callback(request: HttpRequest, provider: Provider) -> str:
    return absolute(request, reverse("web:sso-callback", args=[provider.id]))


def _leave(request: HttpRequest, provider: Provider, started: flow.Started, back: str) -> HttpResponse:
    """Off to the provider, or back where one came from if it does not answer."""
    try:
        url = flow.address(provider, started, _callback(request, provider))
    except documents.Unreachable:
        messages.error(request, f"{provider.name} does not answer. Please try again in a moment.")
        return redirect(back)
    request.session[KEPT_AS] = started.to_session()
    return redirect(url)


@never_cache
@page
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    provider, target = _provider(provider_id), target_of(request)
    if request.user.is_authenticated:
        return redirect(target)
    return _leave(request, provider, flow.Started.now(provider, target), "web:sign-in")


@never_cache
@signed_in
@require_POST
def connect(request: SignedIn, provider_id: str) -> HttpResponse:
    """Only by a form of our own page: else a stranger's account could be connected behind one's back."""
    provider = _provider(provider_id)
    started = flow.Started.now(provider, reverse("web:account"), connects=True)
    return _leave(request, provider, started, "web:account")


@signed_in
@require_POST
def disconnect(request: SignedIn) -> HttpResponse:
    number = request.POST.get("identity", "")
    mine = Identity.objects.filter(user=request.user)
    if not request.user.has_usable_password() and mine.count() < 2:
        messages.error(request, "Set a password first, or you could not sign in any more.")
    elif number.isdecimal() and len(number) < 19 and mine.filter(pk=int(number)).delete()[0]:
        messages.success(request, "Disconnected.")
    return redirect("web:account")


@never_cache
@page
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    provider = _provider(provider_id)
    kept: dict[str, Any] | None = request.session.pop(KEPT_AS, None)
    if not kept or kept["provider_id"] != provider.id:
        messages.error(request, "This sign-in was not started here, or has ended already. Please try again.")
        return redirect("web:sign-in")
    started = flow.Started(**kept)
    answer = {name: request.GET.get(name, "") for name in ("code", "state", "error")}
    if "iss" in request.GET:
        answer["iss"] = request.GET["iss"]
    try:
        claims, access_token = flow.finish(provider, started, answer, _callback(request, provider))
        if started.connects:
            return _connected(request, provider, claims)
        person = people.person_of(provider, claims, access_token)
    except flow.Failed as error:
        return _refused(request, str(error))
    except ApiError as error:
        return _refused(request, error.message)
    auth.login(request, person, backend=BACKEND)
    return redirect(started.target)


def _connected(request: HttpRequest, provider: Provider, claims: dict[str, Any]) -> HttpResponse:
    # The flow began in this very session; whoever signed out meanwhile connects nothing.
    if not isinstance(request.user, User):
        return _refused(request, "Please sign in first.")
    person = request.user
    attempt(request, lambda: people.connect(provider, claims, person), f"Connected with {provider.name}.")
    return redirect("web:account")


def _refused(request: HttpRequest, message: str) -> HttpResponse:
    if request.user.is_authenticated:
        messages.error(request, message)
        return redirect("web:account")
    return show(request, "sso_refused", {"message": message}, status=403)
