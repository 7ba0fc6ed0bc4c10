# SPDX-License-Identifier: GPL-2.0-or-later
"""What the server costs: one line a row, against a goal and a peer or the bare machine. Linux; takes some minutes.

QFieldCloud's own figures were measured on a machine with 2 cores, the start of its containers left out.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import requests

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.demo.server import CompanionServer  # noqa: E402
from tests.data.simple_projects import SimpleProject, make_table, point  # noqa: E402

PASSWORD = "bench bench bench"  # pragma: allowlist secret
MB = 1_000_000
# QField looks once a second; looking all the time would slow down what is measured.
POLL_SECONDS = 0.02


class Table:
    """Prints rows as they are known; `short` says whether a goal was missed."""

    def __init__(self) -> None:
        self.short = False
        print("what | ours | peer or floor | ratio | goal | ok", flush=True)

    def row(self, what: str, ours: str, other: str, ratio: float | None, goal: str, reached: bool) -> None:
        self.short |= not reached
        shown = "-" if ratio is None else f"{ratio:.2f}"
        print(f"{what} | {ours} | {other} | {shown} | {goal} | {'ok' if reached else 'short'}", flush=True)


class Bench:
    """A running server, a signed-in person, and measuring helpers."""

    def __init__(self, server: CompanionServer, table: Table, scratch: Path) -> None:
        self.server, self.table, self.scratch = server, table, scratch
        self.session = requests.Session()
        self.session.headers["User-Agent"] = "sdk|py|bench"
        login = self.session.post(self.url("auth/login/"), json={"username": "bench", "password": PASSWORD})
        self.session.headers["Authorization"] = f"Token {login.json()['token']}"

    def url(self, path: str) -> str:
        return f"{self.server.url}/api/v1/{path}"

    def project(self, name: str) -> str:
        return str(self.session.post(self.url("projects/"), json={"name": name}).json()["id"])

    def upload(self, project: str, name: str, path: Path) -> float:
        """Seconds that it took."""
        stream, length = multipart(path)
        headers = {"Content-Type": "multipart/form-data; boundary=bench", "Content-Length": str(length)}
        started = time.perf_counter()
        answer = self.ask("POST", f"files/{project}/{name}/", stream, headers)
        assert answer.status == 201, answer.read()
        return time.perf_counter() - started

    def ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        """Without requests in between, which is the slower end of a transfer on one machine."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=600)
        sent = {"Authorization": str(self.session.headers["Authorization"]), **(headers or {})}
        connection.request(method, f"/api/v1/{path}", body, sent)
        return connection.getresponse()

    def settle(self, project: str) -> None:
        unfinished = {"pending", "queued", "started"}
        while True:
            jobs = self.session.get(self.url("jobs/"), params={"project_id": project}).json()
            if not unfinished & {job["status"] for job in jobs}:
                return
            time.sleep(POLL_SECONDS)

    def push(self, project: str, deltas: list[dict[str, Any]]) -> float:
        """Seconds from the POST until all deltas are seen to be applied."""
        file_id = str(uuid4())
        content = {"version": "1.0", "id": file_id, "project": project, "files": [], "deltas": deltas}
        started = time.perf_counter()
        answer = self.session.post(self.url(f"deltas/{project}/"), files={"file": ("d", json.dumps(content))})
        assert answer.status_code == 200, answer.text
        while True:
            found = self.session.get(self.url(f"deltas/{project}/{file_id}/")).json()
            statuses = {delta["status"] for delta in found}
            if not statuses & {"STATUS_PENDING", "STATUS_BUSY"}:
                assert statuses == {"STATUS_APPLIED"}, found[0]
                return time.perf_counter() - started
            time.sleep(POLL_SECONDS)


def multipart(path: Path) -> tuple[Iterator[bytes], int]:
    head = b'--bench\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n'
    tail = b"\r\n--bench--\r\n"

    def stream() -> Iterator[bytes]:
        yield head
        with path.open("rb", buffering=0) as file:
            while chunk := file.read(1 << 20):
                yield chunk
        yield tail

    return stream(), len(head) + path.stat().st_size + len(tail)


