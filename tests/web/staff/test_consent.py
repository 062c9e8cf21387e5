"""Staff watch partners, stop them, and declare consents invalid; they open no page to anybody."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from reprise.consent import actions, models
from reprise.consent.configuration import day_of
from reprise.consent.evidence import of_receipts
from reprise.discovery.actions import rebuild
from reprise.kernel import clock, evidence
from tests.cast import an_offer
from tests.consent.asked import ask, asked_now, in_each, partner, purpose
from tests.moment import now
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/staff/consent/"
SURE = {"sure": "yes", "reason": "beyond"}


def visitor(answer: str, offer: Any) -> Client:
    client = Client()
    client.post("/fr-fr/choices/", {"answer": answer, "notice": offer.notice})
    return client


def policy(client: Client) -> str:
    return str(client.get("/fr-fr/").headers["Content-Security-Policy"])


def test_as_shipped_the_page_says_so() -> None:
    assert "Visitors are asked nothing" in text_of(staff(), "consent/")


def test_it_shows_partners_answers_and_notices() -> None:
    offer = ask("acme", "zeta")
    yes, _ = visitor("all", offer), visitor("none", offer)
    visitor("all", offer)
    yes.post("/fr-fr/choices/", {"answer": "none", "notice": offer.notice})
    text = text_of(staff(), "consent/")
    for fact in ("Acme Metrics SAS", "https://acme.example", "DPA-acme", "a" * 64, offer.text,
                 "1 consent that was not withdrawn", "1 withdrawn", "shown now"):  # fmt: skip
        assert fact in text
    assert ">4</td>" in text
    assert text.count('class="tag ok">loaded') == 2


def test_an_audit_that_ends_soon_is_said_a_month_before_on_the_first_page_too() -> None:
    today = day_of(now())
    ask("acme", next_audit_on=today + timedelta(days=31))
    client = staff()
    assert "audit due soon" not in text_of(client, "consent/")
    assert "Partners whose audit is overdue, or due within a month: 0" in text_of(client, "")
    ask_again = {"on": today.isoformat(), "evidence": "B" * 64,
                 "next": (today + timedelta(days=30)).isoformat()}  # fmt: skip
    client.post(f"{PAGE}partners/acme/audits/", ask_again)
    assert models.Partner.objects.get().audit_evidence == "b" * 64
    assert "audit due soon" in text_of(client, "consent/")
    assert "<b>1</b> <span>Partners whose audit" in text_of(client, "")


def test_stopping_a_partner_ends_it_with_the_next_request() -> None:
    an_offer(stock=1)
    rebuild(now())
    offer = ask("acme", "zeta")
    yes = visitor("all", offer)
    assert "acme.example" in policy(yes)
    client = staff()
    unsure = client.post(f"{PAGE}partners/acme/kill/", {"reason": "beyond"})
    assert unsure.status_code == 422
    assert "acme.example" in policy(yes)
    done = client.post(f"{PAGE}partners/acme/kill/", SURE)
    assert done.headers["Location"] == PAGE
    assert "acme.example" not in policy(yes)
    assert "zeta.example" in policy(yes)
    row = models.Partner.objects.get(key="acme")
    assert row.killed_by == done.wsgi_request.user.pk
    assert client.post(f"{PAGE}partners/acme/kill/", SURE).status_code == 409
    assert client.post(f"{PAGE}partners/none/kill/", SURE).status_code == 404
    assert ">stopped<" in text_of(client, "consent/")


def test_there_is_no_way_to_begin_with_a_partner_here() -> None:
    """A session of staff that somebody has stolen must not open a page."""
    ask("acme")
    actions.add_partner(partner("zeta"), now())
    text = text_of(staff(), "consent/")
    assert ">draft<" in text
    assert "activate" not in text
    paths = ("partners/zeta/activate/", "partners/", "partners/zeta/", "purposes/audience/")
    for path in paths:
        assert staff().post(f"{PAGE}{path}", {}).status_code == 404
    assert asked_now().pairs == {("audience", "acme")}


def test_consents_by_an_unfair_notice_become_none() -> None:
    an_offer(stock=1)
    rebuild(now())
    offer = ask("acme")
    yes, no = visitor("all", offer), visitor("none", offer)
    notice = models.Notice.objects.get(text=offer.text)
    client = staff()
    today = day_of(clock.now())
    path = f"{PAGE}notices/{notice.id}/voiding/"
    for wrong in (
        {"reason": "mood"}, {"reason": "fault", "since": "soon"},
        {"reason": "fault", "since": today.isoformat(),
         "until": (today - timedelta(days=1)).isoformat()},
    ):  # fmt: skip
        assert client.post(path, wrong).status_code == 422
    past = {"reason": "fault", "since": "2020-01-01", "until": "2020-01-31"}
    assert client.post(path, past).status_code == 302
    assert "acme.example" in policy(yes), "that was before this consent"
    reason = {"reason": "unfair_layer", "since": today.isoformat(), "until": today.isoformat()}
    assert client.post(path, reason).status_code == 302
    assert "acme.example" not in policy(yes)
    assert 'class="question"' in yes.get("/fr-fr/").content.decode()
    assert 'class="question"' not in no.get("/fr-fr/").content.decode()
    text = text_of(client, "consent/")
    assert "Refusing was harder than accepting" in text
    assert ">invalid<" in text
    assert models.Voided.objects.filter(reason="unfair_layer").get().staff_id
    unknown = f"{PAGE}notices/00000000-0000-7000-8000-000000000000/voiding/"
    assert client.post(unknown, reason).status_code == 404


def test_receipts_are_proof_with_every_word_that_was_shown() -> None:
    offer = ask("acme", of=purpose(title=in_each("Canary title")))
    visitor("all", offer)
    visitor("none", offer)
    today = now().date().isoformat()
    answer = staff().get(f"{PAGE}receipts.json?since={today}&until={today}")
    document = json.loads(answer.content)
    assert document["seal"] == evidence.seal(document)
    (receipt,) = document["entries"]
    assert receipt["pairs"] == [["audience", "acme"]]
    body = document["notices"][receipt["notice"]]["body"]
    assert body["purposes"][0]["names"]["nl"]["title"] == "Canary title (nl)"
    assert not document["more"]
    assert answer.headers["Cache-Control"] in {"no-store", "private, no-store"}
    for query in ("", "?since=x&until=y", "?since=2026-01-02&until=2026-01-01",
                  "?since=2020-01-01&until=2026-01-01"):  # fmt: skip
        assert staff().get(f"{PAGE}receipts.json{query}").status_code == 422


def test_an_export_ends_where_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = ask()
    for _ in range(3):
        visitor("all", offer)
    today = now().date()
    monkeypatch.setattr("reprise.consent.evidence.MOST", 2)
    found = of_receipts(today, today)
    assert (len(found.entries), found.parts["more"]) == (2, True)


@pytest.mark.parametrize(
    ("since", "until"),
    [("", "9999-12-31"), ("0001-01-01", ""), ("1999-12-31", ""), ("", "3000-01-01")],
)
def test_days_of_no_time_of_ours_are_refused(since: str, until: str) -> None:
    offer = ask("acme")
    client = staff()
    client.raise_request_exception = False
    visitor("all", offer)
    notice = models.Notice.objects.get(text=offer.text)
    form = {"reason": "fault", "since": since, "until": until}
    assert client.post(f"{PAGE}notices/{notice.id}/voiding/", form).status_code == 422
    assert not models.Voided.objects.exists()
    form = {"on": since or day_of(now()).isoformat(), "next": until, "evidence": "b" * 64}
    assert client.post(f"{PAGE}partners/acme/audits/", form).status_code == 422
    days = f"?since={since or until}&until={since or until}"
    for file in ("consent/receipts.json", "privacy/seller-copies.json"):
        assert client.get(f"/staff/{file}{days}").status_code == 422
