"""The backs of phones: where each maker puts lenses, lamps and the plate around them.

Every layout is drawn on a back whose top left corner is 0,0; about 2.85 units are 1 mm.
`w` is the width of that back.
"""

from __future__ import annotations

from .canvas import GLASS, Ink, disc, flash, lens, path, rect


def _plate(ink: Ink, x: float, y: float, w: float, h: float, r: float) -> str:
    """A raised plate in the colour of the back."""
    return rect(x, y, w, h, r, ink.shade(0.1 if ink.is_dark else -0.045), line=ink.edge, width=1.5)


def _dot(x: float, y: float, r: float = 4) -> str:
    return disc(x, y, r, GLASS)


# --- Apple ---------------------------------------------------------------------------------


def home_single(ink: Ink, w: float) -> str:
    return lens(ink, 31, 31, 14) + _dot(53, 31, 2) + flash(68, 31)


def home_dual(ink: Ink, w: float) -> str:
    return (
        rect(16, 15, 72, 34, 17, ink.edge)
        + lens(ink, 34, 32, 14)
        + lens(ink, 70, 32, 14)
        + flash(103, 32)
    )


def notch_single(ink: Ink, w: float) -> str:
    return lens(ink, 38, 39, 19) + _dot(38, 66, 2) + flash(38, 80)


def x_vertical(ink: Ink, w: float) -> str:
    return (
        rect(15, 17, 40, 98, 20, GLASS, line=ink.edge, width=3)
        + lens(ink, 35, 38, 15)
        + flash(35, 66, 5)
        + lens(ink, 35, 94, 15)
    )


def square_vertical(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 13, 13, 90, 92, 25)
        + lens(ink, 38, 38)
        + lens(ink, 38, 80)
        + flash(80, 59, 7)
        + _dot(80, 36, 2)
    )


def square_diagonal(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 13, 13, 92, 94, 25)
        + lens(ink, 38, 39, 21)
        + lens(ink, 80, 81, 21)
        + flash(80, 39, 7)
        + _dot(38, 80, 2)
    )


def square_triple(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 12, 12, 106, 108, 29)
        + lens(ink, 40, 40, 22)
        + lens(ink, 40, 91, 22)
        + lens(ink, 89, 66, 22)
        + flash(90, 28, 7)
        + _dot(90, 104, 6)
    )


def pill_vertical(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 16, 16, 50, 104, 25)
        + lens(ink, 41, 42, 21)
        + lens(ink, 41, 93, 21)
        + flash(83, 68, 7)
    )


def plateau_single(ink: Ink, w: float) -> str:
    return _plate(ink, 10, 12, w - 20, 68, 34) + lens(ink, 46, 46, 24) + flash(104, 46, 7)


def plateau_triple(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 10, 12, w - 20, 106, 30)
        + lens(ink, 40, 40, 22)
        + lens(ink, 40, 90, 22)
        + lens(ink, 89, 65, 22)
        + flash(w - 50, 36, 7)
        + _dot(w - 50, 94, 6)
    )


# --- Samsung -------------------------------------------------------------------------------


def contour_column(ink: Ink, w: float) -> str:
    """A metal plate that grows out of the frame at the top left corner."""
    bump = "M1 34A33 33 0 0 1 34 1H72V116A16 16 0 0 1 56 132H1Z"
    return (
        path(bump, ink.edge, line=ink.shade(0.1 if ink.is_dark else -0.3), width=1.5)
        + "".join(lens(ink, 38, y, 16) for y in (30, 68, 106))
        + flash(86, 30, 5)
    )


def column(ink: Ink, w: float) -> str:
    return "".join(lens(ink, 40, y, 18) for y in (40, 88, 136)) + flash(76, 64, 6)


def ultra(ink: Ink, w: float) -> str:
    return (
        "".join(lens(ink, 38, y, 19) for y in (38, 88, 138))
        + lens(ink, 84, 88, 14)
        + flash(84, 48, 5)
        + _dot(84, 66, 4)
        + lens(ink, 84, 124, 10)
    )


def quad_rectangle(ink: Ink, w: float) -> str:
    return (
        rect(15, 15, 76, 112, 19, "#17181d", line=ink.edge)
        + "".join(lens(ink, 38, y, 15) for y in (36, 71, 106))
        + lens(ink, 72, 54, 10)
        + lens(ink, 72, 84, 8)
        + flash(72, 109, 5)
    )


def strip(ink: Ink, w: float) -> str:
    """The S10: a lying strip of glass high in the middle of the back."""
    return (
        rect(28, 62, w - 56, 44, 13, "#17181d", line=ink.edge)
        + "".join(lens(ink, x, 84, 15) for x in (52, 90, 128))
        + flash(156, 84, 5)
    )


# --- Google --------------------------------------------------------------------------------


