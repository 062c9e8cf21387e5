"""Belgian conformity once more: updates, the second stage, guarantees; and what else law counts."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

BE = "law/be/conformity/"
CASES = "law/test_cases.py"

BUGS = (
    Bug("no seller is freed of an update that § 5 does not ask for (S59)", BE + "updates.py",
        "    if facts.beyond:\n", "    if False:\n", CASES),
    Bug("who is told when it has happened was not told in time: open (S59)", BE + "updates.py",
        "    if facts.told_late:\n", "    if False:\n", CASES),
    Bug("no instructions are no better for the seller than poor ones: open (S59)",
        BE + "updates.py", "    if facts.unguided:\n", "    if False:\n", CASES),
    Bug("what was accepted is no lack, whatever § 6 leaves open (S60)", BE + "criteria.py",
        "        if excuse.excused:\n", "        if excuse.excused and not short.not_installed:\n",
        CASES),
    Bug("whether another defect opens the second stage is open (S67)", BE + "second_stage.py",
        "Ground.ANOTHER: art.FAILED_OTHERWISE,", "Ground.ANOTHER: art.FAILED_AGAIN,", CASES),
    Bug("nothing hangs on it where the same defect is there again (S67)", BE + "second_stage.py",
        "frozenset({Ground.POORLY_DONE, Ground.ANOTHER})", "frozenset({Ground.POORLY_DONE})",
        CASES),
    Bug("corrected advertising binds as it was corrected (S74)", BE + "guarantee.py",
        "else self.corrected_to\n", "else None\n", CASES),
    Bug("whether another's advertising binds the guarantor is open (S74)", BE + "guarantee.py",
        "        basis.append(art.GUARANTEE_ADVERTISER)\n", "", CASES),
    Bug("nobody is bound by what another advertised: undecided (S74)", BE + "guarantee.py",
        "return None if self.by_another else self.advertising", "return self.advertising", CASES),
    Bug("whether another's advertising binds is said to be undecided (S74)", BE + "guarantee.py",
        "        excess=best.excess,\n        undecided=bool(undecided),",
        "        excess=best.excess,", CASES),
    Bug("a guarantee of durability covers its first day (S74)", BE + "guarantee.py",
        "if facts.failed < facts.runs_from:", "if facts.failed <= facts.runs_from:", CASES),
    Bug("whether a repair moves the end of a longer supply is open (S62)",
        "law/guarantee/timeline.py", "return (law.supply_stops,), (said,)", "return (), ()",
        CASES),
    Bug("two years of supply are suspended by the words of the law (S62)",
        "law/guarantee/clock.py", "return end > plus_months(history.sale.delivered, months)",
        "return True", CASES),
    Bug("an amount that meets the law's own is in its currency (facts)", "law/provision.py",
        "except CurrencyMismatch as problem:", "except ZeroDivisionError as problem:",
        "law/test_amounts.py"),
    Bug("a day of delivery that the buyer chose counts (art. 18)", "law/eu/delivery.py",
        "deliver_by=agreed if agreed and contract.by_both else min",
        "deliver_by=min", CASES),
    Bug("a later day that the seller alone named does not (art. 18)", "law/eu/delivery.py",
        "if agreed and contract.by_both else", "if agreed else", CASES),
    Bug("a strike that still lasts counts up to the day asked (S46)", "law/terms/dispatch.py",
        "last=each.last or payment.as_of", "last=each.last or each.first", CASES),
    Bug("what still lasts does so on a day (facts)", "law/terms/dispatch.py",
        "if each.last is None and (self.as_of is None or self.as_of < each.first):", "if False:",
        "law/test_sale_facts.py"),
)  # fmt: skip
