"""`reprise breach`: whom a breach has touched, its 72 hours, what is told, and the register.

Articles 33 and 34 of the GDPR are used from memory, not verified, and every output says so.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from datetime import datetime

from reprise.cli.errors import Problem
from reprise.cli.files import text_of
from reprise.kernel import clock
from reprise.keys import MissingKey
from reprise.law.eu.breach import Risk, Spared
from reprise.privacy import breaches
from reprise.privacy.actions import breaches as actions
from reprise.privacy.models import Breach
from reprise.privacy.states import BreachKind, Scope

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
        orders=_orders(given.orders),
    )
    _told_of(actions.enter(entry, given.by, clock.now()), "en")


def _list(given: argparse.Namespace) -> None:
    for each in breaches.listed():
        print(f"{each.reference}  {_kind(each):6} {each.risk:9} {_state(each)}")


def _show(given: argparse.Namespace) -> None:
    _told_of(breaches.named(given.reference), given.lang)


def _evidence(given: argparse.Namespace) -> None:
    document = breaches.evidence(breaches.named(given.reference))
    print(json.dumps(document, indent=1, ensure_ascii=False))


def _judge(given: argparse.Namespace) -> None:
    spared = Spared(given.spared) if given.spared else None
    _told_of(actions.judge(given.reference, Risk(given.risk), spared), "en")


def _told(given: argparse.Namespace) -> None:
    tell = {"authority": actions.tell_authority, "persons": actions.tell_persons}[given.who]
    _told_of(tell(given.reference, _instant(given.at), clock.now()), "en")


def _draft(given: argparse.Namespace) -> None:
    print(breaches.draft(breaches.named(given.reference), given.who, given.lang), end="")


def _addresses(given: argparse.Namespace) -> None:
    orders = _orders(given.orders)
    found = actions.addresses(given.reference, orders, given.by, clock.now())
    out = csv.writer(sys.stdout)
    out.writerow(["address", "language"])
    out.writerows(found)
    print(
        "Whoever is in the archive alone has no address here: open those orders one by one.",
        file=sys.stderr,
    )


def _close(given: argparse.Namespace) -> None:
    _told_of(actions.close(given.reference, clock.now()), "en")


def _told_of(row: Breach, language: str) -> None:
    counts = row.counts
    print(f"{row.reference} ({_kind(row)}): {_state(row)}")
    print(f"{counts['persons']} persons, {counts['records']} records; by holding and country:")
    for holding, cells in counts["holdings"].items():
        for country, cell in cells.items():
            print(f"  {holding:16} {country:8} {cell['persons']:>8} {cell['records']:>9}")
    if counts["gone"]:
        print(f"Erased since it began, and not to be counted any more: {counts['gone']} orders.")
    print(*breaches.because(row, language), sep="\n")
    print(MEMORY)


def _kind(row: Breach) -> str:
    return "drill" if row.drill else "breach"


def _state(row: Breach) -> str:
    """Where its clock stands."""
    if row.closed_at is not None:
        return f"closed on {_written(row.closed_at)}"
    law = breaches.law_of(row)
    waits = []
    if law.authority and law.authority_by is not None and row.told_authority_at is None:
        over = "OVERDUE since" if clock.now() > law.authority_by else "by"
        waits.append(f"authority {over} {_written(law.authority_by)}")
    if (law.persons or law.publicly) and row.told_persons_at is None:
        waits.append("persons without undue delay")
    return f"to be told: {', '.join(waits)}" if waits else "open, nobody waits"


def _written(moment: datetime) -> str:
    return f"{moment.astimezone(breaches.CALENDAR.zone):%Y-%m-%d %H:%M %Z}"


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
    "judge": _judge,
    "told": _told,
    "draft": _draft,
    "addresses": _addresses,
    "close": _close,
}
