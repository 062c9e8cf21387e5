"""Django's `check --deploy` and `reprise check-settings` find nothing in an operator's settings,
and say what others leave open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.checks.registry import registry

from reprise import demo
from reprise.web import checks
from tests.moment import now

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
PRODUCTION = {
    "REPRISE_DEMO": "",
    "DATABASE_URL": "postgresql:///not-asked",
    "REPRISE_PUBLIC_URL": "https://shop.example",
    "REPRISE_SECRET_KEY": "7Zk0Lw9x" * 8,
    "REPRISE_OPERATOR": str(Path(demo.__file__).with_name("operator.toml")),
    "REPRISE_SECURITY_CONTACT": "mailto:security@shop.example",
}
CHECK = ("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
NAMES = (
    "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_AGE",
    "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_AGE", "STRICT", "DEBUG",
)  # fmt: skip


def python(*arguments: str, **change: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("REPRISE_", "DATABASE_", "DJANGO_"))
    }
    in_half_a_year = (now() + timedelta(days=180)).date().isoformat()
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept
        | PRODUCTION
        | {
            "DJANGO_SETTINGS_MODULE": "reprise.config.settings",
            "REPRISE_SECURITY_EXPIRES": in_half_a_year,
        }
        | change,
        capture_output=True,
        text=True,
        check=False,
    )


def test_this_machine_is_answered_beside_every_further_name() -> None:
    """Otherwise a further name shuts out who looks after the shop, and the sandboxes' news."""
    shown = "from django.conf import settings; print(*settings.ALLOWED_HOSTS)"
    done = python("-c", shown, REPRISE_HOSTS="a.example,b.example")
    further = ["a.example", "b.example", "shop.example"]
    assert done.stdout.split() == ["127.0.0.1", "localhost", "[::1]", *further]


def test_settings_of_an_operator_are_clean() -> None:
    done = python(*CHECK)
    assert done.returncode == 0, done.stderr
    # Three of Django's ask for middleware of its own in place of ours.
    assert "no issues (3 silenced)" in done.stdout


def test_the_operators_command_says_what_is_open() -> None:
    command = ("-m", "reprise.cli", "check-settings")
    clean = python(*command)
    assert (clean.returncode, clean.stdout) == (0, "Nothing is left open.\n"), clean.stderr
    lax = python(*command, REPRISE_PUBLIC_URL="http://shop.example", REPRISE_SECRET_KEY="short")
    assert lax.returncode == 1
    found = {line.split(":")[0] for line in lax.stderr.splitlines()}
    assert found == {"reprise.W001", "security.W009"}


@pytest.mark.parametrize(
    ("check", "change", "said"),
    [
        (checks.public_address, {"HTTPS": False}, "reprise.W001"),
        (checks.operator, {"OPERATOR": None}, "reprise.W002"),
        (checks.security_contact, {"SECURITY_CONTACT": ""}, "reprise.W003"),
        (
            checks.security_contact,
            {"SECURITY_CONTACT": "mailto:a@b.example", "SECURITY_EXPIRES": LONG_AGO},
            "reprise.W004",
        ),
    ],
    ids=["loopback", "nobody", "no contact", "an old contact"],
)
def test_what_is_open_is_said(
    settings: Any, check: Any, change: dict[str, object], said: str
) -> None:
    for name, value in change.items():
        setattr(settings, name, value)
    assert [each.id for each in check(None)] == [said]
    assert check in registry.get_checks(include_deployment_checks=True)


def test_half_a_contact_does_not_start() -> None:
    done = python(*CHECK, REPRISE_SECURITY_EXPIRES="")
    assert done.returncode != 0
    assert "ValueError: REPRISE_SECURITY_CONTACT" in done.stderr


def settings_with(**change: str) -> dict[str, object]:
    script = (
        "import json; from django.conf import settings;"
        f" print(json.dumps({{name: getattr(settings, name) for name in {NAMES!r}}}))"
    )
    done = python("-c", script, **change)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_over_https_the_cookies_are_bound_to_the_host() -> None:
    assert settings_with() == {
        "SESSION_COOKIE_NAME": "__Host-session", "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True, "SESSION_COOKIE_AGE": 14 * 24 * 3600,
        "CSRF_COOKIE_NAME": "__Host-csrftoken", "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_AGE": None, "STRICT": False, "DEBUG": False,
    }  # fmt: skip


def test_on_loopback_a_browser_would_refuse_that() -> None:
    found = settings_with(REPRISE_PUBLIC_URL="http://127.0.0.1:8000")
    assert (found["SESSION_COOKIE_NAME"], found["SESSION_COOKIE_SECURE"]) == ("session", False)
    assert (found["CSRF_COOKIE_NAME"], found["CSRF_COOKIE_SECURE"]) == ("csrftoken", False)
