"""The carrier's pick-up points: for any postcode there can be, and openly a sandbox's."""

from __future__ import annotations

import re

import pytest

from reprise.sandbox.carrier.points import BadPostcode, named, near, postcode_of


@pytest.mark.parametrize(
    ("country", "typed", "kept"),
    [
        ("FR", "75011", "75011"),
        ("FR", "01000", "01000"),
        ("FR", "97400", "97400"),
        ("FR", " 69 001 ", "69001"),
        ("BE", "1000", "1000"),
        ("NL", "1012ab", "1012 AB"),
        ("NL", "1012 AB", "1012 AB"),
        ("DE", "01067", "01067"),
        ("DE", "99998", "99998"),
    ],
)
def test_a_postcode_is_kept_as_its_country_writes_it(country: str, typed: str, kept: str) -> None:
    assert postcode_of(country, typed) == kept


@pytest.mark.parametrize(
    ("country", "typed"),
    [
        ("FR", "7501"), ("FR", "00123"), ("FR", "99000"), ("FR", ""), ("FR", "٧٥٠١١"),
        ("BE", "0999"), ("BE", "10000"), ("NL", "1012"), ("NL", "0123 AB"), ("NL", "1012 SS"),
        ("DE", "00999"), ("DE", "01000"), ("DE", "99999"), ("CH", "8001"), ("", "75011"),
    ],
)  # fmt: skip
def test_no_points_for_what_is_no_postcode(country: str, typed: str) -> None:
    with pytest.raises(BadPostcode):
        near(country, typed, 6)


@pytest.mark.parametrize(("country", "postcode"), [("FR", "75011"), ("NL", "1012 AB")])
def test_a_point_is_found_again_by_its_code_and_says_what_it_is(
    country: str, postcode: str
) -> None:
    found = near(country, postcode, 6)
    assert len(found) == 6
    assert len({point["code"] for point in found}) == 6
    for point in found:
        assert named(country, point["code"]) == point
        assert point["postcode"] == postcode
        said = " ".join(point[field] for field in ("name", "street", "town"))
        assert len(re.findall(r"démonstration|Exemple|Demo|Voorbeeld|Vorführ|Muster", said)) == 3


@pytest.mark.parametrize("code", ["", "75011", "75011-0", "75011-9", "75011-3-3", "abcde-1"])
def test_another_code_names_no_point(code: str) -> None:
    assert named("FR", code) is None
