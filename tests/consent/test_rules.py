"""What a choice is worth is what was asked then, beside what is asked now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from reprise.consent.configuration import Configuration, Partner, Purpose, Void, offer_on
from reprise.consent.rules import (
    UNANSWERED,
    Choice,
    ends_on,
    lapse,
    missing,
    origin_of,
    standing,
    untrue,
)
from reprise.consent.states import Lapse
from reprise.law.provision import LANGUAGES

DAY = date(2026, 3, 10)
BOTH = frozenset({("audience", "acme"), ("audience", "zeta")})


def a_partner(key: str, *, live: bool = True, audited_until: date = date(2027, 1, 1)) -> Partner:
    return Partner(
        key=key, name=key, address="", country="FR", role="processor", privacy_url="",
        script_url=f"https://{key}.example/a.js", origin=f"https://{key}.example", integrity="",
        transfer_basis="", traces=(), live=live, next_audit_on=audited_until,
    )  # fmt: skip


def known(*partners: Partner, version: int = 1, active: bool = True) -> Configuration:
    """A shop that asks for one purpose, and that has shown the notice of today before."""
    names = {language: {"title": "t", "text": "s"} for language in LANGUAGES}
    purpose = Purpose(
        key="audience", kind="audience", version=version, names=names, active=active,
        partners=tuple(each.key for each in partners),
    )  # fmt: skip
    without = Configuration(
        mark=uuid4(), purposes=(purpose,), partners={each.key: each for each in partners}
    )
    offer = offer_on(without, DAY)
    return Configuration(
        mark=uuid4(), purposes=without.purposes, partners=without.partners,
        notices={offer.notice: offer.asked},
    )  # fmt: skip


def accepted(shop: Configuration, on: date = DAY) -> Choice:
    offer = offer_on(shop, DAY)
    return Choice(day=on, notice=offer.notice, accepted=offer.pairs, receipt=uuid4())


def refused(shop: Configuration, on: date = DAY) -> Choice:
    return Choice(day=on, notice=offer_on(shop, DAY).notice, accepted=frozenset())


def worth(choice: Choice | None, shop: Configuration, on: date = DAY) -> object:
    return standing(choice, shop, offer_on(shop, on), on)


TWO = known(a_partner("acme"), a_partner("zeta"))


def test_nothing_is_accepted_before_an_answer() -> None:
    assert worth(None, TWO) == UNANSWERED
    assert UNANSWERED.accepted == frozenset()


@pytest.mark.parametrize("make", [accepted, refused], ids=["accepted", "refused"])
def test_either_choice_counts_for_six_months_and_no_visit_renews_it(make: object) -> None:
    assert callable(make)
    choice = make(TWO)
    for day in (DAY, date(2026, 9, 9)):
        found = standing(choice, TWO, offer_on(TWO, day), day)
        assert found.answered
        assert found.accepted == choice.accepted
        assert found.until == date(2026, 9, 10)
    assert worth(choice, TWO, date(2026, 9, 10)) == UNANSWERED
    assert ends_on(DAY) == date(2026, 9, 10)


def test_a_choice_from_tomorrow_is_none() -> None:
    assert worth(accepted(TWO, DAY + timedelta(days=1)), TWO) == UNANSWERED


def changed(shop: Configuration, now: Configuration) -> Configuration:
    """What is asked now, by a shop that remembers what it has shown before."""
    return Configuration(
        mark=uuid4(), purposes=now.purposes, partners=now.partners,
        notices={**shop.notices, **now.notices}, voided=now.voided,
    )  # fmt: skip


def test_a_new_partner_asks_everybody_again_and_accepts_nothing_meanwhile() -> None:
    three = changed(TWO, known(a_partner("acme"), a_partner("zeta"), a_partner("newcomer")))
    assert worth(accepted(TWO), three) == UNANSWERED
    assert worth(refused(TWO), three) == UNANSWERED


def why(choice: Choice, shop: Configuration, on: date = DAY) -> Lapse | None:
    return lapse(choice, shop, offer_on(shop, on), on)


def test_why_an_answer_counts_no_more() -> None:
    three = changed(TWO, known(a_partner("acme"), a_partner("zeta"), a_partner("newcomer")))
    void = Void(notice=offer_on(TWO, DAY).notice, since=DAY, until=None)
    voided = replace(TWO, voided=(void,))
    for choice in (accepted(TWO), refused(TWO)):
        assert why(choice, TWO) is None
        assert why(choice, three) is Lapse.CHANGED
        assert why(choice, TWO, date(2026, 9, 9)) is None
        assert why(choice, TWO, date(2026, 9, 10)) is Lapse.OVER
        assert why(choice, TWO, DAY - timedelta(days=1)) is Lapse.DOUBTFUL
        assert why(choice, replace(TWO, notices={})) is Lapse.DOUBTFUL
    assert why(accepted(TWO), voided) is Lapse.VOIDED
    assert why(refused(TWO), voided) is None
    assert why(accepted(TWO), replace(three, voided=(void,))) is Lapse.VOIDED


def test_what_has_come_is_named() -> None:
    then = offer_on(TWO, DAY).asked
    three = known(a_partner("acme"), a_partner("zeta"), a_partner("newcomer"))
    assert offer_on(three, DAY).new_since(then, "fr") == ("newcomer",)
    second = known(a_partner("acme"), a_partner("newcomer"), version=2)
    assert offer_on(second, DAY).new_since(then, "fr") == ("t",), "the purpose by its title"
    assert offer_on(TWO, DAY).new_since(then, "fr") == ()


def test_a_purpose_that_means_something_else_asks_everybody_again() -> None:
    second = changed(TWO, known(a_partner("acme"), a_partner("zeta"), version=2))
    assert worth(accepted(TWO), second) == UNANSWERED
    assert worth(refused(TWO), second) == UNANSWERED


@pytest.mark.parametrize(
    "gone", [a_partner("zeta", live=False), a_partner("zeta", audited_until=date(2026, 3, 9))],
    ids=["killed", "audit overdue"],
)  # fmt: skip
def test_a_partner_that_is_gone_asks_nobody_and_is_not_loaded(gone: Partner) -> None:
    one = changed(TWO, known(a_partner("acme"), gone))
    found = standing(accepted(TWO), one, offer_on(one, DAY), DAY)
    assert found.answered
    assert found.accepted == {("audience", "acme")}
    assert standing(refused(TWO), one, offer_on(one, DAY), DAY).answered


def test_the_last_day_of_an_audit_counts() -> None:
    last = a_partner("acme", audited_until=DAY)
    assert offer_on(known(last), DAY).pairs == {("audience", "acme")}
    assert not offer_on(known(last), DAY + timedelta(days=1))


def test_words_that_were_put_right_ask_nobody() -> None:
    shop = known(a_partner("acme"))
    names = {language: {"title": "T", "text": "s"} for language in LANGUAGES}
    (before,) = shop.purposes
    other = Configuration(
        mark=uuid4(),
        purposes=(
            Purpose(key=before.key, kind=before.kind, version=1, names=names, active=True,
                    partners=before.partners),
        ),
        partners=shop.partners,
        notices=shop.notices,
    )  # fmt: skip
    assert offer_on(other, DAY).notice != offer_on(shop, DAY).notice
    assert standing(accepted(shop), other, offer_on(other, DAY), DAY).accepted


def test_a_notice_that_nobody_knows_is_no_choice() -> None:
    shop = known(a_partner("acme"))
    stranger = Choice(day=DAY, notice="f" * 24, accepted=frozenset({("audience", "acme")}))
    assert worth(stranger, shop) == UNANSWERED


@pytest.mark.parametrize(
    ("since", "until", "valid"),
    [
        (DAY, None, False), (DAY, DAY, False), (DAY - timedelta(days=3), DAY, False),
        (DAY + timedelta(days=1), None, True), (DAY - timedelta(9), DAY - timedelta(1), True),
    ],
)  # fmt: skip
def test_an_invalid_notice_asks_whoever_accepted_by_it_then(
    since: date, until: date | None, valid: bool
) -> None:
    shop = known(a_partner("acme"))
    notice = offer_on(shop, DAY).notice
    void = Configuration(
        mark=uuid4(), purposes=shop.purposes, partners=shop.partners, notices=shop.notices,
        voided=(Void(notice=notice, since=since, until=until),),
    )  # fmt: skip
    found = standing(accepted(shop), void, offer_on(void, DAY), DAY)
    assert (found.answered, bool(found.accepted)) == (valid, valid)
    # A refusal needs no valid question.
    assert standing(refused(shop), void, offer_on(void, DAY), DAY).answered


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://acme.example/count.js", "https://acme.example"),
        ("https://cdn.acme.example/a/b.js?v=1", "https://cdn.acme.example"),
    ],
)
def test_a_partner_comes_from_one_host(url: str, origin: str) -> None:
    assert origin_of(url, "https://shop.example") == origin


@pytest.mark.parametrize(
    "url",
    [
        "http://acme.example/a.js", "https://*.example/a.js", "https://acme.example:8443/a.js",
        "https://user@acme.example/a.js", "https://acme.example@evil.example/a.js",
        "https://shop.example/a.js", "https://SHOP.example/a.js", "https://localhost/a.js",
        "https://127.0.0.1/a.js", "http://127.0.0.1:9/a.js", "//acme.example/a.js",
        "https://acme.example/a.js#x", "javascript:alert(1)", "https:///a.js",
        "https://acme.example; script-src *", "data:text/javascript,1", "",
    ],
)  # fmt: skip
def test_no_other_address_opens_a_page(url: str) -> None:
    with pytest.raises(ValueError, match="script's address"):
        origin_of(url, "https://shop.example")


def test_a_shop_on_loopback_takes_another_port_of_it() -> None:
    ours = "http://127.0.0.1:8000"
    assert origin_of("http://127.0.0.1:9101/a.js", ours) == "http://127.0.0.1:9101"
    with pytest.raises(ValueError, match="our own"):
        origin_of("http://127.0.0.1:8000/a.js", ours)


FIT = {
    "killed_at": None, "contract_ref": "DPA-1", "contract_on": DAY, "country": "FR",
    "transfer_basis": "", "audited_on": DAY, "audit_evidence": "a" * 64,
    "next_audit_on": DAY + timedelta(days=365),
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"killed_at": DAY}, {"contract_ref": ""}, {"contract_on": None},
        {"contract_on": DAY + timedelta(days=1)}, {"country": "US"}, {"country": "GB"},
        {"country": "US", "transfer_basis": "because"},
        {"audited_on": None}, {"audit_evidence": ""}, {"next_audit_on": None},
        {"next_audit_on": DAY - timedelta(days=1)}, {"audited_on": DAY + timedelta(days=1)},
    ],
)  # fmt: skip
def test_what_a_partner_needs(change: dict[str, object]) -> None:
    assert missing(FIT, DAY) == ()
    for basis in ("adequacy", "clauses", "binding_rules"):
        assert missing({**FIT, "country": "US", "transfer_basis": basis}, DAY) == ()
    assert len(missing({**FIT, **change}, DAY)) == 1


def test_what_waiting_does_not_mend_is_known_from_the_first_day() -> None:
    """A contract may begin tomorrow; an audit of tomorrow was not held."""
    tomorrow = DAY + timedelta(days=1)
    for change, number in (
        ({}, 0), ({"contract_ref": ""}, 0), ({"contract_on": tomorrow}, 0),
        ({"audited_on": tomorrow}, 1), ({"country": "US"}, 1),
        ({"country": "US", "transfer_basis": "because"}, 1),
        ({"country": "US", "transfer_basis": "clauses"}, 0),
        ({"country": "IS"}, 0),
    ):  # fmt: skip
        assert len(untrue({**FIT, **change}, DAY)) == number, change
