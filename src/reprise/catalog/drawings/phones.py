"""Phones: the back on the left, the front before it on the right, at one scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from . import cameras
from .canvas import GLASS, WIDTH, Form, Ink, clipped, disc, ground, group, lens, path, rect, stroke

Opening = Literal["home", "notch", "island", "hole", "hole-left", "hole-right", "none"]
Wallpaper = Literal["wave", "orbs", "blocks", "ridge", "bloom"]

FOOT = 446

# Black and white phones of two makers are told apart by their screens as well: hues in degrees.
MOODS: Final[Mapping[Wallpaper, float]] = {
    "wave": 266,
    "orbs": 300,
    "blocks": 190,
    "ridge": 160,
    "bloom": 40,
}


@dataclass(frozen=True, slots=True)
class Body:
    """Outline of a phone in canvas units (about 2.85 to the millimetre).

    `corner` is the outer radius, `bezel` the dark margin around the screen, `chin` what it
    has more of at its foot.
    """

    width: float
    height: float
    corner: float
    bezel: float
    opening: Opening
    wallpaper: Wallpaper
    chin: float = 0
    buttons: Literal["left", "right"] = "right"


SE = Body(194, 398, 28, 8, "home", "wave")
PLUS = Body(210, 424, 30, 8, "home", "wave")
NOTCH = Body(206, 420, 37, 9, "notch", "wave")
ROUND_NOTCH = Body(206, 418, 35, 12, "notch", "wave")
ISLAND = Body(206, 420, 39, 8, "island", "wave")
PRO = Body(207, 424, 41, 6, "island", "wave")
GALAXY = Body(203, 420, 26, 7, "hole", "orbs")
S10 = Body(200, 420, 28, 6, "hole-right", "orbs", 3)
ULTRA = Body(213, 432, 8, 6, "hole", "orbs")
EARLY_PIXEL = Body(200, 414, 25, 9, "hole-left", "blocks")
PIXEL = Body(204, 430, 24, 8, "hole", "blocks", 3)
LATE_PIXEL = Body(204, 428, 32, 8, "hole", "blocks")
FAIRPHONE = Body(211, 428, 24, 10, "hole", "ridge", 7)
ONEPLUS = Body(205, 432, 28, 6, "hole", "bloom")
XIAOMI = Body(205, 424, 24, 7, "hole", "bloom", 3)


def _swell(w: float, h: float, a: float, b: float, c: float, d: float, tone: str) -> str:
    """A wave from the left edge to the right; a, b, c, d are its curve's heights in parts of h."""
    y1, y2, y3, y4 = (round(h * part) for part in (a, b, c, d))
    return path(f"M0 {y1}C{w * 0.46:.0f} {y2} {w * 0.58:.0f} {y3} {w:.0f} {y4}V{h:.0f}H0Z", tone)


def wallpaper(ink: Ink, kind: Wallpaper, w: float, h: float) -> str:
    """Abstract art in the device's hue that fills a screen of w x h from 0,0."""
    low, mid, high = ink.screen(0.44), ink.screen(0.56), ink.screen(0.72)
    if kind == "wave":
        swells = (
            (0.42, 0.36, 0.7, 0.56, low),
            (0.6, 0.5, 0.86, 0.66, mid),
            (0.82, 0.7, 1, 0.8, high),
        )
        return "".join(_swell(w, h, *swell) for swell in swells)
    if kind == "orbs":
        return (
            disc(w * 0.78, h * 0.42, w * 0.5, low)
            + disc(w * 0.2, h * 0.66, w * 0.46, mid)
            + disc(w * 0.72, h * 0.9, w * 0.42, high)
        )
    if kind == "blocks":
        return (
            disc(w * 0.3, h * 0.4, w * 0.24, high)
            + rect(w * 0.5, h * 0.34, w * 0.7, h * 0.36, w * 0.35, low)
            + rect(-w * 0.2, h * 0.58, w * 0.84, h * 0.6, w * 0.3, mid)
        )
    if kind == "ridge":
        return (
            disc(w * 0.66, h * 0.4, w * 0.16, high)
            + path(
                f"M0 {h * 0.62:.0f}L{w * 0.4:.0f} {h * 0.44:.0f}L{w:.0f} {h * 0.7:.0f}V{h:.0f}H0Z",
                low,
            )
            + path(
                f"M0 {h:.0f}V{h * 0.8:.0f}L{w * 0.68:.0f} {h * 0.56:.0f}"
                f"L{w:.0f} {h * 0.68:.0f}V{h:.0f}Z",
                mid,
            )
        )
    return "".join(
        disc(w * 0.95, h * 0.9, w * r, tone) for r, tone in ((1.05, low), (0.75, mid), (0.42, high))
    )


