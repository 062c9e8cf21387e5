"""Every readable case holds, every provision has cases, and every decision can be explained."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from importlib import resources
from typing import get_type_hints

import pytest

from reprise.law.product_rules import RULES
from reprise.law.provision import LANGUAGES, Decision, NotInForce
from reprise.law.reading import facts_of, value_of
from reprise.law.registry import named, provisions
from reprise.law.speech import explain, said
from tests.law.cases import Case, cases
from tests.law.count import counted

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{each.file}: {each.name}" for each in CASES])
def test_case(case: Case) -> None:
    provision = named(case.provision)
    facts = facts_of(provision, case.facts)
    if case.refused:
        with pytest.raises(NotInForce, match=case.refused):
            provision.decide(facts)
        return
    decision = provision.decide(facts)
    expected = dict(case.expect)
    missing = set(expected.pop("rests_on", [])) - _rests_on(decision)
    assert not missing, f"does not rest on {missing}, but on {_rests_on(decision)}"
    words = expected.pop("says", None)
    if words is not None:
        reasons = [said(each, "en") for each in decision.because]
        spoken = [each in reason for each, reason in zip(words, reasons, strict=False)]
        assert len(words) == len(reasons), f"says {reasons}"
        assert all(spoken), f"says {reasons}"
    hints = get_type_hints(type(decision)) | {"verified": bool}
    for field, value in expected.items():
        found, wanted = getattr(decision, field), value_of(hints[field], value)
        assert found == wanted, field
        assert _zone(found) == _zone(wanted), field
    assert set(decision.basis) <= set(provision.cites), "cites what its table row does not say"
    for language in LANGUAGES:
        assert all(line.strip() for line in explain(decision, language))


def _zone(value: object) -> object:
    """Instants of two zones may be equal; a case names the zone as well."""
    return value.tzinfo if isinstance(value, datetime) else None


def _rests_on(decision: Decision) -> set[str]:
    return {str(each) for each in decision.basis} | {
        each.rule for each in decision.basis if each.rule
    }


def test_every_case_stands_with_its_country() -> None:
    wrong = [each.file for each in CASES if each.country != each.provision.partition(".")[0]]
    assert not wrong


def test_every_case_says_what_follows_and_why() -> None:
    for case in CASES:
        assert bool(case.expect) != bool(case.refused), case.name
        assert len(case.because) > 40, case.name


def test_names_of_cases_are_their_own() -> None:
    twice = [name for name, count in Counter(each.name for each in CASES).items() if count > 1]
    assert not twice


def test_every_provision_has_a_case_and_every_citation_is_used() -> None:
    seen: dict[str, set[object]] = {each.key: set() for each in provisions()}
    tried = Counter(each.provision for each in CASES)
    for case in CASES:
        if not case.refused:
            provision = named(case.provision)
            seen[case.provision] |= set(provision.decide(facts_of(provision, case.facts)).basis)
    for provision in provisions():
        assert tried[provision.key], provision.key
        unused = set(provision.cites) - seen[provision.key]
        assert not unused, f"{provision.key}: no case rests on {[str(each) for each in unused]}"


def test_every_rule_is_a_provision_or_a_stated_reason_why_not() -> None:
    numbered = {f"S{n}" for n in range(1, 87)} | {"S28b", "S49b", "S49c", "S49d"}
    decided = {rule for each in provisions() for rule in each.rules}
    assert not numbered - decided - set(RULES)
    assert not decided & set(RULES)


def test_every_trap_of_the_founding_documents_is_met_by_a_case() -> None:
    """A case rests on it by its number: dead link, ruled-out repair, French period, a refund that
    waits too long, a lock that forfeits, foreign case law."""
    met = {rule for each in CASES for rule in each.expect.get("rests_on", [])}
    assert {f"S-T{n}" for n in range(1, 7)} <= met


def test_the_table_counts_the_cases() -> None:
    kept = resources.files("reprise.law").joinpath("cases.json").read_text(encoding="utf-8")
    assert kept == counted(), "python -m tests.law.count > src/reprise/law/cases.json"
