"""Where a seller's money goes: sealed, told to everybody, and not a thief's within three days."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from reprise.accounts.limits import TooManyAttempts
from reprise.accounts.models import User
from reprise.kernel.ids import new_id
from reprise.keys import Keys, WrongKey, place
from reprise.sellers import actions, iban
from reprise.sellers.actions import AlreadyEnded, NotAManager, NothingToStop, SameAccount
from reprise.sellers.iban import NoIban, OutsideSepa
from reprise.sellers.models import Member, PaymentAccount, Seller, Trader
from reprise.sellers.queries import entries_of, number_of, payment_account
from reprise.sellers.rules import Entered, in_effect, waiting
from tests import database
from tests.cast import a_seller
from tests.moment import now
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)
# Examples of the banks' own papers, none a real account.
GERMAN, FRENCH, BELGIAN = (
    "DE89370400440532013000",
    "FR1420041010050500013M02606",
    "BE68539007547034",
)
DAY = timedelta(days=1)


@pytest.fixture
def seller() -> Seller:
    return a_seller()


@pytest.fixture
def ada(seller: Seller) -> User:
    return member(seller, "ada@room.example")


def member(seller: Seller, email: str, role: str = "manager", language: str = "en") -> User:
    user = User.objects.create_user(email, "a long enough word", language=language)
    Member.objects.create(seller=seller, user_id=user.id, role=role)
    return user


def enter(seller: Seller, by: User, number: str = GERMAN, at: datetime | None = None) -> Any:
    return actions.enter_account(seller.id, number, by.id, at or now())


def goes_to(seller: Seller, at: datetime) -> str | None:
    found = payment_account(seller.id, at)
    return number_of(found) if found else None


def test_the_first_counts_at_once_and_another_after_three_days(seller: Seller, ada: User) -> None:
    assert goes_to(seller, now()) is None
    enter(seller, ada)
    assert goes_to(seller, now()) == GERMAN
    enter(seller, ada, FRENCH, now() + DAY)
    assert goes_to(seller, now() + 4 * DAY - timedelta(seconds=1)) == GERMAN
    assert goes_to(seller, now() + 4 * DAY) == FRENCH
    assert goes_to(seller, now()) == GERMAN, "what was, stays"
    assert goes_to(seller, now() - DAY) is None


def test_a_change_that_was_stopped_never_counts(seller: Seller, ada: User) -> None:
    enter(seller, ada)
    thiefs = enter(seller, ada, FRENCH, now() + DAY)
    actions.stop_account(seller.id, thiefs.id, ada.id, now() + 2 * DAY)
    assert goes_to(seller, now() + 99 * DAY) == GERMAN
    with pytest.raises(NothingToStop):
        actions.stop_account(seller.id, thiefs.id, ada.id, now() + 2 * DAY)


def test_what_waits_never_counts_after_the_contract(seller: Seller, ada: User) -> None:
    enter(seller, ada)
    enter(seller, ada, FRENCH)
    actions.end_contract(seller.id, now().date(), now() + DAY)
    assert goes_to(seller, now() + 99 * DAY) == GERMAN
    actions.take_back_end(seller.id, now() + DAY)
    assert goes_to(seller, now() + 99 * DAY) == GERMAN, "whoever wants it enters it again"


def test_what_counts_already_stays_after_the_contract(seller: Seller, ada: User) -> None:
    enter(seller, ada)
    enter(seller, ada, FRENCH)
    actions.end_contract(seller.id, now().date(), now() + 3 * DAY)
    assert goes_to(seller, now() + 99 * DAY) == FRENCH


def test_none_is_entered_after_the_contract(seller: Seller, ada: User) -> None:
    """By a page that was open when it ended."""
    enter(seller, ada)
    actions.end_contract(seller.id, now().date(), now())
    with pytest.raises(AlreadyEnded):
        enter(seller, ada, FRENCH)
    assert PaymentAccount.objects.count() == 1


def test_what_counts_already_is_not_stopped(seller: Seller, ada: User) -> None:
    first = enter(seller, ada)
    second = enter(seller, ada, FRENCH)
    for entry, when in ((first, now()), (second, now() + 3 * DAY)):
        with pytest.raises(NothingToStop):
            actions.stop_account(seller.id, entry.id, ada.id, when)
    with pytest.raises(DatabaseError), transaction.atomic():
        PaymentAccount.objects.filter(id=second.id).update(
            stopped_at=second.effective_at, stopped_by=ada.id
        )


def test_one_change_waits_at_a_time(seller: Seller, ada: User) -> None:
    """Otherwise the one before would count for a while, although somebody said better since."""
    enter(seller, ada)
    enter(seller, ada, FRENCH)
    enter(seller, ada, BELGIAN, now() + DAY)
    assert goes_to(seller, now() + 3 * DAY) == GERMAN
    assert goes_to(seller, now() + 4 * DAY) == BELGIAN


def test_the_account_that_is_entered_is_not_entered_again(seller: Seller, ada: User) -> None:
    enter(seller, ada)
    with pytest.raises(SameAccount):
        enter(seller, ada, "de89 3704 0044 0532 0130 00")
    assert PaymentAccount.objects.count() == 1


def test_no_more_than_five_an_hour_are_entered_by_one_person(seller: Seller, ada: User) -> None:
    """Rows that stay, and letters: whoever has a manager's password makes no flood of them."""
    for turn in range(5):
        enter(seller, ada, (GERMAN, FRENCH)[turn % 2])
    letters()
    mail.outbox.clear()
    for _ in range(3):
        with pytest.raises(TooManyAttempts):
            enter(seller, ada, FRENCH, now() + timedelta(minutes=59))
    assert PaymentAccount.objects.count() == 5
    assert letters() == []
    assert enter(seller, ada, FRENCH, now() + timedelta(minutes=61))


