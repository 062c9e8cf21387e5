"""Commercial guarantees (art. 1649septies, § 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Final

from reprise.kernel.money import Money
from reprise.law.be.conformity import articles as art
from reprise.law.be.conformity import guarantee_words as say
from reprise.law.be.conformity.commercial import Advantage, Guarantor, Promise
from reprise.law.be.conformity.lasting import Lasting, for_all, free, goes_beyond, lasting, outlasts
from reprise.law.durations import Duration, longest
from reprise.law.provision import (
    Basis,
    Because,
    Contradiction,
    Decision,
    Sentence,
    provision,
)


class Advert(Enum):
    """When advertising was made, and what became of it, by the conclusion of the contract."""

    STANDING = "standing"  # made by then, not corrected
    CORRECTED = "corrected"  # before then, in an identical or comparable way
    CORRECTED_OTHERWISE = "corrected_otherwise"  # less visibly: that is not enough
    LATER = "later"  # made only afterwards

    @property
    def stands(self) -> bool:
        return self in (Advert.STANDING, Advert.CORRECTED_OTHERWISE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commercial:
    """A guarantee and who gives it; None: nothing of the kind was made.  ``runs_from`` is the day
    from which its times are counted, by its own words, or else the delivery.
    ``corrected_to`` is the advertising as it read once corrected, with all that the correction left
    as it was; None: it took everything back.  A correction that is not enough (al. 2) leaves the
    advertising as ``advertised``.
    ``by_another``: the advertising is by somebody else than the guarantor and not for them, as a
    shop's for the guarantee of a maker; of what the shop itself promises, it is the guarantor.
    ``of_durability``: that the device keeps its functions and performance (art. 1649bis, § 1, 12°);
    given by a producer, `be.conformity.durability` says when it answers for it.

    The terms of a service without any service, and its time, are no facts to decide on: a loan
    or the cover of accidents may be the service that was promised (art. 1649bis, § 1, 11°, "any
    other service"), and whoever states it as such says for how long.
    """

    guarantor: Guarantor
    runs_from: date
    declared: Promise | None
    advertised: Promise | None = None
    advert: Advert = Advert.STANDING
    corrected_to: Promise | None = None
    by_another: bool = False
    of_durability: bool = False

    def __post_init__(self) -> None:
        if self.corrected_to is not None and (
            self.advertised is None or self.advert is not Advert.CORRECTED
        ):
            why = "advertising reads otherwise once corrected in the same or a comparable way"
            raise Contradiction(why, "corrected_to", "advertised", "advert")
        if self.by_another and self.advertised is None:
            raise Contradiction("nothing was advertised", "by_another", "advertised")
        promises = (self.declared, self.advertised, self.corrected_to)
        if not self.of_durability and any(each and each.durability for each in promises):
            why = "only a guarantee of durability says how long the device lasts"
            raise Contradiction(why, "of_durability", "declared", "advertised", "corrected_to")
        made = [each for each in (self.declared, self.advertising) if each is not None]
        given = any(each.services or (self.durable and each.durability) for each in made)
        if any(each.has_terms for each in made) and not given:
            why = "terms go with a service that is promised for some time"
            raise Contradiction(why, "declared", "advertised")

    @property
    def advertising(self) -> Promise | None:
        """The advertising that counts, as it stood when the contract was concluded; None where
        there was none by then."""
        return self.advertised if self.advert.stands else self.corrected_to

    @property
    def own(self) -> Promise | None:
        """The advertising that counts and is the guarantor's."""
        return None if self.by_another else self.advertising

    @property
    def durable(self) -> bool:
        """Whether a producer guarantees durability."""
        return self.of_durability and self.guarantor.produces


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding(Decision):
    """Who owes (None: nobody, there is no commercial guarantee), for how long each service (None:
    not), and on what terms; ``excess`` None: the consumer pays nothing.
    Where a producer guarantees durability, what is listed is what the producer gives: repair and
    replacement are free of charge, sending included; ``excess`` is of what goes beyond them, as of
    what the consumer broke, and carriage is listed where all that is given comes with it.
    ``durability``: for how long the device is guaranteed to keep its functions and performance.
    ``undecided``: whether it gives more, or is there at all, hangs on advertising by another, which
    is not counted."""

    owed_by: Guarantor | None
    refund: Duration | None = None
    replacement: Duration | None = None
    repair: Duration | None = None
    other: Duration | None = None
    advantages: tuple[Advantage, ...] = ()
    further: tuple[str, ...] = ()
    excess: Money | None = None
    durability: Duration | None = None
    undecided: bool = False


@provision(
    "be.conformity.guarantee",
    say.GUARANTEE,
    art.DEFINITIONS,
    art.GUARANTEE,
    art.GUARANTEE_COMPARED,
    art.GUARANTEE_ADVERTISER,
    art.GUARANTEE_CORRECTED,
    art.GUARANTEE_FOR_LIFE,
    art.DURABILITY_FOR_LIFE,
    art.DURABILITY_TOGETHER,
    art.DURABILITY_UNSERVED,
    art.DURABILITY_UNSAID,
    art.PERFORMANCE,
    art.PROMISED,
)
def guarantee(facts: Commercial) -> Binding:
    """A commercial guarantee binds the guarantor, a seller or a producer, as declared and as
    advertised by the conclusion of the contract; where the statement is less advantageous the
    advertising binds, unless it was corrected before in an identical or comparable way
    (art. 1649septies, § 1); then it binds as corrected.  What only the statement has the consumer
    pay is in doubt not due.  Whether advertising by another binds the guarantor is undecided: no
    doubt makes an undertaking of the seller or a producer (art. 1649bis, § 1, 11°) of what neither
    said.  A producer's guarantee of durability gives both repair and replacement for all its time,
    and free of charge, as art. 1649quinquies, § 3 holds for them (al. 1); the statement may add to
    that, not take from it.  It adds to the legal guarantee, which the seller owes
    whoever promises (11°; S76)."""
    owed_by = facts.guarantor.bound
    if owed_by is None:
        because = (_WHO[facts.guarantor](), say.LEGAL_STAYS())
        return Binding(basis=(art.DEFINITIONS,), because=because, owed_by=None)
    stated, lasts = _best(facts, facts.own), lasting(facts.runs_from, facts.declared, facts.own)
    longer = _longer(facts, lasts)
    if facts.durable:
        facts = _durable(facts, lasts)
    basis, reasons = [art.GUARANTEE], []
    if facts.advertised is not None and not facts.advert.stands:
        said = say.GONE[facts.advert.value] if facts.corrected_to is None else say.ADVERT_REPLACED
        reasons.append(said())
        if facts.declared is None and facts.advert is Advert.CORRECTED:
            basis = [art.GUARANTEE_CORRECTED]
            if facts.corrected_to is not None:
                basis.insert(0, art.GUARANTEE)
    undecided = _undecided(facts, longer)
    if undecided:
        basis.append(art.GUARANTEE_ADVERTISER)
        reasons.append(say.ADVERTISED_BY_ANOTHER(what=undecided))
    best = _best(facts, facts.own)
    if not best.services:
        return Binding(
            basis=(*basis, art.DEFINITIONS),
            because=(*reasons, _nothing(facts, undecided)),
            owed_by=None,
            undecided=bool(undecided),
        )
    unsaid = _unsaid(facts)
    better: tuple[Sentence | Because | str, ...] = ()
    if facts.declared is not None and facts.own is not None:
        better = tuple(_better(best, facts.declared, unsaid, longer))
    durability = lasts.together if facts.of_durability else None
    times = (durability, *(each for _, each in best.services))
    if better:
        reasons.append(say.ADVERTISED_BETTER(what=better))
    if unsaid is not None:
        reasons.append(say.EXCESS_UNSAID(amount=unsaid))
    if better or unsaid is not None:
        basis.append(art.GUARANTEE_COMPARED)
    if any(each.endless for each in times if each is not None):
        basis.append(art.GUARANTEE_FOR_LIFE)
    binds = say.BINDS_AS_DECLARED if undecided else say.BINDS
    reasons.extend((binds(services=_owed(best)), *_terms(best, facts), _WHO[facts.guarantor]()))
    added = _of_durability(facts, lasts, stated, best, longer if better else None)
    for article, said_of_it in added:
        basis.append(article)
        reasons.extend(said_of_it)
    return Binding(
        basis=(*basis, art.DEFINITIONS, art.PROMISED),
        because=(*reasons, say.LEGAL_STAYS()),
        owed_by=owed_by,
        refund=best.refund,
        replacement=best.replacement,
        repair=best.repair,
        other=best.other,
        advantages=tuple(each for each in Advantage if each in best.advantages),
        further=tuple(sorted(best.further)),
        excess=best.excess,
        durability=durability,
        undecided=bool(undecided),
    )


_WHO: Final = {
    Guarantor.SELLER: say.BY_SELLER,
    Guarantor.SELLERS_AGENT: say.BY_AGENT,
    Guarantor.PRODUCER: say.BY_PRODUCER,
    Guarantor.SELLER_AND_PRODUCER: say.BY_BOTH,
    Guarantor.OTHER: say.NO_GUARANTOR,
}


def _nothing(facts: Commercial, undecided: tuple[object, ...]) -> Because:
    """What is said where the guarantor itself promised no service."""
    if undecided:
        return say.NOTHING_OF_THEIR_OWN()
    if any(each and each.durability for each in (facts.declared, facts.own)):
        return say.NO_SERVICE()
    return say.NOT_COMMERCIAL() if facts.declared else say.NOTHING_BINDS()


def _longer(facts: Commercial, lasts: Lasting) -> Duration | None:
    """For how long advertising says that the device lasts, where that is longer than by the
    statement."""
    says = facts.advertising.durability if facts.advertising is not None else None
    return says if longest(facts.runs_from, lasts.declared, says) != lasts.declared else None


def _undecided(facts: Commercial, longer: Duration | None) -> tuple[Sentence | Because | str, ...]:
    """In what advertising by another is better than the guarantor's own statement."""
    if not facts.by_another or facts.advertising is None:
        return ()
    both = _best(facts, facts.advertising)
    own = facts.declared or Promise(excess=both.excess)
    return tuple(_better(both, own, None, longer)) if both.services else ()


def _durable(facts: Commercial, lasts: Lasting) -> Commercial:
    """The same, with what al. 1 adds to a producer's guarantee of durability: repair and
    replacement for all its time and, where it promises nothing beyond, without what is to be paid
    for them and with their carriage."""
    first = facts.runs_from
    if lasts.together is None:
        # The guarantor said nothing: how long it would last is in the advertising by another.
        lasts = lasting(first, None, facts.advertising)
    both = replace(
        facts,
        declared=facts.declared and for_all(facts.declared, lasts.declared, first),
        advertised=facts.advertised and for_all(facts.advertised, lasts.together, first),
        corrected_to=facts.corrected_to and for_all(facts.corrected_to, lasts.together, first),
    )
    if goes_beyond(_best(both, both.own), first):
        return both
    return replace(
        both,
        declared=both.declared and free(both.declared),
        advertised=both.advertised and free(both.advertised),
        corrected_to=both.corrected_to and free(both.corrected_to),
    )


def _of_durability(
    facts: Commercial, lasts: Lasting, stated: Promise, best: Promise, longer: Duration | None
) -> Iterator[tuple[Basis, tuple[Because, ...]]]:
    """What rests on it that the guarantee is one of durability, and what is open of that."""
    if facts.durable:
        yield art.PERFORMANCE, ()
        if lasts.together is not None and lasts.together.endless:
            yield (
                art.DURABILITY_FOR_LIFE,
                tuple(_if_no_life(stated, lasts.certain, facts.runs_from)),
            )
        if facts.guarantor is not Guarantor.PRODUCER and _adds(best, stated):
            yield art.DURABILITY_TOGETHER, tuple(_of_the_seller(stated))
    elif longer is not None and not _served(best, longer, facts.runs_from):
        yield art.DURABILITY_UNSERVED, (say.WHICH_SERVICE(lasts=longer),)
    if lasts.longer_unsaid:
        yield art.DURABILITY_UNSAID, (say.LONGER_UNSAID(),)


def _if_no_life(stated: Promise, certain: Duration | None, first: date) -> Iterator[Because]:
    """What is left if a life is no certain time (al. 1)."""
    yield say.LIFE_CONTESTED()
    promised = outlasts(stated, certain, first)
    if certain is not None:
        yield say.LIFE_CERTAIN(lasts=certain)
    elif not promised:
        yield say.LIFE_NOTHING()
    if promised and stated.excess is not None:
        pays = say.LIFE_PAYS if certain is None else say.LIFE_PAYS_LATER
        yield pays(amount=stated.excess)


def _adds(best: Promise, stated: Promise) -> bool:
    """Whether al. 1 gives more of the producer than is stated."""
    given, said = (best.replacement, best.repair), (stated.replacement, stated.repair)
    free = stated.excess is None and Advantage.CARRIAGE in stated.advantages
    return given != said or not free


def _of_the_seller(stated: Promise) -> Iterator[Because]:
    """What al. 1 does not say of a seller who is no producer."""
    yield say.SELLER_AS_STATED()
    if stated.excess is not None:
        yield say.SELLER_PAYS(amount=stated.excess)


def _best(facts: Commercial, advertising: Promise | None) -> Promise:
    """Point by point what is more advantageous to the consumer: of two times the one that ends
    later on the calendar, of two that end on one day the one declared."""
    declared, advertised = facts.declared, advertising or Promise()
    if declared is None:
        return replace(advertised, excess=advertised.excess or None)
    first = facts.runs_from
    return Promise(
        refund=longest(first, declared.refund, advertised.refund),
        replacement=longest(first, declared.replacement, advertised.replacement),
        repair=longest(first, declared.repair, advertised.repair),
        other=longest(first, declared.other, advertised.other),
        advantages=declared.advantages | advertised.advantages,
        further=declared.further | advertised.further,
        excess=_least(declared.excess, advertising),
        durability=longest(first, declared.durability, advertised.durability),
    )


def _least(declared: Money | None, advertising: Promise | None) -> Money | None:
    """What the consumer pays each time by a statement and advertising; None: nothing, as where the
    advertising does not mention it."""
    if declared is None or advertising is None:
        return declared or None
    return None if advertising.excess is None else min(declared, advertising.excess) or None


def _unsaid(facts: Commercial) -> Money | None:
    """What the statement has the consumer pay, and advertising that stands does not mention."""
    if facts.declared is None or facts.own is None:
        return None
    return None if facts.own.excess is not None else facts.declared.excess or None


def _better(
    best: Promise, declared: Promise, unsaid: Money | None, longer: Duration | None
) -> Iterator[Sentence | Because | str]:
    """In what the advertising is better than the statement, not counting what it leaves unsaid."""
    for each, lasts in best.services:
        if lasts != declared.lasts(each):
            yield say.SERVICE_FOR(service=say.SERVICES[each.value], lasts=lasts)
    if longer is not None:
        yield say.LASTS(lasts=longer)
    for advantage in Advantage:
        if advantage in best.advantages - declared.advantages:
            yield say.ADVANTAGES[advantage.value]
    for words in sorted(best.further - declared.further):
        yield say.QUOTED(words=words)
    if unsaid is None and best.excess != (declared.excess or None):
        yield say.EXCESS()


def _served(best: Promise, lasts: Duration, first: date) -> bool:
    """Whether a service is promised for so long."""
    services = longest(first, *(each for _, each in best.services))
    return longest(first, services, lasts) == services


def _owed(best: Promise) -> tuple[Because, ...]:
    return tuple(
        say.SERVICE_FOR(service=say.SERVICES[each.value], lasts=lasts)
        for each, lasts in best.services
    )


def _terms(best: Promise, facts: Commercial) -> Iterator[Because]:
    """The terms on which it binds, in words; none where nothing but a time was promised."""
    terms = (
        *(say.ADVANTAGES[each.value] for each in Advantage if each in best.advantages),
        *(say.QUOTED(words=each) for each in sorted(best.further)),
    )
    if terms:
        yield say.ON_TERMS(terms=terms)
    if facts.durable:
        yield say.DURABLE()
    if best.excess is not None:
        pays = say.PAYS_BEYOND if facts.durable else say.PAYS
        yield pays(amount=best.excess)
