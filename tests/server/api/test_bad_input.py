# SPDX-License-Identifier: GPL-2.0-or-later
"""Every endpoint of the description, given what nobody should send: a clear 4xx, and nothing is written."""

from __future__ import annotations

import json
import re
import socket
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

from qfieldcloud_server.accounts import tokens

DESCRIPTION = SchemaGenerator().get_schema(public=True)
MANY = 10_000_000_000_000_000_000_000_000
# Wrong somewhere, for every field of every body and every parameter.
VALUES: list[Any] = [
    None,
    -1,
    MANY,
    1e308,
    True,
    "",
    " ",
    "x" * 100_000,
    "a\0b",
    "\ud800",
    "../../../etc/passwd",
    "'; DROP TABLE x; --",
    "<!DOCTYPE x [<!ENTITY a 'a'>]>",
    "9" * 400,
    "0001-01-01T00:00:00+14:00",
    str(uuid.UUID(int=0)),
    [],
    [None],
    {},
    {"a": {"b": [{}]}},
]
# What ends up in a query, with the escapes it comes in.
QUERIES = [
    "",
    "-1",
    str(MANY),
    "1e308",
    "%F0%9F%92%A5",
    "%ED%A0%80",
    "%ff",
    "a%00b",
    "x" * 3000,
    "../..",
    "'--",
    "%5B%5D",
    "[]",
]
# Path parameters as they stand in the address.
SEGMENTS = [
    "..", "..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "a%5c..%5cb", "C%3a%5cx", "CON", "nul.txt", "a%00b", "%ff%fe",
    "%ed%a0%80", "%0a", "%20", "a.", "x" * 3000, "-1", str(MANY), "%F0%9F%92%A5", "%3Cscript%3E", "null",
    str(uuid.UUID(int=0)), "%7B%7D", "@acme", "a%3fb%23c", "%25%32%65",
]  # fmt: skip
BAD_PARTS = [
    b'Content-Disposition: form-data; name="file"; filename="a"\r\n\r\ncut',
    b'Content-Disposition: form-data; name="file"\r\n\r\nno file\r\n--b--\r\n',
    b'Content-Disposition: form-data; name="x"; filename="a"\r\n\r\nx\r\n--b--\r\n',
    b'Content-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n!\r\n'
    b"--b--\r\n",
    b"no header at all",
]
JSON, FORM = "application/json", "multipart/form-data; boundary="
BODIES: list[tuple[bytes, str]] = [
    (b"", JSON),
    (b"{", JSON),
    (b"[]", JSON),
    (b'"text"', JSON),
    (b"null", JSON),
    (b'{"name": NaN}', JSON),
    (b'{"name": 1e99999}', JSON),
    (b'{"name": ' + b"9" * 5000 + b"}", JSON),
    (b"\xff\xfe\x00", JSON),
    (b"{}", "application/json; charset=no-such-charset"),
    (b"[" * 100_000, JSON),
    (b'{"a":' * 50_000, JSON),
    (b"<x/>", "application/xml"),
    (b"{}", ""),
    (b"%ff=%00&" * 150, "application/x-www-form-urlencoded"),
    (b"a=b&" * 1000, "application/x-www-form-urlencoded"),
    (b"x", "multipart/form-data"),
    (b"x", FORM),
    (b"x", FORM + "b" * 300),
    *((b"--b\r\n" + part, FORM + "b") for part in BAD_PARTS),
]


@dataclass
class Operation:
    method: str
    path: str
    parameters: list[str]
    queries: list[str]
    fields: list[str]
    takes_body: bool

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def _operations() -> Iterator[Operation]:
    for path, methods in DESCRIPTION["paths"].items():
        for method, said in methods.items():
            queries = [p["name"] for p in said.get("parameters", []) if p["in"] == "query"]
            fields: dict[str, None] = {}
            for body in said.get("requestBody", {}).get("content", {}).values():
                name = body["schema"].get("$ref", "").rpartition("/")[2]
                schema = DESCRIPTION["components"]["schemas"].get(name, body["schema"])
                fields |= dict.fromkeys(schema.get("properties", {}))
            yield Operation(
                method, path, re.findall(r"{(\w+)}", path), queries, list(fields), "requestBody" in said
            )


OPERATIONS = list(_operations())
BY_NAME = pytest.mark.parametrize("operation", OPERATIONS, ids=str)


