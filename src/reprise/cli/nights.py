"""`reprise privacy night`: let what is over leave now, or say what would."""

from __future__ import annotations

from datetime import datetime

from reprise.kernel import clock
from reprise.privacy.actions import nights
from reprise.privacy.actions.nights import Ran
from reprise.privacy.overview import LISTED
from reprise.wiring import sweeps


def night(*, dry: bool) -> int:
    """Run the night, and print what left of each category (``dry``: what would, and touch nothing).

    0, or 1 when something could not leave: it is tried again by the next night.  What waits for
    staff, or for a clock to be set right, is said and is no failure.
    """
    now = clock.now()
    ran = nights.look(now) if dry else nights.run(now)
    swept = sweeps.tried(now) if dry else sweeps.every(now, sweeps.FORGETTING)
    failed = ran.failed + len(ran.contradicted) + len(sweeps.FORGETTING) - len(swept)
    print("\n".join(_said(ran, swept, now, dry=dry)))
    if why := sweeps.stopped(now):
        print(f"nothing else leaves: {why}")
    if failed:
        print(f"{failed} could not be done, as said above; the next night tries again.")
    return 1 if failed else 0


def _said(ran: Ran, swept: dict[str, int], now: datetime, *, dry: bool) -> list[str]:
    what = "would leave; nothing was touched" if dry else "left"
    total = sum(ran.done.values()) + sum(swept.values())
    lines = [f"{now:%Y-%m-%d %H:%M} UTC: {total} {what}"]
    for (holding, fate), number in sorted(
        ran.fates.items(), key=lambda each: (each[0][0], each[0][1].value)
    ):
        lines.append(f"{holding}: {number} {fate.value}")
    lines += [f"{name}: {number} forgotten" for name, number in swept.items() if number]
    lines += [
        f"{holding}: {number} at once, or too long after the last night; staff have to say so in"
        " their room, under Privacy"
        for holding, number in ran.waiting.items()
        if holding != nights.SWEEPS
    ]
    lines += [
        f"{each.holding} {each.name}: {each.fate.value} until {each.until} at the latest, because"
        " money is owed to the seller"
        for each in ran.kept
    ]
    lines += [
        f"{each.holding} {each.name}: stays, because its dates contradict each other; see `reprise"
        " check-books`"
        for each in ran.contradicted[:LISTED]
    ]
    if more := len(ran.contradicted[LISTED:]):
        lines.append(f"and {more} more {'order' if more == 1 else 'orders'} whose dates do")
    return lines
