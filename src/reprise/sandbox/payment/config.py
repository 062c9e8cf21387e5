"""What the process is told by its environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta


class Misconfigured(Exception):
    """The environment lacks something, or holds something that cannot be right."""


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of one provider process; durations come in seconds from the environment."""

    database_url: str
    api_key: str
    webhook_secret: str
    webhook_url: str
    page_prefix: str
    late: timedelta
    held: timedelta
    stall: timedelta
    threads: int
    test_clock: bool

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Config:
        """Read the SANDBOX_* variables.  Raises Misconfigured with the variable's name."""
        prefix = "/" + environ.get("SANDBOX_PAGE_PREFIX", "/sandbox/payment").strip("/")
        webhook_url = environ.get("SANDBOX_WEBHOOK_URL", "")
        if webhook_url and not webhook_url.startswith(("http://", "https://")):
            raise Misconfigured("SANDBOX_WEBHOOK_URL is not an http address")
        return cls(
            database_url=_needed(environ, "SANDBOX_DATABASE_URL"),
            api_key=_needed(environ, "SANDBOX_API_KEY"),
            webhook_secret=_needed(environ, "SANDBOX_WEBHOOK_SECRET"),
            webhook_url=webhook_url,
            page_prefix=prefix,
            late=_seconds(environ, "SANDBOX_LATE_SECONDS", "5"),
            held=_seconds(environ, "SANDBOX_HELD_SECONDS", "20"),
            stall=_seconds(environ, "SANDBOX_STALL_SECONDS", "15"),
            threads=_count(environ, "SANDBOX_THREADS", "4"),
            test_clock=environ.get("SANDBOX_TEST_CLOCK", "") == "1",
        )


def _needed(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name, "")
    if not value:
        raise Misconfigured(f"{name} is not set")
    return value


def _seconds(environ: Mapping[str, str], name: str, default: str) -> timedelta:
    try:
        value = float(environ.get(name, default))
        if not 0 <= value < 86_400:
            raise ValueError
        return timedelta(seconds=value)
    except ValueError:
        raise Misconfigured(f"{name} is not a number from 0 to 86400") from None


def _count(environ: Mapping[str, str], name: str, default: str) -> int:
    value = environ.get(name, default)
    if not value.isdecimal() or not 2 <= int(value) <= 64:
        raise Misconfigured(f"{name} is not a number from 2 to 64")
    return int(value)
