"""What stands in each file for an authority (decision 0052)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from reprise.audit.models import Look
from reprise.consent import actions as consents
from reprise.consent.configuration import day_of
from reprise.consent.states import StopReason
from reprise.kernel import clock
from reprise.kernel.evidence import document, sealed
from reprise.kernel.ids import new_id
from reprise.orders import access
from reprise.privacy.actions import asking, telling
from reprise.privacy.models import Act, Brake, Night, SellerCopy
from reprise.privacy.states import By, Outcome, RequestKind
from tests.cast import CONTACT
from tests.consent.asked import ask
from tests.moment import now, playing
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought, erase
from tests.web.account.people import fresh
from tests.web.staff.evidence.files import (
    badge,
    days,
    fetch,
    forged,
    member,
    partner_that_was_stopped,
    what,
)
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)


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

    @pytest.mark.parametrize(
        ("room", "file"),
        [("privacy", "nights"), ("privacy", "seller-copies"), ("consent", "receipts")],
    )
    def test_the_days_of_a_file_are_utcs(self, room: str, file: str) -> None:
        """At 23:30 UTC it is tomorrow in Paris: a file that said to hold that day would lack what
        comes in it.  The page offers the last day that there is."""
        ask("acme")
        with playing((now() - timedelta(days=1)).replace(hour=23, minute=30)) as late:
            client, first, last = staff(), now().date() - timedelta(days=3), late.date()
            query = f"since={first}&until={last + timedelta(days=1)}"
            assert client.get(f"/staff/{room}/{file}.json?{query}").status_code == 422
            page = client.get(f"/staff/{room}/").content.decode()
            assert f'name="until" value="{last}"' in page
            assert "Days are those of UTC." in page

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

    def test_also_of_a_request_that_came_when_it_was_tomorrow(
        self, client: Client, sandbox: Any
    ) -> None:
        """At 23:30 UTC a request is of the next day, and its sellers are asked at once."""
        made = bought(sandbox)
        late = (now() - timedelta(days=2)).replace(hour=23, minute=30)
        request = asking.receive(RequestKind.ERASURE, CONTACT.email, "fr-fr", late)
        assert request.received_on == late.date() + timedelta(days=1)
        erase(request.id, made.id)
        with transaction.atomic():
            telling.ask_sellers(made.id, late)
        told = json.loads(fetch(client, f"privacy/requests/{request.reference}/evidence.json"))
        assert "seller_asked" in what(told)

    def test_an_earlier_copy_of_a_request_that_went_on_is_known_by_its_seal(
        self, client: Client, verify: Any
    ) -> None:
        """What was so then is not so now, and the file is true all the same."""
        request = asking.receive(RequestKind.OBJECTION, CONTACT.email, "fr-fr", now())
        raw = fetch(client, f"privacy/requests/{request.reference}/evidence.json")
        asking.answer(request.id, Outcome.STOPPED, clock.now())
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