def pixel_square(ink: Ink, w: float) -> str:
    return (
        rect(17, 17, 78, 78, 22, "#17181d", line=ink.edge, width=1.5)
        + lens(ink, 37, 56, 15)
        + lens(ink, 75, 56, 15)
        + flash(56, 82, 5)
        + _dot(56, 32, 5)
        + disc(w / 2, 150, 21, ink.base, line=ink.seam, width=3)
    )


def visor(ink: Ink, w: float) -> str:
    """The Pixel 6: a bar of black glass from edge to edge, a lighter field above it."""
    return (
        path(f"M3 56V26Q3 3 26 3H{w - 26:g}Q{w - 3:g} 3 {w - 3:g} 26V56Z", ink.shade(0.14))
        + rect(-2, 54, w + 4, 54, 5, GLASS, line=ink.edge)
        + lens(ink, 40, 81, 18)
        + lens(ink, 86, 81, 18)
        + flash(160, 81, 7)
    )


def bar_rounded(ink: Ink, w: float) -> str:
    """The Pixel 7 and 8: a metal bar that flows into the frame, a pill of glass let into it."""
    shine = ink.shade(0.34 if ink.is_dark else 0.1)
    return (
        rect(-4, 52, w + 8, 58, 10, ink.edge)
        + rect(0, 53, w, 3, 1, shine, opacity=0.7)
        + rect(24, 61, 84, 40, 20, GLASS)
        + lens(ink, 45, 81, 17)
        + lens(ink, 87, 81, 17)
        + disc(130, 81, 13, GLASS)
        + disc(130, 81, 5, "#232a44")
        + flash(164, 81, 6)
    )


def pixel_pill(ink: Ink, w: float) -> str:
    """The Pixel 9: an island of dark glass in a bright rim that stays clear of the frame."""
    return (
        rect(16, 40, w - 32, 64, 32, ink.shade(0.34 if ink.is_dark else -0.1), line=ink.edge)
        + rect(21, 45, w - 42, 54, 27, GLASS)
        + lens(ink, 50, 72, 18)
        + lens(ink, 94, 72, 18)
        + flash(150, 72, 8)
    )


# --- Others --------------------------------------------------------------------------------


def fairphone_triangle(ink: Ink, w: float) -> str:
    d = (
        "M44 16H96Q116 16 116 36V66Q116 74 110 80L80 114Q72 122 60 122H36Q16 122 16 102V44"
        "Q16 16 44 16Z"
    )
    return (
        path(d, "#1b1c21", line=ink.edge)
        + lens(ink, 45, 46, 19)
        + lens(ink, 92, 42, 15)
        + lens(ink, 45, 95, 17)
        + flash(77, 76, 6)
    )


def fairphone_column(ink: Ink, w: float) -> str:
    return (
        rect(16, 16, 46, 112, 14, "#1b1c21", line=ink.edge)
        + lens(ink, 39, 42, 17)
        + lens(ink, 39, 84, 13)
        + flash(39, 111, 5)
        + "".join(
            disc(x, y, 5, ink.seam, line=ink.edge) for x, y in ((22, 404), (22, 160), (110, 22))
        )
        + rect(2, 182, w - 4, 2, 0, ink.seam)
    )


def circle(ink: Ink, w: float) -> str:
    return (
        rect(-2, 72, 60, 44, 0, ink.edge)
        + disc(72, 94, 58, "#17181d", line=ink.edge, width=5)
        + lens(ink, 49, 72, 18)
        + lens(ink, 95, 72, 18)
        + lens(ink, 49, 116, 18)
        + flash(95, 116, 8)
    )


def oneplus_column(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 15, 15, 58, 138, 22)
        + lens(ink, 44, 46, 21)
        + lens(ink, 44, 96, 21)
        + _dot(34, 133, 6)
        + flash(55, 133, 6)
    )


def oneplus_rectangle(ink: Ink, w: float) -> str:
    return (
        rect(15, 15, 82, 118, 20, "#17181d", line=ink.edge)
        + lens(ink, 46, 46, 24)
        + lens(ink, 46, 101, 24)
        + _dot(82, 50, 6)
        + flash(82, 76, 6)
        + disc(82, 100, 5, "#232a44")
    )


def xiaomi_rectangle(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 14, 14, 86, 132, 22)
        + lens(ink, 45, 46, 24)
        + lens(ink, 40, 95, 15)
        + lens(ink, 77, 95, 12)
        + rect(27, 122, 58, 13, 6.5, GLASS)
        + flash(75, 128, 5)
    )


def xiaomi_square(ink: Ink, w: float) -> str:
    return (
        rect(14, 14, 122, 122, 34, "#17181d", line=ink.edge, width=3)
        + lens(ink, 48, 48, 22)
        + lens(ink, 102, 48, 18)
        + lens(ink, 48, 102, 22)
        + disc(102, 102, 14, "#23252c")
        + flash(102, 102, 7)
    )


def generic(ink: Ink, w: float) -> str:
    return (
        _plate(ink, 16, 16, 60, 96, 20) + lens(ink, 46, 45) + lens(ink, 46, 87, 14) + flash(92, 45)
    )
