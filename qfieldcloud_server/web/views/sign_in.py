# SPDX-License-Identifier: GPL-2.0-or-later
"""Signing in, out and up."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from qfieldcloud_server.accounts import services
from qfieldcloud_server.accounts import sign_in as accounts_sign_in
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.authentication import BACKEND
from qfieldcloud_server.api.errors import AuthenticationFailed, InvalidRequest, TooManyFailedLogins
from qfieldcloud_server.web.views.page import page, show


class SignInForm(forms.Form):
    username = forms.CharField(
        label="Username or e-mail",
        max_length=255,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autofocus": True, "autocapitalize": "none"}
        ),
    )
    password = forms.CharField(
        strip=False, max_length=1000, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


class SignUpForm(forms.Form):
    username = forms.CharField(max_length=150, widget=forms.TextInput(attrs={"autocomplete": "username"}))
    email = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    password = forms.CharField(
        strip=False, max_length=1000, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        about = User(username=self.cleaned_data.get("username", ""), email=self.cleaned_data.get("email", ""))
        validate_password(password, about)
        return password


@never_cache
@sensitive_post_parameters("password")
@page
def sign_in(request: HttpRequest) -> HttpResponse:
    target = target_of(request)
    if request.user.is_authenticated:
        return redirect(target)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = accounts_sign_in.check(
                form.cleaned_data["username"],
                form.cleaned_data["password"],
                request.META.get("REMOTE_ADDR", ""),
            )
        except TooManyFailedLogins as error:
            form.add_error(None, error.message)
        except AuthenticationFailed:
            form.add_error(None, "This name and password do not go together.")
        else:
            auth.login(request, person, backend=BACKEND)
            return redirect(target)
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    return show(request, "sign_in", {"form": form, "next": wanted, "providers": settings.SSO_PROVIDERS})


def target_of(request: HttpRequest) -> str:
    """Where to go afterwards; never to another site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return resolve_url(settings.LOGIN_REDIRECT_URL)


@require_POST
@page
def sign_out(request: HttpRequest) -> HttpResponse:
    auth.logout(request)
    return redirect("web:sign-in")


@never_cache
@sensitive_post_parameters("password")
@page
def sign_up(request: HttpRequest) -> HttpResponse:
    if not settings.SIGN_UP_OPEN:
        return show(request, "sign_up_closed")
    form = SignUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data
        try:
            person = services.create_person(sent["username"], sent["password"], sent["email"])
        except InvalidRequest as error:
            form.add_error(None, error.message)
        else:
            auth.login(request, person, backend=BACKEND)
            messages.success(request, "Welcome! Sign in with the same name and password in QGIS and QField.")
            return redirect("web:projects")
    return show(request, "sign_up", {"form": form})
