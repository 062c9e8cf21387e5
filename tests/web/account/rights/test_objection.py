"""Who objects reads what rests on our interest: all of it, and nothing else."""

from __future__ import annotations

import html
import re

import pytest

from reprise.accounts.models import User
from reprise.privacy.holdings import HOLDINGS
from reprise.privacy.objection_words import OF_ORDERS
from tests.web.account.people import signed_in
from tests.web.account.rights.asking import PAGE

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_names_each_with_what_for_and_until_when(ada: User) -> None:
    page = html.unescape(signed_in().get(f"{PAGE}objection/").content.decode())
    assert "Verordnung (EU) 2016/679, Art. 6 Abs. 1 Buchst. f" in page
    assert "13 Monate" not in page
    assert "dreizehn Monate" not in page, "what a disputed payment needs rests on the contract"
    named = re.findall(r"<h3>(.+?)</h3>", page)
    by_interest = [
        each for each in HOLDINGS if not each.phases and each.ground.article == "art. 6(1)(f)"
    ]
    assert named[:-1] == [each.what.de for each in by_interest]
    assert named[-1] == OF_ORDERS[0].de, "what of an order does in some phases"
    for each in (*((each.why, each.until) for each in by_interest), OF_ORDERS[1:]):
        for sentence in each:
            assert sentence.de in page
