"""Whose an order in the archive is when its account is gone (decision 0065)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from psycopg.errors import CheckViolation

from reprise.accounts.models import User
from reprise.accounts.moved import has_moved, proof
from reprise.kernel.ids import new_id
from reprise.orders.models import Contact
from reprise.privacy import overview, people
from reprise.privacy.access import Person, orders_of
from reprise.privacy.actions import accounts, contacts
from reprise.privacy.actions.acting import PERSON
from reprise.privacy.models import Archived
from reprise.privacy.people import person
from tests import database
from tests.cast import CONTACT
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import bought
from tests.privacy.sealed import archived
from tests.privacy.test_held_accounts import ADA, NEW, account, moves

pytestmark = pytest.mark.django_db(transaction=True)
EVE = "eve@x.example"


@pytest.fixture
def ada() -> User:
    return account()


@pytest.fixture
def row(sandbox: Any, ada: User) -> Archived:
    return archived(bought(sandbox, buyer=ada.id))


def gone(user: User) -> None:
    with transaction.atomic():
        assert accounts.erase(user.id, PERSON, now())


def let_in(*emails: str) -> list[str]:
    return [each for each in emails if orders_of(Person(None, each))]


def forged(user: User, email: str) -> User:
    """As whoever has the running role moves an account."""
    database.run("UPDATE accounts_user SET email = %s WHERE id = %s", email, user.id)
    user.refresh_from_db()
    return user


def test_the_last_address_that_its_person_has_proven(ada: User, row: Archived) -> None:
    ada = moves(ada)
    assert contacts.left_to_nobody(ada) == set()
    gone(ada)
    assert let_in(ADA, NEW, CONTACT.email) == [NEW]
    assert let_in(NEW.upper()) == [NEW.upper()]
    (found,) = overview.archived_of(NEW)
    assert found.order.id == row.order_id, "staff and holds find it by that address, too"


@pytest.mark.parametrize("way", [(ADA,), (NEW, ADA), (EVE, NEW)], ids=",".join)
def test_whatever_it_had_in_between(sandbox: Any, ada: User, row: Archived, way: Any) -> None:
    for email in way:
        if email != ada.email:
            ada = moves(ada, email)
    later_one = archived(bought(sandbox, buyer=ada.id))
    gone(ada)
    for each in (row, later_one):
        assert each.order_id in orders_of(Person(None, way[-1]))
    assert let_in(ADA, NEW, EVE) == [way[-1]]


def test_not_one_that_only_its_row_says(ada: User, row: Archived) -> None:
    """Neither before nor after its person has moved it; and the old one may be somebody else's."""
    ada = forged(ada, EVE)
    assert not has_moved(ada)
    assert contacts.left_to_nobody(ada) == {row.order_id}
    gone(ada)
    assert let_in(ADA, EVE) == []


def test_nor_with_a_proof_of_another_account_or_address(ada: User, row: Archived) -> None:
    eve = moves(account("before@x.example"), EVE)
    for stolen in (bytes(eve.moved or b""), proof(ada.id, NEW), proof(eve.id, EVE), b"\0" * 32):
        database.run("UPDATE accounts_user SET moved = %s WHERE id = %s", stolen, ada.id)
        database.run("UPDATE accounts_user SET email = 'gone@x.example' WHERE id = %s", eve.id)
        assert not has_moved(forged(ada, EVE))
    gone(ada)
    assert let_in(ADA, NEW, EVE) == []


def test_nor_to_whom_somebody_else_gives_it(sandbox: Any, ada: User, row: Archived) -> None:
    """By the function, with the proof of a row of their own."""
    eve = account("before@x.example")
    own = archived(bought(sandbox, buyer=eve.id))
    gone(moves(eve, EVE))
    assert orders_of(Person(None, EVE)) == [own.order_id]
    taken = bytes(Archived.objects.get(order_id=own.order_id).proof or b"")
    for given in (taken, people.left_to(row.order_id, ADA), people.left_to(own.order_id, EVE)):
        with transaction.atomic():
            assert database.run(
                "SELECT privacy_leave_account(%s, %s, %s, %s::uuid[], %s::bytea[])",
                new_id(), bytes(row.account or b""), person(EVE), [row.order_id], [given],
            ) == [(1,)]  # fmt: skip
            assert orders_of(Person(None, EVE)) == [own.order_id]
            transaction.set_rollback(True)


def test_what_comes_without_an_address_stays_as_it_is(ada: User, row: Archived) -> None:
    assert database.run(
        "SELECT privacy_leave_account(%s, %s, NULL, %s::uuid[], %s::bytea[])",
        new_id(), bytes(row.account or b""), [row.order_id], [b"\0" * 32],
    ) == [(1,)]  # fmt: skip
    found = Archived.objects.get()
    assert (found.owner, found.proof, found.persons) == (row.owner, None, row.persons)


def test_no_row_has_a_proof_that_has_an_account(ada: User, row: Archived) -> None:
    for changed in ("proof = '\\x00'", "account = NULL, owner = NULL, proof = '\\x00'"):
        with pytest.raises(CheckViolation, match="privacy_archived_proof"):
            corrupt(f"UPDATE privacy_archived SET {changed}")  # noqa: S608


@pytest.mark.parametrize("verified", [True, False])
def test_it_is_said_before_what_no_address_will_find(
    ada: User, row: Archived, verified: bool
) -> None:
    """What is said is what comes."""
    if not verified:
        User.objects.update(verified_at=None)
        ada.refresh_from_db()
    assert contacts.left_to_nobody(ada) == set()
    corrupt("UPDATE privacy_archived SET owner = NULL")
    assert contacts.left_to_nobody(ada) == {row.order_id}
    gone(ada)
    assert let_in(ADA) == []


def test_what_is_archived_after_its_account_is_a_guest_s(sandbox: Any, ada: User) -> None:
    made = bought(sandbox, buyer=ada.id)
    gone(ada)
    assert Contact.objects.get(order_id=made.id).buyer_id == ada.id, "nobody has said so yet"
    assert archived(made).account is None
    assert let_in(ADA, CONTACT.email) == [CONTACT.email]
