"""Events and those who listen."""

from __future__ import annotations

from tests.planted_bugs.bug import Bug

BUGS = (
    Bug("a listener hears an event once", "outbox/actions.py",
        "                if _note(row.id, name, now):\n",
        "                if _note(row.id, name, now) or True:\n", "outbox/test_outbox.py"),
    Bug("letters of the demo's past leave in their time (0020)", "demo/past/work.py",
        "while send_post(now, Nowhere()):\n            pass", "pass", "demo/test_past.py"),
    Bug("who comes later has had the past", "outbox/listening.py",
        "if self.past is Past.HAD:", "if False:", "outbox/test_listening.py"),
)  # fmt: skip
