"""Everything that happened to an order, in words: read from its evidence, so that page and file
cannot say different things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext, gettext_noop

from reprise.checkout.queries import titles
from reprise.kernel.money import Money
from reprise.markets import formats
from reprise.notifications.queries import letters_of
from reprise.orders import evidence
from reprise.privacy.overview import archived_until
from reprise.shipping.queries import DOUBTS
from reprise.web import words
from reprise.web.place import Place

Document = dict[str, Any]

_STEPS: Final = {
    "place": gettext_noop("The order was placed."),
    "pay": gettext_noop("The payment was confirmed; the order waits to be accepted."),
    "expire": gettext_noop("The time to pay ended."),
    "accept": gettext_noop("%(seller)s accepted."),
    "refuse": gettext_noop("%(seller)s refused."),
    "lapse": gettext_noop("%(seller)s did not answer in time."),
    "collect": gettext_noop("The payment was collected; the sale became final."),
    "fail": gettext_noop("The payment could not be collected; the sale was cancelled."),
    "ship": gettext_noop("%(seller)s made the parcel ready."),
    "deliver": gettext_noop("The parcel from %(seller)s was delivered."),
    "come_back": gettext_noop("The parcel came back to %(seller)s."),
    "call_off": gettext_noop("%(seller)s does not send it again; the money goes back."),
    "ask_again": gettext_noop("The payment provider was asked again to send the money back."),
    "find_sent": gettext_noop("The payment provider has sent the money back after all."),
    "vouch": gettext_noop("We took what the carrier tells for the parcel from %(seller)s."),
    "renumber": gettext_noop("The parcel from %(seller)s got another number."),
    "restate": gettext_noop("What was agreed was noted once more, because a part of it leaves."),
}
_SCANS: Final = {
    "handed_over": gettext_noop("The carrier took over parcel %(number)s."),
    "in_transit": gettext_noop("Parcel %(number)s was on its way."),
    "at_point": gettext_noop("Parcel %(number)s arrived at the pick-up point."),
    "delivered": gettext_noop("The carrier delivered parcel %(number)s."),
    "returned": gettext_noop("The carrier brought parcel %(number)s back."),
}
_CALLS: Final = {
    "capture": gettext_noop("%(amount)s were collected."),
    "release": gettext_noop("%(amount)s that were held were released."),
    "refund": gettext_noop("%(amount)s were paid back."),
}
_LETTERS: Final = {
    "order_paid": gettext_noop("confirmation of the order"),
    "new_order": gettext_noop("new order to answer"),
    "order_expired": gettext_noop("the order expired"),
    "lines_refused": gettext_noop("devices that were not accepted"),
    "sale_final": gettext_noop("the sale is final"),
    "order_cancelled": gettext_noop("the order was cancelled"),
    "shipped": gettext_noop("the parcel is ready"),
    "parcel_number": gettext_noop("the parcel has another number"),
    "number_taken": gettext_noop("the parcel number was taken off"),
    "waiting": gettext_noop("the parcel can be picked up"),
    "delivered": gettext_noop("the parcel was delivered"),
    "came_back": gettext_noop("the parcel came back"),
    "refund": gettext_noop("the money goes back"),
    "order_link": gettext_noop("a new link to the order"),
    "order_readdressed": gettext_noop("the e-mail address was corrected"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """``about`` are the devices that it is about, ``proof`` the numbers and last hash of its steps
    in the log; both may be empty."""

    at: datetime
    text: str
    about: tuple[str, ...] = ()
    proof: str = ""


def told(order_id: UUID, viewer: evidence.Viewer) -> Document:
    """The evidence of an order with everything that the house knows of it."""
    return evidence.document(order_id, viewer, letters_of(order_id), archived_until(order_id))


def download(document: Document, name: str) -> HttpResponse:
    """The evidence as a file, for nobody else and for no search engine."""
    response = HttpResponse(evidence.text(document), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def events(document: Document, at: Place) -> list[Event]:
    """What happened, the oldest first."""
    found = [
        *_steps(document, at), *_payments(document, at), *_scans(document), *_letters(document),
    ]  # fmt: skip
    return sorted(found, key=lambda each: each.at)


def last_hash(document: Document) -> str:
    """What an earlier or later copy is compared by."""
    return str(document.get("anchor") or document["steps"][-1]["hash"])


def _steps(document: Document, at: Place) -> Iterator[Event]:
    """One event for the devices that moved together, in the words of who reads the page; the file
    keeps those of the contract."""
    lines = document["agreed"]["lines"]
    known = titles((UUID(line["variant_id"]) for line in lines), at.language)
    named = {line["id"]: known.get(UUID(line["variant_id"]), line["title"]) for line in lines}
    sellers = {row["id"]: row["seller"] for row in document["on_record"]["contracts"]}
    agreed = document["agreed"].get("contracts") or [document["agreed"]["contract"]]
    names = {each["seller_id"]: sellers[each["id"]] for each in agreed}
    for (verb, seller, moment), group in groupby(document["steps"], key=_together):
        steps = list(group)
        text = words.said(_STEPS, verb)
        moved = [named[each["line_id"]] for each in steps if each["line_id"] in named]
        yield Event(
            datetime.fromisoformat(moment),
            text % {"seller": names.get(seller, "")},
            tuple(moved),
            _proof(steps),
        )


_OF_ALL: Final = {"place", "pay", "expire", "collect"}


def _together(step: Document) -> tuple[str, str, str]:
    return step["verb"], "" if step["verb"] in _OF_ALL else step["seller_id"], step["at"]


def _proof(steps: list[Document]) -> str:
    """``4–6 · 3fa9c0…``; an excerpt's steps have neither number nor hash."""
    if "hash" not in steps[-1]:
        return ""
    first, last = steps[0]["seq"], steps[-1]["seq"]
    number = str(first) if first == last else f"{first}–{last}"
    return f"{number} · {steps[-1]['hash'][:12]}…"