def front(ink: Ink, body: Body) -> str:
    """The screen side from 0,0."""
    w, h, r, b = body.width, body.height, body.corner, body.bezel
    top = 50 if body.opening == "home" else b
    sw, sh = w - 2 * b, h - top - (52 if body.opening == "home" else b + body.chin)
    sr = 2 if body.opening == "home" else max(3, r - b)
    case = rect(0, 0, w, h, r, ink.edge) + rect(2.5, 2.5, w - 5, h - 5, max(2, r - 2.5), GLASS)
    art = wallpaper(ink, body.wallpaper, sw, sh)
    shine = path(f"M0 0H{sw * 0.62:.0f}L0 {sh * 0.5:.0f}Z", "#fff", opacity=0.07)
    ground_ = rect(0, 0, sw, sh, sr, ink.url("s"))
    screen = group(b, top, clipped(ink, rect(0, 0, sw, sh, sr, "#000"), ground_, art, shine))
    return case + screen + _opening(body)


def _opening(body: Body) -> str:
    middle, b = body.width / 2, body.bezel
    if body.opening == "home":
        button = disc(middle, body.height - 26, 17, "#16171b", line="#5d6069")
        return rect(middle - 17, 24, 34, 4, 2, "#33353b") + button
    if body.opening == "notch":
        half = 46 if body.bezel > 10 else 36
        start, flat = f"M{middle - half - 6:g} {b - 1:g}", 2 * half - 26
        notch = f"{start}q6 0 6 6q0 13 13 13h{flat}q13 0 13-13q0-6 6-6z"
        return path(notch, GLASS) + rect(middle - 13, b + 4, 26, 3, 1.5, "#33353b")
    if body.opening == "island":
        return rect(middle - 30, b + 9, 60, 18, 9, GLASS) + disc(middle + 20, b + 18, 4, "#1d2440")
    if body.opening == "none":
        return ""
    x = {"hole-left": b + 20, "hole-right": body.width - b - 20}.get(body.opening, middle)
    return disc(x, b + 14, 6, GLASS) + disc(x, b + 14, 2.5, "#28304d")


def back(ink: Ink, body: Body, camera: Callable[[Ink, float], str]) -> str:
    """The camera side from 0,0."""
    w, h, r = body.width, body.height, body.corner
    return (
        rect(0, 0, w, h, r, ink.edge)
        + rect(2.5, 2.5, w - 5, h - 5, max(2, r - 2.5), ink.url("b"))
        + camera(ink, w)
    )


def pair(ink: Ink, body: Body, camera: Callable[[Ink, float], str]) -> str:
    """Back and front on one ground line, the front before the back."""
    w, h = body.width, body.height
    left, right, top = 210 - 194, 210 + 194 - w, FOOT - h
    keys = f"M{right + w:g} {top + 104:g}v44"
    if body.opening in ("home", "notch", "island"):
        keys += f"M{right + w:g} {top + 104:g}m{left - right - w:g} 0v44"
    return (
        ground(WIDTH / 2, FOOT + 3, 186)
        + stroke(keys, ink.edge, 4)
        + group(left, top, back(ink, body, camera))
        + rect(right - 6, top + 2, w, h - 4, body.corner, "#000", opacity=0.16)
        + group(right, top, front(ink, body))
    )


def _flip(ink: Ink) -> str:
    """Folded shut on the left with its outer screen, unfolded behind it."""
    tall = Body(200, 424, 22, 9, "hole", "orbs")
    top = FOOT - tall.height
    crease = rect(213, top + 210, 182, 3, 0, "#000", opacity=0.25)
    outer = (
        rect(0, 0, 200, 208, 20, ink.edge)
        + rect(2.5, 2.5, 195, 203, 18, ink.url("b"))
        + rect(9, 9, 182, 92, 13, GLASS)
        + lens(ink, 36, 55, 17)
        + lens(ink, 80, 55, 17)
        + disc(116, 55, 18, ink.screen(0.44))
        + rect(142, 44, 36, 6, 3, ink.screen(0.72))
        + rect(142, 58, 24, 6, 3, ink.screen(0.56))
        + rect(0, 203, 200, 13, 6, ink.edge)
        + rect(12, 206, 176, 3, 1.5, ink.light)
    )
    return (
        ground(210, FOOT + 3, 190)
        + group(204, top, front(ink, tall))
        + crease
        + rect(28, FOOT - 214, 196, 214, 20, "#000", opacity=0.16)
        + group(16, FOOT - 216, outer)
    )


