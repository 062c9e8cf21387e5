"""Watches: upright, the band cut off above and below."""

from __future__ import annotations

import math

from .canvas import GLASS, Form, Ink, disc, path, rect, stroke

CX, CY = 210, 235


def _band(ink: Ink, half: float, reach: float, colour: str) -> str:
    """The band behind the case: `half` its width at the case, `reach` half the case's height."""
    tip = half * 0.78
    top, low = CY - reach, CY + reach
    up = (
        f"M{CX - half:g} {top:g}Q{CX - tip:g} {top - 50:g} {CX - tip:g} 22"
        f"Q{CX - tip:g} 12 {CX - tip + 12:g} 12H{CX + tip - 12:g}"
        f"Q{CX + tip:g} 12 {CX + tip:g} 22Q{CX + tip:g} {top - 50:g} {CX + half:g} {top:g}Z"
    )
    down = (
        f"M{CX - half:g} {low:g}Q{CX - tip:g} {low + 50:g} {CX - tip:g} 448"
        f"Q{CX - tip:g} 458 {CX - tip + 12:g} 458H{CX + tip - 12:g}"
        f"Q{CX + tip:g} 458 {CX + tip:g} 448Q{CX + tip:g} {low + 50:g} {CX + half:g} {low:g}Z"
    )
    return path(up + down, colour, line=ink.edge)


def _holes(ink: Ink) -> str:
    return "".join(disc(CX, y, 5, ink.seam) for y in (392, 412, 432))


def _hands(r: float) -> str:
    """Ten past ten, with an accent for the seconds."""
    return (
        stroke(f"M{CX} {CY}L{CX - r * 0.42:.0f} {CY - r * 0.3:.0f}", "#fff", 6)
        + stroke(f"M{CX} {CY}L{CX + r * 0.6:.0f} {CY - r * 0.4:.0f}", "#fff", 4)
        + stroke(f"M{CX} {CY}L{CX - r * 0.16:.0f} {CY + r * 0.66:.0f}", "#ff8a3d", 2)
        + disc(CX, CY, 4, "#ff8a3d")
    )


def _ring(r: float, colour: str, width: float, count: int, length: float) -> str:
    """`count` marks of `length` around a circle of radius r, as one dashed circle."""
    step = 2 * math.pi * r / count
    return (
        f'<circle cx="{CX}" cy="{CY}" r="{r:g}" fill="none" stroke="{colour}"'
        f' stroke-width="{width:g}" stroke-dasharray="{length:g} {step - length:.2f}"/>'
    )


def _arcs(r: float) -> str:
    """Three rings of the day's activity."""
    arcs = ""
    for i, (tone, part) in enumerate((("#ff5d73", 0.8), ("#8ee04e", 0.62), ("#46c8e8", 0.9))):
        q = r - i * 13
        way = 2 * math.pi * q
        arcs += (
            f'<circle cx="{CX}" cy="{CY + 22}" r="{q:g}" fill="none" stroke="{tone}"'
            f' stroke-width="10" stroke-linecap="round"'
            f' stroke-dasharray="{way * part:.0f} {way:.0f}"'
            f' transform="rotate(-90 {CX} {CY + 22})"/>'
        )
    return arcs


def _apple(ink: Ink) -> str:
    time = rect(CX - 58, 152, 50, 10, 5, "#fff") + rect(CX - 58, 170, 32, 7, 3.5, "#9aa0ab")
    return (
        _band(ink, 76, 96, ink.shade(0.05 if ink.is_dark else -0.04))
        + _holes(ink)
        + rect(303, 184, 17, 40, 7, ink.edge)
        + stroke("M306 194H318M306 202H318M306 210H318", ink.seam, 2)
        + rect(304, 252, 7, 48, 3, ink.edge)
        + rect(112, 118, 196, 234, 60, ink.url("b"), line=ink.edge)
        + rect(120, 126, 180, 218, 53, GLASS)
        + time
        + disc(CX + 54, 160, 11, ink.screen(0.6))
        + _arcs(58)
    )


