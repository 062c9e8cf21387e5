"""What must be true of money in flight: what was collected and is nobody's yet.

A contract's money waits in its seller's clearing account, a premium and the service fee in the
platform's.  It stays there while the lines live that it pays for, and until it is sent back.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check
from reprise.orders.states import IN_FLIGHT
from reprise.sellers.models import PLATFORM

# What is in clearing, by purse and by what it pays for.
_BALANCES: Final = """
                SELECT x.seller_id, x.reference,
                       SUM(CASE WHEN x.credit_id = a.id THEN x.amount ELSE -x.amount END) AS sum
                  FROM ledger_transfer x
                  JOIN ledger_account a ON a.seller_id = x.seller_id AND a.kind = 'clearing'
                   AND a.id IN (x.debit_id, x.credit_id)
                 WHERE x.phase = 'posted' GROUP BY 1, 2
"""
_LIVE: Final = ", ".join(f"'{state.value}'" for state in sorted(IN_FLIGHT, key=str))
# Paid for late, as `p`: the news is on its way to the order, but not for long.
_PAID_LATE: Final = "p.adopted_at > now() - interval '1 hour'"


def _in_flight(rows: str, purse: str, name: str, lines: str, worth: str) -> str:
    """Which of ``rows`` do not have in clearing what they should.

    Each, as ``s``, is paid for by parts with its id, into ``purse``; its own are ``lines``, as
    ``l``, of which each is ``worth`` so much while it lives.  ``name`` is what a finding calls it.
    """
    return f"""
        SELECT format('%s: %s in clearing, expected %s', {name}, COALESCE(c.sum, 0),
                      COALESCE(e.due, 0) + COALESCE(r.due, 0))
          FROM {rows} s
          LEFT JOIN ({_BALANCES}) c ON c.seller_id = {purse} AND c.reference = s.id
          LEFT JOIN LATERAL (
                SELECT (CASE WHEN p.state = 'captured' THEN (
                            SELECT COALESCE(SUM({worth}), 0) FROM orders_line l
                             WHERE {lines}
                               AND (l.state IN ({_LIVE})
                                    OR l.state = 'expired' AND {_PAID_LATE} AND NOT EXISTS (
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
    """  # noqa: S608  the words are ours


CHECKS: Final = (
    Check(
        "clearing",
        gettext_noop(
            "a contract's clearing account holds what its live lines and open refunds are worth;"
            " a finished one's is zero"
        ),
        _in_flight(
            rows="(SELECT id, seller_id, order_id, reference FROM orders_sellerorder)",
            purse="s.seller_id",
            name="'contract ' || s.reference",
            lines="l.seller_id = s.seller_id AND l.seller_order_id = s.id",
            worth="l.price + l.shipping",
        ),
    ),
    Check(
        "insurance in flight",
        gettext_noop(
            "a line's premium is in the platform's clearing account while the line lives or its"
            " refund is open, and nothing is afterwards"
        ),
        _in_flight(
            rows="(SELECT id, order_id, state FROM orders_line)",
            purse=f"'{PLATFORM}'",
            name="format('premium of line %s (%s)', s.id, s.state)",
            lines="l.id = s.id",
            worth="l.premium",
        ),
    ),
    Check(
        "service fees",
        gettext_noop(
            "the platform's clearing account for an order is zero once the sale is final or undone"
        ),
        f"""
        SELECT format('order %s: fee clearing %s', o.reference, c.sum)
          FROM orders_order o
          JOIN ({_BALANCES}) c ON c.seller_id = '{PLATFORM}' AND c.reference = o.id
         WHERE c.sum <> COALESCE((  -- what is on its way back; all of a repeated payment is
                   SELECT SUM(CASE WHEN p.adopted_at IS NULL THEN t.captured
                                   ELSE t.refund_asked END - t.refunded)
                     FROM payments_part t JOIN payments_payment p ON p.id = t.payment_id
                    WHERE t.reference = o.id AND p.reference = o.id), 0)
           AND NOT EXISTS (SELECT 1 FROM orders_line l WHERE l.order_id = o.id
                            AND (l.state IN ('reserved', 'paid', 'accepted')
                                 OR l.state = 'expired' AND EXISTS (
                                    SELECT 1 FROM payments_payment p WHERE p.reference = o.id
                                       AND {_PAID_LATE})))
        """,  # noqa: S608  the id is ours
    ),
)
