"""Another party on another loopback host: a real server that counts who asks it, and whose script
does what partners do."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

from reprise.consent.configuration import day_of
from reprise.consent.trackers import Kind
from reprise.kernel import clock
from tests.consent.asked import in_each, partner, purpose, tracker
from tests.journeys.market import Market
from tests.journeys.watch import Found

HOST: Final = "127.0.0.2"
# Keeps a cookie and an entry for our host, and sends them home.
SCRIPT: Final = """{{
document.cookie = "{key}_visits=1; path=/; max-age=2592000; SameSite=Lax";
localStorage.setItem("{key}_seen", "1");
const sent = document.cookie.includes("{key}_visits");
fetch("{origin}/sent?" + sent, {{mode: "no-cors"}}).catch(() => 0);
new Image().src = "{origin}/pixel.gif";
}}"""


class Partner:
    """``hits`` are the paths that it was asked for; its script is at ``/<key>.js``."""

    def __init__(self, key: str, serves: str) -> None:
        self.key = key
        self.serves = serves
        self.hits: Counter[str] = Counter()
        told = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                told.hits[urlsplit(self.path).path] += 1
                text = SCRIPT.format(key=told.key, origin=told.origin).encode()
                self.send_response(200)
                if self.path.endswith(".js"):
                    self.send_header("Content-Type", "text/javascript")
                else:
                    text = b""
                    self.send_header("Content-Type", "image/gif")
                    self.send_header("Set-Cookie", f"{told.key}_uid=7; Max-Age=31536000")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer((HOST, 0), Answers)
        self.origin = f"http://{HOST}:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def facts(self) -> dict[str, Any]:
        """What its operator is told of it, and visitors by that."""
        today = day_of(clock.now())
        return partner(
            self.key,
            self.serves,
            script_url=f"{self.origin}/{self.key}.js",
            contract_on=today - timedelta(days=100),
            audited_on=today - timedelta(days=10),
            next_audit_on=today + timedelta(days=300),
            trackers=[
                tracker(f"{self.key}_visits"),
                tracker("document.cookie", days=None, ours=True),
                tracker(f"{self.key}_seen", kind="local_storage", days=None),
                tracker(f"{self.key}_uid", ours=False, days=365),
            ],
        )

    @property
    def told(self) -> set[Found]:
        """What it is said to keep and read."""
        return {(Kind(each["kind"]), each["name"]) for each in self.facts["trackers"]}

    @property
    def kept(self) -> set[Found]:
        """What of it is kept for our host."""
        return {(Kind.COOKIE, f"{self.key}_visits"), (Kind.LOCAL_STORAGE, f"{self.key}_seen")}


class Asking:
    """The marketplace with three partners: two for one purpose, one for another."""

    def __init__(self, market: Market, folder: Path) -> None:
        self.market = market
        self._folder = folder
        self.partners = {
            "acme": Partner("acme", "audience"),
            "zeta": Partner("zeta", "audience"),
            "omega": Partner("omega", "advertising"),
        }
        for key in ("audience", "advertising"):
            self.consent("purpose", "add", self._file(key, purpose(key, title=in_each(key))))
        for each in self.partners.values():
            self.consent("partner", "add", self._file(each.key, each.facts))
            self.consent("partner", "activate", each.key)

    def consent(self, *arguments: str) -> None:
        done = self.market.command("consent", *arguments)
        assert done.returncode == 0, done.stderr

    def _file(self, key: str, facts: dict[str, Any]) -> str:
        path = self._folder / f"{key}.yaml"
        path.write_text(yaml.safe_dump(facts))
        return str(path)

    @contextmanager
    def asking(self, purpose: str = "audience") -> Iterator[None]:
        """For as long, visitors are asked; afterwards nobody is, as the other journeys expect."""
        self.consent("purpose", "activate", purpose)
        try:
            yield
        finally:
            self.consent("purpose", "deactivate", purpose)

    @property
    def hits(self) -> int:
        return sum(sum(each.hits.values()) for each in self.partners.values())

    def stop(self) -> None:
        for each in self.partners.values():
            each.stop()


def answer(page: Any, base: str, value: str, path: str = "/de-de/") -> None:
    """Give an answer on the page that asks."""
    page.goto(base + path)
    with page.expect_navigation():
        page.click(f".question [value={value}]")
