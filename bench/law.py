"""What a decision of the law costs, over every readable case."""

from __future__ import annotations

import time
from statistics import median

from reprise.law.provision import NotInForce
from reprise.law.reading import facts_of
from reprise.law.registry import named
from tests.law.cases import cases

REPEATS = 200
# Microseconds of CPU, without the explanation.
LIMIT = 50.0


def report(ratio: float) -> str:
    """One line: the median over all cases, and the dearest one; ``ratio`` scales the limit."""
    costs: dict[str, list[float]] = {}
    for case in cases():
        provision = named(case.provision)
        facts = facts_of(provision, case.facts)
        try:
            provision.decide(facts)
        except NotInForce:
            continue
        start = time.process_time()
        for _ in range(REPEATS):
            provision.decide(facts)
        spent = (time.process_time() - start) / REPEATS * 1e6
        costs.setdefault(provision.key, []).append(spent)
    middle = median(cost for each in costs.values() for cost in each)
    key, dearest = max(((key, max(each)) for key, each in costs.items()), key=lambda pair: pair[1])
    verdict = "ok" if middle <= LIMIT * ratio else "OVER"
    return (
        f"a decision of the law: median {middle:.1f} µs (limit {LIMIT:.0f}, here "
        f"{LIMIT * ratio:.0f}: {verdict}), dearest {dearest:.1f} ({key})"
    )
