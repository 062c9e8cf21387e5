"""The pages of breaches: who enters, judges and closes one, and what a supervisor reads there."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from reprise.accounts.models import User
from reprise.keys import Keys
from reprise.orders import proof
from reprise.privacy import breaches
from reprise.privacy.actions import breach_acts as acts
from reprise.privacy.models import Breach, BreachAct
from reprise.privacy.touched import COUNTED
from reprise.web.staff.views import privacy_breaches as view
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import place
from tests.web.staff.test_room import staff, text_of

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/staff/privacy/breaches/"
BOSS, OTHER = "boss@room.example", "deputy@room.example"
WORD = "a long enough word"
PARIS = ZoneInfo("Europe/Paris")
ACTS = (
    "description", "judgement", "authority", "persons", "closing", "striking",
    "striking/agreement", "striking/leaving",
)  # fmt: skip


def supervisor(email: str = BOSS, *, fresh: bool = True, language: str = "en") -> Client:
    """A supervisor who has just given the password, or some time ago."""
    user = User.objects.filter(email=email).first() or User.objects.create_user(
        email, WORD, is_staff=True, is_superuser=True, language=language
    )
    client = Client()
    if fresh:
        answer = client.post("/staff/login/", {"email": email, "password": WORD})
        assert answer.status_code == 302
    else:
        client.force_login(user)
    return client


def local(moment: datetime) -> str:
    return f"{moment.astimezone(PARIS):%Y-%m-%dT%H:%M}"


def form(hours: int = 2, **more: Any) -> dict[str, Any]:
    """Known for so many hours."""
    known = local(now() - timedelta(hours=hours))
    return {
        "drill": "real", "kind": ["confidentiality"], "aware": known, "begun": known,
        "ended": known, "holding": ["contact"], "scope": "stored", "risk": "high",
        "why": "A copy lay open.", **more,
    }  # fmt: skip


def entered(client: Client, **more: Any) -> str:
    """The address of its page."""
    answer = client.post(f"{PAGE}entry/", form(**more))
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def read(client: Client, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def standing(page: str) -> breaches.Standing:
    return breaches.standing(Breach.objects.get(reference=page.split("/")[-2]))


def send(client: Client, page: str, act: str, /, **typed: Any) -> Any:
    sent = {"seen": len(standing(page).acts), **typed}
    return client.post(f"{page}{act}/", sent)


def test_before_anything_happened() -> None:
    assert "No breach and no drill was entered yet" in read(supervisor(), PAGE)


def test_from_the_alarm_to_the_end() -> None:
    place((an_offer(stock=1), 1))
    boss, deputy = supervisor(), supervisor(OTHER)
    page = entered(boss, happened="A copy of the shop lay open.")
    text = read(deputy, page)
    for told in (
        "A copy of the shop lay open.", "A copy lay open.", "A high risk is likely", BOSS,
        "Have to be told, each of them", "Has to be told", "Not written down yet.",
        COUNTED["contact"].what.en, "Europe/Paris",
    ):  # fmt: skip
        assert told in text, told
    assert CONTACT.email not in text
    assert CONTACT.name not in text
    for act, typed in (
        ("description", {"happened": "A copy of the shop lay open.", "measures": "It was shut."}),
        ("authority", {"at": local(now()), "words": ""}),
        ("judgement", {"risk": "high", "spared": "averted", "why": "Fetched back in time."}),
        ("closing", {}),
    ):
        answer = send(deputy, page, act, **typed)
        assert answer.status_code == 302, (act, answer.content.decode())
        assert answer.headers["Location"] == page
    text = read(boss, page)
    assert text.count("A copy lay open.") == 1, "the first judgement stands among the acts"
    assert "What was done since has averted the high risk" in text
    assert text.count(OTHER) >= 4
    assert "Judge it anew" not in text, "closed"
    assert "Not written down yet." in text, "the consequences"
    assert ">closed<" in read(boss, PAGE)
    evidence = boss.get(f"{page}evidence.json")
    assert evidence.headers["Content-Disposition"].startswith('attachment; filename="B-')
    document = json.loads(evidence.content)
    assert document[proof.SEAL] == proof.seal(document)
    assert [each["verb"] for each in document["entries"]] == [
        "happened", "judged", "measures", "told_authority", "judged", "closed",
    ]  # fmt: skip


class TestWhoGetsIn:
    def test_nobody_but_a_supervisor(self) -> None:
        page = entered(supervisor())
        helper = staff()
        for path in (PAGE, f"{PAGE}entry/", page, f"{page}evidence.json"):
            answer = helper.get(path)
            assert answer.status_code == 403, path
            assert "for supervisors" in answer.content.decode()
        for path in (f"{PAGE}entry/", *(f"{page}{act}/" for act in ACTS)):
            assert helper.post(path, form()).status_code == 403, path
        assert BreachAct.objects.count() == 1
        assert PAGE not in text_of(helper, "")
        assert PAGE not in text_of(helper, "privacy/")

    def test_every_act_asks_to_sign_in_once_more(self) -> None:
        page = entered(supervisor())
        known = supervisor(fresh=False)
        assert known.get(page).status_code == 200
        assert known.get(f"{PAGE}entry/").status_code == 303
        typed = {**form(hours=3), "seen": 1, "act": 1, "at": local(now())}
        for path in (f"{PAGE}entry/", *(f"{page}{act}/" for act in ACTS)):
            answer = known.post(path, typed)
            assert answer.status_code == 403, path
            assert "password" in answer.content.decode(), path
        assert BreachAct.objects.count() == 1

    def test_what_is_not_there_is_not_found(self) -> None:
        boss = supervisor()
        for path in ("B-00000000/", "x/", "B-00000000/evidence.json"):
            assert boss.get(f"{PAGE}{path}").status_code == 404, path
        for act in ACTS:
            assert boss.post(f"{PAGE}B-00000000/{act}/").status_code == 404, act

    def test_the_start_page_counts_what_is_not_closed(self) -> None:
        boss = supervisor()
        page = entered(boss, drill="drill", risk="unlikely")
        assert f'href="{PAGE}"><b>1</b>' in text_of(boss, "")
        send(boss, page, "closing")
        assert f'href="{PAGE}"><b>1</b>' not in text_of(boss, "")


class TestEntering:
    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"drill": ""}, "“What it is” is missing"),
            ({"kind": []}, "“What was broken” is missing"),
            ({"kind": ["theft"]}, "“What was broken” is missing"),
            ({"aware": ""}, "“When it became known” is missing"),
            ({"aware": "2026-13-01T10:00"}, "“When it became known” is missing"),
            ({"aware": "2026-11-01T10:00+01:00"}, "“When it became known” is missing"),
            ({"aware": "0001-01-01T00:00"}, "“When it became known” is missing"),
            ({"begun": "x"}, "“When it began” is missing"),
            ({"ended": "9999-12-31T23:59"}, "“When it ended” is missing"),
            ({"holding": []}, "“Which data” is missing"),
            ({"holding": ["contact", "secrets"]}, "“Which data” is missing"),
            ({"scope": ""}, "“How much of it” is missing"),
            ({"risk": "none"}, "“How large the risk is” is missing"),
            ({"why": " "}, "Say why, or what is known"),
            ({"why": "camille@buyer.example"}, "it names nobody"),
            ({"happened": "x" * 4001}, "longer than 4000 characters"),
            ({"ended": "2020-01-01T00:00"}, "These times cannot be"),
            ({"scope": "orders", "orders": ""}, "These orders do not fit"),
            ({"scope": "orders", "orders": "R-00000000"}, "These orders do not fit"),
        ],
        ids=str,
    )
    def test_what_is_missing_is_named_and_nothing_typed_is_lost(
        self, wrong: dict[str, Any], said: str
    ) -> None:
        answer = supervisor().post(f"{PAGE}entry/", form(**{"happened": "It lay open.", **wrong}))
        assert answer.status_code == 422
        text = answer.content.decode()
        assert said in text
        if "happened" not in wrong:
            assert ">It lay open.</textarea>" in text
        if "kind" not in wrong:
            assert re.search(r'value="confidentiality" checked', text)
        assert not Breach.objects.exists()

    def test_certain_orders_are_counted_and_not_kept(self) -> None:
        one = place((an_offer(stock=1), 1)).order.reference
        place((an_offer(stock=1), 1))
        boss = supervisor()
        page = entered(boss, scope="orders", orders=f" {one.lower()}\r\n")
        row = standing(page).row
        assert row.counts["persons"] == 1
        assert one not in read(boss, page)
        answer = boss.post(
            f"{PAGE}entry/", form(scope="orders", orders=one, holding=["account"], hours=3)
        )
        assert answer.status_code == 422
        assert COUNTED["account"].what.en in answer.content.decode()

    def test_the_same_form_twice_is_one_breach(self) -> None:
        boss = supervisor()
        assert entered(boss) == entered(boss)
        answer = boss.post(f"{PAGE}entry/", form(risk="unlikely"))
        assert answer.status_code == 409
        assert Breach.objects.get().reference in answer.content.decode()
        assert BreachAct.objects.count() == 1

    def test_a_missing_key_counts_nobody_and_says_so(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
    ) -> None:
        an_offer()
        boss = supervisor()
        monkeypatch.setenv("REPRISE_KEYS", str(tmp_path))
        assert not list(Keys.of().folder.iterdir())
        answer = boss.post(f"{PAGE}entry/", form(holding=["trader"]))
        assert answer.status_code == 503
        assert ">A copy lay open.</textarea>" in answer.content.decode()
        assert not Breach.objects.exists()

    @pytest.mark.parametrize(
        ("typed", "later", "utc"),
        [
            ("2026-03-02T18:30", False, "17:30"),
            # The clocks show it twice: the first leaves less time, of what was told the second.
            ("2026-10-25T02:30", False, "00:30"),
            ("2026-10-25T02:30", True, "01:30"),
        ],
    )
    def test_times_are_those_of_the_clock_on_the_wall(
        self, typed: str, later: bool, utc: str
    ) -> None:
        after = datetime(2026, 10, 26, tzinfo=PARIS) if later else None
        moment = view._moment(typed, "", after)
        assert f"{moment.astimezone(ZoneInfo('UTC')):%H:%M}" == utc


class TestActing:
    def test_what_was_typed_is_read_again_beside_what_has_changed(self) -> None:
        boss, deputy = supervisor(), supervisor(OTHER)
        page = entered(boss)
        send(deputy, page, "judgement", risk="likely", why="It was encrypted.")
        answer = boss.post(
            f"{page}judgement/", {"seen": 1, "risk": "unlikely", "why": "Nobody was there."}
        )
        assert answer.status_code == 409
        text = answer.content.decode()
        assert "since you opened its page" in text
        assert "It was encrypted." in text
        assert ">Nobody was there.</textarea>" in text
        assert 'name="seen" value="2"' in text
        assert standing(page).risk.value == "likely"

    def test_sent_twice_it_is_done_once(self) -> None:
        boss = supervisor()
        page = entered(boss)
        typed = {"seen": 1, "risk": "likely", "why": "It was encrypted."}
        for _ in range(2):
            assert boss.post(f"{page}judgement/", typed).status_code == 302
        assert BreachAct.objects.count() == 2

    @pytest.mark.parametrize(
        ("act", "typed", "status", "said"),
        [
            ("judgement", {"risk": "", "why": "x"}, 422, "“How large the risk is” is missing"),
            ("judgement", {"risk": "likely", "spared": "averted", "why": "x"}, 422, "Only a high"),
            ("judgement", {"risk": "likely", "spared": "lazy", "why": "x"}, 422, "is missing"),
            ("judgement", {"risk": "likely", "why": ""}, 422, "Say why"),
            ("description", {}, 422, "Say why, or what is known"),
            ("authority", {"at": ""}, 422, "“When they were told” is missing"),
            ("persons", {"at": "2020-01-01T00:00"}, 422, "These times cannot be"),
            ("closing", {}, 409, "have still to be told"),
            ("striking", {"act": "9", "words": "x"}, 409, "has no words"),
            ("striking", {"act": "x", "words": "x"}, 409, "has no words"),
            ("striking", {"act": "1", "words": ""}, 422, "Say why"),
            ("striking/agreement", {"act": "1", "wish": "1"}, 409, "Nobody asks any more"),
            ("striking/leaving", {"act": "1", "wish": "²"}, 409, "Nobody asks any more"),
            ("closing", {"seen": "x"}, 409, "since you opened its page"),
        ],
    )
    def test_what_cannot_be_done_is_said(
        self, act: str, typed: dict[str, str], status: int, said: str
    ) -> None:
        boss = supervisor()
        page = entered(boss)
        answer = send(boss, page, act, **typed)
        assert answer.status_code == status
        assert said in answer.content.decode()
        assert BreachAct.objects.count() == 1

    def test_whoever_tells_the_authority_late_says_why(self) -> None:
        boss = supervisor()
        page = entered(boss, hours=80)
        text = read(boss, page)
        assert "authority overdue" in text
        assert "authority overdue" in read(boss, PAGE)
        answer = send(boss, page, "authority", at=local(now()))
        assert answer.status_code == 422
        assert "the reasons for the delay belong here" in answer.content.decode()
        send(boss, page, "authority", at=local(now()), words="It was found on a Sunday.")
        text = read(boss, page)
        assert "Reasons for the delay" in text
        assert "It was found on a Sunday." in text
        assert "authority overdue" not in text

    def test_words_are_taken_out_by_two_and_who_did_it_and_why_stands_there(self) -> None:
        boss, deputy = supervisor(), supervisor(OTHER)
        page = entered(boss, happened="Camille Martin's parcel was opened.")
        asked = send(boss, page, "striking", act="1", words="It names a buyer.")
        assert asked.status_code == 302
        text = read(boss, page)
        assert "Camille" in text
        assert "Another supervisor has to agree" in text
        assert "striking/agreement/" not in text, "whoever asks does not agree"
        assert "words to be taken out" in read(deputy, PAGE)
        start = text_of(deputy, "")
        assert start.count(f'href="{PAGE}"><b>1</b>') == 2, "not closed, and waiting for a second"
        text = read(deputy, page)
        assert f"{BOSS} asks for these words to be taken out:" in text
        assert 'name="wish" value="3"' in text
        assert send(boss, page, "striking/agreement", act="1", wish="3").status_code == 403
        assert send(deputy, page, "striking/agreement", act="1", wish="3").status_code == 302
        text = read(boss, page)
        assert "Camille" not in text
        assert "The words were taken out." in text
        assert "It names a buyer." in text
        assert OTHER in text
        assert "Camille" not in boss.get(f"{page}evidence.json").content.decode()
        assert "words to be taken out" not in read(deputy, PAGE)

    def test_or_another_one_lets_them_stand(self) -> None:
        boss, deputy = supervisor(), supervisor(OTHER)
        page = entered(boss, happened="A parcel was opened.")
        send(boss, page, "striking", act="1", words="It names a buyer.")
        left = send(deputy, page, "striking/leaving", act="1", wish="3", words="It does not.")
        assert left.status_code == 302
        text = read(boss, page)
        assert text.count("A parcel was opened.") >= 2
        assert "It does not." in text
        assert "Words left in" in text

    def test_a_reason_that_cannot_stand_is_read_again_in_its_place(self) -> None:
        boss = supervisor()
        page = entered(boss, happened="A parcel was opened.")
        answer = send(boss, page, "striking", act="2", words="camille@buyer.example")
        assert answer.status_code == 422
        text = answer.content.decode()
        assert "There is an @ in these words" in text
        assert text.count(">camille@buyer.example</textarea>") == 1

    def test_what_was_carried_over_says_that_nobody_was_noted(self) -> None:
        """As the migration leaves it: the last judgement, without author and reason."""
        row = Breach.objects.create(
            reference="B-7K3F9Q2M", drill=False, kinds=["integrity"], aware_at=now(),
            scope="stored", from_at=now(), until_at=now(), holdings=["contact"],
            counts={"persons": 0, "records": 0, "gone": 0, "holdings": {"contact": {}}},
            entered_at=now(), entered_by=User.objects.create_user("x@room.example", WORD).id,
        )  # fmt: skip
        BreachAct.objects.create(
            breach_id=row.id, seq=1, verb="judged", risk="high", happened_at=now(), at=now()
        )
        assert "nobody was noted then" in read(supervisor(), f"{PAGE}B-7K3F9Q2M/")

    def test_what_was_written_is_text(self) -> None:
        boss = supervisor()
        page = entered(boss, happened="<script>alert(1)</script>")
        assert "<script>alert" not in read(boss, page)


def test_statements_do_not_grow_with_breaches_and_acts(
    django_assert_max_num_queries: Any,
) -> None:
    boss = supervisor()
    page = entered(boss)
    for hours in range(3, 8):
        entered(boss, hours=hours)
    for number in range(5):
        acts.judge(
            standing(page).row.reference, standing(page).risk, None, f"{number}", BOSS, now()
        )
    for path, most in ((PAGE, 5), (page, 6)):
        with django_assert_max_num_queries(most):
            assert boss.get(path).status_code == 200
