"""Files for an authority: downloaded, noted as a look, checked by whoever has the file alone, and
beside the database."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from reprise.accounts.models import User
from reprise.audit.models import HandedOut, Look
from reprise.kernel import clock
from reprise.kernel.ids import new_id
from reprise.privacy.actions import asking
from reprise.privacy.models import Night
from reprise.privacy.states import RequestKind
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought
from tests.upgrade import before
from tests.web.staff.evidence.files import (
    a_breach,
    badge,
    days,
    fetch,
    forged,
    member,
    partner_that_was_stopped,
)
from tests.web.staff.test_room import staff

pytestmark = pytest.mark.django_db(transaction=True)


class TestEachFile:
    """What is true of every file that staff hand out."""

    @pytest.fixture
    def client(self) -> Client:
        """A breach's file is for supervisors."""
        made = staff()
        User.objects.update(is_superuser=True)
        return made

    @pytest.fixture
    def paths(self, client: Client, erased: Bought) -> dict[str, str]:
        partner_that_was_stopped(client)
        Night.objects.create(day=now().date(), ended_at=now(), number=3)
        request = asking.receive(RequestKind.OBJECTION, "ada@buyer.example", "fr-fr", now())
        reference = erased.sale.order.reference
        breach = a_breach(member(client))
        return {
            "reprise-privacy-breach": f"privacy/breaches/{breach}/evidence.json",
            "reprise-order": f"orders/{reference}/evidence.json",
            "reprise-privacy-request": f"privacy/requests/{request.reference}/evidence.json",
            "reprise-partner": "consent/partners/acme/evidence.json",
            "reprise-nights": f"privacy/nights.json?{days(30)}",
            "reprise-seller-copies": f"privacy/seller-copies.json?{days(30)}",
            "reprise-consents": f"consent/receipts.json?{days(30)}",
        }

    def test_it_is_checked_by_itself_and_known_by_its_seal(
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        for name, path in paths.items():
            before = set(Look.objects.values_list("id", flat=True))
            raw = fetch(client, path)
            told = json.loads(raw)
            looks = Look.objects.exclude(id__in=before)
            assert {each.seal for each in looks} == {told["seal"]}, name
            assert {each.viewer_id for each in looks} == {member(client).id}
            assert told["made"]["staff"] == badge(client)
            ended, said = verify(raw)
            assert (ended, name in said, "version" in said) == (0, True, True), said
            ended, said = verify(raw, "--database")
            assert ended == 0, said
            assert f"handed out here by {badge(client)}" in said

    def test_no_two_copies_are_one_and_both_say_the_same(
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        for name, path in paths.items():
            first, second = json.loads(fetch(client, path)), json.loads(fetch(client, path))
            assert first["seal"] != second["seal"], name
            # Random: what a file was about is not found by trying the facts and the time.
            assert len({each["made"]["copy"] for each in (first, second)} - {""}) == 2
            ended, said = verify(second, beside=first)
            assert ended == 0, (name, said)
            assert "Every entry of the earlier copy" in said

    def test_it_is_known_when_the_looks_have_left(
        self,
        client: Client,
        paths: dict[str, str],
        verify: Any,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        files = {name: fetch(client, path) for name, path in paths.items()}
        who, then = badge(client), clock.now() + timedelta(days=31 * 61)
        corrupt("DELETE FROM audit_look")
        monkeypatch.setattr(clock, "now", lambda: then)
        for name, raw in files.items():
            ended, said = verify(raw, "--database")
            assert (ended, f"handed out here by {who}" in said) == (0, True), (name, said)

    def test_who_was_handed_one_is_never_changed(
        self, client: Client, paths: dict[str, str]
    ) -> None:
        fetch(client, paths["reprise-partner"])
        for change in (
            lambda: HandedOut.objects.update(badge="S-99999999"),
            lambda: HandedOut.objects.all().delete(),
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                change()

    def test_a_head_hands_nothing_out(self, client: Client, paths: dict[str, str]) -> None:
        before = Look.objects.count()
        for path in paths.values():
            assert client.head(f"/staff/{path}").status_code == 200
        assert Look.objects.count() == before

    def test_what_a_browser_fetches_ahead_is_not_made(
        self, client: Client, paths: dict[str, str]
    ) -> None:
        for path in paths.values():
            ahead = client.get(f"/staff/{path}", headers={"Sec-Purpose": "prefetch"})
            assert ahead.status_code == 503

    def test_one_that_was_made_anew_as_a_whole_is_not_what_the_database_says(
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        for name, path in paths.items():
            told = json.loads(fetch(client, path))
            about = ("order", "request", "partner", "breach", "period")
            part = next(each for each in about if each in told)
            changes = {
                "order": "market", "request": "outcome", "partner": "name", "breach": "drill",
            }  # fmt: skip
            if part == "period":
                other = forged(told, **{"more" if "more" in told else "law": "x"})
            else:
                other = forged(told, **{part: {**told[part], changes[part]: "another"}})
            assert verify(other)[0] == 0, "by itself it fits"
            ended, said = verify(other, "--database")
            assert ended == 1, (name, said)
            assert "is not what the database says now" in said

    def test_one_from_which_an_entry_was_left_out_lacks_it_beside_an_earlier_copy(
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        for path in paths.values():
            told = json.loads(fetch(client, path))
            if not told["entries"]:
                continue
            less = forged({**told, "entries": told["entries"][1:]})
            assert verify(less)[0] == 0
            ended, said = verify(less, beside=told)
            assert ended == 1
            assert "Entry 1 does not stand there" in said

    @pytest.fixture
    def of_today(self, client: Client, paths: dict[str, str], sandbox: Any) -> dict[str, str]:
        """With an order of which nothing was erased years from now, and which was looked at."""
        order = f"orders/{bought(sandbox).sale.order.reference}/evidence.json"
        for _look in range(3):
            fetch(client, order)
        return {**paths, "reprise-order": order}

    def test_one_that_nobody_was_handed_is_at_best_a_part_of_what_the_database_says(
        self, client: Client, of_today: dict[str, str], verify: Any
    ) -> None:
        for name, path in of_today.items():
            told = json.loads(fetch(client, path))
            made = {**told["made"], "staff": "S-99999999"}
            other = forged(told, made=made, how_to_verify=["Trust it."])
            assert verify(other)[0] == 0, "by itself it fits"
            ended, said = verify(other, "--database")
            assert ended == 2, (name, said)
            assert "PART NOT handed out here: its" in said
            assert "The database says the same" not in said

    def test_one_from_which_something_was_left_out_is_no_part(
        self, client: Client, of_today: dict[str, str], verify: Any
    ) -> None:
        """At its beginning, in it, or at its end while it says that it is of today."""
        for name, path in of_today.items():
            told = json.loads(fetch(client, path))
            entries = told["entries"]
            for lost in {0, len(entries) // 2, len(entries) - 1} if entries else ():
                left = [each for number, each in enumerate(entries) if number != lost]
                ended, said = verify(forged({**told, "entries": left}), "--database")
                assert ended == 1, (name, lost, said)
                assert "BAD  Entry" in said
                last = lost == len(entries) - 1
                assert ("is missing" in said) == last, (name, lost, said)

    def test_nor_is_one_that_says_another_time(
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        told = json.loads(fetch(client, paths["reprise-partner"]))
        for years, why in ((-900, "before its last entry"), (900, "still to come")):
            at = (now() + timedelta(days=years)).isoformat()
            ended, said = verify(forged(told, made={**told["made"], "at": at}), "--database")
            assert ended == 1
            assert why in said
        ended, said = verify(forged(told, made={}), "--database")
        assert (ended, "Something is missing in it" in said) == (1, True)

    def test_one_about_something_that_is_not_here_is_said(
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        for name in ("reprise-order", "reprise-partner", "reprise-privacy-request"):
            told = json.loads(fetch(client, paths[name]))
            for part, key in (("order", "reference"), ("partner", "key"), ("request", "reference")):
                if isinstance(told.get(part), dict):
                    told = forged(told, **{part: {**told[part], key: "R-NOWHERE"}})
            if name == "reprise-order":
                assert verify(told)[0] == 1, "its log is another order's"
                continue
            assert verify(told)[0] == 0
            assert "knows nothing of it" in verify(told, "--database")[1]


def test_files_that_were_handed_out_before_are_known_by_their_looks() -> None:
    """A file about two people has two looks and is one file; a page has no seal."""
    viewer, seal = new_id(), "a" * 64
    with before("audit", "0007_forget") as database:
        database.run(
            "INSERT INTO audit_badge VALUES ('S-7K3F9Q2M', %s, %s)", (viewer, now())
        )  # fmt: skip
        for which in (seal, seal, ""):
            database.run(
                "INSERT INTO audit_look (id, viewer_id, page, subject, subject_id, at, day, seal)"
                " VALUES (%s, %s, 'staff.order_file', 'order', %s, %s, %s, %s)",
                (new_id(), viewer, new_id(), now(), now().date(), which),
            )
        database.migrate("audit", "0009_handed_out")
        assert database.run("SELECT seal, badge, at FROM audit_handedout") == [
            (seal, "S-7K3F9Q2M", now())
        ]
