"""Where a sale stands and what happened to it, as labels for those who work with it: sellers and
staff.  Keys of translations.

A buyer reads sentences: the page of the order (`shop/progress.py`) and its record (`history.py`).
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

STATUSES: Final = {
    "awaiting_payment": gettext_noop("Waits for the payment"),
    "expired": gettext_noop("Never paid"),
    "awaiting_seller": gettext_noop("Waits for the seller"),
    "cancelled": gettext_noop("Cancelled"),
    "preparing": gettext_noop("To ship"),
    "came_back": gettext_noop("Came back"),
    "shipped": gettext_noop("On the way"),
    "delivered": gettext_noop("Delivered"),
}
LINES: Final = {
    "reserved": gettext_noop("Not paid yet"),
    "expired": gettext_noop("Never paid"),
    "paid": gettext_noop("Waits for the seller"),
    "refused": gettext_noop("Refused"),
    "lapsed": gettext_noop("Not answered in time"),
    "accepted": gettext_noop("Accepted, payment under way"),
    "cancelled": gettext_noop("Cancelled"),
    "sold": gettext_noop("Paid, to ship"),
    "came_back": gettext_noop("Came back"),
    "shipped": gettext_noop("On the way"),
    "delivered": gettext_noop("Delivered"),
}
STEPS: Final = {
    "place": gettext_noop("Ordered"),
    "pay": gettext_noop("Paid"),
    "expire": gettext_noop("Time to pay over"),
    "accept": gettext_noop("Accepted"),
    "refuse": gettext_noop("Refused"),
    "lapse": gettext_noop("Seller was silent"),
    "collect": gettext_noop("Sale final"),
    "fail": gettext_noop("Payment failed"),
    "ship": gettext_noop("Made ready to ship"),
    "come_back": gettext_noop("Came back"),
    "call_off": gettext_noop("Called off"),
    "deliver": gettext_noop("Delivered"),
    "ask_again": gettext_noop("Refund asked for again"),
    "find_sent": gettext_noop("Refund found at the provider"),
    "vouch": gettext_noop("Parcel vouched for"),
    "renumber": gettext_noop("Parcel number changed"),
    "restate": gettext_noop("Agreement noted again"),
}
REASONS: Final = {
    "sold_elsewhere": gettext_noop("Sold elsewhere"),
    "not_as_described": gettext_noop("The device is not as described"),
    "cannot_ship": gettext_noop("It cannot be shipped there"),
    "price_error": gettext_noop("The price was wrong"),
    "silence": gettext_noop("No answer in time"),
    "unpaid": gettext_noop("Not paid in time"),
    "not_agreed": gettext_noop("Not what had been agreed"),
    "buyer_erased": gettext_noop("Name and address were erased"),
    "not_collected": gettext_noop("The payment could not be collected"),
}
PARCELS: Final = {
    "created": gettext_noop("Label made, not handed over yet"),
    "moving": gettext_noop("On its way"),
    "waiting": gettext_noop("At the pick-up point"),
    "delivered": gettext_noop("Delivered"),
    "returned": gettext_noop("Came back to the seller"),
}
SCANS: Final = {
    "handed_over": gettext_noop("Handed over"),
    "in_transit": gettext_noop("On its way"),
    "at_point": gettext_noop("At the pick-up point"),
    "delivered": gettext_noop("Delivered"),
    "returned": gettext_noop("Came back to the seller"),
}
LETTERS: Final = {
    "order_paid": gettext_noop("Order confirmation"),
    "new_order": gettext_noop("New order"),
    "order_expired": gettext_noop("Time to pay over"),
    "lines_refused": gettext_noop("Refusal"),
    "sale_final": gettext_noop("Sale final"),
    "order_cancelled": gettext_noop("Cancelled"),
    "shipped": gettext_noop("Made ready to ship"),
    "parcel_number": gettext_noop("New parcel number"),
    "number_taken": gettext_noop("Parcel number taken off"),
    "waiting": gettext_noop("At the pick-up point"),
    "delivered": gettext_noop("Delivered"),
    "came_back": gettext_noop("Came back"),
    "refund": gettext_noop("Refund"),
    "order_link": gettext_noop("New link to the order"),
    "order_readdressed": gettext_noop("E-mail address corrected"),
}
# To the seller, whose turn it may be.
SELLERS_LINES: Final = LINES | {
    "paid": gettext_noop("Waits for your answer"),
    "cancelled": gettext_noop("Payment failed"),
}
SELLERS_PARCELS: Final = PARCELS | {"returned": gettext_noop("Came back to you")}
