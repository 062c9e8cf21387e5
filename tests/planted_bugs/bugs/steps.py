"""A step of an order's log follows from those before it, and is dated when it is written."""

from __future__ import annotations

from typing import Final

from tests.planted_bugs.bug import Bug

STEPS: Final = "books/steps.py"
TESTS: Final = "books/test_steps.py"
TURNS: Final = "wiring/test_turns.py"

BUGS = (
    Bug("a line's date is of the step that changed it", "books/dates.py",
        "AND from_state <> to_state", "", TESTS),
    Bug("a log is in the order of time", STEPS, "WHERE at < latest", "WHERE at > latest", TESTS),
    Bug("a log does not go back little by little", STEPS,
        "ROWS BETWEEN UNBOUNDED PRECEDING", "ROWS BETWEEN 1 PRECEDING", TESTS),
    Bug("no step is ahead of the clock", STEPS, "WHERE at > now()", "WHERE at < '-infinity'",
        TESTS),
    Bug("a line's step begins where the one before ended", STEPS,
        "(from_state <> was\n", "(false\n", TESTS),
    Bug("a line takes the steps that it can take", STEPS, "OR (from_state, verb,",
        "OR false AND (from_state, verb,", TESTS),
    Bug("a log is about the lines of its order", STEPS, "AND l.order_id = t.order_id", "", TESTS),
    Bug("a step about a parcel is of an order that has one", STEPS,
        "WHERE c.order_id = t.order_id", "", TESTS),
    Bug("a step about a refund is of an order that has one", STEPS,
        "AND i.verb = 'refund'", "", TESTS),
    Bug("a step about a refund is of its own order", STEPS,
        "WHERE p.reference = t.order_id", "", TESTS),
    Bug("only an older log is restated", STEPS, "AND f.format < {chain.PARTED}", "", TESTS),
    Bug("a log is restated once", STEPS, "AND f.verb = t.verb AND f.seq < t.seq", "AND false",
        TESTS),
    Bug("an order's log has no other steps", STEPS, "ELSE false END", "ELSE true END", TESTS),
    Bug("a swept row is dated when it is its turn", "wiring/sweeps.py",
        "handle(each, its_turn())", "handle(each, now)", TURNS),
    Bug("a sweep begins when it is its turn", "wiring/sweeps.py",
        "sweep(its_turn())", "sweep(now)", TURNS),
    Bug("a log is restated after its last step", "orders/actions/restate.py",
        "max(now, last.at)", "now", TURNS),
)  # fmt: skip
