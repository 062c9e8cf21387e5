import logging

import pytest

from reprise.config.logs import WithoutKeys


def said(message: str, *arguments: object) -> str:
    record = logging.LogRecord("x", logging.WARNING, "", 0, message, arguments, None)
    assert WithoutKeys().filter(record)
    return record.getMessage()


@pytest.mark.parametrize("day", ["", "14d-"])
def test_the_key_of_an_order_is_not_logged(day: str) -> None:
    key = "0123456789abcdef" * 2
    key = day + key
    text = said("Not Found: %s", f"/fr-fr/orders/R-7K3F9Q2M/{key}/payment/")
    assert key not in text
    assert "R-7K3F9Q2M" in text


def test_other_lines_stay_as_they_are() -> None:
    assert said("%s of %s", 1, 2) == "1 of 2"


def test_the_key_of_a_letter_is_not_logged() -> None:
    key = "0123456789abcdef" * 2
    text = said("Gone: %s", f"/fr-fr/account/letters/01a20e72-d2de-7050-8130-7298ab2c8c7a/{key}/")
    assert key not in text
    assert "01a20e72" in text
