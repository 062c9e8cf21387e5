"""The buy box."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

RANKING = "discovery/rules.py"
CONTEST = "discovery/actions/contest.py"

BUGS = (
    Bug("shipping is part of the price (S13)", RANKING,
        "        return self.price + self.shipping\n\n\n@",
        "        return self.price\n\n\n@",
        "discovery/test_rules.py"),
    Bug("all five rates count (S14)", RANKING,
        "sum(w * r for w, r in zip(config.weights, rates, strict=True))",
        "sum(w * r for w, r in zip(config.weights[:4], rates[:4], strict=True))",
        "discovery/test_rules.py"),
    Bug("weights fall in the order of the criteria (S14)", RANKING,
        "falling = all(a > b for a, b in pairwise(self.weights))",
        "falling = all(a >= b for a, b in pairwise(self.weights))", "discovery/test_rules.py"),
    Bug("equal scores: the offer listed longer", RANKING, "        candidate.offer_id,\n    )",
        "        UUID(int=2**128 - 1 - candidate.offer_id.int),\n    )", "discovery/test_rules.py"),
    Bug("the price to win wins, a cent more does not", RANKING,
        "if not rest and (landed, late, candidate.offer_id) >= bar[1:]:", "if False:",
        "discovery/test_rules.py"),
    Bug("nobody's own offers are put first (S15)", CONTEST, "m.price_minor, m.warranty_months,",
        "m.price_minor - 500 * s.is_operator::int, m.warranty_months,", "discovery/test_buybox.py"),
    Bug("what is sold out is not shown", CONTEST, " AND o.available > 0", "",
        "discovery/test_buybox.py"),
    Bug("a seller who is switched off is not shown", CONTEST,
        "JOIN sellers_seller s ON s.id = o.seller_id AND s.active",
        "JOIN sellers_seller s ON s.id = o.seller_id", "discovery/test_buybox.py"),
)  # fmt: skip
