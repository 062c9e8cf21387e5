"""What the fields of our forms are called where they stand: keys of translations.

A form that was kept over a sign-in is shown by a page that does not know its template, so the same
words are here once more; a test holds them against the templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_noop

# Of a field with this name wherever nothing else is said of its form.
_ANYWHERE: Final[Mapping[str, str]] = {
    "answer": gettext_noop("Answer"),
    "available": gettext_noop("Stock, in all markets together"),
    "aware": gettext_noop("When it became known"),
    "begun": gettext_noop("When it began"),
    "consequences": gettext_noop("Likely consequences"),
    "copy": gettext_noop("Deleted"),
    "drill": gettext_noop("What it is"),
    "email": gettext_noop("E-mail"),
    "ended": gettext_noop("When it ended; if it goes on, now"),
    "evidence": gettext_noop("SHA-256 of the audit’s report"),
    "extra": gettext_noop("Address, second line"),
    "happened": gettext_noop("What happened"),
    "holding": gettext_noop("Which data"),
    "how": gettext_noop("How you know that it was the seller"),
    "iban": "IBAN",
    "kind": gettext_noop("Kind of number"),
    "label": gettext_noop("Name of this passkey"),
    "language": gettext_noop("Language of our letters"),
    "late": gettext_noop("Why it is entered only now, where its month is over"),
    "market": gettext_noop("Market"),
    "measures": gettext_noop("Measures"),
    "name": gettext_noop("First and last name"),
    "next": gettext_noop("Next audit, on that day at the latest"),
    "number": gettext_noop("Number of the device"),
    "of": gettext_noop("Order number, or the whole e-mail address"),
    "on": gettext_noop("Day of the audit"),
    "order": gettext_noop("Order"),
    "orders": gettext_noop("Numbers of the orders, if it is certain ones"),
    "phone": gettext_noop("Phone"),
    "postcode": gettext_noop("Postcode"),
    "price": gettext_noop("Price"),
    "reason": gettext_noop("Reason, if you refuse"),
    "received": gettext_noop("Day on which it came"),
    "review_on": gettext_noop("Day on which somebody looks at it again"),
    "risk": gettext_noop("How large the risk is"),
    "scope": gettext_noop("How much of it"),
    "since": gettext_noop("From this day on"),
    "spared": gettext_noop("Why people are not told one by one"),
    "street": gettext_noop("Street and number"),
    "sure": gettext_noop("That is meant."),
    "telling": gettext_noop("May its person be told?"),
    "town": gettext_noop("Town"),
    "tracking": gettext_noop("Parcel number of your own carrier"),
    "until": gettext_noop("Last day"),
    "untold_until": gettext_noop("Last day on which they are not told"),
    "why": gettext_noop("Why the risk is judged so"),
}
# Where a form calls it otherwise, by a part of its address; the first that fits.
_IN: Final[tuple[tuple[str, Mapping[str, str]], ...]] = (
    ("sellers/<slug:slug>/ending/", {"on": gettext_noop("Last day of the contract")}),
    ("/parcels/<uuid:parcel_id>/number/", {"number": gettext_noop("Number on the parcel")}),
    ("/parcels/<uuid:shipment_id>/number/", {"number": gettext_noop("Number on the parcel")}),
    ("/striking/leaving/", {"words": gettext_noop("Why they stand")}),
    ("/striking/", {"words": gettext_noop("Why they are to be taken out")}),
    ("/authority/", {"at": gettext_noop("When it was told")}),
    ("/persons/", {"at": gettext_noop("When they were told"),
                   "words": gettext_noop("How they were told")}),
    ("privacy/breaches/entry/", {"kind": gettext_noop("What was broken")}),
    ("privacy/holds/entry/", {
        "kind": gettext_noop("Why it is held"),
        "telling": gettext_noop("Where an authority asks: may its person be told?"),
    }),
    ("privacy/holds/", {"why": gettext_noop("Why it is lifted")}),
    ("privacy/archive/", {"why": gettext_noop("Why it is opened")}),
    ("privacy/requests/entry/", {"kind": gettext_noop("What is asked for"),
                                 "order": gettext_noop("Number of an order")}),
    ("/answer/", {"code": gettext_noop("Answer")}),
    ("/refusal/", {"code": gettext_noop("Refuse because")}),
    ("/extension/", {"code": gettext_noop("It takes longer because")}),
    ("consent/", {"reason": gettext_noop("Why")}),
    ("account/email/", {"email": gettext_noop("New e-mail address")}),
)  # fmt: skip


def label_of(name: str, route: str) -> str:
    """What a field is called in the form of a route, as a key of translations; "" where no page
    shows it: its name may be anybody's.  ``name`` may end with what it is of: "answer-<id>"."""
    own = name.partition("-")[0]
    for part, labels in _IN:
        if part in route and own in labels:
            return labels[own]
    return _ANYWHERE.get(own, "")
