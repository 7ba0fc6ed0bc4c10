# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's pages: every list and form opens, and what they save is what the API then tells."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.accounts.models import Organization, Person, Team, User
from qfieldcloud_server.projects import selectors
from qfieldcloud_server.projects.models import Secret

PASSWORD = "correct horse battery staple"


@pytest.fixture
def operator(person):
    """A browser in which a superuser has signed in."""
    client = Client()
    client.force_login(
        person("root", is_staff=True, is_superuser=True),
        backend="qfieldcloud_server.accounts.backend.PersonBackend",
    )
    return client


@pytest.mark.parametrize(
    "model", sorted(admin.site._registry, key=lambda m: m._meta.label), ids=lambda m: m._meta.label
)
def test_every_list_and_every_form_opens(operator, model):
    options = admin.site._registry[model]
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert operator.get(reverse(f"{name}_changelist") + "?q=a").status_code == 200
    adding = operator.get(reverse(f"{name}_add")).status_code
    assert adding in (200, 403), options


def _rows(prefix, *rows):
    """A formset's fields."""
    fields = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        fields |= {f"{prefix}-{number}-{key}": value for key, value in row.items()}
    return fields


def test_a_person_made_here_can_sign_in(operator, api):
    sent = {"username": "Newcomer", "email": "n@example.org", "password1": PASSWORD, "password2": PASSWORD}
    operator.post(reverse("admin:accounts_person_add"), sent)
    answer = api().post("/api/v1/auth/login/", {"username": "newcomer", "password": PASSWORD})
    assert answer.status_code == 200
    made = Person.objects.get(username="newcomer")
    change = {"username": "newcomer", "email": "n@example.org", "quota_mb": "5", "is_active": "on"}
    operator.post(reverse("admin:accounts_person_change", args=[made.pk]), change)
    assert User.objects.get(pk=made.pk).quota_bytes == 5_000_000


def test_a_name_that_differs_only_in_case_is_refused(operator, person):
    person("alice")
    sent = {"username": "ALICE", "email": "", "password1": PASSWORD, "password2": PASSWORD}
    answer = operator.post(reverse("admin:accounts_person_add"), sent)
    assert b"Somebody has this name already" in answer.content


def test_an_organization_and_a_team_are_made_with_their_people(operator, person, api):
    alice, bob = person("alice"), person("bob")
    sent = {
        "username": "acme",
        "email": "",
        "organization_owner": alice.pk,
        "is_active": "on",
        "quota_mb": "",
    }
    sent |= _rows("members", {"member": bob.pk, "role": "member"})
    operator.post(reverse("admin:accounts_organization_add"), sent)
    acme = Organization.objects.get()
    sent = {"team_organization": acme.pk, "name": "surveyors"} | _rows("team_members", {"member": bob.pk})
    operator.post(reverse("admin:accounts_team_add"), sent)
    assert Team.objects.get().username == "@acme/surveyors"
    assert api(bob).get("/api/v1/organizations/acme/teams/").json() == [
        {"team": "surveyors", "organization": "acme", "members": ["bob"]}
    ]


def test_a_secret_is_stored_encrypted_and_never_shown(operator, person, project):
    trees = project(person("alice"))
    sent = {"name": "PG_PASSWORD", "type": "envvar", "new_value": "hush hush", "project": trees.pk}
    operator.post(reverse("admin:projects_secret_add"), sent)
    secret = Secret.objects.get()
    assert b"hush" not in bytes(secret.value)
    assert selectors.secrets_for(trees, None) == {"PG_PASSWORD": ("envvar", "hush hush")}
    assert b"hush" not in operator.get(reverse("admin:projects_secret_change", args=[secret.pk])).content
    operator.post(reverse("admin:projects_secret_change", args=[secret.pk]), sent | {"new_value": ""})
    assert selectors.secrets_for(trees, None) == {"PG_PASSWORD": ("envvar", "hush hush")}


def test_signing_somebody_out_everywhere_ends_the_tokens(operator, person):
    alice = person("alice")
    tokens.make(alice, "qfield")
    sent = {"action": "sign_out_everywhere", "_selected_action": [alice.pk]}
    operator.post(reverse("admin:accounts_person_changelist"), sent)
    assert not tokens.live(alice).exists()
