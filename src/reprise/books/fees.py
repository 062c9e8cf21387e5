"""What must be true of the service fee of an order of which nothing is left (S6)."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import Check
from reprise.sellers.models import PLATFORM

CHECKS: Final = (
    Check(
        "fees given back",
        gettext_noop("the service fee of a collected order goes back when no device of it is left"),
        f"""
        SELECT format('order %s: fee %s, asked back %s, taken out of the income %s', o.reference,
                      t.captured, t.refund_asked, COALESCE(f.net, 0))
          FROM orders_order o
          JOIN payments_payment p ON p.reference = o.id AND p.adopted_at IS NOT NULL
           AND p.state = 'captured'
          JOIN payments_part t ON t.payment_id = p.id AND t.reference = o.id
          LEFT JOIN (SELECT x.reference,
                            SUM(CASE x.code WHEN 'service_fee' THEN x.amount ELSE -x.amount END)
                              AS net
                       FROM ledger_transfer x
                      WHERE x.seller_id = '{PLATFORM}'
                        AND x.code IN ('service_fee', 'fee_returned') GROUP BY 1
                    ) f ON f.reference = o.id
         WHERE NOT EXISTS (SELECT 1 FROM orders_line l WHERE l.order_id = o.id
                            AND l.state NOT IN ('refused', 'lapsed', 'cancelled'))
           AND (t.captured <> t.refund_asked OR COALESCE(f.net, 0) <> 0)
        UNION ALL
        SELECT format('order %s: its fee went out of the income, but a device is left', o.reference)
          FROM orders_order o
          JOIN ledger_transfer x ON x.reference = o.id AND x.code = 'fee_returned'
         WHERE EXISTS (SELECT 1 FROM orders_line l WHERE l.order_id = o.id
                        AND l.state NOT IN ('refused', 'lapsed', 'cancelled'))
        """,  # noqa: S608  the id is ours
    ),
)
