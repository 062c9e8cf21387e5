"""Appliances for floors, air, clothes and hair."""

from __future__ import annotations

from .canvas import DARK, GLASS, GREY, Form, Ink, disc, dots, ground, oval, path, rect, stroke

CLEAR = "#cfe0ea"
CLEAR_LINE = "#93a7b3"


def _vacuum_stick(ink: Ink) -> str:
    return (
        ground(206, 446, 120)
        + stroke("M204 176V398", ink.edge, 21, cap=False)
        + stroke("M204 176V398", ink.base, 17, cap=False)
        + stroke("M200 180V396", "#fff", 3, opacity=0.35)
        + rect(190, 384, 28, 24, 6, DARK)
        + path(
            "M106 444V420Q106 404 126 404H286Q306 404 306 420V444Z", ink.trim, line=GREY, width=1.5
        )
        + path("M120 418Q120 410 130 410H282Q292 410 292 418V432H120Z", ink.base)
        + rect(108, 438, 196, 8, 4, ink.edge)
        + path("M226 58Q322 44 328 100Q330 150 292 154L240 150", "none", line=DARK, width=19)
        + path(
            "M262 136L292 152V196Q292 206 280 206H262Q252 206 254 196Z", DARK, line=GREY, width=1.5
        )
        + rect(150, 84, 84, 96, 26, CLEAR, opacity=0.85, line=CLEAR_LINE)
        + path("M154 140H230V160Q226 178 204 178H180Q158 178 154 160Z", "#9a9184", opacity=0.75)
        + path(
            "M166 44H230Q262 44 262 76V112Q262 124 250 124H146Q134 124 134 112V76Q134 44 166 44Z",
            ink.url("b"),
            line=ink.edge,
        )
        + disc(198, 84, 30, DARK)
        + disc(198, 84, 21, ink.base, line=ink.light)
        + disc(198, 84, 8, DARK)
        + rect(186, 24, 58, 22, 10, ink.trim)
    )


def _vacuum_robot(ink: Ink) -> str:
    bristles = "M92 372L46 402M92 372L58 424M92 372L92 430"
    return (
        oval(210, 420, 172, 14, "#000", opacity=0.1)
        + stroke(bristles, GREY, 4)
        + disc(92, 372, 12, DARK)
        + disc(210, 236, 186, ink.edge)
        + disc(210, 236, 182, ink.url("b"))
        + path(
            "M32 196A182 182 0 0 1 388 196L374 202A168 168 0 0 0 46 202Z", ink.trim, opacity=0.85
        )
        + disc(210, 236, 150, "none", line=ink.seam, width=2.5)
        + disc(210, 206, 66, ink.trim, line=ink.edge, width=3)
        + disc(210, 206, 54, ink.dim)
        + disc(210, 206, 20, GLASS, line=ink.light)
        + rect(166, 312, 88, 34, 17, ink.dim, line=ink.seam)
        + disc(188, 329, 7, "#7fb6ff")
        + disc(232, 329, 7, ink.light)
        + path("M84 156Q120 92 190 78Q130 112 106 176Z", "#fff", opacity=0.18)
        + stroke("M128 398Q210 436 292 398", ink.seam, 3)
    )


def _hair_dryer(ink: Ink) -> str:
    through = "#5a5d65" if ink.is_dark else "#3a3c43"
    return (
        ground(212, 448, 44)
        + stroke("M212 424Q212 452 278 450T356 420", DARK, 7)
        + path("M184 190H240L234 412Q234 428 212 428T190 412Z", ink.url("h"), line=ink.edge)
        + dots("M198 372V416M205 368V418M212 368V418M219 368V418M226 372V416", ink.seam, 3.5, 8)
        + rect(187, 352, 50, 8, 3, ink.trim)
        + path("M152 34H246Q332 44 332 130T246 226H152Z", ink.url("b"), line=ink.edge)
        + path("M246 34Q300 44 300 130T246 226Q276 210 276 130T246 34Z", "#000", opacity=0.1)
        + oval(152, 130, 76, 96, ink.edge)
        + oval(152, 130, 74, 94, ink.trim)
        + oval(152, 130, 66, 85, ink.base)
        + oval(152, 130, 50, 67, ink.seam)
        + oval(158, 130, 42, 60, through)
        + path("M210 42H246Q292 50 306 84Q270 58 210 58Z", "#fff", opacity=0.3)
        + disc(212, 256, 9, ink.light, line=ink.edge)
        + disc(212, 288, 9, ink.light, line=ink.edge)
    )