def make_project(folder: Path, rows: int = 0) -> SimpleProject:
    columns = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, name TEXT, note TEXT, height REAL"
    make_table(folder / "data.gpkg", "trees", columns, list(tree_rows(rows or 100)))
    project = SimpleProject(folder)
    project.layer("trees", "./data.gpkg|layername=trees", fields=["fid", "name", "note", "height"])
    project.save()
    return project


def tree_rows(count: int) -> Iterator[tuple[Any, ...]]:
    for number in range(1, count + 1):
        x, y = number % 360 - 180, number % 180 - 90
        note = hashlib.sha256(str(number).encode()).hexdigest() * 2
        yield (number, point(x, y), f"tree {number}", note, float(number % 40))


def patch(fid: int, height: float) -> dict[str, Any]:
    return {
        "uuid": str(uuid4()), "clientId": str(uuid4()), "exportId": str(uuid4()), "method": "patch",
        "localPk": str(fid), "sourcePk": str(fid), "localLayerId": "trees_id", "sourceLayerId": "trees_id",
        "old": {"attributes": {"fid": fid}}, "new": {"attributes": {"height": height}},
    }  # fmt: skip


# --- rows -------------------------------------------------------------------------------------------------------------


def bench_start(bench: Bench) -> None:
    bench.server.stop()
    started = time.perf_counter()
    bench.server.start()
    bench.table.row(
        "start until status/ is good", f"{time.perf_counter() - started:.2f} s", "-", None, "< 2 s",
        time.perf_counter() - started < 2,
    )  # fmt: skip


def bench_small_project(bench: Bench) -> None:
    make_project(bench.scratch / "small")
    project = bench.project("small")
    started = time.perf_counter()
    bench.upload(project, "data.gpkg", bench.scratch / "small/data.gpkg")
    bench.upload(project, "project.qgs", bench.scratch / "small/project.qgs")
    bench.settle(project)
    job = bench.session.post(bench.url("jobs/"), json={"project_id": project, "type": "package"}).json()
    bench.settle(project)
    took = time.perf_counter() - started
    assert bench.session.get(bench.url(f"jobs/{job['id']}/")).json()["status"] == "finished"
    bench.table.row("publish a small project", f"{took:.2f} s", "6.6 s", took / 6.6, "< 1 s", took < 1)
    for count, peer in ((1, 8.0), (100, 13.0), (2000, 170.0)):
        took = statistics.median(
            bench.push(project, [patch(n % 100 + 1, k) for n in range(count)]) for k in range(3)
        )
        what = f"{count} delta{'s' if count > 1 else ''} until applied"
        bench.table.row(what, f"{took:.3f} s", f"{peer} s", took / peer, "< peer / 10", took < peer / 10)


def bench_big_geopackage(bench: Bench, pushes: int) -> None:
    folder = bench.scratch / "big"
    make_project(folder, rows=425_000)
    size = (folder / "data.gpkg").stat().st_size / MB
    project = bench.project("big")
    bench.upload(project, "data.gpkg", folder / "data.gpkg")
    bench.upload(project, "project.qgs", folder / "project.qgs")
    bench.settle(project)
    bench.push(project, [patch(1, 1)])
    seconds = sorted(bench.push(project, [patch(n * 37 + 1, n)]) for n in range(pushes))
    median, p95 = statistics.median(seconds), seconds[int(len(seconds) * 0.95)]
    what = f"one delta on a GeoPackage of {size:.0f} MB"
    bench.table.row(
        f"{what}, median", f"{median * 1000:.0f} ms", "9.0 s", median / 9, "< 300 ms", median < 0.3
    )
    bench.table.row(f"{what}, p95", f"{p95 * 1000:.0f} ms", "9.0 s", p95 / 9, "< 1 s", p95 < 1)
    bench.push(project, [patch(n + 1, 7) for n in range(2000)])
    bench.settle(project)
    rate = apply_rate(bench, project)
    bench.table.row(
        "2,000 deltas in one file, apply step",
        f"{rate:.0f}/s",
        "11.8/s",
        rate / 11.8,
        ">= 5,000/s",
        rate >= 5000,
    )


