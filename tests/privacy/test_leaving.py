"""What becomes of an order whose person asks, and by the clock: each boundary (decision 0039)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from reprise.kernel.money import Money
from reprise.privacy.leaving import (
    Decided,
    Fate,
    Ground,
    by_clock,
    on_request,
    restricted,
    withdrawal_ends,
)
from reprise.privacy.rules import Busy, Contract, Delivered, OrderFacts

D = date.fromisoformat
ID = UUID(int=1)
# A Tuesday; fourteen days later is a Tuesday again, and no holiday.
HERE = D("2026-03-10")


def order(*days: str, cents: int = 119_99, **facts: Any) -> OrderFacts:
    """One contract, a device delivered on each of these days."""
    known: dict[str, Any] = {
        "country": "FR", "concluded": D("2026-03-05"), "told": D("2026-03-05"),
        "last_step": D(days[-1]) if days else HERE,
        "contracts": (
            Contract(
                total=Money(cents, "EUR"),
                delivered=tuple(Delivered(on=D(each), warranty_months=12) for each in days),
            ),
        ),
    }  # fmt: skip
    return OrderFacts(**{**known, **facts})


def on(day: str, facts: OrderFacts) -> Decided:
    return on_request(ID, facts, D(day))


BOUGHT = order("2026-03-10")


class TestAsked:
    def test_while_the_buyer_can_withdraw_it_stays(self) -> None:
        assert on("2026-03-24", BOUGHT).ground is Ground.WITHDRAWAL
        assert on("2026-03-24", BOUGHT).until == D("2026-03-24")
        done = on("2026-03-25", BOUGHT)
        assert (done.fate, done.ground, done.until) == (
            Fate.ARCHIVED, Ground.EVIDENCE, D("2031-03-10"),
        )  # fmt: skip

    def test_the_last_parcel_and_the_last_day_that_is_worked_count(self) -> None:
        # 11 April 2026 is fourteen days after 28 March, and a Saturday: so Monday.
        assert withdrawal_ends(order("2026-03-10", "2026-03-28")) == D("2026-04-13")

    def test_who_was_not_told_has_twelve_months_more(self) -> None:
        untold = replace(BOUGHT, told=None)
        assert on("2027-03-24", untold).ground is Ground.WITHDRAWAL
        assert on("2027-03-25", untold).fate is Fate.ARCHIVED

    def test_a_guarantee_that_runs_keeps_it_in_the_archive_not_in_the_shop(self) -> None:
        done = on("2026-06-01", order("2026-03-10", cents=120_00))
        assert (done.fate, done.ground, done.until) == (
            Fate.ARCHIVED, Ground.CONTRACT, D("2036-03-10"),
        )  # fmt: skip

    def test_a_promise_that_outlasts_the_proof_is_archived_to_its_end(self) -> None:
        (contract,) = BOUGHT.contracts
        long = replace(contract.delivered[0], warranty_months=72)
        done = on("2026-06-01", replace(BOUGHT, contracts=(replace(contract, delivered=(long,)),)))
        assert (done.fate, done.ground, done.until) == (
            Fate.ARCHIVED, Ground.PROMISE, D("2032-03-10"),
        )  # fmt: skip

    def test_when_the_proof_is_over_it_is_erased(self) -> None:
        assert on("2031-03-10", BOUGHT).fate is Fate.ARCHIVED
        done = on("2031-03-11", BOUGHT)
        assert (done.fate, done.ground) == (Fate.ERASED, Ground.ASKED)

    def test_what_was_never_paid_is_erased_at_once(self) -> None:
        assert on("2026-03-10", order()).fate is Fate.ERASED

    def test_a_payment_that_was_let_go_can_be_disputed(self) -> None:
        let_go = order(let_go=HERE)
        done = on("2026-03-11", let_go)
        assert (done.fate, done.ground, done.until) == (
            Fate.ARCHIVED, Ground.DISPUTE, D("2027-04-10"),
        )  # fmt: skip
        assert on("2027-04-11", let_go).fate is Fate.ERASED

    def test_what_was_refunded_is_proved_from_there(self) -> None:
        done = on("2026-03-11", order(refunded=HERE))
        assert (done.fate, done.ground, done.until) == (
            Fate.ARCHIVED, Ground.EVIDENCE, D("2031-03-10"),
        )  # fmt: skip

    @pytest.mark.parametrize("cause", list(Busy))
    @pytest.mark.parametrize("way", [on_request, by_clock, restricted])
    def test_what_is_busy_stays_whoever_asks(self, cause: Busy, way: Any) -> None:
        busy = replace(BOUGHT, busy=frozenset({cause}))
        decided = way(ID, busy, D("2050-01-01"))
        assert (decided.fate, decided.ground, decided.busy) == (
            Fate.KEPT, Ground.BUSY, frozenset({cause}),
        )  # fmt: skip


class TestByTheClock:
    def test_it_is_archived_after_its_last_day(self) -> None:
        assert by_clock(ID, BOUGHT, D("2028-03-10")).fate is Fate.KEPT
        done = by_clock(ID, BOUGHT, D("2028-03-11"))
        assert (done.fate, done.ground, done.until) == (
            Fate.ARCHIVED, Ground.EVIDENCE, D("2031-03-10"),
        )  # fmt: skip

    def test_a_run_that_comes_years_late_erases(self) -> None:
        assert by_clock(ID, BOUGHT, D("2031-03-10")).fate is Fate.ARCHIVED
        assert by_clock(ID, BOUGHT, D("2031-03-11")).fate is Fate.ERASED

    def test_never_paid_and_let_go(self) -> None:
        for facts, last in (
            (order(), HERE + timedelta(days=30)), (order(let_go=HERE), D("2027-04-10")),
        ):  # fmt: skip
            assert by_clock(ID, facts, last).fate is Fate.KEPT
            done = by_clock(ID, facts, last + timedelta(days=1))
            assert (done.fate, done.ground) == (Fate.ERASED, Ground.OVER)


def test_a_restriction_deletes_nothing() -> None:
    assert restricted(ID, order(), HERE).fate is Fate.KEPT
    assert restricted(ID, BOUGHT, D("2026-03-25")).fate is Fate.ARCHIVED
    assert restricted(ID, BOUGHT, D("2031-03-11")).fate is Fate.KEPT


def test_each_decision_is_told_with_its_reason() -> None:
    for day in ("2026-03-24", "2026-03-25", "2031-03-11"):
        decided = on(day, BOUGHT)
        assert decided.because
        assert decided.basis
