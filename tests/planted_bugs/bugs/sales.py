"""Stock, the quote, the order's machine and its log, parcels."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

OFFERS = "offers/actions.py"
FULFIL = "orders/actions/fulfil.py"
ANSWER = "orders/actions/answer.py"
RULES = "checkout/rules.py"
CHECKOUT = "checkout/actions/order.py"

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
    Bug("a stranger's orders stop nobody", "checkout/holding.py",
        "c.buyer_id = %(buyer)s OR NOT", "true OR NOT", "orders/test_refused_steps.py"),
    Bug("only a proven address is somebody's own", "checkout/holding.py",
        " AND u.verified_at IS NOT NULL", "", "orders/test_refused_steps.py"),
    Bug("a basket has an end", "checkout/actions/basket.py",
        " < %(most)s", " < 1000 + %(most)s", "web/shop/test_basket.py"),
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
    # Machines and time
    Bug("a sale is final only when its money is there (S43)", ANSWER,
        "    if payment.state != PaymentState.AUTHORISED.value:\n        return\n",
        "    if accepted:\n        finish_locked(order, now)\n        return\n",
        "orders/test_sale.py"),
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
    # The log
    Bug("each step commits to the one before (S49c)", "orders/chain.py",
        "\"facts_hash\", \"at\", \"previous\",", "\"facts_hash\", \"at\",",
        "orders/test_evidence.py"),
    Bug("the log commits to the price (S49c)", "orders/chain.py",
        "\"title\", \"price\", \"shipping\", \"levy\",", "\"title\", \"shipping\", \"levy\",",
        "orders/test_evidence.py"),
    Bug("a changed step shows (S49c)", "orders/log.py", " or step.hash != step_hash(step)", "",
        "cli/test_books.py orders/test_refused_steps.py"),
)  # fmt: skip
