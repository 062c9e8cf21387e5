"""Each branch speaks its own sentence: what is decided and what is said do not drift apart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from reprise.kernel.money import Money
from reprise.law.calendars import Calendar
from reprise.law.de import producers as german
from reprise.law.eu import (
    contract,
    contract_words,
    delivery,
    delivery_words,
    platform,
    platform_words,
    price,
    producers,
    producers_words,
    repair,
    withdrawal,
    withdrawal_refund,
    withdrawal_sum,
    withdrawal_words,
)
from reprise.law.eu import withdrawal_function as function
from reprise.law.eu import withdrawal_function_words as function_words
from reprise.law.fr import producers as french
from reprise.law.fr import refurbished, refurbished_words
from reprise.law.provision import Sentence
from reprise.law.terms import (
    devices,
    devices_words,
    dispatch,
    dispatch_words,
    moderation,
    moderation_words,
    parcels,
    parcels_words,
    reviews,
    reviews_words,
    sale,
    sale_words,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
BE = Calendar("BE")
CONTRACT = delivery.Contract(concluded=date(2026, 3, 2), calendar=BE)
DUE, LATER = datetime(2026, 4, 1, tzinfo=BRUSSELS), datetime(2026, 4, 20, tzinfo=BRUSSELS)
EURO = Money(100, "EUR")


def _wait(**more: Any) -> delivery.Late:
    return delivery.late(delivery.Wait(contract=CONTRACT, at=LATER, **more))


def _loss(**more: Any) -> delivery.Risk:
    return delivery.risk(delivery.Loss(happened=LATER, **more))


def _sanction(measure: platform.Measure, cause: platform.Cause) -> platform.Effect:
    return platform.sanction(
        platform.Sanction(
            measure=measure, cause=cause, sent=date(2026, 3, 2), reasons_given=True, calendar=BE
        )
    )


def _size(staff: int, millions: int) -> platform.Size:
    money = Money(millions * 100_000_000, "EUR")
    return platform.size(
        platform.Provider(day=date(2026, 3, 2), staff=staff, turnover=money, balance=money)
    )


def _idu(number: str | None) -> french.IduCheck:
    held = producers.Registration(day=date(2026, 3, 2), number=number, proven=True)
    return french.idu(
        french.Seller(stream=producers.Stream.PACKAGING, registration=held, shown=True)
    )


def _again(*, offered: bool) -> parcels.UncollectedDecision:
    return parcels.not_collected(
        parcels.Uncollected(choice=parcels.Choice.SEND_AGAIN, offered=offered, cost=EURO)
    )


def _asked(*, offered: bool) -> parcels.UncollectedDecision:
    return parcels.not_collected(
        parcels.Uncollected(choice=parcels.Choice.NOT_ASKED, offered=offered, cost=EURO)
    )


def _claim(identity: parcels.Identity) -> parcels.ClaimDecision:
    return parcels.claim(
        parcels.Claim(
            calendar=BE,
            trouble=parcels.Trouble.EMPTY,
            received=date(2026, 3, 5),
            identity=identity,
        )
    )


def _photos(refused: int) -> reviews.Publication:
    return reviews.publication(
        reviews.Submitted(at=DUE, calendar=BE, photos=2, photos_refused=refused)
    )


def _quote(insured: contract.Extra) -> contract.QuoteCheck:
    return contract.quote(
        contract.Quote(
            goods=EURO,
            taxes_included=True,
            delivery=EURO,
            delivery_shown=True,
            service_fee=EURO,
            service_fee_shown=True,
            levies=EURO,
            insurance=EURO,
            insured=insured,
            total_shown=Money(500, "EUR"),
            charged=Money(500, "EUR"),
        )
    )


def _function(country: str, *, free: bool) -> function.FunctionCheck:
    day = date(2026, 11, 21)
    return function.function(
        function.Function(
            day=day,
            country=country,
            language="fr",
            words="Renoncer au contrat ici",
            confirm_words="Confirmer la rétractation",
            there_from=day,
            there_until=day,
            first=day,
            last=day,
            required=frozenset(),
            free=free,
        )
    )


def _dispatch(*held: dispatch.Suspension) -> dispatch.Dispatch:
    return dispatch.dispatch(dispatch.Payment(received=DUE, calendar=BE, suspensions=held))


def _words(text: str, place: refurbished.Place) -> refurbished.WordsDecision:
    return refurbished.words(refurbished.Text(text=text, place=place))


def _shelf(offered: date | None) -> reviews.Retention:
    published = date(2026, 3, 2)
    return reviews.retention(
        reviews.Shelf(calendar=BE, day=published, published=published, offered_until=offered)
    )


def _edit(at: datetime) -> reviews.EditDecision:
    return reviews.edit(reviews.Wish(at=at, received=date(2026, 3, 2), calendar=BE))


def _passport(uri: str) -> devices.PassportDecision:
    return devices.passport(devices.Passport(uri=uri))


def _origin(*countries: str) -> refurbished.OriginDecision:
    steps = tuple(refurbished.Operation(what="test", country=each) for each in countries)
    return refurbished.in_france(refurbished.Origin(operations=steps))


def _weee(number: str) -> german.OfferCheck:
    held = producers.Registration(day=date(2026, 3, 2), number=number, proven=True)
    return german.registration(
        german.Seller(stream=producers.Stream.ELECTRONICS, registration=held, sourced_there=False)
    )


def _month(without_ground: int) -> moderation.Statistic:
    count = moderation.Count(stars=1, came=9, went=3, without_ground=without_ground)
    return moderation.statistic(moderation.Month(counts=(count,)))


TERMINATE, RESTRICT = platform.Measure.TERMINATE, platform.Measure.RESTRICT
SAID: list[tuple[Callable[[], Any], Sentence]] = [
    (lambda: _wait(delivered=DUE), delivery_words.DELIVERED),
    (lambda: _wait(delivered=LATER), delivery_words.DELIVERED_LATE),
    (lambda: _wait(more_until=date(2026, 4, 20)), delivery_words.WAIT),
    (lambda: _wait(more_until=date(2026, 4, 19)), delivery_words.TERMINATE),
    (lambda: _wait(refused=True), delivery_words.REFUSED),
    (lambda: _wait(essential=True), delivery_words.ESSENTIAL),
    (lambda: _loss(possession=None), delivery_words.NOT_IN_HAND),
    (lambda: _loss(possession=None), delivery_words.SELLERS_LOSS),
    (lambda: _loss(possession=DUE), delivery_words.IN_HAND),
    (lambda: _loss(possession=DUE), delivery_words.BUYERS_LOSS),
    (lambda: _sanction(RESTRICT, platform.Cause.BREACH), platform_words.AT_ONCE),
    (lambda: _sanction(TERMINATE, platform.Cause.LEGAL_DUTY), platform_words.NO_NOTICE),
    (lambda: _size(50, 1), platform_words.STAFF),
    (lambda: _size(49, 11), platform_words.MONEY),
    (lambda: _idu("FR012345_05ABCD"), producers_words.SELLER_PAYS),
    (lambda: _idu("FR012345_05ABCD"), producers_words.SECOND_HAND),
    (lambda: _idu(None), producers_words.PLATFORM_PAYS),
    (lambda: _again(offered=True), parcels_words.SENT_AGAIN),
    (lambda: _again(offered=False), parcels_words.NEVER_OFFERED),
    (lambda: _words("comme neuf", refurbished.Place.TITLE), refurbished_words.FORBIDDEN),
    (lambda: _words("en bon état", refurbished.Place.TITLE), refurbished_words.ALLOWED),
    (lambda: _words("comme neuf", refurbished.Place.REVIEW), refurbished_words.A_REVIEW_MAY),
    (lambda: _shelf(None), reviews_words.TEN_YEARS),
    (lambda: _passport("https://passport.example/1"), devices_words.HAS_PASSPORT),
    (lambda: _passport(" "), devices_words.NO_PASSPORT),
    (lambda: _origin("FR", "FR"), refurbished_words.ALL_IN_FRANCE),
    (lambda: _origin("FR", "PL"), refurbished_words.ELSEWHERE),
    (lambda: _origin(), refurbished_words.NOTHING_KNOWN),
    (lambda: _weee("DE12345678"), producers_words.MAY_OFFER),
    (lambda: _weee("12345678"), producers_words.MUST_NOT_OFFER),
    (lambda: _month(0), moderation_words.ALL_GROUNDED),
    (lambda: _month(1), moderation_words.SUPPRESSED),
    (lambda: _shelf(date(2027, 3, 2)), reviews_words.NO_LONGER_OFFERED),
    (lambda: _edit(DUE), reviews_words.MAY_EDIT),
    (lambda: _edit(LATER), reviews_words.TOO_LATE),
    (
        lambda: sale.final(sale.Sale(price=EURO, accepted=None, collected=EURO, collected_at=DUE)),
        sale_words.NOT_ACCEPTED,
    ),
    (
        lambda: sale.final(
            sale.Sale(price=EURO, accepted=DUE, collected=Money(0, "EUR"), collected_at=None)
        ),
        sale_words.NOT_COLLECTED,
    ),
]


@pytest.mark.parametrize(("decide", "sentence"), SAID)
def test_the_branch_speaks_its_sentence(decide: Callable[[], Any], sentence: Sentence) -> None:
    assert sentence in [each.sentence for each in decide().because]


def test_a_sentence_that_does_not_apply_is_not_spoken() -> None:
    strike = dispatch.Suspension(first=date(2026, 4, 2), last=date(2026, 4, 2))
    for speaks, silent, sentence in (
        (_dispatch(strike), _dispatch(), dispatch_words.SUSPENDED),
        (_claim(parcels.Identity.COPY), _claim(parcels.Identity.ONLINE), parcels_words.DELETE),
        (_photos(1), _photos(0), reviews_words.NO_PHOTOS),
        (
            _quote(contract.Extra.PRE_TICKED),
            _quote(contract.Extra.CHOSEN),
            contract_words.GIVE_BACK,
        ),
        (_function("FR", free=False), _function("FR", free=True), function_words.FINES),
        (_function("FR", free=False), _function("BE", free=False), function_words.FINES),
    ):
        assert sentence in [each.sentence for each in speaks.because]
        assert sentence not in [each.sentence for each in silent.because]


def test_a_parcel_that_was_never_offered_is_offered_again_for_nothing() -> None:
    for offered, cost in ((True, EURO), (False, Money(0, "EUR"))):
        (reason,) = _asked(offered=offered).because
        assert reason.values == {"cost": cost}


def test_the_french_fines_are_fifteen_and_seventy_five_thousand() -> None:
    fines = _function("FR", free=False).because[-1].values
    assert fines == {"person": Money.parse("15000", "EUR"), "company": Money.parse("75000", "EUR")}
    assert _idu(None).because[1].values == {"fine": Money.parse("30000", "EUR")}


def test_a_hint_counts_in_years() -> None:
    day = date(2026, 3, 2)
    for kind, years in ((devices.Kind.PHONE, 3), (devices.Kind.COMPUTER, 5)):
        old = devices.Owned(
            kind=kind, day=day, first_sold=date(2020, 1, 1), repair=Money(0, "EUR"), new=EURO
        )
        assert [each.values for each in devices.hints(old).because] == [{"years": years}]


def test_what_is_not_collected_is_the_rest_of_the_price() -> None:
    part = sale.Sale(price=EURO, accepted=DUE, collected=Money(40, "EUR"), collected_at=DUE)
    reasons = sale.final(part).because
    assert [each.sentence for each in reasons] == [sale_words.NOT_FINAL, sale_words.NOT_COLLECTED]
    assert reasons[1].values == {"rest": Money(60, "EUR")}


def test_what_is_open_is_cited_only_where_the_question_arises() -> None:
    """A decision that does not meet the open question does not carry it."""
    for agreed, beyond in ((date(2026, 4, 1), False), (date(2026, 4, 2), True)):
        contract = delivery.Contract(concluded=date(2026, 3, 2), calendar=BE, agreed=agreed)
        decision = delivery.deadline(contract)
        assert (delivery.AGREED in decision.basis) == beyond
        assert (delivery.DELIVERY in decision.basis) != beyond
        said = delivery_words.AGREED_BEYOND in [each.sentence for each in decision.because]
        assert said == beyond
    for came, is_open in ((DUE, False), (LATER, True)):
        assert (delivery.CAME_LATE in _wait(delivered=came).basis) == is_open
    for country, cited in (("FR", True), ("BE", False)):
        assert (function.FRENCH in _function(country, free=True).basis) == cited
    for since, young in ((date(2026, 10, 28), False), (date(2026, 10, 29), True)):
        found = price.reduction(
            price.Reduction(
                starts=date(2026, 11, 27),
                price=EURO,
                announced_prior=None,
                announced_percent=None,
                history=(price.PriceSince(since=since, price=Money(200, "EUR")),),
            )
        )
        assert (price.YOUNG in found.basis) == young
    for shortened in (True, False):
        mended = repair.Repaired(
            calendar=BE,
            concluded=repair.SINCE,
            until=date(2028, 8, 14),
            repaired=True,
            shortened=shortened,
        )
        basis = repair.extension(mended).basis
        assert repair.EXTEND in basis
        assert (repair.EXTEND_AGREED in basis) == shortened


def test_under_the_promise_only_the_goods_free_the_refund() -> None:
    march = withdrawal.Contract(
        last_parcel=date(2026, 3, 2), told=date(2026, 3, 1), calendar=BE, promised_clear_days=30
    )
    for sent, sentence in (
        (datetime(2026, 3, 10, 10, tzinfo=BRUSSELS), withdrawal_words.FREED),
        (datetime(2026, 3, 20, 10, tzinfo=BRUSSELS), withdrawal_words.GOODS_CAME),
    ):
        notice = withdrawal.Notice(contract=march, sent=sent)
        came = datetime(2026, 3, 24, 10, tzinfo=BRUSSELS)
        decision = withdrawal_refund.refund(
            withdrawal_refund.Return(
                notice=notice, received=sent, sent_back=came, goods_received=came
            )
        )
        assert decision.because[-1].sentence is sentence


def test_a_return_without_the_information_names_no_ceiling() -> None:
    for told_return, sentence in (
        (True, withdrawal_words.RETURN_PAID),
        (False, withdrawal_words.RETURN_UNTOLD),
    ):
        paid = withdrawal_sum.Paid(
            right=withdrawal.Right.STATUTORY,
            told_right=True,
            told_return=told_return,
            goods=EURO,
            outbound_paid=EURO,
            outbound_standard=EURO,
            outbound_owed=EURO,
            return_paid=EURO,
            return_standard=EURO,
            return_on_buyer=False,
            value_lost=Money.zero("EUR"),
            service_fee=Money.zero("EUR"),
            order_left=False,
        )
        assert sentence in [each.sentence for each in withdrawal_sum.refund_sum(paid).because]


def test_a_number_is_held_against_the_form_of_its_own_register() -> None:
    assert {german.WEEE, german.WEEE_FORM} < set(_weee("DE12345678").basis)
    held = producers.Registration(day=date(2026, 3, 2), number="DE12345678", proven=True)
    packaging = german.registration(
        german.Seller(stream=producers.Stream.PACKAGING, registration=held, sourced_there=False)
    )
    assert set(packaging.basis) == {german.PACKAGING, german.LUCID_FORM, german.MATRIX}
