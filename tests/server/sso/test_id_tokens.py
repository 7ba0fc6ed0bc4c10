# SPDX-License-Identifier: GPL-2.0-or-later
"""Only what the provider signed for this server, and what has not ended, says who somebody is."""

from __future__ import annotations

import base64
import hmac
import json
import time

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from qfieldcloud_server.sso import documents
from qfieldcloud_server.sso.id_tokens import Refused, verify
from qfieldcloud_server.sso.provider import providers

from .tiny_provider import key_for, public_jwk


@pytest.fixture
def provider(tiny):
    table = {
        "id": "work",
        "name": "Work",
        "issuer": tiny.issuer,
        "client_id": "maps",
        "native_client_id": "devices",
    }
    return providers([table])[0]


@pytest.mark.parametrize("algorithm", ["RS256", "RS512", "PS256", "ES256", "EdDSA"])
def test_a_good_token_is_believed_whatever_it_is_signed_with(tiny, provider, algorithm):
    tiny.keys.append(public_jwk(key_for(algorithm), "other"))
    assert verify(provider, tiny.id_token(algorithm, kid="other"))["sub"] == "alice-at-work"
    assert (
        verify(provider, tiny.id_token(algorithm, kid="other", aud=["devices"]))["email"]
        == "alice@work.example"
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another-client"},
        {"aud": ["maps", "another-client"]},
        {"azp": "another-client"},
        {"exp": int(time.time()) - 120},
        {"iat": int(time.time()) + 3600},
        {"nbf": int(time.time()) + 3600},
        {"nonce": "of somebody else"},
        {"sub": ""},
        {"sub": "x" * 256},
        {"sub": None},
        {"exp": None},
        {"iat": None},
        {"aud": None},
        {"iss": None},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_token_that_is_signed_but_not_meant_for_us_is_refused(tiny, provider, changed):
    with pytest.raises(Refused):
        verify(provider, tiny.id_token(**changed))


def unsigned(tiny, header):
    parts = (json.dumps(header), json.dumps(tiny.claims()))
    return ".".join(base64.urlsafe_b64encode(part.encode()).rstrip(b"=").decode() for part in parts) + "."


def test_a_token_without_a_signature_is_refused(tiny, provider):
    for name in ("none", "None", "NONE", "", None):
        with pytest.raises(Refused):
            verify(provider, unsigned(tiny, {"alg": name, "kid": "first"}))


def test_a_public_key_is_no_shared_secret(tiny, provider):
    """Whoever knows the public key could sign with it if HS256 were allowed."""
    pem = key_for("RS256").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = unsigned(tiny, {"alg": "HS256", "kid": "first"}).rstrip(".")
    for secret in (pem, json.dumps(tiny.keys[0]).encode(), b"s&cret"):
        signature = (
            base64.urlsafe_b64encode(hmac.digest(secret, signed.encode(), "sha256")).rstrip(b"=").decode()
        )
        with pytest.raises(Refused):
            verify(provider, f"{signed}.{signature}")


def test_a_token_of_another_key_is_refused_whatever_it_is_called(tiny, provider):
    stranger = key_for("RS-stranger")
    for kid in ("first", "unknown", None):
        with pytest.raises(Refused):
            verify(provider, tiny.id_token(kid=kid, key=stranger))
    # A key that the token brings along, or points to, is nobody's.
    carried = jwt.encode(
        tiny.claims(), stranger, "RS256", headers={"kid": "first", "jwk": public_jwk(stranger, "first")}
    )
    with pytest.raises(Refused):
        verify(provider, carried)


def test_a_key_for_encryption_or_of_another_algorithm_does_not_sign(tiny, provider):
    tiny.keys[:] = [public_jwk(key_for("RS256"), "first") | {"use": "enc"}]
    with pytest.raises(Refused):
        verify(provider, tiny.id_token())
    documents.forget()
    tiny.keys[:] = [public_jwk(key_for("RS256"), "first", alg="PS256")]
    with pytest.raises(Refused):
        verify(provider, tiny.id_token())


@pytest.mark.parametrize("token", ["", "a", "a.b.c", "é.é.é", "x" * 20_000, "..", "e30.e30.e30"])
def test_what_is_no_token_is_refused(provider, token):
    with pytest.raises(Refused):
        verify(provider, token)


def test_a_token_without_a_key_id_goes_with_the_only_key(tiny, provider):
    assert verify(provider, tiny.id_token(kid=None))
    tiny.keys.append(public_jwk(key_for("RS-second"), "second"))
    documents.forget()
    with pytest.raises(Refused):
        verify(provider, tiny.id_token(kid=None))


def test_the_nonce_must_be_the_one_that_was_sent(tiny, provider):
    token = tiny.id_token(nonce="mine")
    assert verify(provider, token, "mine")
    assert verify(provider, token, any_nonce=True)
    for nonce in ("other", "", None):
        with pytest.raises(Refused):
            verify(provider, token, nonce)
    with pytest.raises(Refused):
        verify(provider, tiny.id_token(), "mine")


def test_new_keys_are_found_and_made_up_ones_do_not_make_the_provider_busy(tiny, provider, monkeypatch):
    verify(provider, tiny.id_token())
    tiny.keys[:] = [public_jwk(key_for("RS-second"), "second")]
    clock = time.monotonic()
    monkeypatch.setattr(documents.time, "monotonic", lambda: clock + documents.RETRY_SECONDS + 1)
    assert verify(provider, tiny.id_token(kid="second", key=key_for("RS-second")))
    asked = len(tiny.asked)
    for number in range(20):
        with pytest.raises(Refused):
            verify(provider, tiny.id_token(kid=f"made-up-{number}"))
    assert len(tiny.asked) == asked


def test_known_keys_outlive_a_provider_that_is_down(tiny, provider, monkeypatch):
    verify(provider, tiny.id_token())
    tiny.broken = True
    clock = time.monotonic()
    monkeypatch.setattr(documents.time, "monotonic", lambda: clock + documents.KEPT_SECONDS + 1)
    assert verify(provider, tiny.id_token())
    documents.forget()
    with pytest.raises(documents.Unreachable):
        verify(provider, tiny.id_token())


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "http://localhost:1"},
        {"jwks_uri": "http://elsewhere.example/keys"},
        {"jwks_uri": "file:///etc/passwd"},
        {"token_endpoint": None},
        {"authorization_endpoint": 7},
    ],
    ids=str,
)
def test_a_description_that_cannot_be_trusted_is_not_used(tiny, provider, said):
    tiny.description = said
    with pytest.raises(documents.Unreachable):
        verify(provider, tiny.id_token())
