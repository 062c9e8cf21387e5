"""Games consoles: handhelds front before back, boxes with the pad that belongs to them."""

from __future__ import annotations

from .canvas import (
    DARK,
    GLASS,
    Form,
    Ink,
    clipped,
    disc,
    dots,
    ground,
    group,
    oval,
    path,
    rect,
    stroke,
)
from .phones import wallpaper

BUTTON = "#3d4047"


def _screen(ink: Ink, x: float, y: float, w: float, h: float) -> str:
    fill = rect(0, 0, w, h, 0, ink.url("s"))
    shine = path(f"M0 0H{w * 0.5:.0f}L{w * 0.2:.0f} {h:.0f}H0Z", "#fff", opacity=0.06)
    return group(
        x, y, clipped(ink, rect(0, 0, w, h, 3, "#000"), fill, wallpaper(ink, "blocks", w, h), shine)
    )


def _stick(x: float, y: float, r: float = 13) -> str:
    return disc(x, y, r, "#1b1c20", line="#565a63", width=2) + disc(x, y, r * 0.6, "#34373e")


def _four(x: float, y: float, gap: float, r: float, fill: str = BUTTON) -> str:
    """Four keys in a cross."""
    places = ((x, y - gap), (x, y + gap), (x - gap, y), (x + gap, y))
    return "".join(disc(px, py, r, fill) for px, py in places)


def _cross(x: float, y: float, arm: float, fill: str = BUTTON) -> str:
    return stroke(
        f"M{x - arm:g} {y:g}h{2 * arm:g}M{x:g} {y - arm:g}v{2 * arm:g}", fill, arm * 0.72, cap=False
    )


def _pad(ink: Ink, x: float, y: float, kind: str) -> str:
    """A controller about 176 x 112 from x, y: `even` sticks, `wing` or `offset` ones."""
    shell = (
        "M34 8Q88-4 142 8Q162 11 168 48Q180 98 160 106Q142 112 126 76Q120 68 110 68H66"
        "Q56 68 50 76Q34 112 16 106Q-4 98 8 48Q14 11 34 8Z"
    )
    parts = path(shell, ink.url("b"), line=ink.edge)
    key = BUTTON if not ink.is_dark else "#70747d"
    if kind == "offset":
        parts += (
            _stick(44, 34)
            + _cross(66, 56, 10, key)
            + _stick(112, 56)
            + _four(134, 34, 10, 4.5, key)
        )
        parts += disc(88, 18, 6, "#f2f3f4") + disc(78, 34, 2.5, key) + disc(98, 34, 2.5, key)
    else:
        heart = (
            "M58 5H118L112 44Q110 52 102 72H74Q66 52 64 44Z"
            if kind == "wing"
            else "M62 10H114V38Q114 42 110 42H66Q62 42 62 38Z"
        )
        parts += path(heart, "#1d1e23" if kind == "wing" else ink.edge)
        parts += rect(64, 8, 48, 30, 5, ink.light if kind == "wing" else "#1d1e23")
        parts += _cross(38, 32, 10, key) + _four(138, 32, 10, 4.5, key)
        parts += _stick(64, 58, 12) + _stick(112, 58, 12)
    return group(x, y, parts)


def _switch(ink: Ink, bezel: float, dock: str) -> str:
    """The console with both controllers, its dock behind it; the right one is the other hue."""
    other = ink.shade(0) if not ink.is_vivid else ink.opposite()
    left = "M70 0V172H48Q4 172 4 128V44Q4 0 48 0Z"
    right = "M0 0V172H22Q66 172 66 128V44Q66 0 22 0Z"
    key = "#c9ccd2" if ink.is_dark else "#26272c"
    slot = "#17181c" if dock == DARK else "#c9cacd"
    return (
        ground(210, 424, 196)
        + rect(64, 76, 292, 184, 16, dock, line="#6b6f78" if dock == DARK else "#b5b7bb")
        + rect(84, 96, 252, 120, 8, slot)
        + rect(106, 84, 208, 4, 2, slot)
        + rect(72, 244, 276, 172, 6, "#25262b", line="#565a63")
        + _screen(ink, 74 + bezel, 252 + bezel * 0.4, 272 - 2 * bezel, 156 - bezel * 0.8)
        + group(
            4,
            244,
            path(left, ink.base, line=ink.edge) + _stick(37, 50) + _four(37, 106, 12, 5.5, key),
            stroke("M48 20h12", key, 3.5),
        )
        + group(
            346,
            244,
            path(right, other, line=ink.edge) + _four(33, 50, 12, 5.5, key) + _stick(33, 106),
            stroke("M10 20h12M16 14v12", key, 3.5),
        )
    )


