"""Headphones, earbuds and speakers."""

from __future__ import annotations

from .canvas import (
    DARK,
    GLASS,
    GREY,
    Form,
    Ink,
    disc,
    dots,
    ground,
    group,
    oval,
    path,
    rect,
    scaled,
    stroke,
)


def _stem_bud(ink: Ink, stem: float, tip: bool) -> str:
    """A left earbud about 90 wide from 0,0; its mirror image is the right one."""
    rubber = path("M62 26Q88 18 92 40Q92 62 68 62Z", ink.shade(-0.08), line=ink.edge, width=1.5)
    neck = (
        f"M28 44V{70 + stem:g}Q28 {84 + stem:g} 42 {84 + stem:g}"
        f"Q56 {84 + stem:g} 56 {70 + stem:g}V56Z"
    )
    return (
        (rubber if tip else "")
        + path(neck, ink.url("b"), line=ink.edge, width=1.5)
        + path(
            "M20 40Q20 6 52 6Q82 8 82 38Q80 66 54 70Q22 70 20 40Z",
            ink.url("b"),
            line=ink.edge,
            width=1.5,
        )
        + oval(64 if not tip else 40, 34, 8, 15, DARK)
        + rect(30, 76 + stem, 24, 5, 2.5, "#b9bcc2")
        + oval(42, 20, 10, 5, "#fff", opacity=0.5)
    )


def _airpods(ink: Ink, wide: bool) -> str:
    w, h, r = (240, 160, 68) if wide else (164, 178, 56)
    x, y = 210 - w / 2, 444 - h
    lid = y + (58 if wide else 64)
    bud = _stem_bud(ink, 34 if wide else 64, wide)
    rise, apart, size = (38, 172, 1.6) if wide else (14, 160, 1.5)
    return (
        scaled(210 - apart, rise, size, bud)
        + scaled(210 + apart, rise, size, bud, mirror=True)
        + ground(210, 446, w * 0.46)
        + rect(x, y, w, h, r, ink.url("b"), line=ink.edge)
        + stroke(f"M{x + 1:g} {lid:g}H{x + w - 1:g}", ink.edge, 2, cap=False)
        + disc(210, lid + 26, 4, "#6fcf7b")
        + oval(210 - w * 0.2, y + 16, w * 0.16, 5, "#fff", opacity=0.5)
    )


def _airpods_max(ink: Ink) -> str:
    soft = ink.shade(0.1 if ink.is_dark else -0.14)
    cup = "M0 60Q0 0 52 0Q104 0 104 60V120Q104 180 52 180Q0 180 0 120Z"
    return (
        ground(210, 446, 158)
        + stroke("M92 250V190Q92 50 210 50Q328 50 328 190V250", ink.edge, 15)
        + stroke("M92 250V190Q92 50 210 50Q328 50 328 190V250", "#d9dbdf", 9)
        + path(
            "M104 118Q124 40 210 40T316 118Q300 124 296 112Q274 66 210 66T124 112Q120 124 104 118Z",
            ink.dim,
            line=ink.edge,
        )
        + dots(
            "M120 102Q146 50 210 50T300 102M134 92Q160 58 210 58T286 92",
            ink.light,
            2.5,
            6,
            opacity=0.8,
        )
        + rect(86, 190, 12, 80, 5, ink.url("m"))
        + rect(322, 190, 12, 80, 5, ink.url("m"))
        + rect(126, 276, 34, 152, 17, soft, line=ink.edge)
        + rect(260, 276, 34, 152, 17, soft, line=ink.edge)
        + group(36, 262, path(cup, ink.url("b"), line=ink.edge))
        + group(280, 262, path(cup, ink.url("b"), line=ink.edge))
        + path("M50 300Q56 276 82 274Q64 290 62 330V380Q50 350 50 300Z", "#fff", opacity=0.25)
        + path(
            "M294 300Q300 276 326 274Q308 290 306 330V380Q294 350 294 300Z", "#fff", opacity=0.25
        )
        + rect(338, 253, 22, 11, 5, "#c3c6cb", line=GREY)
    )


def _over_ear(ink: Ink) -> str:
    soft = ink.shade(0.1 if ink.is_dark else -0.12)
    return (
        ground(210, 446, 150)
        + path(
            "M64 262Q48 40 210 40T356 262H332Q340 84 210 84T88 262Z", ink.url("b"), line=ink.edge
        )
        + path("M112 128Q144 70 210 70T308 128Q276 90 210 90T112 128Z", soft)
        + rect(62, 210, 30, 74, 10, ink.dim, line=ink.edge)
        + rect(328, 210, 30, 74, 10, ink.dim, line=ink.edge)
        + rect(112, 262, 46, 172, 23, soft, line=ink.edge)
        + rect(262, 262, 46, 172, 23, soft, line=ink.edge)
        + stroke("M122 290V406M298 290V406", ink.seam, 3)
        + path("M128 256V440Q52 438 46 348Q52 258 128 256Z", ink.url("b"), line=ink.edge)
        + path("M292 256V440Q368 438 374 348Q368 258 292 256Z", ink.url("b"), line=ink.edge)
        + path("M112 268Q66 276 60 340Q76 286 112 268Z", "#fff", opacity=0.2)
        + path("M308 268Q322 272 332 282Q314 276 308 268Z", "#fff", opacity=0.2)
        + disc(80, 392, 4, GLASS)
        + rect(350, 382, 6, 24, 3, ink.edge)
    )


