"""The label says what was asked for, and its barcode is the parcel's number."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from reprise.sandbox.carrier.label import BadOrder, check_digit, modules, pdf, read_order
from tests.sandbox.carrier.paper import decode, narrowest, read
from tests.sandbox.carrier.running import RunningCarrier


@pytest.fixture
def wanted() -> dict[str, Any]:
    """A request for a label to somebody's home."""
    return {
        # GS1's own example of a check digit: 629104150021 has 3; zeros in front change nothing.
        "number": "SB06291041500213",
        "reference": "R-7K3F9Q-1",
        "weight_g": 420,
        "shipped_on": "2026-11-24",
        "sender": {"name": "Atelier Rhône SAS", "lines": ["2 quai de l’Essai, 69001 Lyon"]},
        "recipient": {"name": "Łucja Ščerba", "lines": ["1 rue de l’Essai", "69001 Lyon"]},
        "country": "FR",
        "point": "",
    }


def printed(wanted: dict[str, Any], **changes: Any) -> bytes:
    return pdf(read_order(json.dumps(wanted | changes).encode()))


def test_a_label_to_a_home_says_everything(wanted: dict[str, Any]) -> None:
    paper = read(printed(wanted))
    assert paper.lines[0] == "SANDBOX, NOT VALID FOR POSTING"
    for text in (
        "Atelier Rhône SAS", "2 quai de l’Essai, 69001 Lyon", "Łucja Ščerba", "1 rue de l’Essai",
        "69001 Lyon", "FRANCE", "HOME", "R-7K3F9Q-1", "up to 500 g", "2026-11-24",
    ):  # fmt: skip
        assert text in paper.lines
    assert tuple(round(side) for side in paper.size) == (105, 148), "A6"


def test_the_widest_order_number_stays_on_one_line(wanted: dict[str, Any]) -> None:
    """Eight signs of Crockford's alphabet, of which W is the widest, and a contract's mark."""
    lines = read(printed(wanted, reference="R-WWWWWWWW-99", weight_g=29_000)).lines
    assert "R-WWWWWWWW-99" in lines
    assert "2026-11-24" in lines


def test_a_label_to_a_point_names_it_and_its_recipient(wanted: dict[str, Any]) -> None:
    wanted["recipient"]["lines"] = []
    text = read(printed(wanted, point="69001-3")).text
    for line in (
        "PICK-UP POINT",
        "Łucja Ščerba",
        "Relais de démonstration 3",
        "69001 Ville-Exemple",
    ):
        assert line in text


def test_the_barcode_the_print_and_the_request_are_one_number(wanted: dict[str, Any]) -> None:
    paper = read(printed(wanted))
    assert decode(paper.bars) == "SB06291041500213"
    assert paper.lines[-1].replace(" ", "") == "SB06291041500213"


def test_the_barcode_can_be_read_by_a_machine(wanted: dict[str, Any]) -> None:
    """ISO/IEC 15417: a quiet zone of ten modules; 0.25 mm is what simple readers resolve."""
    paper = read(printed(wanted))
    module = narrowest(paper.bars)
    assert module >= 0.25
    assert paper.bars[0][0] >= 10 * module
    assert paper.size[0] - paper.bars[-1][1] >= 10 * module


def test_only_the_house_s_own_font_is_used(wanted: dict[str, Any]) -> None:
    fonts = set(re.findall(rb"/BaseFont/[A-Z]+\+([\w-]+)", printed(wanted)))
    assert fonts == {b"BricolageGrotesque-Regular", b"BricolageGrotesque-Bold"}


@pytest.mark.parametrize(
    ("grams", "text"),
    [(1, "up to 250 g"), (250, "up to 250 g"), (251, "up to 500 g"), (30_000, "up to 30 kg"),
     (None, "not stated")],
)  # fmt: skip
def test_the_weight_class(wanted: dict[str, Any], grams: int | None, text: str) -> None:
    assert text in read(printed(wanted, weight_g=grams)).lines


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": "SB06291041500214"}, "not_our_number"),
        ({"number": "1Z999AA10123456784"}, "invalid_order"),
        ({"number": "6A12345678901"}, "not_our_number"),
        ({"weight_g": 30_001}, "too_heavy"),
        ({"weight_g": 0}, "invalid_order"),
        ({"weight_g": "1"}, "invalid_order"),
        ({"country": "CH"}, "country_not_served"),
        ({"point": "69001-9"}, "no_such_point"),
        ({"shipped_on": "today"}, "invalid_order"),
        ({"reference": "R" * 21}, "invalid_order"),
        ({"sender": {"name": "", "lines": []}}, "invalid_order"),
        ({"sender": {"name": "A\nB", "lines": []}}, "invalid_order"),
        ({"recipient": {"name": "Camille", "lines": []}}, "no_address"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    wanted: dict[str, Any], changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(BadOrder, match=code):
        read_order(json.dumps(wanted | changes).encode())


def test_a_name_is_never_read_as_markup(wanted: dict[str, Any]) -> None:
    wanted["recipient"]["name"] = '#image("/etc/passwd") *x* $1$ \\'
    assert '#image("/etc/passwd") *x* $1$ \\' in read(printed(wanted)).text


def test_the_check_digit_is_gs1_s() -> None:
    assert check_digit("629104150021") == 3  # GS1 General Specifications, 7.9


def test_every_number_has_its_own_bars() -> None:
    numbers = ["SB06291041500213", "SB06291041500220", "SB16291041500210"]
    assert len({modules(number) for number in numbers}) == 3


def test_labels_asked_for_at_once_are_each_their_own(
    carrier: RunningCarrier, wanted: dict[str, Any]
) -> None:
    def ask(place: int) -> tuple[str, str]:
        digits = f"{place:013d}"
        number = f"SB{digits}{check_digit(digits)}"
        body = json.dumps(wanted | {"number": number}).encode()
        status, content = carrier.ask("POST", "/v1/labels", body)
        assert status == 200
        return number, decode(read(content).bars)

    with ThreadPoolExecutor(8) as pool:
        assert all(asked == given for asked, given in pool.map(ask, range(24)))


def test_nobody_gets_a_label_without_the_key(
    carrier: RunningCarrier, wanted: dict[str, Any]
) -> None:
    body = json.dumps(wanted).encode()
    assert carrier.ask("POST", "/v1/labels", body, key="another")[0] == 401
    assert carrier.ask("POST", "/v1/labels", b" " * 20_000)[0] == 413
    assert carrier.ask("POST", "/v1/labels", b"[]")[0] == 422
    assert carrier.ask("GET", "/v1/labels")[0] == 405
    assert carrier.ask("GET", "/v1/other")[0] == 404