def _airwrap(ink: Ink) -> str:
    slots = "M176 60V172M196 58V174M216 58V174M236 60V172"
    return (
        ground(160, 448, 60)
        + path("M166 52Q166 26 206 26T246 52V186H166Z", ink.url("m"), line="#7c8088")
        + stroke(slots, DARK, 4, opacity=0.75)
        + oval(206, 38, 30, 9, DARK)
        + rect(160, 180, 92, 26, 8, ink.trim)
        + path("M170 204H242V392Q242 418 206 418T170 392Z", ink.url("h"), line=ink.edge)
        + rect(194, 236, 24, 52, 12, ink.trim)
        + disc(206, 250, 6, "#7fb6ff")
        + disc(206, 274, 6, "#e8746a")
        + dots(
            "M180 350V396M190 346V404M200 344V408M212 344V408M222 346V404M232 350V396",
            ink.seam,
            3.5,
            8,
        )
        + stroke("M206 418Q206 448 152 446T84 424", DARK, 8)
        + path(
            "M308 196Q308 164 332 164T356 196V392Q356 416 332 416T308 392Z",
            ink.url("b"),
            line=ink.edge,
        )
        + stroke(
            "M320 208H344M320 230H344M320 252H344M320 274H344M320 296H344M320 318H344", DARK, 6
        )
        + rect(304, 372, 56, 16, 6, ink.trim)
        + ground(332, 424, 30)
    )


def _air_purifier(ink: Ink) -> str:
    holes = "".join(f"M{136 + 5 * (i % 2)} {290 + 9 * i}H288" for i in range(15))
    # The opening runs against the outline, so the paper shows through it.
    loop = "M140 128Q140 24 210 24T280 128V196Q280 262 210 262T140 196Z{}"
    return (
        ground(210, 446, 96)
        + path(
            loop.format("M162 128V194Q162 240 210 240T258 194V128Q258 46 210 46T162 128Z"),
            ink.url("b"),
            line=ink.edge,
        )
        + path(
            "M162 128Q162 46 210 46T258 128V194Q258 240 210 240T162 194ZM172 132V190"
            "Q172 228 210 228T248 190V132Q248 58 210 58T172 132Z",
            ink.seam,
        )
        + path("M150 122Q152 42 206 34Q170 54 160 122V190Q150 170 150 122Z", "#fff", opacity=0.35)
        + rect(176, 250, 68, 24, 6, ink.trim)
        + path(
            "M122 282Q122 268 140 268H280Q298 268 298 282V424Q298 440 280 440H140Q122 440 122 424Z",
            ink.url("h"),
            line=ink.edge,
        )
        + dots(holes, ink.seam, 3.6, 10)
        + disc(210, 352, 20, GLASS, line=ink.light)
        + stroke("M201 352h4M213 352h6", "#7fd6a0", 4)
        + rect(116, 430, 188, 12, 6, ink.trim)
    )


def _steam_iron(ink: Ink) -> str:
    return (
        ground(210, 402, 186)
        + stroke("M352 188Q408 168 396 108T410 44", DARK, 8)
        + path(
            "M120 288Q150 152 250 148H330Q372 152 366 200L358 300", "none", line=ink.edge, width=40
        )
        + path(
            "M120 288Q150 152 250 148H330Q372 152 366 200L358 300", "none", line=ink.base, width=35
        )
        + stroke("M170 196Q200 150 260 146H322", "#fff", 5, opacity=0.35)
        + path("M28 366Q60 276 176 262H352Q378 264 380 290L388 366Z", ink.url("b"), line=ink.edge)
        + path("M84 342Q124 288 216 282L222 342Z", CLEAR, opacity=0.85, line=CLEAR_LINE)
        + path("M104 342Q128 322 160 318T219 314L222 342Z", "#8fbdd8", opacity=0.8)
        + disc(290, 312, 27, ink.trim)
        + disc(290, 312, 17, ink.light, line=ink.edge)
        + stroke("M290 312V298", DARK, 4)
        + disc(346, 294, 6, "#e8746a")
        + rect(222, 120, 32, 14, 6, ink.trim)
        + rect(262, 120, 32, 14, 6, ink.trim)
        + path(
            "M12 386Q22 364 50 362H392Q402 364 402 376V386Q402 392 394 392H18Q10 392 12 386Z",
            ink.url("m"),
            line="#7c8088",
            width=1.5,
        )
    )


FORMS = (
    Form("vacuum-stick", "appliance", "motor and bin on a long tube", _vacuum_stick),
    Form("vacuum-robot", "appliance", "flat disc from above", _vacuum_robot),
    Form("hair-dryer", "appliance", "short ring barrel on a handle", _hair_dryer),
    Form("airwrap", "appliance", "wand with a curling barrel", _airwrap),
    Form("air-purifier", "appliance", "perforated base, oval loop", _air_purifier),
    Form("steam-iron", "appliance", "pointed sole plate", _steam_iron),
)