def _fold(ink: Ink) -> str:
    """Unfolded behind, shut in front of it on the left, camera side out."""
    wide = Body(322, 392, 20, 8, "hole", "orbs")
    shut = Body(168, 392, 18, 8, "hole", "orbs")
    top = FOOT - 392

    def camera(ink: Ink, w: float) -> str:
        plate = rect(14, 14, 44, 112, 20, ink.shade(0.1 if ink.is_dark else -0.05), line=ink.edge)
        return plate + "".join(lens(ink, 36, y, 15) for y in (36, 70, 104))

    return (
        ground(210, FOOT + 3, 196)
        + group(88, top - 14, front(ink, wide))
        + rect(246, top - 6, 6, 376, 0, "#000", opacity=0.22)
        + rect(16, top + 2, 176, 390, 18, "#000", opacity=0.2)
        + group(12, top, back(ink, shut, camera))
        + rect(168, top, 12, 392, 6, ink.edge)
    )


def _phone(name: str, summary: str, body: Body, camera: Callable[[Ink, float], str]) -> Form:
    return Form(name, "phone", summary, lambda ink: pair(ink, body, camera), MOODS[body.wallpaper])


FORMS = (
    _phone("iphone-home-single", "home button, one lens", SE, cameras.home_single),
    _phone("iphone-home-dual", "home button, two lenses in a lying pill", PLUS, cameras.home_dual),
    _phone("iphone-notch-single", "notch, one lens", ROUND_NOTCH, cameras.notch_single),
    _phone("iphone-notch-pill-vertical", "notch, upright capsule", NOTCH, cameras.x_vertical),
    _phone("iphone-dual-vertical", "notch, two lenses upright", NOTCH, cameras.square_vertical),
    _phone("iphone-dual-diagonal", "notch, two lenses aslant", NOTCH, cameras.square_diagonal),
    _phone("iphone-triple-square", "notch, three lenses", NOTCH, cameras.square_triple),
    _phone("iphone-pill-dual-diagonal", "island, two lenses", ISLAND, cameras.square_diagonal),
    _phone("iphone-pill-dual-vertical", "island, upright pill", ISLAND, cameras.pill_vertical),
    _phone("iphone-pill-triple", "island, three lenses", PRO, cameras.square_triple),
    _phone("iphone-plateau-triple", "island, plateau across the back", PRO, cameras.plateau_triple),
    _phone("iphone-pill-single", "island, one lens", ISLAND, cameras.plateau_single),
    _phone("galaxy-horizontal-strip", "a lying strip, hole at the right", S10, cameras.strip),
    _phone("galaxy-triple-column-bump", "plate out of the frame", GALAXY, cameras.contour_column),
    _phone("galaxy-column-lenses", "three free lenses", GALAXY, cameras.column),
    _phone("galaxy-ultra-lenses", "five free lenses, square corners", ULTRA, cameras.ultra),
    _phone("galaxy-quad-rectangle", "lenses in a dark field", GALAXY, cameras.quad_rectangle),
    Form("galaxy-flip", "phone", "folds to a square", _flip, MOODS["orbs"]),
    Form("galaxy-fold", "phone", "opens to a small tablet", _fold, MOODS["orbs"]),
    _phone("pixel-square", "dark square of lenses", EARLY_PIXEL, cameras.pixel_square),
    _phone("pixel-visor", "band from edge to edge", PIXEL, cameras.visor),
    _phone("pixel-bar-rounded", "band with round ends", LATE_PIXEL, cameras.bar_rounded),
    _phone("pixel-pill", "island of lenses", LATE_PIXEL, cameras.pixel_pill),
    _phone(
        "fairphone-triangle", "three lenses in a triangle", FAIRPHONE, cameras.fairphone_triangle
    ),
    _phone("fairphone-column", "one field at the left", FAIRPHONE, cameras.fairphone_column),
    _phone("oneplus-circle", "a round island at the edge", ONEPLUS, cameras.circle),
    _phone("oneplus-column", "a tall plate", ONEPLUS, cameras.oneplus_column),
    _phone("oneplus-rectangle", "two big lenses", ONEPLUS, cameras.oneplus_rectangle),
    _phone("xiaomi-rectangle", "a plate with one large lens", XIAOMI, cameras.xiaomi_rectangle),
    _phone("xiaomi-square", "four fields in a dark square", XIAOMI, cameras.xiaomi_square),
    _phone("generic-phone", "two lenses, a hole", XIAOMI, cameras.generic),
)
