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
from reprise.law.be.conformity.compared import best, better
from reprise.law.be.conformity.lasting import Lasting, lasting
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
    ``of_durability``: that the device keeps its functions and performance (art. 1649bis, § 1, 12°),
    by what the guarantor declared, or advertised and did not correct; given by a producer,
    `be.conformity.durability` says when it answers for it.
    ``on_conditions``: it asks something of the consumer first, as a registration, or leaves out a
    later owner or another country.

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
    on_conditions: bool = False

    def __post_init__(self) -> None:
        if self.corrected_to is not None and (
            self.advertised is None or self.advert is not Advert.CORRECTED
        ):
            why = "advertising reads otherwise once corrected in the same or a comparable way"
            raise Contradiction(why, "corrected_to", "advertised", "advert")
        if self.by_another and self.advertised is None:
            raise Contradiction("nothing was advertised", "by_another", "advertised")
        if not self.of_durability and any(
            each and each.durability for each in (self.declared, self.own)
        ):
            why = "only a guarantee of durability says how long the device lasts"
            raise Contradiction(why, "of_durability", "declared", "advertised", "corrected_to")
        made = [each for each in (self.declared, self.advertising) if each is not None]
        if any(each.has_terms for each in made) and all(each.empty for each in made):
            why = "terms go with a service that is promised for some time"
            raise Contradiction(why, "declared", "advertised")

    @property
    def advertising(self) -> Promise | None:
        """The advertising that counts, as it stood when the contract was concluded; None where
        there was none by then."""
        return self.advertised if self.advert.stands else self.corrected_to

    @property
    def own(self) -> Promise | None:
        """The advertising that counts and is the guarantor's, if it promises anything."""
        found = None if self.by_another else self.advertising
        return None if found == Promise() else found

    @property
    def durable(self) -> bool:
        """Whether a producer guarantees durability."""
        return self.of_durability and self.guarantor.produces

    @property
    def durable_alone(self) -> bool:
        """Whether a producer guarantees it without a seller who is none, to whom al. 1 says
        nothing."""
        return self.of_durability and self.guarantor.produces_alone

    @property
    def statement(self) -> Promise | None:
        """The statement, if anything stands on it."""
        return None if self.declared == Promise() else self.declared


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding(Decision):
    """Who owes (None: nobody, there is no commercial guarantee), for how long each service was
    promised (None: not), and on what terms; ``excess`` None: the consumer pays nothing.
    ``durability``: for how long the device is guaranteed to last; where a producer guarantees it,
    repair or replacement is owed by law so long, free of charge, whatever was promised, and
    ``excess`` is of what goes beyond that, as of what the consumer broke.
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


_Said = Iterator[tuple[Basis | None, Because | None]]


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
    art.DURABILITY_EXCESS,
    art.DURABILITY_CONDITIONS,
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
    said.  A producer who guarantees durability owes repair or replacement for all its time, free of
    charge, as art. 1649quinquies, § 3 holds for them (al. 1); the statement may add to that, not
    take from it.  It adds to the legal guarantee, which the seller owes whoever promises (11°;
    S76)."""
    owed_by = facts.guarantor.bound
    if owed_by is None:
        because = (_WHO[facts.guarantor](), say.LEGAL_STAYS())
        return Binding(basis=(art.DEFINITIONS,), because=because, owed_by=None)
    promised = best(facts.statement, facts.own, facts.runs_from)
    lasts = _lasts(facts)
    said = [*_of_advertising(facts)]
    of_advertising = {article for article, _ in said}
    undecided = art.GUARANTEE_ADVERTISER in of_advertising
    undone = art.GUARANTEE_CORRECTED in of_advertising
    if not promised.empty:
        said += _of_the_comparison(facts, promised, lasts)
        told = (_of_the_promise(facts, promised), _of_durability(facts, promised, lasts))
        for each in told if promised.services else reversed(told):
            said += each
        if promised.services or facts.durable:
            said.append((None, _WHO[facts.guarantor]()))
        said.append((art.PROMISED, say.LEGAL_STAYS()))
    else:
        owed_by, promised, lasts = None, Promise(), lasting(facts.runs_from)
        said.append((None, _nothing(facts, undecided=undecided)))
    first = () if undone and facts.corrected_to is None else (art.GUARANTEE,)
    articles = (*first, *(each for each, _ in said if each is not None), art.DEFINITIONS)
    return Binding(
        basis=tuple(dict.fromkeys(articles)),
        because=tuple(reason for _, reason in said if reason is not None),
        owed_by=owed_by,
        refund=promised.refund,
        replacement=promised.replacement,
        repair=promised.repair,
        other=promised.other,
        advantages=tuple(each for each in Advantage if each in promised.advantages),
        further=tuple(sorted(promised.further)),
        excess=_excess(facts, promised, lasts),
        durability=lasts.lasts,
        undecided=undecided,
    )


