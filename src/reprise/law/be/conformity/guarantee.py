"""Commercial guarantees (art. 1649septies), and recourse up the chain (art. 1649sexies)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import guarantee_words as say
from reprise.law.provision import Basis, Because, Decision, Sentence, provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim that the seller met, and what is behind it."""

    seller_liable: bool  # to the consumer, for a lack of conformity
    by_upstream: bool  # somebody earlier in the chain of contracts that led to the sale caused it
    updates_omitted: bool = False  # what is lacking are updates
    contractual: bool = True  # they bear contractual liability for the device
    limiting_clause: bool = False  # a clause limits or excludes that liability


@dataclass(frozen=True, slots=True, kw_only=True)
class Recourse(Decision):
    open: bool


@provision("be.conformity.recourse", say.RECOURSE, art.RECOURSE)
def recourse(facts: Claimed) -> Recourse:
    """A seller who answers for a lack of conformity, omitted updates included, that is due to
    somebody upstream has recourse on their contractual liability; no clause that limits or excludes
    it can be set against the seller (art. 1649sexies)."""
    if not facts.seller_liable:
        return _no_recourse(say.NOT_LIABLE)
    if not facts.by_upstream:
        return _no_recourse(say.NOT_UPSTREAM)
    if not facts.contractual:
        return _no_recourse(say.NOT_BOUND)
    reasons = [say.RECOURSE_OPEN()]
    if facts.updates_omitted:
        reasons.append(say.UPDATES_TOO())
    if facts.limiting_clause:
        reasons.append(say.CLAUSE_FAILS())
    return Recourse(basis=(art.RECOURSE,), because=tuple(reasons), open=True)


def _no_recourse(why: Sentence) -> Recourse:
    return Recourse(basis=(art.RECOURSE,), because=(say.NO_RECOURSE(why=why),), open=False)


class Service(Enum):
    """What a guarantor may promise (art. 1649bis, § 1, 11°)."""

    REFUND = "refund"
    REPLACEMENT = "replacement"
    REPAIR = "repair"
    OTHER = "other"  # any other service for the device


