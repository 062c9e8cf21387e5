"""What waits, and for how long at most: whatever takes longer needs somebody.

The sweeps carry out what is due within a minute; an hour is what a provider that does not answer,
or a worker that stands still, may cost before it is reported.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check

CHECKS: Final = (
    Check(
        "deadlines",
        gettext_noop("nothing waits for an answer, a payment or a seller longer than it may"),
        """
        SELECT format('payment %s: told to %s %s more than a day ago', i.payment_id, i.verb,
                      i.amount)
          FROM payments_instruction i
         -- a buyer who never came is no instruction to wait for: pay_by bounds it
         WHERE i.state = 'open' AND i.verb <> 'authorize' AND i.asked_at < now() - interval '1 day'
        UNION ALL
        SELECT format('line %s: reserved, to be paid by %s', l.id, o.pay_by)
          FROM orders_line l JOIN orders_order o ON o.id = l.order_id
         WHERE l.state = 'reserved' AND o.pay_by < now() - interval '1 hour'
        UNION ALL
        SELECT format('line %s: paid, to be answered by %s', l.id,
                      COALESCE(s.accept_by::text, 'nobody knows when'))
          FROM orders_line l
          JOIN orders_sellerorder s ON s.seller_id = l.seller_id AND s.id = l.seller_order_id
         WHERE l.state = 'paid'
           AND COALESCE(s.accept_by < now() - interval '1 hour', true)
        UNION ALL
        SELECT format('line %s: accepted and collected, but not sold', l.id)
          FROM orders_line l
          JOIN payments_payment p ON p.reference = l.order_id AND p.adopted_at IS NOT NULL
         WHERE l.state = 'accepted' AND p.state = 'captured'
           AND p.state_at < now() - interval '1 hour'
           AND NOT EXISTS (  -- the sale is final once every seller has answered
                SELECT 1 FROM orders_line y WHERE y.order_id = l.order_id
                   AND (y.state = 'paid' OR y.state_at > now() - interval '1 hour'))
        """,
    ),
)
