"""Laptops: open, seen from the front and a little above, so that the deck shows."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import GLASS, Form, Ink, clipped, disc, dots, ground, group, path, rect, stroke
from .phones import Wallpaper, wallpaper

HINGE = 324
FRONT = 424
# Drawn on the ground line of the tall devices, then lifted to the middle of the canvas.
LIFT = -27


@dataclass(frozen=True, slots=True)
class Clamshell:
    """`lid` is half the lid's width, `lip` the thickness of the front edge, in units.

    `chin` is the dark margin below the screen, `bezel` the one at its other sides.
    """

    lid: float
    height: float
    corner: float
    bezel: float
    chin: float
    lip: float
    wallpaper: Wallpaper
    keys_dark: bool = True
    notch: bool = False
    touch_strip: bool = False
    speakers: bool = False
    pointer: bool = False


def _deck_half(spec: Clamshell, y: float) -> float:
    """Half the deck's width at height y: the deck widens towards the viewer."""
    return spec.lid + 32 * (y - HINGE) / (FRONT - HINGE)


def _band(spec: Clamshell, top: float, bottom: float, inset: float) -> str:
    """A strip of the deck in perspective."""
    a, b = _deck_half(spec, top) - inset, _deck_half(spec, bottom) - inset
    return f"M{210 - a:.0f} {top:g}H{210 + a:.0f}L{210 + b:.0f} {bottom:g}H{210 - b:.0f}Z"


def _deck(ink: Ink, spec: Clamshell) -> str:
    near = _deck_half(spec, FRONT)
    left, right, lip = 210 - near, 210 + near, spec.lip
    round_ = min(lip, 8)
    edge = (
        f"M{left:g} {FRONT}H{right:g}v{lip - round_:g}q0 {round_:g}-{round_ * 2:g} {round_:g}"
        f"H{left + round_ * 2:g}q-{round_ * 2:g} 0-{round_ * 2:g}-{round_:g}Z"
    )
    inset = 34 if spec.speakers else 22
    well = "#17181c" if spec.keys_dark else ink.dim
    key = "#41444c" if spec.keys_dark else ink.seam
    tops = (350, 359, 368, 377) if spec.touch_strip else (341, 350, 359, 368, 377)
    rows = ""
    for y in tops:
        half = _deck_half(spec, y) - inset - 3
        rows += f"M{210 - half:.0f} {y}H{210 + half:.0f}"
    strip_half = _deck_half(spec, 341) - inset - 14
    strip = f"M{210 - strip_half:.0f} 341H{210 + strip_half:.0f}"
    pad_top = 397 if spec.pointer else 388
    wide = 44 if spec.pointer else 54
    pad = f"M{210 - wide} {pad_top}H{210 + wide}L{214 + wide} 418H{206 - wide}Z"
    parts = [
        path(_band(spec, HINGE, FRONT, 0), ink.url("b")),
        path(edge, ink.edge),
        rect(184, FRONT, 52, min(4, lip - 1), 2, ink.seam),
        path(_band(spec, 334, 383, inset), well),
        stroke(rows, key, 6.5, dash="15.5 2.5"),
        path(pad, ink.dim, line=ink.seam, width=1.5),
    ]
    if spec.touch_strip:
        parts.append(stroke(strip, ink.screen(0.6), 5, dash="26 4 40 4 12 4"))
    if spec.speakers:
        parts.append(
            dots("M58 338L46 382M64 338L52 382M362 338L374 382M356 338L368 382", ink.seam, 2.4, 5)
        )
    if spec.pointer:
        parts.append(disc(210, 364, 4.5, "#d5202b"))
        parts.append(stroke("M164 391H194M200 391H220M226 391H256", "#4b4e56", 6, cap=False))
        parts.append(stroke("M164 394H194M226 394H256", "#d5202b", 1.5, cap=False))
    return "".join(parts)


def _clamshell(ink: Ink, spec: Clamshell) -> str:
    w, h = spec.lid * 2, spec.height
    sw, sh = w - 2 * spec.bezel, h - spec.bezel - spec.chin
    shape = rect(0, 0, sw, sh, max(2, spec.corner - spec.bezel), "#000")
    shine = path(f"M0 0H{sw * 0.55:.0f}L{sw * 0.2:.0f} {sh:.0f}H0Z", "#fff", opacity=0.06)
    fill = rect(0, 0, sw, sh, 0, ink.url("s"))
    screen = clipped(ink, shape, fill, wallpaper(ink, spec.wallpaper, sw, sh), shine)
    notch = f"M{w / 2 - 24:g} {spec.bezel - 1:g}h48v6q0 5-5 5h-38q-5 0-5-5Z"
    eye = path(notch, GLASS) if spec.notch else disc(w / 2, spec.bezel / 2, 2, "#3c4257")
    lid = (
        rect(0, 0, w, h + 8, spec.corner, ink.edge)
        + rect(2, 2, w - 4, h, max(2, spec.corner - 2), GLASS)
        + group(spec.bezel, spec.bezel, screen)
        + eye
    )
    hinge = rect(210 - spec.lid + 26, HINGE - 5, w - 52, 7, 3, "#17181c")
    return group(
        0,
        LIFT,
        ground(210, FRONT + spec.lip + 3, 200),
        group(210 - spec.lid, HINGE - h - 2, lid),
        _deck(ink, spec),
        hinge,
    )


def _tent(ink: Ink) -> str:
    """Standing like a tent: the hinge on top, the screen towards the viewer."""
    panel = "M96 104L352 124L300 420L20 376Z"
    art = group(20, 110, wallpaper(ink, "bloom", 320, 300))
    return group(
        0,
        LIFT,
        ground(214, 424, 190)
        + path("M110 98L352 122L408 390Q409 398 402 398L190 360Z", ink.dim, line=ink.edge, width=3)
        + path("M352 122L408 392L300 420Z", "#000", opacity=0.35)
        + path(
            "M94 96Q97 90 104 90L354 110Q362 112 360 120L308 424Q307 431 299 430L17 386"
            "Q9 384 11 376Z",
            ink.edge,
        )
        + path("M97 95L356 116L304 426L15 381Z", GLASS)
        + clipped(
            ink, path("M108 108L342 127L294 408L36 368Z", "#000"), path(panel, ink.url("s")), art
        )
        + stroke("M108 92L140 95M312 108L346 111", ink.light, 9)
        + disc(156, 397, 2.5, "#3c4257"),
    )


def _form(name: str, summary: str, spec: Clamshell) -> Form:
    return Form(name, "laptop", summary, lambda ink: _clamshell(ink, spec))


FORMS = (
    _form(
        "macbook-wedge", "thin front edge, thick bezel", Clamshell(160, 214, 11, 13, 20, 4, "wave")
    ),
    _form(
        "macbook-flat",
        "even thickness, touch strip",
        Clamshell(160, 214, 11, 11, 18, 10, "wave", touch_strip=True, speakers=True),
    ),
    _form(
        "macbook-notch",
        "thin bezel, notch",
        Clamshell(164, 222, 13, 6, 7, 10, "wave", notch=True, speakers=True),
    ),
    _form(
        "thinkpad",
        "red pointing stick and three buttons",
        Clamshell(162, 210, 4, 11, 20, 12, "ridge", pointer=True),
    ),
    _form("laptop-generic", "business clamshell", Clamshell(162, 206, 7, 9, 18, 9, "bloom")),
    Form("laptop-convertible", "laptop", "folded over to a tent", _tent),
    _form(
        "chromebook",
        "small, round corners",
        Clamshell(148, 192, 18, 15, 22, 12, "blocks", keys_dark=False),
    ),
)
