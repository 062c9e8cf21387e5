"""A breach as it stands: its clock, its register entry, and the texts that tell of it.

Articles 33 and 34 of Regulation (EU) 2016/679 are used from memory, not verified; every text that
leaves here says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from reprise.kernel.evidence import sealed
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.law.calendars import Calendar
from reprise.law.eu.breach import Breach as Facts
from reprise.law.eu.breach import Risk, Spared, Telling, telling
from reprise.law.provision import Sentence
from reprise.law.speech import explain, said, written
from reprise.privacy import breach_words as say
from reprise.privacy.models import Breach
from reprise.privacy.rules import FRENCH
from reprise.privacy.states import BreachKind
from reprise.privacy.touched import COUNTED

FORM: Final = "reprise-privacy-breach-1"
PROVISION: Final = "eu.personal_data.breach"
# The clock on the operator's wall.
CALENDAR: Final = Calendar(FRENCH)

_TOLD: Final = {"authority": say.TO_THE_AUTHORITY, "persons": say.TO_PERSONS}


class NoSuchBreach(Refusal):
    code = "privacy_no_such_breach"
    message = "There is no breach “%(reference)s”. `reprise breach list` names those there are."
    status = 404


def named(reference: str) -> Breach:
    """Raises NoSuchBreach."""
    found = Breach.objects.filter(reference=parse_reference(reference, "B")).first()
    if found is None:
        raise NoSuchBreach(reference=reference)
    return found


def listed() -> Iterator[Breach]:
    """The newest first."""
    return Breach.objects.order_by("-aware_at", "-id").iterator()


def law_of(breach: Breach) -> Telling:
    """Whom it is told to, and until when."""
    told = breach.told_authority_at
    return telling(
        Facts(
            aware=_here(breach.aware_at),
            risk=Risk(breach.risk),
            told_authority=_here(told) if told else None,
            spared=Spared(breach.spared) if breach.spared else None,
        )
    )


def because(breach: Breach, language: str) -> tuple[str, ...]:
    """What the law decides and why, the articles that nobody has checked among it."""
    return explain(law_of(breach), language)


def draft(breach: Breach, to: str, language: str) -> str:
    """The text that tells of it, ``to`` the authority or the persons.

    What the rows know is filled in; what somebody has to write is a gap, ``[.. what]``.
    """
    counts, law = breach.counts, law_of(breach)
    facts = {
        "reference": breach.reference,
        "kinds": _listed(language, *(say.KINDS[BreachKind(each)] for each in breach.kinds)),
        "aware": _here(breach.aware_at),
        "begun": _here(breach.from_at),
        "ended": _here(breach.until_at),
        "holdings": _listed(language, *(COUNTED[each].what for each in breach.holdings), by="\n"),
        "persons": counts["persons"],
        "records": counts["records"],
        "gone": counts["gone"],
        "countries": _countries(breach, language),
        "late": _text(say.LATE if law.late or _is_late(breach, law) else say.NOT_LATE, language),
    }
    text = said(_TOLD[to](**facts), language)
    head = [_text(say.DRILL, language)] if breach.drill else []
    return "\n\n".join((*head, _text(say.DRAFT, language), text.strip())) + "\n"


def evidence(breach: Breach) -> dict[str, Any]:
    """The entry of the register (art. 33(5)) as one document with a seal.  It names nobody."""
    law = law_of(breach)
    plain: dict[str, Any] = {
        "format": FORM,
        "breach": {
            "reference": breach.reference,
            "drill": breach.drill,
            "kinds": breach.kinds,
            "aware_at": breach.aware_at.isoformat(),
            "scope": breach.scope,
            "from_at": breach.from_at.isoformat(),
            "until_at": breach.until_at.isoformat(),
            "holdings": breach.holdings,
            "orders_digest": breach.orders_digest or None,
            "counts": breach.counts,
            "risk": breach.risk,
            "spared": breach.spared or None,
            "told_authority_at": _iso(breach.told_authority_at),
            "told_persons_at": _iso(breach.told_persons_at),
            "closed_at": _iso(breach.closed_at),
            "entered_at": breach.entered_at.isoformat(),
            "entered_by": str(breach.entered_by),
        },
        "law": {
            "provision": PROVISION,
            "articles": [str(each) for each in law.basis],
            "verified": law.verified,
            "authority": law.authority,
            "authority_by": _iso(law.authority_by),
            "late": law.late or _is_late(breach, law),
            "persons": law.persons,
            "publicly": law.publicly,
        },
    }
    return sealed(plain)


def _is_late(breach: Breach, law: Telling) -> bool:
    """Entered when the hours were over already: whatever is told now is told late."""
    by = law.authority_by
    return breach.told_authority_at is None and by is not None and breach.entered_at > by


def _countries(breach: Breach, language: str) -> str:
    """Persons of each holding by country; a cell each, because a person may stand in several."""
    lines = []
    for holding, cells in breach.counts["holdings"].items():
        what = _text(COUNTED[holding].what, language)
        for country, cell in cells.items():
            place = _text(say.NOWHERE, language) if country == "unknown" else country.upper()
            found = say.CELL(what=what, place=place, persons=cell["persons"], rows=cell["records"])
            lines.append(f"- {said(found, language)}")
    return "\n".join(lines) or "-"


def _listed(language: str, *sentences: Sentence, by: str = ", ") -> str:
    mark = "- " if by == "\n" else ""
    return by.join(f"{mark}{_text(each, language)}" for each in sentences)


def _text(sentence: Sentence, language: str) -> str:
    return written(sentence, language)


def _here(moment: datetime) -> datetime:
    return moment.astimezone(CALENDAR.zone)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