def test_nobody_finds_out_a_number_by_trying(seller: Seller, ada: User) -> None:
    """That it is the one that is entered is an answer, too."""
    enter(seller, ada)
    for _ in range(4):
        with pytest.raises(SameAccount):
            enter(seller, ada)
    with pytest.raises(TooManyAttempts):
        enter(seller, ada)


def test_one_persons_tries_keep_no_other_from_it(seller: Seller, ada: User) -> None:
    bob, rival = member(seller, "bob@room.example"), a_seller("Rival")
    Member.objects.create(seller=rival, user_id=ada.id, role="manager")
    for _ in range(10):
        with pytest.raises(NoIban):
            enter(seller, ada, "DE89 3704")
    for turn in range(5):
        enter(seller, ada, (GERMAN, FRENCH)[turn % 2])
    waits = enter(seller, bob, BELGIAN)
    assert enter(rival, ada, BELGIAN)
    # Stopping is never too much.
    actions.stop_account(seller.id, waits.id, ada.id, now())


def test_only_a_manager_of_this_seller_says_where_its_money_goes(seller: Seller, ada: User) -> None:
    clerk = member(seller, "clerk@room.example", "clerk")
    rival = member(a_seller("Rival"), "rival@room.example")
    enter(seller, ada)
    waits = enter(seller, ada, FRENCH)
    for other in (clerk, rival):
        with pytest.raises(NotAManager):
            enter(seller, other, BELGIAN)
        with pytest.raises(NotAManager):
            actions.stop_account(seller.id, waits.id, other.id, now())
    theirs = Member.objects.get(user_id=rival.id).seller
    with pytest.raises(PaymentAccount.DoesNotExist):
        actions.stop_account(theirs.id, waits.id, rival.id, now())
    assert goes_to(seller, now() + 3 * DAY) == FRENCH


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("DE89370400440532013001", NoIban),
        ("DE8937040044053201300", NoIban),
        ("", NoIban),
        ("4929 1234 5678 9012", NoIban),
        ("ＤＥ89370400440532013000", NoIban),
        ("DE89370400440532013000'--", NoIban),
        # Right, and far away: Turkey and Brazil.
        ("TR330006100519786457841326", OutsideSepa),
        ("BR1800360305000010009795493C1", OutsideSepa),
    ],
)
def test_what_is_no_account_in_sepa_is_refused(
    seller: Seller, ada: User, typed: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal) as refused:
        enter(seller, ada, typed)
    assert not typed or typed not in str(refused.value)
    assert not PaymentAccount.objects.exists()


def test_a_number_is_read_as_people_write_it() -> None:
    for typed in ("de89 3704 0044 0532 0130 00", " DE89-3704-0044-0532-0130-00\n", GERMAN):
        assert iban.read(typed) == GERMAN


