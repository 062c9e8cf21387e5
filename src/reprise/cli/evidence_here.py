"""A file of evidence beside the marketplace's own rows: was it handed out here, and do they say the
same?

The rows are compared first, whatever is known of the file.  What staff have downloaded is known by
its seal besides (decision 0063): what time has changed since is not held against it.  A format that
staff alone hand out is in doubt at best where its seal is not known.  A file may be older than the
rows, so that it is their beginning; one that lacks what they had at its own time was cut.  Where
something else differs, that is said, and whoever asks has to look: the rows have changed, or the
file was rewritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.utils import translation

from reprise.audit.chain import Handing
from reprise.audit.evidence import Told, at
from reprise.cli import formats, handed_out, left_since, moved_on
from reprise.cli.formats import Checked
from reprise.consent import certificates
from reprise.consent import evidence as consents
from reprise.consent import queries as receipts
from reprise.consent.models import Partner
from reprise.kernel import clock, evidence
from reprise.orders import copies, proof
from reprise.orders.evidence import STAFF, Viewer, as_seller
from reprise.orders.models import Order, SellerOrder
from reprise.privacy import breaches
from reprise.privacy import evidence as privacy
from reprise.privacy.models import Breach, Request
from reprise.web import history

# What is another one in each copy, or another one in each language.
_OWN: Final = frozenset({evidence.MADE, "how_to_verify"})
# What a log has that its steps and its flags are compared for, or its own proof covers.
_LOG: Final = frozenset(
    {"steps", "devices", "on_record", "how_to_verify", "anchor", evidence.SEAL,
     proof.FORGOTTEN, proof.AGREED_FORGOTTEN}
)  # fmt: skip
_COPIES: Final = frozenset({"buyer", "staff", "seller"})
_FORGOTTEN: Final = {
    proof.FORGOTTEN: "the devices’ numbers were",
    proof.AGREED_FORGOTTEN: "something that was agreed was",
}
_OLD: Final = (
    "Nothing makes a file of this version any more, so the database cannot say whether it is its"
    " own; its seal fits."
)
_OTHER_WORDS: Final = "NOT the same: how to verify it is not what the marketplace says now."
_OLD_BUT_KNOWN: Final = (
    "Nothing makes a file of this version any more, so its rows cannot be compared; its bytes alone"
    " are known."
)
_NOT_HERE: Final = "The database knows nothing of it: it was not made here, or it is gone."


def compare(document: Any) -> Checked:
    """A document that is right by itself, beside the database."""
    name, version, _ = formats.named(document)
    try:
        return _KNOWN.get((name, version), _of_before)(document)
    except formats.BROKEN as failure:
        return Checked([f"Something is missing in it: {failure!r}"])


def _of_before(document: Any) -> Checked:
    """A file of a version that nothing makes any more."""
    found = handed_out.handing_of(document)
    if found is None or found.wrong:
        return Checked([_OLD])
    return Checked((), (), [f"{handed_out.said(found)}.", _OLD_BUT_KNOWN])


def _told(make: Callable[[Any], Told | None], *, noted: bool = True) -> Callable[[Any], Checked]:
    """For what has the shape: what it would be now is made by ``make``; None: of nothing here.
    ``noted``: staff alone hand it out, and each copy with its seal is noted."""

    def compared(document: Any) -> Checked:
        found = handed_out.handing_of(document) if noted else None
        now = make(document)
        if now is None:
            return _differs(found, [_NOT_HERE])
        here = evidence.document(now.form, now.parts, now.entries)
        if found is not None and not found.wrong:
            return _known_beside(found, document, here)
        rows = _rows_beside(document, here, noted=noted)
        entries = evidence.cut(document, here) or _cut_before(document, here, noted=noted)
        if rows.problems or entries:
            return _differs(found, [*rows.problems, *entries])
        number, all_of_them = len(document["entries"]), len(here["entries"])
        doubts = [*_not_believed(found), *rows.doubts]
        if noted:
            doubts.insert(0, f"NOT handed out here: {_part_of(number, all_of_them, 'entries')}")
        elif number < all_of_them:
            doubts.insert(0, f"NOT the same: {_part_of(number, all_of_them, 'entries')}")
        return replace(rows, said=() if doubts else [_SAME], doubts=doubts)

    return compared


def _known_beside(found: Handing, document: Any, here: Any) -> Checked:
    """A file whose bytes are known, beside the rows."""
    moved = moved_on.compared(document, here, handed_out.looks_since())
    rows = _rows_beside(moved.told, moved.here)
    problems = [*rows.problems, *moved_on.left_out(moved.told, moved.here)]
    if problems:
        return _differs(found, problems)
    came = len(moved.here["entries"]) - len(moved.told["entries"])
    more = f", which has {came} more since" if came else ""
    said = [f"{handed_out.said(found)}, and the database says the same{more}."]
    said += [each for each in rows.said if each != _SAME]
    words = handed_out.other_words(document)
    return Checked((), said, (), [*moved.unchecked, *rows.unchecked, *words])


def _rows_beside(document: Any, here: Any, *, noted: bool = True) -> Checked:
    """The parts of a file, and the log in it, beside those of now."""
    log = _log_inside(document["log"], here["log"]) if "log" in document else Checked(())
    parts = set(document["digests"]) | set(here["digests"])
    own = _OWN if noted else frozenset()
    found = _differing(document, here, parts - {"log"} - own)
    return replace(log, problems=[*log.problems, *found])


def _differs(found: Handing | None, problems: Sequence[str]) -> Checked:
    """What contradicts the rows is wrong; where the bytes are known nobody can tell which of the
    two was changed."""
    if found is None or found.wrong:
        return Checked([*problems, *_not_believed(found)])
    return Checked(
        (), (), [f"{handed_out.said(found)}, but the rows do not say so now:", *problems]
    )


def _not_believed(found: Handing | None) -> list[str]:
    if found is None:
        return []
    return [f"Its seal stands here, and is not believed: {found.wrong}."]


def _part_of(number: int, all_of_them: int, what: str) -> str:
    more = f", which has {all_of_them - number} more" if number < all_of_them else ""
    return f"its {number} {what} are part of what the database says now{more}."


def _cut_before(document: Any, here: Any, *, noted: bool) -> list[str]:
    """That nothing is missing which was there when the file says that it was made."""
    if not noted:
        return []
    made = at(datetime.fromisoformat(document[evidence.MADE]["at"])) or ""
    if made > (at(clock.now()) or ""):
        return ["It says that it was made at a time that is still to come."]
    count = len(document["entries"])
    if any(entry["at"] > made for entry in document["entries"]):
        return ["It says that it was made before its last entry."]
    if any(entry["at"] <= made for entry in here["entries"][count:]):
        return [
            f"Entry {count + 1} of the database is missing: it was there when the file says that"
            " it was made."
        ]
    return []


def _differing(document: Mapping[str, Any], here: Mapping[str, Any], names: set[str]) -> list[str]:
    return [
        f"“{name}” is not what the database says now: that has changed since, or the file was"
        " rewritten."
        for name in sorted(names)
        if evidence.canonical(document.get(name)) != evidence.canonical(here.get(name))
    ]


def _log(document: Any) -> Checked:
    """An order's log, whole or as a seller's excerpt."""
    if document["copy"] not in _COPIES:
        return Checked([_NOT_HERE])
    if document["copy"] == "seller":
        agreed = document["agreed"]["contract"]["id"]
        contract = SellerOrder.objects.filter(id=UUID(agreed)).first()
        if contract is None:
            return Checked([_NOT_HERE])
        own = as_seller(contract.seller_id, clock.now())
        beside = proof.verify(document, history.told(contract.order_id, STAFF)).problems
        found = _in_its_words(document, contract.order_id, own)
        return replace(found, problems=[*beside, *found.problems])
    order = _sold(document)
    if order is None:
        return Checked([_NOT_HERE])
    return _in_its_words(document, order.id, Viewer(document["copy"]))


def _sold(log: Any) -> Order | None:
    """The order of a complete log, by what it has for ever: its number leaves in time."""
    return Order.objects.filter(id=UUID(log["agreed"]["order"]["id"])).first()


def _in_its_words(document: Any, order_id: UUID, viewer: Viewer) -> Checked:
    """A log beside the one of now, which says in one of our languages how to verify it: whoever
    follows what stands there follows us."""
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            here = history.told(order_id, viewer)
        if document["how_to_verify"] == here["how_to_verify"]:
            return _log_beside(document, here, order_id)
    found = _log_beside(document, here, order_id)
    return replace(found, doubts=[*found.doubts, _OTHER_WORDS])


_SAME: Final = "The database says the same."
_LEFT: Final = "It has left the database since: {}."


def _log_inside(log: Any, here: Any) -> Checked:
    return _log_beside(log, here, UUID(here["agreed"]["order"]["id"]))


def _log_beside(document: Any, here: Any, order_id: UUID) -> Checked:
    """A log beside the one of now: steps may have come since, and what an act tells of may have
    left."""
    left = left_since.compared(document, here, order_id)
    problems = [*_steps_beside(document, here), *_flags_beside(document, here)]
    names = (set(document) | set(here)) - _LOG
    if "anchor" not in here:
        names |= {"anchor"} & set(document)
    if copies.by_parts(here["agreed"]) != copies.by_parts(document["agreed"]):
        names -= {"fields"}  # it was restated since
    problems += _differing(left.told, here, names - {"agreed", "on_record"})
    if copies.agreed_anew(document["agreed"], here["agreed"]):
        problems += _differing(document, here, {"agreed"})
    if not here.get(proof.FORGOTTEN) and any(
        each not in here["devices"] for each in document["devices"]
    ):
        problems.append("A device is not in the database as it is here.")
    then, now = left.told["on_record"], here["on_record"]
    gone = {name for name in ("contact", "recipient") if name in now and now[name] is None}
    if "contact" in gone:
        gone.add("contact_archived_until")
    problems += _differing(then, now, (set(then) | set(now)) - gone)
    steps, all_of_them = len(document["steps"]), len(here["steps"])
    doubts = []
    if steps < all_of_them:
        doubts.append(f"NOT the same: {_part_of(steps, all_of_them, 'steps')}")
    said = [] if doubts else [_SAME]
    if any(then.get(name) for name in gone):
        said.append("Name and address have left the database since: they are not compared.")
    said += [_LEFT.format(each) for each in left.unchecked]
    return Checked(problems, said, doubts, left.unchecked)


def _steps_beside(document: Any, here: Any) -> list[str]:
    """That its steps are the database's first ones, and all that there were at its own time."""
    for number, step in enumerate(document["steps"], 1):
        if here["steps"][number - 1 : number] != [step]:
            return [f"Step {number} is not in the database as it is here."]
    count = len(document["steps"])
    newest = max(_moments(document), default="")
    if any(step["at"] <= newest for step in here["steps"][count:]):
        return [
            f"It was cut: the database has {len(here['steps']) - count} steps more, and step"
            f" {count + 1} is from before what this file tells."
        ]
    return []


