# SPDX-License-Identifier: GPL-2.0-or-later
"""Roles and their origins, for one project and for many."""

from __future__ import annotations

import pytest

from qfieldcloud_server.projects.models import Project, Role
from qfieldcloud_server.projects.roles import (
    PERMISSIONS,
    Action,
    allows,
    belonging_to,
    visible_to,
    with_origins,
    with_roles,
)


def role_of(user, project):
    found = with_origins(with_roles(Project.objects.all(), user.pk), user.pk).get(pk=project.pk)
    return found.user_role, found.user_role_origin


def test_the_owner_is_admin(person, project):
    alice = person("alice")
    assert role_of(alice, project(alice)) == ("admin", "project_owner")


def test_a_stranger_has_no_role_in_a_private_project_and_reads_a_public_one(person, project):
    alice, mallory = person("alice"), person("mallory")
    assert role_of(mallory, project(alice)) == (None, None)
    assert role_of(mallory, project(alice, "open", is_public=True)) == ("reader", "public")


def test_a_public_project_may_let_everyone_report_or_edit(person, project):
    alice, mallory = person("alice"), person("mallory")
    open_to_all = project(alice, is_public=True, public_collaborator_role="reporter")
    assert role_of(mallory, open_to_all) == ("reporter", "public")
    Project.objects.update(is_public=False)
    assert role_of(mallory, open_to_all) == (None, None)


@pytest.mark.parametrize("role", list(Role))
def test_a_collaborator_has_the_given_role(person, project, role):
    alice, bob = person("alice"), person("bob")
    assert role_of(bob, project(alice, is_public=True, bob=role)) == (role, "collaborator")


def test_owner_and_admins_of_an_organization_are_admins_of_its_projects(person, organization, project):
    alice, bob, carol = person("alice"), person("bob"), person("carol")
    trees = project(organization("acme", alice, bob="admin", carol="creator"), bob="reader")
    assert role_of(alice, trees) == ("admin", "organization_owner")
    assert role_of(bob, trees) == ("admin", "organization_admin")
    assert role_of(carol, trees) == (None, None)


def test_the_strongest_of_several_teams_counts_and_a_direct_role_comes_first(
    person, organization, team, project
):
    alice, bob = person("alice"), person("bob")
    acme = organization("acme", alice, bob="member")
    team(acme, "readers", bob)
    team(acme, "editors", bob)
    trees = project(acme, **{"@acme/readers": "reader", "@acme/editors": "editor"})
    assert role_of(bob, trees) == ("editor", "team_member")
    direct = project(acme, "direct", bob="reader", **{"@acme/editors": "editor"})
    assert role_of(bob, direct) == ("reader", "collaborator")


def test_what_belongs_to_a_user_leaves_out_what_is_only_public(person, organization, team, project):
    alice, bob = person("alice"), person("bob")
    acme = organization("acme", alice, bob="member")
    team(acme, "editors", bob)
    shared = project(alice, "shared", bob="reader", is_public=True)
    by_team = project(acme, "by_team", **{"@acme/editors": "editor"})
    public = project(alice, "public", is_public=True)
    project(alice, "private")
    everything = Project.objects.all()
    assert set(belonging_to(everything, bob)) == {shared, by_team}
    assert set(visible_to(everything, bob)) == {shared, by_team, public}


def test_roles_of_many_projects_take_one_query(person, project, queries):
    alice, bob = person("alice"), person("bob")
    for number in range(20):
        project(alice, f"p{number}", bob="editor")
    with queries() as seen:
        assert {p.user_role for p in with_roles(belonging_to(Project.objects.all(), bob), bob)} == {"editor"}
    assert len(seen) == 1


@pytest.mark.parametrize("action", list(Action))
def test_every_role_may_at_least_what_the_next_weaker_one_may(action):
    allowed = [allows(role, action) for role in Role]
    assert allowed == sorted(allowed, reverse=True)
    assert allows(Role.ADMIN, action)
    assert not allows(None, action)
    assert action in PERMISSIONS
