from __future__ import annotations

from pathlib import Path

import pytest

from reprise import demo
from reprise.markets.area import COUNTRIES, EEA
from reprise.markets.operator import (
    OperatorUnreadable,
    Representative,
    Safeguard,
    Service,
    Supervisor,
    Transfer,
    read,
)

WHOLE = """
name = "Exemple SAS"
address = ["1 rue de l’Exemple", "75011 Paris"]
email = "a@exemple.example"
phone = "+33 1 00 00 00 00"
privacy = "p@exemple.example"
authorities = "x@exemple.example"
authority_languages = ["fr"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "operator.toml"


def test_what_is_needed_is_enough(file: Path) -> None:
    file.write_text(WHOLE)
    found = read(file)
    assert (found.name, found.address) == ("Exemple SAS", ("1 rue de l’Exemple", "75011 Paris"))
    assert (found.vat, found.host, found.mediators) == ("", (), {})


def test_a_mediator_is_a_markets(file: Path) -> None:
    mediator = '\n[mediators.fr]\nname = "M"\naddress = "2 rue"\nlink = "https://m.example"\n'
    file.write_text(WHOLE + mediator)
    assert read(file).mediators["fr"].link == "https://m.example"
    for old, new, said in (
        ("mediators.fr", "mediators.xx", "mediators.xx: there is no such market"),
        ("https://m", "javascript:m", "mediators.fr.link"),
    ):
        file.write_text(WHOLE + mediator.replace(old, new))
        with pytest.raises(OperatorUnreadable, match=said):
            read(file)


ABROAD = """
officer = "dpo@exemple.example"
[representative]
name = "Vertreter GmbH"
address = ["1 Weg", "50667 Köln"]
country = "DE"
email = "rep@exemple.example"
[supervisor]
name = "Autorité de l’Exemple"
link = "https://autorite.example"
[[transfers]]
name = "Mailer Inc."
country = "US"
service = "mail"
safeguard = "clauses"
"""


def test_who_oversees_it_and_what_leaves_europe_may_be_said(file: Path) -> None:
    file.write_text(WHOLE)
    plain = read(file)
    assert (plain.officer, plain.supervisor, plain.transfers) == ("", None, ())
    assert plain.representative is None
    file.write_text(WHOLE + ABROAD)
    found = read(file)
    assert found.officer == "dpo@exemple.example"
    assert found.representative == Representative(
        name="Vertreter GmbH", address=("1 Weg", "50667 Köln"), country="DE",
        email="rep@exemple.example",
    )  # fmt: skip
    assert found.supervisor == Supervisor(
        name="Autorité de l’Exemple", link="https://autorite.example"
    )
    assert found.transfers == (
        Transfer(
            name="Mailer Inc.", country="US", service=Service.MAIL, safeguard=Safeguard.CLAUSES
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"dpo@exemple.example"', '"dpo"', "officer is 'dpo', which is no e-mail address"),
        ('"rep@exemple.example"', '"rep"', "representative.email is 'rep', which is no e-mail"),
        ('["1 Weg", "50667 Köln"]', '["Köln"]', "representative.address has street and place"),
        ('country = "DE"', 'country = "GB"', "representative.country is 'GB'; it is the code"),
        ('country = "DE"', 'country = "de"', "representative.country is 'de'; it is the code"),
        ('email = "rep@exemple.example"', "", "representative.email is missing"),
        ("https://autorite", "javascript:autorite", "supervisor.link is"),
        ('"US"', '"FR"', "transfers[0].country is 'FR': Mailer Inc. is where the GDPR holds"),
        ('"US"', '"USA"', "transfers[0].country is 'USA', which is no country's code"),
        ('"US"', '"us"', "transfers[0].country is 'us', which is no country's code"),
        # Two letters that look like one; a union and nobody's.
        ('"US"', '"QX"', "transfers[0].country is 'QX', which is no country's code"),
        ('"US"', '"UK"', "transfers[0].country is 'UK', which is no country's code"),
        ('"US"', '"EU"', "transfers[0].country is 'EU', which is no country's code"),
        ('"US"', '"ZZ"', "transfers[0].country is 'ZZ', which is no country's code"),
        ('"clauses"', '"promises"', "'promises' is not a valid Safeguard"),
        ('"mail"', '"spying"', "'spying' is not a valid Service"),
        ('safeguard = "clauses"', "", "safeguard is missing"),
    ],
)
def test_a_transfer_without_a_safeguard_is_none(file: Path, old: str, new: str, said: str) -> None:
    assert old in ABROAD
    file.write_text(WHOLE + ABROAD.replace(old, new, 1))
    with pytest.raises(OperatorUnreadable) as refused:
        read(file)
    assert said in str(refused.value)


def test_the_demos_example_is_one() -> None:
    assert read(Path(demo.__file__).with_name("operator.toml")).email.endswith(".example")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("name =", "nom =", "name is missing; nom: no such field"),
        ('"Exemple SAS"', '" "', "name must be a text that is not empty"),
        ('"Exemple SAS"', "3", "name must be a text that is not empty"),
        ('["1 rue de l’Exemple", "75011 Paris"]', '"Paris"', "address must be a list of texts"),
        ('["1 rue de l’Exemple", "75011 Paris"]', '["Paris"]', "lines of their own"),
        ('"p@exemple.example"', '"nobody"', "privacy is 'nobody', which is no e-mail address"),
        ('"+33 1 00 00 00 00"', '"01 00 00 00 00"', "phone is"),
        ('["fr"]', '["French"]', "two-letter codes"),
        ('["fr"]', "[]", "two-letter codes"),
        ("\nname", '\nvat = "FR12"\nname', "vat is 'FR12'"),
        ("=", "", "is not TOML"),
    ],
)
def test_what_cannot_be_right_is_said(file: Path, old: str, new: str, said: str) -> None:
    assert old in WHOLE
    file.write_text(WHOLE.replace(old, new, 1))
    with pytest.raises(OperatorUnreadable) as refused:
        read(file)
    assert said in str(refused.value)
    assert str(file) in str(refused.value)


def test_a_file_that_is_not_there(file: Path) -> None:
    with pytest.raises(OperatorUnreadable, match="cannot be read"):
        read(file)


def test_a_country_is_one_by_iso_3166() -> None:
    """249 of them, and Kosovo, whose code everybody uses and nobody has assigned."""
    assert len(COUNTRIES) == 250
    assert EEA < COUNTRIES
    assert {"US", "GB", "CH", "IN", "XK", "GF"} < COUNTRIES
