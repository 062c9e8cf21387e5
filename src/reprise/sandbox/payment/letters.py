"""The notices of a change: written beside it, and due when the test card says so."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from reprise.kernel.ids import new_id
from reprise.sandbox.payment.cards import Behaviour
from reprise.sandbox.payment.config import Config
from reprise.sandbox.payment.rules import Change
from reprise.sandbox.payment.states import Told
from reprise.sandbox.payment.wire import snapshot

SIGNATURE_HEADER: Final = "Sandbox-Signature"
TWIN_AFTER: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Letter:
    """One sending of a notice.  Two letters with the same ``event`` are the same notice twice."""

    event: str
    kind: str
    body: str
    due: datetime


def letters(change: Change, now: datetime, config: Config) -> list[Letter]:
    """What will be sent about a change, and when."""
    behaviour = change.after.behaviour
    if behaviour == Behaviour.NOTICE_NEVER or not change.told:
        return []
    due = now
    if behaviour == Behaviour.NOTICE_LATE:
        due = now + config.late
    written: list[Letter] = []
    for kind, amount in change.told:
        if behaviour == Behaviour.NOTICE_DISORDER and kind is Told.AUTHORISED:
            due = now + config.held
        event = f"evt_{new_id().hex}"
        body = json.dumps(
            {
                "id": event,
                "type": kind.value,
                "created": now.isoformat(),
                "amount": amount,
                "payment": snapshot(change.after),
            }
        )
        written.append(Letter(event, kind.value, body, due))
        if behaviour == Behaviour.NOTICE_TWICE:
            written.append(Letter(event, kind.value, body, due + TWIN_AFTER))
    return written


def overtaken(change: Change, now: datetime) -> datetime | None:
    """When notices held back by this payment's card become due, if this change overtakes them."""
    if change.after.behaviour != Behaviour.NOTICE_DISORDER or not change.told:
        return None
    kinds: Sequence[Told] = [kind for kind, _ in change.told]
    return None if Told.AUTHORISED in kinds else now + TWIN_AFTER


def sign(secret: str, moment: int, body: str) -> str:
    """The signature header of a body sent at ``moment`` (seconds since 1970)."""
    seal = hmac.new(secret.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()
    return f"t={moment},v1={seal}"
