"""The shared vocabulary of the drawings: colours derived from one hex, shapes, a form.

Coordinates are the user units of one canvas, 420 wide and 470 high.  Every helper returns SVG
markup as text and never reads anything but its arguments.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

WIDTH: Final = 420
HEIGHT: Final = 470

# Neutral parts that no maker colours.  The dark ones stay lighter than the dark mode's paper
# (#1b1a18), so a black handle does not vanish there.
GLASS: Final = "#0b0c10"
DARK: Final = "#34363d"
GREY: Final = "#8b8f97"
PALE: Final = "#dcdee2"

BLUE: Final = 266.0

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _gamma(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    if channel <= 0.0031308:
        return 12.92 * channel
    return float(1.055 * channel ** (1 / 2.4) - 0.055)


def to_oklch(hex_colour: str) -> tuple[float, float, float]:
    """Lightness 0..1, chroma (0..about 0.32) and hue in radians of a #rrggbb colour.

    OKLab is Bjoern Ottosson's (2020), with his published matrices.
    """
    r, g, b = (_linear(int(hex_colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The nearest #rrggbb; channels outside sRGB are clipped."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_gamma(c) * 255):02x}" for c in rgb)


@dataclass(frozen=True)
class Ink:
    """One device colour and everything derived from it.

    `key` ends every id of the drawing, so that several drawings can stand in one document.
    `mood` is the hue, in degrees of OKLCH, of what is on the screen of a colourless device.
    """

    base: str
    key: str
    mood: float = BLUE

    @classmethod
    def of(cls, form: str, hex_colour: str, mood: float = BLUE) -> Ink:
        """Raises ValueError unless `hex_colour` is #rrggbb."""
        if not _HEX.fullmatch(hex_colour):
            raise ValueError(f"a device colour is written #rrggbb, not {hex_colour!r}")
        colour = hex_colour.lower()
        return cls(colour, hashlib.sha256(f"{form}{colour}".encode()).hexdigest()[:5], mood)

    @cached_property
    def _lch(self) -> tuple[float, float, float]:
        return to_oklch(self.base)

    def shade(self, step: float) -> str:
        """The colour `step` lighter (or darker if negative), its hue kept."""
        lightness, chroma, hue = self._lch
        target = min(0.995, max(0.08, lightness + step))
        # Chroma has less room near white and black; without this a shade turns garish.
        if step > 0:
            room = min(1.0, (1 - target) / max(0.02, 1 - lightness))
        else:
            room = min(1.0, target / max(0.08, lightness)) ** 1.5
        return from_oklch(target, chroma * (0.4 + 0.6 * room), hue)

    def screen(self, lightness: float) -> str:
        """A wallpaper tone of the given lightness in the device's hue, or in `mood` if it has none.

        Darker tones lean to plum from the warm hues and to blue from the cool ones: a dark
        yellow is a brown that nobody would put on a screen.
        """
        _, chroma, hue = self._lch
        if chroma < 0.022:
            chroma, hue = 0.055, math.radians(self.mood)
        warm = math.radians(-60) < math.remainder(hue, math.tau) < math.radians(115)
        lean = (0.72 - lightness) * (-1.7 if warm else 0.5)
        return from_oklch(lightness, min(0.13, max(0.065, chroma * 1.2)), hue + lean)

    @property
    def is_dark(self) -> bool:
        """Whether the device is darker than a middle grey."""
        return self._lch[0] < 0.42

    @property
    def is_vivid(self) -> bool:
        """Whether the colour has a hue one would name."""
        return self._lch[1] > 0.1

    def opposite(self) -> str:
        """The complementary hue at the same lightness and chroma."""
        lightness, chroma, hue = self._lch
        return from_oklch(lightness, chroma, hue + math.pi)

    @cached_property
    def light(self) -> str:
        if self.is_dark:
            # A jet black body still catches light, or it would be a hole in the page.
            return self.shade(max(0.13, 0.3 - self._lch[0]))
        return self.shade(0.06)

    @cached_property
    def dim(self) -> str:
        return self.shade(-0.05 if self.is_dark else -0.1)

    @cached_property
    def edge(self) -> str:
        """The frame: away from the body, and away from both papers."""
        lightness, chroma, hue = self._lch
        target = max(0.43, lightness + 0.2) if self.is_dark else min(0.76, lightness - 0.2)
        return from_oklch(target, chroma * 0.75, hue)

    @cached_property
    def seam(self) -> str:
        """A line or recess on the body."""
        return self.shade(-0.1 if self.is_dark else -0.16)

    @cached_property
    def trim(self) -> str:
        """A neutral part that must be seen against the body."""
        return "#62656d" if self.is_dark else DARK

    def url(self, letter: str) -> str:
        """A reference to one of the shared definitions, for `fill` or `clip-path`."""
        return f"url(#{letter}{self.key})"

    def definitions(self) -> Mapping[str, str]:
        """Markup of the shared definitions by letter.

        b body, h body turned on a lathe, m steel and k black plastic likewise, s lit screen,
        l a camera lens of radius 20.
        """
        return {
            "b": self._gradient("b", "y2", (self.light, self.base, self.dim)),
            "h": self._gradient("h", "", (self.dim, self.light, self.base, self.seam)),
            "m": self._gradient("m", "", ("#9da1a8", "#f3f4f5", "#c3c6cb", "#868a92")),
            "k": self._gradient("k", "", ("#2c2e34", "#595d66", "#34363c", "#26282d")),
            "s": self._gradient("s", "y2", (self.screen(0.36), self.screen(0.2))),
            "l": (
                f'<g id="l{self.key}"><circle r="19" fill="{GLASS}" stroke="{self.edge}"'
                ' stroke-width="2.5"/><circle r="12" fill="#232a44"/><circle r="7" fill="#0d1020"/>'
                '<circle cx="-5" cy="-6" r="3" fill="#93a5de"/></g>'
            ),
        }

    def _gradient(self, letter: str, axis: str, colours: tuple[str, ...]) -> str:
        last = len(colours) - 1
        stops = "".join(
            f'<stop offset="{num(i / last)}" stop-color="{c}"/>' for i, c in enumerate(colours)
        )
        down = f' {axis}="1"' if axis else ""
        return f'<linearGradient id="{letter}{self.key}"{down}>{stops}</linearGradient>'


