"""A security key in software: what a browser would send for it, signed for real."""

from __future__ import annotations

import json
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN = "http://localhost:8000"
_PRESENT_VERIFIED, _HOLDS_KEY = 0x05, 0x40


class Authenticator:
    """``counts``: whether it counts its signatures, as a device does that cannot be copied."""

    def __init__(self, *, origin: str = ORIGIN, counts: bool = True, flags: int = 0x05) -> None:
        self.origin = origin
        self.flags = flags
        self.counts = counts
        self.counter = 0
        self.id = os.urandom(16)
        self._key = ec.generate_private_key(ec.SECP256R1())

    def create(self, options: str) -> dict[str, Any]:
        asked = json.loads(options)
        client = self._client("webauthn.create", asked["challenge"])
        credential = AttestedCredentialData.create(
            b"\0" * 16, self.id, ES256.from_cryptography_key(self._key.public_key())
        )
        data = AuthenticatorData.create(
            sha256(asked["rp"]["id"].encode()), self.flags | _HOLDS_KEY, self._tick(), credential
        )
        return self._answer(
            clientDataJSON=client, attestationObject=AttestationObject.create("none", data, {})
        )

    def get(self, options: str) -> dict[str, Any]:
        asked = json.loads(options)
        client = self._client("webauthn.get", asked["challenge"])
        data = AuthenticatorData.create(sha256(asked["rpId"].encode()), self.flags, self._tick())
        signature = self._key.sign(data + sha256(client), ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signature)

    def _client(self, kind: str, challenge: str) -> bytes:
        assert websafe_decode(challenge)
        told = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _tick(self) -> int:
        self.counter += self.counts
        return self.counter

    def _answer(self, **response: bytes) -> dict[str, Any]:
        name = websafe_encode(self.id)
        return {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": {key: websafe_encode(bytes(value)) for key, value in response.items()},
        }
