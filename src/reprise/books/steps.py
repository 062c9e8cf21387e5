"""What must be true of an order's log by itself: a step follows from those before it.

The running role may insert a step, as the shop does, so a step proves nothing by being there.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import APART, Check
from reprise.orders import chain
from reprise.orders.states import LINE, LineVerb, LogVerb, ParcelVerb, RefundVerb

# So far may the shop's clock be from PostgreSQL's, where things leave as well (decision 0055).
_AHEAD: Final = "interval '1 hour'"


def _line_steps() -> str:
    """Every step that a line can take: where it begins, by which verb, where it ends."""
    steps = [("", LineVerb.PLACE.value, LINE.initial.value)]
    steps += [(old.value, verb.value, new.value) for (old, verb), new in LINE.steps.items()]
    return ", ".join(f"('{old}', '{verb}', '{new}')" for old, verb, new in steps)


def _verbs(verbs: type[ParcelVerb] | type[RefundVerb]) -> str:
    return ", ".join(f"'{verb.value}'" for verb in verbs)


CHECKS: Final = (
    Check(
        "log dates",
        gettext_noop(
            "no step of an order’s log is dated before one that was written earlier, or ahead of"
            " the clock, and each step is one that the order could take then"
        ),
        f"""
        WITH possible (old, verb, new) AS (VALUES {_line_steps()}),
        steps AS (
            SELECT t.*, format('order %s: step %s of its log (%s)', o.reference, t.seq, t.verb)
                       AS name,
                   max(t.at) OVER (PARTITION BY t.order_id ORDER BY t.seq
                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest,
                   lag(t.to_state, 1, '') OVER (PARTITION BY t.order_id, t.line_id
                                                ORDER BY t.seq) AS was
              FROM orders_step t JOIN orders_order o ON o.id = t.order_id)
        SELECT format('%s is dated %s, but an earlier step %s', name, at, latest)
          FROM steps WHERE at < latest - {APART}
        UNION ALL
        SELECT format('%s is dated %s, ahead of the database’s clock', name, at)
          FROM steps WHERE at > now() + {_AHEAD}
        UNION ALL
        SELECT format('%s takes line %s from %s to %s, which cannot follow: the line was %s', name,
                      line_id, COALESCE(NULLIF(from_state, ''), 'nothing'), to_state,
                      COALESCE(NULLIF(was, ''), 'not there yet'))
          FROM steps
         WHERE line_id IS NOT NULL
           AND (from_state <> was
                OR (from_state, verb, to_state) NOT IN (SELECT old, verb, new FROM possible))
        UNION ALL
        SELECT format('%s is about line %s, which is not of this order', name, line_id)
          FROM steps t
         WHERE line_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM orders_line l
                            WHERE l.id = t.line_id AND l.order_id = t.order_id)
        UNION ALL
        -- by the last step an order that nobody paid for is let go
        SELECT format('%s is about a parcel, a refund or an older log that the order does not have',
                      name)
          FROM steps t
         WHERE line_id IS NULL
           AND NOT CASE
               WHEN verb IN ({_verbs(ParcelVerb)}) THEN EXISTS (
                    SELECT 1 FROM orders_sellerorder c
                      JOIN shipping_shipment h ON h.seller_id = c.seller_id AND h.reference = c.id
                     WHERE c.order_id = t.order_id)
               WHEN verb IN ({_verbs(RefundVerb)}) THEN EXISTS (
                    SELECT 1 FROM payments_payment p
                      JOIN payments_instruction i ON i.payment_id = p.id AND i.verb = 'refund'
                     WHERE p.reference = t.order_id)
               WHEN verb = '{LogVerb.RESTATE.value}' THEN EXISTS (
                    SELECT 1 FROM orders_step f
                     WHERE f.order_id = t.order_id AND f.seq = 1 AND f.format < {chain.PARTED})
                    AND NOT EXISTS (
                    SELECT 1 FROM orders_step f
                     WHERE f.order_id = t.order_id AND f.verb = t.verb AND f.seq < t.seq)
               ELSE false END
        """,  # noqa: S608  the words are ours
    ),
)
