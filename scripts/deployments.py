# SPDX-License-Identifier: GPL-2.0-or-later
"""Throw-away deployments of the server: which database, how many processes, what is before them, where files are."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER = [sys.executable, "-m", "qfieldcloud_server"]
START_SECONDS, STOP_SECONDS = 60, 60
SERVES, WORKERS = 2, 2


class NotHere(Exception):
    """A program that a deployment needs is not installed."""


@dataclass(frozen=True)
class Deployment:
    database: str = "sqlite"  # or postgresql
    processes: str = "embedded"  # or many: several `serve --no-jobs` and several `worker`
    front: str = "direct"  # or nginx, or nginx-files: nginx sends the files itself
    # or webdav: then every process has a data folder of its own, as on several machines
    files: str = "folder"

    def __str__(self) -> str:
        return f"{self.database} · {self.processes} · {self.front} · {self.files}"


# SQLite is for one process (docs/adr/0040); everything else is crossed.
ALL = [
    Deployment(database, processes, front)
    for database, processes in (("sqlite", "embedded"), ("postgresql", "embedded"), ("postgresql", "many"))
    for front in ("direct", "nginx", "nginx-files")
] + [Deployment("sqlite", files="webdav"), Deployment("postgresql", "many", files="webdav")]


@dataclass
class Running:
    address: str
    log: Path


@contextmanager
def running(
    wanted: Deployment,
    folder: Path,
    prepare: Callable[[Mapping[str, str]], None],
    listen: str = "127.0.0.1:0",
) -> Iterator[Running]:
    """The deployment, started below ``folder`` after ``prepare(environment)``, and ended afterwards."""
    log = folder / "server.log"
    with ExitStack() as stack:
        environment = environment_of(folder)
        if wanted.database == "postgresql":
            environment["QFIELDCLOUD_DATABASE_URL"] = stack.enter_context(postgresql(folder / "postgresql"))
        if wanted.front == "nginx-files":
            environment["QFIELDCLOUD_X_ACCEL_PREFIX"] = "/blobs/"
        if wanted.files == "webdav":
            environment["QFIELDCLOUD_SECRET_KEY"] = secrets.token_urlsafe(48)
            environment["QFIELDCLOUD_FILES_URL"] = stack.enter_context(webdav(folder / "webdav"))
        prepare(environment)
        many = wanted.processes == "many"
        options = ["--no-jobs"] if many else []
        hosts = _hosts(environment, folder if many and wanted.files != "folder" else None)
        backends = []
        for _ in range(SERVES if many else 1):
            line = [*SERVER, "serve", "--listen", listen, *options]
            backends.append(stack.enter_context(_serving(line, next(hosts), log)))
        for _ in range(WORKERS if many else 0):
            stack.enter_context(_process([*SERVER, "worker"], next(hosts), log))
        address = backends[0]
        if wanted.front != "direct":
            blobs = Path(environment["QFIELDCLOUD_DATA_DIR"]) / "blobs"
            address = stack.enter_context(nginx(backends, folder / "nginx", blobs))
        elif many:
            address = stack.enter_context(round_robin(backends))
        yield Running(address, log)


def environment_of(folder: Path) -> dict[str, str]:
    """This one without settings of a server, and with an own data folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")}
    path = [str(ROOT), environment.get("PYTHONPATH", "")]
    return environment | {
        "QFIELDCLOUD_DATA_DIR": str(folder / "data"),
        "QFIELDCLOUD_LOG_LEVEL": "warning",
        "PYTHONPATH": os.pathsep.join(filter(None, path)),
    }


def _hosts(environment: dict[str, str], folder: Path | None) -> Iterator[dict[str, str]]:
    """The environment of each process: with a data folder of its own below ``folder``, else with the common one."""
    for number in count(1):
        own = {"QFIELDCLOUD_DATA_DIR": str(folder / f"host-{number}")} if folder else {}
        yield environment | own


