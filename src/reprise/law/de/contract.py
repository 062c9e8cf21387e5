"""The order button in Germany (BGB, § 312j)."""

from __future__ import annotations

from typing import Final

from reprise.law.eu import contract_words as say
from reprise.law.eu.button import LABELS, Button, ButtonCheck, judged, plain
from reprise.law.instruments import BGB
from reprise.law.provision import Basis, Source, provision

# The text was taken from a mirror that names this place; no address of the section was read.
ORDER: Final = Basis(BGB, "§ 312j(3)-(4)", Source.OFFICIAL)


@provision("de.contract.button", say.BUTTON, ORDER)
def button(facts: Button) -> ButtonCheck:
    """Nothing but „zahlungspflichtig bestellen“ or an unambiguous formulation that corresponds to
    it, easy to read (subsection 3); otherwise no contract comes about (subsection 4)."""
    given = plain(facts.words) == LABELS["de"]
    verdict, reasons = judged(facts, given, say.NO_CONTRACT)
    return ButtonCheck(basis=(ORDER,), because=reasons, verdict=verdict)
