"""What a spreadsheet would take for a formula, and a mailer must still read."""

from __future__ import annotations

from email.utils import getaddresses

import pytest

from reprise.kernel import cells


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("iPhone 13", "iPhone 13"),
        ("a-b", "a-b"),
        ("=1+1", "'=1+1"),
        ("+33 4", "'+33 4"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("\r=1", "' =1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("a\nb", "a b"),
        ("", ""),
    ],
)
def test_no_text_becomes_a_formula_or_a_second_row(value: str, cell: str) -> None:
    assert cells.text(value) == cell


@pytest.mark.parametrize(
    "email",
    ["camille@buyer.example", "o'neill@buyer.example", "a+b@buyer.example", "a=b@buyer.example"],
)
def test_an_address_that_is_no_formula_stays_as_it_is(email: str) -> None:
    assert cells.mailbox(email) == email


@pytest.mark.parametrize("email", ["=cmd|'/c@x.example", "+33@x.example", "-2+3@x.example"])
def test_an_address_that_would_be_a_formula_is_the_same_one_to_a_mailer(email: str) -> None:
    cell = cells.mailbox(email)
    assert cell[0] not in "=+-@\t\r"
    assert [address for _, address in getaddresses([cell])] == [email]
