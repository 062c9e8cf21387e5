"""A person at a keyboard: Tab to what is wanted, then a key."""

from __future__ import annotations

import re
from typing import Any

# No page of ours has as many stops.
MOST_STOPS = 400


def reach(page: Any, control: Any) -> None:
    """Press Tab until a control has the focus; it must be one that Tab stops at."""
    control.wait_for()
    for _ in range(MOST_STOPS):
        if control.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {control}")


def press(page: Any, control: Any) -> None:
    """Use a link or a button, and wait for the next page."""
    reach(page, control)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def type_in(page: Any, label: str, text: str) -> None:
    reach(page, page.get_by_label(label, exact=False).first)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(text)


def wait_for(page: Any, text: str) -> None:
    """Reload until the page says so: without script, that is what a person does."""
    for _ in range(60):
        if re.search(text, page.inner_text("main"), re.IGNORECASE):
            return
        page.wait_for_timeout(500)
        page.reload()
    raise AssertionError(f"{text!r} never came:\n{page.inner_text('main')}")
