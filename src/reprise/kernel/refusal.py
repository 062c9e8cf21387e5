"""The one base of anticipated failures."""

from __future__ import annotations

from typing import Any, ClassVar


class Refusal(Exception):
    """Something a person asked for that cannot be done, said in words that help.

    ``code`` is stable (API clients and tests rely on it); ``message`` is English and the key of
    its translations, with ``%(name)s`` places filled from ``facts``; ``basis`` names the rule or
    article behind it, when there is one; ``status`` is the HTTP status that fits.
    """

    code: ClassVar[str]
    message: ClassVar[str]
    basis: ClassVar[str] = ""
    status: ClassVar[int] = 409

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.code)

    def __str__(self) -> str:
        return f"{self.code}: {self.message % self.facts}" if self.facts else self.message
