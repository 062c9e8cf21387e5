"""Kitchen appliances."""

from __future__ import annotations

from .canvas import (
    DARK,
    GLASS,
    Form,
    Ink,
    disc,
    dots,
    ground,
    path,
    rect,
    stroke,
)

CLEAR = "#cfe0ea"
CLEAR_LINE = "#93a7b3"
COFFEE = "#5a3620"


def _espresso_pod(ink: Ink) -> str:
    return (
        ground(210, 446, 118)
        + rect(258, 120, 74, 308, 16, CLEAR, opacity=0.75, line=CLEAR_LINE)
        + rect(263, 220, 64, 202, 12, "#a9cbdf", opacity=0.7)
        + path("M152 128H274V428H152Z", ink.dim, line=ink.edge)
        + path(
            "M92 110Q92 64 150 62H250Q284 64 284 104V216Q284 228 272 228H116Q92 228 92 204Z",
            ink.url("b"),
            line=ink.edge,
        )
        + path("M96 74Q96 50 128 48H262Q276 48 276 60V76H106Q96 82 96 74Z", ink.url("m"))
        + stroke("M108 62H230", "#fff", 3, opacity=0.7)
        + disc(250, 92, 8, ink.light, line=ink.edge)
        + disc(226, 92, 8, ink.light, line=ink.edge)
        + path("M112 226H166V244Q166 252 156 252H124Q112 252 112 244Z", DARK)
        + rect(134, 250, 10, 12, 2, GLASS)
        + path("M138 262V330", COFFEE, line=COFFEE, width=3)
        + path(
            "M106 322H170L164 370Q162 378 154 378H122Q114 378 112 370Z", "#fbfaf7", line="#b7b3aa"
        )
        + stroke("M169 334Q188 334 184 350T165 360", "#b7b3aa", 5)
        + rect(78, 384, 196, 56, 12, ink.url("b"), line=ink.edge)
        + rect(84, 380, 110, 9, 4, ink.url("m"))
    )


def _espresso_machine(ink: Ink) -> str:
    return (
        ground(210, 446, 176)
        + path("M76 40H196L184 104H88Z", CLEAR, opacity=0.8, line=CLEAR_LINE)
        + path("M84 72H188L182 104H90Z", COFFEE)
        + rect(70, 30, 132, 14, 6, DARK)
        + rect(230, 78, 140, 30, 6, ink.url("m"))
        + rect(40, 102, 340, 108, 14, ink.url("b"), line=ink.edge)
        + rect(58, 206, 304, 186, 0, ink.dim, line=ink.edge)
        + disc(210, 152, 32, "#f6f5f2", line="#8b8f97", width=5)
        + stroke("M210 152L226 134", "#c8402f", 3.5)
        + disc(92, 152, 17, ink.url("m"), line="#7c8088")
        + disc(330, 152, 19, ink.url("m"), line="#7c8088")
        + rect(176, 210, 100, 22, 4, ink.url("m"))
        + rect(184, 232, 84, 24, 8, ink.url("m"), line="#7c8088", width=1.5)
        + stroke("M226 250L226 262M176 246L104 262", DARK, 15)
        + path("M212 256H240L236 274H216Z", DARK)
        + path(
            "M188 318H264L258 366Q256 374 248 374H204Q196 374 194 366Z", "#fbfaf7", line="#b7b3aa"
        )
        + stroke("M262 330Q282 330 278 344T259 354", "#b7b3aa", 5)
        + stroke("M344 214V300L336 326", "#c3c6cb", 8)
        + rect(34, 384, 352, 54, 12, ink.url("b"), line=ink.edge)
        + rect(44, 378, 332, 11, 5, ink.url("m"))
        + stroke("M60 383.5H360", DARK, 3, dash="12 5")
    )


def _food_processor(ink: Ink) -> str:
    return (
        ground(210, 446, 140)
        + rect(246, 44, 58, 76, 8, CLEAR, opacity=0.85, line=CLEAR_LINE)
        + rect(254, 26, 42, 44, 6, ink.trim)
        + path("M96 132Q98 108 130 106H294Q322 108 324 132Z", CLEAR, line=CLEAR_LINE)
        + stroke("M92 160H68Q48 160 48 184V246Q48 268 70 268H98", ink.trim, 17)
        + path(
            "M88 130H332L314 296Q312 306 300 306H120Q108 306 106 296Z",
            CLEAR,
            opacity=0.7,
            line=CLEAR_LINE,
            width=2.5,
        )
        + rect(200, 150, 20, 142, 8, "#f5f5f3", line=CLEAR_LINE)
        + path(
            "M210 268Q250 252 286 272Q246 268 214 284ZM210 282Q170 266 134 286Q174 282 206 294Z",
            "#aab0b8",
        )
        + path("M112 150H128L142 286H128Z", "#fff", opacity=0.6)
        + rect(104, 302, 212, 18, 6, DARK)
        + path(
            "M118 318H302Q330 322 338 384L342 424Q342 440 326 440H94Q78 440 78 424L82 384"
            "Q90 322 118 318Z",
            ink.url("b"),
            line=ink.edge,
        )
        + disc(210, 378, 34, ink.url("m"), line="#7c8088")
        + stroke("M210 378V350", DARK, 5)
        + disc(282, 388, 10, ink.light, line=ink.edge)
    )


