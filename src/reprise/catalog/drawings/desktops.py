"""Desktop computers."""

from __future__ import annotations

from .canvas import DARK, GLASS, Form, Ink, clipped, disc, dots, ground, group, path, rect, stroke
from .phones import wallpaper


def _mac_mini(ink: Ink) -> str:
    top = "M88 196Q94 186 112 186H308Q326 186 332 196L384 288Q394 312 362 314H58Q26 312 36 288Z"
    body = "M34 296V352Q34 384 74 384H346Q386 384 386 352V296Z"
    return group(
        0,
        -46,
        ground(210, 390, 170)
        + rect(70, 380, 280, 9, 4, DARK)
        + path(body, ink.url("h"), line=ink.edge, width=1.5)
        + path(top, ink.url("b"), line=ink.edge, width=1.5)
        + stroke("M60 313Q40 312 36 298M360 313Q380 312 384 298", ink.light, 2, opacity=0.7)
        + rect(76, 342, 26, 9, 4.5, GLASS, line=ink.edge, width=1)
        + rect(116, 342, 26, 9, 4.5, GLASS, line=ink.edge, width=1)
        + disc(166, 346.5, 5, GLASS)
        + disc(344, 346, 3, "#dff5e4"),
    )


def _imac(ink: Ink) -> str:
    sw, sh = 364, 208
    pale = ink.shade(0.12)
    screen = clipped(
        ink,
        rect(0, 0, sw, sh, 3, "#000"),
        rect(0, 0, sw, sh, 0, ink.url("s")),
        wallpaper(ink, "wave", sw, sh),
        path("M0 0H190L90 208H0Z", "#fff", opacity=0.06),
    )
    return (
        ground(210, 428, 96)
        + path("M146 330H274L286 420H134Z", ink.url("b"))
        + path("M146 330H274L276 346H144Z", "#000", opacity=0.14)
        + rect(122, 416, 176, 9, 4, ink.edge)
        + rect(12, 62, 396, 290, 14, ink.edge)
        + rect(14, 64, 392, 286, 12, pale)
        + rect(14, 64, 392, 234, 12, "#f4f4f2")
        + rect(14, 288, 392, 10, 0, "#f4f4f2")
        + path("M14 298H406V338Q406 350 394 350H26Q14 350 14 338Z", pale)
        + rect(14, 297, 392, 1.5, 0, ink.base)
        + group(28, 79, screen)
        + disc(210, 71.5, 2.5, "#3c4257")
    )


def _mini_pc(ink: Ink) -> str:
    grille = "".join(f"M72 {y}L196 {y + 20}" for y in range(130, 390, 14))
    return (
        ground(220, 440, 130)
        + path("M60 76L204 66V436L60 414Q52 412 52 404V84Q52 77 60 76Z", ink.dim, line=ink.edge)
        + dots(grille, ink.edge, 5, 12, opacity=0.8)
        + rect(204, 64, 132, 374, 9, ink.url("b"), line=ink.edge)
        + rect(216, 76, 108, 350, 5, ink.dim)
        + disc(270, 108, 14, GLASS, line=ink.edge, width=3)
        + stroke("M270 101V108", "#dff5e4", 2.5)
        + rect(252, 150, 36, 14, 3, GLASS)
        + rect(252, 178, 36, 14, 3, GLASS)
        + rect(257, 206, 26, 10, 5, GLASS)
        + disc(270, 238, 7, GLASS)
        + stroke("M238 290V404M254 290V404M270 290V404M286 290V404M302 290V404", ink.edge, 5)
        + rect(190, 436, 160, 8, 4, DARK)
    )


FORMS = (
    Form("mac-mini", "desktop", "low rounded square", _mac_mini),
    Form("imac", "desktop", "thin screen with a chin on a foot", _imac),
    Form("mini-pc", "desktop", "small box on its edge", _mini_pc),
)