def _flags_beside(document: Any, here: Any) -> list[str]:
    """That what the file says was forgotten is so here: otherwise anything could stand there."""
    told = {
        proof.FORGOTTEN: document.get(proof.FORGOTTEN) is here.get(proof.FORGOTTEN)
        or proof.FORGOTTEN not in document,
        proof.AGREED_FORGOTTEN: _forgotten(document) <= _forgotten(here),
    }
    return [
        f"It says that {_FORGOTTEN[flag]} erased in time, and the database does not."
        for flag, right in told.items()
        if not right
    ]


def _forgotten(told: Any) -> set[str]:
    """The parts of what was agreed that a log says have left."""
    flag = told.get(proof.AGREED_FORGOTTEN, [])
    return {proof.ALL_AGREED} if flag is True else set(flag)


def _moments(told: Any) -> Iterator[str]:
    """Every moment in it by the marketplace's own clock; a scan's is the carrier's."""
    if isinstance(told, list):
        for each in told:
            yield from _moments(each)
    elif isinstance(told, dict):
        for name, value in told.items():
            if name == "at" or (name.endswith("_at") and name != "occurred_at"):
                yield value or ""
            else:
                yield from _moments(value)


def _sealed(make: Callable[[Any], Any]) -> Callable[[Any], Checked]:
    """For what has no entries: what the document would be now."""

    def compared(document: Any) -> Checked:
        now = make(document)
        if now is None:
            return Checked([_NOT_HERE])
        names = (set(document) | set(now)) - {evidence.SEAL}
        return Checked(_differing(document, now, names), [_SAME])

    return compared


