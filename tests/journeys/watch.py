"""What a page really keeps on a device and reads from it, as a real browser sees it.

Four witnesses: the headers on the wire, the interfaces that scripts use (wrapped before any script
of a page runs), what the browser's storages hold afterwards, and the hosts that were asked.
"""

from __future__ import annotations

from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any, Final

from reprise.consent.trackers import Kind, Register

WRAPPED: Final = (Path(__file__).parent / "watch.js").read_text()
Found = tuple[Kind, str]


class Watch:
    """Watches a browser context from its first page on; open pages with :meth:`page`."""

    def __init__(self, context: Any, base: str) -> None:
        self.context = context
        self.base = base
        self.found: set[Found] = set()
        self.elsewhere: set[str] = set()
        self._sessions: dict[Any, Any] = {}
        context.expose_binding("__told", self._told)
        context.add_init_script(WRAPPED)
        context.on("request", self._asked)

    def page(self) -> Any:
        page = self.context.new_page()
        session = self.context.new_cdp_session(page)
        for domain in ("Network", "DOMStorage"):
            session.send(f"{domain}.enable")
        session.on("Network.responseReceivedExtraInfo", self._answered)
        self._sessions[page] = session
        return page

    def visit(self, page: Any, path: str) -> None:
        """Open a page and look at what it leaves.  One that breaks, as an undeclared cookie of ours
        makes it (``REPRISE_STRICT``), proves nothing and fails."""
        answer = page.goto(self.base + path)
        assert answer.status < 500, path
        self.look(page)

    def look(self, page: Any) -> None:
        """Note what the browser holds now; what scripts told before has come by then."""
        page.evaluate("0")
        for cookie in self.context.cookies():
            self.found.add((Kind.COOKIE, cookie["name"]))
        session = self._sessions[page]
        for kind, local in ((Kind.LOCAL_STORAGE, True), (Kind.SESSION_STORAGE, False)):
            where = {"securityOrigin": self.base, "isLocalStorage": local}
            held = session.send("DOMStorage.getDOMStorageItems", {"storageId": where})
            self.found |= {(kind, name) for name, _ in held["entries"]}
        where = {"securityOrigin": self.base}
        held = session.send("IndexedDB.requestDatabaseNames", where)
        self.found |= {(Kind.INDEXED_DB, name) for name in held["databaseNames"]}
        held = session.send("CacheStorage.requestCacheNames", where)
        self.found |= {(Kind.CACHE, each["cacheName"]) for each in held["caches"]}

    def undeclared(self, register: Register) -> set[Found]:
        return {each for each in self.found if register.find(*each) is None}

    def _told(self, source: Any, kind: str, name: str) -> None:
        self.found.add((Kind(kind), name))

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((f"{self.base}/", "data:", "about:")):
            self.elsewhere.add(request.url)

    def _answered(self, answer: Any) -> None:
        for name, value in answer["headers"].items():
            if name.lower() == "set-cookie":
                for line in value.split("\n"):
                    self.found |= {(Kind.COOKIE, each) for each in SimpleCookie(line)}
