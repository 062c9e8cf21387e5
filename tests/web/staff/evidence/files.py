"""What the tests of files for an authority ask of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.test import Client

from reprise.accounts.models import User
from reprise.audit import actions as audit
from reprise.audit.actions import badge_of
from reprise.audit.states import Page, Subject
from reprise.consent.configuration import day_of
from reprise.kernel import clock
from reprise.kernel.evidence import document, facts_of
from reprise.kernel.ids import new_id
from reprise.law.eu.breach import Risk
from reprise.privacy.actions.breaches import Entry, enter
from reprise.privacy.states import BreachKind, Scope
from tests.consent.asked import ask
from tests.moment import now

Document = dict[str, Any]


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


def partner_that_was_stopped(client: Client) -> None:
    ask("acme")
    today = day_of(now())
    form = {"on": today.isoformat(), "evidence": "b" * 64,
            "next": (today + timedelta(days=200)).isoformat()}  # fmt: skip
    assert client.post("/staff/consent/partners/acme/audits/", form).status_code == 302
    stop = {"reason": "beyond", "sure": "yes"}
    assert client.post("/staff/consent/partners/acme/kill/", stop).status_code == 302


def put_in(document: Document, viewer: Client) -> None:
    """What somebody can do who speaks SQL as the running role, and the shop does each time."""
    audit.note_each(
        member(viewer).id, Page.PARTNER_FILE, Subject.HOUSE, [new_id()], clock.now(),
        document["seal"],
    )  # fmt: skip
