"""What the carrier tells the shop: signed, and again until it is taken."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from reprise.shipping.carriers.base import Area, ForgedScan, ScanKind
from reprise.shipping.carriers.sandbox.adapter import SandboxCarrier
from tests.sandbox.carrier.running import SECRET, RunningCarrier
from tests.sandbox.running import eventually


class Shop:
    """Hears what the carrier says; the first ``deaf`` times it answers with 404."""

    def __init__(self, deaf: int) -> None:
        self.heard: list[tuple[dict[str, str], bytes]] = []
        shop = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                shop.heard.append((dict(self.headers), body))
                self.send_response(404 if len(shop.heard) <= deaf else 200)
                self.end_headers()
                self.wfile.write(b'{"outcome": "applied"}')

            def log_message(self, *arguments: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def heard(request: pytest.FixtureRequest) -> Iterator[tuple[Shop, RunningCarrier]]:
    shop = Shop(getattr(request, "param", 0))
    running = RunningCarrier(shop.url)
    running.start()
    yield shop, running
    running.stop()
    shop.server.shutdown()
    shop.server.server_close()


def say(running: RunningCarrier, **scan: Any) -> tuple[int, Any]:
    status, content = running.ask("POST", "/v1/scans", json.dumps(scan).encode())
    return status, json.loads(content)


def test_a_scan_is_signed_so_that_the_shop_can_verify_it(
    heard: tuple[Shop, RunningCarrier],
) -> None:
    shop, running = heard
    at = "2026-11-24T10:00:00+00:00"
    told = say(running, tracking="SB1", kind="at_point", at=at, id="one")
    assert told == (200, {"outcome": "applied"})
    ((headers, body),) = shop.heard
    ours = SandboxCarrier("", "", SECRET)
    scan = ours.verify(headers, body, datetime.now(UTC))
    assert (scan.event_id, scan.tracking, scan.kind) == ("one", "SB1", ScanKind.AT_POINT)
    assert scan.occurred_at == datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert (scan.to, scan.accepted_at) == (None, None), "nobody has read the label"
    with pytest.raises(ForgedScan):
        ours.verify(headers, body.replace(b"SB1", b"SB2"), datetime.now(UTC))
    with pytest.raises(ForgedScan):
        SandboxCarrier("", "", "another").verify(headers, body, datetime.now(UTC))


@pytest.mark.parametrize(
    ("country", "postcode", "told"),
    [("FR", "69 001", "69001"), ("NL", "1012ab", "1012"), ("BE", "1000", "1000")],
)
def test_it_tells_where_a_parcel_goes_and_since_when_it_has_it(
    heard: tuple[Shop, RunningCarrier], country: str, postcode: str, told: str
) -> None:
    shop, running = heard
    accepted = "2026-11-24T09:00:00+00:00"
    to = {"country": country, "postcode": postcode}
    say(running, tracking="AB123456", kind="delivered", to=to, accepted_at=accepted)
    ((headers, body),) = shop.heard
    scan = SandboxCarrier("", "", SECRET).verify(headers, body, datetime.now(UTC))
    assert scan.to == Area(country, told)
    assert scan.accepted_at == datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize("heard", [1], indirect=True)
def test_a_scan_that_was_not_taken_comes_again_unchanged(
    heard: tuple[Shop, RunningCarrier],
) -> None:
    shop, running = heard
    assert say(running, tracking="SB1", kind="delivered") == (200, {"outcome": "later"})
    eventually(lambda: len(shop.heard) == 2)
    assert shop.heard[0][1] == shop.heard[1][1]


@pytest.mark.parametrize(
    "scan",
    [
        {"tracking": "SB1", "kind": "exploded"},
        {"tracking": "", "kind": "delivered"},
        {"tracking": "SB1", "kind": "delivered", "at": "2026-11-24T10:00:00"},
        {"tracking": "SB1", "kind": "delivered", "at": 5},
        {"tracking": "SB1", "kind": "delivered", "id": ""},
        {"tracking": "SB1", "kind": "delivered", "accepted_at": "2026-11-24T10:00:00"},
        {"tracking": "SB1", "kind": "delivered", "to": "FR"},
        {"tracking": "SB1", "kind": "delivered", "to": {"country": "FR"}},
        {"tracking": "SB1", "kind": "delivered", "to": {"country": "FR", "postcode": "1000"}},
    ],
)
def test_what_is_no_scan_is_told_to_nobody(
    heard: tuple[Shop, RunningCarrier], scan: dict[str, Any]
) -> None:
    shop, running = heard
    assert say(running, **scan)[0] == 422
    assert not shop.heard
