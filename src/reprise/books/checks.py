"""What must be true of stock, orders, payments and ledger on any database, at any time.

Each check is one query for what contradicts it; an empty answer is the proof.  What is allowed to
be under way (an event that has not been delivered, an instruction without its answer) is part of
the statement, not an excuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.utils.translation import gettext_noop

from reprise.orders.states import HOLDS_STOCK
from reprise.sellers.models import PLATFORM


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction: ``check`` that failed, and what was found."""

    check: str
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """``promise`` is the key of its translations; ``query`` returns one text a contradiction."""

    name: str
    promise: str
    query: str


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
        "ledger and payments",
        gettext_noop(
            "what the provider holds for a part, by our ledger, "
            "is what was captured and not sent back"
        ),
        """
        SELECT format('part %s: ledger %s, payment %s', t.id, COALESCE(l.sum, 0),
                      t.captured - t.refunded)
          FROM payments_part t
          LEFT JOIN (
                SELECT x.seller_id, x.payment_id, x.reference,
                       SUM(CASE WHEN x.debit_id = a.id THEN x.amount ELSE -x.amount END) AS sum
                  FROM ledger_transfer x
                  JOIN ledger_account a ON a.seller_id = x.seller_id AND a.kind = 'provider'
                   AND a.id IN (x.debit_id, x.credit_id)
                 WHERE x.phase = 'posted' GROUP BY 1, 2, 3
               ) l ON l.seller_id = t.seller_id AND l.payment_id = t.payment_id
                  AND l.reference = t.reference
         WHERE COALESCE(l.sum, 0) <> t.captured - t.refunded
        """,
    ),
    Check(
        "holds",
        gettext_noop("a part has an open hold exactly while its payment is authorised"),
        """
        SELECT format('part %s of a payment that is %s: %s held', t.id, p.state,
                      COALESCE(h.held, 0))
          FROM payments_part t JOIN payments_payment p ON p.id = t.payment_id
          LEFT JOIN (
                SELECT x.seller_id, x.payment_id, x.reference, SUM(x.amount) AS held
                  FROM ledger_transfer x
                 WHERE x.phase = 'pending' AND NOT EXISTS (
                       SELECT 1 FROM ledger_transfer y
                        WHERE y.seller_id = x.seller_id AND y.settles_id = x.id)
                 GROUP BY 1, 2, 3
               ) h ON h.seller_id = t.seller_id AND h.payment_id = t.payment_id
                  AND h.reference = t.reference
         WHERE COALESCE(h.held, 0) <> CASE WHEN p.state = 'authorised' THEN t.amount ELSE 0 END
        """,
    ),
    Check(
        "clearing",
        gettext_noop(
            "a contract's clearing account holds what its live lines and open refunds are worth;"
            " a finished one's is zero"
        ),
        """
        SELECT format('contract %s: clearing %s, expected %s', s.reference, COALESCE(c.sum, 0),
                      COALESCE(e.due, 0) + COALESCE(r.due, 0))
          FROM orders_sellerorder s
          LEFT JOIN (
                SELECT x.seller_id, x.reference,
                       SUM(CASE WHEN x.credit_id = a.id THEN x.amount ELSE -x.amount END) AS sum
                  FROM ledger_transfer x
                  JOIN ledger_account a ON a.seller_id = x.seller_id AND a.kind = 'clearing'
                   AND a.id IN (x.debit_id, x.credit_id)
                 WHERE x.phase = 'posted' GROUP BY 1, 2
               ) c ON c.seller_id = s.seller_id AND c.reference = s.id
          LEFT JOIN LATERAL (
                SELECT (CASE WHEN p.state = 'captured' THEN (
                            SELECT COALESCE(SUM(l.price + l.shipping), 0) FROM orders_line l
                             WHERE l.seller_id = s.seller_id AND l.seller_order_id = s.id
                               AND (l.state IN ('reserved', 'paid', 'accepted', 'sold', 'shipped',
                                                'came_back')
                                    -- paid for late: the news is on its way to the order,
                                    -- but not for long
                                    OR l.state = 'expired'
                                       AND p.adopted_at > now() - interval '1 hour'
                                       AND NOT EXISTS (
                                       SELECT 1 FROM payments_part y WHERE y.payment_id = p.id
                                          AND y.reference = s.id AND y.refund_asked > 0)))
                        ELSE 0 END)
                       + (SELECT COALESCE(SUM(t.refund_asked - t.refunded), 0)
                            FROM payments_part t
                           WHERE t.payment_id = p.id AND t.reference = s.id) AS due
                  FROM payments_payment p
                 WHERE p.reference = s.order_id AND p.adopted_at IS NOT NULL
               ) e ON true
          LEFT JOIN LATERAL (  -- a repeated payment is in clearing until it is sent back
                SELECT SUM(t.captured - t.refunded) AS due
                  FROM payments_payment q JOIN payments_part t ON t.payment_id = q.id
                 WHERE q.reference = s.order_id AND q.adopted_at IS NULL AND t.reference = s.id
               ) r ON true
         WHERE COALESCE(c.sum, 0) <> COALESCE(e.due, 0) + COALESCE(r.due, 0)
        """,
    ),
    Check(
        "service fees",
        gettext_noop(
            "the platform's clearing account for an order is zero once the sale is final or undone"
        ),
        f"""
        SELECT format('order %s: fee clearing %s', o.reference, c.sum)
          FROM orders_order o
          JOIN (SELECT x.reference,
                       SUM(CASE WHEN x.credit_id = a.id THEN x.amount ELSE -x.amount END) AS sum
                  FROM ledger_transfer x
                  JOIN ledger_account a ON a.seller_id = x.seller_id AND a.kind = 'clearing'
                   AND a.id IN (x.debit_id, x.credit_id)
                 WHERE x.phase = 'posted' AND x.seller_id = '{PLATFORM}' GROUP BY 1) c
            ON c.reference = o.id
         WHERE c.sum <> COALESCE((  -- what is on its way back; all of a repeated payment is
                   SELECT SUM(CASE WHEN p.adopted_at IS NULL THEN t.captured
                                   ELSE t.refund_asked END - t.refunded)
                     FROM payments_part t JOIN payments_payment p ON p.id = t.payment_id
                    WHERE t.reference = o.id AND p.reference = o.id), 0)
           AND NOT EXISTS (SELECT 1 FROM orders_line l WHERE l.order_id = o.id
                            AND (l.state IN ('reserved', 'paid', 'accepted')
                                 OR l.state = 'expired' AND EXISTS (  -- paid for late
                                    SELECT 1 FROM payments_payment p WHERE p.reference = o.id
                                       AND p.adopted_at > now() - interval '1 hour')))
        """,  # noqa: S608  the id is ours
    ),
    Check(
        "ledger entries",
        gettext_noop(
            "every transfer is one of the steps of a sale, between its accounts, "
            "about its reference"
        ),
        f"""
        WITH steps (code, debit, credit) AS (VALUES
            ('authorised', 'provider', 'clearing'), ('collected', 'provider', 'clearing'),
            ('captured', 'provider', 'clearing'), ('released', 'provider', 'clearing'),
            ('refunded', 'clearing', 'provider'), ('earned', 'clearing', 'payable'),
            ('commission', 'clearing', 'commission'), ('service_fee', 'clearing', 'fee'),
            ('premium', 'clearing', 'insurer'),
            ('fee_returned', 'fee', 'clearing'))
        SELECT format('transfer %s: %s from %s to %s is no step of a sale', x.id, x.code, c.kind,
                      d.kind)
          FROM ledger_transfer x
          JOIN ledger_account d ON d.seller_id = x.seller_id AND d.id = x.debit_id
          JOIN ledger_account c ON c.seller_id = x.seller_id AND c.id = x.credit_id
         WHERE NOT EXISTS (SELECT 1 FROM steps s
                            WHERE (s.code, s.debit, s.credit) = (x.code, d.kind, c.kind))
        UNION ALL
        SELECT format('transfer %s (%s): no part of its payment', x.id, x.code)
          FROM ledger_transfer x
         WHERE x.code IN ('authorised', 'collected', 'captured', 'released', 'refunded')
           AND NOT EXISTS (SELECT 1 FROM payments_part t
                            WHERE t.payment_id = x.payment_id AND t.seller_id = x.seller_id
                              AND t.reference = x.reference AND t.currency = x.currency)
        UNION ALL
        SELECT format('transfer %s (%s): money of another provider', x.id, x.code)
          FROM ledger_transfer x
          JOIN ledger_account a ON a.seller_id = x.seller_id AND a.kind = 'provider'
           AND a.id IN (x.debit_id, x.credit_id)
          JOIN payments_payment p ON p.id = x.payment_id
         WHERE a.holder <> p.provider
        UNION ALL
        SELECT format('transfer %s (%s): in the purse of seller %s', x.id, x.code, x.seller_id)
          FROM ledger_transfer x WHERE x.code = 'service_fee' AND x.seller_id <> '{PLATFORM}'
        """,  # noqa: S608  the id is ours
    ),
    Check(
        "statements",
        "a seller's statement has every transfer of the account, and ends with its balance",
        """
        SELECT format('account %s: %s transfers make %s, %s bookings end with %s', a.id,
                      COALESCE(t.count, 0), COALESCE(t.sum, 0), COALESCE(b.number, 0),
                      COALESCE(b.after, 0))
          FROM ledger_account a
          LEFT JOIN LATERAL (
                SELECT count(*), SUM(CASE WHEN x.credit_id = a.id THEN x.amount ELSE -x.amount END)
                  FROM ledger_transfer x
                 WHERE x.seller_id = a.seller_id AND x.phase = 'posted'
                   AND a.id IN (x.debit_id, x.credit_id)) t ON true
          LEFT JOIN LATERAL (
                SELECT y.number, y.after FROM ledger_booking y
                 WHERE y.seller_id = a.seller_id AND y.account_id = a.id
                 ORDER BY y.number DESC LIMIT 1) b ON true
         WHERE a.kind = 'payable'
           AND (COALESCE(t.count, 0), COALESCE(t.sum, 0))
               <> (COALESCE(b.number, 0), COALESCE(b.after, 0))
        UNION ALL
        SELECT format('account %s: booking %s was added to a month that was closed with booking %s',
                      b.account_id, b.number, COALESCE(c.number, 0))
          FROM ledger_closing c
          JOIN ledger_booking b ON b.seller_id = c.seller_id AND b.account_id = c.account_id
         WHERE b.booked_at < c.until AND b.number > COALESCE(c.number, 0)
        """,
    ),
    Check(
        "earnings",
        gettext_noop(
            "a delivered device has earned its price and shipping, less the commission, once"
        ),
        f"""
        SELECT format('line %s (%s): earned %s, commission %s', l.id, l.state,
                      COALESCE(x.earned, 0), COALESCE(x.commission, 0))
          FROM orders_line l
          LEFT JOIN (SELECT seller_id, line_id,
                            SUM(amount) FILTER (WHERE code = 'earned') AS earned,
                            SUM(amount) FILTER (WHERE code = 'commission') AS commission
                       FROM ledger_transfer WHERE line_id IS NOT NULL GROUP BY 1, 2) x
            ON x.seller_id = l.seller_id AND x.line_id = l.id
         WHERE COALESCE(x.earned, 0) <> CASE WHEN l.state = 'delivered'
                                             THEN l.price + l.shipping - l.commission ELSE 0 END
            OR COALESCE(x.commission, 0) <> CASE WHEN l.state = 'delivered'
                                                 THEN l.commission ELSE 0 END
        UNION ALL
        SELECT format('transfer %s (%s): about no line', x.id, x.code) FROM ledger_transfer x
         WHERE x.code IN ('earned', 'commission')
           AND NOT EXISTS (SELECT 1 FROM orders_line l
                            WHERE l.seller_id = x.seller_id AND l.id = x.line_id
                              AND l.seller_order_id = x.reference)
        UNION ALL
        SELECT format('order %s: service fee %s, booked %s', o.reference, o.fee, f.sum)
          FROM orders_order o
          JOIN (SELECT reference, SUM(amount) AS sum FROM ledger_transfer
                 WHERE code = 'service_fee' AND seller_id = '{PLATFORM}' GROUP BY 1) f
            ON f.reference = o.id
         WHERE f.sum <> o.fee
        """,  # noqa: S608  the id is ours
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
)


def run(check: Check) -> list[Finding]:
    """What contradicts a check; at most a hundred findings."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({check.query}) AS findings LIMIT 100")  # noqa: S608
        return [Finding(check.name, row[0]) for row in cursor.fetchall()]
