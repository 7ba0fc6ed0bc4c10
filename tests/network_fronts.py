# SPDX-License-Identifier: GPL-2.0-or-later
"""What lies between a desktop and its server in an office: a proxy that tunnels, and a private authority's TLS."""

from __future__ import annotations

import base64
import datetime
import ipaddress
import select
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Optional
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_CHUNK = 65536


def _pipe(one: socket.socket, other: socket.socket) -> None:
    """Bytes both ways until either side has had enough."""
    pairs = {one: other, other: one}
    with suppress(OSError):
        while True:
            for ready in select.select(list(pairs), [], [], 30)[0]:
                data = ready.recv(_CHUNK)
                if not data:
                    return
                pairs[ready].sendall(data)


class _Proxy(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            got = self.request.recv(_CHUNK)
            if not got:
                return
            head += got
        lines, _, rest = head.partition(b"\r\n\r\n")
        first, *headers = lines.decode("latin-1").split("\r\n")
        method, target, version = first.split(" ")
        self.server.asked.append((method, target))
        if not self._may_pass(headers):
            self.request.sendall(
                b"HTTP/1.1 407 Proxy Authentication Required\r\n"
                b'Proxy-Authenticate: Basic realm="office"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
            )
            return
        parts = urlsplit(target if method != "CONNECT" else f"//{target}")
        with socket.create_connection((parts.hostname, parts.port or 80), timeout=10) as upstream:
            if method == "CONNECT":
                self.request.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                # One request a connection: the next one may be for another host.
                kept = [one for one in headers if not one.lower().startswith(("proxy-", "connection:"))]
                path = target[target.index("/", len("http://")) :]
                asked = "\r\n".join([f"{method} {path} {version}", *kept, "Connection: close"])
                upstream.sendall(asked.encode("latin-1") + b"\r\n\r\n" + rest)
            _pipe(self.request, upstream)

    def _may_pass(self, headers: list[str]) -> bool:
        if self.server.login is None:
            return True
        wanted = "Basic " + base64.b64encode(self.server.login.encode()).decode()
        return any(line.lower().startswith("proxy-authorization:") and wanted in line for line in headers)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is no news."""


@contextmanager
def _running(server: _Server) -> Iterator[_Server]:
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def office_proxy(login: Optional[str] = None) -> Iterator[_Server]:
    """A proxy that forwards and tunnels; `login` is "name:password". `.asked` tells what it was asked for."""
    with _running(_Server(("127.0.0.1", 0), _Proxy)) as server:
        server.asked = []
        server.login = login
        yield server


@contextmanager
def tls_front(server: str, certificate: Path) -> Iterator[str]:
    """The same server behind TLS; yields its https address."""
    parts = urlsplit(server)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    class Front(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with (
                suppress(ssl.SSLError, OSError),
                context.wrap_socket(self.request, server_side=True) as here,
                socket.create_connection((parts.hostname, parts.port), timeout=10) as upstream,
            ):
                thread = threading.Thread(target=_one_way, args=(upstream, here), daemon=True)
                thread.start()
                _one_way(here, upstream)

    with _running(_Server(("127.0.0.1", 0), Front)) as front:
        yield f"https://127.0.0.1:{front.server_address[1]}/"


def _one_way(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(_CHUNK):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def make_authority(folder: Path, name: str) -> tuple[Path, Path]:
    """A private authority and a certificate of 127.0.0.1 signed by it: (authority's PEM, certificate with key)."""
    root_key, root = _certificate(f"{name} authority", None, None)
    key, leaf = _certificate("127.0.0.1", root_key, root)
    authority, served = folder / f"{name}-ca.pem", folder / f"{name}-server.pem"
    authority.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    served.write_bytes(private + leaf.public_bytes(serialization.Encoding.PEM))
    return authority, served


def _certificate(name, issuer_key, issuer):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    is_root = issuer is None
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if is_root else issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        # Newer Python asks certificates to name their keys and what those are for.
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer_key or key).public_key()),
            critical=False,
        )
        .add_extension(_usage(is_root), critical=True)
    )
    if not is_root:
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
        builder = builder.add_extension(names, critical=False)
    return key, builder.sign(key if is_root else issuer_key, hashes.SHA256())


def _usage(is_root):
    uses = (
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(
        digital_signature=True, key_cert_sign=is_root, crl_sign=is_root, **dict.fromkeys(uses, False)
    )
