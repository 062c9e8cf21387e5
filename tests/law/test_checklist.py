"""A list says what is missing from it, in its own order, and only what is in force."""

from __future__ import annotations

from datetime import date
from enum import Enum

from reprise.law.checklist import Checklist, Item
from reprise.law.provision import Basis, Sentence, Source
from reprise.law.speech import said

_ACT = Basis(Sentence.same("Act"), "", Source.TERMS)
_NEW = Basis(Sentence.same("New Act"), "", Source.TERMS)


class Line(Enum):
    FIRST = "first"
    SECOND = "second"
    LATER = "later"


LIST = Checklist(
    Sentence.same("List"),
    {
        Line.FIRST: Item(Sentence.same("first"), _ACT),
        Line.SECOND: Item(Sentence.same("second"), _ACT),
        Line.LATER: Item(Sentence.same("later"), _NEW, date(2026, 6, 19)),
    },
)


def test_what_is_missing_keeps_the_order_of_the_list() -> None:
    assert LIST.missing({Line.SECOND}) == (Line.FIRST, Line.LATER)
    assert LIST.found([Line.LATER, Line.FIRST]) == (Line.FIRST, Line.LATER)


def test_a_line_is_in_force_from_its_day_on() -> None:
    assert LIST.on(date(2026, 6, 18)).missing(()) == (Line.FIRST, Line.SECOND)
    assert LIST.on(date(2026, 6, 18)).basis == (_ACT,)
    assert LIST.on(date(2026, 6, 19)).basis == (_ACT, _NEW)


def test_a_line_that_does_not_apply_is_never_missing() -> None:
    assert LIST.without(Line.FIRST, Line.LATER).missing(()) == (Line.SECOND,)


def test_it_says_what_it_found() -> None:
    assert said(LIST.lacks((Line.FIRST, Line.LATER)), "en") == "List. Missing: first; later."
    assert said(LIST.breaks((Line.SECOND,)), "de") == "List. Nicht in Ordnung: second."
    assert said(LIST.lacks(()), "fr") == "List\N{NARROW NO-BREAK SPACE}: en règle."
