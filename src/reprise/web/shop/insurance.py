"""Which devices of a checkout a buyer wants insured: those that were ticked, and no other (S8)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final
from uuid import UUID

# What a ticked box sends.  All else, nothing included, is a no (Directive 2011/83/EU, art. 22).
YES: Final = "yes"
_BOX: Final = re.compile(r"insure-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9][0-9]?)")


def read(data: Mapping[str, str]) -> dict[UUID, frozenset[int]]:
    """The devices (numbers from 1, by offer) whose own box was ticked: `insure-<offer>-<number>`.

    Of what a form says of premiums or products nothing is read.
    """
    found: dict[UUID, set[int]] = defaultdict(set)
    for name, value in data.items():
        box = _BOX.fullmatch(name)
        if box and value == YES:
            found[UUID(box[1])].add(int(box[2]))
    return {offer: frozenset(numbers) for offer, numbers in found.items()}
