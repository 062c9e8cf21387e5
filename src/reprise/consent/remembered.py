"""A choice as the cookie holds it: signed, and nothing in a refusal that one visitor alone would
have."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_noop

from reprise.consent.rules import Choice
from reprise.consent.trackers import Controller, Cookie, SameSite
from reprise.law.fr.trackers import Purpose

_SALT: Final = "reprise.consent.choices"
_FORM: Final = 1
# Longer ones are none of ours; no time is spent on them.
LONGEST: Final = 4_000
# Six months are 184 days at most; how long each choice is kept is the law's answer.
CHOICES: Final = Cookie(
    name="choices",
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=timedelta(days=184),
    same_site=SameSite.LAX,
    http_only=True,
    aim=gettext_noop("Remembers your answer, so that you are not asked again on each page."),
    when=gettext_noop("Set when you answer whether others may use your device."),
)
TRACKERS: Final = (CHOICES,)


def written(choice: Choice) -> str:
    facts: dict[str, Any] = {
        "v": _FORM,
        "d": choice.day.isoformat(),
        "n": choice.notice,
        "a": sorted(list(pair) for pair in choice.accepted),
    }
    if choice.receipt:
        facts["r"] = choice.receipt.hex
    return Signer(salt=_SALT).sign_object(facts, compress=True)


def read(text: str) -> Choice | None:
    """What ``written`` has written, with today's key or one before it; None for anything else."""
    if not text or len(text) > LONGEST:
        return None
    try:
        facts = Signer(salt=_SALT).unsign_object(text)
        if facts["v"] != _FORM:
            return None
        return Choice(
            day=date.fromisoformat(facts["d"]),
            notice=str(facts["n"]),
            accepted=frozenset((str(purpose), str(partner)) for purpose, partner in facts["a"]),
            receipt=UUID(hex=facts["r"]) if "r" in facts else None,
        )
    except (BadSignature, KeyError, TypeError, ValueError):
        return None
