"""`reprise consent`: what visitors are asked, and for whom (decision 0035).

A browser session of staff can stop a partner, never begin one: only here is a page opened to
another party.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from reprise.cli.errors import Problem
from reprise.cli.files import text_of
from reprise.consent import actions, models, queries
from reprise.consent.configuration import day_of
from reprise.consent.rules import missing
from reprise.consent.states import StopReason
from reprise.consent.trackers import Kind
from reprise.kernel import clock, yaml_file
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
    said = f"The partner “{row.key}” is kept as a draft; another file of this key takes its place."
    if needs := missing(vars(row), day_of(now)):
        return f"{said} It cannot be activated yet: {'; '.join(needs)}."
    return (
        f"{said} `reprise consent partner activate {row.key}` opens pages to {row.origin} for"
        " whoever accepts."
    )


def _activate(key: str, now: datetime) -> str:
    actions.activate_partner(key, now)
    return f"The partner “{key}” is loaded for whoever accepts it."


def _kill(key: str, why: str, now: datetime) -> str:
    actions.kill_partner(key, StopReason(why), None, now)
    return f"The partner “{key}” is loaded for nobody any more."


def _listed(now: datetime) -> str:
    found = queries.configuration()
    if not found.purposes and not found.partners:
        return "Nothing is asked of visitors: there is no purpose and no partner."
    asked = queries.offer(found, now)
    by = {each.purpose.key: [one.key for one in each.partners] for each in asked.questions}
    lines = []
    for purpose in found.purposes:
        state = (
            f"asked for, by {', '.join(by[purpose.key])}"
            if purpose.key in by
            else (
                "active, but nobody is asked: no partner may be loaded for it"
                if purpose.active
                else "not asked for"
            )
        )
        lines.append(f"purpose {purpose.key:30} version {purpose.version}, {state}")
    named = {each.key for each in asked.partners}
    for partner in queries.partners():
        state = _state(partner, day_of(now), asked=partner.key in named)
        lines.append(f"partner {partner.key:30} {partner.origin}, {state}")
    return "\n".join(lines)


def _state(partner: models.Partner, today: date, *, asked: bool) -> str:
    if partner.killed_at is not None:
        why = queries.stopped_why(partner.id)
        return f"stopped for good on {day_of(partner.killed_at)} ({why})"
    needs = "; ".join(missing(vars(partner), today))
    if partner.draft:
        return f"draft, {f'needs: {needs}' if needs else 'can be activated'}"
    if asked:
        return f"loaded for whoever accepts it, next audit {partner.next_audit_on}"
    if partner.next_audit_on is None or partner.next_audit_on < today:
        return f"not loaded: its audit is overdue since {partner.next_audit_on}"
    return f"not loaded: nobody is asked for its purposes, next audit {partner.next_audit_on}"


def _facts(file: str) -> Any:
    try:
        return yaml_file.load(text_of(file))
    except yaml_file.NotYaml as problem:
        raise Problem(f"{file} cannot be read: {problem}") from None
