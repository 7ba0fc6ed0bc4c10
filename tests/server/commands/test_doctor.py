# SPDX-License-Identifier: GPL-2.0-or-later
"""The doctor finds what a proxy breaks, through proxies that really break it."""

from __future__ import annotations

import threading

import pytest
from cheroot import wsgi
from django.core.files.uploadedfile import SimpleUploadedFile

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.doctor import inside, outside
from qfieldcloud_server.files.models import Version
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.sso.provider import providers
from qfieldcloud_server.wsgi import application


@pytest.fixture
def behind():
    """``behind(proxy)``: the address of the server behind a WSGI wrapper that plays the proxy."""
    running = []

    def start(proxy=application):
        server = wsgi.Server(("127.0.0.1", 0), proxy, numthreads=4, shutdown_timeout=1)
        server.expiration_interval = 0.02  # how often it looks whether it is to stop
        server.prepare()
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        running.append((server, thread))
        return "http://{}:{}".format(*server.bind_addr)

    yield start
    for server, thread in running:
        server.stop()
        thread.join(timeout=10)


def wrong(url):
    return [finding.what for finding in outside.examine(url) if finding.level == "bad"]


def answering(status, body=b"<html>", *headers):
    def answer(environ, start_response):
        start_response(status, [("Content-Type", "text/html"), *headers])
        return [body]

    return answer


def only(when, instead):
    """The application, but what ``when`` says of a request's environment is answered by ``instead``."""
    return lambda environ, start: (instead if when(environ) else application)(environ, start)


def without(*names):
    def proxy(environ, start_response):
        for name in names:
            environ.pop(name, None)
        return application(environ, start_response)

    return proxy


def test_an_honest_way_to_the_server_is_found_good(behind):
    assert wrong(behind()) == []


def test_nobody_at_the_address_is_told():
    assert wrong("http://127.0.0.1:9")[0].startswith("The server cannot be reached")


@pytest.mark.parametrize(
    ("proxy", "found"),
    [
        (answering("301 Moved", b"", ("Location", "https://elsewhere/")), "status/ is redirected"),
        (answering("200 OK"), "status/ answers 200"),
        (without("HTTP_AUTHORIZATION"), "The proxy drops Authorization"),
        (without("HTTP_RANGE"), "A part of a file is answered with 200"),
        (only(lambda e: "nothing" in e["PATH_INFO"], answering("404 Not Found")), "replaces error answers"),
        (
            only(
                lambda e: not e["PATH_INFO"].endswith("/") and "api" in e["PATH_INFO"], answering("301 Moved")
            ),
            "/api/v1/status answers 301",
        ),
        (
            only(lambda e: int(e.get("CONTENT_LENGTH") or 0) > 1_000_000, answering("413 Too Large")),
            "A body of 2 MB",
        ),
        (
            only(lambda e: e["REQUEST_METHOD"] == "PATCH", answering("403 Forbidden")),
            "PATCH is answered with 403",
        ),
        (
            only(lambda e: "DCIM" in e["PATH_INFO"], answering("400 Bad Request")),
            "escaped file name answers 400",
        ),
        (
            only(
                lambda e: "auth/user" in e["PATH_INFO"],
                answering("401 Unauthorized", b"", ("WWW-Authenticate", 'Basic realm="x"')),
            ),
            "asks for a password of its own",
        ),
        (
            only(lambda e: "providers" in e["PATH_INFO"], answering("200 OK", b"[]", ("Age", "5"))),
            "keeps answers of the API",
        ),
    ],
)
def test_what_a_proxy_breaks_is_found(behind, proxy, found):
    assert any(found in what for what in wrong(behind(proxy)))


def test_a_server_that_believes_in_another_address_is_found(behind, settings):
    settings.PUBLIC_URL = "https://other.example.org"
    assert any("address is another one" in what for what in wrong(behind()))


def test_a_host_name_that_is_not_answered_to_is_found(behind, settings):
    settings.ALLOWED_HOSTS = ["maps.example.org"]
    assert wrong(behind()) == ["The server does not answer to this host name."]


def levels():
    return {finding.what: finding.level for finding in inside.examine()}


def test_the_inside_is_looked_at_too(person, project, settings, data_dir):
    assert levels()["There is nobody who can sign in."] == "note"
    alice = person("alice")
    assert levels()["Nobody may use the admin pages."] == "note"
    User.objects.update(is_superuser=True)
    assert levels()["One person can sign in."] == "good"
    job = Job.objects.create(project=project(alice), type="package")
    Job.objects.filter(pk=job.pk).update(created_at="2020-01-01T00:00:00Z")
    assert levels()["1 jobs have waited for more than five minutes."] == "bad"
    (data_dir / "secret_key").write_text("x" * 64)
    (data_dir / "secret_key").chmod(0o644)
    assert levels()[f"{data_dir / 'secret_key'} can be read by others."] == "bad"
    settings.DEBUG = True
    assert levels()["debug is on."] == "bad"


def test_damaged_files_are_named_with_where_they_belong(person, project, api):
    trees = project(person("alice"))
    client = api(trees.owner)
    for name in ("kept.txt", "lost.txt", "changed.txt"):
        body = {"file": SimpleUploadedFile(name, name.encode())}
        assert client.post(f"/api/v1/files/{trees.pk}/{name}/", body, format="multipart").status_code == 201
    assert [finding.level for finding in inside.blobs()] == ["good"]
    paths = {
        version.file.name: blob_store().path(version.blob_id)
        for version in Version.objects.select_related("file")
    }
    paths["lost.txt"].unlink()
    paths["changed.txt"].chmod(0o644)
    paths["changed.txt"].write_text("rot")
    found = list(inside.blobs())
    assert [finding.level for finding in found] == ["bad", "bad"]
    told = " ".join(f"{finding.what} {finding.advice}" for finding in found)
    assert "is missing" in told
    assert "is changed" in told
    assert "lost.txt" in told
    assert "changed.txt" in told
    assert "kept.txt" not in told


def test_a_sign_in_provider_that_does_not_answer_is_named(settings):
    table = {"id": "work", "name": "Work", "issuer": "http://localhost:9", "client_id": "maps"}
    settings.SSO_PROVIDERS = providers([table])
    (found,) = [finding for finding in inside.examine() if "Work" in finding.what]
    assert found.level == "bad"
