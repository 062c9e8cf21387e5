"""Reads what is on a printed label: its text, and its barcode bar by bar.

It knows the PDF that the carrier makes, and Code 128 from the standard (ISO/IEC 15417), not from
the library that drew it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

# Widths of bars and spaces by value; 103 to 105 begin a symbol in code set A, B, C; 106 ends it.
PATTERNS = re.findall(
    r"\d+",
    """
    212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212
    112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131
    311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321
    112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
    313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111
    314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114
    122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
    124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
    114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112
    """,
)
MM = 72 / 25.4
TOKEN = re.compile(rb"\(|/[^\s/\[\]()<>]+|[^\s/\[\]()<>]+")


@dataclass(frozen=True)
class Paper:
    """``lines`` in the order of the page; ``bars`` are (left, right) in millimetres."""

    lines: list[str]
    bars: list[tuple[float, float]]
    size: tuple[float, float]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def read(pdf: bytes) -> Paper:
    objects = {int(m[1]): m[2] for m in re.finditer(rb"(\d+) 0 obj\s(.*?)endobj", pdf, re.S)}
    page = next(each for each in objects.values() if b"/Type/Page/" in each)
    box = re.search(rb"MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", page)
    content = re.search(rb"/Contents (\d+) 0 R", page)
    assert box
    assert content
    fonts = {}
    for resources in objects.values():
        if b"/Font<<" in resources:
            for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources):
                unicode = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
                assert unicode
                fonts[name] = characters(stream(objects[int(unicode[1])]))
    lines, bars = walk(stream(objects[int(content[1])]), fonts)
    return Paper(lines, sorted(bars), (float(box[1]) / MM, float(box[2]) / MM))


def stream(thing: bytes) -> bytes:
    head, _, rest = thing.partition(b"stream")
    length = re.search(rb"/Length (\d+)", head)
    assert length
    body = rest.lstrip(b"\r\n")[: int(length[1])]
    return zlib.decompress(body) if b"FlateDecode" in head else body


def characters(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
        for glyph, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(text, 16)
            for place in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + place] = chr(start + place)
    return found


def walk(
    content: bytes, fonts: dict[bytes, dict[int, str]]
) -> tuple[list[str], list[tuple[float, float]]]:
    lines: list[str] = []
    bars: list[tuple[float, float]] = []
    scale: list[tuple[float, float, float, float]] = [(1, 1, 0, 0)]
    numbers: list[float] = []
    corners: list[tuple[float, float]] = []
    font: dict[int, str] = {}
    said = ""
    for token in tokens(content):
        if token[:1] == b"(":
            said += "".join(font[glyph] for glyph in glyphs(token[1:-1]))
        elif re.fullmatch(rb"-?[\d.]+", token):
            numbers.append(float(token))
            continue
        elif token[1:] in fonts:
            font = fonts[token[1:]]
        elif token == b"ET":
            lines.append(said)
            said = ""
        elif token == b"q":
            scale.append(scale[-1])
        elif token == b"Q":
            scale.pop()
        elif token == b"cm":
            a, b, c, d, e, f = numbers[-6:]
            assert b == c == 0, "nothing on a label is turned"
            sx, sy, x, y = scale[-1]
            scale[-1] = (sx * a, sy * d, x + sx * e, y + sy * f)
        elif token in (b"m", b"l"):
            sx, sy, x, y = scale[-1]
            corners.append((x + sx * numbers[-2], y + sy * numbers[-1]))
        elif token in (b"f", b"S", b"W", b"n"):
            if token == b"f" and corners:
                across, up = zip(*corners, strict=True)
                if max(up) - min(up) > 15 * MM:
                    bars.append((min(across) / MM, max(across) / MM))
            corners = []
        numbers = []
    return lines, bars


def tokens(content: bytes) -> Iterator[bytes]:
    """Strings with their outer parentheses, names, numbers and operators.

    Parentheses in a string may stand as they are when they are balanced.
    """
    place = 0
    while found := TOKEN.search(content, place):
        place = found.end()
        if found[0] == b"(":
            depth = 1
            while depth:
                match content[place : place + 1]:
                    case b"\\":
                        place += 1  # and what it escapes
                    case b"(":
                        depth += 1
                    case b")":
                        depth -= 1
                place += 1
        yield content[found.start() : place]


def glyphs(text: bytes) -> Iterator[int]:
    plain = re.sub(
        rb"\\([0-7]{1,3}|.)",
        lambda m: (
            bytes([int(m[1], 8)])
            if m[1][:1].isdigit()
            else {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}.get(m[1], m[1])
        ),
        text,
        flags=re.S,
    )
    for place in range(0, len(plain), 2):
        yield int.from_bytes(plain[place : place + 2])


def decode(bars: list[tuple[float, float]]) -> str:
    """The text of a Code 128 symbol; an assertion fails when it is not one."""
    module = (bars[-1][1] - bars[0][0]) / round((bars[-1][1] - bars[0][0]) / narrowest(bars))
    widths = ""
    for place, (left, right) in enumerate(bars):
        widths += str(round((right - left) / module))
        if place + 1 < len(bars):
            widths += str(round((bars[place + 1][0] - right) / module))
    assert widths.endswith(PATTERNS[106]), "the symbol has no end"
    body = widths[: -len(PATTERNS[106])]
    values = [PATTERNS.index(body[place : place + 6]) for place in range(0, len(body), 6)]
    begin, *told, check = values
    assert begin in (103, 104, 105), "the symbol has no beginning"
    expected = (begin + sum(place * value for place, value in enumerate(told, start=1))) % 103
    assert check == expected, "the check character is wrong"
    text, code_set = "", "ABC"[begin - 103]
    for value in told:
        if code_set == "C":
            if value < 100:
                text += f"{value:02d}"
            else:
                code_set = {100: "B", 101: "A"}[value]
        elif value == 99:
            code_set = "C"
        else:
            assert value < 96, "a character that no parcel number has"
            text += chr(value + 32)
    return text


def narrowest(bars: list[tuple[float, float]]) -> float:
    spaces = [after[0] - before[1] for before, after in pairwise(bars)]
    return min(*spaces, *(right - left for left, right in bars))
