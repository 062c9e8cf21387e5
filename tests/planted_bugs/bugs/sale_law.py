"""From the order to the money back: sale, dispatch, delivery, parcels, withdrawal."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

DELIVERY = "law/eu/delivery.py"
SUM = "law/eu/withdrawal_sum.py"
CASES = "law/test_cases.py"
FACTS = "law/test_sale_facts.py"

BUGS = (
    Bug("what lies at the pick-up point is the seller's risk (S47)", DELIVERY,
        "            return None, say.AT_THE_POINT(at=at)",
        "            return loss.possession, say.AT_THE_POINT(at=at)", CASES),
    Bug("a neighbour whom nobody named takes no risk for the buyer", DELIVERY,
        "            return None, say.IN_ANOTHER_HAND(at=at)",
        "            return loss.possession, say.IN_ANOTHER_HAND(at=at)", CASES),
    Bug("whom the buyer named takes the risk for the buyer", DELIVERY,
        "            return loss.possession, say.IN_NAMED_HAND(at=at)",
        "            return None, say.IN_NAMED_HAND(at=at)", CASES),
    Bug("a contract that was ended stays ended (art. 18)", DELIVERY,
        "        if then is Step.TERMINATE:", "        if False:", CASES),
    Bug("an end declared without a right ends nothing (art. 18)", DELIVERY,
        "        if then is Step.TERMINATE:", "        if True:", CASES),
    Bug("an additional period suits the circumstances (art. 18)", DELIVERY,
        "    if not wait.suits:\n", "    if False:\n", CASES),
    Bug("nobody calls late what was offered in time (art. 18)", DELIVERY,
        "    if offered is not None and not in_time(at, by):", "    if False:", CASES),
    Bug("an offer after the last day is none in time", DELIVERY,
        "offered <= at and in_time(offered, last)", "offered <= at", CASES),
    Bug("an additional period lets offer where one was owed", DELIVERY,
        "more is None or wait.essential or not wait.suits", "more is None", CASES),
    Bug("what has come may have to go back with the rest: open", DELIVERY,
        "        if step in (Step.TERMINATE, Step.ENDED):", "        if False:", CASES),
    Bug("a delivery is told by the buyer's clock", DELIVERY,
        "say.DELIVERED(at=calendar.here(came), until=by)", "say.DELIVERED(at=came, until=by)",
        CASES),
    Bug("an explanation says which holiday moved the last day", DELIVERY,
        "(thirty, *calendar.moved(thirtieth))", "(thirty,)", CASES),
    Bug("no delivery in the future (facts)", DELIVERY,
        "            if then > self.at:", "            if False:", FACTS),
    Bug("nothing before the contract (facts)", DELIVERY,
        "calendar.day_of(then) < concluded:", "False:", FACTS),
    Bug("a delivery is given back once (art. 13)", SUM,
        "kept = paid.outbound_owed + (paid.outbound_before or zero)",
        "kept = paid.outbound_owed", CASES),
    Bug("the return of the promised days is a standard one (S52)", SUM,
        "if not paid.told_return and (by_law or paid.return_on_buyer):",
        "if not paid.told_return:", CASES),
    Bug("the promised days lend nothing from art. 14(1)", SUM,
        "rests_on = RETURN if by_law else RETURN_ADDED", "rests_on = RETURN", CASES),
    Bug("the money comes by the means of the order (S53)", SUM,
        "    reasons.append(say.SAME_MEANS())\n", "", CASES),
    Bug("no amount below zero (facts)", "law/amounts.py",
        "if amount.minor < 0]", "if amount.minor < -1]", FACTS),
    Bug("one currency (facts)", "law/amounts.py",
        "    if len(currencies) > 1:", "    if len(currencies) > 2:", FACTS),
)  # fmt: skip