_WHO: Final = {
    Guarantor.SELLER: say.BY_SELLER,
    Guarantor.SELLERS_AGENT: say.BY_AGENT,
    Guarantor.PRODUCER: say.BY_PRODUCER,
    Guarantor.PRODUCING_SELLER: say.BY_PRODUCING_SELLER,
    Guarantor.SELLER_AND_PRODUCER: say.BY_BOTH,
    Guarantor.OTHER: say.NO_GUARANTOR,
}


def _nothing(facts: Commercial, *, undecided: bool) -> Because:
    """What is said where the guarantor itself promised no service."""
    if undecided:
        return say.NOTHING_OF_THEIR_OWN()
    return say.NOT_COMMERCIAL() if facts.declared else say.NOTHING_BINDS()


def _lasts(facts: Commercial) -> Lasting:
    """For how long the device is guaranteed to last; by a seller, as long as it says."""
    papers = (facts.declared, facts.own)
    if facts.durable:
        return lasting(facts.runs_from, *papers)
    said = longest(facts.runs_from, *(each.durability for each in papers if each is not None))
    return Lasting(lasts=said, settled=said, certain=None)


def _of_advertising(facts: Commercial) -> _Said:
    """What became of the advertising, and whether it is the guarantor's."""
    if facts.advertised is not None and not facts.advert.stands:
        gone = say.GONE[facts.advert.value] if facts.corrected_to is None else say.ADVERT_REPLACED
        yield None, gone()
        if _undone(facts):
            yield art.GUARANTEE_CORRECTED, say.NO_STATEMENT()
    if facts.advert is Advert.CORRECTED_OTHERWISE:
        yield None, say.NOT_CORRECTED()
    if not facts.by_another or facts.advertising in (None, Promise()):
        return
    if not best(facts.statement, facts.advertising, facts.runs_from).empty:
        statement, advertised = facts.statement or Promise(), facts.advertising
        silent = advertised.excess is None
        read = replace(advertised, excess=statement.excess) if silent else advertised
        what = tuple(_more(facts, statement, read))
        if silent and _by_law_too(facts, statement, advertised).excess:
            what = (*what, say.EXCESS_UNMENTIONED())
            yield art.GUARANTEE_COMPARED, None
        if what:
            yield art.GUARANTEE_ADVERTISER, say.ADVERTISED_BY_ANOTHER(what=what)


def _undone(facts: Commercial) -> bool:
    """Whether a correction took something from the advertising, beside no statement."""
    if facts.advert is not Advert.CORRECTED or facts.advertised is None:
        return False
    if facts.statement is not None and not facts.statement.empty:
        return False
    return any(_more(facts, facts.corrected_to or Promise(), facts.advertised))


def _more(facts: Commercial, one: Promise, other: Promise) -> Iterator[Sentence | Because | str]:
    """In what the other promise gives more than the one, the law counted in."""
    first = facts.runs_from
    yield from better(_by_law_too(facts, one, other), other, first)
    if facts.durable and other.durability is None:
        alone, both = lasting(first, one).lasts, lasting(first, one, other).lasts
        if both is not None and both != alone:
            yield say.LASTS_SO_LONG(lasts=both)


def _of_the_comparison(facts: Commercial, promised: Promise, lasts: Lasting) -> _Said:
    """In what the guarantor's own advertising gives more than the statement (al. 2)."""
    statement = facts.statement
    if statement is None or facts.own is None:
        return
    unsaid = statement.excess if facts.own.excess is None else None
    if unsaid and not _excess_matters(facts, promised, lasts):
        unsaid = None
    base = _by_law_too(facts, statement, facts.own)
    # Silence is said apart.
    own = replace(facts.own, excess=unsaid) if unsaid else facts.own
    what = tuple(better(base, own, facts.runs_from))
    if what:
        yield art.GUARANTEE_COMPARED, say.ADVERTISED_BETTER(what=what)
    if unsaid:
        yield art.GUARANTEE_COMPARED, say.EXCESS_UNSAID(amount=unsaid)
    asked = facts.own.excess
    if what and asked and _excess_matters(facts, promised, lasts) and asked != promised.excess:
        yield art.GUARANTEE_COMPARED, say.EXCESS_ASKED(amount=asked)


def _by_law_too(facts: Commercial, statement: Promise, other: Promise) -> Promise:
    """The statement with what al. 1 gives of a producer with it, to which the other promise adds
    nothing.  Where a seller promised as well, it may add something of the seller's."""
    if not facts.durable_alone:
        return statement
    first, alone = facts.runs_from, lasting(facts.runs_from, statement)
    both = best(statement, other, first)
    if _beyond(both, alone.settled, first):
        return statement
    excess = statement.excess if _excess_matters(facts, both, alone) else None
    advantages = statement.advantages | {Advantage.CARRIAGE}
    return replace(statement, excess=excess, advantages=advantages)


def _beyond(promised: Promise, lasts: Duration | None, first: date) -> bool:
    """Whether another service is promised than repair and replacement of what does not last."""
    if promised.refund or promised.other or Advantage.ACCIDENTS in promised.advantages:
        return True
    return longest(first, lasts, promised.replacement, promised.repair) != lasts


_TERMS: Final = frozenset({Advantage.AT_HOME, Advantage.LOAN, Advantage.WEAR})


