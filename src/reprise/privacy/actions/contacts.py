"""Taking an order's name and address out of the store that the shop works with."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from reprise import rows
from reprise.accounts.models import User
from reprise.accounts.moved import has_moved
from reprise.law.calendars import Calendar
from reprise.orders import actions as orders
from reprise.orders.actions import Claimed, Whereabouts
from reprise.orders.models import Contact
from reprise.outbox.actions import publish
from reprise.privacy import archive
from reprise.privacy.actions import keys
from reprise.privacy.actions.acting import Actor, Done, note
from reprise.privacy.events import ContactLeft
from reprise.privacy.leaving import Decided, Fate, Way, held_back, restricted, there
from reprise.privacy.models import Act, Archived, Hold
from reprise.privacy.people import account, left_to, person
from reprise.privacy.queries import facts, owners_of
from reprise.privacy.states import HoldKind, Verb

HOLDING: Final = "contact"
# An arbitrary, constant number.  Whoever takes something out shares it, who holds something back
# has it alone: nothing leaves while it is being held.
HOLDING_BACK: Final = 7_361_040
_VERBS: Final = {
    Fate.KEPT: Verb.KEPT,
    Fate.ARCHIVED: Verb.ARCHIVED,
    Fate.ERASED: Verb.ERASED,
}
# Why something was archived that is to be kept, and nothing else: nobody else is told of it.
RESTRICTED: Final = HoldKind.RESTRICTION.value
# A guest's order is claimed by an account, not twice in a moment.
_TRIES: Final = 3


def take_out(
    order_id: UUID, way: Way, actor: Actor, now: datetime, request_id: UUID | None = None
) -> Decided:
    """As :func:`take`, in a transaction of its own."""

    def once() -> Decided:
        with transaction.atomic():
            return take(order_id, way, actor, now, request_id)

    return unless_claimed(once)


def unless_claimed(once: Callable[[], Decided]) -> Decided:
    """Do a transaction again while an account claims the order in between."""
    for again in reversed(range(_TRIES)):
        try:
            return once()
        except Claimed:
            if not again:
                raise
    raise AssertionError("unreachable")


def take(
    order_id: UUID, way: Way, actor: Actor, now: datetime, request_id: UUID | None = None
) -> Decided:
    """Decide anew what becomes of an order's name and address, and do it, inside the caller's
    transaction.

    What cannot be taken out now is KEPT; for a request that is noted, once.  Raises MissingKey
    where the archive cannot be written, Claimed, Order.DoesNotExist: roll back.
    """
    nobody_holds_back()
    found = orders.lock_whereabouts(order_id)
    if found is None:
        row = rows_archived([order_id]).get(order_id)
        return there(order_id, row.until if row else None)
    decided = _decided(order_id, found, way, now)
    if decided.fate is Fate.ARCHIVED:
        put_away(found, decided, now)
    if decided.fate is not Fate.KEPT:
        orders.forget_whereabouts(found)
        if way is not restricted:
            # Who wants nothing to happen but storage wants nobody else to delete it either.
            publish([ContactLeft(order_id)], at=now)
    if decided.fate is Fate.ERASED:
        forget_numbers(order_id)
    _note(decided, actor, now, request_id, way)
    return decided


def _note(decided: Decided, actor: Actor, now: datetime, request_id: UUID | None, way: Way) -> None:
    verb = _VERBS[decided.fate]
    if verb is Verb.KEPT and (request_id is None or _noted(request_id, decided.order_id, verb)):
        return
    done = Done(
        holding=HOLDING, subject=decided.order_id, verb=verb, actor=actor, request_id=request_id,
        basis=decided.ground.value, until=decided.until if verb is Verb.ARCHIVED else None,
        reason=RESTRICTED if way is restricted else "",
    )  # fmt: skip
    note([done], now)


def _decided(order_id: UUID, found: Whereabouts, way: Way, now: datetime) -> Decided:
    """Under the locks: what was true before them may not be true any more."""
    (known,) = facts([order_id]).values()
    decided = way(order_id, known, Calendar(known.country).day_of(now))
    owner = owners_of([found.contact]).get(order_id)
    if holds_on(order_id, persons_of(found), owner, now):
        return held_back(decided)
    return decided


def put_away(found: Whereabouts, decided: Decided, now: datetime) -> None:
    """Seal who bought an order into a row of the archive.  Raises MissingKey."""
    assert decided.until is not None  # noqa: S101  what is archived has an end
    year = decided.until.year
    keys.ready(year, now)
    # An account that is gone has nothing: its order is a guest's.
    buyer = found.contact.buyer_id if found.account else None
    sealed = archive.seal(decided.order_id, year, archive.contents(found))
    row = Archived(
        order_id=decided.order_id, sealed=sealed, key_year=year, until=decided.until,
        basis=decided.ground.value, persons=persons_of(found), owner=owner_of(found),
        account=account(buyer) if buyer else None, archived_at=now,
    )  # fmt: skip
    rows.insert([row])


def owner_of(found: Whereabouts) -> bytes:
    """Whose the order is: its account's address, whatever stands in it; else its own.

    Raises MissingKey.
    """
    return person(found.account or found.contact.email)


def persons_of(found: Whereabouts) -> list[bytes]:
    """Whom the order has to do with: its address, and its account's.  Raises MissingKey."""
    return sorted({person(email) for email in (found.contact.email, found.account) if email})