def apply_rate(bench: Bench, project: str) -> float:
    """Deltas per second, as the last job tells it in its log."""
    jobs = bench.session.get(bench.url("jobs/"), params={"project_id": project}).json()
    last = max((job for job in jobs if job["type"] == "delta_apply"), key=lambda job: job["created_at"])
    output = bench.session.get(bench.url(f"jobs/{last['id']}/")).json()["output"]
    line = next(line for line in output.splitlines() if " deltas in " in line)
    count, seconds = line.split(" deltas in ")[0].split()[-1], line.split(" deltas in ")[1].split()[0]
    return int(count) / float(seconds)


def bench_big_file(bench: Bench, size: int) -> None:
    path = bench.scratch / "big.bin"
    write_noise(path, size)
    floor = size / MB / floor_seconds(path, bench.scratch)
    project = bench.project("transfers")
    base = memory(bench.server.pid)
    with peak_memory(bench.server.pid) as peak:
        up = size / MB / bench.upload(project, "big.bin", path)
    grown = peak() - base
    named = f"{size / 1e9:.0f} GB file"
    bench.table.row(
        f"upload of a {named}", f"{up:.0f} MB/s", f"{floor:.0f} MB/s (cp and hashes)", up / floor, ">= 0.70",
        up >= 0.7 * floor,
    )  # fmt: skip
    bench.table.row(f"upload of a {named}, memory", f"+{grown:.0f} MB", "-", None, "< 64 MB", grown < 64)
    with peak_memory(bench.server.pid) as peak:
        down = size / MB / download(bench, project, bench.scratch / "down.bin")
    grown = peak() - base
    bench.table.row(
        f"download of a {named}", f"{down:.0f} MB/s", f"{floor:.0f} MB/s (cp and hashes)", down / floor, ">= 0.70",
        down >= 0.7 * floor,
    )  # fmt: skip
    bench.table.row(f"download of a {named}, memory", f"+{grown:.0f} MB", "-", None, "< 64 MB", grown < 64)


def write_noise(path: Path, size: int) -> None:
    block = os.urandom(1 << 20)
    with path.open("wb", buffering=0) as file:
        for number in range(size >> 20):
            file.write(number.to_bytes(8, "big") + block[8:])


def floor_seconds(path: Path, scratch: Path) -> float:
    """Copying the file on the same disk, durably, and computing the two hashes that the API tells."""
    copy = scratch / "copy.bin"
    started = time.perf_counter()
    shutil.copyfile(path, copy)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    with copy.open("rb", buffering=0) as file:
        while chunk := file.read(1 << 20):
            sha256.update(chunk)
            md5.update(chunk)
    took = time.perf_counter() - started
    copy.unlink()
    return took


def download(bench: Bench, project: str, path: Path) -> float:
    started = time.perf_counter()
    answer = bench.ask("GET", f"files/{project}/big.bin/")
    room = memoryview(bytearray(1 << 20))
    with path.open("wb", buffering=0) as file:
        while received := answer.readinto(room):
            file.write(room[:received])
    took = time.perf_counter() - started
    path.unlink()
    return took


def bench_one_megabyte(bench: Bench) -> None:
    path = bench.scratch / "one.bin"
    path.write_bytes(os.urandom(MB))
    project = bench.project("one")
    took = statistics.median(bench.upload(project, "one.bin", path) for _ in range(10))
    bench.table.row("upload 1 MB", f"{took * 1000:.0f} ms", "100 ms", took / 0.1, "< 100 ms", took < 0.1)


