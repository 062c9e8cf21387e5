"""What must be true between an order's lines and the money that they were paid with."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check

CHECKS: Final = (
    Check(
        "paid lines",
        gettext_noop("a seller is asked about held or collected money, and ships for collected"),
        """
        SELECT format('line %s: %s without its money', l.id, l.state) FROM orders_line l
         WHERE l.state IN ('paid', 'accepted', 'sold', 'shipped', 'came_back', 'delivered')
           AND NOT EXISTS (
               SELECT 1 FROM payments_payment p
                WHERE p.reference = l.order_id AND p.adopted_at IS NOT NULL
                  AND (p.state = 'captured'
                       OR l.state IN ('paid', 'accepted')
                          -- let go: the news is on its way to the order, but not for long
                          AND (p.state = 'authorised' OR p.state = 'released'
                               AND p.state_at > now() - interval '1 hour')))
        """,
    ),
    Check(
        "currencies",
        gettext_noop("an order, its contracts, lines, payments and their parts have one currency"),
        """
        SELECT format('order %s: %s, its %s %s: %s', o.reference, o.currency, x.what, x.id,
                      x.currency)
          FROM orders_order o
          JOIN (SELECT 'contract' AS what, id, order_id, currency FROM orders_sellerorder
                UNION ALL SELECT 'line', id, order_id, currency FROM orders_line
                UNION ALL SELECT 'payment', id, reference, currency FROM payments_payment
                UNION ALL SELECT 'part', t.id, p.reference, t.currency
                  FROM payments_part t JOIN payments_payment p ON p.id = t.payment_id) x
            ON x.order_id = o.id
         WHERE x.currency <> o.currency
        """,
    ),
)
