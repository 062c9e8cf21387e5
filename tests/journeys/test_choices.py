"""The question whether others may use the device, in a real browser with real others (S34-S39)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reprise.consent.trackers import Kind
from reprise.law.fr.trackers import Layer, layer
from tests.journeys.keyboard import press, reach
from tests.journeys.partner import Asking, answer
from tests.journeys.test_axe import SIZES, overflows, violations

pytestmark = pytest.mark.browser

# What somebody sees of a button: all of it is the same for each (S35).
LOOKS = """it => {
  const style = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  return {
    box: [Math.round(box.width), Math.round(box.height)], classes: it.className,
    visible: it.checkVisibility(), overlaid: document.elementFromPoint(
      box.x + box.width / 2, box.y + box.height / 2) !== it,
    ...Object.fromEntries(["color", "backgroundColor", "borderTopWidth", "borderTopColor",
      "fontSize", "fontWeight", "fontFamily", "fontStyle", "lineHeight", "padding", "opacity",
      "textDecorationLine", "textTransform", "letterSpacing", "cursor", "boxShadow", "borderRadius",
      "outlineStyle", "filter", "transform"].map(name => [name, style[name]])),
  };
}"""


@pytest.fixture
def page(asking: Asking, browser: Any) -> Iterator[Any]:
    context = browser.new_context(locale="fr-FR")
    yield context.new_page()
    context.close()


def quiet(page: Any) -> None:
    page.wait_for_load_state("networkidle")


def on_our_host(page: Any) -> set[tuple[Kind, str]]:
    """What the browser holds for us beside the choice itself."""
    cookies = {each["name"] for each in page.context.cookies() if each["domain"] == "127.0.0.1"}
    kept = page.evaluate("Object.keys(localStorage)")
    return {(Kind.COOKIE, each) for each in cookies - {"choices"}} | {
        (Kind.LOCAL_STORAGE, each) for each in kept
    }


def luminance(colour: str) -> float:
    """Of ``rgb(36, 56, 201)`` (WCAG 2, relative luminance)."""
    parts = [int(each) / 255 for each in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_refusing_is_as_simple_and_as_visible_as_accepting(
    asking: Asking, browser: Any, size: Any, scheme: Any
) -> None:
    """Measured in each language, and asked of the law (S35 to S37)."""
    context = browser.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    base = asking.market.base
    for path in ("/fr-fr/", "/nl-be/", "/de-de/products/iphone-13/", "/en-fr/"):
        page.goto(base + path)
        question = page.locator(".question")
        answers = question.locator(".answers .btn")
        looks = [each.evaluate(LOOKS) for each in answers.all()]
        assert len(looks) == 3
        assert looks[0] == looks[1] == looks[2], path
        assert looks[0]["visible"]
        assert not looks[0]["overlaid"], "it lies in the page, and nothing lies over it"
        assert contrast(looks[0]["color"], looks[0]["backgroundColor"]) >= 4.5
        assert question.locator("input:not([type=hidden])").count() == 0
        assert page.evaluate("document.querySelectorAll('.question ~ *').length") > 0
        told = question.inner_text()
        assert all(each in told for each in ("audience (", "Acme Metrics SAS", "Zeta Metrics SAS"))
        assert page.evaluate("document.activeElement === document.body"), "nobody is trapped"
        assert not overflows(page)
    assert violations(page) == []
    clicks = {}
    for value in ("all", "none"):
        visitor = browser.new_context(viewport=size)
        other = visitor.new_page()
        answer(other, base, value)
        clicks[value] = 1
        assert other.locator(".question").count() == 0, "one click was enough"
        links = []
        for path in ("/de-de/", "/de-de/basket/", "/de-de/terms/", "/seller/login/", "/"):
            other.goto(base + path)
            links.append(other.locator("a[href$='/choices/']").count() == 1)
        visitor.close()
    decision = layer(
        Layer(
            clicks_to_accept=clicks["all"],
            clicks_to_refuse=clicks["none"],
            refusal_as_visible=looks[0] == looks[1],
            preticked=False,
            every_purpose_told=True,
            withdrawal_on_every_page=all(links),
            withdrawal_stops_everything=True,  # the tests below
        )
    )
    assert decision.fair
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_the_page_of_choices(asking: Asking, browser: Any, size: Any) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    base = asking.market.base
    for value in ("", "none", "all"):
        if value:
            page.goto(f"{base}/de-de/choices/")
            with page.expect_navigation():
                page.click(f"main [name=answer][value={value}]")
        for path in ("/de-de/choices/", "/fr-fr/choices/", "/nl-be/choices/"):
            page.goto(base + path)
            assert violations(page) == [], (value, path)
            assert not overflows(page), (value, path)
            ticked = page.locator("main input:checked").count()
            assert ticked == (2 if value == "all" else 0), "only what somebody has accepted"
    with page.expect_navigation():
        page.click("main [name=answer][value=none]")
    assert violations(page) == []
    assert not overflows(page)
    context.close()


@pytest.mark.parametrize("size", SIZES, ids=["wide", "phone"])
def test_nothing_is_wrong_with_the_page_of_staff(asking: Asking, browser: Any, size: Any) -> None:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{asking.market.base}/staff/consent/")
    page.fill("#email", "staff@reprise.example")
    page.fill("#password", asking.market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/staff/consent/")
    for each in page.locator("details > summary").all():
        each.click()
    assert violations(page) == []
    assert not overflows(page)
    context.close()


def test_before_an_answer_looking_scrolling_and_going_on_accept_nothing(
    asking: Asking, page: Any
) -> None:
    before = asking.hits
    page.goto(f"{asking.market.base}/fr-fr/")
    page.mouse.wheel(0, 3_000)
    page.keyboard.press("Escape")
    page.locator(".tile h3 a").first.click()
    page.wait_for_url("**/products/**")
    page.reload()
    quiet(page)
    assert page.locator(".question").count() == 1
    assert on_our_host(page) == set()
    assert asking.hits == before
    assert page.context.cookies() == []


def test_a_script_that_nobody_has_accepted_is_stopped_by_the_policy(
    asking: Asking, page: Any
) -> None:
    """Even if a page of ours came to hold one."""
    before = asking.hits
    acme = asking.partners["acme"]
    for value in ("", "none"):
        if value:
            answer(page, asking.market.base, value)
        page.goto(f"{asking.market.base}/fr-fr/")
        page.evaluate(
            """src => new Promise(done => {
                 const script = document.createElement("script");
                 script.src = src; script.onerror = script.onload = done;
                 document.head.append(script);
                 const pixel = new Image(); pixel.src = src; fetch(src).catch(() => 0);
               })""",
            f"{acme.origin}/acme.js",
        )
        quiet(page)
        assert on_our_host(page) == set()
    assert asking.hits == before


# What a partner's script would do to read a page that only whoever is signed in may see.
READ = """async path => {
  const found = [];
  for (const mode of ["cors", "no-cors", "same-origin"]) {
    const answer = await fetch(path, {mode});
    found.push(answer.status);
  }
  const asked = new XMLHttpRequest();
  asked.open("GET", path);
  await new Promise(done => { asked.onloadend = done; asked.send(); });
  found.push(asked.status);
  const opened = window.open(path);
  await new Promise(done => setTimeout(done, 2000));
  try { found.push(opened.document.body.innerText.length); } catch { found.push("closed"); }
  const frame = document.createElement("iframe");
  frame.src = path;
  document.body.append(frame);
  await new Promise(done => setTimeout(done, 1000));
  try { found.push(frame.contentDocument.body.innerText.length); } catch { found.push("closed"); }
  return found;
}"""


def test_a_partners_script_reads_no_page_of_whoever_is_signed_in(asking: Asking, page: Any) -> None:
    base = asking.market.base
    page.goto(f"{base}/fr-fr/account/login/")
    page.fill("#email", "seller@reprise.example")
    page.fill("#password", asking.market.password)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{base}/fr-fr/account/"
    answer(page, base, "all")
    quiet(page)
    found = page.evaluate(READ, "/fr-fr/account/privacy/")
    assert found[:4] == [403, 403, 403, 403]
    assert set(found[4:]) <= {"closed", 0}, found
    page.goto(f"{base}/fr-fr/account/privacy/")
    assert "Ce que nous conservons" in page.inner_text("main"), "whoever opens it reads it"


def test_choosing_one_by_keyboard_loads_that_one(asking: Asking, page: Any) -> None:
    base = asking.market.base
    acme, zeta = asking.partners["acme"], asking.partners["zeta"]
    before = acme.hits.total(), zeta.hits.total()
    page.goto(f"{base}/en-fr/")
    press(page, page.get_by_role("link", name="Choose"))
    reach(page, page.get_by_label("Zeta Metrics SAS"))
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Keep what is ticked"))
    page.goto(f"{base}/en-fr/products/iphone-13/")
    quiet(page)
    assert on_our_host(page) == zeta.kept
    assert acme.hits.total() == before[0]
    assert zeta.hits.total() >= before[1] + 3
    assert zeta.hits["/zeta.js"] >= 1


def test_without_script_it_works_and_nobody_is_loaded(asking: Asking, browser: Any) -> None:
    before = asking.hits
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for value, shown in (("all", True), ("none", False)):
        page.goto(f"{asking.market.base}/de-de/choices/")
        with page.expect_navigation():
            page.click(f"main [name=answer][value={value}]")
        page.goto(f"{asking.market.base}/de-de/")
        assert page.locator(".question").count() == 0
        page.goto(f"{asking.market.base}/de-de/choices/")
        assert (page.locator("main input:checked").count() > 0) is shown
    assert asking.hits == before
    context.close()


def test_a_withdrawal_ends_it_in_every_tab_and_takes_away_what_was_kept(
    asking: Asking, page: Any
) -> None:
    base = asking.market.base
    kept = asking.partners["acme"].kept | asking.partners["zeta"].kept
    answer(page, base, "all")
    quiet(page)
    assert on_our_host(page) == kept
    other = page.context.new_page()
    other.goto(f"{base}/de-de/products/iphone-13/")
    quiet(other)
    page.goto(f"{base}/de-de/choices/")
    with other.expect_navigation(), page.expect_navigation():
        page.click("main [name=answer][value=none]")
    quiet(other)
    before = asking.hits
    assert on_our_host(page) == set()
    assert on_our_host(other) == set()
    assert other.evaluate("document.querySelectorAll('script[src*=\"127.0.0.2\"]').length") == 0
    # Back to the pages that had loaded them, forward, and anew.
    page.go_back()
    page.go_back()
    quiet(page)
    for path in ("/de-de/", "/de-de/categories/smartphones/", "/de-de/products/iphone-13/"):
        page.goto(base + path)
        assert page.locator(".question").count() == 0
    quiet(page)
    assert asking.hits == before
    assert on_our_host(page) == set()
    assert {each["name"] for each in page.context.cookies(base)} == {"choices"}


def test_a_stopped_partner_is_loaded_by_nobody_and_what_it_kept_goes(
    partners: Asking, browser: Any
) -> None:
    omega = partners.partners["omega"]
    base = partners.market.base
    with partners.asking("advertising"):
        context = browser.new_context()
        page = context.new_page()
        answer(page, base, "all")
        quiet(page)
        assert (Kind.COOKIE, "omega_visits") in on_our_host(page)
        partners.consent("partner", "kill", "omega", "--why", "unused")
        before = omega.hits.total()
        page.goto(f"{base}/de-de/")
        quiet(page)
        assert omega.hits.total() == before
        assert (Kind.COOKIE, "omega_visits") not in on_our_host(page)
        assert page.locator(".question").count() == 0
        # What was accepted once can still be withdrawn.
        page.goto(f"{base}/en-fr/choices/")
        with page.expect_navigation():
            page.get_by_role("button", name="Withdraw that, too").click()
        assert "withdrawn" in page.inner_text("main")
        context.close()
