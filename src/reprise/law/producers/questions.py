"""What each state answers about producers and their registers; no answer is made up.

A state's answer to a stream is a function of what a seller holds, or `Unread`: then nothing passes
as being in order, whatever was given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from reprise.law.eu.producers import (
    MATRIX,
    BatteryCheck,
    Fault,
    PackagingCheck,
    Registration,
    Stream,
    batteries,
    packaging,
)
from reprise.law.instruments import NATIONAL_WASTE
from reprise.law.provision import Basis, Because, NotInForce, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """What a seller holds for one ``stream`` in ``country`` (ISO code), where the goods are sold.

    ``sourced_there`` says that the used device was on that country's market before, ``shown`` that
    the number stands in the terms or on the site.
    """

    country: str
    stream: Stream
    registration: Registration
    sourced_there: bool = False
    shown: bool = True


class Follows(Enum):
    """What follows for the platform."""

    SELLER_ANSWERS = "seller_answers"
    PLATFORM_ANSWERS = "platform_answers"
    MAY_OFFER = "may_offer"
    MUST_NOT_OFFER = "must_not_offer"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A state's answer.  ``read`` says that enough was read to call a registration in order."""

    read: bool
    faults: tuple[Fault, ...]
    follows: Follows
    basis: tuple[Basis, ...]
    because: tuple[Because, ...]


Answer = Callable[[Sold], Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Producers:
    """The answers of one state: no defaults, so that a forgotten stream fails at import."""

    country: str
    electronics: Answer
    packaging: Answer
    batteries: Answer

    @property
    def answers(self) -> dict[Stream, Answer]:
        return {
            Stream.ELECTRONICS: self.electronics,
            Stream.PACKAGING: self.packaging,
            Stream.BATTERIES: self.batteries,
        }


@dataclass(frozen=True, slots=True)
class Unread:
    """Nothing was read of this stream in ``country`` but the Union's own rule, which is applied."""

    country: str
    stream: Stream

    @property
    def basis(self) -> Basis:
        return Basis(
            NATIONAL_WASTE,
            "",
            Source.MEMORY,
            "S83",
            open=f"{self.country}, {self.stream.value}: which register, what its numbers look like "
            "and what a platform has to check were not read",
        )

    def __call__(self, sold: Sold) -> Finding:
        common = union(sold)
        return Finding(
            read=False,
            faults=common.faults if common else (),
            follows=Follows.NOT_READ,
            basis=(*(common.basis if common else (MATRIX,)), self.basis),
            because=common.because if common and common.faults else (),
        )


# What the Union itself asks, by stream.
_COMMON: Final[dict[Stream, Callable[[Registration], BatteryCheck | PackagingCheck]]] = {
    Stream.BATTERIES: batteries,
    Stream.PACKAGING: packaging,
}


def union(sold: Sold) -> BatteryCheck | PackagingCheck | None:
    """What the Union's own rule says of the stream; None where it has none, or had none yet."""
    rule = _COMMON.get(sold.stream)
    if rule is None:
        return None
    try:
        return rule(sold.registration)
    except NotInForce:
        return None


def beside_union(sold: Sold, basis: tuple[Basis, ...]) -> tuple[Basis, ...]:
    """A state's own ``basis``, and the Union's beside it."""
    common = union(sold)
    return tuple(dict.fromkeys((*basis, *(common.basis if common else ()))))