def _switch_lite(ink: Ink) -> str:
    front = rect(0, 0, 390, 174, 34, ink.url("b"), line=ink.edge)
    key = "#f4f4f2" if ink.is_dark else "#5b5f68"
    return (
        ground(212, 404, 190)
        + rect(9, 100, 380, 170, 34, ink.base, line=ink.edge)
        + dots("M120 124H280M120 134H280", ink.seam, 5, 10)
        + rect(24, 228, 384, 170, 34, "#000", opacity=0.16)
        + group(
            18,
            224,
            front
            + rect(70, 10, 250, 154, 8, GLASS)
            + _stick(36, 48)
            + _cross(36, 112, 15, key)
            + _four(354, 48, 12, 6, key)
            + _stick(354, 112)
            + stroke("M44 18h10M332 18h10M337 13v10", key, 3.5),
        )
        + _screen(ink, 96, 244, 234, 134)
    )


def _steam_deck(ink: Ink) -> str:
    shape = (
        "M40 0H370Q400 0 404 40L408 112Q410 160 376 162Q352 162 344 150H66Q58 162 34 162"
        "Q0 160 2 112L6 40Q10 0 40 0Z"
    )
    return (
        ground(210, 398, 190)
        + path(
            "M52 116H368Q396 116 398 150L404 216Q404 250 372 254H48Q16 250 16 216L22 150"
            "Q24 116 52 116Z",
            ink.dim,
            line=ink.edge,
        )
        + dots("M130 140H290M130 150H290M130 160H290", ink.edge, 5, 10)
        + group(
            5,
            226,
            path(shape, ink.url("b"), line=ink.edge),
            rect(88, 8, 234, 138, 6, GLASS),
            _cross(31, 34, 9, "#777b84"),
            _stick(65, 38, 13),
            _stick(345, 38, 13),
            _four(378, 34, 9, 4.5, "#777b84"),
            rect(30, 70, 44, 44, 6, ink.edge),
            rect(336, 70, 44, 44, 6, ink.edge),
            rect(32, 72, 40, 40, 5, ink.dim),
            rect(338, 72, 40, 40, 5, ink.dim),
            stroke("M70 12h8M332 12h8M44 126h10M356 126h10", "#777b84", 3),
        )
        + _screen(ink, 105, 240, 210, 124)
    )


def _slabs(ink: Ink, levels: int) -> str:
    """A PlayStation 4 lying down: slabs with a gap, aslant when there are three."""
    lean, thick = (14, 24) if levels == 3 else (0, 30)
    bands = ""
    for i in range(levels):
        y, inset = 222 + i * (thick + 5), lean * (i % 2 == 0) * 0.6
        x = 12 + inset
        d = f"M{x:g} {y}H{420 - x:g}L{416 - x - lean:g} {y + thick}H{x + 4 + lean:g}Z"
        bands += (
            path(d, ink.url("h"), line=ink.edge, width=1.5)
            if lean
            else rect(12, y, 396, thick, 8, ink.url("h"), line=ink.edge, width=1.5)
        )
    high = levels * (thick + 5)
    roof = (
        "M86 136H334Q344 136 350 144L406 214Q412 224 400 224H20Q8 224 14 214L70 144Q76 136 86 136Z"
    )
    return (
        ground(210, 226 + high, 196)
        + path(roof, ink.url("b"), line=ink.edge)
        + rect(26, 224, 368, high - 8, 2, "#0d0e11")
        + bands
        + (path("M14 214L70 144Q76 136 86 136H206L150 223H20Q8 224 14 214Z", "#fff", opacity=0.07))
        + stroke(f"M60 {224 + thick * 0.55:g}H180", GLASS, 4)
        + rect(240, 219 + thick * 0.6, 26, 6, 3, GLASS)
        + ground(294, 396, 80)
        + _pad(ink, 206, 284, "even")
    )


