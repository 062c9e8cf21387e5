"""A register knows each thing once, and a cookie may be stricter than declared, never laxer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from reprise.consent.trackers import (
    Controller,
    Cookie,
    Kept,
    Kind,
    Register,
    SameSite,
    Sent,
    Tracker,
    faults,
)
from reprise.law.fr.trackers import Purpose

TICKET = Cookie(
    name="ticket",
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=timedelta(days=2),
    same_site=SameSite.LAX,
    http_only=True,
    aim="Opens the cloakroom.",
    when="Set when you hand in a coat.",
)
DRAFTS = Tracker(
    name="draft-*",
    kind=Kind.LOCAL_STORAGE,
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=Kept.HOLDER,
    aim="Keeps what you have typed.",
    when="Written when you type.",
)
AS_DECLARED = Sent(
    seconds=2 * 86_400, path="/", domain="", secure=True, http_only=True, same_site="Lax"
)


def test_a_name_is_found_in_its_own_storage_only() -> None:
    register = Register((TICKET,), (DRAFTS,))
    assert list(register) == [TICKET, DRAFTS]
    assert register.find(Kind.LOCAL_STORAGE, "draft-7") is DRAFTS
    assert register.find(Kind.SESSION_STORAGE, "draft-7") is None
    assert register.find(Kind.LOCAL_STORAGE, "my-draft-7") is None
    assert register.find(Kind.COOKIE, "Ticket") is None


def test_a_name_is_declared_once_in_a_storage() -> None:
    with pytest.raises(ValueError, match="ticket"):
        Register((TICKET,), (replace(TICKET, aim="Something else."),))
    Register((TICKET,), (replace(DRAFTS, name="ticket"),))


def test_over_https_a_cookie_is_bound_to_the_host() -> None:
    register = Register((TICKET,))
    assert TICKET.wire_name(https=True) == "__Host-ticket"
    assert register.cookie("__Host-ticket", https=True) is TICKET
    assert register.cookie("ticket", https=True) is None
    assert register.cookie("ticket", https=False) is TICKET
    assert register.cookie("__Host-ticket", https=False) is None


@pytest.mark.parametrize("kept", [timedelta(hours=36), timedelta(0), timedelta(days=-1)])
def test_a_lifetime_that_the_page_could_not_tell_is_none(kept: timedelta) -> None:
    with pytest.raises(ValueError, match="whole days"):
        replace(TICKET, kept=kept)


@pytest.mark.parametrize(
    "change",
    [{}, {"seconds": 60}, {"seconds": None}, {"same_site": "Strict"}, {"seconds": 0}],
)
def test_as_declared_or_stricter_is_right(change: dict[str, Any]) -> None:
    assert faults(TICKET, replace(AS_DECLARED, **change), https=True) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"seconds": 2 * 86_400 + 1}, "lives"),
        ({"domain": "shop.example"}, "domain"),
        ({"path": "/account/"}, "path"),
        ({"path": ""}, "path"),
        ({"secure": False}, "Secure"),
        ({"http_only": False}, "scripts"),
        ({"same_site": "None"}, "SameSite"),
        ({"same_site": ""}, "SameSite"),
        # What is taken away must be the cookie that was set.
        ({"seconds": 0, "path": "/account/"}, "path"),
    ],
)
def test_anything_laxer_is_wrong(change: dict[str, Any], said: str) -> None:
    (found,) = faults(TICKET, replace(AS_DECLARED, **change), https=True)
    assert said in found


def test_plain_http_cannot_be_secure() -> None:
    assert faults(TICKET, replace(AS_DECLARED, secure=False), https=False) == ()


def test_what_ends_with_the_browser_has_no_later_end() -> None:
    passing = replace(TICKET, kept=Kept.BROWSER)
    assert faults(passing, replace(AS_DECLARED, seconds=None), https=True) == ()
    assert faults(passing, replace(AS_DECLARED, seconds=1), https=True)


def test_taking_away_needs_no_flags() -> None:
    bare = replace(AS_DECLARED, seconds=0, secure=False, http_only=False, same_site="")
    assert faults(TICKET, bare, https=True) == ()


def test_nobody_undeclared_is_let_through_even_to_go() -> None:
    assert faults(None, AS_DECLARED, https=True)
    assert faults(None, replace(AS_DECLARED, seconds=0), https=True)


def test_what_needs_consent_waits_for_it() -> None:
    """S34: nothing is written before consent, unless the law exempts its purpose."""
    bound = replace(TICKET, necessity=Purpose.OTHER)
    (found,) = faults(bound, AS_DECLARED, https=True)
    assert "consent" in found
    assert bound.access(consented=False).consent_needed
    assert not TICKET.access(consented=False).consent_needed
