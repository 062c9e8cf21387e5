"""The drawn devices: complete, small, safe to inline, told apart."""

from __future__ import annotations

import colorsys
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

import reprise.catalog.drawings as drawings
from reprise.catalog.drawings import FORMS, draw
from reprise.catalog.drawings.canvas import Ink, from_oklch, num, to_oklch

LIMIT_BYTES = 2560
COLOURS = ("#f4efe6", "#1f2a44", "#232428", "#b23a3f", "#ffffff", "#000000")
SVG = "{http://www.w3.org/2000/svg}"
PRESETS = Path(drawings.__file__).parents[2] / "demo" / "catalogue" / "FORMS.md"

every_form = pytest.mark.parametrize("form", sorted(FORMS))


def ids(svg: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', svg))


def relative_luminance(hex_colour: str) -> float:
    channels = (int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((relative_luminance(one), relative_luminance(other)))
    return (high + 0.05) / (low + 0.05)


@every_form
@pytest.mark.parametrize("colour", COLOURS)
def test_a_drawing_is_one_small_well_formed_svg(form: str, colour: str) -> None:
    svg = draw(form, colour)
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own output
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == "0 0 420 470"
    assert len(svg.encode()) <= LIMIT_BYTES
    assert not re.search(r"nan|inf\b|e-\d", svg)


@every_form
def test_a_drawing_needs_nothing_from_outside_and_passes_a_strict_policy(form: str) -> None:
    svg = draw(form, "#b23a3f", title="x")
    root = ElementTree.fromstring(svg)  # noqa: S314
    assert {e.tag for e in root.iter()}.isdisjoint(
        {f"{SVG}{t}" for t in ("style", "script", "image", "text", "foreignObject")}
    )
    for element in root.iter():
        assert not {a for a in element.attrib if a == "style" or a.startswith("on")}
    references = re.findall(r'(?:href="|url\()([^")]+)', svg)
    assert references
    assert {r.removeprefix("#") for r in references} <= ids(svg), "dangling or outside reference"


@every_form
def test_every_definition_is_used_once_defined(form: str) -> None:
    svg = draw(form, "#1f2a44")
    declared = re.findall(r' id="([^"]+)"', svg)
    assert len(declared) == len(set(declared))
    assert all(f"#{i}" in svg for i in declared)


@every_form
def test_the_device_colour_or_a_shade_of_it_is_seen(form: str) -> None:
    """A saturated green must come back as greens: no drawing ignores the colour it is given."""
    painted = re.findall(r"#[0-9a-f]{6}\b", draw(form, "#00a651"))
    hues = [colorsys.rgb_to_hsv(*(int(c[i : i + 2], 16) / 255 for i in (1, 3, 5))) for c in painted]
    greens = [h for h, saturation, _ in hues if saturation > 0.3 and 0.3 < h < 0.5]
    assert len(greens) >= 3


@every_form
def test_another_colour_changes_the_drawing(form: str) -> None:
    assert draw(form, "#f4efe6") != draw(form, "#232428")


def test_no_two_forms_share_a_drawing() -> None:
    bodies = {form: re.sub(r"([a-z])[0-9a-f]{5}\b", r"\1", draw(form, "#8a9a7b")) for form in FORMS}
    for one, other in combinations(sorted(bodies), 2):
        assert bodies[one] != bodies[other], f"{one} is drawn like {other}"


def test_many_drawings_stand_on_one_page_without_sharing_an_id() -> None:
    seen: dict[str, tuple[str, str]] = {}
    for form in FORMS:
        for colour in COLOURS:
            for i in ids(draw(form, colour)):
                assert seen.setdefault(i, (form, colour)) == (form, colour)


def test_the_same_request_gives_the_same_bytes() -> None:
    assert draw("ps5", "#F6F6F4") == draw("ps5", "#f6f6f4")
    assert draw("kettle", "#c3c6cb", title="Bouilloire") == draw(
        "kettle", "#c3c6cb", title="Bouilloire"
    )


def test_a_title_names_the_image_and_is_escaped() -> None:
    svg = draw("iphone-dual-diagonal", "#1f2a44", title='iPhone 13 <b>"&</b>')
    root = ElementTree.fromstring(svg)  # noqa: S314
    assert root.get("role") == "img"
    assert root.get("aria-hidden") is None
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == 'iPhone 13 <b>"&</b>'
    assert "<b>" not in svg


@pytest.mark.parametrize("title", ["", "   ", "\x00"])
def test_without_a_title_it_is_hidden_from_assistive_technology(title: str) -> None:
    root = ElementTree.fromstring(draw("ipad-home", "#b8bcc2", title=title))  # noqa: S314
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None
    assert root.find(f"{SVG}title") is None


def test_a_control_character_in_a_title_cannot_break_the_file() -> None:
    root = ElementTree.fromstring(draw("ps5", "#ffffff", title="a\x0bb\x1f\ufffe"))  # noqa: S314
    assert root[0].text == "ab"


@pytest.mark.parametrize("form", ["", "iphone", "IPHONE-HOME-SINGLE", "../ps5"])
def test_an_unknown_form_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="no drawing is known"):
        draw(form, "#ffffff")


@pytest.mark.parametrize(
    "colour",
    ["", "white", "#fff", "1f2a44", "#1f2a4", "#1f2a444", "#1f2a4g", '#1f2a44"/>', "#1f2a44\n"],
)
def test_a_colour_that_is_not_rrggbb_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        draw("ps5", colour)


def test_the_forms_are_listed_under_their_own_names_and_cannot_be_changed() -> None:
    assert all(name == form.name and form.summary for name, form in FORMS.items())
    with pytest.raises(TypeError):
        FORMS["ps6"] = FORMS["ps5"]  # type: ignore[index]


def test_no_two_families_claim_one_name() -> None:
    families = (
        drawings.phones,
        drawings.tablets,
        drawings.laptops,
        drawings.desktops,
        drawings.consoles,
        drawings.watches,
        drawings.audio,
        drawings.appliances,
        drawings.homecare,
    )
    assert sum(len(family.FORMS) for family in families) == len(FORMS)


def test_every_preset_of_the_demo_catalogue_is_drawn() -> None:
    if not PRESETS.exists():
        pytest.skip("this installation has no demo catalogue")
    named = set(re.findall(r"^\| `([a-z0-9-]+)` \|", PRESETS.read_text("utf-8"), re.MULTILINE))
    assert named
    assert named <= set(FORMS), sorted(named - set(FORMS))


@pytest.mark.parametrize("paper", ["#efeae0", "#1b1a18"], ids=["light", "dark"])
@pytest.mark.parametrize("colour", [*COLOURS, "#1b1a18", "#efeae0", "#0a0a0a", "#fbe58b"])
def test_body_or_edge_stands_out_from_the_paper(paper: str, colour: str) -> None:
    ink = Ink.of("ps5", colour)
    assert max(contrast(ink.base, paper), contrast(ink.edge, paper)) > 1.6


@pytest.mark.parametrize("colour", [*COLOURS, "#00a651", "#fbe58b", "#0ab9e6", "#808080"])
def test_oklch_there_and_back_is_the_same_colour(colour: str) -> None:
    assert from_oklch(*to_oklch(colour)) == colour


def test_a_lighter_shade_is_lighter_and_keeps_its_hue() -> None:
    ink = Ink.of("ps5", "#b23a3f")
    lightness, _, hue = to_oklch(ink.base)
    for step in (-0.2, -0.1, 0.1):
        shaded, _, shaded_hue = to_oklch(ink.shade(step))
        assert shaded == pytest.approx(lightness + step, abs=0.02)
        assert shaded_hue == pytest.approx(hue, abs=0.08)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.001, "0"),
        (0.25, ".25"),
        (-0.5, "-.5"),
        (12.34, "12.3"),
        (10.0, "10"),
        (100, "100"),
    ],
)
def test_coordinates_are_short(value: float, text: str) -> None:
    assert num(value) == text


def test_a_page_of_tiles_is_light() -> None:
    """24 drawings weigh at most 60 KB even when a page carries them all itself."""
    sizes = sorted((len(draw(form, "#1f2a44").encode()) for form in FORMS), reverse=True)
    assert sum(sizes[:24]) <= 60 * 1024
