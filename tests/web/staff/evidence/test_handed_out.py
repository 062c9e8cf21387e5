"""That a file was handed out is no word of whoever can write a row, and proves no other rows
(decision 0063)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from reprise.audit.chain import broken
from reprise.audit.models import HandedOut, Look
from reprise.audit.states import Page, Subject
from reprise.consent import actions as consents
from reprise.consent.states import StopReason
from reprise.kernel import clock
from reprise.kernel.ids import new_id
from tests.consent.asked import ask
from tests.moment import now
from tests.planted import corrupt
from tests.upgrade import before
from tests.web.staff.evidence.files import badge, fetch, forged, member, put_in

pytestmark = pytest.mark.django_db(transaction=True)
PARTNER = "consent/partners/acme/evidence.json"
Document = dict[str, Any]
Verify = Callable[..., tuple[int, str]]


@pytest.fixture
def told(client: Client) -> Document:
    """The file of a partner, as it was handed out."""
    ask("acme")
    made: Document = json.loads(fetch(client, PARTNER))
    return made


def look(client: Client, seal: str, at: datetime) -> None:
    badge(client)
    Look.objects.create(
        viewer_id=member(client).id, page=Page.PARTNER_FILE.value, subject=Subject.HOUSE.value,
        subject_id=new_id(), at=at, day=at.date(), seal=seal,
    )  # fmt: skip


def hand_out(seal: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT audit_hand_out(%s)", [seal])


class TestWhoMayAddOne:
    def test_the_running_role_adds_none_by_a_statement(self, told: Document) -> None:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            HandedOut.objects.create(
                seal="a" * 64,
                badge=told["made"]["staff"],
                at=now(),
                no=2,
                previous="",
                hash="a" * 64,
            )
        assert HandedOut.objects.count() == 1

    def test_nor_without_a_look_of_now_by_one_of_the_staff(
        self, told: Document, client: Client
    ) -> None:
        """An old one would leave at once, and nothing would tell who was handed the file."""
        seal = "a" * 64
        with pytest.raises(DatabaseError, match="whose look says so now"):
            hand_out(seal)
        with pytest.raises(DatabaseError, match="whose look says so now"):
            hand_out("")
        for away in (timedelta(days=-6 * 365), timedelta(hours=-2), timedelta(hours=2)):
            look(client, seal, now() + away)
            with pytest.raises(DatabaseError, match="whose look says so now"):
                hand_out(seal)
        look(client, seal, now())
        hand_out(seal)
        assert HandedOut.objects.get(seal=seal).badge == badge(client)
        with pytest.raises(DatabaseError, match="duplicate key"):
            hand_out(seal)

    def test_when_postgresql_says(self, client: Client) -> None:
        look(client, "b" * 64, now() + timedelta(minutes=30))
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            (earliest,) = cursor.fetchone()
            hand_out("b" * 64)
            cursor.execute("SELECT clock_timestamp()")
            (latest,) = cursor.fetchone()
        assert earliest <= HandedOut.objects.get().at <= latest


class TestASealThatIsKnown:
    def test_rows_that_agree_are_said_to(self, told: Document, verify: Verify) -> None:
        ended, said = verify(told, "--database")
        assert ended == 0
        assert "(number 1), byte for byte, and the database says the same." in said

    def test_what_the_rows_do_not_say_is_not_genuine(
        self, told: Document, client: Client, verify: Verify
    ) -> None:
        """Whoever speaks SQL has a forged file noted in the name of one of the staff."""
        other = forged(told, partner={**told["partner"], "contract_ref": "DPA-never"})
        put_in(other, client)
        ended, said = verify(other, "--database")
        assert ended == 2, said
        assert f"PART It was handed out here by {badge(client)}" in said
        assert "PART “partner” is not what the database says now" in said
        assert "says the same" not in said
        less = forged({**told, "entries": told["entries"][1:]})
        put_in(less, client)
        ended, said = verify(less, "--database")
        assert (ended, "PART Entry 1" in said) == (2, True), said

    def test_what_was_never_there_is_not_genuine(
        self, told: Document, client: Client, verify: Verify
    ) -> None:
        made_up = {**told["entries"][-1], "what": "stopped", "reason": "beyond"}
        more = forged({**told, "entries": [*told["entries"], made_up]})
        put_in(more, client)
        ended, said = verify(more, "--database")
        assert (ended, "PART Entry 4 does not stand there as it is here" in said) == (2, True), said

    def test_what_is_gone_is_not_genuine(
        self, told: Document, client: Client, verify: Verify
    ) -> None:
        other = forged(told, partner={**told["partner"], "key": "nobody"})
        put_in(other, client)
        ended, said = verify(other, "--database")
        assert (ended, "PART The database knows nothing of it" in said) == (2, True), said

    def test_what_came_since_is_counted(
        self, told: Document, client: Client, verify: Verify
    ) -> None:
        consents.kill_partner("acme", StopReason.UNUSED, None, clock.now())
        ended, said = verify(told, "--database")
        assert ended == 0, said
        assert "and the database says the same, which has 1 more since." in said

    def test_other_words_on_how_to_verify_it_are_said(
        self, told: Document, client: Client, verify: Verify
    ) -> None:
        other = forged(told, how_to_verify=["Trust it."])
        put_in(other, client)
        ended, said = verify(other, "--database")
        assert ended == 0
        assert "ok, but what it says on how to verify it is not checked" in said

    def test_a_file_of_another_moment_is_not_the_one(
        self, told: Document, client: Client, verify: Verify
    ) -> None:
        """A seal that came here today is no file of last year, whoever says so."""
        for made, why in (
            ({"at": (now() + timedelta(hours=-2)).isoformat()}, "and names another time"),
            ({"staff": "S-99999999"}, "and names another one"),
            ({"staff_id": str(new_id())}, "and names another one"),
            ({"note": "Checked by a judge."}, "it says more of who made it"),
        ):
            other = forged(told, made={**told["made"], **made})
            put_in(other, client)
            ended, said = verify(other, "--database")
            assert ended == (1 if "at" in made else 2), said
            assert "Its seal stands here, and is not believed: it" in said
            assert why in said
            assert "handed out here by" not in said


class TestTheChain:
    @pytest.fixture
    def three(self, told: Document, client: Client) -> list[Document]:
        return [told, *(json.loads(fetch(client, PARTNER)) for _ in range(2))]

    def test_each_is_bound_to_the_one_before(self, three: list[Document]) -> None:
        chain = list(HandedOut.objects.order_by("no"))
        assert [each.seal for each in chain] == [each["seal"] for each in three]
        assert [each.no for each in chain] == [1, 2, 3]
        assert [each.previous for each in chain] == ["", chain[0].hash, chain[1].hash]
        assert broken(chain) == ""

    @pytest.mark.parametrize(
        ("statement", "why"),
        [
            ("UPDATE audit_handedout SET badge = 'S-99999999' WHERE no = 1",
             "number 1 was changed"),
            ("UPDATE audit_handedout SET at = at - interval '1 year' WHERE no = 2",
             "number 2 was changed"),
            ("DELETE FROM audit_handedout WHERE no = 2", "number 2 is missing"),
            ("DELETE FROM audit_handedout WHERE no = 1", "number 1 is missing"),
        ],
    )  # fmt: skip
    def test_where_it_does_not_hold_no_seal_is_believed(
        self, three: list[Document], verify: Verify, statement: str, why: str
    ) -> None:
        corrupt(statement)
        ended, said = verify(three[2], "--database")
        assert ended == 2
        assert f"PART Its seal stands here, and is not believed: {why}" in said
        assert "PART NOT handed out here" in said

    def test_nor_one_whose_look_is_missing(self, three: list[Document], verify: Verify) -> None:
        corrupt("DELETE FROM audit_look WHERE seal = %(seal)s", seal=three[1]["seal"])
        ended, said = verify(three[1], "--database")
        assert (ended, "no look of" in said) == (2, True), said
        assert verify(three[2], "--database")[0] == 0

    def test_what_was_handed_out_before_is_in_it(self) -> None:
        with before("audit", "0009_handed_out") as database:
            for seal, ago in (("b" * 64, 1), ("a" * 64, 3), ("c" * 64, 2)):
                database.run(
                    "INSERT INTO audit_handedout VALUES (%s, 'S-7K3F9Q2M', %s)",
                    (seal, now() - timedelta(days=ago)),
                )
            database.migrate("audit", "0011_handed_out_chained")
            rows = database.run(
                "SELECT seal, badge, at, no, previous, hash FROM audit_handedout ORDER BY no"
            )
        names = ("seal", "badge", "at", "no", "previous", "hash")
        chain = [HandedOut(**dict(zip(names, each, strict=True))) for each in rows]
        assert [each.seal[0] for each in chain] == ["a", "c", "b"]
        assert [each.at for each in chain] == [now() - timedelta(days=ago) for ago in (3, 2, 1)]
        assert broken(chain) == ""