def _purge(document: Any) -> Checked:
    if certificates.proven(document):
        return Checked((), ["It was given out here, word for word."])
    return Checked(["It was not given out here, or something in it was changed."])


def _order(document: Any) -> Told | None:
    found = _sold(document["log"])
    if found is None:
        return None
    language = str(document["language"])
    with translation.override(language):
        log = history.told(found.id, STAFF)
        return privacy.of_order(found.id, log, language, clock.now())


def _request(document: Any) -> Told | None:
    found = Request.objects.filter(reference=document["request"]["reference"]).first()
    return privacy.of_request(found) if found else None


def _partner(document: Any) -> Told | None:
    found = Partner.objects.filter(key=document["partner"]["key"]).first()
    return consents.of_partner(found) if found else None


def _breach(document: Any) -> Told | None:
    """As it would be now, in the version that the document has: the facts are the same in both."""
    found = Breach.objects.filter(reference=document["breach"]["reference"]).first()
    if found is None:
        return None
    return replace(breaches.told(breaches.standing(found)), form=document["format"])


def _choice(document: Any) -> Checked:
    """A visitor's own proof, which has no moment of its own: until it was withdrawn it said that it
    was not, and that is no forgery."""
    found = receipts.receipt(UUID(document["id"]))
    if found is None:
        return Checked([_NOT_HERE])
    now = {**found, "format": document["format"]}
    end = found["withdrawn"]
    if document["withdrawn"] is not None or end is None:
        return _sealed(lambda _: now)(document)
    before = _sealed(lambda _: {**now, "withdrawn": None})(document)
    since = f"NOT the same: it was true when it was made; withdrawn since, at {end['at']}."
    return Checked(before.problems, (), [since])


def _days(document: Any) -> tuple[date, date]:
    period = document["period"]
    return date.fromisoformat(period["since"]), date.fromisoformat(period["until"])


_KNOWN: Final[Mapping[tuple[str, int], Callable[[Any], Checked]]] = {
    ("reprise-evidence", 1): _log,
    ("reprise-order", 1): _told(_order),
    ("reprise-privacy-request", 3): _told(_request),
    ("reprise-partner", 1): _told(_partner),
    ("reprise-nights", 1): _told(lambda told: privacy.of_nights(*_days(told), version=1)),
    ("reprise-nights", 2): _told(lambda told: privacy.of_nights(*_days(told))),
    ("reprise-seller-copies", 1): _told(lambda told: privacy.of_copies(*_days(told))),
    ("reprise-consents", 2): _told(lambda told: consents.of_receipts(*_days(told))),
    ("reprise-consent", 1): _choice,
    ("reprise-consent-purge", 1): _purge,
    # Nobody noted who was handed one of these.
    ("reprise-privacy-breach", 2): _told(_breach, noted=False),
    ("reprise-privacy-breach", 3): _told(_breach),
}