def _services(kinds: Iterable[Service]) -> tuple[Sentence, ...]:
    return tuple(say.SERVICES[each.value] for each in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """For how many months each service was promised on top of the law; 0: not promised.

    When it is due, the statement or the advertising says: where the device lacks a specification,
    or on any other ground, conformity aside.
    """

    refund: int = 0
    replacement: int = 0
    repair: int = 0
    other: int = 0

    def months(self, service: Service) -> int:
        return {
            Service.REFUND: self.refund,
            Service.REPLACEMENT: self.replacement,
            Service.REPAIR: self.repair,
            Service.OTHER: self.other,
        }[service]


class Advert(Enum):
    """When advertising was made, and what became of it, by the conclusion of the contract."""

    STANDING = "standing"  # made by then, not corrected
    CORRECTED = "corrected"  # before then, in an identical or comparable way
    CORRECTED_OTHERWISE = "corrected_otherwise"  # less visibly: that is not enough
    LATER = "later"  # made only afterwards


@dataclass(frozen=True, slots=True, kw_only=True)
class Commercial:
    """A guarantee by the seller or a producer; None: nothing of the kind was made."""

    declared: Promise | None
    advertised: Promise | None = None
    advert: Advert = Advert.STANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding(Decision):
    """What the guarantor owes, in months for each service; all 0: no commercial guarantee."""

    refund: int
    replacement: int
    repair: int
    other: int


@provision(
    "be.conformity.guarantee",
    say.GUARANTEE,
    art.DEFINITIONS,
    art.GUARANTEE,
    art.GUARANTEE_COMPARED,
    art.GUARANTEE_CORRECTED,
    art.PROMISED,
)
def guarantee(facts: Commercial) -> Binding:
    """A commercial guarantee binds as declared and as advertised by the conclusion of the contract;
    where the statement is less advantageous the advertising binds, unless it was corrected before
    in an identical or comparable way (art. 1649septies).  It adds to the legal guarantee (S76)."""
    declared, advertised = facts.declared or Promise(), facts.advertised or Promise()
    basis, reasons = [art.GUARANTEE], []
    if facts.advertised is not None and facts.advert is Advert.CORRECTED:
        advertised = Promise()
        reasons.append(say.ADVERT_CORRECTED())
        if facts.declared is None:
            basis = [art.GUARANTEE_CORRECTED]
    elif facts.advertised is not None and facts.advert is Advert.LATER:
        advertised = Promise()
        reasons.append(say.ADVERT_LATER())
    best = {each: max(declared.months(each), advertised.months(each)) for each in Service}
    if not any(best.values()):
        last = say.NOT_COMMERCIAL() if facts.declared else say.NOTHING_BINDS()
        return _binding((*basis, art.DEFINITIONS), (*reasons, last), best)
    if facts.declared and any(best[each] > declared.months(each) for each in Service):
        reasons.append(say.ADVERTISED_BETTER())
        basis.append(art.GUARANTEE_COMPARED)
    promised = tuple(
        say.SERVICE_FOR(service=say.SERVICES[each.value], months=months)
        for each, months in best.items()
        if months
    )
    reasons.extend((say.BINDS(services=promised), say.LEGAL_STAYS()))
    return _binding((*basis, art.PROMISED), tuple(reasons), best)


def _binding(
    basis: tuple[Basis, ...], because: tuple[Because, ...], months: Mapping[Service, int]
) -> Binding:
    return Binding(
        basis=basis,
        because=because,
        refund=months[Service.REFUND],
        replacement=months[Service.REPLACEMENT],
        repair=months[Service.REPAIR],
        other=months[Service.OTHER],
    )


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
    """A statement of guarantee as the consumer got it; ``given`` None: never."""

    given: date | None
    delivered: date
    medium: Medium
    plain: bool
    understood_language: bool
    legal_remedies_free: bool  # says that the law gives remedies against the seller, free of charge
    legal_remedies_untouched: bool  # says that the guarantee leaves them as they are
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


@provision("be.conformity.declaration", say.DECLARATION, art.DECLARATION, art.DEFINITIONS)
def declaration(facts: Paper) -> Checked:
    """On a durable medium at the latest at delivery, in simple terms and a language that the
    consumer understands, with the five elements of art. 1649septies, § 2; without them the
    guarantee binds all the same."""
    missing = tuple(_missing(facts))
    reasons = [say.COMPLETE()]
    if missing:
        lacking = tuple(say.ELEMENTS[each.value] for each in missing)
        reasons = [say.INCOMPLETE(missing=lacking), say.BINDS_ANYWAY()]
    medium = (art.DEFINITIONS,) if Element.DURABLE_MEDIUM in missing else ()
    return Checked(
        basis=(art.DECLARATION, *medium),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Durable:
    """A guarantee of durability and the day on which the consumer asks.

    ``more`` is what the producer's statement gives beyond repair and replacement.
    """

    by_producer: bool
    of_durability: bool
    until: date  # the last day of the guarantee
    day: date
    more: frozenset[Service] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct(Decision):
    """``owed`` is what the consumer may ask of the producer directly."""

    liable: bool
    owed: tuple[Service, ...]


@provision("be.conformity.durability", say.DURABILITY, art.GUARANTEE, art.PERFORMANCE)
def durability(facts: Durable) -> Direct:
    """A producer who offers a guarantee of durability for a certain good and time answers directly
    to the consumer, for all that time, for repair or replacement under art. 1649quinquies, § 3; the
    statement may give more (art. 1649septies)."""
    if not (facts.by_producer and facts.of_durability):
        return Direct(
            basis=(art.GUARANTEE,), because=(say.NOT_BY_PRODUCER(),), liable=False, owed=()
        )
    if facts.day > facts.until:
        reason = say.DURABILITY_OVER(until=facts.until)
        return Direct(basis=(art.GUARANTEE,), because=(reason,), liable=False, owed=())
    owed = facts.more | {Service.REPAIR, Service.REPLACEMENT}
    reasons = [say.DIRECT(until=facts.until)]
    more = [each for each in Service if each in facts.more]
    if more:
        reasons.append(say.MORE_PROMISED(services=_services(more)))
    return Direct(
        basis=(art.GUARANTEE, art.PERFORMANCE),
        because=tuple(reasons),
        liable=True,
        owed=tuple(each for each in Service if each in owed),
    )