def _stand_mixer(ink: Ink) -> str:
    return (
        ground(212, 446, 176)
        + path("M262 400Q286 340 278 220H366Q378 330 392 400Z", ink.url("b"), line=ink.edge)
        + path("M32 440V424Q32 402 60 402H370Q396 402 396 424V440Z", ink.base, line=ink.edge)
        + stroke("M146 210V280", "#9da1a8", 13, cap=False)
        + path("M146 260Q116 290 118 350H146H174Q176 290 146 260Z", "none", line="#c3c6cb", width=7)
        + path(
            "M52 268H252Q252 352 208 388V402H98V388Q52 352 52 268Z", ink.url("m"), line="#7c8088"
        )
        + rect(44, 262, 216, 12, 6, "#eceef0", line="#8b8f97", width=1.5)
        + stroke("M252 292Q290 300 282 332T232 360", "#b4b7bd", 9)
        + path(
            "M34 152Q34 94 116 86Q250 72 340 96Q398 112 392 176Q386 236 330 240"
            "Q220 242 176 216Q60 216 40 192Q34 180 34 152Z",
            ink.url("b"),
            line=ink.edge,
        )
        + stroke("M62 178H372", ink.url("m"), 9)
        + path("M60 118Q120 92 240 92Q140 104 74 140Q58 140 60 118Z", "#fff", opacity=0.3)
        + disc(52, 154, 14, ink.url("m"), line="#7c8088")
        + rect(120, 206, 52, 18, 6, ink.url("m"))
        + disc(334, 206, 9, GLASS)
    )


def _blender(ink: Ink) -> str:
    return (
        ground(210, 446, 106)
        + rect(184, 20, 52, 26, 8, ink.trim)
        + rect(130, 40, 160, 22, 8, DARK)
        + stroke("M290 92H326Q342 92 340 110L326 220Q324 236 306 236H284", ink.trim, 15)
        + path("M126 60H294L272 276H148Z", CLEAR, opacity=0.75, line=CLEAR_LINE, width=2.5)
        + path("M133 128H287L272 274H148Z", ink.screen(0.68), opacity=0.55)
        + path("M140 76H156L172 262H160Z", "#fff", opacity=0.6)
        + stroke("M262 128h16M260 156h14M258 184h12M256 212h10", CLEAR_LINE, 3)
        + path(
            "M210 252Q240 236 258 244Q236 252 214 266ZM210 252Q180 236 162 244Q184 252 206 266Z",
            "#8b8f97",
        )
        + path("M146 274H274L282 306H138Z", DARK)
        + path(
            "M140 304H280Q296 310 304 400L306 426Q306 440 292 440H128Q114 440 114 426L116 400"
            "Q124 310 140 304Z",
            ink.url("b"),
            line=ink.edge,
        )
        + disc(210, 370, 36, ink.url("m"), line="#7c8088")
        + disc(210, 370, 22, DARK)
        + stroke("M210 370V350", "#f3f4f5", 4)
        + rect(150, 416, 30, 10, 5, ink.light, line=ink.edge, width=1.5)
        + rect(240, 416, 30, 10, 5, ink.light, line=ink.edge, width=1.5)
    )


def _kettle(ink: Ink) -> str:
    return (
        ground(206, 446, 140)
        + path("M126 132L62 108Q54 106 58 116L100 214Z", ink.base, line=ink.edge)
        + stroke("M292 130Q378 120 374 216Q372 306 316 330", ink.trim, 25)
        + path(
            "M128 112H284Q298 116 302 136L334 392Q336 408 320 408H96Q80 408 82 392L112 136"
            "Q116 116 128 112Z",
            ink.url("h"),
            line=ink.edge,
        )
        + path("M126 112Q132 76 206 74Q280 76 286 112Z", ink.dim, line=ink.edge)
        + rect(184, 56, 44, 20, 10, ink.trim)
        + rect(222, 176, 20, 176, 10, CLEAR, line=CLEAR_LINE)
        + path("M224 260H240V342Q240 350 232 350T224 342Z", "#8fbdd8")
        + path("M136 140H150L124 384H110Z", "#fff", opacity=0.3)
        + rect(70, 404, 272, 14, 5, DARK)
        + path(
            "M60 422Q60 416 70 416H344Q354 416 354 422V432Q354 440 344 440H70Q60 440 60 432Z",
            ink.trim,
        )
        + rect(286, 424, 30, 7, 3.5, "#7fb6ff")
    )


