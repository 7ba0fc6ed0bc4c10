# SPDX-License-Identifier: GPL-2.0-or-later
"""Forgotten passwords: a mail with a link, then a new password, which ends every sign-in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils import timezone

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.web.views.page import POLICY

BETWEEN_MAILS = timedelta(minutes=5)


class _Page:
    """The browser's policy for Django's own views."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        response["Content-Security-Policy"] = POLICY
        return response


class ResetForm(PasswordResetForm):
    """Mails only where the public address is known: a link must never follow what a request says of the host."""

    def get_users(self, email: str) -> Iterator[User]:
        """Whoever has just been written to is not written to again: nobody can fill somebody's mailbox."""
        now = timezone.now()
        for person in super().get_users(email):
            due = Q(password_mail_at=None) | Q(password_mail_at__lt=now - BETWEEN_MAILS)
            if User.objects.filter(due, pk=person.pk).update(password_mail_at=now):
                yield person

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not (settings.EMAIL_CONFIGURED and settings.PUBLIC_URL):
            return
        url = urlsplit(settings.PUBLIC_URL)
        super().save(
            domain_override=url.netloc,
            use_https=url.scheme == "https",
            subject_template_name="web/password_mail_subject.txt",
            email_template_name="web/password_mail.txt",
            extra_email_context={"site_title": settings.SITE_TITLE},
        )


class NewPasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    def save(self, commit: bool = True) -> User:
        person: User = super().save(commit)
        tokens.end_all(person)
        return person


class Ask(_Page, views.PasswordResetView):
    template_name = "web/password_ask.html"
    form_class = ResetForm
    success_url = reverse_lazy("web:password-reset-sent")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        can_mail = bool(settings.EMAIL_CONFIGURED and settings.PUBLIC_URL)
        return super().get_context_data(**kwargs) | {"can_mail": can_mail}


class Sent(_Page, views.PasswordResetDoneView):
    template_name = "web/password_sent.html"


class Choose(_Page, views.PasswordResetConfirmView):
    template_name = "web/password_choose.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("web:password-reset-done")


class Done(_Page, views.PasswordResetCompleteView):
    template_name = "web/password_done.html"
