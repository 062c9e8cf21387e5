"""What must be true of the premiums of insured devices (decision 0021)."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check
from reprise.sellers.models import PLATFORM

CHECKS: Final = (
    Check(
        "premiums",
        gettext_noop(
            "each payment of an order has one part for each insured line: the platform's, its"
            " premium"
        ),
        f"""
        SELECT format('line %s: premium %s, part %s of payment %s', l.id, l.premium,
                      COALESCE(t.amount, 0), p.id)
          FROM orders_line l
          JOIN payments_payment p ON p.reference = l.order_id
          LEFT JOIN payments_part t ON t.payment_id = p.id AND t.reference = l.id
         WHERE l.premium <> COALESCE(t.amount, 0) OR t.seller_id <> '{PLATFORM}'
        """,  # noqa: S608  the id is ours
    ),
    Check(
        "owed to insurers",
        gettext_noop(
            "the insurer of a delivered device is owed its premium, once; nobody else is, for"
            " nothing"
        ),
        f"""
        SELECT format('line %s (%s): premium %s, owed to its insurer %s', l.id, l.state, l.premium,
                      COALESCE(x.sum, 0))
          FROM orders_line l
          LEFT JOIN (SELECT t.line_id, a.holder, SUM(t.amount) AS sum
                       FROM ledger_transfer t
                       JOIN ledger_account a ON a.seller_id = t.seller_id AND a.id = t.credit_id
                      WHERE t.code = 'premium' AND a.kind = 'insurer' GROUP BY 1, 2) x
            ON x.line_id = l.id AND x.holder = l.cover ->> 'insurer'
         WHERE COALESCE(x.sum, 0) <> CASE WHEN l.state = 'delivered' THEN l.premium ELSE 0 END
        UNION ALL
        SELECT format('transfer %s (%s): for no insured line of its insurer', t.id, t.code)
          FROM ledger_transfer t
          JOIN ledger_account a ON a.seller_id = t.seller_id AND a.id = t.credit_id
         WHERE (t.code = 'premium' OR a.kind = 'insurer')
           AND (t.seller_id <> '{PLATFORM}'
                OR NOT EXISTS (SELECT 1 FROM orders_line l
                                WHERE l.id = t.line_id AND l.id = t.reference
                                  AND l.cover ->> 'insurer' = a.holder))
        """,  # noqa: S608  the id is ours
    ),
)
