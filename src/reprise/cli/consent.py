"""`reprise consent`: what visitors are asked, and for whom (decision 0035).

A browser session of staff can stop a partner, never begin one: only here is a page opened to
another party.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import yaml

from reprise.cli.errors import Problem
from reprise.cli.files import text_of
from reprise.consent import actions, queries
from reprise.consent.configuration import day_of
from reprise.consent.states import StopReason
from reprise.consent.trackers import Kind
from reprise.kernel import clock
from reprise.web.trackers import REGISTER


def consent(given: argparse.Namespace) -> None:
    """Run one verb.  Raises Problem with what to mend."""
    now = clock.now()
    verbs: Mapping[tuple[str, str], Callable[[], str]] = {
        ("purpose", "add"): lambda: _save_purpose(given.what, now),
        ("purpose", "activate"): lambda: _ask_for(given.what, now, active=True),
        ("purpose", "deactivate"): lambda: _ask_for(given.what, now, active=False),
        ("partner", "add"): lambda: _add_partner(given.what, now),
        ("partner", "activate"): lambda: _activate(given.what, now),
        ("partner", "kill"): lambda: _kill(given.what, given.why, now),
        ("list", ""): lambda: _listed(now),
    }
    print(verbs[given.noun, given.verb if given.noun != "list" else ""]())


def _save_purpose(file: str, now: datetime) -> str:
    row = actions.save_purpose(_facts(file), now)
    state = "asked for" if row.active else "not asked for yet"
    return f"The purpose “{row.key}” (version {row.version}) is kept; it is {state}."


def _ask_for(key: str, now: datetime, *, active: bool) -> str:
    actions.ask_for(key, now, active=active)
    return f"Visitors are {'now' if active else 'no longer'} asked for “{key}”."


def _add_partner(file: str, now: datetime) -> str:
    ours = [each.name for each in REGISTER if each.kind is Kind.COOKIE]
    row = actions.add_partner(_facts(file), now, ours)
    return (
        f"The partner “{row.key}” is kept as a draft; `reprise consent partner activate {row.key}`"
        f" opens pages to {row.origin} for whoever accepts."
    )


def _activate(key: str, now: datetime) -> str:
    actions.activate_partner(key, now)
    return f"The partner “{key}” is loaded for whoever accepts it."


def _kill(key: str, why: str, now: datetime) -> str:
    if not why:
        reasons = ", ".join(each.value for each in StopReason)
        raise Problem(f"Say why it is stopped, by --why: {reasons}. Nothing was changed.")
    actions.kill_partner(key, StopReason(why), None, now)
    return f"The partner “{key}” is loaded for nobody any more."


def _listed(now: datetime) -> str:
    found = queries.configuration()
    if not found.purposes and not found.partners:
        return "Nothing is asked of visitors: there is no purpose and no partner."
    today = day_of(now)
    lines = []
    for purpose in found.purposes:
        state = "asked for" if purpose.active else "not asked for"
        by = ", ".join(purpose.partners) or "nobody"
        lines.append(f"purpose {purpose.key:30} version {purpose.version}, {state}, by {by}")
    for partner in found.partners.values():
        state = "loaded" if partner.may_load(today) else "audit overdue" if partner.live else "off"
        until = partner.next_audit_on or "never"
        lines.append(f"partner {partner.key:30} {partner.origin}, {state}, next audit {until}")
    return "\n".join(lines)


def _facts(file: str) -> Any:
    try:
        return yaml.safe_load(text_of(file))
    except yaml.YAMLError as problem:
        raise Problem(f"{file} cannot be read: {problem}") from None
