"""Why an offer stands where it stands, for the eye."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext

from reprise.discovery.rules import SCORE_SCALE, WEIGHT_SCALE
from reprise.discovery.views import Standing
from reprise.kernel.money import half_up
from reprise.web import words as say


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that tells two scores apart; a rate (per cent) has a ``weight``, an amount (minor
    units) has none.  ``points`` are billionths of a minor unit."""

    name: str
    mine: Decimal | int
    theirs: Decimal | int
    weight: Decimal | None
    points: int


def parts(standing: Standing) -> list[Part]:
    """What an offer's score differs by from the best other one's, thing by
    thing; nothing without another one."""
    own, rival, gap = standing.own, standing.rival, standing.gap
    if rival is None or gap is None:
        return []
    mine, theirs = own.candidate, rival.candidate
    return [
        Part(gettext("Item price"), mine.price, theirs.price, None, gap.price),
        Part(gettext("Delivery"), mine.shipping, theirs.shipping, None, gap.shipping),
        *(
            Part(
                say.said(say.CRITERIA, one.criterion.value),
                Decimal(one.rate) / 10_000,
                Decimal(other.rate) / 10_000,
                Decimal(one.weight) / WEIGHT_SCALE,
                points,
            )
            for one, other, points in zip(own.terms, rival.terms, gap.terms, strict=True)
        ),
    ]


def in_money(points: int) -> int:
    """Billionths of a minor unit as minor units, for the eye."""
    return half_up(Fraction(points, SCORE_SCALE))
