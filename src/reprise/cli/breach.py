"""`reprise breach`: whom a breach has touched, its 72 hours, what is told, and the register.

Articles 33 and 34 of the GDPR are used from memory, not verified, and every output says so.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from reprise.accounts.queries import addresses
from reprise.cli.errors import Problem
from reprise.cli.files import text_of
from reprise.kernel import cells, clock, evidence
from reprise.keys import MissingKey
from reprise.law.eu.breach import Risk, Spared
from reprise.privacy import breaches
from reprise.privacy.actions import breach_acts as acts
from reprise.privacy.actions import breaches as actions
from reprise.privacy.actions import striking
from reprise.privacy.breaches import Standing, Written
from reprise.privacy.models import Breach
from reprise.privacy.states import DESCRIBING, BreachKind, Scope

MEMORY = "GDPR art. 33 and 34 are used from memory, not verified: have them checked."


def breach(given: argparse.Namespace) -> None:
    """Run one verb.  Raises Problem and Refusal with what to mend."""
    try:
        _VERBS[given.verb](given)
    except MissingKey as missing:
        raise Problem(str(missing)) from None


def _enter(given: argparse.Namespace) -> None:
    entry = actions.Entry(
        drill=not given.real,
        kinds=tuple(BreachKind(each) for each in dict.fromkeys(given.kind)),
        aware_at=_instant(given.aware),
        scope=Scope(given.scope),
        from_at=_instant(given.begun),
        until_at=_instant(given.ended),
        holdings=tuple(dict.fromkeys(given.holding)),
        risk=Risk(given.risk),
        why=given.why,
        orders=_orders(given.orders),
        happened=given.happened,
    )
    _told_of(breaches.standing(actions.enter(entry, given.by, clock.now())), "en")


def _list(given: argparse.Namespace) -> None:
    found = breaches.listed()
    if not found:
        print("No breach and no drill was entered yet.")
    for each in found:
        print(f"{each.row.reference}  {_kind(each.row):6} {each.risk.value:9} {_state(each)}")


def _show(given: argparse.Namespace) -> None:
    _told_of(_standing(given), given.lang)


def _evidence(given: argparse.Namespace) -> None:
    print(evidence.text(actions.hand_out(given.reference, given.by, clock.now())), end="")


def _describe(given: argparse.Namespace) -> None:
    known = {verb: getattr(given, verb.value) for verb in DESCRIBING}
    _told_of(acts.describe(given.reference, known, given.by, clock.now()), "en")


def _judge(given: argparse.Namespace) -> None:
    spared = Spared(given.spared) if given.spared else None
    judged = acts.judge(given.reference, Risk(given.risk), spared, given.why, given.by, clock.now())
    _told_of(judged, "en")


def _told(given: argparse.Namespace) -> None:
    tell = {"authority": acts.tell_authority, "persons": acts.tell_persons}[given.who]
    at = _instant(given.at)
    _told_of(tell(given.reference, at, given.why, given.by, clock.now()), "en")


def _draft(given: argparse.Namespace) -> None:
    print(breaches.draft(_standing(given), given.who, given.lang), end="")


def _addresses(given: argparse.Namespace) -> None:
    orders = _orders(given.orders)
    found = actions.addresses(given.reference, orders, given.by, clock.now())
    out = csv.writer(sys.stdout)
    out.writerow(["address", "language"])
    out.writerows((cells.mailbox(address), language) for address, language in found)
    print(
        "Whoever is in the archive alone has no address here: open those orders one by one.",
        file=sys.stderr,
    )


def _close(given: argparse.Namespace) -> None:
    _told_of(acts.close(given.reference, given.by, clock.now()), "en")


def _strike(given: argparse.Namespace) -> None:
    reference, act, by, now = given.reference, given.act, given.by, clock.now()
    if given.agree is not None:
        _told_of(striking.strike(reference, act, given.agree, by, now), "en")
    else:
        _told_of(striking.ask_to_strike(reference, act, given.why, by, now), "en")


def _standing(given: argparse.Namespace) -> Standing:
    return breaches.standing(breaches.named(given.reference))


def _told_of(breach: Standing, language: str) -> None:
    row, counts = breach.row, breach.row.counts
    print(f"{row.reference} ({_kind(row)}): {_state(breach)}")
    print(f"{counts['persons']} persons, {counts['records']} records; by holding and country:")
    for holding, by_country in counts["holdings"].items():
        for country, cell in by_country.items():
            print(f"  {holding:16} {country:8} {cell['persons']:>8} {cell['records']:>9}")
    if counts["gone"]:
        print(f"Erased since it began, and not to be counted any more: {counts['gone']} orders.")
    print(*breaches.because(breach, language), sep="\n")
    names = addresses({each.act.staff_id for each in breach.acts if each.act.staff_id})
    for each in breach.acts:
        print(_line(each, names))
    print(MEMORY)


def _line(each: Written, names: Mapping[UUID, str]) -> str:
    act = each.act
    by = names.get(act.staff_id, "account closed") if act.staff_id else "nobody was noted"
    what = " ".join(
        filter(None, (act.verb, act.risk, act.spared, f"act {act.of}" if act.of else ""))
    )
    words = each.words or ("(taken out)" if act.digest else "")
    when = f" {_written(act.happened_at)}," if act.happened_at != act.at else ""
    return f"{act.seq:>3}. {_written(act.at)} {what},{when} by {by}{': ' if words else ''}{words}"


def _kind(row: Breach) -> str:
    return "drill" if row.drill else "breach"


def _state(breach: Standing) -> str:
    """Where its clock stands."""
    if breach.closed_at is not None:
        return f"closed on {_written(breach.closed_at)}"
    found, lines = breaches.waits(breach, clock.now()), []
    if found.authority_by is not None:
        over = "OVERDUE since" if found.overdue else "by"
        lines.append(f"authority {over} {_written(found.authority_by)}")
    if found.persons:
        lines.append("persons without undue delay")
    return f"to be told: {', '.join(lines)}" if lines else "open, nobody waits"


def _written(moment: datetime) -> str:
    return f"{breaches.CALENDAR.here(moment):%Y-%m-%d %H:%M %Z}"


def _instant(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Problem(f"{text} is no time with its zone, such as 2026-03-02T18:30+01:00.")
    return moment


def _orders(file: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text_of(file).split())) if file else ()


_VERBS = {
    "enter": _enter,
    "list": _list,
    "show": _show,
    "evidence": _evidence,
    "describe": _describe,
    "judge": _judge,
    "told": _told,
    "draft": _draft,
    "addresses": _addresses,
    "close": _close,
    "strike": _strike,
}
