"""The harmonised notice on the legal guarantee and the label for a guarantee of durability
(Directive (EU) 2024/825, Implementing Regulation (EU) 2025/1960).

Both are artworks that nobody may set anew.  Their files were not read, so where one is due and not
at hand the answer is that it is missing: a version of one's own is no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.durations import Duration
from reprise.law.eu import notice_words as say
from reprise.law.instruments import EMPCO, EMPCO_NOTICE
from reprise.law.provision import Basis, Because, Decision, Source, provision

SINCE: Final = date(2026, 9, 27)
NOTICE: Final = Basis(
    EMPCO_NOTICE, "", Source.SECONDARY, open="its artwork was not read in any language"
)
LABEL: Final = Basis(
    EMPCO_NOTICE,
    "",
    Source.SECONDARY,
    open="its artwork was not read; whether a label may be shown for any other guarantee",
)
RULES: Final = Basis(EMPCO, "", Source.SECONDARY, open="the states' transposition was not read")

MORE_THAN: Final = Duration.years(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Durability:
    """A commercial guarantee of durability as it is offered with a device."""

    by_producer: bool
    free: bool
    whole: bool  # for the whole device, not for a part of it
    lasts: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An offer on ``day``, and which of the Commission's own files are at hand, as published and in
    colour; ``durability`` None: no such guarantee comes with the device."""

    day: date
    durability: Durability | None = None
    notice_at_hand: bool = False
    label_at_hand: bool = False


class Piece(Enum):
    """What to do with a notice or a label."""

    NOT_DUE = "not_due"
    SHOW = "show"
    MISSING = "missing"  # due, and its file is not at hand: nothing stands in for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces(Decision):
    notice: Piece
    label: Piece


@provision("eu.guarantee.notice", say.TITLE, NOTICE, LABEL, RULES, since=SINCE)
def pieces(facts: Shown) -> Pieces:
    """Since 27 September 2026 the notice on the legal guarantee stands with every offer to a
    consumer, in colour where it is online; the label only where the producer gives, free of charge
    and for the whole device, a guarantee of durability of more than two years (Directive (EU)
    2024/825, Implementing Regulation (EU) 2025/1960)."""
    if facts.day < SINCE:
        return Pieces(
            basis=(RULES,),
            because=(say.NOT_YET(since=SINCE),),
            notice=Piece.NOT_DUE,
            label=Piece.NOT_DUE,
        )
    notice = Piece.SHOW if facts.notice_at_hand else Piece.MISSING
    reasons: list[Because] = [say.NOTICE_DUE(since=SINCE)]
    if notice is Piece.MISSING:
        reasons.append(say.NO_NOTICE_FILE())
    basis, label = [RULES, NOTICE], Piece.NOT_DUE
    if facts.durability is not None:
        basis.append(LABEL)
        if _earns_label(facts.durability, facts.day):
            label = Piece.SHOW if facts.label_at_hand else Piece.MISSING
            reasons.append(say.LABEL_DUE(lasts=facts.durability.lasts))
        else:
            reasons.append(say.NO_LABEL(lasts=MORE_THAN))
        if label is Piece.MISSING:
            reasons.append(say.NO_LABEL_FILE())
    return Pieces(basis=tuple(basis), because=tuple(reasons), notice=notice, label=label)


def _earns_label(given: Durability, day: date) -> bool:
    """Where it is given in days, whether they are more than two years from the day of the offer."""
    longer = given.lasts.last_day(day) > MORE_THAN.last_day(day)
    return given.by_producer and given.free and given.whole and longer
