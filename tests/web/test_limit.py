"""No client gets more than its share, whatever process answers; and no address is kept."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory

from reprise.kernel.network import network_of
from reprise.web import limit
from reprise.web.limit import Buckets, client_of

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRET = "only for tests"


def seconds(count: float) -> datetime:
    return AT + timedelta(seconds=count)


def taken(buckets: Buckets, client: str, now: datetime, most: int = 1000) -> int:
    """How many requests in a row are let through."""
    return next(number for number in range(most) if buckets.take(client, now))


def test_a_bucket_runs_dry_and_fills_evenly() -> None:
    buckets = Buckets(None, SECRET, 60)
    assert taken(buckets, "192.0.2.1", AT) == 60
    assert buckets.take("192.0.2.1", AT) == 1
    assert buckets.take("192.0.2.1", seconds(0.5)) == 1
    assert taken(buckets, "192.0.2.1", seconds(1)) == 1
    assert taken(buckets, "192.0.2.1", seconds(11)) == 10
    assert taken(buckets, "192.0.2.1", seconds(1000)) == 60
    slow = Buckets(None, SECRET, 2)
    assert taken(slow, "192.0.2.1", AT) == 2
    assert slow.take("192.0.2.1", AT) == 30
    assert slow.take("192.0.2.1", seconds(29)) == 1
    assert slow.take("192.0.2.1", seconds(30)) == 0


def test_clients_do_not_disturb_each_other() -> None:
    buckets = Buckets(None, SECRET, 10)
    for number in range(1000):
        assert taken(buckets, f"192.0.2.{number}", AT) == 10


def test_a_clock_that_goes_back_gives_nothing_away() -> None:
    buckets = Buckets(None, SECRET, 10)
    assert taken(buckets, "192.0.2.1", seconds(60)) == 10
    assert taken(buckets, "192.0.2.1", seconds(1)) == 0


def test_a_crowd_does_not_free_who_is_at_the_limit(monkeypatch: Any) -> None:
    monkeypatch.setattr(limit, "_SETS", 1)  # four places for all
    buckets = Buckets(None, SECRET, 10)
    assert taken(buckets, "192.0.2.1", AT) == 10
    for number in range(100):
        assert buckets.take(f"198.51.100.{number}", AT) == 0
    assert buckets.take("192.0.2.1", AT) > 0


def test_processes_count_together(tmp_path: Path) -> None:
    path = tmp_path / "api-clients"
    program = f"""
from datetime import datetime, UTC
from pathlib import Path
from reprise.web.limit import Buckets
buckets = Buckets(Path({str(path)!r}), {SECRET!r}, 30_000)
print("ready", flush=True)
input()
at = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
print(sum(not buckets.take("192.0.2.1", at) for _ in range(20_000)))
"""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert sum(int(process.communicate(timeout=60)[0]) for process in running) == 30_000
    assert path.stat().st_mode & 0o777 == 0o600


def test_no_address_is_kept_and_after_an_hour_nothing_is(tmp_path: Path) -> None:
    path = tmp_path / "api-clients"
    buckets = Buckets(path, SECRET, 10)
    buckets.take("192.0.2.1", AT)
    before = path.read_bytes()
    assert b"192.0.2.1" not in before
    assert bytes([192, 0, 2, 1]) not in before
    other = Buckets(tmp_path / "other", "another secret", 10)
    other.take("192.0.2.1", AT)
    assert _tags(before).isdisjoint(_tags((tmp_path / "other").read_bytes()))
    buckets.take("198.51.100.7", seconds(3600))
    after = _tags(path.read_bytes())
    assert len(after) == 1
    buckets.take("192.0.2.1", seconds(3600))
    assert _tags(before).isdisjoint(_tags(path.read_bytes()))


def _tags(content: bytes) -> set[int]:
    each = limit._BUCKET.iter_unpack(content[limit._HOUR.size :])
    return {tag for tag, _, _ in each if tag}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "api-clients").symlink_to(tmp_path / "precious")
    with pytest.raises(OSError, match="symbolic"):
        Buckets(tmp_path / "api-clients", SECRET, 10)
    assert (tmp_path / "precious").read_text() == "precious"


def test_a_folder_that_cannot_be_written_is_no_failure(monkeypatch: Any, tmp_path: Path) -> None:
    monkeypatch.setenv("REPRISE_DATA", str(tmp_path / "none"))
    assert limit.buckets(limit.API).take("192.0.2.1", AT) == 0
    limit.buckets.cache_clear()
    monkeypatch.setenv("REPRISE_DATA", str(tmp_path))
    assert limit.buckets(limit.API).take("192.0.2.1", AT) == 0
    assert (tmp_path / "api-clients").exists()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "direct", "client"),
    [
        (0, "", "192.0.2.1", "192.0.2.1"),
        (0, "198.51.100.7", "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.7", "127.0.0.1", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "127.0.0.1", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.1", "127.0.0.1", "198.51.100.7"),
        (1, "", "192.0.2.1", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1", "192.0.2.1"),
        (3, "198.51.100.7", "127.0.0.1", "198.51.100.7"),
        (1, "198.51.100.7:4711", "127.0.0.1", "198.51.100.7"),
        (1, "203.0.113.9, [2001:db8:1:2::3]:4711", "127.0.0.1", "2001:db8:1:2::"),
        (1, "[2001:db8:1:2::3]", "127.0.0.1", "2001:db8:1:2::"),
        (1, "2001:db8:1:2::3", "127.0.0.1", "2001:db8:1:2::"),
        (1, "198.51.100.7:", "127.0.0.1", "127.0.0.1"),
        (1, "203.0.113.9,", "127.0.0.1", "127.0.0.1"),
        (0, "", "fe80::1%eth0", "fe80::"),
        (0, "", "::ffff:c000:201", "192.0.2.1"),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (0, "", "::ffff:192.0.2.1", "192.0.2.1"),
        (0, "", "", ""),
    ],
)
def test_who_asks(proxies: int, forwarded: str, direct: str, client: str) -> None:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=direct)
    assert client_of(request, proxies) == client


@pytest.mark.parametrize(
    ("client", "network"),
    [
        ("2001:db8:1:2::", "2001:db8:1::/48"), ("2001:db8:1::", "2001:db8:1::/48"),
        ("fe80::", "fe80::/48"), ("192.0.2.1", ""), ("nonsense", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_network_a_client_is_in(client: str, network: str) -> None:
    assert network_of(client) == network


def test_searches_and_the_api_are_counted_apart(monkeypatch: Any) -> None:
    """Whoever has asked the API too often may still look for something, and the other way round."""
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1")
    for kind, other in ((limit.API, limit.SEARCH), (limit.SEARCH, limit.API)):
        limit.buckets.cache_clear()
        for _ in range(kind.per_minute):
            assert limit.wait_of(request, kind, AT) == 0
        assert limit.wait_of(request, kind, AT) > 0
        assert limit.wait_of(request, other, AT) == 0
