"""A file of evidence beside the marketplace's own rows: was it handed out here, and do they say the
same?

What staff have downloaded is known by its seal, for ever.  Anything else is compared with what the
same file would be now.  Entries may have come since; where something else differs, that is said,
and whoever asks has to look: the rows have changed, or the file was rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.utils import translation

from reprise.audit.evidence import Told
from reprise.audit.queries import badges, look_with
from reprise.cli import formats
from reprise.cli.formats import Checked
from reprise.consent import certificates
from reprise.consent import evidence as consents
from reprise.consent import queries as receipts
from reprise.consent.models import Partner
from reprise.kernel import clock, evidence
from reprise.orders import proof
from reprise.orders.evidence import STAFF, Viewer, as_seller
from reprise.orders.models import Order, SellerOrder
from reprise.privacy import breaches
from reprise.privacy import evidence as privacy
from reprise.privacy.models import Breach, Request
from reprise.web import history
from reprise.web.staff.views.evidence import MOST_RECEIPTS

# What is another one in each copy, or another one in each language.
_OWN: Final = frozenset({evidence.MADE, "how_to_verify", "copy", evidence.SEAL})
_OLD: Final = (
    "Nothing makes a file of this version any more, so the database cannot say whether it is its"
    " own; its seal fits."
)
_NOT_HERE: Final = "The database knows nothing of it: it was not made here, or it is gone."


def compare(document: Any) -> Checked:
    """A document that is right by itself, beside the database."""
    look = look_with(document[evidence.SEAL])
    if look is not None:
        by = badges({look.viewer_id}).get(look.viewer_id, str(look.viewer_id))
        when = f"{look.at:%Y-%m-%d %H:%M:%S} UTC"
        return Checked((), [f"It was handed out here by {by}, {when}, byte for byte."])
    name, version, _ = formats.named(document)
    known = _KNOWN.get((name, version))
    if known is None:
        return Checked([_OLD])
    try:
        return known(document)
    except formats.BROKEN as failure:
        return Checked([f"Something is missing in it: {failure!r}"])


def _told(make: Callable[[Any], Told | None]) -> Callable[[Any], Checked]:
    """For what has the shape: what it would be now is made by ``make``; None: of nothing here."""

    def compared(document: Any) -> Checked:
        now = make(document)
        if now is None:
            return Checked([_NOT_HERE])
        here = evidence.document(now.form, now.parts, now.entries)
        problems: list[str] = []
        if "log" in document:
            problems += _log_beside(document["log"], here["log"]).problems
        parts = set(document["digests"]) | set(here["digests"])
        problems += _differing(document, here, parts - {"log"})
        problems += evidence.missing(document, here)
        more = here["end"]["entries"] - document["end"]["entries"]
        since = f", and {more} entries more since" if more else ""
        return Checked(problems, [f"The database says the same{since}."])

    return compared


def _differing(document: Mapping[str, Any], here: Mapping[str, Any], names: set[str]) -> list[str]:
    return [
        f"“{name}” is not what the database says now: that has changed since, or the file was"
        " rewritten."
        for name in sorted(names - _OWN)
        if document.get(name) != here.get(name)
    ]


def _log(document: Any) -> Checked:
    """An order's log, whole or as a seller's excerpt."""
    excerpt = document["copy"] == "seller"
    if excerpt:
        contract = SellerOrder.objects.filter(reference=document["order"]).first()
        if contract is None:
            return Checked([_NOT_HERE])
        own = as_seller(contract.seller_id, clock.now())
        here, full = history.told(contract.order_id, own), history.told(contract.order_id, STAFF)
        beside = proof.verify(document, full).problems
        return Checked([*beside, *_log_beside(document, here).problems], [_SAME])
    order = Order.objects.filter(reference=document["order"]).first()
    if order is None:
        return Checked([_NOT_HERE])
    return _log_beside(document, history.told(order.id, Viewer(document["copy"])))


_SAME: Final = "The database says the same."


def _log_beside(document: Any, here: Any) -> Checked:
    """A log beside the one of now: steps may have come since, and the devices' numbers, name and
    address may have left."""
    problems = []
    for number, step in enumerate(document["steps"], 1):
        if here["steps"][number - 1 : number] != [step]:
            problems.append(f"Step {number} is not in the database as it is here.")
            break
    problems += _differing(document, here, {"order", "agreed", "fields"})
    if not here.get(proof.FORGOTTEN) and any(
        each not in here["devices"] for each in document["devices"]
    ):
        problems.append("A device is not in the database as it is here.")
    then, now = document["on_record"], here["on_record"]
    gone = {name for name in ("contact", "recipient") if now.get(name) is None}
    if "contact" in gone:
        gone.add("contact_archived_until")
    problems += _differing(then, now, (set(then) | set(now)) - gone)
    said = [_SAME]
    if any(then.get(name) for name in gone):
        said.append("Name and address have left the database since: they are not compared.")
    return Checked(problems, said)


def _sealed(make: Callable[[Any], Any]) -> Callable[[Any], Checked]:
    """For what has no entries: what the document would be now."""

    def compared(document: Any) -> Checked:
        now = make(document)
        if now is None:
            return Checked([_NOT_HERE])
        names = set(document) | set(now)
        return Checked(_differing(document, now, names), [_SAME])

    return compared


def _purge(document: Any) -> Checked:
    if certificates.proven(document):
        return Checked((), ["It was given out here, word for word."])
    return Checked(["It was not given out here, or something in it was changed."])


def _order(document: Any) -> Told | None:
    found = Order.objects.filter(reference=document["order"]["reference"]).first()
    if found is None:
        return None
    language = str(document["language"])
    with translation.override(language):
        log = history.told(found.id, STAFF)
        return privacy.of_order(found.id, log, language)


def _request(document: Any) -> Told | None:
    found = Request.objects.filter(reference=document["request"]["reference"]).first()
    return privacy.of_request(found) if found else None


def _partner(document: Any) -> Told | None:
    found = Partner.objects.filter(key=document["partner"]["key"]).first()
    return consents.of_partner(found) if found else None


def _breach(document: Any) -> Told | None:
    found = Breach.objects.filter(reference=document["breach"]["reference"]).first()
    return breaches.told(breaches.standing(found)) if found else None


def _choice(document: Any) -> Any:
    found = receipts.receipt(UUID(document["id"]))
    return {**found, "format": document["format"]} if found else None


def _days(document: Any) -> tuple[date, date]:
    period = document["period"]
    return date.fromisoformat(period["since"]), date.fromisoformat(period["until"])


_KNOWN: Final[Mapping[tuple[str, int], Callable[[Any], Checked]]] = {
    ("reprise-evidence", 1): _log,
    ("reprise-order", 1): _told(_order),
    ("reprise-privacy-request", 3): _told(_request),
    ("reprise-partner", 1): _told(_partner),
    ("reprise-nights", 1): _told(lambda told: privacy.of_nights(*_days(told))),
    ("reprise-seller-copies", 1): _told(lambda told: privacy.of_copies(*_days(told))),
    ("reprise-consents", 2): _told(lambda told: consents.of_receipts(*_days(told), MOST_RECEIPTS)),
    ("reprise-consent", 1): _sealed(_choice),
    ("reprise-consent-purge", 1): _purge,
    ("reprise-privacy-breach", 2): _told(_breach),
}