@dataclass(frozen=True, slots=True)
class Form:
    """One shape a catalogue model can have; `paint` returns the drawing without its svg tag."""

    name: str
    family: str
    summary: str
    paint: Callable[[Ink], str]
    mood: float = BLUE


def num(value: float) -> str:
    """A coordinate rounded to a tenth (a hundredth below one), without idle zeros."""
    text = f"{value:.{2 if abs(value) < 1 else 1}f}".rstrip("0").rstrip(".")
    text = text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
    return text if text not in ("", "-0", "-") else "0"


def _more(opacity: float, line: str, width: float) -> str:
    markup = f' opacity="{num(opacity)}"' if opacity < 1 else ""
    if line:
        markup += f' stroke="{line}" stroke-width="{num(width)}"'
    return markup


def rect(
    x: float,
    y: float,
    w: float,
    h: float,
    r: float,
    fill: str,
    *,
    opacity: float = 1,
    line: str = "",
    width: float = 2,
) -> str:
    """A rectangle with corner radius `r`; `line` is the colour of its outline, if any."""
    at = (f' x="{num(x)}"' if x else "") + (f' y="{num(y)}"' if y else "")
    round_ = f' rx="{num(r)}"' if r else ""
    size = f' width="{num(w)}" height="{num(h)}"'
    return f'<rect{at}{size}{round_} fill="{fill}"{_more(opacity, line, width)}/>'


def disc(
    x: float,
    y: float,
    r: float,
    fill: str,
    *,
    opacity: float = 1,
    line: str = "",
    width: float = 2,
) -> str:
    """A circle."""
    return (
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" fill="{fill}"'
        f"{_more(opacity, line, width)}/>"
    )


def oval(x: float, y: float, rx: float, ry: float, fill: str, *, opacity: float = 1) -> str:
    """An ellipse."""
    return (
        f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{fill}"'
        f"{_more(opacity, '', 0)}/>"
    )


def path(d: str, fill: str, *, opacity: float = 1, line: str = "", width: float = 2) -> str:
    """A filled outline."""
    return f'<path d="{d}" fill="{fill}"{_more(opacity, line, width)}/>'


def stroke(
    d: str, colour: str, width: float, *, dash: str = "", opacity: float = 1, cap: bool = True
) -> str:
    """An open line, round at its ends unless it is dashed or `cap` is off."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    ends = ' stroke-linecap="round"' if cap and not dash else ""
    return f'<path d="{d}" fill="none"{_more(opacity, colour, width)}{dashes}{ends}/>'


def dots(d: str, colour: str, size: float, gap: float, *, opacity: float = 1) -> str:
    """Perforation: round dots of diameter `size`, their centres `gap` apart along a line."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(size)}"'
        f' stroke-linecap="round" stroke-dasharray="0 {num(gap)}"{_more(opacity, "", 0)}/>'
    )


def group(x: float, y: float, *parts: str, turn: float = 0) -> str:
    """Parts moved by x, y and then turned by `turn` degrees around their own origin."""
    rotate = f"rotate({num(turn)})" if turn else ""
    return f'<g transform="translate({num(x)} {num(y)}){rotate}">{"".join(parts)}</g>'


def scaled(x: float, y: float, factor: float, *parts: str, mirror: bool = False) -> str:
    """Parts moved by x, y and enlarged; `mirror` turns left into right."""
    across = num(-factor if mirror else factor)
    return (
        f'<g transform="matrix({across} 0 0 {num(factor)} {num(x)} {num(y)})">{"".join(parts)}</g>'
    )


def clipped(ink: Ink, shape: str, *parts: str) -> str:
    """Parts cut to `shape`; one per drawing, since it takes the id letter c."""
    return (
        f'<clipPath id="c{ink.key}">{shape}</clipPath>'
        f'<g clip-path="{ink.url("c")}">{"".join(parts)}</g>'
    )


def ground(x: float, y: float, reach: float) -> str:
    """The soft contact shadow below a standing thing; `reach` is half its width."""
    return oval(x, y, reach, 8, "#000", opacity=0.12)


def lens(ink: Ink, x: float, y: float, r: float = 20) -> str:
    """A camera lens of radius `r`."""
    if r == 20:
        return f'<use href="#l{ink.key}" x="{num(x)}" y="{num(y)}"/>'
    return (
        f'<use href="#l{ink.key}" transform="translate({num(x)} {num(y)})'
        f'scale({num(round(r / 20, 2))})"/>'
    )


def flash(x: float, y: float, r: float = 6) -> str:
    """The lamp beside a camera."""
    return disc(x, y, r, "#f8edcf", line="#00000040", width=1.5)
