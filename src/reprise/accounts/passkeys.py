"""WebAuthn: what a page asks a person's device, and whether the answer is right.

A challenge is made without a row: random bytes, the end of its life and a keyed hash that binds it
to what it is for.  One that was answered is written down, so it is answered once.
"""

from __future__ import annotations

import hashlib
import ipaddress
import json
import os
import struct
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from cryptography.exceptions import UnsupportedAlgorithm
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.crypto import constant_time_compare, salted_hmac
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from reprise.accounts.models import Passkey, SpentChallenge, User
from reprise.kernel.refusal import Refusal

LIFE: Final = timedelta(minutes=15)
MOST: Final = 10
_SALT = "reprise.accounts.passkeys"
# What reading an answer that no device has made can end in.
_MALFORMED: Final = (
    ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError,
    NotImplementedError, RecursionError, struct.error, UnsupportedAlgorithm,
)  # fmt: skip
_REQUIRED = UserVerificationRequirement.REQUIRED


class PasskeyRefused(Refusal):
    code = "passkey_refused"
    message = (
        "This passkey could not be used. Nothing was changed; load the page again and try"
        " once more."
    )
    status = 422


class TooManyPasskeys(Refusal):
    code = "too_many_passkeys"
    message = "You have %(most)s passkeys. Remove one that you no longer use first."
    status = 422


def origin() -> str:
    """Where passkeys belong: the public address; ``localhost`` for this machine's own number,
    because a browser makes no passkey for a number."""
    public = urlsplit(settings.PUBLIC_URL)
    host = public.hostname or "localhost"
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        return f"{public.scheme}://{public.netloc}"
    if not loopback:
        return f"{public.scheme}://{public.netloc}"
    return f"{public.scheme}://localhost" + (f":{public.port}" if public.port else "")


def _server() -> Fido2Server:
    return Fido2Server(
        PublicKeyCredentialRpEntity(name="Reprise", id=urlsplit(origin()).hostname),
        verify_origin=lambda given: given == origin(),
    )


def challenge(purpose: str, about: str, now: datetime) -> bytes:
    """Bytes that only this purpose (``create``, ``get``) and subject may answer, for a while."""
    ends = int((now + LIFE).timestamp()).to_bytes(8, "big")
    body = os.urandom(16) + ends
    return body + _mark(purpose, about, body)


def _mark(purpose: str, about: str, body: bytes) -> bytes:
    text = f"{purpose}:{about}:{body.hex()}"
    return salted_hmac(_SALT, text, algorithm="sha256").digest()[:16]


def spend(given: bytes, purpose: str, about: str, now: datetime) -> None:
    """Take a challenge once.  Raises PasskeyRefused for one that is not ours, over, or spent."""
    body, mark = given[:24], given[24:]
    if len(given) != 40 or not constant_time_compare(mark, _mark(purpose, about, body)):
        raise PasskeyRefused
    ends = datetime.fromtimestamp(int.from_bytes(body[16:], "big"), UTC)
    if ends <= now:
        raise PasskeyRefused
    try:
        with transaction.atomic():
            SpentChallenge.objects.create(digest=hashlib.sha256(given).hexdigest(), expires_at=ends)
    except IntegrityError:
        raise PasskeyRefused from None


def creation_options(user_id: UUID, email: str, now: datetime) -> str:
    """JSON for ``navigator.credentials.create``."""
    known = [
        AttestedCredentialData(bytes(each))
        for each in Passkey.objects.filter(user_id=user_id).values_list("credential", flat=True)
    ]
    options, _ = _server().register_begin(
        PublicKeyCredentialUserEntity(name=email, id=user_id.bytes, display_name=email),
        known,
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=_REQUIRED,
        challenge=challenge("create", str(user_id), now),
    )
    return json.dumps(dict(options.public_key))


def request_options(now: datetime, about: str = "") -> str:
    """JSON for ``navigator.credentials.get``; ``about`` is the user who must answer, if known."""
    options, _ = _server().authenticate_begin(
        user_verification=_REQUIRED, challenge=challenge("get", about, now)
    )
    return json.dumps(dict(options.public_key))


def _state(given: bytes) -> dict[str, Any]:
    return {"challenge": websafe_encode(given), "user_verification": _REQUIRED}


def register(user: User, answer: dict[str, Any], name: str, now: datetime) -> Passkey:
    """Keep the passkey that a device made for ``user``.  Raises PasskeyRefused, TooManyPasskeys.

    Runs in the caller's transaction: a challenge stays spent only with the passkey.
    """
    if Passkey.objects.filter(user=user).count() >= MOST:
        raise TooManyPasskeys(most=MOST)
    try:
        response = RegistrationResponse.from_dict(answer)
        given = response.response.client_data.challenge
        spend(given, "create", str(user.pk), now)
        made = _server().register_complete(_state(given), response)
        data = made.credential_data
        if data is None or len(data.credential_id) > 1023:
            raise PasskeyRefused
        with transaction.atomic():
            return Passkey.objects.create(
                user=user,
                credential_id=data.credential_id,
                credential=bytes(data),
                sign_count=made.counter,
                name=name.strip()[:60] or "Passkey",
                created_at=now,
            )
    except (*_MALFORMED, IntegrityError):
        raise PasskeyRefused from None


@transaction.atomic
def signed_in(answer: dict[str, Any], now: datetime, about: str = "") -> User:
    """The owner of the passkey that answered.  Raises PasskeyRefused.

    A device that counts its signatures must count on: a copy of it would not.
    """
    try:
        response = AuthenticationResponse.from_dict(answer)
        given = response.response.client_data.challenge
        key = (
            Passkey.objects.select_related("user")
            .filter(credential_id=response.raw_id, user__is_active=True)
            .first()
        )
        if key is None or (about and about != str(key.user_id)):
            raise PasskeyRefused
        spend(given, "get", about, now)
        _server().authenticate_complete(
            _state(given), [AttestedCredentialData(bytes(key.credential))], response
        )
        counter = response.response.authenticator_data.counter
    except _MALFORMED:
        raise PasskeyRefused from None
    counts_on = Q(sign_count__lt=counter) | (Q(sign_count=0) if counter == 0 else Q(pk=None))
    if not Passkey.objects.filter(counts_on, id=key.id).update(sign_count=counter, used_at=now):
        raise PasskeyRefused
    return key.user
