"""Files for an authority: downloaded, noted as a look, checked by whoever has the file alone, and
beside the database."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from reprise.accounts.models import User
from reprise.audit.actions import badge_of, forget
from reprise.audit.models import HandedOut, Look
from reprise.cli import main
from reprise.consent import actions as consents
from reprise.consent.configuration import day_of
from reprise.consent.states import StopReason
from reprise.kernel.evidence import document, facts_of, sealed, text
from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk
from reprise.orders import access
from reprise.privacy.actions import asking, telling
from reprise.privacy.actions.breaches import Entry, enter
from reprise.privacy.models import Act, Brake, Night, SellerCopy
from reprise.privacy.states import BreachKind, By, Outcome, RequestKind, Scope
from tests.cast import CONTACT
from tests.consent.asked import ask
from tests.moment import now
from tests.planted import corrupt
from tests.privacy.cases import Bought, asked, bought, erase
from tests.upgrade import before
from tests.web.account.people import fresh
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)
Document = dict[str, Any]


@pytest.fixture
def client() -> Client:
    return staff()


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """`reprise verify-evidence` of a document, or of bytes: how it ended, and what it said."""

    def run(what: Document | bytes, *more: str, beside: Document | None = None) -> tuple[int, str]:
        file = tmp_path / "file.json"
        file.write_bytes(what if isinstance(what, bytes) else text(what).encode())
        arguments = ["verify-evidence", str(file), *more]
        if beside is not None:
            (tmp_path / "other.json").write_text(text(beside))
            arguments += ["--with", str(tmp_path / "other.json")]
        ended = main(arguments)
        return ended, capsys.readouterr().out

    return run


def member(client: Client) -> User:
    return User.objects.get(id=UUID(client.session["_auth_user_id"]))


def badge(client: Client) -> str:
    return badge_of(member(client).id, now())


def fetch(client: Client, path: str) -> bytes:
    answer = client.get(f"/staff/{path}")
    assert answer.status_code == 200, answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment;")
    return bytes(answer.content)


def days(since: int = 400, until: int = 0) -> str:
    today = now().date()
    return f"since={today - timedelta(days=since)}&until={today - timedelta(days=until)}"


def what(told: Document) -> list[str]:
    return [each["what"] for each in told["entries"]]


def forged(told: Document, **parts: Any) -> Document:
    """Made anew as a whole by somebody who knows how."""
    shape = {"format", "entries", "digests", "end", "seal"}
    own = {name: value for name, value in told.items() if name not in shape}
    return document(told["format"], {**own, **parts}, [facts_of(each) for each in told["entries"]])


def a_breach(boss: User) -> str:
    """The reference of one whose words name somebody: nobody has seen it yet."""
    entry = Entry(
        drill=False, kinds=(BreachKind.CONFIDENTIALITY,), aware_at=now(), scope=Scope.STORED,
        from_at=now(), until_at=now(), holdings=("contact",), risk=Risk.LIKELY,
        why="A copy lay open.", happened="Camille Martin's parcel was opened.",
    )  # fmt: skip
    return enter(entry, boss.email, now()).reference


@pytest.fixture
def erased(sandbox: Any) -> Bought:
    """An order whose buyer has had everything erased, and a seller who was told."""
    made = bought(sandbox)
    erase(asked(), made.id)
    with transaction.atomic():
        telling.ask_sellers(made.id, now())
    return made


def partner_that_was_stopped(client: Client) -> None:
    ask("acme")
    today = day_of(now())
    form = {"on": today.isoformat(), "evidence": "b" * 64,
            "next": (today + timedelta(days=200)).isoformat()}  # fmt: skip
    assert client.post("/staff/consent/partners/acme/audits/", form).status_code == 302
    stop = {"reason": "beyond", "sure": "yes"}
    assert client.post("/staff/consent/partners/acme/kill/", stop).status_code == 302


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
        self, client: Client, paths: dict[str, str], verify: Any
    ) -> None:
        """What it tells may have changed since: that is no forgery."""
        files = {name: fetch(client, path) for name, path in paths.items()}
        corrupt("UPDATE audit_look SET at = at - interval '61 months'")
        assert forget(now()) > 0
        assert not Look.objects.exists()
        corrupt("UPDATE orders_order SET reference = 'N-7K3F9Q2M'")
        for name, raw in files.items():
            ended, said = verify(raw, "--database")
            assert (ended, f"handed out here by {badge(client)}" in said) == (0, True), (name, said)

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


class TestAnOrdersFile:
    def test_it_tells_what_was_done_with_its_buyers_data_and_by_whom(
        self, client: Client, erased: Bought
    ) -> None:
        page = f"orders/{erased.sale.order.reference}/"
        assert "Download as evidence" in text_of(client, page)
        told = json.loads(fetch(client, f"{page}evidence.json"))
        assert told["order"]["reference"] == erased.sale.order.reference
        assert told["log"]["copy"] == "staff"
        assert told["log"]["on_record"]["letters"]
        assert CONTACT.email not in json.dumps(told)
        assert told["keeping"]["in_archive_until"]
        assert told["keeping"]["by"]
        assert set(what(told)) == {"look", "seller_asked", "act"}
        (act,) = (each for each in told["entries"] if each["what"] == "act")
        assert (act["verb"], act["by"], act["holding"]) == ("archived", "person", "contact")
        assert act["request"].startswith("P-")
        (look,) = (each for each in told["entries"] if each["what"] == "look")
        assert (look["page"], look["staff"], look["file"]) == ("staff.order", badge(client), None)
        again = json.loads(fetch(client, f"{page}evidence.json"))
        files = [each["file"] for each in again["entries"] if each["what"] == "look"]
        assert files == [None, told["seal"]], "the first file is a look in the second"

    def test_the_log_in_it_is_the_one_that_the_buyer_has(
        self, client: Client, sandbox: Any, verify: Any
    ) -> None:
        made = bought(sandbox)
        reference = made.sale.order.reference
        told = json.loads(fetch(client, f"orders/{reference}/evidence.json"))
        buyers = json.loads(Client().get(f"{access.path(made.sale.order)}evidence.json").content)
        assert told["log"]["steps"] == buyers["steps"]
        assert told["log"]["on_record"]["contact"]["email"] == CONTACT.email
        assert verify(told["log"])[0] == 0
        assert verify(told["log"], "--database")[0] == 0
        assert verify(buyers, "--database")[0] == 0

    def test_a_step_that_was_changed_in_it_is_named(
        self, client: Client, erased: Bought, verify: Any
    ) -> None:
        path = f"orders/{erased.sale.order.reference}/evidence.json"
        told = json.loads(fetch(client, path))
        log = told["log"]
        log["steps"][2]["verb"] = "refuse"
        ended, said = verify(forged(told, log=sealed({n: log[n] for n in log if n != "seal"})))
        assert ended == 1
        assert "In its log: Step 3 was changed" in said

    def test_nor_may_it_be_another_orders(
        self, client: Client, erased: Bought, sandbox: Any, verify: Any
    ) -> None:
        other = bought(sandbox).sale.order.reference
        told = json.loads(fetch(client, f"orders/{erased.sale.order.reference}/evidence.json"))
        log = json.loads(fetch(client, f"orders/{other}/evidence.json"))["log"]
        ended, said = verify(forged(told, log=log))
        assert ended == 1
        assert "not the whole log of this order" in said


class TestAPartnersFile:
    def test_it_has_the_audits_before_the_last_one_and_who_stopped_it_and_why(
        self, client: Client
    ) -> None:
        partner_that_was_stopped(client)
        told = json.loads(fetch(client, "consent/partners/acme/evidence.json"))
        assert told["partner"]["contract_ref"] == "DPA-acme"
        assert [each["key"] for each in told["purposes"]] == ["audience"]
        assert what(told) == ["added", "audited", "activated", "audited", "stopped"]
        _, first, _, second, stopped = told["entries"]
        assert (first["report_sha256"], first["by"]) == ("a" * 64, "operator")
        assert (second["report_sha256"], second["staff"]) == ("b" * 64, badge(client))
        assert second["audited_on"] == day_of(now()).isoformat()
        assert (stopped["reason"], stopped["staff"]) == ("beyond", badge(client))
        assert stopped["staff_id"] == str(member(client).id)
        page = text_of(client, "consent/")
        assert "It kept or read what visitors were not told" in page
        assert "/staff/consent/partners/acme/evidence.json" in page

    def test_who_does_not_say_why_stops_nobody(self, client: Client) -> None:
        ask("acme")
        for reason in ({}, {"reason": "mood"}):
            answer = client.post("/staff/consent/partners/acme/kill/", {"sure": "yes", **reason})
            assert answer.status_code == 422
            assert "Say why" in answer.content.decode()
        told = json.loads(fetch(client, "consent/partners/acme/evidence.json"))
        assert "stopped" not in what(told)

    def test_what_was_done_stays_although_the_partner_moves_on(self) -> None:
        ask("acme")
        consents.kill_partner("acme", StopReason.CONTRACT, None, now())
        with pytest.raises(AssertionError, match="nothing was corrupted"):
            corrupt("UPDATE consent_partneract SET reason = 'unused' WHERE verb = 'added'"
                    " AND reason <> ''")  # fmt: skip
        from django.db import connection, transaction

        for statement in ("UPDATE consent_partneract SET reason = ''",
                          "DELETE FROM consent_partneract"):  # fmt: skip
            with (
                pytest.raises(Exception, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


class TestTheNights:
    def test_it_tells_which_was_stopped_why_and_who_decided(self, client: Client) -> None:
        day = now().date()
        Night.objects.create(day=day - timedelta(days=1), ended_at=now(), number=3)
        brake = Brake.objects.create(holding="contact", day=day, number=500, cause="many")
        waits = Brake.objects.create(holding="account", day=day, number=9, cause="late")
        form = {"decision": "dropped"}
        assert fresh(client).post(f"/staff/privacy/brakes/{brake.id}/", form).status_code == 302
        told = json.loads(fetch(client, f"privacy/nights.json?{days(30)}"))
        stopped = [each for each in told["entries"] if each["what"] == "stopped"]
        assert {(each["holding"], each["number"], each["because"]) for each in stopped} == {
            ("contact", 500, "many"), ("account", 9, "late"),
        }  # fmt: skip
        (decided,) = (each for each in told["entries"] if each["what"] == "dropped")
        assert (decided["staff"], decided["staff_id"]) == (badge(client), str(member(client).id))
        assert decided["at"] > day.isoformat()
        assert waits.state == "waiting"
        (ran,) = (each for each in told["entries"] if each["what"] == "ran")
        assert ran["number"] == 3

    def test_a_night_before_the_days_is_not_in_it(self, client: Client) -> None:
        Night.objects.create(day=now().date() - timedelta(days=3), ended_at=now(), number=3)
        told = json.loads(fetch(client, f"privacy/nights.json?{days(2)}"))
        assert told["entries"] == []
        told = json.loads(fetch(client, f"privacy/nights.json?{days(9, 3)}"))
        assert what(told) == ["ran"]

    def test_it_tells_how_much_left_of_what_and_on_what_basis(
        self, client: Client, verify: Callable[..., tuple[int, str]]
    ) -> None:
        """One run is one moment; whatever somebody asked for is in their own file."""
        first, second = now() - timedelta(days=1), now() - timedelta(hours=1)
        happened = (
            ("contact", "erased", "fr.one", first, By.CLOCK),
            ("contact", "erased", "fr.one", first, By.CLOCK),
            ("contact", "erased", "fr.two", first, By.CLOCK),
            ("contact", "archived", "fr.one", first, By.CLOCK),
            ("contact", "erased", "fr.one", second, By.CLOCK),
            ("contact", "erased", "fr.one", second, By.PERSON),
            ("account", "erased", "fr.one", first - timedelta(days=40), By.CLOCK),
        )
        for seq, (holding, verb, basis, when, who) in enumerate(happened, 1):
            Act.objects.create(
                seq=seq, holding=holding, subject=new_id(), verb=verb, basis=basis,
                actor_kind=who.value, at=when,
            )  # fmt: skip
        told = json.loads(fetch(client, f"privacy/nights.json?{days(30)}"))
        assert told["format"] == "reprise-nights-2"
        left = [each for each in told["entries"] if each["what"] == "left"]
        assert [
            (each["verb"], each["basis"], each["number"], each["acts"]["first"],
             each["acts"]["last"])
            for each in left
        ] == [
            ("erased", "fr.one", 2, 1, 2), ("erased", "fr.two", 1, 3, 3),
            ("archived", "fr.one", 1, 4, 4), ("erased", "fr.one", 1, 5, 5),
        ]  # fmt: skip
        assert verify(told, "--database")[0] == 0
        before = document("reprise-nights-1", {"period": told["period"], "made": told["made"]}, [])
        ended, said = verify(before, "--database")
        assert ended == 2, said

    @pytest.mark.parametrize(
        "file", ["privacy/nights", "privacy/seller-copies", "consent/receipts"]
    )
    def test_no_file_tells_of_days_to_come(self, client: Client, file: str) -> None:
        for query in ("since=2030-01-01&until=2030-01-31", days(3, -2)):
            answer = client.get(f"/staff/{file}.json?{query}")
            assert answer.status_code == 422, query
            assert "The last day is still to come" in answer.content.decode()

    @pytest.mark.parametrize("file", ["nights", "seller-copies"])
    def test_without_days_or_with_too_many_it_says_so(self, client: Client, file: str) -> None:
        for query in ("", "since=x&until=y", days(0, 1), days(400)):
            answer = client.get(f"/staff/privacy/{file}.json?{query}")
            assert answer.status_code == 422, query
            assert "the first and the last day" in answer.content.decode()


class TestWhomElseWeTold:
    def test_each_seller_stands_there_until_it_says_that_it_has_deleted(
        self, client: Client, erased: Bought
    ) -> None:
        path = f"privacy/seller-copies.json?{days(30)}"
        told = json.loads(fetch(client, path))
        (entry,) = told["entries"]
        assert (entry["what"], entry["seller"]) == ("seller_asked", erased.case.seller.name)
        assert entry["contract"] == erased.sale.order.seller_orders.get().reference
        assert told["waiting"] == 1
        copies = list(SellerCopy.objects.values_list("id", flat=True))
        telling.confirm_deleted(erased.case.seller.id, copies, new_id(), now())
        told = json.loads(fetch(client, path))
        assert what(told) == ["seller_asked", "seller_confirmed"]
        assert told["waiting"] == 0
        looks = Look.objects.filter(page="staff.copies_file")
        assert set(looks.values_list("subject_id", flat=True)) == {erased.id}

    def test_they_stand_in_the_file_of_the_request_as_well(
        self, client: Client, sandbox: Any
    ) -> None:
        made = bought(sandbox)
        request = asking.receive(RequestKind.ERASURE, CONTACT.email, "fr-fr", now())
        erase(request.id, made.id)
        with transaction.atomic():
            telling.ask_sellers(made.id, now())
        told = json.loads(fetch(client, f"privacy/requests/{request.reference}/evidence.json"))
        assert {"act", "seller_asked"} <= set(what(told))
        assert CONTACT.email not in json.dumps(told)

    def test_an_earlier_copy_of_a_request_that_went_on_is_known_by_its_seal(
        self, client: Client, verify: Any
    ) -> None:
        """What was so then is not so now, and the file is true all the same."""
        request = asking.receive(RequestKind.OBJECTION, CONTACT.email, "fr-fr", now())
        raw = fetch(client, f"privacy/requests/{request.reference}/evidence.json")
        asking.answer(request.id, Outcome.STOPPED, now())
        assert verify(raw, "--database")[0] == 0
        other = forged(json.loads(raw), made={"staff": "S-1", "at": now().isoformat()})
        ended, said = verify(other, "--database")
        assert ended == 1, "the same facts, and nobody was handed this file"
        assert "“request” is not what the database says now" in said


def test_an_act_of_somebody_whose_account_is_gone_bears_their_number(
    client: Client, erased: Bought
) -> None:
    order = erased.sale.order.reference
    corrupt("UPDATE privacy_act SET actor_kind = 'staff', staff_id = %(id)s, badge = 'S-42424242'",
            id=new_id())  # fmt: skip
    assert Act.objects.filter(badge="S-42424242").exists()
    told = json.loads(fetch(client, f"orders/{order}/evidence.json"))
    assert {each["staff"] for each in told["entries"] if each["what"] == "act"} == {"S-42424242"}
    assert "S-42424242, account closed" in text_of(client, "privacy/")