class TestSealed:
    def rows(self) -> str:
        """Every row of every table, as a dump would have it."""
        with psycopg.connect(database.endpoints.owner_url) as owner:
            tables = owner.execute(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            ).fetchall()
            return "\n".join(
                text
                for (table,) in tables
                for (text,) in owner.execute(f"SELECT t::text FROM {table} t".encode()).fetchall()  # noqa: S608
            )

    def test_the_number_is_in_no_table(self, seller: Seller, ada: User) -> None:
        enter(seller, ada)
        drain()
        dump = self.rows()
        assert "3000" in dump, "the last four are"
        assert GERMAN not in dump
        assert GERMAN[4:-4] not in dump
        assert GERMAN.encode().hex() not in dump

    def test_it_opens_in_its_own_row_only(self, seller: Seller, ada: User) -> None:
        mine = enter(seller, ada)
        rivals = a_seller("Rival")
        theirs = enter(rivals, member(rivals, "rival@room.example"), FRENCH)
        PaymentAccount.objects.filter(id=theirs.id).update(number=mine.number)
        theirs.refresh_from_db()
        with pytest.raises(WrongKey):
            number_of(theirs)

    def test_no_letter_and_no_log_holds_it(
        self, seller: Seller, ada: User, caplog: pytest.LogCaptureFixture
    ) -> None:
        enter(seller, ada)
        drain()
        for message in mail.outbox:
            assert GERMAN[4:-4] not in f"{message.subject}{message.body}{message.message()}"
        assert GERMAN[4:-4] not in caplog.text

    def test_rows_stay_as_they_were_written(self, seller: Seller, ada: User) -> None:
        entry = enter(seller, ada)
        for change in ({"last4": "0000"}, {"entered_by": uuid4()}, {"effective_at": now()}):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                PaymentAccount.objects.filter(id=entry.id).update(**change)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            entry.delete()


def letters() -> list[tuple[str, str]]:
    drain()
    return sorted((message.to[0], message.subject) for message in mail.outbox)


def test_everybody_is_told_and_the_trader_too(seller: Seller, ada: User) -> None:
    """Also who may not change it, each in their own language, to the addresses that there are."""
    member(seller, "clerk@room.example", "clerk", "de")
    Seller.objects.filter(id=seller.id).update(language="fr")
    enter(seller, ada)
    trader = Trader.objects.get().email
    assert letters() == sorted(
        [
            ("ada@room.example", "Another payment account for Atelier Rhône"),
            ("clerk@room.example", "Ein anderes Auszahlungskonto für Atelier Rhône"),
            (trader, "Un autre compte de versement pour Atelier Rhône"),
        ]
    )
    assert "3000" in str(mail.outbox[0].body)
    mail.outbox.clear()
    waits = enter(seller, ada, FRENCH)
    # Whoever has taken the account over and its address as well does not reach the trader's.
    User.objects.filter(id=ada.id).update(email="thief@room.example")
    assert trader in [to for to, _ in letters()]
    mail.outbox.clear()
    actions.stop_account(seller.id, waits.id, ada.id, now())
    assert len(letters()) == 3


def test_two_who_enter_at_once_leave_one_that_waits(
    seller: Seller, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would read the entries before the other writes, if they were not in turn."""
    enter(seller, ada)
    both = Barrier(2)

    def read_and_wait(seller_id: UUID) -> list[PaymentAccount]:
        found = entries_of(seller_id)
        with suppress(BrokenBarrierError):
            both.wait(1)
        return found

    monkeypatch.setattr(actions, "entries_of", read_and_wait)

    def work(number: str) -> None:
        try:
            enter(seller, ada, number)
        finally:
            connection.close()

    people = [Thread(target=work, args=(number,)) for number in (FRENCH, BELGIAN)]
    for each in people:
        each.start()
    for each in people:
        each.join(20)
    told = [each.facts for each in PaymentAccount.objects.all()]
    assert len(told) == 3
    assert sum(each.stopped_at is None and each.effective_at > now() for each in told) == 1


def entries() -> Iterator[Entered]:
    for start, end, stopped in ((0, 0, None), (1, 4, 2), (2, 5, None)):
        yield Entered(
            new_id(),
            now() + start * DAY,
            now() + end * DAY,
            now() + stopped * DAY if stopped else None,
        )


@pytest.mark.parametrize(
    ("day", "counts", "waits"), [(-1, None, 0), (0, 0, 2), (4, 0, 2), (5, 2, None)]
)
def test_the_rule_alone(day: int, counts: int | None, waits: int | None) -> None:
    told = list(entries())
    at = now() + day * DAY
    assert in_effect(told, at) == (None if counts is None else told[counts])
    assert waiting(told, at) == (None if waits is None else told[waits])


def test_the_place_is_part_of_the_seal(seller: Seller, ada: User) -> None:
    entry = enter(seller, ada)
    where = place("sellers_paymentaccount", "number", str(entry.id))
    assert Keys.of().open_field(entry.number, where) == GERMAN
