"""On which ground something may be held: phase by phase, and in which country (decision 0058)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reprise.kernel.ids import new_id
from reprise.kernel.money import Money
from reprise.law.fr import personal_data as french
from reprise.privacy import grounds, holdings
from reprise.privacy.grounds import (
    CONTRACT,
    FOR_CLAIMS,
    INTEREST,
    KEPT_BY_LAW,
    OBLIGATION,
    STILL_NEEDED,
    Phase,
)
from reprise.privacy.holdings import ARCHIVE, HOLDINGS, Holding
from reprise.privacy.leaving import Fate, on_request
from reprise.privacy.rules import Busy, Contract, Delivered, OrderFacts

ID = new_id()
DAY = date(2026, 3, 10)
AFTER = date(2026, 6, 10)


def bought(cents: int, country: str = "FR") -> OrderFacts:
    got = Delivered(on=DAY, warranty_months=24)
    contract = Contract(total=Money(cents, "EUR"), delivered=(got,))
    return OrderFacts(
        country=country, concluded=DAY, last_step=DAY, contracts=(contract,), told=DAY
    )


def held_on(holding: Holding, *countries: str) -> list[str]:
    return [each.basis.article for each in holding.grounds(countries)]


def test_a_contract_is_a_ground_while_it_runs_and_no_longer() -> None:
    """The years of the accounts, and those of proof, rest on something else."""
    later = {Phase.ACCOUNTS, Phase.PROOF, Phase.DISPUTE}
    for holding in HOLDINGS:
        for phase in set(holding.phases) & later:
            for ground in grounds.of_phase(phase, ()):
                assert ground.basis != CONTRACT, holding.key
    for holding in (holdings.SALE, holdings.LOG, holdings.PAYMENTS):
        assert held_on(holding) == ["art. 6(1)(b)", "art. 6(1)(c)", "art. 6(1)(f)"]
        accounts = holding.grounds()[1]
        assert accounts.by == french.ACCOUNTS


def test_what_is_kept_in_the_accounts_or_as_proof_says_so() -> None:
    """Every holding that stays longer than its contract, by what it says of its end."""
    for holding in HOLDINGS:
        until = holding.until.en
        if until.startswith("Ten years after the year in which its money"):
            assert Phase.ACCOUNTS in holding.phases, holding.key
        if "as proof too" in until:
            assert Phase.PROOF in holding.phases, holding.key


def test_the_archive_is_a_duty_for_a_large_french_contract_alone() -> None:
    assert held_on(ARCHIVE, "FR") == ["art. 6(1)(c)", "art. 6(1)(f)"]
    assert ARCHIVE.grounds(("FR",))[0].by == french.CONTRACT
    for country in ("BE", "NL", "DE"):
        assert held_on(ARCHIVE, country) == ["art. 6(1)(f)"]
    assert held_on(ARCHIVE, "DE", "FR") == held_on(ARCHIVE) == ["art. 6(1)(c)", "art. 6(1)(f)"]


def test_proof_can_be_objected_to_and_a_duty_cannot() -> None:
    assert ARCHIVE.may_be_objected_to(("DE",))
    assert ARCHIVE.may_be_objected_to(("FR",))
    for holding in (holdings.ACCOUNT, holdings.LEDGER, holdings.REQUESTS):
        assert not holding.may_be_objected_to()
    # Whoever asks the first ground alone finds it too.
    assert ARCHIVE.ground == INTEREST


def test_the_first_ground_is_that_of_the_first_phase() -> None:
    for holding in HOLDINGS:
        if holding.phases and holding is not ARCHIVE:
            assert holding.grounds()[0].basis == holding.ground, holding.key


@pytest.mark.parametrize(
    ("cents", "country", "why"),
    [(120_00, "FR", KEPT_BY_LAW), (119_99, "FR", FOR_CLAIMS), (900_00, "DE", FOR_CLAIMS)],
)
def test_what_is_archived_on_request_names_its_exception(
    cents: int, country: str, why: grounds.Basis
) -> None:
    decided = on_request(ID, bought(cents, country), AFTER)
    assert decided.fate is Fate.ARCHIVED
    assert decided.basis[-1] == why
    assert (OBLIGATION in decided.basis) is (why == KEPT_BY_LAW)


def test_what_still_runs_needs_no_exception() -> None:
    """Art. 17(1)(a) is not met; nothing of art. 17(3) is asked."""
    runs = replace(bought(500_00), busy=frozenset({Busy.PARCEL}))
    for facts, day in ((runs, AFTER), (bought(500_00), DAY)):
        decided = on_request(ID, facts, day)
        assert decided.fate is Fate.KEPT
        assert {CONTRACT, STILL_NEEDED} <= set(decided.basis)
        assert not any("17(3)" in each.article for each in decided.basis)


def test_everything_here_says_that_it_was_not_read() -> None:
    for phase in Phase:
        for ground in grounds.of_phase(phase, ()):
            assert not ground.basis.verified
            assert ground.by is None or not ground.by.verified
