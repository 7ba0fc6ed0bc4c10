# SPDX-License-Identifier: GPL-2.0-or-later
"""Every page opens for who may see it, says nothing to who may not, and changes what its forms say."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.projects.models import Project, ProjectCollaborator

PASSWORD = "correct horse battery staple"


@pytest.fixture
def browser():
    """``browser(alice)``: a browser in which alice has signed in."""

    def open_for(user: User | None = None) -> Client:
        client = Client(enforce_csrf_checks=False)
        if user is not None:
            client.force_login(user, backend="qfieldcloud_server.accounts.backend.PersonBackend")
        return client

    return open_for


def test_whoever_is_not_signed_in_is_asked_to_and_comes_back_to_the_page(person, project, browser):
    alice = person("alice")
    project(alice)
    client = browser()
    answer = client.get("/a/alice/trees/")
    assert answer.status_code == 302
    sent = {"username": "ALICE", "password": PASSWORD}
    answer = client.post(answer["Location"], sent | {"next": "/a/alice/trees/"})
    assert answer["Location"] == "/a/alice/trees/"
    assert b"trees" in client.get("/a/alice/trees/").content


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_signing_in_never_leads_to_another_site(person, browser, elsewhere):
    person("alice")
    answer = browser().post(
        "/accounts/login/", {"username": "alice", "password": PASSWORD, "next": elsewhere}
    )
    assert answer["Location"] == "/projects/"


def test_a_wrong_password_is_told_and_locks_the_name_at_last(person, browser):
    person("alice")
    client = browser()
    for _ in range(5):
        answer = client.post("/accounts/login/", {"username": "alice", "password": "nope"})
    assert b"Too many wrong passwords" in answer.content
    answer = client.post("/accounts/login/", {"username": "alice", "password": PASSWORD})
    assert b"Too many wrong passwords" in answer.content


def test_signing_up_is_closed_unless_the_operator_opens_it(browser, settings):
    sent = {"username": "newcomer", "email": "n@example.org", "password": PASSWORD}
    assert b"By invitation" in browser().post("/accounts/signup/", sent).content
    assert not User.objects.exists()
    settings.SIGN_UP_OPEN = True
    assert browser().post("/accounts/signup/", sent).status_code == 302
    assert User.objects.get().username == "newcomer"


PAGES = ("", "changes/", "jobs/", "people/", "settings/")


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("admin", PAGES),
        ("manager", PAGES),
        ("editor", PAGES[:3]),
        ("reporter", PAGES[:3]),
        ("reader", ("", "jobs/")),
        (None, ()),
    ],
)
def test_each_role_sees_its_pages_and_no_other(person, project, browser, role, seen):
    alice, bob = person("alice"), person("bob")
    project(alice, **({"bob": role} if role else {}))
    client = browser(bob)
    for page in PAGES:
        assert client.get(f"/a/alice/trees/{page}").status_code == (200 if page in seen else 404)


def test_pages_carry_a_policy_that_forbids_scripts(person, browser):
    answer = browser(person("alice")).get("/projects/")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert b"<script" not in answer.content


def test_what_people_type_is_shown_as_text(person, project, browser):
    alice = person("alice")
    project(alice, description="<script>alert(1)</script>")
    content = browser(alice).get("/a/alice/trees/").content
    assert b"<script>" not in content
    assert b"&lt;script&gt;" in content


def test_listing_many_projects_takes_few_queries(person, project, browser, queries):
    alice = person("alice")
    Project.objects.bulk_create(Project(owner=alice, name=f"p{n}") for n in range(100))
    client = browser(alice)
    with queries() as seen:
        assert client.get("/projects/").status_code == 200
    assert len(seen) <= 5


def test_a_manager_adds_changes_and_removes_people(person, project, browser):
    alice, bob = person("alice"), person("bob")
    trees = project(alice)
    client = browser(alice)
    client.post("/a/alice/trees/people/", {"username": "Bob", "role": "reader"})
    assert ProjectCollaborator.objects.get().role == "reader"
    client.post("/a/alice/trees/people/", {"username": "bob", "role": "editor"})
    assert ProjectCollaborator.objects.get(project=trees, collaborator=bob).role == "editor"
    client.post("/a/alice/trees/people/", {"username": "bob", "remove": "1"})
    assert not ProjectCollaborator.objects.exists()
    answer = client.post("/a/alice/trees/people/", {"username": "nobody", "role": "editor"}, follow=True)
    assert b"There is no user or team" in answer.content


def test_settings_are_saved_and_a_name_that_is_taken_is_told(person, project, browser):
    alice = person("alice")
    project(alice)
    project(alice, "other")
    client = browser(alice)
    answer = client.post(
        "/a/alice/trees/settings/",
        {
            "name": "woods",
            "description": "d",
            "overwrite_conflicts": "on",
            "public_collaborator_role": "reader",
        },
    )
    assert answer["Location"] == "/a/alice/woods/settings/"
    assert not Project.objects.get(name="woods").is_public
    answer = client.post("/a/alice/woods/settings/", {"name": "other", "public_collaborator_role": "reader"})
    assert b"has a project with this name already" in answer.content
    assert Project.objects.filter(name="woods").exists()


def test_a_project_is_deleted_only_when_its_name_is_typed(person, project, browser):
    alice = person("alice")
    project(alice)
    client = browser(alice)
    client.post("/a/alice/trees/delete/", {"name": "tree"})
    assert Project.objects.exists()
    client.post("/a/alice/trees/delete/", {"name": "trees"})
    assert not Project.objects.exists()


def test_devices_are_listed_and_signed_out_one_by_one_or_all(person, browser):
    alice, mallory = person("alice"), person("mallory")
    _, phone = tokens.make(alice, "qfield", "qfield|4.0")
    tokens.make(alice, "sdk", "sdk|py")
    _, foreign = tokens.make(mallory, "sdk")
    client = browser(alice)
    assert b"qfield|4.0" in client.get("/account/").content
    client.post("/account/devices/", {"device": phone.pk})
    client.post("/account/devices/", {"device": foreign.pk})
    assert tokens.live(alice).count() == 1
    assert tokens.live(mallory).count() == 1
    client.post("/account/devices/", {"device": "all"})
    assert not tokens.live(alice).exists()


def test_the_password_is_changed_and_devices_stay_signed_in_unless_asked(person, browser):
    alice = person("alice")
    tokens.make(alice, "qfield")
    client = browser(alice)
    sent = {
        "old_password": PASSWORD,
        "new_password1": "another long password",
        "new_password2": "another long password",
    }
    client.post("/account/password/", sent)
    alice.refresh_from_db()
    assert alice.check_password("another long password")
    assert tokens.live(alice).exists()
    assert client.get("/account/").status_code == 200


def test_a_forgotten_password_is_reset_by_mail_and_ends_every_sign_in(person, browser, settings, mailoutbox):
    alice = person("alice")
    tokens.make(alice, "qfield")
    settings.EMAIL_CONFIGURED, settings.PUBLIC_URL = True, "https://maps.example.org"
    client = browser()
    client.post("/accounts/password/reset/", {"email": "alice@example.org"}, headers={"host": "evil.example"})
    (mail,) = mailoutbox
    (link,) = (line for line in mail.body.splitlines() if line.startswith("https://maps.example.org/"))
    answer = client.get(link.removeprefix("https://maps.example.org"), follow=True)
    form = answer.redirect_chain[-1][0]
    client.post(form, {"new_password1": "another long password", "new_password2": "another long password"})
    alice.refresh_from_db()
    assert alice.check_password("another long password")
    assert not tokens.live(alice).exists()


def test_nobody_can_fill_somebody_s_mailbox(person, browser, settings, mailoutbox):
    alice = person("alice")
    settings.EMAIL_CONFIGURED, settings.PUBLIC_URL = True, "https://maps.example.org"
    for _ in range(5):
        answer = browser().post("/accounts/password/reset/", {"email": "alice@example.org"})
        assert answer.status_code == 302  # whether a mail went out is told to nobody
    assert len(mailoutbox) == 1
    User.objects.filter(pk=alice.pk).update(password_mail_at=timezone.now() - timedelta(minutes=6))
    browser().post("/accounts/password/reset/", {"email": "alice@example.org"})
    assert len(mailoutbox) == 2


def test_no_mail_is_sent_where_the_public_address_is_unknown(person, browser, mailoutbox):
    person("alice")
    browser().post("/accounts/password/reset/", {"email": "alice@example.org"})
    assert not mailoutbox


def test_an_unknown_page_is_a_page_and_an_unknown_api_address_is_json(browser):
    assert b"Nothing here" in browser().get("/nowhere/").content
    answer = browser().get("/api/v1/nowhere/")
    assert (answer.status_code, answer.json()["code"]) == (404, "object_not_found")


def test_a_package_can_be_asked_for_and_what_forbids_it_is_told(person, project, browser):
    alice = person("alice")
    trees = project(alice)
    client = browser(alice)
    assert b"no QGIS project file yet" in client.post("/a/alice/trees/jobs/", follow=True).content
    Project.objects.filter(pk=trees.pk).update(the_qgis_file_name="trees.qgs", project_details={"layers": []})
    assert b"A package is being made" in client.post("/a/alice/trees/jobs/", follow=True).content
    assert trees.jobs.get().type == "package"


def test_editors_decide_about_changes_that_were_not_applied_and_reporters_do_not(person, project, browser):
    alice, bob, carol, mallory = (person(n) for n in ("alice", "bob", "carol", "mallory"))
    trees, other = project(alice, bob="editor", carol="reporter"), project(mallory)
    ids = {
        "deltafile_id": uuid4(),
        "client_id": uuid4(),
        "content": {"method": "patch"},
        "last_status": "conflict",
    }
    delta = Delta.objects.create(uuid=uuid4(), project=trees, **ids)
    foreign = Delta.objects.create(uuid=uuid4(), project=other, **ids)
    address = "/a/alice/trees/changes/"

    def status(row):
        row.refresh_from_db()
        return row.last_status

    assert browser(carol).post(address, {"delta": delta.pk}).status_code == 404
    assert b"Try again" not in browser(carol).get(address).content
    assert b"Try again" in browser(bob).get(address).content
    browser(bob).post(address, {"delta": foreign.pk, "ignore": "1"})
    assert (status(delta), status(foreign)) == ("conflict", "conflict")
    browser(bob).post(address, {"delta": delta.pk})
    assert status(delta) == "pending"
    assert trees.jobs.get().type == "delta_apply"
    browser(bob).post(address, {"delta": delta.pk, "ignore": "1"})
    assert status(delta) == "ignored"


def test_changes_show_what_was_before_and_after_also_when_a_delta_is_odd(person, project, browser):
    alice = person("alice")
    trees = project(alice)
    good = {"method": "patch", "localLayerName": "Trees", "sourcePk": "7"}
    good |= {"old": {"attributes": {"height": 10}}, "new": {"attributes": {"height": 12.5}}}
    for content in (good, {"method": "delete"}, {"old": None, "new": None}):
        Delta.objects.create(
            uuid=uuid4(),
            project=trees,
            deltafile_id=uuid4(),
            client_id=uuid4(),
            content=content,
            created_by=alice,
        )
    content = browser(alice).get("/a/alice/trees/changes/?status=pending").content.decode()
    assert "Trees #7" in content
    assert "<del>10</del> <ins>12.5</ins>" in content
