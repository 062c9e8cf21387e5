"""What must be true of payments, their parts, and what the provider was told."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check

CHECKS: Final = (
    Check(
        "payments",
        gettext_noop("an order's payments are for its total, and are the sums of their parts"),
        """
        SELECT format('payment %s: %s for an order of %s', p.id, p.amount, o.total)
          FROM payments_payment p JOIN orders_order o ON o.id = p.reference
         WHERE p.amount <> o.total
        UNION ALL
        SELECT format('payment %s: not the sum of its parts', p.id) FROM payments_payment p
         WHERE NOT COALESCE((p.amount, p.captured, p.refunded) =
               (SELECT SUM(t.amount), SUM(t.captured), SUM(t.refunded)
                  FROM payments_part t WHERE t.payment_id = p.id), false)
        UNION ALL
        SELECT format('order %s: no payment', o.reference) FROM orders_order o
         WHERE NOT EXISTS (SELECT 1 FROM payments_payment p WHERE p.reference = o.id)
        """,
    ),
    Check(
        "refunds under way",
        gettext_noop("what was asked back and not sent yet has an open instruction"),
        """
        SELECT format('part %s: %s asked back, %s sent, %s under way',
                      t.id, t.refund_asked, t.refunded, COALESCE(i.open, 0))
          FROM payments_part t
          LEFT JOIN (SELECT e.part::uuid AS part, SUM(e.amount::bigint) AS open
                       FROM payments_instruction n, jsonb_each_text(n.parts) AS e (part, amount)
                      WHERE n.verb = 'refund' AND n.state = 'open' GROUP BY 1) i ON i.part = t.id
         WHERE t.refund_asked - t.refunded <> COALESCE(i.open, 0)
        """,
    ),
    Check(
        "instructions carried out",
        gettext_noop(
            "what was collected of a hold, and what was sent back, is what the provider was"
            " told to move"
        ),
        """
        WITH told AS (
            SELECT n.verb, e.part::uuid AS part, SUM(e.amount::bigint) AS sum
              FROM payments_instruction n, jsonb_each_text(n.parts) AS e (part, amount)
             WHERE n.verb IN ('capture', 'refund') AND n.state = 'done' GROUP BY 1, 2)
        SELECT format('part %s: %s sent back, told to send %s', t.id, t.refunded,
                      COALESCE(i.sum, 0))
          FROM payments_part t LEFT JOIN told i ON i.verb = 'refund' AND i.part = t.id
         WHERE t.refunded <> COALESCE(i.sum, 0)
        UNION ALL
        SELECT format('part %s: %s collected, told to collect %s', t.id, t.captured,
                      COALESCE(i.sum, 0))
          FROM payments_part t
          -- only a hold ends at some time; other money was collected when the buyer paid
          JOIN payments_payment p ON p.id = t.payment_id AND p.capture_by IS NOT NULL
          LEFT JOIN told i ON i.verb = 'capture' AND i.part = t.id
         WHERE t.captured <> COALESCE(i.sum, 0)
        """,
    ),
    Check(
        "repeated payments",
        gettext_noop("money on an attempt that does not pay for its order is on its way back"),
        """
        SELECT format('payment %s: %s is kept or held for nothing', p.id, p.state)
          FROM payments_payment p
         WHERE p.adopted_at IS NULL
           AND (p.state = 'authorised' AND NOT EXISTS (
                    SELECT 1 FROM payments_instruction i
                     WHERE i.payment_id = p.id AND i.verb = 'release' AND i.state = 'open')
                OR p.captured > (SELECT SUM(t.refund_asked) FROM payments_part t
                                  WHERE t.payment_id = p.id))
        """,
    ),
    Check(
        "decisions",
        gettext_noop(
            "what has been answered was asked of the provider, and what it refused is taken care of"
        ),
        """
        SELECT format('payment %s: held for an order that waits for nobody', p.id)
          FROM payments_payment p
         WHERE p.state = 'authorised' AND p.adopted_at IS NOT NULL
           AND EXISTS (SELECT 1 FROM orders_line l WHERE l.order_id = p.reference)
           AND NOT EXISTS (SELECT 1 FROM orders_line l WHERE l.order_id = p.reference
                            AND (l.state IN ('paid', 'reserved')
                                 OR l.state = 'expired'
                                    AND p.adopted_at > now() - interval '1 hour'))
           AND NOT EXISTS (SELECT 1 FROM payments_instruction i WHERE i.payment_id = p.id
                            AND i.verb IN ('capture', 'release') AND i.state = 'open')
        UNION ALL
        SELECT format('payment %s: the provider refused to %s %s', i.payment_id, i.verb, i.amount)
          FROM payments_instruction i JOIN payments_payment p ON p.id = i.payment_id
         WHERE i.state = 'refused'
           AND (i.verb = 'refund' AND NOT EXISTS (  -- what repeats it speaks for it
                    SELECT 1 FROM payments_instruction y WHERE y.repeats_id = i.id)
                OR i.verb = 'release' AND p.state = 'authorised')
        UNION ALL
        SELECT format('instruction %s: %s is not the sum of its parts', n.id, n.amount)
          FROM payments_instruction n
         WHERE n.verb <> 'authorize'
           AND n.amount <> (SELECT COALESCE(SUM(e.amount::bigint), 0)
                              FROM jsonb_each_text(n.parts) AS e (part, amount))
        UNION ALL
        SELECT format('payment %s: for no order', p.id) FROM payments_payment p
         WHERE NOT EXISTS (SELECT 1 FROM orders_order o WHERE o.id = p.reference)
        """,
    ),
)