def _earbuds_bean(ink: Ink) -> str:
    bud = (
        path("M58 30Q86 16 92 36Q96 58 70 66Z", DARK, line=ink.edge, width=1.5)
        + path("M4 52Q-4 12 34 4Q76 0 80 40Q78 76 44 84Q12 86 4 52Z", ink.url("b"), line=ink.edge)
        + oval(34, 40, 20, 23, ink.light, opacity=0.6)
        + stroke("M24 66Q34 72 46 66", ink.seam, 3)
    )
    return (
        ground(210, 444, 150)
        + scaled(50, 42, 1.5, bud)
        + scaled(370, 42, 1.5, bud, mirror=True)
        + path("M78 262Q78 206 140 206H280Q342 206 342 262V296H78Z", ink.url("b"), line=ink.edge)
        + path("M78 296H342V346Q342 440 254 440H166Q78 440 78 346Z", ink.base, line=ink.edge)
        + stroke("M79 296H341", ink.seam, 4, cap=False)
        + disc(210, 320, 4, "#6fcf7b")
        + path("M98 262Q98 226 140 224H200Q120 232 108 280H98Z", "#fff", opacity=0.25)
    )


def _speaker_cylinder(ink: Ink) -> str:
    weave = "".join(f"M{132 + 6 * (i % 2)} {92 + 13 * i}H290" for i in range(24))
    return (
        ground(210, 446, 96)
        + stroke("M292 92Q336 96 330 150T296 182", ink.trim, 9)
        + path(
            "M116 76Q116 40 210 40T304 76V410Q304 444 210 444T116 410Z", ink.url("h"), line=ink.edge
        )
        + dots(weave, ink.seam, 3, 12, opacity=0.7)
        + oval(210, 72, 92, 28, ink.dim)
        + oval(210, 70, 78, 21, ink.seam)
        + stroke("M172 70h20M182 62v16M228 70h20", ink.light, 4)
        + path("M118 398V412Q122 442 210 442T302 412V398Q296 426 210 426T118 398Z", ink.trim)
        + rect(190, 380, 40, 5, 2.5, ink.light)
    )


def _speaker_bar(ink: Ink) -> str:
    weave = "".join(f"M{24 + 4.5 * (i % 2):g} {222 + 9 * i}H396" for i in range(6))
    return (
        ground(210, 286, 198)
        + path("M38 178H382L408 208H12Z", ink.light, line=ink.edge)
        + stroke("M180 194h14M203 194h14M226 194h14", ink.edge, 5)
        + rect(6, 206, 408, 74, 22, ink.url("b"), line=ink.edge)
        + dots(weave, ink.seam, 3.5, 9, opacity=0.8)
        + stroke("M30 214H390", "#fff", 2, opacity=0.25)
        + disc(210, 244, 3.5, "#eef1ff")
        + rect(56, 279, 60, 6, 3, DARK)
        + rect(304, 279, 60, 6, 3, DARK)
    )


def _speaker_round(ink: Ink) -> str:
    weave = "".join(f"M{92 + 6 * (i % 2)} {150 + 13 * i}H330" for i in range(20))
    body = (
        "M96 128Q96 84 210 84T324 128Q348 200 340 330Q334 424 290 436Q210 446 130 436"
        "Q86 424 80 330Q72 200 96 128Z"
    )
    return (
        ground(210, 442, 120)
        + path(body, ink.url("h"), line=ink.edge)
        + dots(weave, ink.seam, 3, 12, opacity=0.55)
        + oval(210, 122, 108, 34, ink.light, opacity=1)
        + oval(210, 120, 96, 28, GLASS if ink.is_dark else ink.dim)
        + disc(210, 114, 5, "#eef1ff")
        + stroke("M164 122h16M172 114v16M240 122h16", "#eef1ff", 3.5)
        + path(
            "M96 404Q110 432 134 436Q210 446 286 436Q310 432 324 404Q310 420 280 424"
            "Q210 430 140 424Q110 420 96 404Z",
            ink.trim,
        )
    )


FORMS = (
    Form("airpods", "audio", "long stems, small case", lambda ink: _airpods(ink, False)),
    Form("airpods-pro", "audio", "short stems with tips, wide case", lambda i: _airpods(i, True)),
    Form("airpods-max", "audio", "metal cups, mesh band", _airpods_max),
    Form("over-ear", "audio", "padded cups on a plain band", _over_ear),
    Form("earbuds-bean", "audio", "stemless, oval case", _earbuds_bean),
    Form("speaker-cylinder", "audio", "portable fabric cylinder", _speaker_cylinder),
    Form("speaker-bar", "audio", "long and low", _speaker_bar),
    Form("speaker-round", "audio", "rounded, touch top", _speaker_round),
)
