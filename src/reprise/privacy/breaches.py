"""A breach as its acts have left it: its clock, its register entry, and the texts that tell of it.

Articles 33 and 34 of Regulation (EU) 2016/679 are used from memory, not verified; every text that
leaves here says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.conf import settings

from reprise.audit.evidence import Told, at, by_staff
from reprise.audit.queries import badges
from reprise.kernel.evidence import Document
from reprise.kernel.reference import parse_reference
from reprise.kernel.refusal import Refusal
from reprise.law.calendars import Calendar
from reprise.law.eu.breach import Breach as Facts
from reprise.law.eu.breach import Risk, Spared, Telling, telling
from reprise.law.provision import Sentence
from reprise.law.speech import explain, said, written
from reprise.privacy import breach_words as say
from reprise.privacy.models import Breach, BreachAct, BreachText
from reprise.privacy.rules import FRENCH
from reprise.privacy.states import DESCRIBING, BreachKind, BreachVerb
from reprise.privacy.touched import COUNTED

FORM: Final = "reprise-privacy-breach-3"
PROVISION: Final = "eu.personal_data.breach"
# The clock on the operator's wall.
CALENDAR: Final = Calendar(FRENCH)

_TOLD: Final = {
    "authority": (say.TO_THE_AUTHORITY, say.AUTHORITY_GAPS),
    "persons": (say.TO_PERSONS, say.PERSONS_GAPS),
}


class NoSuchBreach(Refusal):
    code = "privacy_no_such_breach"
    message = "There is no breach “%(reference)s”. `reprise breach list` names those there are."
    status = 404


@dataclass(frozen=True, slots=True)
class Written:
    """An act, and its words where it has some that were not taken out."""

    act: BreachAct
    words: str = ""
    salt: str = ""

    @property
    def verb(self) -> BreachVerb:
        return BreachVerb(self.act.verb)


@dataclass(frozen=True, slots=True)
class Standing:
    """A breach as its acts have left it."""

    row: Breach
    acts: tuple[Written, ...]

    def last(self, verb: BreachVerb) -> Written | None:
        return next((each for each in reversed(self.acts) if each.verb is verb), None)

    @property
    def risk(self) -> Risk:
        return Risk(self._judged.risk)

    @property
    def spared(self) -> Spared | None:
        return Spared(self._judged.spared) if self._judged.spared else None

    @property
    def told_authority_at(self) -> datetime | None:
        return self._when(BreachVerb.TOLD_AUTHORITY)

    @property
    def told_persons_at(self) -> datetime | None:
        return self._when(BreachVerb.TOLD_PERSONS)

    @property
    def closed_at(self) -> datetime | None:
        return self._when(BreachVerb.CLOSED)

    @property
    def _judged(self) -> BreachAct:
        """Whoever enters a breach judges it."""
        found = self.last(BreachVerb.JUDGED)
        if found is None:
            raise LookupError(f"{self.row.reference} was judged by nobody")
        return found.act

    def wish(self, seq: int) -> Written | None:
        """The wish to take out the words of an act that nobody has answered yet."""
        about = [each for each in self.acts if each.act.of == seq]
        return about[-1] if about and about[-1].verb is BreachVerb.TO_STRIKE else None

    @property
    def wishes(self) -> dict[int, Written]:
        """By the act whose words are to be taken out, each wish that waits for a second one."""
        about = {each.act.of for each in self.acts if each.act.of}
        return {seq: wish for seq in sorted(about) if (wish := self.wish(seq)) is not None}

    def _when(self, verb: BreachVerb) -> datetime | None:
        found = self.last(verb)
        return found.act.happened_at if found else None


@dataclass(frozen=True, slots=True)
class Waits:
    """Who has still to be told: the authority by a moment (None: it has not), and people."""

    authority_by: datetime | None
    persons: bool
    overdue: bool

    def __bool__(self) -> bool:
        return self.authority_by is not None or self.persons


def named(reference: str) -> Breach:
    """Raises NoSuchBreach."""
    found = Breach.objects.filter(reference=parse_reference(reference, "B")).first()
    if found is None:
        raise NoSuchBreach(reference=reference)
    return found


def standing(row: Breach) -> Standing:
    return _standings([row])[0]


def listed() -> list[Standing]:
    """Every breach and drill, the newest first."""
    return _standings(list(Breach.objects.order_by("-aware_at", "-id")))


def not_closed() -> int:
    """How many breaches and drills somebody has still to close."""
    closed = BreachAct.objects.filter(verb=BreachVerb.CLOSED.value).values("breach_id")
    return Breach.objects.exclude(id__in=closed).count()


def to_strike() -> int:
    """How many breaches and drills have words that a second one is to take out, or to let stand."""
    about = BreachAct.objects.filter(of__isnull=False).values_list("breach_id", flat=True)
    return sum(bool(each.wishes) for each in _standings(list(Breach.objects.filter(id__in=about))))


def law_of(breach: Standing) -> Telling:
    """Whom it is told to, and until when."""
    told = breach.told_authority_at
    return telling(
        Facts(
            aware=CALENDAR.here(breach.row.aware_at),
            risk=breach.risk,
            told_authority=CALENDAR.here(told) if told else None,
            spared=breach.spared,
        )
    )


def is_late(breach: Standing, told: datetime) -> bool:
    """Whether the authority, told at this moment, is told after its hours."""
    by = law_of(breach).authority_by
    return by is not None and told > by


def waits(breach: Standing, now: datetime) -> Waits:
    """Nobody is waited for once it is closed."""
    if breach.closed_at is not None:
        return Waits(None, persons=False, overdue=False)
    law = law_of(breach)
    by = law.authority_by if breach.told_authority_at is None else None
    persons = (law.persons or law.publicly) and breach.told_persons_at is None
    return Waits(by, persons, by is not None and now > by)


def because(breach: Standing, language: str) -> tuple[str, ...]:
    """What the law decides and why, the articles that nobody has checked among it."""
    return explain(law_of(breach), language)


def _standings(rows: list[Breach]) -> list[Standing]:
    ids = [row.id for row in rows]
    # Acts first: words that are taken out meanwhile are missing then, which is the truth.
    done = list(BreachAct.objects.filter(breach_id__in=ids).order_by("breach_id", "seq"))
    texts = {each.act_id: each for each in BreachText.objects.filter(breach_id__in=ids)}
    acts: dict[UUID, list[Written]] = {each: [] for each in ids}
    for act in done:
        text = texts.get(act.id)
        acts[act.breach_id].append(Written(act, text.words, text.salt) if text else Written(act))
    return [Standing(row, tuple(acts[row.id])) for row in rows]


def draft(breach: Standing, to: str, language: str) -> str:
    """The text that tells of it, ``to`` the authority or the persons.

    What is known is filled in, in the words in which it was written down last, which somebody has
    still to check; what nobody has written is a gap, ``[.. what]``.
    """
    row, law = breach.row, law_of(breach)
    counts, late = row.counts, law.late or _entered_late(breach, law)
    facts = {
        "reference": row.reference,
        "kinds": _listed(language, *(say.KINDS[BreachKind(each)] for each in row.kinds)),
        "aware": CALENDAR.here(row.aware_at),
        "begun": CALENDAR.here(row.from_at),
        "ended": CALENDAR.here(row.until_at),
        "holdings": _listed(language, *(COUNTED[each].what for each in row.holdings), by="\n"),
        "persons": counts["persons"],
        "records": counts["records"],
        "gone": counts["gone"],
        "countries": _countries(row, language),
        "late": written(say.LATE if late else say.NOT_LATE, language),
    }
    text, gaps = _TOLD[to]
    for verb in DESCRIBING:
        known = breach.last(verb)
        facts[verb.value] = (
            f"{known.words}\n{written(say.AS_WRITTEN, language)}"
            if known and known.words
            else written(gaps[verb.value], language)
        )
    facts["contact"] = _contact() or written(gaps["contact"], language)
    head = [written(say.DRILL, language)] if row.drill else []
    return (
        "\n\n".join((*head, written(say.DRAFT, language), said(text(**facts), language).strip()))
        + "\n"
    )


def _contact() -> str:
    """Who can be asked, as the operator's file names them; "" where there is none."""
    operator = settings.OPERATOR
    if operator is None:
        return ""
    return f"{operator.name}, {operator.phone}, {operator.officer or operator.privacy}"


