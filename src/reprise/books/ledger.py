"""What must be true of the ledger: transfers, the payments behind them, statements, earnings."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check
from reprise.sellers.models import PLATFORM

CHECKS: Final = (
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
        "ledger entries",
        gettext_noop(
            "every transfer is one of the steps of a sale, between its accounts, "
            "about its reference"
        ),
        f"""
        WITH steps (code, debit, credit, about) AS (VALUES
            ('authorised', 'provider', 'clearing', ''), ('collected', 'provider', 'clearing', ''),
            ('captured', 'provider', 'clearing', ''), ('released', 'provider', 'clearing', ''),
            ('refunded', 'clearing', 'provider', ''),
            ('earned', 'clearing', 'payable', 'contract'),
            ('commission', 'clearing', 'commission', 'contract'),
            ('service_fee', 'clearing', 'fee', 'order'),
            ('fee_returned', 'fee', 'clearing', 'order'),
            ('premium', 'clearing', 'insurer', 'line')),
        -- what money moves for, and in whose purse of which market and currency
        subjects (about, purse, id, market, currency) AS (
            SELECT 'contract', seller_id, id, market, currency FROM orders_sellerorder
            UNION ALL SELECT 'order', '{PLATFORM}'::uuid, id, market, currency FROM orders_order
            UNION ALL SELECT 'line', '{PLATFORM}'::uuid, id, market, currency FROM orders_line
                       WHERE premium > 0)
        SELECT format('transfer %s: %s from %s to %s is no step of a sale', x.id, x.code, c.kind,
                      d.kind)
          FROM ledger_transfer x
          JOIN ledger_account d ON d.seller_id = x.seller_id AND d.id = x.debit_id
          JOIN ledger_account c ON c.seller_id = x.seller_id AND c.id = x.credit_id
         WHERE NOT EXISTS (SELECT 1 FROM steps s
                            WHERE (s.code, s.debit, s.credit) = (x.code, d.kind, c.kind))
        UNION ALL
        SELECT format('transfer %s (%s): %s %s in the purse of %s is for no sale there', x.id,
                      x.code, x.market, x.currency, x.seller_id)
          FROM ledger_transfer x JOIN steps p ON p.code = x.code
         WHERE NOT EXISTS (SELECT 1 FROM subjects s
                            WHERE (s.purse, s.id, s.market, s.currency)
                                  = (x.seller_id, x.reference, x.market, x.currency)
                              AND p.about IN ('', s.about))
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
        """,  # noqa: S608  the id is ours
    ),
    Check(
        "statements",
        gettext_noop(
            "a seller's statement has every transfer of the account, and ends with its balance"
        ),
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
        UNION ALL
        SELECT format('account %s: booking %s is not its transfer after booking %s', b.account_id,
                      b.number, b.place - 1)
          FROM (SELECT y.*, row_number() OVER mine AS place, lag(y.after, 1, 0) OVER mine AS was
                  FROM ledger_booking y
                WINDOW mine AS (PARTITION BY y.seller_id, y.account_id ORDER BY y.number)) b
          LEFT JOIN ledger_transfer x ON x.seller_id = b.seller_id AND x.id = b.transfer_id
         WHERE (b.number, b.before, b.after) IS DISTINCT FROM
               (b.place, b.was, b.was + CASE b.account_id WHEN x.credit_id THEN x.amount
                                                          WHEN x.debit_id THEN -x.amount END)
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
)
