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
    # Guarantees on top of the law (art. 1649septies), in every state
    Bug("of two promises the one that ends later on the calendar is the longer (S74)",
        "law/durations.py", "key=lambda each: each.last_day(first)",
        "key=lambda each: each.number", "law/test_cases.py"),
    Bug("what is promised for life is longer than any number (S74)", "law/durations.py",
        "        if self.endless:\n            return date.max\n", "        if self.endless:\n"
        "            return first\n", "law/test_cases.py"),
    Bug("whose life a promise means is open (S74)", "law/guarantee/timeline.py",
        "return (PROMISE, PROMISE_FOR_LIFE)", "return (PROMISE,)", "law/test_cases.py"),
    Bug("whether a life is a certain period is open (S74)", BE + "guarantee.py",
        "article, reasons = art.DURABILITY_FOR_LIFE, ", "article, reasons = art.GUARANTEE, ",
        "law/test_cases.py"),
    Bug("365 days are no year where it has a 29 February (S61)", "law/guarantee/period.py",
        "if lasts.last_day(sale.delivered) < least.last_day(sale.delivered):",
        "if lasts.number < rule.least_months:", "law/test_cases.py"),
    Bug("a day in a month that lacks the date of the delivery is open in every state",
        "law/guarantee/period.py", "        basis.append(COUNTING)\n", "        pass\n",
        "law/test_cases.py"),
    Bug("so is that of a promise, where the law's own day is none", "law/guarantee/timeline.py",
        "return (PROMISE, COUNTING) if promised.lacks_date(delivered) else (PROMISE,)",
        "return (PROMISE,)", "law/test_cases.py"),
    Bug("days are counted off, whatever the month ends on", "law/durations.py",
        "return self.unit in _MONTHS and self.last_day", "return self.last_day",
        "law/test_cases.py"),
    Bug("a review names the rule on installation that was not read", "law/guarantee/defect.py",
        "(law.installed.basis,) if installed or unread else ()",
        "(law.installed.basis,) if installed else ()", "law/test_guarantee.py law/test_cases.py"),
    Bug("what is presumed is covered, whatever an unread rule on installation says",
        "law/guarantee/defect.py", "unread = outcome is Outcome.REVIEW and", "unread =",
        "law/test_cases.py"),
    Bug("a Dutch contract is held to the years that it gives", "law/guarantee/period.py",
        "    if period is None:\n        return lasts\n", "    if period is None:\n"
        "        return None\n", "law/test_cases.py"),
)  # fmt: skip
