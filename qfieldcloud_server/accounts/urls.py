# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of accounts, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.accounts.api import avatars, members, sign_in, subscriptions, teams, users

TEAM = "organizations/<str:organization>/teams/<str:team>/"

urlpatterns = [
    path("auth/login/", sign_in.Login.as_view(), name="login"),
    path("auth/token/", sign_in.Login.as_view(), name="token"),
    path("auth/sso/", sign_in.SsoToken.as_view(), name="sso-token"),
    path("auth/logout/", sign_in.Logout.as_view(), name="logout"),
    path("auth/user/", sign_in.CurrentUser.as_view(), name="current-user"),
    path("auth/providers/", sign_in.Providers.as_view(), name="providers"),
    path("users/", users.Users.as_view(), name="users"),
    path("users/<str:username>/", users.OneUser.as_view(), name="user"),
    path("users/<str:username>/organizations/", users.OrganizationsOfUser.as_view(), name="organizations"),
    path("subscriptions/<str:username>/current/", subscriptions.Subscription.as_view(), name="subscription"),
    path("members/<str:organization>/", members.Members.as_view(), name="members"),
    path("members/<str:organization>/<str:username>/", members.OneMember.as_view(), name="member"),
    path("organizations/<str:organization>/teams/", teams.Teams.as_view(), name="teams"),
    path(TEAM, teams.OneTeam.as_view(), name="team"),
    path(TEAM + "members/", teams.TeamMembers.as_view(), name="team-members"),
    path(TEAM + "members/<str:username>/", teams.OneTeamMember.as_view(), name="team-member"),
    path("files/avatars/<str:public_id>/", avatars.AvatarPicture.as_view(), name="avatar"),
    path(
        "files/avatars/<str:public_id>/<str:filename>", avatars.AvatarPicture.as_view(), name="named-avatar"
    ),
]
