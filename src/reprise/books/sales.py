"""What must be true of orders: their sums, their logs, their parcels, and the money behind them."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check
from reprise.orders.states import FINISHED

_FINISHED: Final = ", ".join(f"'{state.value}'" for state in sorted(FINISHED, key=str))

CHECKS: Final = (
    Check(
        "orders",
        gettext_noop("an order is the sum of its contracts, which are the sums of their lines"),
        """
        SELECT format('order %s: %s is not the sum of its parts', o.reference, o.total)
          FROM orders_order o
         WHERE NOT COALESCE((o.items, o.shipping) =
               (SELECT SUM(s.items), SUM(s.shipping) FROM orders_sellerorder s
                 WHERE s.order_id = o.id), false)
            OR NOT COALESCE(o.insurance = (SELECT SUM(l.premium) FROM orders_line l
                                            WHERE l.order_id = o.id), false)
        UNION ALL
        SELECT format('contract %s: not the sum of its lines', s.reference)
          FROM orders_sellerorder s
         WHERE NOT COALESCE((s.items, s.shipping) =
               (SELECT SUM(l.price), SUM(l.shipping) FROM orders_line l
                 WHERE l.seller_id = s.seller_id AND l.seller_order_id = s.id), false)
        UNION ALL
        SELECT format('line %s: no order', l.id) FROM orders_line l
         WHERE NOT EXISTS (SELECT 1 FROM orders_order o WHERE o.id = l.order_id)
        """,
    ),
    Check(
        "order log",
        gettext_noop("an order's steps are numbered without a gap and end where its lines are"),
        """
        SELECT format('order %s: %s steps, the last is number %s', s.order_id, COUNT(*), MAX(s.seq))
          FROM orders_step s GROUP BY s.order_id HAVING COUNT(*) <> MAX(s.seq)
        UNION ALL
        SELECT format('line %s is %s, its log says %s', l.id, l.state, COALESCE(s.to_state, '-'))
          FROM orders_line l
          LEFT JOIN LATERAL (SELECT to_state FROM orders_step
                              WHERE order_id = l.order_id AND line_id = l.id
                              ORDER BY seq DESC LIMIT 1) s ON true
         WHERE l.state IS DISTINCT FROM s.to_state
        """,
    ),
    Check(
        "deliveries",
        gettext_noop("a parcel's devices are of its seller and were shipped"),
        """
        SELECT format('parcel %s: line %s is %s', i.shipment_id, i.line_id,
                      COALESCE(l.state, 'unknown'))
          FROM shipping_item i
          LEFT JOIN orders_line l ON l.seller_id = i.seller_id AND l.id = i.line_id
         WHERE l.state IS NULL
            OR l.state NOT IN ('shipped', 'came_back', 'delivered')
               AND NOT EXISTS (SELECT 1 FROM orders_step t  -- called off when it had come back
                                WHERE t.order_id = l.order_id AND t.line_id = l.id
                                  AND t.from_state = 'came_back' AND t.to_state = l.state)
            OR NOT EXISTS (SELECT 1 FROM orders_linedevice d
                            WHERE d.seller_id = i.seller_id AND d.line_id = i.line_id
                              AND d.round = i.round)
               -- a number leaves in its time, when nobody is named any more
               AND (EXISTS (SELECT 1 FROM orders_contact c WHERE c.order_id = l.order_id)
                    OR EXISTS (SELECT 1 FROM privacy_archived a WHERE a.order_id = l.order_id))
        UNION ALL
        SELECT format('line %s is %s and in no parcel that is', l.id, l.state) FROM orders_line l
         WHERE l.state IN ('shipped', 'came_back', 'delivered')
           AND NOT EXISTS (  -- the last one that it was put in
                SELECT 1 FROM (SELECT h.state, h.state_at
                                 FROM shipping_item i JOIN shipping_shipment h
                                   ON h.seller_id = i.seller_id AND h.id = i.shipment_id
                                WHERE i.seller_id = l.seller_id AND i.line_id = l.id
                                ORDER BY i.round DESC LIMIT 1) p
                 WHERE CASE l.state
                       WHEN 'came_back' THEN p.state = 'returned'
                       WHEN 'delivered' THEN p.state = 'delivered'
                       -- the news may be on its way to the order, but not for long
                       ELSE p.state IN ('created', 'moving', 'waiting')
                            OR p.state_at > now() - interval '1 hour' END)
        """,
    ),
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
        "ended contracts",
        gettext_noop(
            "a seller whose contract has ended has nothing under way and sold nothing since"
        ),
        f"""
        SELECT format('line %s is %s, the contract with its seller ended on %s', l.id, l.state,
                      s.ended_on)
          FROM sellers_seller s JOIN orders_line l ON l.seller_id = s.id
         WHERE s.ended_on IS NOT NULL AND l.state NOT IN ({_FINISHED})
        UNION ALL
        SELECT format('contract %s: ordered after %s, when the one with its seller ended',
                      c.reference, s.ended_on)
          FROM sellers_seller s JOIN orders_sellerorder c ON c.seller_id = s.id
         WHERE (c.placed_at AT TIME ZONE 'UTC')::date > s.ended_on
        """,  # noqa: S608  the names are ours
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
