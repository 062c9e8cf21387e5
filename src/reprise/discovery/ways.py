"""The ways to have a product, packed into its shelf: lists are narrowed without reading options.

A way is a storage, a colour family and a grade, with its cheapest total.  A *mark* is a number
with a bit for each of the three: grades first, then families, then the product's own storages,
ascending.  Packed are the totals, the cheapest first, then the marks in the same order: eight bytes
each, the highest first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_
from struct import unpack
from typing import Final, NamedTuple

from reprise.catalog.states import Grade
from reprise.discovery.colours import FAMILIES

GRADES: Final = tuple(grade.value for grade in Grade)
# The bit of the first family, and that of the first storage.
COLOUR: Final = len(GRADES)
STORAGE: Final = COLOUR + len(FAMILIES)


class Wanted(NamedTuple):
    """What a way must be: nothing chosen is everything.  ``low`` and ``high`` bound the total.

    A way in a storage of ``first`` is shown before a cheaper one in another.
    """

    storages: tuple[int, ...]
    colours: tuple[str, ...]
    grades: tuple[str, ...]
    low: int | None
    high: int | None
    first: tuple[int, ...]


class Left(NamedTuple):
    """What of a product is left.

    ``total`` and ``mark`` are those of the way to show; ``mark`` is 0 when none fits, and the
    product is out.  ``storages``, ``colours`` and ``grades`` are the marks of all ways that fit
    everything but that one; ``low`` and ``high`` the totals of those that fit everything but the
    price, None when there are none.
    """

    total: int
    mark: int
    storages: int
    colours: int
    grades: int
    low: int | None
    high: int | None


def left(packed: bytes, storages: Sequence[int], wanted: Wanted) -> Left:
    """Narrow the ``packed`` ways of a product that has these ``storages``."""
    numbers = unpack(f">{len(packed) // 8}q", packed)
    half = len(numbers) // 2
    totals, marks = numbers[:half], numbers[half:]
    start = 0 if wanted.low is None else bisect_left(totals, wanted.low)
    end = half if wanted.high is None else bisect_right(totals, wanted.high)
    fits, bounds = marks[start:end], totals
    if wanted.storages or wanted.colours or wanted.grades:
        storage = _bits(wanted.storages, storages, STORAGE)
        colour = _bits(wanted.colours, FAMILIES, COLOUR)
        grade = _bits(wanted.grades, GRADES, 0)
        by_storage = _together(m for m in fits if m & colour and m & grade)
        by_colour = _together(m for m in fits if m & storage and m & grade)
        by_grade = _together(m for m in fits if m & storage and m & colour)
        fits = tuple(m for m in fits if m & storage and m & colour and m & grade)
        bounds = tuple(
            total
            for total, m in zip(totals, marks, strict=True)
            if m & storage and m & colour and m & grade
        )
    else:
        by_storage = by_colour = by_grade = _together(fits)
    mark = fits[0] if fits else 0
    if fits and wanted.first:
        first = _bits(wanted.first, storages, STORAGE)
        mark = next((m for m in fits if m & first), mark)
    return Left(
        totals[marks.index(mark)] if mark else 0,
        mark,
        by_storage,
        by_colour,
        by_grade,
        bounds[0] if bounds else None,
        bounds[-1] if bounds else None,
    )


def _together(marks: Iterable[int]) -> int:
    return reduce(or_, marks, 0)


@lru_cache(maxsize=1024)
def _bits(chosen: Collection[object], known: Sequence[object], start: int) -> int:
    """The mark of what is chosen of what is known; every bit when nothing is chosen."""
    if not chosen:
        return -1
    return sum(1 << start + place for place, value in enumerate(known) if value in chosen)


@lru_cache(maxsize=4096)
def way(mark: int, storages: Sequence[int]) -> tuple[int, str, str]:
    """The (storage, colour, grade) of one way, as options have them: 0 and empty for none."""
    (grade,) = grades_in(mark)
    return next(iter(storages_in(mark, storages)), 0), next(iter(colours_in(mark)), ""), grade


@lru_cache(maxsize=4096)
def storages_in(mark: int, storages: Sequence[int]) -> tuple[int, ...]:
    return tuple(size for place, size in enumerate(storages) if mark >> STORAGE + place & 1)


@lru_cache(maxsize=4096)
def colours_in(mark: int) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(FAMILIES) if mark >> COLOUR + place & 1)


@lru_cache(maxsize=64)
def grades_in(mark: int) -> tuple[str, ...]:
    return tuple(name for place, name in enumerate(GRADES) if mark >> place & 1)
