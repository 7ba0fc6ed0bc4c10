# SPDX-License-Identifier: GPL-2.0-or-later
"""A provider on a real socket that signs whatever a test wants, also what no honest one would."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

_KEYS: dict[str, Any] = {}


def key_for(algorithm: str) -> Any:
    """Made once: RSA keys are slow."""
    if algorithm not in _KEYS:
        makers = {
            "ES": lambda: ec.generate_private_key(ec.SECP256R1()),
            "Ed": ed25519.Ed25519PrivateKey.generate,
        }
        _KEYS[algorithm] = makers.get(algorithm[:2], lambda: rsa.generate_private_key(65537, 2048))()
    return _KEYS[algorithm]


def public_jwk(key: Any, kid: str, **more: str) -> dict[str, Any]:
    kind = {"RSA": RSAAlgorithm, "EC": ECAlgorithm}.get(
        type(key).__name__.replace("PrivateKey", "").replace("EllipticCurve", "EC"), OKPAlgorithm
    )
    return {**kind.to_jwk(key.public_key(), as_dict=True), "kid": kid, "use": "sig", **more}


class TinyProvider:
    def __init__(self) -> None:
        self.keys = [public_jwk(key_for("RS256"), "first")]
        self.description: dict[str, Any] = {}
        self.userinfo: dict[str, Any] = {}
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []
        self.broken = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://localhost:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    def claims(self, **changed: Any) -> dict[str, Any]:
        """Those of alice for the client ``maps``; None leaves one out."""
        now = int(time.time())
        usual = {
            "iss": self.issuer,
            "sub": "alice-at-work",
            "aud": "maps",
            "iat": now,
            "exp": now + 300,
            "email": "alice@work.example",
            "email_verified": True,
            "preferred_username": "alice",
            "given_name": "Alice",
            "family_name": "Adams",
        }
        return {name: value for name, value in (usual | changed).items() if value is not None}

    def id_token(
        self, algorithm: str = "RS256", kid: str | None = "first", key: Any = None, **changed: Any
    ) -> str:
        headers = {"kid": kid} if kid else {}
        return jwt.encode(self.claims(**changed), key or key_for(algorithm), algorithm, headers=headers)

    def grant(self, address: str, **changed: Any) -> str:
        """What a browser brings back after its person agreed at ``address``: a code."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked | {"id_token": self.id_token(nonce=asked["nonce"], **changed)}
        return code

    def _answer(self, method: str, path: str, body: bytes, authorization: str) -> tuple[int, Any]:
        self.asked.append(path)
        if self.broken:
            return 500, {}
        if path == "/.well-known/openid-configuration":
            usual = {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "userinfo_endpoint": f"{self.issuer}/userinfo",
            }
            return 200, usual | self.description
        if path == "/keys":
            return 200, {"keys": self.keys}
        if path == "/userinfo":
            return (200, self.userinfo) if authorization == "Bearer access" else (401, {})
        if path == "/token" and method == "POST":
            return self._token(
                {name: values[0] for name, values in parse_qs(body.decode()).items()}, authorization
            )
        return 404, {}

    def _token(self, form: dict[str, str], authorization: str) -> tuple[int, Any]:
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None:
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        secret = "Basic " + base64.b64encode(b"maps:s%26cret").decode()
        expected = (asked["code_challenge"], asked["redirect_uri"], "authorization_code", secret)
        if (challenge, form["redirect_uri"], form["grant_type"], authorization) != expected:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "access", "token_type": "Bearer", "id_token": asked["id_token"]}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, answer = provider._answer(
                    self.command, self.path, body, self.headers.get("Authorization", "")
                )
                content = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                pass

        return Handler