LIST_QUERIES = """
import django, sys; django.setup()
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.projects.models import Project, ProjectCollaborator
guest = User.objects.get(username="guest")
owner = User.objects.get(username="bench")
made = Project.objects.bulk_create(Project(owner=owner, name=f"list_{n}") for n in range(1000))
ProjectCollaborator.objects.bulk_create(ProjectCollaborator(project=p, collaborator=guest, role="editor") for p in made)
client = APIClient()
client.force_authenticate(guest)
for limit in (20, 200):
    with CaptureQueriesContext(connection) as seen:
        assert len(client.get("/api/v1/projects/", {"limit": limit}).json()) == limit
    print(len(seen))
"""


def list_queries(server: CompanionServer) -> list[int]:
    """Counted in a process of its own, on the server's database."""
    environment = os.environ | {
        "QFIELDCLOUD_DATA_DIR": str(server.data),
        "DJANGO_SETTINGS_MODULE": "qfieldcloud_server.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", LIST_QUERIES],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(line) for line in done.stdout.split()]


def bench_listing(bench: Bench) -> None:
    few, many = list_queries(bench.server)
    same = few == many <= 3
    bench.table.row(
        "SQL queries for a page of 1,000 projects", f"{few} and {many}", "-", None, "<= 3, any page", same
    )
    guest = requests.Session()
    login = guest.post(bench.url("auth/login/"), json={"username": "guest", "password": PASSWORD})
    guest.headers["Authorization"] = f"Token {login.json()['token']}"

    def once(limit: int) -> float:
        started = time.perf_counter()
        assert len(guest.get(bench.url("projects/"), params={"limit": limit}).json()) == limit
        return time.perf_counter() - started

    took = statistics.median(once(50) for _ in range(5))
    bench.table.row(
        "list 50 of 1,000 projects",
        f"{took:.3f} s",
        "0.94 s (of 200)",
        took / 0.94,
        "< peer / 5",
        took < 0.19,
    )


def bench_idle(bench: Bench, seconds: float) -> None:
    bench.server.stop()
    bench.server.start()
    bench.session.get(bench.url("projects/"))
    time.sleep(2)
    before = cpu_seconds(bench.server.pid)
    time.sleep(seconds)
    share = (cpu_seconds(bench.server.pid) - before) / seconds * 100
    used = memory(bench.server.pid)
    bench.table.row("memory when idle", f"{used:.0f} MB", "-", None, "< 120 MB", used < 120)
    bench.table.row("CPU when idle", f"{share:.2f} %", "-", None, "< 0.5 %", share < 0.5)


# --- the machine ------------------------------------------------------------------------------------------------------


def memory(pid: int, field: str = "VmRSS") -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) * 1024 / MB


@contextmanager
def peak_memory(pid: int) -> Iterator[Callable[[], float]]:
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    yield lambda: memory(pid, "VmHWM")


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller files and fewer rounds; the goals stay")
    parser.add_argument(
        "--only", nargs="+", default=[], help="names of rows: start small big file one list idle"
    )
    options = parser.parse_args()
    rows: dict[str, Callable[[Bench], None]] = {
        "start": bench_start,
        "small": bench_small_project,
        "big": lambda bench: bench_big_geopackage(bench, 20 if options.quick else 60),
        "file": lambda bench: bench_big_file(bench, 300 << 20 if options.quick else 2 << 30),
        "one": bench_one_megabyte,
        "list": bench_listing,
        "idle": lambda bench: bench_idle(bench, 5 if options.quick else 20),
    }
    table = Table()
    with (
        tempfile.TemporaryDirectory(
            prefix="bench-", dir="build" if Path("build").is_dir() else None
        ) as folder,
        CompanionServer(Path(folder) / "data") as server,
    ):
        for name in ("bench", "guest"):
            server.add_person(name, PASSWORD)
        bench = Bench(server, table, Path(folder))
        for name, row in rows.items():
            if not options.only or name in options.only:
                row(bench)
    return 1 if table.short else 0


if __name__ == "__main__":
    sys.exit(main())
