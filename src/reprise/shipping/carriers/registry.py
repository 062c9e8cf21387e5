"""Which carriers there are: one line each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from reprise.shipping.carriers.base import Carrier
from reprise.shipping.carriers.sandbox.adapter import SandboxCarrier

CARRIERS: Final[dict[str, Callable[[], Carrier]]] = {
    "sandbox": SandboxCarrier.from_environment,
}


class UnknownCarrier(LookupError):
    """No carrier of this name is registered."""


@cache
def carrier(name: str) -> Carrier:
    """The carrier of this name, set up from the environment once a process.

    Raises UnknownCarrier.
    """
    try:
        make = CARRIERS[name]
    except KeyError:
        raise UnknownCarrier(name) from None
    return make()
