"""What a lawyer writes wrongly is named, whatever YAML made of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import reprise.law
from reprise.law.durations import Duration
from reprise.law.provision import LANGUAGES, Basis, Because, Decision, Sentence, Source
from reprise.law.reading import FactsRefused, facts_of, load, plain, value_of
from reprise.law.registry import UnknownProvision, guarantee_of, named
from reprise.law.speech import cited, written


def test_a_field_that_yaml_reads_as_a_word_of_its_own_is_named_all_the_same() -> None:
    """`on:` is a truth value in YAML, not a text."""
    facts = load("{ended: null, day: 2026-03-02, on: 2026-03-02}")
    with pytest.raises(FactsRefused, match="no such field: on"):
        facts_of(named("eu.trader.retention"), facts)


def test_a_german_reader_sees_the_letter_of_a_french_article_as_it_is() -> None:
    basis = Basis(Sentence.same("Code"), "art. L221-14", Source.OFFICIAL)
    assert cited(basis, "de") == "Code, Art. L221-14"
    assert cited(basis, "fr") == "Code, art. L221-14"


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("annex V", {"en": "annex V", "fr": "annexe V", "nl": "bijlage V", "de": "Anhang V"}),
        (
            "ann. I, 23c",
            {
                "en": "ann. I, 23c",
                "fr": "ann. I, 23c",
                "nl": "bijlage I, 23c",
                "de": "Anhang I, 23c",
            },
        ),
    ],
)
def test_an_annex_has_its_name_in_each_language(article: str, said: dict[str, str]) -> None:
    basis = Basis(Sentence.same("Code"), article, Source.OFFICIAL)
    assert {each: cited(basis, each) for each in said} == {
        each: f"Code, {words}" for each, words in said.items()
    }


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("eu.delivery.risk", "{happened: 2026-03-05}", "an instant is written"),
        (
            "eu.delivery.risk",
            "{happened: 2026-03-05 10:00:00 Europe/Atlantis}",
            "no time zone is called 'Europe/Atlantis'",
        ),
        (
            "eu.delivery.risk",
            "{happened: 2026-02-30 10:00:00 Europe/Paris}",
            "'2026-02-30 10:00:00' is no day and time: day",
        ),
        (
            "eu.delivery.risk",
            "{happened: 2026-03-29 02:30:00 Europe/Paris}",
            "there is no 2026-03-29 02:30:00 in Europe/Paris: clocks are put forward",
        ),
        (
            "eu.delivery.risk",
            "{happened: 9999-12-31 10:00:00 Europe/Paris}",
            "a year from 1800 to 2999 is expected",
        ),
        ("eu.claims.words", "{text: x, day: 2026-02-30}", "'2026-02-30' is no day: day"),
        ("eu.claims.words", "{text: x, day: 9999-01-01}", "a year from 1800 to 2999"),
        ("eu.claims.words", "{text: x, day: 20260301}", "a day is written"),
        ("eu.vat.margin", "{sold: 300, bought: 150.00 EUR, rate: 20 %}", "an amount is written"),
        ("eu.vat.margin", "{sold: 3 EUR, bought: 1 EUR, rate: 20 of 100}", "a rate is written"),
        ("eu.vat.margin", "{sold: 3 EUR, bought: 1 EUR, rate: 20}", "a rate is written"),
        ("eu.vat.margin", "{sold: 3 EUR, bought: 1 EUR, rate: 20 percent}", "a rate is written"),
        ("eu.claims.words", "{text: [], day: 2026-11-21}", "a text is expected"),
        ("eu.vat.scheme", "{normal_preferred: 1}", "a yes or no is expected"),
        ("eu.vat.scheme", "{provenance: stolen}", "one of eu_consumer, eu_exempt"),
        (
            "eu.dsa.recipients",
            "{recipients: 6, published: 2026-08-17 09:00:00 Europe/Paris}",
            "not iterable",
        ),
        (
            "eu.dsa.recipients",
            "{recipients: [1], published: 2026-08-17 09:00:00 Europe/Paris}",
            "over 6 months",
        ),
    ],
)
def test_what_is_not_written_as_it_should_be_is_told(key: str, facts: str, said: str) -> None:
    with pytest.raises(FactsRefused, match=said):
        facts_of(named(key), load(facts))


def test_a_decision_is_read_back_as_a_lawyer_writes_it() -> None:
    finland = named("eu.vat.rate")
    decision = finland.decide(facts_of(finland, load("{country: FI, on: 2026-11-27}")))
    assert plain(decision)["rate"] == "25.5 %"
    margin = named("eu.vat.margin")
    facts = load("{sold: 300.00 EUR, bought: 150.00 EUR, rate: 20 %}")
    assert plain(margin.decide(facts_of(margin, facts)))["vat"] == "25.00 EUR"
    scheme = named("eu.vat.scheme")
    facts = load("{provenance: import, normal_preferred: false, platform_supplies: false}")
    assert plain(scheme.decide(facts_of(scheme, facts)))["scheme"] == "normal"


def test_a_reason_is_explained_and_never_listed() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Odd(Decision):
        aside: Because

    name = Sentence.same("Code")
    odd = Odd(basis=(Basis(name, "", Source.OFFICIAL),), because=(name(),), aside=name())
    with pytest.raises(TypeError, match="explained, not listed"):
        plain(odd)


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    first, eleventh = date(2027, 3, 1), date(2027, 3, 11)
    assert written(first, "fr") == "1er mars 2027"
    assert written(eleventh, "fr") == "11 mars 2027"
    assert written(first, "de") == "1. März 2027"
    assert written(first, "nl") == "1 maart 2027"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 year", ("1 year", "1 an", "1 jaar", "1 Jahr")),
        ("24 months", ("24 months", "24 mois", "24 maanden", "24 Monate")),
        ("1 day", ("1 day", "1 jour", "1 dag", "1 Tag")),
        (
            "for life",
            ("an unlimited time", "une durée illimitée", "onbeperkte tijd", "unbegrenzte Zeit"),
        ),
    ],
)
def test_a_duration_is_read_and_written_in_each_language(text: str, words: tuple[str, ...]) -> None:
    duration = value_of(Duration, text)
    assert str(duration) == text
    assert tuple(written(duration, each) for each in LANGUAGES) == words


@pytest.mark.parametrize(
    "text", ["24", "24 month", "1 months", "two years", "1.5 years", "24  months", "ever", 24, None]
)
def test_a_duration_that_is_written_otherwise_is_refused(text: object) -> None:
    with pytest.raises(ValueError, match="a duration is written 30 days, 24 months"):
        value_of(Duration, text)


@pytest.mark.parametrize("value", [True, object()])
def test_a_value_without_words_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        written(value, "en")


def test_a_country_without_a_law_here_has_no_guarantee() -> None:
    assert guarantee_of("PT").period.months == 36
    with pytest.raises(UnknownProvision, match="no law of guarantee for 'GR'"):
        guarantee_of("GR")


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        (
            "be.guarantee.period",
            "{calendar: BE, goods: used, concluded: 2026-09-04, delivered: 2026-09-01}",
            "delivered, concluded: a device is not delivered before it is sold @ facts",
        ),
        (
            "be.guarantee.timeline",
            "{as_of: 2026-12-01, sale: {calendar: BE, goods: used, concluded: 2026-09-01, "
            "delivered: 2026-09-04}, stretches: [{cause: repair, first: 2026-10-01, "
            "last: 2026-10-02}, {cause: repair, first: 2026-11-01, last: 2026-12-02}]}",
            "stretches[1].last, as_of: nothing has happened yet after the day asked @ facts",
        ),
        (
            "be.guarantee.timeline",
            "{as_of: 2026-12-01, sale: {calendar: BE, goods: used, concluded: 2026-09-01, "
            "delivered: 2026-09-04}, stretches: [{cause: repair, first: 2026-10-01, "
            "last: 2026-09-30}]}",
            "last, first: a stretch does not end before it starts @ facts.stretches[0]",
        ),
        (
            "be.hidden_defects.remedy",
            "{wish: keep, price: 300.00 EUR, part: 301.00 EUR, seller_knew: false, "
            "damages: 0.00 EUR, sale_costs: 0.00 EUR, return_cost: 0.00 EUR}",
            "part, price: at most the price @ facts",
        ),
    ],
)
def test_facts_that_contradict_each_other_are_named(key: str, facts: str, said: str) -> None:
    with pytest.raises(FactsRefused) as refused:
        facts_of(named(key), load(facts))
    assert refused.value.problems == [said]


def test_no_facts_are_refused_without_the_name_of_a_field() -> None:
    """Each class of facts says `Contradiction`, whose fields are its own or lie below it."""
    found = 0
    for path in sorted(Path(reprise.law.__path__[0]).rglob("*.py")):
        for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(kind, ast.ClassDef) or kind.name in ("Calendar", "Decision"):
                continue
            fields = {ast.unparse(each.target) for each in kind.body if hasattr(each, "target")}
            for each in ast.walk(kind):
                if isinstance(each, ast.Raise) and isinstance(each.exc, ast.Call):
                    assert ast.unparse(each.exc.func) == "Contradiction", (path.name, kind.name)
                    plain = [name.value for name in each.exc.args[1:] if hasattr(name, "value")]
                    assert {name for name in plain if isinstance(name, str)} <= fields
                    found += 1
    assert found > 20
