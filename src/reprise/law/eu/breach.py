"""A breach of personal data: whom it is told to, and the 72 hours (GDPR, from memory)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Final

from reprise.law.calendars import zone_of
from reprise.law.eu import breach_words as say
from reprise.law.instruments import GDPR
from reprise.law.provision import Basis, Contradiction, Decision, Source, provision

TO_THE_AUTHORITY: Final = Basis(
    GDPR,
    "art. 33(1)",
    Source.MEMORY,
    open="Whether hours that end on a Saturday, Sunday or holiday end later (Regulation (EEC,"
    " Euratom) No 1182/71) was not read: the hours run through, which is never too late.",
)
WRITTEN_DOWN: Final = Basis(GDPR, "art. 33(5)", Source.MEMORY)
TO_PERSONS: Final = Basis(GDPR, "art. 34(1)", Source.MEMORY)
SPARED: Final = Basis(GDPR, "art. 34(3)", Source.MEMORY)

HOURS: Final = 72


class Risk(Enum):
    """To the rights and freedoms of people."""

    UNLIKELY = "unlikely"
    LIKELY = "likely"
    HIGH = "high"


class Spared(Enum):
    """Why people are not told one by one although the risk is, or was, high."""

    UNINTELLIGIBLE = "unintelligible"
    AVERTED = "averted"
    DISPROPORTIONATE = "disproportionate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """``aware`` is when whoever runs the shop became aware of it; ``told_authority`` when the
    authority was told, None: not yet.

    Raises Contradiction for an authority that was told before, for an instant without a time zone
    and for a reason not to tell people of what need not be told to them anyway.
    """

    aware: datetime
    risk: Risk
    told_authority: datetime | None
    spared: Spared | None = None

    def __post_init__(self) -> None:
        zone_of(self.aware)
        if self.told_authority is not None and self.told_authority < self.aware:
            raise Contradiction("nobody is told what nobody knows", "aware", "told_authority")
        if self.spared is not None and self.risk is not Risk.HIGH:
            raise Contradiction("only a high risk is told to people at all", "risk", "spared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Decision):
    """``authority_by`` is by the clock of whoever became aware; None: it need not be told.
    ``late``: the authority was told after it, and reads why."""

    authority: bool
    authority_by: datetime | None
    late: bool
    persons: bool
    publicly: bool


@provision(
    "eu.personal_data.breach", say.BREACH, TO_THE_AUTHORITY, WRITTEN_DOWN, TO_PERSONS, SPARED
)
def telling(breach: Breach) -> Telling:
    """The authority within 72 hours unless a risk is unlikely, with reasons if later; people
    without undue delay where it is high (Regulation (EU) 2016/679, art. 33 and 34)."""
    authority = breach.risk is not Risk.UNLIKELY
    # Hours that pass, whatever the clocks are set to meanwhile.
    until = (breach.aware.astimezone(UTC) + timedelta(hours=HOURS)).astimezone(
        zone_of(breach.aware)
    )
    told = breach.told_authority
    late = authority and told is not None and told > until
    reasons = []
    if authority:
        reasons.append(say.WITHIN(aware=breach.aware, hours=HOURS, until=until))
        if told is not None:
            reasons.append(say.LATE(told=told) if late else say.IN_TIME(told=told))
    else:
        reasons.append(say.NO_RISK())
    reasons.append(_PERSONS[breach.risk, breach.spared]())
    reasons.append(say.WRITTEN_DOWN())
    basis = (TO_THE_AUTHORITY, TO_PERSONS, WRITTEN_DOWN)
    return Telling(
        basis=(*basis, SPARED) if breach.spared else basis,
        because=tuple(reasons),
        authority=authority,
        authority_by=until if authority else None,
        late=late,
        persons=breach.risk is Risk.HIGH and breach.spared is None,
        publicly=breach.spared is Spared.DISPROPORTIONATE,
    )


_PERSONS: Final = {
    (Risk.UNLIKELY, None): say.NOT_HIGH,
    (Risk.LIKELY, None): say.NOT_HIGH,
    (Risk.HIGH, None): say.EACH,
    (Risk.HIGH, Spared.UNINTELLIGIBLE): say.UNINTELLIGIBLE,
    (Risk.HIGH, Spared.AVERTED): say.AVERTED,
    (Risk.HIGH, Spared.DISPROPORTIONATE): say.PUBLICLY,
}
