# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of the pages; QField and QFieldSync link to /a/…, /accounts/signup/ and /accounts/password/reset/."""

from __future__ import annotations

from django.urls import path
from django.views.generic import RedirectView

from qfieldcloud_server.web.views import account, password, project, projects, sign_in, sso

app_name = "web"
PROJECT = "a/<str:owner>/<str:name>/"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="web:projects"), name="home"),
    path("accounts/login/", sign_in.sign_in, name="sign-in"),
    path("accounts/logout/", sign_in.sign_out, name="sign-out"),
    path("accounts/signup/", sign_in.sign_up, name="sign-up"),
    path("accounts/password/reset/", password.Ask.as_view(), name="password-reset"),
    path("accounts/password/reset/sent/", password.Sent.as_view(), name="password-reset-sent"),
    path("accounts/password/reset/<uidb64>/<token>/", password.Choose.as_view(), name="password-choose"),
    path("accounts/password/reset/done/", password.Done.as_view(), name="password-reset-done"),
    path("accounts/sso/<slug:provider_id>/", sso.start, name="sso"),
    path("accounts/sso/<slug:provider_id>/callback/", sso.callback, name="sso-callback"),
    path("accounts/sso/<slug:provider_id>/connect/", sso.connect, name="sso-connect"),
    path("account/identities/", sso.disconnect, name="account-identities"),
    path("account/", account.account, name="account"),
    path("account/profile/", account.change_profile, name="account-profile"),
    path("account/avatar/", account.change_avatar, name="account-avatar"),
    path("account/password/", account.change_password, name="account-password"),
    path("account/devices/", account.end_devices, name="account-devices"),
    path("projects/", projects.projects, name="projects"),
    path("a/<str:owner>/", projects.owner, name="owner"),
    path(PROJECT, project.files, name="project"),
    path(PROJECT + "file/<path:filename>/", project.versions, name="versions"),
    path(PROJECT + "changes/", project.changes, name="changes"),
    path(PROJECT + "jobs/", project.jobs, name="jobs"),
    path(PROJECT + "people/", project.people, name="people"),
    path(PROJECT + "settings/", project.settings, name="settings"),
    path(PROJECT + "delete/", project.delete, name="delete"),
]
