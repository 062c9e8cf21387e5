"""Which payment providers there are: one line each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from reprise.payments.providers.base import Provider
from reprise.payments.providers.sandbox.adapter import SandboxProvider

PROVIDERS: Final[dict[str, Callable[[], Provider]]] = {
    "sandbox": SandboxProvider.from_environment,
}


class UnknownProvider(LookupError):
    """No provider of this name is registered."""


@cache
def provider(name: str) -> Provider:
    """The provider of this name, set up from the environment once a process.

    Raises UnknownProvider, and the provider's own error when its settings are missing.
    """
    try:
        make = PROVIDERS[name]
    except KeyError:
        raise UnknownProvider(name) from None
    return make()
