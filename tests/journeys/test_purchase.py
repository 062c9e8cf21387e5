"""A person buys, the seller ships, the buyer sees "delivered": a real browser, keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.journeys.keyboard import press, reach, type_in, wait_for
from tests.journeys.market import Market

pytestmark = pytest.mark.browser


def test_from_the_shelf_to_the_door(market: Market, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    foreign = []
    page.on("request", lambda r: None if r.url.startswith(market.base) else foreign.append(r.url))

    page.goto(f"{market.base}/en-fr/")
    assert context.cookies() == [], "a first visit sets no cookie"
    # The demo's seller is the one who must answer, so buy from that shop.
    offer = market.offer_of("Atelier Rhône")
    page.goto(f"{market.base}{offer}")
    assert "Atelier Rhône" in page.inner_text("main")
    press(page, page.get_by_role("button", name="Add to basket").first)
    assert [cookie["name"] for cookie in context.cookies()] == ["basket"]
    press(page, page.get_by_role("link", name=re.compile("checkout|order", re.I)).first)

    type_in(page, "Name", "Ada Example")
    type_in(page, "E-mail", "ada@buyer.example")
    type_in(page, "Street", "1 Test Street")
    type_in(page, "Postcode", "69001")
    type_in(page, "Town", "Lyon")
    press(page, page.get_by_role("button", name="Order with obligation to pay"))

    assert "/sandbox/payment/" in page.url
    type_in(page, "Card number", "4242 4242 4242 4242")
    type_in(page, "Expiry", "12/39")
    type_in(page, "Security code", "123")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    wait_for(page, "seller")
    order = page.url.split("?")[0]
    reference = re.search(r"R-[0-9A-Z]{8}", page.url)[0]  # type: ignore[index]

    desk = browser.new_context(java_script_enabled=False, locale="en-GB").new_page()
    desk.goto(f"{market.base}/seller/")
    type_in(desk, "E-mail", "seller@reprise.example")
    type_in(desk, "Password", market.password)
    press(desk, desk.get_by_role("button", name="Sign in"))
    wait_for(desk, reference)
    press(desk, desk.get_by_role("link", name=re.compile(reference)))
    reach(desk, desk.get_by_label("Accept"))
    desk.keyboard.press("Space")
    press(desk, desk.get_by_role("button", name="Send the answer"))
    wait_for(desk, "Paid, to ship")
    reach(desk, desk.get_by_label("Kind of number"))
    desk.keyboard.type("Serial")
    type_in(desk, "Number of the device", "F2LXK0001")
    press(desk, desk.get_by_role("button", name="The parcel is ready"))
    made = desk.inner_text("main")
    assert "Label made, not handed over yet" in made
    assert "On the way" not in made

    page.goto(order)
    wait_for(page, "SB[0-9]{12}")
    desk.goto(f"{market.base}/dev/carrier/")
    press(desk, desk.get_by_role("button", name="Picked up").first)
    press(desk, desk.get_by_role("button", name="Delivered").first)
    page.goto(order)
    wait_for(page, "Delivered")

    desk.goto(f"{market.base}/seller/statement/")
    assert "Owed to you" in desk.inner_text("main")
    desk.goto(f"{market.base}/dev/mailbox/")
    wait_for(desk, "was delivered")
    subjects = desk.inner_text("main")
    for words in ("payment confirmed", "is accepted", "Your parcel is ready"):
        assert words in subjects
    # The seller's e-mail is in the seller's language.
    assert "atelier-rhone@sellers.reprise.example" in subjects
    assert foreign == [], "nothing is asked of anybody else"
    books = market.command("check-books")
    assert books.returncode == 0, books.stdout + books.stderr
