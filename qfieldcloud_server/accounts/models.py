# SPDX-License-Identifier: GPL-2.0-or-later
"""People, organizations and teams: one table of names, because owners and collaborators may be any of them."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin, UserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

NAME_PATTERN = r"^[A-Za-z][-\w]{2,149}\Z"

check_name = RegexValidator(
    NAME_PATTERN, "3 to 150 letters, digits, - and _, starting with a letter.", flags=re.ASCII
)


class User(AbstractBaseUser, PermissionsMixin):
    """A person (who may sign in), an organization or a team (which may not)."""

    class Type(models.IntegerChoices):
        PERSON = 1, "person"
        ORGANIZATION = 2, "organization"
        TEAM = 3, "team"

    username = models.CharField(max_length=255, unique=True, help_text="Teams are named @organization/team.")
    type = models.PositiveSmallIntegerField(choices=Type.choices, default=Type.PERSON, editable=False)
    email = models.EmailField(blank=True)
    first_name = models.CharField(max_length=150, blank=True)
    last_name = models.CharField(max_length=150, blank=True)
    is_active = models.BooleanField(default=True, help_text="Whoever is not active cannot sign in.")
    is_staff = models.BooleanField(default=False, help_text="May use the admin pages and create users.")
    date_joined = models.DateTimeField(default=timezone.now, editable=False)
    quota_bytes = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="Storage for the files of own projects. Empty: no limit."
    )
    sessions_ended_at = models.DateTimeField(null=True, editable=False)
    password_mail_at = models.DateTimeField(null=True, editable=False)
    avatar_type = models.CharField(max_length=10, blank=True, editable=False, help_text="Empty: no avatar.")
    # Organizations only.
    organization_owner = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_organizations",
        limit_choices_to={"type": Type.PERSON},
    )
    max_members = models.PositiveIntegerField(
        null=True, blank=True, help_text="Counts the owner. Empty: no limit."
    )
    # Teams only.
    team_organization = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="teams",
        limit_choices_to={"type": Type.ORGANIZATION},
    )

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]
    objects = UserManager()

    class Meta:
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(Lower("username"), name="username_unique_whatever_case"),
            models.UniqueConstraint(
                Lower("email"), name="email_unique_among_people", condition=Q(type=1) & ~Q(email="")
            ),
            models.CheckConstraint(
                name="organizations_have_owners",
                condition=Q(type=2, organization_owner__isnull=False)
                | ~Q(type=2) & Q(organization_owner__isnull=True),
            ),
            models.CheckConstraint(
                name="teams_have_organizations",
                condition=Q(type=3, team_organization__isnull=False)
                | ~Q(type=3) & Q(team_organization__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.username

    @property
    def is_person(self) -> bool:
        return self.type == self.Type.PERSON

    @property
    def is_organization(self) -> bool:
        return self.type == self.Type.ORGANIZATION

    @property
    def is_team(self) -> bool:
        return self.type == self.Type.TEAM

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def short_name(self) -> str:
        """The name without ``@organization/`` of a team."""
        return self.username.rpartition("/")[2]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's, and with the time when all sessions were ended: those of before do not match any more."""
        ended = self.sessions_ended_at.isoformat() if self.sessions_ended_at else ""
        salt = "qfieldcloud_server.accounts.models.User.sessions"
        return salted_hmac(salt, self.password + ended, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        return self.full_name or self.username

    def get_short_name(self) -> str:
        return self.short_name


class _OfType(UserManager[Any]):
    use_in_migrations = False

    def __init__(self, of_type: int) -> None:
        super().__init__()
        self.of_type = of_type

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(type=self.of_type)


class Person(User):
    objects: ClassVar[_OfType] = _OfType(User.Type.PERSON)

    class Meta:
        proxy = True
        verbose_name_plural = "people"


class Organization(User):
    objects: ClassVar[_OfType] = _OfType(User.Type.ORGANIZATION)

    class Meta:
        proxy = True


class Team(User):
    objects: ClassVar[_OfType] = _OfType(User.Type.TEAM)

    class Meta:
        proxy = True


class OrganizationMember(models.Model):
    """A person who belongs to an organization; its owner has no row here."""

    class Role(models.TextChoices):
        ADMIN = "admin", "admin"
        CREATOR = "creator", "creator"
        MEMBER = "member", "member"

    organization = models.ForeignKey(
        User, models.CASCADE, related_name="members", limit_choices_to={"type": User.Type.ORGANIZATION}
    )
    member = models.ForeignKey(
        User, models.CASCADE, related_name="memberships", limit_choices_to={"type": User.Type.PERSON}
    )
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MEMBER)
    is_public = models.BooleanField(
        default=False, help_text="Whether strangers are told of this membership on pages."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["member__username"]
        constraints = [models.UniqueConstraint(fields=["organization", "member"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.member} in {self.organization} as {self.role}"


class TeamMember(models.Model):
    team = models.ForeignKey(
        User, models.CASCADE, related_name="team_members", limit_choices_to={"type": User.Type.TEAM}
    )
    member = models.ForeignKey(
        User, models.CASCADE, related_name="team_memberships", limit_choices_to={"type": User.Type.PERSON}
    )

    class Meta:
        ordering = ["member__username"]
        constraints = [models.UniqueConstraint(fields=["team", "member"], name="team_member_once")]

    def __str__(self) -> str:
        return f"{self.member} in {self.team}"


class AuthToken(models.Model):
    """One sign-in of one client. The token itself is told once and kept nowhere; this row knows its hash."""

    class Client(models.TextChoices):
        QFIELD = "qfield", "QField"
        QFIELDSYNC = "qfieldsync", "QGIS"
        SDK = "sdk", "SDK"
        CLI = "cli", "command line"
        BROWSER = "browser", "browser"
        WORKER = "worker", "worker"
        UNKNOWN = "unknown", "unknown"

    user = models.ForeignKey(User, models.CASCADE, related_name="auth_tokens")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    client_type = models.CharField(max_length=12, choices=Client.choices, default=Client.UNKNOWN)
    user_agent = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-last_used_at"]
        indexes = [models.Index(fields=["user", "client_type", "expires_at"])]

    def __str__(self) -> str:
        return f"{self.get_client_type_display()} of {self.user}"


class LoginFailures(models.Model):
    """Wrong passwords for one name from one address; ``name`` need not be an account's."""

    name = models.CharField(max_length=255)
    address = models.CharField(max_length=45)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "login failures"
        constraints = [models.UniqueConstraint(fields=["name", "address"], name="failures_once")]

    def __str__(self) -> str:
        return f"{self.count} for {self.name} from {self.address}"


class Avatar(models.Model):
    """A picture of at most some kilobytes, kept here so that every deployment serves it alike."""

    user = models.OneToOneField(User, models.CASCADE, related_name="avatar", primary_key=True)
    content = models.BinaryField()
    content_type = models.CharField(max_length=20)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"avatar of {self.user}"
