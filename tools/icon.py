"""Draw static/favicon.ico from static/mark.svg: 16, 32 and 48 pixels, each a PNG inside."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

STATIC = Path(__file__).parent.parent / "src" / "reprise" / "web" / "static"
SIZES = (16, 32, 48)
SIDE = 26.0  # of the drawing
FINE = 8  # samples a pixel, each way

Inside = Callable[[float, float], bool]
Colour = tuple[int, int, int]


def shapes(svg: str) -> list[tuple[Colour, Inside]]:
    """What the drawing is made of, the lowest first: a rounded square, circles, bars."""
    found: list[tuple[Colour, Inside]] = []
    ground = re.search(r'<rect[^>]* rx="([\d.]+)" fill="#(\w{6})"', svg)
    dots = re.search(r'<g fill="#(\w{6})">', svg)
    bars = re.search(r'<path d="([^"]+)" fill="#(\w{6})"', svg)
    if not (ground and dots and bars):
        raise SystemExit("the mark has other shapes than this tool can draw")
    found.append((colour(ground[2]), rounded(float(ground[1]))))
    for x, y, r in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', svg):
        found.append((colour(dots[1]), circle(float(x), float(y), float(r))))
    found += [(colour(bars[2]), box(bar)) for bar in bars[1].strip("z").split("z")]
    return found


def colour(digits: str) -> Colour:
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def rounded(radius: float) -> Inside:
    def inside(x: float, y: float) -> bool:
        dx = max(radius - x, x - (SIDE - radius), 0)
        dy = max(radius - y, y - (SIDE - radius), 0)
        return dx * dx + dy * dy <= radius * radius

    return inside


def circle(cx: float, cy: float, radius: float) -> Inside:
    return lambda x, y: (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius


def box(path: str) -> Inside:
    """``M10.8 4H13v18h-2.2`` or ``M15.4 4h5v18h-5``."""
    found = re.fullmatch(r"M([\d.]+) ([\d.]+)([Hh])([\d.]+)v([\d.]+)h-[\d.]+", path)
    if not found:
        raise SystemExit(f"not an upright bar: {path}")
    left, top, far, height = (float(found[each]) for each in (1, 2, 4, 5))
    right = far if found[3] == "H" else left + far
    return lambda x, y: left <= x <= right and top <= y <= top + height


def pixel(drawn: list[tuple[Colour, Inside]], size: int, column: int, row: int) -> bytes:
    """Red, green, blue and opacity, the mean of the samples in it."""
    total, hits = [0, 0, 0], 0
    for i in range(FINE * FINE):
        x = (column + (i % FINE + 0.5) / FINE) * SIDE / size
        y = (row + (i // FINE + 0.5) / FINE) * SIDE / size
        seen = [tint for tint, inside in drawn if inside(x, y)]
        if seen:
            hits += 1
            total = [a + b for a, b in zip(total, seen[-1], strict=True)]
    return bytes([*(round(each / max(hits, 1)) for each in total), round(255 * hits / FINE**2)])


def png(drawn: list[tuple[Colour, Inside]], size: int) -> bytes:
    lines = (
        b"\0" + b"".join(pixel(drawn, size, column, row) for column in range(size))
        for row in range(size)
    )
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines), 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def ico(images: dict[int, bytes]) -> bytes:
    head = struct.pack("<HHH", 0, 1, len(images))
    offset = len(head) + 16 * len(images)
    for size, body in images.items():
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(body), offset)
        offset += len(body)
    return head + b"".join(images.values())


def main() -> None:
    drawn = shapes((STATIC / "mark.svg").read_text())
    (STATIC / "favicon.ico").write_bytes(ico({size: png(drawn, size) for size in SIZES}))


if __name__ == "__main__":
    main()
