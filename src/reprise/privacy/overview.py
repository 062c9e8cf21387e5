"""What staff see of it: the nights ahead, what waits for them, what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain, islice
from typing import Final
from uuid import UUID

from reprise.orders.models import Order
from reprise.privacy.actions.holding import OF_AN_ADDRESS
from reprise.privacy.actions.nights import is_open
from reprise.privacy.holdings import HOLDS
from reprise.privacy.leaving import Fate
from reprise.privacy.models import Act, Archived, Brake, Hold, Night
from reprise.privacy.people import person
from reprise.privacy.queries import references
from reprise.privacy.retention import RUNS, Due, kept_to_pay
from reprise.privacy.states import BrakeState

# When the run begins, in UTC (`wiring.tasks`).
AT: Final = time(4, 10, tzinfo=UTC)
NIGHTS: Final = 7
# Where the list of the nights ends, and that of orders whose dates contradict each other.
MOST: Final = 500
LISTED: Final = 48
ACTS: Final = 50


def next_run(now: datetime) -> datetime:
    """When the next night begins."""
    today = datetime.combine(now.astimezone(UTC).date(), AT)
    return today if today > now else today + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the next nights will do, the nearest first, as things stand; ``more``: not all of it is
    listed.  ``kept`` stays in them because money is owed to a seller, and ``contradicted`` (the
    first of ``wrong`` orders) because their dates contradict each other."""

    lines: tuple[Due, ...]
    more: bool
    kept: tuple[Due, ...]
    contradicted: tuple[Due, ...]
    wrong: int


def ahead(now: datetime) -> Ahead:
    """The next seven nights, line by line, by the function that carries them out."""
    begins = next_run(now)
    contradicted: list[Due] = []
    lines = list(islice(_leaving(begins, contradicted), MOST + 1))
    return Ahead(
        tuple(sorted(lines[:MOST], key=lambda line: (line.night, line.holding, line.name))),
        len(lines) > MOST,
        tuple(kept_to_pay(begins)[:MOST]),
        tuple(contradicted[:LISTED]),
        len(contradicted),
    )


def _leaving(begins: datetime, contradicted: list[Due]) -> Iterator[Due]:
    """What leaves; what is passed over is noted."""
    for due in chain.from_iterable(each.due(begins, NIGHTS - 1) for each in RUNS):
        if due.fate is Fate.KEPT:
            contradicted.append(due)
        else:
            yield due


def brakes(now: datetime) -> list[Brake]:
    """Nights about which staff still have to decide, and those that they let go on."""
    found = Brake.objects.exclude(state=BrakeState.DROPPED.value).order_by("-day", "holding")
    return [brake for brake in found[:20] if is_open(brake, now)]


def waiting(now: datetime) -> int:
    """How many nights wait for staff."""
    return sum(brake.state == BrakeState.WAITING.value for brake in brakes(now))


def last_night() -> Night | None:
    return Night.objects.order_by("-ended_at").first()


def contradicted() -> int:
    """How many orders the last night passed over because their dates contradict each other."""
    last = last_night()
    return last.contradicted if last else 0


@dataclass(frozen=True, slots=True)
class Told:
    """An act, and what it is about in words: an order's reference, or nothing.  ``hold``: it is
    about a hold that is still there."""

    act: Act
    reference: str
    hold: bool = False


def acts(before: int | None = None, subject: UUID | None = None) -> tuple[list[Told], int | None]:
    """The newest acts (before a number), and where the next page begins; None: nowhere."""
    found = Act.objects.order_by("-seq")
    if before is not None:
        found = found.filter(seq__lt=before)
    if subject is not None:
        found = found.filter(subject=subject)
    rows = list(found[: ACTS + 1])
    shown = rows[:ACTS]
    return told(shown), shown[-1].seq if len(rows) > ACTS else None


def told(acts: Sequence[Act]) -> list[Told]:
    """Acts with what each is about, in their order."""
    named = references(act.subject for act in acts)
    about = {OF_AN_ADDRESS, HOLDS.key}
    holds = Hold.objects.filter(id__in=[act.subject for act in acts if act.holding in about])
    there = set(holds.values_list("id", flat=True))
    return [Told(act, named.get(act.subject, ""), act.subject in there) for act in acts]


@dataclass(frozen=True, slots=True)
class Closed:
    """A row of the archive, unopened."""

    order: Order
    row: Archived


def archived_of(email: str) -> list[Closed]:
    """The rows that a whole e-mail address leads to, the newest order first.  Raises MissingKey."""
    rows = {row.order_id: row for row in Archived.objects.filter(persons__contains=[person(email)])}
    orders = Order.objects.filter(id__in=rows).order_by("-placed_at")
    return [Closed(order, rows[order.id]) for order in orders]


def closed(reference: str) -> Closed | None:
    """The row of an order; None where it has none."""
    order = Order.objects.filter(reference=reference).first()
    row = Archived.objects.filter(order_id=order.id).first() if order else None
    return Closed(order, row) if order and row else None


def archived_until(order_id: UUID) -> date | None:
    """The last day in the archive; None where the order is not in it."""
    return Archived.objects.filter(order_id=order_id).values_list("until", flat=True).first()
