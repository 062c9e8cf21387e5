"""Until when an order's name and address are kept: each boundary (decision 0034)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from reprise.kernel.money import Money
from reprise.law.fr import personal_data as french
from reprise.law.provision import LANGUAGES
from reprise.privacy import rules
from reprise.privacy import words as say
from reprise.privacy.grounds import INTEREST, OBLIGATION
from reprise.privacy.rules import Busy, Contract, Delivered, OrderFacts, Then, kept_until

D = date.fromisoformat
SOLD, HERE = D("2026-03-05"), D("2026-03-10")


def eur(cents: int) -> Money:
    return Money(cents, "EUR")


def device(on: str = "2026-03-10", warranty: int = 12, cover: int = 0) -> Delivered:
    return Delivered(on=D(on), warranty_months=warranty, cover_months=cover)


def order(*contracts: tuple[int, tuple[Delivered, ...]], **facts: Any) -> OrderFacts:
    """``contracts``: a total in cents and what was delivered of it."""
    return OrderFacts(
        **{
            "country": "FR",
            "concluded": SOLD,
            "last_step": HERE,
            "contracts": tuple(Contract(total=eur(c), delivered=d) for c, d in contracts),
            **facts,
        }
    )


DELIVERED = {
    # name: (facts, last day in the active store, last day in the archive)
    "119.99 in France: five years": (
        order((119_99, (device(),))), "2028-03-10", "2031-03-10"),
    "120.00 in France: ten years": (
        order((120_00, (device(),))), "2028-03-10", "2036-03-10"),
    "two contracts of 119.99 are not one of 239.98": (
        order((119_99, (device(),)), (119_99, (device(),))), "2028-03-10", "2031-03-10"),
    "each contract from its own last delivery": (
        order((120_00, (device(),)), (119_99, (device("2026-03-20"),))),
        "2028-03-20", "2036-03-10"),
    "the last delivery of a contract counts": (
        order((120_00, (device(), device("2026-04-30")))), "2028-04-30", "2036-04-30"),
    "a large contract of which nothing came is not proved": (
        order((900_00, ()), (119_99, (device(),))), "2028-03-10", "2031-03-10"),
    "a large contract elsewhere: the operator's five years": (
        order((900_00, (device(),)), country="BE"), "2028-03-10", "2031-03-10"),
    "Germany": (
        order((900_00, (device(),)), country="DE"), "2028-03-10", "2031-03-10"),
    "the Netherlands fix no term": (
        order((900_00, (device(),)), country="NL"), "2028-03-10", "2031-03-10"),
    "Spain guarantees for three years": (
        order((900_00, (device(),)), country="ES"), "2029-03-10", "2031-03-10"),
    "a country whose law was not read": (
        order((900_00, (device(),)), country="AT"), "2028-03-10", "2031-03-10"),
    "a warranty that is longer than the guarantee": (
        order((119_99, (device(warranty=36),))), "2029-03-10", "2031-03-10"),
    "a warranty that is as long": (
        order((119_99, (device(warranty=24),))), "2028-03-10", "2031-03-10"),
    "a cover that is longer": (
        order((119_99, (device(cover=30),))), "2028-09-10", "2031-03-10"),
    "the longest of any device counts": (
        order((119_99, (device(), device(cover=25), device(warranty=27)))),
        "2028-06-10", "2031-03-10"),
    "no archive after a warranty as long as it": (
        order((119_99, (device(warranty=60),))), "2031-03-10", None),
    "an archive of a month": (
        order((119_99, (device(warranty=59),))), "2031-02-10", "2031-03-10"),
    "no archive after a longer warranty": (
        order((119_99, (device(warranty=72),))), "2032-03-10", None),
    "a leap day ends on the last of February": (
        order((120_00, (device("2028-02-29"),)), concluded=D("2028-02-20")),
        "2030-02-28", "2038-02-28"),
    "a leap day meets a leap day": (
        order((119_99, (device("2028-02-29", warranty=48),)), concluded=D("2028-02-20")),
        "2032-02-29", "2033-02-28"),
    "what was given back of another contract changes nothing": (
        order((119_99, (device(),)), (50_00, ()), refunded=D("2027-01-01"), let_go=D("2026-12-01")),
        "2028-03-10", "2031-03-10"),
}  # fmt: skip
WITHOUT = {
    "never paid: thirty days": (
        order((900_00, ()), last_step=D("2026-01-31")), "2026-03-02", None),
    "never paid, in a leap year": (
        order((900_00, ()), last_step=D("2028-01-31")), "2028-03-01", None),
    "held and let go: thirteen months": (
        order((900_00, ()), let_go=D("2026-01-31")), "2027-02-28", None),
    "held and let go, into a leap year": (
        order((900_00, ()), let_go=D("2027-01-31")), "2028-02-29", None),
    "collected and paid back: thirty days, then five years from there": (
        order((900_00, ()), refunded=D("2026-01-31")), "2026-03-02", "2031-01-31"),
    "paid back, whatever another attempt held": (
        order((900_00, ()), refunded=D("2026-01-31"), let_go=D("2026-02-20")),
        "2026-03-02", "2031-01-31"),
}  # fmt: skip
CASES = DELIVERED | WITHOUT


@pytest.mark.parametrize("name", CASES)
def test_until_when(name: str) -> None:
    facts, active, archived = CASES[name]
    decided = kept_until(facts)
    assert decided.active == D(active)
    assert decided.archived == (D(archived) if archived else None)
    assert decided.then is (Then.ARCHIVED if archived else Then.ERASED)
    assert not decided.is_over(D(active)), "the last day counts"
    assert decided.is_over(D(active) + timedelta(days=1))
    assert decided.basis
    assert decided.because


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("cause", Busy)
def test_a_busy_order_is_not_touched(cause: Busy, name: str) -> None:
    decided = kept_until(replace(CASES[name][0], busy=frozenset({cause})))
    assert (decided.active, decided.archived, decided.then) == (None, None, None)
    assert decided.busy == {cause}
    assert decided.because == (say.BUSY,)
    assert not decided.is_over(date.max)


def test_it_says_by_which_provision() -> None:
    large, small = (kept_until(order((cents, (device(),)))) for cents in (120_00, 119_99))
    assert french.CONTRACT in large.basis
    assert french.CONTRACT not in small.basis
    assert french.EVIDENCE in small.basis
    assert large.because == (say.GUARANTEED, say.CONTRACT)
    assert small.because == (say.GUARANTEED, say.EVIDENCE)
    # What rests on memory says so.
    assert not rules.DISPUTES.verified
    assert kept_until(order((1, ()), let_go=HERE)).basis == (rules.DISPUTES, INTEREST)
    # A law has a large French contract kept; all else is kept as proof, which is our interest.
    assert (large.basis[-1], small.basis[-1]) == (OBLIGATION, INTEREST)
    abroad = kept_until(replace(order((120_00, (device(),))), country="NL"))
    assert (abroad.basis[-1], abroad.because[1]) == (INTEREST, say.OWN_RULE)


def test_the_archive_is_said_to_end_by_the_contract_that_ends_it_last() -> None:
    """A large contract that came early, a small one that came six years later."""
    facts = order((120_00, (device("2026-03-10"),)), (119_99, (device("2032-03-10"),)))
    decided = kept_until(facts)
    assert (decided.archived, decided.because[1]) == (D("2037-03-10"), say.EVIDENCE)


def test_every_reason_is_said_in_every_language() -> None:
    sentences = [value for name, value in vars(say).items() if name.isupper()]
    assert len(sentences) == 14
    for sentence in sentences:
        texts = [getattr(sentence, language) for language in LANGUAGES]
        assert all(texts)
        assert len(set(texts)) == len(texts)