def _ps5(ink: Ink) -> str:
    white, shade, line = "#f6f6f4", "#d9dadd", "#b4b6bb"
    left = (
        "M104 40Q118 34 128 60L132 424Q132 434 124 432L92 424Q82 300 76 130Q74 70 66 58"
        "Q80 46 104 40Z"
    )
    right = (
        "M226 40Q212 34 202 60L198 424Q198 434 206 432L238 424Q248 300 254 130Q256 70 264 58"
        "Q250 46 226 40Z"
    )
    if ink.is_vivid or ink.is_dark:
        white, shade, line = ink.base, ink.dim, ink.edge
    return (
        ground(170, 444, 100)
        + oval(165, 438, 62, 8, DARK)
        + path("M120 62H210L200 434H130Z", GLASS, line="#4b4e56")
        + stroke("M165 66L164 430", "#25272d", 16, cap=False)
        + path(left, white, line=line)
        + path(right, white, line=line)
        + path("M104 40Q118 34 128 60L132 424Q132 434 124 432L118 430Q112 200 104 40Z", shade)
        + path("M226 40Q212 34 202 60L198 424Q198 434 206 432L212 430Q218 200 226 40Z", shade)
        + stroke("M131 76L135 250M199 76L195 250", "#7db4ff", 2.5)
        + rect(152, 330, 10, 5, 2.5, "#6b6f78")
        + rect(152, 344, 10, 8, 2, "#6b6f78")
        + _pad(ink, 228, 326, "wing")
    )


def _xbox_one_s(ink: Ink) -> str:
    roof = "M70 140H350L404 224H16Z"
    field = "".join(f"M{202 - 12 * ((122 + 9 * i) // 12)} {152 + i * 12}H203" for i in range(6))
    return (
        ground(210, 308, 198)
        + rect(20, 286, 380, 18, 4, "#1c1d21")
        + path(roof, ink.url("b"), line=ink.edge)
        + path("M74 144H210V222H22Z", ink.dim, opacity=0.6)
        + dots(field, "#2a2c31", 5.5, 12)
        + rect(14, 222, 392, 68, 4, ink.base, line=ink.edge)
        + dots("M26 236H206M26 248H206M26 260H206M26 272H206", "#2a2c31", 5.5, 12)
        + stroke("M232 240H352", "#1c1d21", 4)
        + disc(382, 242, 9, ink.light, line=ink.edge)
        + rect(232, 268, 22, 8, 2, "#1c1d21")
        + ground(296, 426, 80)
        + _pad(ink, 208, 312, "offset")
    )


def _series_s(ink: Ink) -> str:
    rings = "".join(
        disc(146, 152, r, "none", line="#3f424a", width=3) for r in (66, 52, 38, 24, 10)
    )
    return (
        ground(196, 444, 150)
        + path("M246 44L318 58Q324 60 324 66V424Q324 430 318 431L246 440Z", ink.dim, line=ink.edge)
        + rect(46, 42, 202, 398, 12, ink.url("b"), line=ink.edge)
        + disc(146, 152, 80, "#1c1d21", line="#4a4d55")
        + rings
        + disc(284, 92, 9, ink.light, line=ink.edge)
        + stroke("M262 380V404", "#1c1d21", 5)
        + rect(56, 438, 180, 6, 3, "#1c1d21")
        + _pad(ink, 222, 326, "offset")
    )


def _series_x(ink: Ink) -> str:
    return (
        ground(190, 446, 150)
        + path("M236 84L322 64V420L236 440Z", ink.dim, line=ink.edge)
        + rect(50, 84, 188, 356, 6, ink.url("b"), line=ink.edge)
        + path("M50 86L134 62Q230 44 322 64L238 86Z", "#101114", line=ink.edge)
        + path("M86 79Q190 56 290 68Q270 76 236 82Q160 86 86 79Z", "#1f8a3b", opacity=0.75)
        + dots("M96 78H240M118 72H270M150 67H286", "#0c0d10", 5, 10)
        + disc(74, 112, 10, "none", line="#cfd2d7", width=2.5)
        + stroke("M74 250V404", "#0c0d10", 5)
        + rect(200, 404, 20, 7, 2, "#0c0d10")
        + _pad(ink, 226, 330, "offset")
    )


FORMS = (
    Form("switch", "console", "two controllers, thick bezel", lambda ink: _switch(ink, 18, DARK)),
    Form("switch-lite", "console", "one piece, with a cross", _switch_lite),
    Form(
        "switch-oled", "console", "two controllers, thin bezel", lambda i: _switch(i, 5, "#f1f1ef")
    ),
    Form("ps4-slim", "console", "two flat slabs", lambda ink: _slabs(ink, 2)),
    Form("ps4-pro", "console", "three slabs aslant", lambda ink: _slabs(ink, 3)),
    Form("ps5", "console", "tall fins around a dark core", _ps5),
    Form("xbox-one-s", "console", "flat box, half perforated", _xbox_one_s),
    Form("xbox-series-s", "console", "slim box, round vent", _series_s),
    Form("xbox-series-x", "console", "tower, vented top", _series_x),
    Form("steam-deck", "console", "wide handheld, two trackpads", _steam_deck),
)
