"""A real browser reads what a page says to machines, runs none of it, and asks nobody else."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.journeys.market import Market

pytestmark = pytest.mark.browser

# What the browser itself holds against the page's own policy.
WATCH = """
window.broken = [];
document.addEventListener('securitypolicyviolation', e => window.broken.push(e.violatedDirective));
"""
READ = """
() => [...document.querySelectorAll('script')].map(
  each => [each.type, JSON.parse(each.textContent)['@graph'].map(thing => thing['@type'])])
"""


@pytest.mark.parametrize(
    ("path", "things"),
    [
        ("/fr-fr/products/iphone-13/", ["Product", "BreadcrumbList"]),
        ("/de-de/categories/smartphones/", ["BreadcrumbList"]),
    ],
)
def test_a_data_block_stands_under_our_policy(
    market: Market, browser: Any, path: str, things: list[str]
) -> None:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    said, hosts = [], set()
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    answer = page.goto(market.base + path, wait_until="networkidle")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert page.evaluate(READ) == [["application/ld+json", things]]
    assert page.evaluate("window.broken") == []
    assert said == []
    assert hosts == {urlsplit(market.base).netloc}
    context.close()