@contextmanager
def _process(line: list[str], environment: Mapping[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("ab") as file:
        process = subprocess.Popen(line, env=dict(environment), stdout=subprocess.PIPE, stderr=file)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)


@contextmanager
def _serving(line: list[str], environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """Its address, told when it is ready."""
    with _process(line, environment, log) as process:
        assert process.stdout is not None
        watchdog = threading.Timer(START_SECONDS, process.kill)
        watchdog.start()
        try:
            lines = (said.decode().split() for said in process.stdout)
            address = next((words[2] for words in lines if words[:2] == ["Listening", "on"]), "")
        finally:
            watchdog.cancel()
        if not address:
            raise SystemExit(f"The server did not start:\n{log.read_text('utf-8', 'replace')}")
        yield address


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """The address of an empty database of an own cluster, which keeps nothing."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = shutil.which("initdb")
    if not programs and not found:
        raise NotHere("PostgreSQL is not installed here")
    bin_folder = programs[-1] if programs else Path(str(found)).parent
    # It refuses to run as root, and has to reach its folder as another user.
    become = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
    folder.mkdir()
    if become:
        shutil.chown(folder, "postgres", "postgres")
        folder.parent.chmod(0o711)
    port, data = free_port(), str(folder / "data")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    control = [*become, str(bin_folder / "pg_ctl"), "-D", data, "-w"]
    make = [
        str(bin_folder / "initdb"),
        "-D",
        data,
        "-U",
        "qfieldcloud",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
    ]
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run([*become, *make], **quiet)  # type: ignore[call-overload]
    subprocess.run([*control, "-l", str(folder / "log"), "-o", options, "start"], **quiet)  # type: ignore[call-overload]
    try:
        yield f"postgresql://qfieldcloud@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **quiet)  # type: ignore[call-overload]


@contextmanager
def webdav(folder: Path) -> Iterator[str]:
    """The address of a WebDAV server that asks for no password."""
    program = shutil.which("wsgidav", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if not program:
        raise NotHere("wsgidav is not installed here")
    folder.mkdir()
    port = free_port()
    options = ["--host=127.0.0.1", f"--port={port}", f"--root={folder}", "--auth=anonymous", "-q"]
    with _process([program, "--no-config", *options], os.environ, folder.with_suffix(".log")) as process:
        wait_for_port(port, lambda: process.poll() is None)
        yield f"http://127.0.0.1:{port}/files"


NGINX = """\
pid {folder}/pid; error_log {folder}/error.log; {user} worker_processes 1; daemon off;
events {{ }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream server {{ {backends} }}
  server {{
    listen 127.0.0.1:{port}; client_max_body_size 10g;
    location / {{
      proxy_pass http://server; proxy_http_version 1.1;
      proxy_set_header Host $http_host; proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_request_buffering off; proxy_max_temp_file_size 0; proxy_read_timeout 300s;
    }}
    location /blobs/ {{ internal; etag off; add_header ETag $upstream_http_etag; alias {blobs}/; }}
  }}
}}
"""


@contextmanager
def nginx(backends: list[str], folder: Path, blobs: Path) -> Iterator[str]:
    """The configuration of docs/hosting/proxy.md, before one or several servers."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        raise NotHere("nginx is not installed here")
    folder.mkdir()
    port = free_port()
    text = NGINX.format(
        folder=folder,
        user="user root;" if os.getuid() == 0 else "",
        port=port,
        blobs=blobs,
        backends=" ".join(f"server {address.removeprefix('http://')};" for address in backends),
    )
    (folder / "nginx.conf").write_text(text)
    with _process([program, "-c", str(folder / "nginx.conf")], os.environ, folder / "error.log") as process:
        wait_for_port(port, lambda: process.poll() is None)
        yield f"http://127.0.0.1:{port}"


@contextmanager
def round_robin(backends: list[str]) -> Iterator[str]:
    """One address whose connections go to the servers in turn, byte for byte."""
    turn = cycle(
        [(host, int(port)) for host, _, port in (a.removeprefix("http://").rpartition(":") for a in backends)]
    )
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            server = socket.create_connection(next(turn))
            for source, target in ((client, server), (server, client)):
                threading.Thread(target=_pump, args=(source, target), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(1 << 16):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        source.close()
        target.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait_for_port(port: int, alive: Callable[[], bool]) -> None:
    for _ in range(START_SECONDS * 20):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=0.05).close()
        except OSError:
            if not alive():
                raise SystemExit(f"What should listen on port {port} did not start.") from None
            threading.Event().wait(0.05)
        else:
            return
    raise SystemExit(f"Nothing listens on port {port}.")
