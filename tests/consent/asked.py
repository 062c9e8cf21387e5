"""A shop that asks its visitors: purposes and partners as an operator writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from reprise.consent import actions, queries
from reprise.consent.configuration import Offer, day_of
from reprise.law.provision import LANGUAGES
from tests.moment import now

EVIDENCE = "a" * 64


def in_each(text: str) -> dict[str, str]:
    return {language: f"{text} ({language})" for language in LANGUAGES}


def purpose(key: str = "audience", **change: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "key": key,
        "kind": "audience",
        "version": 1,
        "title": in_each(f"Purpose {key}"),
        "text": in_each("Counts how often pages are read."),
    }
    return facts | change


def tracker(name: str = "acme_visits", **change: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "name": name,
        "kind": "cookie",
        "days": 30,
        "ours": True,
        "aim": in_each("Knows a browser again."),
    }
    return facts | change


def partner(key: str = "acme", *purposes: str, **change: Any) -> dict[str, Any]:
    today = day_of(now())
    facts: dict[str, Any] = {
        "key": key,
        "name": f"{key.title()} Metrics SAS",
        "address": "3 rue du Test, 69001 Lyon",
        "country": "FR",
        "role": "processor",
        "privacy_url": f"https://{key}.example/privacy",
        "script_url": f"https://{key}.example/count.js",
        "trackers": [tracker(f"{key}_visits")],
        "contract_ref": f"DPA-{key}",
        "contract_on": today - timedelta(days=100),
        "audited_on": today - timedelta(days=10),
        "audit_evidence": EVIDENCE,
        "next_audit_on": today + timedelta(days=300),
        "purposes": list(purposes) or ["audience"],
    }
    return facts | change


def ask(
    *keys: str, at: datetime | None = None, of: Mapping[str, Any] | None = None, **change: Any
) -> Offer:
    """Ask for the purpose ``audience`` and these partners; what is asked then."""
    moment = at or now()
    actions.save_purpose(of or purpose(), moment)
    for key in keys or ("acme",):
        actions.add_partner(partner(key, **change), moment)
        actions.activate_partner(key, moment)
    actions.ask_for("audience", moment)
    return asked_now(moment)


def asked_now(at: datetime | None = None) -> Offer:
    return queries.offer(queries.current(), at or now())
