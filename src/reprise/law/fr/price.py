"""Successive reductions in France (code de la consommation, article L112-1-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from reprise.law.eu import price as eu
from reprise.law.eu import price_words as say
from reprise.law.instruments import CODE_CONSO
from reprise.law.provision import Basis, Source, provision

SUCCESSIVE: Final = Basis(CODE_CONSO, "art. L112-1-1", Source.MEMORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A reduction, and the day on which the first reduction of its row began."""

    reduction: eu.Reduction
    first: date


@provision("fr.price.successive", say.SUCCESSIVE, SUCCESSIVE, eu.PRIOR, eu.PERCENT)
def successive(steps: Steps) -> eu.Announcement:
    """Where reductions follow each other, the prior price is the one before the first of them
    (art. L112-1-1); once the price went up in between, the general rule applies again."""
    facts = steps.reduction
    asked = sorted(facts.history, key=lambda each: each.since)
    row = [each.price for each in asked if steps.first <= each.since < facts.starts]
    if any(later > earlier for earlier, later in pairwise([*row, facts.price])):
        found = eu.reduction(facts)
        reason, basis = say.INTERRUPTED(first=steps.first), found.basis
    else:
        found = eu.announced(facts, eu.lowest(facts.history, steps.first), SUCCESSIVE)
        reason, basis = say.FIRST(first=steps.first), found.basis
    return eu.Announcement(
        basis=basis,
        because=(reason, *found.because),
        prior=found.prior,
        percent=found.percent,
        faults=found.faults,
    )
