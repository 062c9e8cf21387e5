"""What must be true of stock: what is on the shelf, and what lines hold."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check
from reprise.orders.states import HOLDS_STOCK

_HOLDS: Final = ", ".join(f"'{state.value}'" for state in sorted(HOLDS_STOCK, key=str))

CHECKS: Final = (
    Check(
        "stock",
        gettext_noop("what can be bought is the sum of an offer's movements"),
        """
        SELECT format('offer %s: available %s, movements %s', o.id, o.available, COALESCE(m.sum, 0))
          FROM offers_offer o
          LEFT JOIN (SELECT seller_id, offer_id, SUM(delta) AS sum FROM offers_stockmovement
                      GROUP BY 1, 2) m ON m.seller_id = o.seller_id AND m.offer_id = o.id
         WHERE o.available <> COALESCE(m.sum, 0)
        """,
    ),
    Check(
        "reservations",
        gettext_noop("a line holds one unit exactly while its state says so"),
        f"""
        SELECT format('line %s (%s): holds %s units', l.id, l.state, COALESCE(-m.sum, 0))
          FROM orders_line l
          LEFT JOIN (SELECT seller_id, line_id, SUM(delta) AS sum FROM offers_stockmovement
                      WHERE line_id IS NOT NULL GROUP BY 1, 2) m
            ON m.seller_id = l.seller_id AND m.line_id = l.id
         WHERE COALESCE(-m.sum, 0) <> CASE WHEN l.state IN ({_HOLDS}) THEN 1 ELSE 0 END
        """,  # noqa: S608  the names are ours
    ),
    Check(
        "movements",
        gettext_noop("every reservation is for a line that exists"),
        """
        SELECT format('movement %s: no line %s', m.id, m.line_id) FROM offers_stockmovement m
         WHERE m.line_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM orders_line l
                            WHERE l.seller_id = m.seller_id AND l.id = m.line_id)
        """,
    ),
)
