"""`reprise check-books`: prove stock, orders, payments, ledger and the provider's books."""

from __future__ import annotations

from typing import Final

from reprise.books.proof import Outcome, findings

WHAT_TO_DO: Final = "see docs/operate/README.md, “When the books are contradicted”"


def _print(outcome: Outcome) -> None:
    print(f"{'ok ' if not outcome.findings else 'BAD'}  {outcome.name}: {outcome.promise}")
    for text in outcome.findings:
        print(f"       {text}")


def main() -> int:
    """Print every check; 0 when the books are right, 1 when they are not."""
    found = findings(_print)
    print(f"{len(found)} contradictions: {WHAT_TO_DO}" if found else "The books are right.")
    return 1 if found else 0