def _payments(document: Document, at: Place) -> Iterator[Event]:
    for payment in document["on_record"]["payments"]:

        def money(minor: int, currency: str = payment["currency"]) -> dict[str, str]:
            return {"amount": formats.money(Money(minor, currency), at.language, at.market)}

        if payment.get("authorised_at"):
            text = gettext("%(amount)s were held (%(method)s).")
            facts = money(payment["amount"]) | {"method": words.method(payment["method"])}
            yield Event(datetime.fromisoformat(payment["authorised_at"]), text % facts)
        for call in payment.get("instructions", ()):
            if call["verb"] in _CALLS and call["state"] == "done":
                when = datetime.fromisoformat(call["answered_at"])
                yield Event(when, words.said(_CALLS, call["verb"]) % money(call["amount"]))


def _scans(document: Document) -> Iterator[Event]:
    for parcel in document["on_record"]["parcels"]:
        for scan in parcel["scans"]:
            text = words.said(_SCANS, scan["kind"])
            if scan["outcome"] in DOUBTS and not parcel["vouched_at"]:
                text = gettext(
                    "The carrier reported about number %(number)s what does not fit this order."
                )
            when = datetime.fromisoformat(scan["occurred_at"])
            yield Event(when, text % {"number": scan.get("number") or parcel["tracking"] or "–"})


def _letters(document: Document) -> Iterator[Event]:
    sellers = {row["id"]: row["seller"] for row in document["on_record"]["contracts"]}
    for letter in document["on_record"]["letters"]:
        if letter["sent_at"] is None:
            continue
        text = (
            gettext("E-mail to %(seller)s: %(what)s.")
            if letter["audience"] == "seller"
            else gettext("E-mail to the buyer: %(what)s.")
        )
        facts = {
            "seller": sellers.get(letter["seller_order_id"], ""),
            "what": words.said(_LETTERS, letter["kind"]),
        }
        yield Event(datetime.fromisoformat(letter["sent_at"]), text % facts)
