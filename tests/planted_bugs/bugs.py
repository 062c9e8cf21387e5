"""Invariants of the house, and for each a bug that breaks it: the tests named beside it must fail.

A bug is a change of a few words where the invariant is kept.  Whoever moves that place moves the
bug.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bug:
    """``old`` occurs once in ``file`` (below ``src/reprise``); with ``new`` in its place,
    ``tests`` (below ``tests``) must fail."""

    invariant: str
    file: str
    old: str
    new: str
    tests: str


OFFERS = "offers/actions.py"
FULFIL = "orders/actions/fulfil.py"
ANSWER = "orders/actions/answer.py"
COLLECT = "orders/actions/collect.py"
RECORD = "payments/actions/record.py"
PERFORM = "payments/actions/perform.py"
ASK = "payments/actions/ask.py"
RULES = "checkout/rules.py"
CHECKOUT = "checkout/actions/order.py"
RANKING = "discovery/rules.py"
CONTEST = "discovery/actions/contest.py"

BUGS = (
    # Stock
    Bug("no more is sold than there is", OFFERS, " AND available >= %(count)s", "",
        "offers/test_stock.py"),
    Bug("what the seller has withdrawn is not sold", OFFERS, "(active OR %(count)s < 0)", "(true)",
        "offers/test_switch.py"),
    Bug("a reservation is a movement of its unit", OFFERS,
        "_move(reservations, MovementKind.RESERVE, -1, now)",
        "_move(reservations, MovementKind.RESERVE, 0, now)", "offers/test_stock.py"),
    Bug("what sold meanwhile is not overwritten", OFFERS, "if offer.available != expected:",
        "if False:", "offers/test_stock.py"),
    Bug("an unpaid order gives its units back", "orders/actions/expire.py",
        "        give_stock_back(lines, now)\n", "", "orders/test_late_money.py"),
    Bug("a refused device is on the shelf again", ANSWER, "    give_stock_back(lines, now)\n", "",
        "orders/test_sale.py"),
    # Parcels
    Bug("a letter is about its own parcel's devices", "notifications/actions.py",
        "[line for line in file.lines if line.id in parcel.lines]", "list(file.lines)",
        "notifications/test_parcels.py"),
    Bug("several parcels say which they are", "notifications/actions.py",
        "parcel.number if beside or len(file.parcels) > 1 else None", "None",
        "notifications/test_parcels.py"),
    Bug("a number the carrier has told of is not changed (0037)", "shipping/actions.py",
        "if known or (not despite_doubt and told_of(shipment).exists()):", "if known:",
        "shipping/test_corrected_numbers.py"),
    Bug("a wrong number is given up (0037)", "shipping/actions.py",
        "            old.update(given_up_at=now)\n", "", "shipping/test_corrected_numbers.py"),
    Bug("a number given up while a scan waited is nobody's (0037)", "shipping/actions.py",
        "if shipment.tracking != tracking:", "if False:", "shipping/test_corrected_numbers.py"),
    Bug("what was told of the old number counts no more (0037)", "shipping/queries.py",
        "Scan.objects.filter(shipment_id=parcel.id, tracking=parcel.tracking)",
        "Scan.objects.filter(shipment_id=parcel.id)", "shipping/test_corrected_numbers.py"),
    Bug("each correction is told, once (0037)", "wiring/table.py",
        "event.shipment_id, event.number_id)", "event.shipment_id, event.shipment_id)",
        "web/seller/test_corrected_numbers.py"),
    # Money
    Bug("a half is rounded away from zero", "kernel/money.py",
        "2 * rest >= exact.denominator", "2 * rest > exact.denominator", "kernel/test_money.py"),
    Bug("the last cent is handed out", RULES, "return self.shipping.split(weights)",
        "return [Money(self.shipping.minor // len(weights), self.currency) for _ in weights]",
        "checkout/test_quote.py"),
    Bug("commission is on price and shipping (S7)", RULES,
        "return (price + shipping).share(rate)", "return price.share(rate)",
        "orders/test_sale.py"),
    Bug("the total has the service fee (S6)", RULES,
        "return self.items + self.shipping + self.fee + self.insurance",
        "return self.items + self.shipping + self.insurance", "checkout/test_quote.py"),
    Bug("the fee goes back with the last device (S6)", FULFIL,
        "if not in_state(lines_of(order), *HOLDS_STOCK):", "if False:",
        "orders/test_came_back.py"),
    Bug("the fee stays while a device is left (S6)", FULFIL,
        "if not in_state(lines_of(order), *HOLDS_STOCK):", "if True:",
        "orders/test_came_back.py"),
    Bug("a collected order refused whole gives the fee back (S6)", ANSWER, "        elif fee:\n",
        "        elif False:\n", "orders/test_sale.py"),
    Bug("the seller gets the price less the commission", FULFIL,
        "(AccountKind.PAYABLE, line.due - commission, \"earned\")",
        "(AccountKind.PAYABLE, line.due, \"earned\")", "orders/test_sale.py"),
    Bug("a premium is its insurer's with the delivery", FULFIL, "if line.cover is not None:",
        "if False:", "orders/test_insurance.py"),
    Bug("a hold is never settled above itself", "ledger/actions.py",
        "not 0 <= amount.minor <= hold.amount", "not 0 <= amount.minor",
        "ledger/test_transfers.py"),
    Bug("a transfer keeps to its purse's currency", "ledger/actions.py",
        "if amount.currency != purse.currency:", "if False:", "ledger/test_transfers.py"),
    Bug("only what was accepted is collected", ANSWER, "keep = by_part(accepted)",
        "keep = by_part(lines)", "orders/test_sale.py"),
    Bug("more is never asked back than was collected", ASK,
        "        part.refund_asked += money.minor\n", "", "orders/test_refused_steps.py"),
    Bug("a second payment of one order goes back", RECORD, "        give_back(payment, now)\n",
        "        pass\n", "orders/test_late_money.py"),
    Bug("a refund is not sent twice when a provider forgets its keys", PERFORM,
        "if instruction.attempts and _was_sent_back(instruction, api):", "if False:",
        "payments/test_refund_once.py"),
    Bug("another amount than asked for is not booked", PERFORM,
        "if verb is not Verb.RELEASE and answer.moved != amount:", "if False:",
        "payments/test_recorded.py"),
    Bug("a notice that is told twice moves money once", RECORD,
        "return (instruction if is_open else None), payment", "return instruction, payment",
        "payments/test_recorded.py"),
    # Machines and time
    Bug("a sale is final only when its money is there (S43)", ANSWER,
        "    if payment.state != PaymentState.AUTHORISED.value:\n        return\n",
        "    if accepted:\n        finish_locked(order, now)\n        return\n",
        "orders/test_sale.py"),
    Bug("three working days, the day of payment not counted (S46)", "law/terms/dispatch.py",
        "    left = WORKING_DAYS\n    while left:\n",
        "    left = WORKING_DAYS - calendar.is_working_day(day)\n    while left:\n",
        "law/test_cases.py"),
    Bug("an answer after its time is none", ANSWER,
        "late = contract.accept_by is not None and now >= contract.accept_by", "late = False",
        "orders/test_sale.py"),
    Bug("a paid order does not expire", "orders/actions/expire.py",
        "if payments_queries.is_paid(order.id):", "if False:", "orders/test_late_money.py"),
    Bug("nothing is shipped twice", "orders/states.py",
        "            (_S.SHIPPED, _V.DELIVER): _S.DELIVERED,\n",
        "            (_S.SHIPPED, _V.DELIVER): _S.DELIVERED,\n"
        "            (_S.DELIVERED, _V.SHIP): _S.SHIPPED,\n", "orders/test_states.py"),
    Bug("a parcel that came back is not delivered by old news", "shipping/states.py",
        "            (_S.WAITING, _V.RETURN): _S.RETURNED,\n",
        "            (_S.WAITING, _V.RETURN): _S.RETURNED,\n"
        "            (_S.RETURNED, _V.DELIVER): _S.DELIVERED,\n",
        "shipping orders/test_came_back.py"),
    Bug("a device number has its check digit", FULFIL, "number = imei.validate(text)",
        "number = imei.compact(text)", "orders/test_refused_steps.py"),
    # The buy box
    Bug("shipping is part of the price (S13)", RANKING,
        "        return self.price + self.shipping\n\n\n@",
        "        return self.price\n\n\n@",
        "discovery/test_rules.py"),
    Bug("all five rates count (S14)", RANKING,
        "sum(w * r for w, r in zip(config.weights, rates, strict=True))",
        "sum(w * r for w, r in zip(config.weights[:4], rates[:4], strict=True))",
        "discovery/test_rules.py"),
    Bug("weights fall in the order of the criteria (S14)", RANKING,
        "falling = all(a > b for a, b in pairwise(self.weights))",
        "falling = all(a >= b for a, b in pairwise(self.weights))", "discovery/test_rules.py"),
    Bug("equal scores: the offer listed longer", RANKING, "        candidate.offer_id,\n    )",
        "        UUID(int=2**128 - 1 - candidate.offer_id.int),\n    )", "discovery/test_rules.py"),
    Bug("the price to win wins, a cent more does not", RANKING,
        "if not rest and (landed, late, candidate.offer_id) >= bar[1:]:", "if False:",
        "discovery/test_rules.py"),
    Bug("nobody's own offers are put first (S15)", CONTEST, "m.price_minor, m.warranty_months,",
        "m.price_minor - 500 * s.is_operator::int, m.warranty_months,", "discovery/test_buybox.py"),
    Bug("what is sold out is not shown", CONTEST, " AND o.available > 0", "",
        "discovery/test_buybox.py"),
    Bug("a seller who is switched off is not shown", CONTEST,
        "JOIN sellers_seller s ON s.id = o.seller_id AND s.active",
        "JOIN sellers_seller s ON s.id = o.seller_id", "discovery/test_buybox.py"),
    # The quote, and asking twice
    Bug("what was agreed is what was seen: the total", CHECKOUT,
        "if quote.fingerprint != wish.fingerprint:", "if False:", "orders/test_refused_steps.py"),
    Bug("the quote's print has the guarantee", RULES,
        "                            line.warranty_months,\n", "", "checkout/test_quote.py"),
    Bug("the quote's print has the terms", RULES,
        "            self.terms_version,\n            [\n", "            [\n",
        "checkout/test_quote.py"),
    Bug("the quote's print has the shipping of each seller", RULES,
        "                    seller.shipping.minor,\n", "", "checkout/test_quote.py"),
    Bug("a form that is sent twice is one order", CHECKOUT,
        "        found = _placed(basket_id, request_key)\n", "        found = None\n",
        "orders/test_refused_steps.py"),
    Bug("insurance is what the buyer said yes to (S8)", CHECKOUT,
        "insured = line.premium is not None and number in line.insured",
        "insured = line.premium is not None", "orders/test_insurance.py"),
    # The log
    Bug("each step commits to the one before (S49c)", "orders/chain.py",
        "\"facts_hash\", \"at\", \"previous\",", "\"facts_hash\", \"at\",",
        "orders/test_evidence.py"),
    Bug("the log commits to the price (S49c)", "orders/chain.py",
        "\"title\", \"price\", \"shipping\", \"levy\",", "\"title\", \"shipping\", \"levy\",",
        "orders/test_evidence.py"),
    Bug("a changed step shows (S49c)", "orders/log.py", " or step.hash != step_hash(step)", "",
        "cli/test_books.py orders/test_refused_steps.py"),
    # Who may
    Bug("a seller's order is the seller's", "web/seller/views/orders.py",
        "SellerOrder.objects.filter(seller_id=seller.id, reference=reference)",
        "SellerOrder.objects.filter(reference=reference)", "web/test_matrix.py"),
    Bug("a rival cannot ship", FULFIL,
        "contract = SellerOrder.objects.filter(id=seller_order_id, seller_id=seller_id).first()\n"
        "        if contract is None:\n            raise UnknownOrder\n"
        "        order = locked(contract.order_id)\n        ready",
        "contract = SellerOrder.objects.get(id=seller_order_id)\n"
        "        seller_id = contract.seller_id\n"
        "        order = locked(contract.order_id)\n        ready",
        "orders/test_refused_steps.py"),
    Bug("only staff are in the staff room", "web/staff/views/base.py",
        "                if not user.is_staff:\n", "                if False:\n",
        "web/test_matrix.py web/staff"),
    Bug("a guessed link opens no order", "orders/access.py",
        "if not constant_time_compare(token(order.id, sent_on), given):", "if False:",
        "orders/test_access.py"),
    Bug("an old link opens no order", "orders/access.py", "if now >= since + OPENS_FOR:",
        "if False:", "orders/test_access.py"),
    Bug("five wrong passwords are enough", "accounts/limits.py",
        "Limit(\"password-here\", 5,", "Limit(\"password-here\", 6,", "accounts/test_sign_in.py"),
    Bug("a removed passkey ends what it has opened", "accounts/actions/passkeys.py",
        "    user.signed_out += 1\n", "", "web/account/test_account.py"),
    Bug("a password that was not looked at is no attempt", "accounts/actions/sign_in.py",
        "        limits.take_back(email, client)\n", "", "accounts/test_sign_in.py"),
    Bug("a stranger's orders stop nobody", "checkout/holding.py",
        "c.buyer_id = %(buyer)s OR NOT", "true OR NOT", "orders/test_refused_steps.py"),
    Bug("only a proven address is somebody's own", "checkout/holding.py",
        " AND u.verified_at IS NOT NULL", "", "orders/test_refused_steps.py"),
    Bug("a basket has an end", "checkout/actions/basket.py",
        " < %(most)s", " < 1000 + %(most)s", "web/shop/test_basket.py"),
    Bug("no letter holds a process up", "web/shop/forms.py",
        "text[:MOST_READ]", "text", "web/shop/test_checkout.py"),
    Bug("no cookie holds a process up", "web/middleware.py",
        "        _leave_out_escapes(request)\n", "", "web/test_middleware.py"),
    Bug("a form is looked at as it is read", "web/middleware.py",
        "return UnreadableForm() if typed else None", "return None", "web/test_middleware.py"),
    Bug("a silent carrier is waited for once", "web/shop/parcels.py",
        "                self.silent[carrier] = refusal\n", "", "web/shop/test_delivery.py"),
    Bug("one visitor's page is everybody's", "web/shop/page.py",
        'request.method in {"GET", "HEAD"}', 'request.method == "GET"', "web/shop/test_stored.py"),
    Bug("a forged notice is not heard", "payments/providers/sandbox/adapter.py",
        "if not hmac.compare_digest(sealed.hexdigest().encode(), seal.encode()):", "if False:",
        "payments/providers"),
    Bug("an old notice is not heard", "payments/providers/sandbox/adapter.py",
        "if abs(now.timestamp() - int(moment)) > TOLERANCE.total_seconds():", "if False:",
        "payments/providers"),
    # Events and what the books see
    Bug("a listener hears an event once", "outbox/actions.py",
        "                if _note(row.id, name, now):\n",
        "                if _note(row.id, name, now) or True:\n", "outbox/test_outbox.py"),
    Bug("who comes later has had the past", "outbox/listening.py",
        "if self.past is Past.HAD:", "if False:", "outbox/test_listening.py"),
    Bug("the levy is nobody's outside France (S33)", "law/fr/private_copy.py",
        "if device.country != \"FR\":", "if False:", "law/test_private_copy.py law/test_cases.py"),
    Bug("a transfer is for a sale of its purse, market and currency", "books/ledger.py",
        "WHERE (s.purse, s.id, s.market, s.currency)\n"
        "                                  = (x.seller_id, x.reference, x.market, x.currency)",
        "WHERE (s.id) = (x.reference)", "cli/test_books.py"),
    Bug("what was sent back was asked for", "books/payments.py",
        "WHERE t.refunded <> COALESCE(i.sum, 0)", "WHERE false", "cli/test_books.py"),
    Bug("the books look at money in flight", "books/clearing.py",
        " <> COALESCE(e.due, 0) + COALESCE(r.due, 0)\n    \"\"\"",
        " <> COALESCE(c.sum, 0)\n    \"\"\"",
        "cli/test_books.py"),
    # What people see
    Bug("every control is reached by Tab", "web/templates/seller/order.html",
        '<button class="btn">{{ _("Send the answer") }}</button>',
        '<button class="btn" tabindex="-1">{{ _("Send the answer") }}</button>',
        "journeys/test_purchase.py"),
    Bug("each step of an order has its words", "web/history.py",
        '    "find_sent": gettext_noop(', '    "found_sent": gettext_noop(', "web/test_stages.py"),
)  # fmt: skip
