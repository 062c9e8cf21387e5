"""What the statement of a commercial guarantee must be and hold (art. 1649septies, § 2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import declaration_words as say
from reprise.law.provision import Decision, provision


class Element(Enum):
    """What the statement of a guarantee must be and hold (art. 1649septies, § 2)."""

    DURABLE_MEDIUM = "durable_medium"
    IN_TIME = "in_time"  # at the latest at delivery
    PLAIN = "plain"  # simple and intelligible terms
    LANGUAGE = "language"  # one that the consumer understands
    LEGAL_REMEDIES = "legal_remedies"  # 1°
    GUARANTOR = "guarantor"  # 2°
    PROCEDURE = "procedure"  # 3°
    GOODS = "goods"  # 4°
    TERMS = "terms"  # 5°


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """By what a durable medium is known (art. 1649bis, § 1, 10°)."""

    addressed_personally: bool  # what can be stored with it is addressed to the one who stores it
    kept_long_enough: bool  # can be referred to later, for a time that suits its purpose
    reproduced_unchanged: bool

    @property
    def durable(self) -> bool:
        return self.addressed_personally and self.kept_long_enough and self.reproduced_unchanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A statement of guarantee as the consumer got it; ``given`` None: never.  It is due at the
    moment of the delivery, and not by the end of that day."""

    given: datetime | None
    delivered: datetime
    medium: Medium
    plain: bool
    understood_language: bool
    legal_remedies_free: bool  # says clearly that the law gives remedies against the seller, free
    legal_remedies_untouched: bool  # says clearly that the guarantee leaves them as they are
    guarantor_name: bool
    guarantor_address: bool
    procedure: bool
    goods: bool
    terms: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Decision):
    """``binding`` is always so: a poor statement does not free the guarantor."""

    complete: bool
    missing: tuple[Element, ...]
    binding: bool


@provision(
    "be.conformity.declaration", say.DECLARATION, art.DECLARATION, art.BINDS_ANYWAY, art.DEFINITIONS
)
def declaration(facts: Paper) -> Checked:
    """On a durable medium at the latest at delivery, in simple terms and a language that the
    consumer understands, with the five elements of art. 1649septies, § 2; without them the
    guarantee binds all the same."""
    missing = tuple(_missing(facts))
    reasons = [say.COMPLETE()]
    if missing:
        lacking = tuple(say.ELEMENTS[each.value] for each in missing)
        reasons = [say.INCOMPLETE(missing=lacking), say.BINDS_ANYWAY()]
    binds = (art.BINDS_ANYWAY,) if missing else ()
    medium = (art.DEFINITIONS,) if Element.DURABLE_MEDIUM in missing else ()
    return Checked(
        basis=(art.DECLARATION, *binds, *medium),
        because=tuple(reasons),
        complete=not missing,
        missing=missing,
        binding=True,
    )


def _missing(facts: Paper) -> Iterator[Element]:
    if not facts.medium.durable:
        yield Element.DURABLE_MEDIUM
    if facts.given is None or facts.given > facts.delivered:
        yield Element.IN_TIME
    if not facts.plain:
        yield Element.PLAIN
    if not facts.understood_language:
        yield Element.LANGUAGE
    if not (facts.legal_remedies_free and facts.legal_remedies_untouched):
        yield Element.LEGAL_REMEDIES
    if not (facts.guarantor_name and facts.guarantor_address):
        yield Element.GUARANTOR
    if not facts.procedure:
        yield Element.PROCEDURE
    if not facts.goods:
        yield Element.GOODS
    if not facts.terms:
        yield Element.TERMS