def _toaster(ink: Ink) -> str:
    bread = "M0 70V28Q-8 0 24 0H110Q142 0 134 28V70Z"
    return (
        ground(206, 416, 176)
        + f'<g transform="translate(120 96)">{path(bread, "#d9a15c", line="#a8692d", width=5)}</g>'
        + path("M70 150Q74 132 100 132H312Q338 132 342 150L348 186H64Z", ink.dim, line=ink.edge)
        + rect(96, 142, 220, 12, 6, GLASS)
        + rect(90, 162, 232, 12, 6, GLASS)
        + path("M128 150H246L249 142H125Z", "#d9a15c")
        + path(
            "M60 182H352Q376 184 378 230L380 372Q380 398 352 398H60Q32 398 32 372L34 230"
            "Q36 184 60 182Z",
            ink.url("b"),
            line=ink.edge,
        )
        + path("M52 206Q56 196 70 196H340Q352 196 356 204Q200 200 52 236Z", "#fff", opacity=0.3)
        + rect(316, 222, 10, 122, 5, GLASS)
        + rect(298, 236, 46, 22, 8, ink.url("m"), line="#7c8088", width=1.5)
        + disc(252, 350, 22, ink.url("m"), line="#7c8088")
        + stroke("M252 350V334", DARK, 4)
        + disc(70, 354, 8, ink.light, line=ink.edge)
        + disc(96, 354, 8, ink.light, line=ink.edge)
        + rect(62, 396, 62, 16, 5, DARK)
        + rect(288, 396, 62, 16, 5, DARK)
    )


def _air_fryer(ink: Ink) -> str:
    return (
        ground(210, 446, 150)
        + path(
            "M134 36H286Q356 40 366 130L376 400Q376 438 340 438H80Q44 438 44 400L54 130"
            "Q64 40 134 36Z",
            ink.url("b"),
            line=ink.edge,
        )
        + path("M110 66Q120 54 140 54H280Q300 54 310 66Q330 96 336 168H84Q90 96 110 66Z", GLASS)
        + stroke("M152 112h24M164 100v24M198 112h24", ink.screen(0.72), 5)
        + disc(262, 112, 17, "none", line=ink.screen(0.72), width=4)
        + dots("M148 148H276", "#7c8088", 4, 16)
        + path(
            "M66 204H354L362 388Q362 412 338 412H82Q58 412 58 388Z", ink.dim, line=ink.seam, width=3
        )
        + rect(118, 236, 184, 100, 12, GLASS, line=ink.edge)
        + path("M128 246H190L150 326H128Z", "#fff", opacity=0.08)
        + rect(126, 354, 168, 28, 14, ink.trim)
        + rect(140, 359, 140, 6, 3, "#fff", opacity=0.2)
        + rect(80, 436, 46, 8, 3, DARK)
        + rect(294, 436, 46, 8, 3, DARK)
    )


def _multicooker(ink: Ink) -> str:
    return (
        ground(210, 446, 160)
        + rect(184, 44, 52, 26, 10, ink.trim)
        + path("M78 164Q84 66 210 66T342 164Z", ink.url("h"), line=ink.edge)
        + path("M110 140Q120 92 190 84Q140 100 128 146Z", "#fff", opacity=0.35)
        + rect(276, 74, 26, 16, 6, DARK)
        + rect(58, 158, 304, 24, 11, DARK)
        + rect(30, 186, 46, 26, 10, ink.trim)
        + rect(344, 186, 46, 26, 10, ink.trim)
        + path("M62 180H358V386Q358 432 312 434H108Q62 432 62 386Z", ink.url("m"), line="#7c8088")
        + path("M108 200H312V400Q312 418 294 418H126Q108 418 108 400Z", ink.base, line=ink.edge)
        + rect(148, 218, 124, 66, 8, GLASS)
        + stroke("M188 236H204V251H188V266H204M216 236H232V266H216Z", ink.screen(0.75), 4)
        + "".join(
            rect(x, y, 48, 22, 11, ink.light, line=ink.edge, width=1.5)
            for y in (304, 336)
            for x in (126, 186, 246)
        )
        + disc(210, 388, 16, ink.url("m"), line="#7c8088")
        + rect(96, 432, 228, 9, 4, DARK)
    )


FORMS = (
    Form("espresso-pod", "appliance", "capsule machine with lever", _espresso_pod),
    Form("espresso-machine", "appliance", "hopper, gauge, portafilter", _espresso_machine),
    Form("food-processor", "appliance", "wide bowl, feed tube", _food_processor),
    Form("stand-mixer", "appliance", "head over a metal bowl", _stand_mixer),
    Form("blender", "appliance", "tall jug on a motor base", _blender),
    Form("kettle", "appliance", "jug with spout on a base", _kettle),
    Form("toaster", "appliance", "two slots, lever", _toaster),
    Form("air-fryer", "appliance", "rounded cube with a drawer", _air_fryer),
    Form("multicooker", "appliance", "pot with a domed lid", _multicooker),
)
