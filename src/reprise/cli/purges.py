"""`reprise consent purge`: find and erase what was collected without a valid consent (S38)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from reprise.cli.errors import Problem
from reprise.cli.files import text_of
from reprise.consent import actions, certificates, models, queries
from reprise.consent.configuration import beginning_of
from reprise.consent.gaps import Scope
from reprise.kernel import clock

MOST: Final = 200


def purge(given: argparse.Namespace) -> None:
    """Run one verb.  Raises Problem with what to mend."""
    now = clock.now()
    verbs: Mapping[str, Callable[[], str]] = {
        "search": lambda: _search(given, now),
        "erase": lambda: _erased(actions.erase_unlawful(given.what, now)),
        "certificate": lambda: _certificate(given.what),
        "check": lambda: _check(given.what),
        "list": _listed,
    }
    print(verbs[given.verb]())


def _search(given: argparse.Namespace, now: datetime) -> str:
    days = bool(given.since) + bool(given.until)
    if days != (0 if given.notice else 2):
        raise Problem(
            "Name either a notice (--notice) or the first and the last day (--from, --until)."
        )
    if given.notice:
        scope = Scope(notice=_id(given.notice))
    else:
        # The last day counts.
        end = beginning_of(_day(given.until) + timedelta(days=1))
        scope = Scope(since=beginning_of(_day(given.since)), until=end)
    notified = _day(given.notified) if given.notified else None
    row = actions.search_unlawful(scope, now, notified=notified)
    lines = [certificates.document(row)["says"]]
    for table, facts in row.report["collectors"].items():
        found = ", ".join(f"{why} {number}" for why, number in sorted(facts["found"].items()))
        lines.append(f"{table} ({facts['purpose']}): {found or 'nothing'}")
    if row.report["order"]:
        lines.append(f"The order must be complied with by {row.report['order']['until']}.")
    for each in queries.partners_told(scope.notice, scope.until):
        contract = f", contract {each.contract_ref}" if each.contract_ref else ""
        lines.append(f"Demand the same of {each.name}{contract}.")
    lines.append(f"Report: reprise consent purge certificate {row.id}")
    lines.append(f"Erase exactly this: reprise consent purge erase {row.digest}")
    return "\n".join(lines)


def _erased(row: models.Purge) -> str:
    says = certificates.document(row)["says"]
    return f"{says}\nCertificate: reprise consent purge certificate {row.id}"


def _certificate(what: str) -> str:
    row = models.Purge.objects.filter(id=_id(what)).first()
    if row is None:
        raise Problem(f"There is no search or erasure {what}.")
    return json.dumps(certificates.document(row), indent=2, ensure_ascii=False)


def _check(file: str) -> str:
    try:
        facts = json.loads(text_of(file))
    except ValueError as problem:
        raise Problem(f"{file} cannot be read: {problem}") from None
    if not isinstance(facts, dict) or not certificates.proven(facts):
        raise Problem("This document was not given out here, or something in it was changed.")
    return "This document was given out here, word for word."


def _listed() -> str:
    lines = []
    for row, erased in queries.purges(MOST):
        facts = certificates.document(row)
        so_far = f" So far {erased} are erased." if row.dry and erased else ""
        lines.append(f"{facts['at']} {facts['kind']:11} {row.id} {facts['says']}{so_far}")
    return "\n".join(lines) or "Nothing was searched or erased yet."


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Problem(f"{text} is no id.") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Problem(f"{text} is no day like 2026-03-10.") from None
