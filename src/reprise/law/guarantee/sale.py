"""The facts of a guarantee: the sale, what happened to the device, what was found and said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reprise.law.calendars import Calendar
from reprise.law.durations import Duration, refuse_endless
from reprise.law.guarantee.questions import Cause, Goods
from reprise.law.provision import Contradiction


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A guarantee of another duration in the contract, and what the seller can prove of it.  A
    shorter one needs the law's leave; a longer one is a promise that binds without any.

    ``lasts`` is for the device, ``digital`` for its digital elements, None where the contract says
    nothing of them; both from the delivery.  ``told``: clearly and unequivocally, of the very
    period of the device; ``told_digital``: of that of its digital elements, None: of it just as of
    the device's.  ``separate``: the consumer agreed to them expressly and apart from the rest.
    """

    lasts: Duration
    told: bool
    separate: bool
    digital: Duration | None = None
    told_digital: bool | None = None

    def __post_init__(self) -> None:
        if self.told_digital is not None and self.digital is None:
            raise Contradiction("nothing is agreed to tell of", "told_digital", "digital")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """One device, sold by a professional to a consumer; ``calendar`` is the consumer's.

    ``supplied_until`` is the last day of a continuous supply of its digital elements under the
    contract, None where they are supplied once, or where ``supplied_open``: they are supplied
    continuously, and the contract names no end.  Once that supply is over under the contract, its
    last day is ``supplied_until``.  ``expected_months`` is how long such a device may be expected
    to last, None where nobody has said; it counts only where no term is fixed.
    ``notice`` is the time for telling the seller that the contract gives, None for none;
    ``action`` is the time from the delivery that it gives for acting against the seller;
    ``proof`` is for how long from the delivery it frees the consumer of the proof, within
    the legal guarantee of such a device, that a defect was there.  Each of them has an end.

    Raises ValueError for a delivery before the contract, or a supply with an end and without one.
    """

    calendar: Calendar
    goods: Goods
    concluded: date
    delivered: date
    agreed: Agreed | None = None
    supplied_until: date | None = None
    supplied_open: bool = False
    expected_months: int | None = None
    notice: Duration | None = None
    action: Duration | None = None
    proof: Duration | None = None

    def __post_init__(self) -> None:
        refuse_endless(notice=self.notice, action=self.action, proof=self.proof)
        if self.delivered < self.concluded:
            raise Contradiction(
                "a device is not delivered before it is sold", "delivered", "concluded"
            )
        if self.supplied_open and self.supplied_until is not None:
            raise Contradiction(
                "a supply has an end or it has none", "supplied_open", "supplied_until"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time of repair, replacement or negotiation under the guarantee; both days count.

    ``last`` None: it still lasts.  ``imposed``: the seller replaced although the consumer had asked
    for a repair.  Raises ValueError for one that ends before it starts, or imposes anything else
    than a replacement.
    """

    cause: Cause
    first: date
    last: date | None = None
    imposed: bool = False

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise Contradiction("a stretch does not end before it starts", "last", "first")
        if self.imposed and self.cause is not Cause.REPLACEMENT:
            raise Contradiction(
                "only a replacement is imposed, instead of a repair", "imposed", "cause"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A defect: the day on which the consumer found it, and the day on which the seller was told.

    ``appeared`` is the day on which it can be shown to have been there already, None: no earlier
    than it was found.  ``nature``: the seller shows that the presumption does not fit the nature of
    the device or of the defect, its being used counted (a broken screen).  ``disproved``: the
    seller proves that the defect was not there at the delivery; ``proved``: the consumer proves
    that it was.  ``digital``: it is one of digital content or of a digital service.
    ``update_owed_until``: it results from an update that the seller owed and that was lacking, and
    that is the last day on which updates were owed (in Belgium `be.conformity.updates`); None: from
    no such thing.  ``ill_installed``: it results from an incorrect installation of the device that
    counts as a lack of conformity (in Belgium `be.conformity.installation`).

    Raises ValueError where the days are out of order, or for a defect both proved and disproved.
    """

    discovered: date
    notified: date | None = None
    appeared: date | None = None
    nature: bool = False
    disproved: bool = False
    proved: bool = False
    digital: bool = False
    update_owed_until: date | None = None
    ill_installed: bool = False

    def __post_init__(self) -> None:
        if self.proved and self.disproved:
            raise Contradiction("it was there at the delivery or it was not", "proved", "disproved")
        if self.since > self.discovered:
            raise Contradiction("a defect is not found before it appears", "discovered", "appeared")
        if self.notified is not None and self.notified < self.discovered:
            raise Contradiction(
                "nobody tells of a defect before finding it", "notified", "discovered"
            )

    @property
    def since(self) -> date:
        return self.appeared or self.discovered


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Everything that is known of one device on the day ``as_of``.

    ``promised`` is the commercial guarantee from the delivery, as declared or advertised, whichever
    is longer; None for none.  A longer guarantee in the contract (`Agreed`) counts like it.

    Raises ValueError for a stretch or a defect found before the delivery or after ``as_of``.
    """

    sale: Sale
    as_of: date
    stretches: tuple[Stretch, ...] = ()
    defects: tuple[Found, ...] = ()
    promised: Duration | None = None

    def __post_init__(self) -> None:
        for at, each in enumerate(self.stretches):
            if each.first < self.sale.delivered:
                names = (f"stretches[{at}].first", "sale.delivered")
                raise Contradiction("nothing happens to a device before the delivery", *names)
            if (each.last or each.first) > self.as_of:
                names = (f"stretches[{at}].{'last' if each.last else 'first'}", "as_of")
                raise Contradiction("nothing has happened yet after the day asked", *names)
        for at, found in enumerate(self.defects):
            _known(self, found, "sale.delivered", "as_of", f"defects[{at}]")


def _known(history: History, found: Found, delivered: str, as_of: str, named: str) -> None:
    """Refuse a defect that was found before the device was delivered, or is not found yet, or of
    which the seller is not told yet, on the day asked."""
    if found.discovered < history.sale.delivered:
        raise Contradiction(
            "a consumer finds no defect before the delivery", f"{named}.discovered", delivered
        )
    if found.discovered > history.as_of:
        raise Contradiction(
            "no defect is found yet after the day asked", f"{named}.discovered", as_of
        )
    if found.notified is not None and found.notified > history.as_of:
        raise Contradiction(
            "nobody has told of a defect yet after the day asked", f"{named}.notified", as_of
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A defect of the device, and the day on which the consumer goes to court (None: not yet); that
    may be a day to come.

    Raises ValueError for a defect found before the delivery, or found or told after the day asked.
    """

    history: History
    found: Found
    acted: date | None = None

    def __post_init__(self) -> None:
        _known(self.history, self.found, "history.sale.delivered", "history.as_of", "found")
