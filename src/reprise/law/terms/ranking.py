"""What a ranking may and may not do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from reprise.law.checklist import Checklist, Item
from reprise.law.instruments import CRD, DSA, P2B, PLATFORM_RULES, UCPD
from reprise.law.provision import Basis, Decision, Source, provision
from reprise.law.terms import ranking_words as say

WINDOW_DAYS: Final = 30
CRITERIA: Final = 5

POPULAR: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S11")
SORTS: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S12")
WINNER: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S13")
QUALITY: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S14")
UNPAID: Final = Basis(PLATFORM_RULES, "", Source.TERMS, "S15")
SELLERS_TOLD: Final = Basis(P2B, "art. 5", Source.MEMORY, "S14")
USERS_TOLD: Final = Basis(DSA, "art. 27", Source.MEMORY, "S14")
SWITCH: Final = Basis(DSA, "art. 27(3)", Source.MEMORY, "S12")
BUYERS_TOLD: Final = Basis(CRD, "art. 6a(1)(a)", Source.MEMORY, "S14")
MAIN_PARAMETERS: Final = Basis(UCPD, "art. 7(4a)", Source.MEMORY, "S14")
PAID_PLACES: Final = Basis(UCPD, "ann. I, 11a", Source.MEMORY, "S15")


class Sort(Enum):
    """How a user may sort."""

    PRICE_DOWN = "price_down"
    PRICE_UP = "price_up"


class Told(Enum):
    """Where the main parameters and their weight are told."""

    SELLERS = "sellers"  # in the terms for sellers
    USERS = "users"  # in the terms of use
    BUYERS = "buyers"  # beside the results


class Fault(Enum):
    """What is wrong with a ranking."""

    OTHER_WINDOW = "other_window"
    OTHER_LABEL = "other_label"
    COUNTS_TOO_MUCH = "counts_too_much"
    NO_SORT = "no_sort"
    SORT_FAR_AWAY = "sort_far_away"
    NOT_ONE_WINNER = "not_one_winner"
    OTHERS_HIDDEN = "others_hidden"
    PRICE_IGNORED = "price_ignored"
    WEIGHTS = "weights"
    TEXT_DIFFERS = "text_differs"
    SELLERS_NOT_TOLD = "sellers_not_told"
    USERS_NOT_TOLD = "users_not_told"
    BUYERS_NOT_TOLD = "buyers_not_told"
    PAID = "paid"
    PAID_UNDISCLOSED = "paid_undisclosed"


_RANKING: Final = Checklist(
    say.RANKING,
    {
        Fault.OTHER_WINDOW: Item(say.OTHER_WINDOW, POPULAR),
        Fault.OTHER_LABEL: Item(say.OTHER_LABEL, POPULAR),
        Fault.COUNTS_TOO_MUCH: Item(say.COUNTS_TOO_MUCH, POPULAR),
        Fault.NO_SORT: Item(say.NO_SORT, SORTS),
        Fault.SORT_FAR_AWAY: Item(say.SORT_FAR_AWAY, SWITCH),
        Fault.NOT_ONE_WINNER: Item(say.NOT_ONE_WINNER, WINNER),
        Fault.OTHERS_HIDDEN: Item(say.OTHERS_HIDDEN, WINNER),
        Fault.PRICE_IGNORED: Item(say.PRICE_IGNORED, QUALITY),
        Fault.WEIGHTS: Item(say.WEIGHTS, QUALITY),
        Fault.TEXT_DIFFERS: Item(say.TEXT_DIFFERS, MAIN_PARAMETERS),
        Fault.SELLERS_NOT_TOLD: Item(say.SELLERS_NOT_TOLD, SELLERS_TOLD),
        Fault.USERS_NOT_TOLD: Item(say.USERS_NOT_TOLD, USERS_TOLD),
        Fault.BUYERS_NOT_TOLD: Item(say.BUYERS_NOT_TOLD, BUYERS_TOLD),
        Fault.PAID: Item(say.PAID, UNPAID),
        Fault.PAID_UNDISCLOSED: Item(say.PAID_UNDISCLOSED, PAID_PLACES),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """A ranking as configured and published.

    ``label_from_the_same_count`` says that "top seller" is read off the count that orders lists.
    ``weights`` are those of aesthetic defects, wrong product, defective product, wrong accessories
    and late delivery, in this order.  ``winners`` is how many sellers a search shows for one
    product and condition.  ``text_from_configuration`` says that the published text is made from
    the same numbers.  ``paid`` says that money, direct or indirect, changes a place; ``paid_shown``
    that this is disclosed.
    """

    window_days: int
    label_from_the_same_count: bool
    counts_cancelled: bool
    counts_mystery: bool
    sorts: frozenset[Sort]
    sorts_beside_results: bool
    winners: int
    others_reachable: bool
    price_counts: bool
    weights: tuple[int, ...]
    text_from_configuration: bool
    told: frozenset[Told]
    paid: bool
    paid_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingCheck(Decision):
    faults: tuple[Fault, ...]


@provision("terms.ranking.constraints", say.RANKING, *_RANKING.basis)
def constraints(ranking: Ranking) -> RankingCheck:
    """Lists and the label "top seller" by orders of the last thirty days, cancelled and mystery
    orders left out (S11; the second is our policy); by price both ways (S12); one seller for a
    product and condition, the others within reach (S13); price and five quality criteria, each
    weighing less than the one before (S14); nobody pays for a place (S15).  What decides is told to
    sellers, users and buyers, and the text says what the numbers do."""
    falling = all(left > right for left, right in pairwise(ranking.weights))
    sound = len(ranking.weights) == CRITERIA and falling and ranking.weights[-1] > 0
    faults = {
        Fault.OTHER_WINDOW: ranking.window_days != WINDOW_DAYS,
        Fault.OTHER_LABEL: not ranking.label_from_the_same_count,
        Fault.COUNTS_TOO_MUCH: ranking.counts_cancelled or ranking.counts_mystery,
        Fault.NO_SORT: ranking.sorts != frozenset(Sort),
        Fault.SORT_FAR_AWAY: not ranking.sorts_beside_results,
        Fault.NOT_ONE_WINNER: ranking.winners != 1,
        Fault.OTHERS_HIDDEN: not ranking.others_reachable,
        Fault.PRICE_IGNORED: not ranking.price_counts,
        Fault.WEIGHTS: not sound,
        Fault.TEXT_DIFFERS: not ranking.text_from_configuration,
        Fault.SELLERS_NOT_TOLD: Told.SELLERS not in ranking.told,
        Fault.USERS_NOT_TOLD: Told.USERS not in ranking.told,
        Fault.BUYERS_NOT_TOLD: Told.BUYERS not in ranking.told,
        Fault.PAID: ranking.paid,
        Fault.PAID_UNDISCLOSED: ranking.paid and not ranking.paid_shown,
    }
    found = _RANKING.found([fault for fault, met in faults.items() if met])
    return RankingCheck(basis=_RANKING.basis, because=(_RANKING.breaks(found),), faults=found)