class World:
    """One of everything that addresses name, its owner's client, and an eye on what is written."""

    def __init__(self, client: APIClient, known: dict[str, str], folder: Path) -> None:
        self.client, self.known, self.folder = client, known, folder
        self._eye = sqlite3.connect(folder / "db.sqlite3") if connection.vendor == "sqlite" else None

    def address(self, operation: Operation, **changed: str) -> str:
        values = {name: quote(self.known[name]) for name in operation.parameters} | changed
        return operation.path.format(**values)

    def state(self) -> tuple[int, frozenset[str]]:
        """Changes whenever anything is committed or a blob comes or goes."""
        version = self._eye.execute("PRAGMA data_version").fetchone()[0] if self._eye else 0
        files = (str(path) for path in (self.folder / "blobs").rglob("*") if path.is_file())
        return version, frozenset(files)

    def try_it(self, operation: Operation, call: Callable[[], Any], what: str) -> None:
        before = self.state()
        answer = call()
        told = f"{operation} with {what[:100]!r}: {answer.status_code} {answer.content[:200]!r}"
        assert answer.status_code < 500, told
        assert not 300 <= answer.status_code < 400, told
        if answer.status_code >= 400:
            if operation.method != "head":
                assert set(json.loads(answer.content)) == {"code", "message"}, told
                assert len(answer.content) < 10_000, told
            # A wrong password is counted, and that is all that a refusal ever writes.
            assert self.state() == before or operation.path.startswith("/api/v1/auth/"), told

    def close(self) -> None:
        if self._eye:
            self._eye.close()


@pytest.fixture
def world(person, organization, team, project, data_dir) -> Iterator[World]:
    alice, bob = person("alice", is_staff=True), person("bob")
    acme = organization("acme", alice, bob="member")
    team(acme, "squad", bob)
    trees = project(alice, bob="editor")
    token, _ = tokens.make(alice, "worker")
    client = APIClient(raise_request_exception=False)
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    ids = dict.fromkeys(
        ("project", "project_id", "job", "deltafile", "public_id", "delta_file"), str(trees.pk)
    )
    names = {"organization": "acme", "team": "squad", "username": "bob", "filename": "a.txt", "name": "KEY"}
    parameters = {name for operation in OPERATIONS for name in operation.parameters}
    known = dict.fromkeys(parameters, str(trees.pk)) | ids | names
    made = World(client, known, data_dir)
    yield made
    made.close()


# Of every list each operation gets a part, and another than its neighbours: most read their input with the same code.
SHARE = 6


@BY_NAME
def test_nothing_that_is_sent_breaks_anything(operation, world):
    for what, call in _requests(operation, world):
        world.try_it(operation, call, what)


def _requests(operation: Operation, world: World) -> Iterator[tuple[str, Callable[[], Any]]]:
    if operation.path.endswith("/auth/logout/"):
        return  # ends the sign-in that the others need
    send, address = getattr(world.client, operation.method), world.address(operation)
    mine = slice(OPERATIONS.index(operation) % SHARE, None, SHARE)
    for parameter, segment in product(operation.parameters, SEGMENTS[mine]):
        hostile = world.address(operation, **{parameter: segment})
        yield hostile, lambda hostile=hostile: send(hostile)
    if operation.method == "get":
        for query, value in product({*operation.queries, "unheard-of"}, QUERIES[mine]):
            yield f"{query}={value}", lambda query=query, value=value: send(f"{address}?{query}={value}")
    for field, value in product(operation.fields, VALUES[mine]):
        body = json.dumps({field: value})
        yield body, lambda body=body: send(address, body, content_type="application/json")
    for content, kind in BODIES[mine] if operation.takes_body else []:
        yield (
            f"{kind}: {content[:99]!r}",
            lambda content=content, kind=kind: world.client.generic(
                operation.method.upper(), address, content, kind
            ),
        )


def test_a_body_that_ends_early_is_refused_by_every_endpoint(world, live_server):
    host, port = live_server.removeprefix("http://").split(":")
    token = world.client._credentials["HTTP_AUTHORIZATION"]
    before = world.state()
    for operation in OPERATIONS:
        if not operation.takes_body:
            continue
        for kind, start in ((JSON, b'{"name": "cut'), (FORM + "b", b"--b\r\n" + BAD_PARTS[0])):
            head = (
                f"{operation.method.upper()} {world.address(operation)} HTTP/1.1\r\nHost: {host}\r\n"
                f"Authorization: {token}\r\nContent-Type: {kind}\r\nContent-Length: 5000\r\nConnection: close\r\n\r\n"
            )
            with socket.create_connection((host, int(port)), timeout=30) as client:
                client.sendall(head.encode() + start)
                client.shutdown(socket.SHUT_WR)
                answer = b"".join(iter(lambda: client.recv(65536), b""))
            # A server may also hang up on who hung up; it must not fail, and must not take half for a whole.
            assert answer[:12] in (b"", b"HTTP/1.1 400", b"HTTP/1.1 415"), (
                str(operation),
                kind,
                answer[:300],
            )
    assert world.state() == before
