"""The order button in the Netherlands (Burgerlijk Wetboek, article 6:230v)."""

from __future__ import annotations

from typing import Final

from reprise.law.eu import contract_words as say
from reprise.law.eu.button import LABELS, Button, ButtonCheck, judged, plain
from reprise.law.instruments import BW_6
from reprise.law.provision import Basis, Source, provision

ORDER: Final = Basis(BW_6, "art. 6:230v(3)", Source.SECONDARY)


@provision("nl.contract.button", say.BUTTON, ORDER)
def button(facts: Button) -> ButtonCheck:
    """The mere phrase „bestelling met betalingsverplichting“ is unambiguous, other words have to be
    so as well; a contract made against this rule can be annulled (paragraph 3)."""
    given = plain(facts.words) == LABELS["nl"]
    verdict, reasons = judged(facts, given, say.VOIDABLE)
    return ButtonCheck(basis=(ORDER,), because=reasons, verdict=verdict)
