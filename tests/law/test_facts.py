"""Facts that make no sense are refused where they are written down."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from reprise.kernel.money import Money
from reprise.law.calendars import Calendar
from reprise.law.eu.breach import Breach, Risk, Spared
from reprise.law.eu.impact import Product, Scenario
from reprise.law.eu.impact_measures import Resource, Several, Used
from reprise.law.eu.requests import Months
from reprise.law.eu.withdrawal import Contract, Notice
from reprise.law.eu.withdrawal_refund import Return
from reprise.law.provision import Contradiction
from reprise.law.terms import listing
from reprise.law.terms.fees import Month, Refunded, Service

NOTHING, EURO, TWO = (Money(cents, "EUR") for cents in (0, 100, 200))


@pytest.mark.parametrize(
    ("base", "refunded"), [(EURO, TWO), (EURO, Money(-1, "EUR")), (NOTHING, NOTHING)]
)
def test_no_more_comes_back_than_was_paid(base: Money, refunded: Money) -> None:
    with pytest.raises(ValueError, match="between nothing and what was paid"):
        Refunded(base=base, commission=NOTHING, refunded=refunded)


@pytest.mark.parametrize("refunded", [NOTHING, EURO])
def test_nothing_and_everything_may_come_back(refunded: Money) -> None:
    assert Refunded(base=EURO, commission=NOTHING, refunded=refunded).refunded == refunded


@pytest.mark.parametrize("months", [5, 7])
def test_an_average_is_over_six_months(months: int) -> None:
    with pytest.raises(ValueError, match="over 6 months"):
        Months(recipients=(1,) * months, published=datetime(2026, 8, 17, tzinfo=UTC))


@pytest.mark.parametrize(("units", "undone"), [(0, 0), (1, 2), (1, -1)])
def test_no_more_devices_come_back_than_were_ordered(units: int, undone: int) -> None:
    with pytest.raises(ValueError, match="no more is undone"):
        Service(fee=EURO, shown=True, units=units, undone=undone)


def test_a_month_begins_on_its_first_day() -> None:
    with pytest.raises(ValueError, match="not on 2026-11-02"):
        Month(
            first=date(2026, 11, 2),
            joined=date(2026, 1, 1),
            left=None,
            tariffs=(),
            sales=(),
            credits=NOTHING,
        )


@pytest.mark.parametrize(("parts", "years"), [(-1, 1), (0, 0)])
def test_a_use_lasts_and_parts_take_something(parts: int, years: int) -> None:
    with pytest.raises(ValueError, match="a year or more"):
        Used(
            product=Product.LAPTOP,
            resource=Resource.WATER,
            scenario=Scenario.YEARS_OF_USE,
            parts=parts,
            years=years,
        )


def test_several_devices_are_one_at_least() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Several(devices=())


def test_a_campaign_has_an_order() -> None:
    with pytest.raises(ValueError, match="an order at least"):
        listing.Campaign(orders=())


def test_what_was_never_sent_is_nowhere_else() -> None:
    contract = Contract(last_parcel=None, told=None, calendar=Calendar("BE"))
    notice = Notice(contract=contract, sent=_march(16, 12))
    assert Return(notice=notice, received=notice.sent, dispatched=False)
    with pytest.raises(Contradiction, match="never sent"):
        Return(notice=notice, received=notice.sent, dispatched=False, goods_received=_march(18, 9))
    with pytest.raises(Contradiction, match="never sent"):
        _returned(dispatched=False)


def _returned(**happened: Any) -> Return:
    """A notice sent on 16 March at noon, and what else happened; received at once, unless said."""
    contract = Contract(last_parcel=date(2026, 3, 2), told=None, calendar=Calendar("BE"))
    noon = _march(16, 12)
    return Return(notice=Notice(contract=contract, sent=noon), **({"received": noon} | happened))


def _march(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def test_a_notice_is_received_when_it_was_sent_at_the_earliest() -> None:
    assert _returned(received=_march(16, 12))
    with pytest.raises(Contradiction, match="not received before it is sent") as refused:
        _returned(received=_march(3, 12))
    assert refused.value.fields == ("received", "notice.sent")


@pytest.mark.parametrize("name", ["proof_shown", "goods_received"])
def test_goods_are_sent_before_they_come_or_are_proved_to_be(name: str) -> None:
    assert _returned(sent_back=_march(18, 9), **{name: _march(18, 9)})
    assert _returned(**{name: _march(18, 9)})
    with pytest.raises(Contradiction, match="yet to be") as refused:
        _returned(sent_back=_march(18, 9), **{name: _march(18, 8)})
    assert refused.value.fields == (name, "sent_back")


def test_an_authority_is_told_of_a_breach_that_is_known() -> None:
    known = {"aware": _march(18, 9), "risk": Risk.LIKELY}
    assert Breach(**known, told_authority=_march(18, 9))
    with pytest.raises(Contradiction, match="nobody is told what nobody knows") as refused:
        Breach(**known, told_authority=_march(18, 8))
    assert refused.value.fields == ("aware", "told_authority")


@pytest.mark.parametrize("risk", [Risk.UNLIKELY, Risk.LIKELY])
def test_people_are_spared_only_what_they_would_be_told(risk: Risk) -> None:
    known = {"aware": _march(18, 9), "told_authority": None, "spared": Spared.AVERTED}
    assert Breach(**known, risk=Risk.HIGH)
    with pytest.raises(Contradiction, match="only a high risk") as refused:
        Breach(**known, risk=risk)
    assert refused.value.fields == ("risk", "spared")
