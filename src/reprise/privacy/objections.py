"""What rests on our own interest, and what of it stops when somebody objects (Regulation (EU)
2016/679, art. 21(1)): for the person's page, the staff's and the letter alike (decision 0057).

It stops unless compelling grounds or claims need it.  A holding on this ground of which nothing is
said here cannot be imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reprise.law.provision import Sentence
from reprise.privacy import holdings as held
from reprise.privacy import objection_words as say
from reprise.privacy.holdings import HOLDINGS, Holding

STOPS: Final = {held.COUNTS.key: say.COUNTS}
# Why the rest goes on.
GOES_ON: Final = {
    held.LIMITS.key: say.LIMITS,
    held.AUDIENCE.key: say.AUDIENCE,
    held.LOOKS.key: say.SEEN,
    held.SEARCHES.key: say.SEEN,
    held.WHO_ACTED.key: say.WHO_ACTED,
}


@dataclass(frozen=True, slots=True)
class Interest:
    """Something that rests on our interest: what it is, what for and until when; whether it stops
    for whoever objects, and in words what that means, or why it goes on."""

    what: Sentence
    why: Sentence
    until: Sentence
    stops: bool
    said: Sentence


def _interest(holding: Holding) -> Interest:
    stops = holding.key in STOPS
    said = (STOPS if stops else GOES_ON)[holding.key]
    return Interest(holding.what, holding.why, holding.until, stops, said)


INTERESTS: Final = (
    *(_interest(each) for each in HOLDINGS if each.may_be_objected_to() and not each.phases),
    # What is kept of an order rests on it in some phases alone, and for the same reasons each time.
    Interest(*say.OF_ORDERS, stops=False, said=say.CLAIMS),
)
