"""What a consumer gets back, and what a guarantee on top promises, under Belgian law."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

BE = "law/be/conformity/"

BUGS = (
    # Price reduction and the end of the contract (art. 1649quinquies, § 6 and § 7)
    Bug("a part of a cent of a reduced price goes to the consumer (S69)",
        BE + "second_stage.py", "facts.price.share(rate, up)", "facts.price.share(rate)",
        "law/test_cases.py"),
    Bug("the day of the two values is open, as § 6 names none (S69)", BE + "second_stage.py",
        "[art.REDUCTION, art.VALUED]", "[art.REDUCTION]", "law/test_cases.py"),
    Bug("a part of a cent of a deduction stays with the consumer (S71)", BE + "use.py",
        "Rate.of(counted, facts.expected_months), down)",
        "Rate.of(counted, facts.expected_months))", "law/test_cases.py"),
    Bug("use ends with the earlier of the declaration and the giving back (S71)",
        BE + "use.py", "min(self.declared,", "max(self.declared,", "law/test_cases.py"),
    Bug("that nothing is taken off unasked is open (S71)", BE + "use.py",
        "(art.USE_NOT_CLAIMED,)", "(art.PERFORMANCE,)", "law/test_cases.py"),
    Bug("the hour until which a price is repaid is open (S70)", BE + "second_stage.py",
        "basis.append(art.DUE_ON_RECEIPT)", "pass", "law/test_cases.py"),
    Bug("a day without an hour ends where the consumer is (S70)", BE + "second_stage.py",
        "due=facts.calendar.end_if_any(due)", "due=Calendar(\"BE\").end_if_any(due)",
        "law/test_cases.py"),
    Bug("no form of a declaration is said to be needless (S70)",
        BE + "second_stage_words.py", "the article names no form for it", "it takes no form",
        "law/test_cases.py"),
    Bug("no sum of a law's facts is below zero", "law/provision.py", "if each.minor < 0:",
        "if False:", "law/test_be_facts.py"),
    Bug("sums of two currencies are refused by their names", "law/provision.py",
        "if len({each.currency for each in given.values()}) > 1:", "if False:",
        "law/test_be_facts.py"),
)  # fmt: skip
