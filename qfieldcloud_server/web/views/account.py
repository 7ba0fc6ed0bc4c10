# SPDX-License-Identifier: GPL-2.0-or-later
"""One's own account: profile, picture, password, storage and the devices that are signed in."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from qfieldcloud_server.accounts import selectors, services, tokens
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import InvalidRequest
from qfieldcloud_server.api.pictures import MAX_BYTES
from qfieldcloud_server.sso import documents
from qfieldcloud_server.sso.models import Identity
from qfieldcloud_server.web.views.page import SignedIn, attempt, show, signed_in


class ProfileForm(forms.Form):
    first_name = forms.CharField(max_length=150, required=False)
    last_name = forms.CharField(max_length=150, required=False)
    email = forms.EmailField(label="E-mail", required=False)


class PasswordForm(PasswordChangeForm):
    end_sign_ins = forms.BooleanField(label="Also sign out all devices", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # It is one form of several on its page.
        self.fields["old_password"].widget.attrs.pop("autofocus", None)


class FirstPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """For who came by single sign-on and has none yet."""

    end_sign_ins = forms.BooleanField(label="Also sign out all devices", required=False)


def _password_form(person: User, data: Any = None) -> PasswordForm | FirstPasswordForm:
    return (PasswordForm if person.has_usable_password() else FirstPasswordForm)(person, data)


@signed_in
def account(request: SignedIn) -> HttpResponse:
    person = request.user
    return show(
        request,
        "account",
        {
            "profile": ProfileForm(
                initial={n: getattr(person, n) for n in ("first_name", "last_name", "email")}
            ),
            "password": _password_form(person),
            "devices": tokens.live(person),
            "used": selectors.storage_used(person),
            "organizations": selectors.organizations_of(person),
            "providers": settings.SSO_PROVIDERS,
            "identities": _identities(person),
        },
        form_targets=_origins(),
    )


def _identities(person: User) -> list[tuple[str, Identity]]:
    """With the name of the provider, where it is still set."""
    names = {provider.issuer: provider.name for provider in settings.SSO_PROVIDERS}
    return [(names.get(row.issuer, row.issuer), row) for row in Identity.objects.filter(user=person)]


def _origins() -> list[str]:
    """Where the form that connects an account ends: browsers hold its redirect to the policy, too."""
    found = []
    for provider in settings.SSO_PROVIDERS:
        with suppress(documents.Unreachable):
            parts = urlsplit(documents.addresses(provider).request_url)
            found.append(f"{parts.scheme}://{parts.netloc}")
    return found


@signed_in
@require_POST
def change_profile(request: SignedIn) -> HttpResponse:
    form = ProfileForm(request.POST)
    if form.is_valid():
        attempt(request, lambda: services.update_user(request.user, **form.cleaned_data), "Saved.")
    else:
        messages.error(request, _first_error(form))
    return redirect("web:account")


@signed_in
@require_POST
def change_avatar(request: SignedIn) -> HttpResponse:
    picture = request.FILES.get("avatar")
    if "remove" in request.POST:
        attempt(request, lambda: services.remove_avatar(request.user), "The picture is gone.")
    elif picture is None:
        messages.error(request, InvalidRequest("No picture was chosen.").message)
    else:
        content = picture.read(MAX_BYTES + 1)
        attempt(request, lambda: services.set_avatar(request.user, content), "Saved.")
    return redirect("web:account")


@sensitive_post_parameters()
@signed_in
@require_POST
def change_password(request: SignedIn) -> HttpResponse:
    form = _password_form(request.user, request.POST)
    if not form.is_valid():
        messages.error(request, _first_error(form))
        return redirect("web:account")
    person = form.save()
    if form.cleaned_data["end_sign_ins"]:
        tokens.end_all(person)
    update_session_auth_hash(request, person)
    messages.success(request, "The password is changed.")
    return redirect("web:account")


@signed_in
@require_POST
def end_devices(request: SignedIn) -> HttpResponse:
    """One device by its number, or all of them."""
    number = request.POST.get("device", "")
    if number == "all":
        tokens.end_all(request.user)
        update_session_auth_hash(request, request.user)
        messages.success(request, "All devices and other browsers are signed out.")
    elif number.isdecimal() and len(number) < 19:
        device = tokens.live(request.user).filter(pk=int(number)).first()
        if device:
            tokens.end(device)
        messages.success(request, "The device is signed out.")
    return redirect("web:account")


def _first_error(form: forms.Form) -> str:
    return str(next(iter(form.errors.values()))[0])
