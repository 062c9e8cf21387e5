"""Tablets: back behind, front before it; the largest things that are drawn flat."""

from __future__ import annotations

from collections.abc import Callable

from .canvas import GLASS, Form, Ink, clipped, disc, flash, ground, group, lens, path, rect, stroke
from .phones import FOOT, Body, back, front, wallpaper

IPAD_HOME = Body(282, 402, 20, 15, "home", "wave")
IPAD = Body(286, 402, 26, 15, "none", "wave")
TAB = Body(382, 252, 18, 14, "none", "orbs")


def _one_lens(ink: Ink, w: float) -> str:
    return lens(ink, 28, 30, 13) + disc(28, 52, 2, GLASS)


def _plate(ink: Ink, w: float) -> str:
    plate = rect(10, 11, 72, 72, 20, ink.shade(0.1 if ink.is_dark else -0.05), line=ink.edge)
    return plate + lens(ink, 31, 32, 15) + lens(ink, 62, 62, 15) + flash(62, 31, 5)


def _column(ink: Ink, w: float) -> str:
    return lens(ink, 32, 32, 14) + lens(ink, 32, 70, 14) + flash(58, 32, 5)


def _upright(ink: Ink, body: Body, camera: Callable[[Ink, float], str]) -> str:
    """Portrait: the back looks out on the left."""
    top, right = FOOT - body.height, 410 - body.width
    keys = stroke(f"M{right + body.width - 60:g} {top:g}h40M410 {top + 40:g}v32", ink.edge, 4)
    return (
        ground(210, FOOT + 3, 192)
        + group(12, top - 16, back(ink, body, camera))
        + rect(right - 6, top + 2, body.width, body.height - 4, body.corner, "#000", opacity=0.15)
        + keys
        + group(right, top, front(ink, body))
    )


def _lying(ink: Ink) -> str:
    """Landscape: the back looks out above, the pen lies along it."""
    top = FOOT - TAB.height
    return (
        ground(210, FOOT + 3, 192)
        + group(6, top - 116, back(ink, TAB, _column))
        + rect(90, top - 70, 250, 11, 5.5, ink.url("b"), line=ink.edge)
        + rect(26, top - 8, 382, 250, 18, "#000", opacity=0.15)
        + stroke(f"M60 {top:g}h36m14 0h22", ink.edge, 5)
        + group(28, top, front(ink, TAB))
    )


def _surface(ink: Ink) -> str:
    """Stands on its kickstand, the cover with keys lies before it."""
    glass = rect(0, 0, 328, 216, 4, "#000")
    art = (rect(0, 0, 328, 216, 4, ink.url("s")), wallpaper(ink, "bloom", 328, 216))
    well = "M60 370H360L372 412H48Z"
    return group(
        0,
        -30,
        ground(210, 440, 204)
        + path("M388 220L414 366H380Z", ink.edge)
        + rect(32, 100, 356, 262, 12, ink.edge)
        + rect(35, 103, 350, 252, 10, GLASS)
        + group(46, 120, clipped(ink, glass, *art))
        + disc(210, 112, 3, "#28304d")
        + path("M36 360H384L414 432Q416 438 408 438H12Q4 438 6 432Z", ink.url("b"), line=ink.edge)
        + path(well, ink.seam)
        + stroke("M61 376H359M59 386H361M57 396H363M53 406H367", ink.light, 7, dash="17 3")
        + path("M166 415H254L257 433H163Z", ink.dim, line=ink.seam, width=1.5),
    )


FORMS = (
    Form("ipad-home", "tablet", "home button", lambda i: _upright(i, IPAD_HOME, _one_lens)),
    Form("ipad-all-screen", "tablet", "even bezel", lambda i: _upright(i, IPAD, _one_lens)),
    Form("ipad-all-screen-dual", "tablet", "camera plate", lambda i: _upright(i, IPAD, _plate)),
    Form("galaxy-tab", "tablet", "landscape, with pen", _lying),
    Form("surface", "tablet", "kickstand and cover with keys", _surface),
)
