"""The invented buyers of `buyers.toml`: pure."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

# A domain that nobody can own (RFC 2606), so that no stranger is ever written to.
DOMAIN: Final = "buyers.reprise.example"


@dataclass(frozen=True, slots=True)
class Buyer:
    name: str
    email: str
    street: str
    postcode: str
    town: str


class People:
    """Draws buyers, their languages and their ways to pay, market by market."""

    def __init__(self) -> None:
        self._facts: dict[str, dict[str, Any]] = tomllib.loads(
            (Path(__file__).parent / "buyers.toml").read_text()
        )

    def market(self, random: Random) -> str:
        weights = [row["share"] for row in self._facts.values()]
        return random.choices(list(self._facts), weights)[0]

    def language(self, random: Random, market: str) -> str:
        return _drawn(random, self._facts[market]["languages"])

    def method(self, random: Random, market: str) -> str:
        return _drawn(random, self._facts[market]["methods"])

    def buyer(self, random: Random, market: str) -> Buyer:
        """One of a market's people; whoever has the same name lives at the same address."""
        facts = self._facts[market]
        first, last = random.choice(facts["first"]), random.choice(facts["last"])
        home = Random(f"{market} {first} {last}")  # noqa: S311  not secret
        postcode, town = home.choice(facts["places"])
        return Buyer(
            name=f"{first} {last}",
            email=f"{_ascii(first)}.{_ascii(last)}@{DOMAIN}",
            street=facts["address"].format(
                number=home.randint(1, 140), street=home.choice(facts["streets"])
            ),
            postcode=postcode,
            town=town,
        )


def _drawn(random: Random, odds: dict[str, int]) -> str:
    return random.choices(list(odds), list(odds.values()))[0]


def _ascii(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return bare.lower().replace(" ", "")