def told(breach: Standing) -> Told:
    """The entry of the register (art. 33(5)): what is known, each act and what follows from them.
    It is to name nobody, and words that do can be taken out (0049); until somebody has seen it
    they stand here, so that a copy is a look (0056).  Staff stand there by their badges and ids.

    Words stand apart from their act, which has their digest alone: when they are taken out, no
    entry becomes another one.
    """
    row, law = breach.row, law_of(breach)
    staff = badges([row.entered_by, *(each.act.staff_id for each in breach.acts)])
    parts: dict[str, Any] = {
        "breach": {
            "reference": row.reference,
            "drill": row.drill,
            "kinds": row.kinds,
            "aware_at": at(row.aware_at),
            "scope": row.scope,
            "from_at": at(row.from_at),
            "until_at": at(row.until_at),
            "holdings": row.holdings,
            "orders_digest": row.orders_digest or None,
            "counts": row.counts,
            "entered_at": at(row.entered_at),
            "entered_by": by_staff(row.entered_by, staff.get(row.entered_by)),
        },
        "words": {
            str(each.act.seq): {"words": each.words, "salt": each.salt}
            for each in breach.acts
            if each.words
        },
        "standing": {
            "risk": breach.risk.value,
            "spared": breach.spared.value if breach.spared else None,
            "told_authority_at": at(breach.told_authority_at),
            "told_persons_at": at(breach.told_persons_at),
            "closed_at": at(breach.closed_at),
        },
        "law": {
            "provision": PROVISION,
            "articles": [str(each) for each in law.basis],
            "verified": law.verified,
            "authority": law.authority,
            "authority_by": at(law.authority_by),
            "late": law.late or _entered_late(breach, law),
            "persons": law.persons,
            "publicly": law.publicly,
        },
    }
    return Told(FORM, parts, [_act(each.act, staff) for each in breach.acts])


