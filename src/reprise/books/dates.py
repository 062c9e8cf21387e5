"""What must be true of dates: deadlines, VAT periods and the years of the accounts hang on them.

One action writes one time in several places: its step in the order's log, which is hashed, and the
rows, transfers and instructions beside it.  So a date that was moved stands elsewhere as it was.
What a step gives somebody time for (to answer, to ship) it commits to by a digest.  Dates that
stand nowhere twice are named in README.md.

Rows that have left in their time are in no comparison: each begins with the row whose date it is.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.books.checks import APART, Check
from reprise.markets.queries import MARKETS
from reprise.shipping.actions import SCANS
from reprise.shipping.states import SHIPMENT

_ZONES: Final = ", ".join(f"('{each.code}', '{each.time_zone}')" for each in MARKETS.values())


def _times_hash(*times: str) -> str:
    """As `orders.chain.times_hash`: the digest of canonical JSON, of these columns."""
    form = """'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'"""
    told = " || '\",\"' || ".join(
        f"COALESCE(to_char({each} AT TIME ZONE 'UTC', {form}), '')" for each in times
    )
    return f"encode(sha256(convert_to('[\"' || {told} || '\"]', 'UTF8')), 'hex')"


def _told_states() -> str:
    """What a carrier tells, and where that leads a parcel."""
    pairs = {
        (kind.value, state.value)
        for kind, told in SCANS.items()
        for (_, verb), state in SHIPMENT.steps.items()
        if verb is told
    }
    return ", ".join(f"('{kind}', '{state}')" for kind, state in sorted(pairs))


CHECKS: Final = (
    Check(
        "order dates",
        gettext_noop(
            "an order, its contracts, its first payment and the stock that it took are as old as"
            " its log says, and its lines changed when that says"
        ),
        """
        WITH begun AS (SELECT order_id, at FROM orders_step WHERE seq = 1)
        SELECT format('%s %s: %s at %s, its log begins at %s', x.what, x.name, x.verb, x.at, b.at)
          FROM (SELECT 'order' AS what, reference::text AS name, 'placed' AS verb, placed_at AS at,
                       id AS order_id
                  FROM orders_order
                UNION ALL SELECT 'contract', reference, 'placed', placed_at, order_id
                  FROM orders_sellerorder
                UNION ALL SELECT 'payment', id::text, 'created', created_at, reference
                  FROM payments_payment WHERE attempt = 1) x
          JOIN begun b USING (order_id)
         WHERE x.at <> b.at
        UNION ALL
        SELECT format('payment %s: to be paid by %s, its order by %s', p.id, p.pay_by, o.pay_by)
          FROM payments_payment p JOIN orders_order o ON o.id = p.reference
         WHERE p.pay_by <> o.pay_by
        UNION ALL
        SELECT format('line %s: %s since %s, its log says %s', l.id, l.state, l.state_at, s.at)
          FROM orders_line l
          JOIN LATERAL (SELECT at FROM orders_step WHERE order_id = l.order_id AND line_id = l.id
                           AND from_state <> to_state
                         ORDER BY seq DESC LIMIT 1) s ON true
         WHERE l.state_at <> s.at
        UNION ALL
        SELECT format('movement %s (%s) of line %s: at %s, its log says nothing of then', m.id,
                      m.kind, m.line_id, m.at)
          FROM offers_stockmovement m
         WHERE m.line_id IS NOT NULL
           AND NOT EXISTS (
               SELECT 1 FROM orders_step t
                WHERE t.line_id = m.line_id AND t.at = m.at
                  AND CASE WHEN m.kind = 'release'
                           THEN t.verb IN ('expire', 'refuse', 'lapse', 'fail', 'call_off')
                           ELSE t.verb = CASE m.round WHEN 1 THEN 'place' ELSE 'pay' END END)
        """,
    ),
    Check(
        "deadlines given",
        gettext_noop(
            "until when a seller answers and ships, and since when and until when money is held, is"
            " what the order’s log commits to"
        ),
        f"""
        SELECT DISTINCT format(
                   'contract %s: to be answered by %s, paid at %s and held until %s: its log says'
                   ' otherwise', s.reference, s.accept_by, p.authorised_at, p.capture_by)
          FROM orders_step t
          JOIN orders_line l ON l.seller_id = t.seller_id AND l.id = t.line_id
          JOIN orders_sellerorder s ON s.seller_id = l.seller_id AND s.id = l.seller_order_id
          JOIN payments_payment p ON p.reference = t.order_id AND p.adopted_at IS NOT NULL
         WHERE t.verb = 'pay' AND t.facts_hash <> ''
           AND t.facts_hash <> {_times_hash("s.accept_by", "p.authorised_at", "p.capture_by")}
        UNION ALL
        SELECT format('line %s: to be shipped by %s: its log says otherwise', l.id, l.ship_by)
          FROM orders_step t
          JOIN orders_line l ON l.seller_id = t.seller_id AND l.id = t.line_id
         WHERE t.verb = 'collect' AND t.facts_hash <> ''
           AND t.facts_hash <> {_times_hash("l.ship_by")}
        """,  # noqa: S608  the words are ours
    ),
    Check(
        "parcel dates",
        gettext_noop(
            "a parcel was made ready when the log says, changed when its carrier told of it, and"
            " delivered nothing before"
        ),
        f"""
        WITH told (kind, state) AS (VALUES {_told_states()}),
        sent AS (
            SELECT order_id, line_id, at, since,
                   row_number() OVER (PARTITION BY line_id ORDER BY seq) AS round
              FROM (SELECT order_id, line_id, seq, verb, at,
                           lag(at) OVER (PARTITION BY line_id ORDER BY seq) AS since
                      FROM orders_step WHERE line_id IS NOT NULL) each
             WHERE verb = 'ship'),
        parcels AS (
            SELECT h.*, c.order_id FROM shipping_shipment h
              JOIN orders_sellerorder c ON c.seller_id = h.seller_id AND c.id = h.reference)
        SELECT format('line %s: its device was noted at %s, its log says %s', d.line_id, d.at, s.at)
          FROM orders_linedevice d JOIN sent s ON s.line_id = d.line_id AND s.round = d.round
         WHERE d.at <> s.at
        UNION ALL
        SELECT format('parcel %s: made ready at %s, its log says %s', h.id, h.created_at, s.at)
          FROM shipping_shipment h
          JOIN shipping_item i ON i.seller_id = h.seller_id AND i.shipment_id = h.id
          JOIN sent s ON s.line_id = i.line_id AND s.round = i.round
         WHERE h.created_at <> s.at
        UNION ALL
        SELECT format('parcel %s: nothing to send before %s, its log says %s', h.id, h.since,
                      max(s.since))
          FROM shipping_shipment h
          JOIN shipping_item i ON i.seller_id = h.seller_id AND i.shipment_id = h.id
          JOIN sent s ON s.line_id = i.line_id AND s.round = i.round
         GROUP BY h.id HAVING h.since <> max(s.since)
        UNION ALL
        SELECT format('parcel %s: %s since %s, nobody told of it then', h.id, h.state, h.state_at)
          FROM shipping_shipment h
         WHERE h.state_at <> CASE h.state WHEN 'created' THEN h.created_at
                                          ELSE COALESCE(h.vouched_at, '-infinity') END
           AND (h.state = 'created' OR NOT EXISTS (
               SELECT 1 FROM shipping_scan n JOIN told t ON t.kind = n.kind AND t.state = h.state
                WHERE n.shipment_id = h.id AND n.outcome = 'applied'
                  AND n.received_at = h.state_at))
        UNION ALL
        SELECT format('parcel %s: its carrier told %s times that it is %s, which happens once',
                      n.shipment_id, count(*), t.state)
          FROM shipping_scan n JOIN told t USING (kind)
         WHERE n.outcome = 'applied' GROUP BY n.shipment_id, t.state HAVING count(*) > 1
        UNION ALL
        SELECT format('parcel %s: vouched for at %s, its log says nothing of then', h.id,
                      h.vouched_at)
          FROM parcels h
         WHERE h.vouched_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM orders_step t
                            WHERE t.order_id = h.order_id AND t.seller_id = h.seller_id
                              AND t.verb = 'vouch' AND t.at = h.vouched_at)
        UNION ALL
        SELECT format('parcel %s: a number was given up at %s, its log says nothing of then', h.id,
                      n.given_up_at)
          FROM shipping_number n
          JOIN parcels h ON h.seller_id = n.seller_id AND h.id = n.shipment_id
         WHERE n.given_up_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM orders_step t
                            WHERE t.order_id = h.order_id AND t.seller_id = h.seller_id
                              AND t.verb = 'renumber' AND t.at = n.given_up_at)
        UNION ALL
        SELECT format('line %s: %s at %s, its parcel only at %s', i.line_id, t.to_state, t.at,
                      h.state_at)
          FROM orders_step t
          JOIN orders_line l ON l.seller_id = t.seller_id AND l.id = t.line_id
           AND l.state = t.to_state
          JOIN LATERAL (SELECT * FROM shipping_item
                         WHERE seller_id = l.seller_id AND line_id = l.id
                         ORDER BY round DESC LIMIT 1) i ON true
          JOIN shipping_shipment h ON h.seller_id = i.seller_id AND h.id = i.shipment_id
         WHERE (t.verb, h.state) IN (('deliver', 'delivered'), ('come_back', 'returned'))
           AND t.at < h.state_at - {APART}
        """,  # noqa: S608  the words are ours
    ),
    Check(
        "payment dates",
        gettext_noop(
            "a payment changed, and the provider was told and answered, when the ledger and the"
            " order’s log say"
        ),
        f"""
        WITH steps (state, code) AS (VALUES
            ('authorised', 'authorised'), ('captured', 'collected'), ('captured', 'captured'),
            ('captured', 'released'), ('released', 'released'))
        SELECT DISTINCT format('payment %s: %s since %s, booked at %s', p.id, p.state, p.state_at,
                               x.at)
          FROM payments_payment p JOIN steps s USING (state)
          JOIN ledger_transfer x ON x.payment_id = p.id AND x.code = s.code
         WHERE p.state_at <> x.at
        UNION ALL
        SELECT DISTINCT format('payment %s: adopted at %s, booked at %s', p.id, p.adopted_at, x.at)
          FROM payments_payment p
          JOIN ledger_transfer x ON x.payment_id = p.id AND x.code IN ('authorised', 'collected')
         WHERE p.adopted_at <> x.at
        UNION ALL
        -- what the shop heard, and what followed from it, were two actions: one after the other
        SELECT format('payment %s: adopted at %s, created at %s', p.id, p.adopted_at, p.created_at)
          FROM payments_payment p WHERE p.adopted_at < p.created_at - {APART}
        UNION ALL
        SELECT DISTINCT format('payment %s: adopted at %s, its order was taken in at %s', p.id,
                               p.adopted_at, t.at)
          FROM payments_payment p
          JOIN orders_step t ON t.order_id = p.reference AND t.verb = 'pay'
         WHERE p.adopted_at > t.at + {APART}
        UNION ALL
        SELECT DISTINCT format('instruction %s: collected at %s, its order says at %s', i.id,
                               i.answered_at, t.at)
          FROM payments_instruction i
          JOIN payments_payment p ON p.id = i.payment_id AND p.adopted_at IS NOT NULL
          JOIN orders_step t ON t.order_id = p.reference AND t.verb = 'collect'
         WHERE i.verb = 'capture' AND i.state = 'done' AND i.answered_at > t.at + {APART}
        UNION ALL
        SELECT format('payment %s: %s since %s, created at %s', p.id, p.state, p.state_at,
                      p.created_at)
          FROM payments_payment p WHERE p.state = 'created' AND p.state_at <> p.created_at
        UNION ALL
        SELECT format('payment %s: expired at %s, it could be paid until %s', p.id, p.state_at,
                      p.pay_by)
          FROM payments_payment p WHERE p.state = 'expired' AND p.state_at < p.pay_by
        UNION ALL
        SELECT format('payment %s: created at %s, asked for at %s', p.id, p.created_at, i.asked_at)
          FROM payments_payment p
          JOIN payments_instruction i ON i.payment_id = p.id AND i.verb = 'authorize'
         WHERE p.created_at <> i.asked_at
        UNION ALL
        SELECT format('payment %s: started at %s, the provider answered at %s', p.id, p.state_at,
                      i.answered_at)
          FROM payments_payment p
          JOIN payments_instruction i ON i.payment_id = p.id AND i.verb = 'authorize'
         WHERE p.state = 'started' AND p.state_at IS DISTINCT FROM i.answered_at
        UNION ALL
        SELECT DISTINCT format('instruction %s: answered at %s, booked at %s', i.id, i.answered_at,
                               x.at)
          FROM payments_instruction i JOIN ledger_transfer x ON x.instruction_id = i.id
         WHERE i.answered_at IS DISTINCT FROM x.at
        UNION ALL
        SELECT format('instruction %s: %s, but when the provider answered stands nowhere', i.id,
                      i.state)
          FROM payments_instruction i WHERE i.state <> 'open' AND i.answered_at IS NULL
        UNION ALL
        SELECT format('instruction %s: answered at %s, asked at %s', i.id, i.answered_at,
                      i.asked_at)
          FROM payments_instruction i WHERE i.answered_at < i.asked_at - {APART}
        UNION ALL
        SELECT format('instruction %s: asked to %s at %s, nothing happened then', i.id, i.verb,
                      i.asked_at)
          FROM payments_instruction i JOIN payments_payment p ON p.id = i.payment_id
         WHERE i.verb <> 'authorize'
           -- of money that came when nobody wanted it any more no step tells
           AND i.key NOT LIKE '%:too_late' AND i.key NOT LIKE '%:buyer_erased'
           AND NOT EXISTS (SELECT 1 FROM orders_step t
                            WHERE t.order_id = p.reference AND t.at = i.asked_at)
           AND NOT EXISTS (SELECT 1 FROM ledger_transfer x
                            WHERE x.payment_id = p.id AND x.at = i.asked_at
                              AND x.code IN ('authorised', 'collected'))
           AND NOT EXISTS (SELECT 1 FROM payments_instruction y
                            WHERE y.payment_id = p.id AND y.answered_at = i.asked_at
                              AND y.verb = 'capture' AND y.state = 'refused')
        UNION ALL
        SELECT format('notice %s: received at %s, nothing happened to payment %s then', n.id,
                      n.received_at, p.id)
          FROM payments_notice n JOIN payments_payment p ON p.id::text = n.reference
         WHERE n.outcome = 'applied' AND n.received_at <> p.state_at
           AND (p.state = 'declined'
                OR n.kind NOT IN ('payment.declined', 'payment.cancelled'))
           AND NOT EXISTS (SELECT 1 FROM ledger_transfer x
                            WHERE x.payment_id = p.id AND x.at = n.received_at)
           AND NOT EXISTS (SELECT 1 FROM payments_instruction i
                            WHERE i.payment_id = p.id AND i.answered_at = n.received_at)
        UNION ALL
        SELECT format('payment %s: paid at %s, its notice says %s', p.id, p.authorised_at,
                      n.occurred_at)
          FROM payments_notice n JOIN payments_payment p ON p.id::text = n.reference
         WHERE n.outcome = 'applied' AND n.kind IN ('payment.authorised', 'payment.collected')
           AND p.authorised_at <> n.occurred_at
        """,  # noqa: S608  the words are ours
    ),
    Check(
        "ledger dates",
        gettext_noop(
            "a transfer was booked when what it is for happened, on that day in its market, and in"
            " the statement not before it"
        ),
        f"""
        WITH zones (market, zone) AS (VALUES {_ZONES}),
        steps (code, verb) AS (VALUES
            ('earned', 'deliver'), ('commission', 'deliver'), ('premium', 'deliver'),
            ('service_fee', 'collect'), ('fee_returned', 'call_off'))
        SELECT format('transfer %s (%s): booked at %s, no step of its order then', x.id, x.code,
                      x.at)
          FROM ledger_transfer x JOIN steps p ON p.code = x.code
         WHERE NOT EXISTS (SELECT 1 FROM orders_step t
                            WHERE t.verb = p.verb AND t.at = x.at AND t.line_id = x.line_id)
           AND NOT EXISTS (SELECT 1 FROM orders_step t
                            WHERE t.verb = p.verb AND t.at = x.at AND t.order_id = x.reference)
        UNION ALL
        SELECT format('payment %s: %s at %s and at %s', x.payment_id, x.code, min(x.at), max(x.at))
          FROM ledger_transfer x WHERE x.payment_id IS NOT NULL
         GROUP BY x.payment_id, x.code, x.instruction_id HAVING min(x.at) <> max(x.at)
        UNION ALL
        SELECT format('transfer %s (%s): booked on %s, at %s it was %s in its market', x.id, x.code,
                      x.booked_on, x.at, (x.at AT TIME ZONE z.zone)::date)
          FROM ledger_transfer x JOIN zones z USING (market)
         WHERE x.booked_on <> (x.at AT TIME ZONE z.zone)::date
        UNION ALL
        -- a statement goes on where it ended, or where a month was closed (decision 0017)
        SELECT format('account %s: booking %s at %s, its transfer at %s', b.account_id, b.number,
                      b.booked_at, x.at)
          FROM ledger_booking b
          JOIN ledger_transfer x ON x.seller_id = b.seller_id AND x.id = b.transfer_id
         WHERE b.booked_at < x.at
            OR b.booked_at > GREATEST(x.at, b.since) AND NOT EXISTS (
               SELECT 1 FROM ledger_closing c
                WHERE c.seller_id = b.seller_id AND c.account_id = b.account_id
                  AND c.until = b.booked_at)
        UNION ALL
        SELECT format('account %s: closed up to %s, where no month ends in its market',
                      c.account_id, c.until)
          FROM ledger_closing c JOIN zones z USING (market)
         WHERE c.until AT TIME ZONE z.zone <> date_trunc('month', c.until AT TIME ZONE z.zone)
        """,  # noqa: S608  the words are ours
    ),
    Check(
        "ends of contracts",
        gettext_noop(
            "a seller’s contract ended on the day that was noted when it was ended, and nobody"
            " ended one or took its end back without an act"
        ),
        """
        -- an act of which it was said that it is not so is none (decision 0062)
        WITH acts AS (
            SELECT subject, seq, until AS day, at, replayed FROM privacy_act
             WHERE holding = 'trader' AND verb IN ('ended', 'resumed')
               AND basis <> 'disbelieved'),
        noted AS (
            SELECT e.seller_id, e.ended_on AS day, e.at, e.role,
                   EXISTS (SELECT 1 FROM acts a
                            WHERE a.subject = e.seller_id AND a.day IS NOT DISTINCT FROM e.ended_on
                              -- an act of another time is of another end: two clocks are never
                              -- the same, and what is done again was done long before
                              AND (a.replayed OR a.at - e.at BETWEEN interval '-1 day'
                                                                 AND interval '1 day'))
                   -- of what had left a backup's replay knows no day, and ends it long ago
                   OR e.ended_on < (e.at AT TIME ZONE 'UTC')::date - 32 AS told
              FROM sellers_ending e)
        SELECT format('seller %s: the contract ended on %s, noted was %s', s.id,
                      COALESCE(s.ended_on::text, 'no day'), COALESCE(n.day::text, 'no day'))
          FROM sellers_seller s
          JOIN (SELECT DISTINCT ON (seller_id) seller_id, ended_on AS day FROM sellers_ending
                 ORDER BY seller_id, at DESC) n ON n.seller_id = s.id
         WHERE s.ended_on IS DISTINCT FROM n.day
        UNION ALL
        SELECT format('seller %s: the contract ended on %s, the log of acts says %s', s.id,
                      COALESCE(s.ended_on::text, 'no day'), COALESCE(n.day::text, 'no day'))
          FROM sellers_seller s
          JOIN (SELECT DISTINCT ON (subject) subject, day FROM acts
                 ORDER BY subject, seq DESC) n ON n.subject = s.id
         WHERE s.ended_on IS DISTINCT FROM n.day
        UNION ALL
        -- whoever has ended it or taken it back since, with an act, has seen it
        SELECT format('seller %s: %s at %s as %s, and no act says so', n.seller_id,
                      COALESCE('ended on ' || n.day, 'its end was taken back'), n.at, n.role)
          FROM noted n
         WHERE NOT n.told
           AND NOT EXISTS (SELECT 1 FROM noted l
                            WHERE l.seller_id = n.seller_id AND l.told AND l.at > n.at)
        """,
    ),
)
