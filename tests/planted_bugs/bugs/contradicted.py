"""An order whose dates contradict each other is passed over by the nights, and somebody sees it."""

from __future__ import annotations

from typing import Final

from tests.planted_bugs.bug import Bug

NIGHTS: Final = "privacy/actions/nights.py"
OVERVIEW: Final = "privacy/overview.py"
NIGHT_TESTS: Final = "privacy/test_nights.py"
PAGE_TESTS: Final = "web/staff/test_privacy.py"

BUGS = (
    Bug("a night counts what it passes over", NIGHTS,
        "contradicted=len(ran.contradicted)", "contradicted=0", NIGHT_TESTS),
    Bug("a night does nothing to what it passes over", NIGHTS,
        "return [one for one in found if one.fate is not Fate.KEPT]", "return found", NIGHT_TESTS),
    Bug("staff see which orders the nights pass over", OVERVIEW,
        "contradicted.append(due)", "pass", PAGE_TESTS),
    Bug("staff see so many of them as they can read", OVERVIEW,
        "tuple(contradicted[:LISTED])", "tuple(contradicted)", PAGE_TESTS),
    Bug("the first page says how many were passed over", OVERVIEW,
        "return last.contradicted if last else 0", "return 0", PAGE_TESTS),
    Bug("a night that passes something over ends with 1", "cli/nights.py",
        "ran.failed + len(ran.contradicted) +", "ran.failed +", "cli/test_nights.py"),
)  # fmt: skip