def _excess(facts: Commercial, promised: Promise, lasts: Lasting) -> Money | None:
    """What is to be paid each time: nothing for what al. 1 gives of a producer."""
    if facts.durable and not _beyond(promised, lasts.lasts, facts.runs_from):
        return None
    return promised.excess


def _excess_matters(facts: Commercial, promised: Promise, lasts: Lasting) -> bool:
    """Whether anything hangs on what the statement has the consumer pay."""
    if not facts.durable_alone:
        return True
    certain = lasts.lasts == lasts.settled and not (lasts.lasts and lasts.lasts.endless)
    beyond = _beyond(promised, lasts.lasts, facts.runs_from)
    return not certain or beyond or _with_terms(promised)


def _with_terms(promised: Promise) -> bool:
    """Whether something comes with a repair or a replacement that the law does not ask for."""
    return bool(promised.further or promised.advantages & _TERMS)


def _of_the_promise(facts: Commercial, promised: Promise) -> _Said:
    """The services and the terms on which it binds, in words."""
    durability = None if facts.durable else promised.durability
    times = (durability, *(lasts for _, lasts in promised.services))
    endless = any(each.endless for each in times if each is not None)
    if promised.services:
        gone = facts.advertised is not None and facts.own is None
        binds = say.BINDS_AS_DECLARED if gone else say.BINDS
        yield None, binds(services=_owed(promised))
    if endless:
        yield art.GUARANTEE_FOR_LIFE, None
    terms = (
        *(say.ADVANTAGES[each.value] for each in Advantage if each in promised.advantages),
        *(say.QUOTED(words=each) for each in sorted(promised.further)),
    )
    if terms:
        yield None, say.ON_TERMS(terms=terms)
    if promised.excess is not None and not facts.durable:
        yield None, say.PAYS(amount=promised.excess)
    if facts.on_conditions:
        yield None, say.ON_CONDITIONS()


def _of_durability(facts: Commercial, promised: Promise, lasts: Lasting) -> _Said:
    """What rests on it that the guarantee is one of durability, and what is open of that."""
    time = lasts.lasts
    if time is None:
        return
    if not facts.durable:
        yield _of_a_seller(facts, promised, time)
        return
    yield art.PERFORMANCE, say.DURABLE(lasts=time)
    if facts.on_conditions:
        yield art.DURABILITY_CONDITIONS, say.CONDITIONS_OF_DURABILITY()
    yield from _free_of_charge(facts, promised, time)
    yield from _of_its_time(lasts, time)
    if not facts.durable_alone and _adds(promised, time, facts.runs_from):
        yield art.DURABILITY_TOGETHER, say.SELLER_AS_STATED()
        if promised.excess is not None:
            yield None, say.SELLER_PAYS(amount=promised.excess)


def _of_a_seller(
    facts: Commercial, promised: Promise, time: Duration
) -> tuple[Basis | None, Because]:
    """Durability by a seller's own words alone, of which no article says what is owed."""
    services = longest(facts.runs_from, *(each for _, each in promised.services))
    if services is None:
        return art.DURABILITY_UNSERVED, say.NO_SERVICE(lasts=time)
    if longest(facts.runs_from, services, time) == services:
        return None, say.SAID_TO_LAST(lasts=time)
    return art.DURABILITY_UNSERVED, say.WHICH_SERVICE(lasts=time)


def _free_of_charge(facts: Commercial, promised: Promise, time: Duration) -> _Said:
    """What becomes of a payment that was stated, beside what a producer owes by law."""
    if promised.excess is None:
        return
    beyond = _beyond(promised, time, facts.runs_from)
    paid = say.PAYS_BEYOND if beyond else say.EXCESS_LIFTED
    yield None, paid(amount=promised.excess)
    if _with_terms(promised):
        yield art.DURABILITY_EXCESS, say.EXCESS_OF_TERMS()


def _of_its_time(lasts: Lasting, time: Duration) -> _Said:
    """What is open of how long a producer's guarantee of durability lasts."""
    if time.endless:
        yield art.DURABILITY_FOR_LIFE, say.LIFE_CONTESTED()
        if lasts.certain is None:
            yield None, say.LIFE_AS_PROMISED()
        else:
            yield None, say.LIFE_CERTAIN(lasts=lasts.certain)
    if lasts.settled is None:
        yield art.DURABILITY_UNSAID, say.UNSAID(lasts=time)
    elif time != lasts.settled:
        so_long = say.UNSAID_SO_LONG(lasts=time, settled=lasts.settled)
        yield art.DURABILITY_UNSAID, so_long


def _adds(promised: Promise, lasts: Duration, first: date) -> bool:
    """Whether al. 1 gives more of the producer than was promised."""
    for each in (promised.replacement, promised.repair):
        if longest(first, each, lasts) != each:
            return True
    return promised.excess is not None or Advantage.CARRIAGE not in promised.advantages


def _owed(promised: Promise) -> tuple[Because, ...]:
    return tuple(
        say.SERVICE_FOR(service=say.SERVICES[each.value], lasts=lasts)
        for each, lasts in promised.services
    )
