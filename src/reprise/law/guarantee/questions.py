"""What each state decides itself about the legal guarantee: one frozen answer to each question.

Nothing here has a default: a country that forgets a question cannot be imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from reprise.law.provision import Basis, Dated

# Since when a rule applies whose text, as it is at hand, gives no day.
UNDATED: Final = date.min


class Goods(Enum):
    """What was sold.  Refurbished goods are used goods that were tested and, if needed, mended."""

    NEW = "new"
    USED = "used"
    REFURBISHED = "refurbished"


class Cause(Enum):
    """What may stop the clock."""

    REPAIR = "repair"
    REPLACEMENT = "replacement"
    NEGOTIATION = "negotiation"


class Nature(Enum):
    """What has to happen within the period."""

    APPEARS = "appears"  # the defect shows itself
    CLAIMED = "claimed"  # the buyer acts: the period is one of limitation
    EXPECTED = "expected"  # no fixed term: as long as the device may be expected to last


@dataclass(frozen=True, slots=True)
class Period:
    """``months`` from the delivery, None where no term is fixed."""

    months: int | None
    nature: Nature
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorter:
    """What a seller and a consumer may agree below the period.

    ``least_months`` None: nothing.  ``told``: only if the seller proves to have said it,
    clearly and unequivocally, or ``specially``; ``separate``: only if the consumer agreed expressly
    and apart from the rest.
    """

    least_months: int | None
    told: bool
    separate: bool
    basis: Basis
    specially: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Presumption:
    """For how many months from the delivery a defect is presumed to have been there.

    ``unless_nature``: not where it does not fit the nature of the goods or of the defect, for which
    their being used counts.
    """

    new_months: int
    used_months: int
    unless_nature: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule:
    """``months`` None: the seller need not be told within any time.

    ``strict``: later is late.  Otherwise the months are only what is in time in any case.
    """

    months: int | None
    strict: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class Months:
    """A period in months, and where it stands."""

    months: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Extension:
    """What each repair adds, at most ``times``."""

    months: int
    times: int
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuous:
    """Digital elements that are supplied continuously are covered as long as that lasts.

    ``stated`` is what that rests on where the contract says until when, ``endless`` where it names
    no end.
    """

    stated: Basis
    endless: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Respite:
    """A claim does not become barred before ``showing_months`` from when the defect showed itself,
    nor before ``return_months`` from when the device came back from its repair or replacement."""

    showing_months: int
    return_months: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Installed:
    """Whether what comes of an incorrect installation ``counts`` as if it had come with the device;
    where it does not, the rule was not read, which ``basis`` says as open."""

    counts: bool
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """The answers of one state.

    ``suspends`` names the article by which each cause stops the clock; a cause that is absent does
    not.  ``None`` means that the state has no such rule, or that it was not read.  ``after_repair``
    is what the state itself adds, apart from the directive on repair; ``imposed_replacement`` is
    the new period where the consumer had asked for a repair; ``limitation`` is counted from the day
    on which the defect was found; ``continuous`` covers digital elements as long as they are
    supplied; ``agreed_stops`` says that it is open whether the clock of an agreed shorter period
    stops as well; ``supply_stops``, whether that moves the end of a supply that outlasts it;
    ``longer_stops`` and ``presumption_stops``, that it is open whether the clock of a longer period
    in the contract and that of the presumption do, which are left as they are; ``omitted``, that it
    is open whether the seller answers for an owed update that was lacking, where nothing else
    covers what came of it.
    """

    country: str
    period: Period
    used: Shorter
    refurbished: Shorter
    presumption: tuple[Dated[Presumption], ...]
    notice: tuple[Dated[NoticeRule], ...]
    suspends: Mapping[Cause, Basis]
    after_repair: Extension | None
    imposed_replacement: Months | None
    respite: Respite | None
    limitation: Months | None
    continuous: Continuous | None
    agreed_stops: Basis | None
    supply_stops: Basis | None
    longer_stops: Basis | None
    presumption_stops: Basis | None
    omitted: Basis | None
    installed: Installed
