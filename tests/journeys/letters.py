"""The letters that came, as the development mailbox shows them."""

from __future__ import annotations

import re
from typing import Any


def link_in_mail(page: Any, base: str, address: str) -> str:
    """The link of the newest letter to an address; it comes when the worker has sent it."""
    for _ in range(60):
        page.goto(f"{base}/dev/mailbox/")
        rows = page.locator("tr, li").filter(has_text=address)
        if rows.count():
            with page.expect_navigation():
                rows.first.get_by_role("link").first.click()
            found = re.search(r"https?://[^/\s]+(/\S+/letters/\S+/)", page.inner_text("main"))
            if found:
                return found[1]
        page.wait_for_timeout(500)
    raise AssertionError(f"no letter came to {address}")