def _act(act: BreachAct, staff: Mapping[UUID | None, str]) -> Document:
    """``digest`` is SHA-256 of salt and words, which stay until they are taken out."""
    return {
        "seq": act.seq,
        "verb": act.verb,
        "risk": act.risk or None,
        "spared": act.spared or None,
        "of": act.of,
        "digest": act.digest or None,
        "happened_at": at(act.happened_at),
        "at": at(act.at),
        **by_staff(act.staff_id, staff.get(act.staff_id)),
    }


def _entered_late(breach: Standing, law: Telling) -> bool:
    """Entered when the hours were over already: whatever is told now is told late."""
    by = law.authority_by
    return breach.told_authority_at is None and by is not None and breach.row.entered_at > by


def _countries(breach: Breach, language: str) -> str:
    """Persons of each holding by country; a cell each, because a person may stand in several."""
    lines = []
    for holding, cells in breach.counts["holdings"].items():
        what = written(COUNTED[holding].what, language)
        for country, cell in cells.items():
            place = written(say.NOWHERE, language) if country == "unknown" else country.upper()
            found = say.CELL(what=what, place=place, persons=cell["persons"], rows=cell["records"])
            lines.append(f"- {said(found, language)}")
    return "\n".join(lines) or "-"


def _listed(language: str, *sentences: Sentence, by: str = ", ") -> str:
    mark = "- " if by == "\n" else ""
    return by.join(f"{mark}{written(each, language)}" for each in sentences)