def holds_on(order_id: UUID, persons: Collection[bytes], owner: UUID | None, now: datetime) -> bool:
    """Whether this order, or all of a person, is to be left alone now."""
    of = Q(order_id=order_id) | Q(person__in=persons)
    if owner is not None:
        of |= Q(user_id=owner)
    return Hold.objects.holding(now).filter(of).exists()


def account_is_held(user: User, now: datetime, but: Collection[UUID] = ()) -> bool:
    """Whether all of a person is to be left alone now; ``but`` are holds that do not count.

    Raises MissingKey.
    """
    known_as = account(user.id)
    of = Q(person=person(user.email)) | Q(user_id=user.id) | Q(account=known_as)
    if Archived.objects.filter(account=known_as).exists():
        # Of which account's rows it keeps nobody could reckon: of all, as in `privacy_drop`.
        of |= Q(user_id__isnull=False, account=None)
    holds = Hold.objects.holding(now).filter(of)
    return holds.exclude(id__in=list(but)).exists()


def leave_to_address(user: User) -> int:
    """What an account that is gone has in the archive is its last proven address's from now on:
    the one under which it was archived, or one to which its person has moved it since; how many
    rows.  It is nobody's (:func:`left_to_nobody`) where only the account's row says so.

    PostgreSQL refuses it of an account that is there, or is held.  Raises MissingKey.
    """
    address = person(user.email) if user.verified_at is not None else None
    orders = _of_account(user) if address is not None and has_moved(user) else []
    proofs = [left_to(order_id, user.email) for order_id in orders]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy_leave_account(%s, %s, %s, %s::uuid[], %s::bytea[])",
            [user.id, account(user.id), address, orders, proofs],
        )
        return int(cursor.fetchone()[0])


def left_to_nobody(user: User) -> set[UUID]:
    """The orders of an account in the archive that no address would find if it were gone now.

    Raises MissingKey.
    """
    if user.verified_at is not None and has_moved(user):
        return set()
    mine = Archived.objects.filter(account=account(user.id))
    lost = Q(owner=None)
    if user.verified_at is not None:
        lost |= ~Q(owner=person(user.email))
    return set(mine.filter(lost).values_list("order_id", flat=True))


def _of_account(user: User) -> list[UUID]:
    mine = Archived.objects.filter(account=account(user.id))
    return list(mine.order_by("order_id").values_list("order_id", flat=True))


def rows_archived(order_ids: Collection[UUID]) -> dict[UUID, Archived]:
    """The rows of the archive of these orders, closed."""
    return {row.order_id: row for row in Archived.objects.filter(order_id__in=order_ids)}


def named(order_ids: Collection[UUID]) -> set[UUID]:
    """Those of these orders whose buyer the store that the shop works with still names."""
    found = Contact.objects.filter(order_id__in=order_ids)
    return set(found.values_list("order_id", flat=True))


def forget_numbers(order_id: UUID) -> int:
    """Delete the numbers of an order's devices and parcels, and which letters were written about
    it; none while somebody is still named for it.  How many rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy_forget_devices(%(order)s) + privacy_forget_parcels(%(order)s)",
            {"order": order_id},
        )
        return int(cursor.fetchone()[0])


def nobody_holds_back() -> None:
    """Until the transaction ends, no hold is put on anything."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [HOLDING_BACK])


def _noted(request_id: UUID, order_id: UUID, verb: Verb) -> bool:
    return Act.objects.filter(
        request_id=request_id, holding=HOLDING, subject=order_id, verb=verb.value
    ).exists()
