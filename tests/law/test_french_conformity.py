"""French remedies and the box: what no readable case can hold."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.law.calendars import Calendar
from reprise.law.fr import box_words
from reprise.law.fr.conformity import REMEDY, Ended, Request, Terms, box, refund, remedies
from reprise.law.speech import cited

FR = Calendar("FR")
_DAY = date(2026, 9, 4)
days = st.dates(date(2026, 1, 1), date(2030, 1, 1))


def test_a_defect_is_not_serious_and_minor_at_once() -> None:
    with pytest.raises(ValueError, match="serious, minor: "):
        Request(calendar=FR, as_of=_DAY, asked=None, serious=True, minor=True)


@settings(deadline=None)
@given(days, days, st.integers(0, 60), st.booleans())
def test_waiting_never_costs_the_consumer(asked: date, later: date, days: int, minor: bool) -> None:
    """What may be asked for on one day may be asked for on every day after it."""
    before = remedies(Request(calendar=FR, asked=asked, as_of=later, minor=minor))
    after = remedies(
        Request(calendar=FR, asked=asked, as_of=later + timedelta(days=days), minor=minor)
    )
    assert after.price_reduction >= before.price_reduction
    assert after.termination >= before.termination
    assert not (minor and after.termination)


@settings(deadline=None)
@given(days, days)
def test_a_proof_never_delays_the_money(received: date, proof: date) -> None:
    alone = refund(Ended(calendar=FR, goods_received=received)).refund_by
    both = refund(Ended(calendar=FR, goods_received=received, proof_shown=proof)).refund_by
    assert alone is not None
    assert both is not None
    assert both <= alone


def test_the_french_box_is_word_for_word() -> None:
    """Compared with the model annexed to article D211-2, of which two reprints agree: seventeen
    paragraphs, and the digest of their text."""
    paragraphs = box_words.GOODS.split("\n\n")
    assert len(paragraphs) == 17
    assert paragraphs[4] == (
        "Si le bien est réparé dans le cadre de la garantie légale de conformité, le consommateur "
        "bénéficie d'une extension de six mois de la garantie initiale."
    )
    digest = hashlib.sha256(box_words.GOODS.encode()).hexdigest()
    assert digest == "1a0552de492bed5437fa0a8518f064fe9fb3ffeef71a4ce27558c1ce1b78bcd2"
    for on in (date(2026, 7, 30), date(2026, 7, 31)):
        assert box(Terms(concluded=on)).text == box_words.GOODS


def test_a_german_cites_the_article_by_its_own_letters() -> None:
    assert cited(REMEDY, "de") == "Code de la consommation, Art. D211-2 (annexe)"
    assert cited(REMEDY, "fr") == "Code de la consommation, art. D211-2 (annexe)"