def _ultra(ink: Ink) -> str:
    band = ink.trim if not ink.is_vivid else ink.base
    return (
        _band(ink, 80, 100, band)
        + stroke("M152 62H268M150 88H270M150 384H270M152 410H268", "#fff", 8, opacity=0.13)
        + path("M304 168Q326 172 326 190V276Q326 294 304 298Z", ink.url("b"), line=ink.edge)
        + rect(316, 194, 14, 42, 6, ink.edge)
        + stroke("M318 204H328M318 212H328M318 220H328", "#e8742c", 3)
        + rect(318, 250, 6, 30, 3, ink.seam)
        + rect(98, 196, 12, 76, 6, "#e8742c")
        + rect(104, 110, 206, 250, 50, ink.url("b"), line=ink.edge)
        + rect(118, 124, 178, 222, 38, GLASS, line=ink.seam)
        + _ring(80, "#8d929c", 8, 60, 1.6)
        + _ring(80, "#f2f2f0", 9, 12, 3)
        + disc(CX, CY, 58, ink.screen(0.32))
        + _hands(70)
        + rect(134, 139, 20, 8, 4, "#e8742c")
        + rect(262, 139, 20, 8, 4, "#7fd3e6")
    )


def _galaxy(ink: Ink) -> str:
    return (
        _band(ink, 68, 92, ink.shade(0.05 if ink.is_dark else -0.05))
        + _holes(ink)
        + path("M142 150H278L270 110H150ZM142 320H278L270 360H150Z", ink.edge)
        + rect(296, 158, 22, 34, 7, ink.edge, line=ink.seam)
        + rect(296, 278, 22, 34, 7, ink.edge, line=ink.seam)
        + disc(CX, CY, 112, ink.url("b"), line=ink.edge, width=3)
        + disc(CX, CY, 100, GLASS)
        + disc(CX, CY, 95, ink.url("s"))
        + _ring(84, ink.screen(0.72), 11, 12, 4)
        + disc(CX, CY + 46, 20, ink.screen(0.4))
        + disc(CX - 46, CY + 10, 14, ink.screen(0.48))
        + _hands(84)
    )


def _garmin(ink: Ink) -> str:
    keys = ((106, 176), (96, 235), (106, 294), (314, 176), (314, 294))
    return (
        _band(ink, 62, 96, ink.trim if ink.is_dark else ink.shade(-0.12))
        + stroke(
            "M166 44H254M166 60H254M166 76H254M166 396H254M166 412H254M166 428H254",
            "#000",
            4,
            opacity=0.3,
        )
        + path("M136 160L150 104H270L284 160ZM136 310L150 366H270L284 310Z", DARK_CASE)
        + "".join(rect(x - 13, y - 10, 26, 20, 6, ink.edge, line=ink.seam) for x, y in keys)
        + disc(CX, CY, 116, DARK_CASE, line="#5f636c", width=3)
        + disc(CX, CY, 108, ink.url("b"), line=ink.edge)
        + _ring(98, ink.trim if not ink.is_dark else "#e9eaec", 8, 60, 2)
        + _ring(97, ink.trim if not ink.is_dark else "#e9eaec", 12, 12, 5)
        + disc(CX, CY, 87, GLASS, line=ink.seam)
        + disc(CX, CY, 80, "#16241f")
        + path("M131 250Q160 214 188 240T246 228T290 236A80 80 0 0 1 131 250Z", ink.screen(0.5))
        + rect(176, 180, 68, 12, 6, "#f2f2f0")
        + rect(190, 200, 40, 7, 3.5, "#8d929c")
        + rect(188, 282, 44, 9, 4.5, "#f2f2f0")
    )


def _pixel(ink: Ink) -> str:
    return (
        _band(ink, 64, 88, ink.shade(0.06 if ink.is_dark else -0.05))
        + _holes(ink)
        + rect(312, 214, 16, 42, 7, ink.edge, line=ink.seam)
        + disc(CX, CY, 110, ink.url("b"), line=ink.edge, width=3)
        + disc(CX, CY, 105, GLASS)
        + disc(CX, CY, 80, ink.url("s"))
        + disc(CX - 30, CY - 26, 32, ink.screen(0.7))
        + rect(206, 222, 70, 54, 27, ink.screen(0.45))
        + rect(150, 240, 70, 44, 22, ink.screen(0.57))
        + path("M118 200A100 100 0 0 1 236 138Q150 150 118 200Z", "#fff", opacity=0.22)
        + path("M302 270A100 100 0 0 1 184 332Q270 320 302 270Z", "#fff", opacity=0.07)
    )


DARK_CASE = "#34363d"

FORMS = (
    Form("apple-watch", "watch", "rounded square, crown", _apple),
    Form("apple-watch-ultra", "watch", "flat case, crown guard, orange key", _ultra),
    Form("galaxy-watch", "watch", "round, two keys", _galaxy),
    Form("garmin-round", "watch", "round, marked bezel, five keys", _garmin),
    Form("pixel-watch", "watch", "domed glass, crown", _pixel),
)
