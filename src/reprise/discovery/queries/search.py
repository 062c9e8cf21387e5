"""Search: what was typed is read against the vocabulary, then products are matched and ranked.

A result is ordered by how well the words match, then like every list by popularity.  Three
statements: the vocabulary, a page of tiles, the facets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from django.db import connection

from reprise.discovery.queries.filters import Filters
from reprise.discovery.queries.listing import Match, find
from reprise.discovery.states import Sort
from reprise.discovery.views import Facets, Listing, Understood
from reprise.discovery.words import query_words, size_word, spellings

# What a word is worth by how it was found; a name or brand (AB) before a heading (C).
POINTS: Final = {
    ("exact", "AB"): 100,
    ("exact", "C"): 90,
    ("start", "AB"): 85,
    ("size", ""): 80,
    ("start", "C"): 75,
    ("typo", "AB"): 70,
    ("typo", "C"): 60,
}
PER_TYPO: Final = 15
# A product whose whole name was said comes before those whose name goes on ("13", "13 Pro").
WHOLE_NAME: Final = 40

_LOOK_UP: Final = """
SELECT 'exact', w.word, w.word FROM discovery_word w WHERE w.word = ANY(%(probes)s)
UNION ALL
SELECT 'start', t.word, t.word FROM unnest(%(starts)s::text[]) AS t (word)
 WHERE EXISTS (SELECT FROM discovery_word w WHERE w.word LIKE t.word || '_%%')
UNION ALL
SELECT 'near', t.word, w.word FROM unnest(%(typed)s::text[]) AS t (word), LATERAL (
  SELECT word FROM discovery_word WHERE word %% t.word
   ORDER BY similarity(word, t.word) DESC, word LIMIT 8) AS w
"""
_MATCH: Final = """
hits AS (
  SELECT product_id, sum(best) AS points, count(*) AS matched
    FROM (SELECT s.product_id, a.place, max(a.points) AS best
            FROM unnest(%(places)s::int[], %(queries)s::text[], %(points)s::int[])
                 AS a (place, query, points)
            JOIN discovery_shelf s
              ON s.market = %(market)s AND s.search @@ a.query::tsquery
           GROUP BY s.product_id, a.place) AS b
   GROUP BY product_id
), match AS (
  SELECT h.product_id, h.matched,
         h.points + CASE WHEN s.name_words <@ %(meant)s::text[] THEN %(whole)s ELSE 0 END AS points
    FROM hits h JOIN discovery_shelf s ON s.market = %(market)s AND s.product_id = h.product_id
   WHERE h.matched = (SELECT max(matched) FROM hits)
)"""
_LETTERS_THEN_DIGITS: Final = re.compile(r"([a-z]{2,})(\d\w*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One typed word: ``queries`` are (tsquery, points) of which the best counts."""

    shown: str
    queries: tuple[tuple[str, int], ...]
    meant: tuple[str, ...]
    storage: int | None = None
    mended: bool = False


def search(
    market: str,
    text: str,
    filters: Filters | None = None,
    sort: Sort = Sort.MATCH,
    page: int = 1,
    category: str | None = None,
) -> Listing:
    """Products for what somebody typed, in any of the shop's languages."""
    match, understood = matching(text)
    if match is None:
        none = Facets((), (), (), (), (), (), None)
        return Listing((), none, 0, 1, 1, sort, understood)
    return find(market, category, filters or Filters(), sort, page, match, understood)


def matching(text: str) -> tuple[Match | None, Understood]:
    """What was typed as SQL and in words; no match when none of it means anything here."""
    typed = query_words(text)
    readings, unknown = _read(typed) if typed else ((), ())
    understood = Understood(
        text=text[:200],
        words=tuple(reading.shown for reading in readings),
        unknown=unknown,
        storages=tuple(reading.storage for reading in readings if reading.storage),
        mended=any(reading.mended for reading in readings),
        partial=bool(unknown),
    )
    if not readings:
        return None, understood
    alternatives = [
        (place, query, points)
        for place, reading in enumerate(readings)
        for query, points in reading.queries
    ]
    match = Match(
        _MATCH,
        {
            "places": [place for place, _, _ in alternatives],
            "queries": [query for _, query, _ in alternatives],
            "points": [points for _, _, points in alternatives],
            "meant": [
                spelt for reading in readings for word in reading.meant for spelt in spellings(word)
            ],
            "whole": WHOLE_NAME,
        },
        len(readings),
        understood.storages,
    )
    return match, understood


def _read(typed: Sequence[str]) -> tuple[tuple[Reading, ...], tuple[str, ...]]:
    split = {word: _LETTERS_THEN_DIGITS.fullmatch(word) for word in typed}
    parts = {word: match.groups() for word, match in split.items() if match}
    single = {*typed, *(part for pair in parts.values() for part in pair)}
    pairs = {one + other for one, other in pairwise(typed)}
    sizes = {size_word(int(word)) for word in typed if word.isdigit() and len(word) < 5}
    swaps = {swap for word in single if _forgiven(word) for swap in _swapped(word)}
    exact, starts, near = _look_up(single, single | pairs | sizes | swaps)

    def known(word: str) -> bool:
        return word in exact or word in starts or (word.isdigit() and size_word(int(word)) in exact)

    words: list[str] = []
    for word in typed:
        if words and words[-1] + word in exact and not (words[-1] in exact and word in exact):
            words[-1] += word
        elif word in parts and (exact.issuperset(parts[word]) or not known(word)):
            words.extend(parts[word])
        else:
            words.append(word)
    readings, unknown = [], []
    for word in words:
        reading = _reading(word, exact, starts, near.get(word, ()))
        if reading.queries:
            readings.append(reading)
        else:
            unknown.append(word)
    return tuple(readings), tuple(unknown)


def _look_up(
    single: Collection[str], probes: Collection[str]
) -> tuple[set[str], set[str], dict[str, list[str]]]:
    """(probes that are words, words that begin one, word -> words that look like it)."""
    found: dict[str, list[tuple[str, str]]] = {"exact": [], "start": [], "near": []}
    with connection.cursor() as cursor:
        cursor.execute(
            _LOOK_UP,
            {
                "probes": list(probes),
                "starts": [word for word in single if len(word) > 1 and not word.isdigit()],
                "typed": [word for word in single if _forgiven(word)],
            },
        )
        for kind, word, meant in cursor.fetchall():
            found[kind].append((word, meant))
    near: dict[str, list[str]] = {}
    for word, meant in found["near"]:
        near.setdefault(word, []).append(meant)
    return {w for w, _ in found["exact"]}, {w for w, _ in found["start"]}, near


def _reading(
    word: str, exact: Collection[str], starts: Collection[str], near: Sequence[str]
) -> Reading:
    queries: list[tuple[str, int]] = []
    size = word if word.endswith("gb") else size_word(int(word)) if word.isdigit() else ""
    named = word in exact and word != size
    if named:
        queries += [(f"'{word}':{f}", POINTS["exact", f]) for f in ("AB", "C")]
    if word in starts:
        queries += [(f"'{word}':*{f}", POINTS["start", f]) for f in ("AB", "C")]
    if size in exact and size[:-2].isdigit():
        queries.append((f"'{size}'", POINTS["size", ""]))
        gigabytes = int(size[:-2])
        shown = word if named else f"{gigabytes} GB"
        return Reading(shown, tuple(queries), (word,), None if named else gigabytes)
    if queries or not _forgiven(word):
        return Reading(word, tuple(queries), (word,))
    mended = [(typos(word, other), other) for other in {*near, *(_swapped(word) & set(exact))}]
    best = sorted((count, other) for count, other in mended if count <= _forgiven(word))
    queries = [
        (f"'{other}':{f}", POINTS["typo", f] - PER_TYPO * count)
        for count, other in best
        for f in ("AB", "C")
    ]
    nearest = tuple(other for count, other in best if count == best[0][0])
    return Reading(nearest[0] if nearest else word, tuple(queries), nearest, mended=True)


def _forgiven(word: str) -> int:
    """How many typing errors are forgiven; none in what has a digit: S22 is not S21."""
    if len(word) < 4 or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < 7 else 2


def _swapped(word: str) -> set[str]:
    """``word`` with each pair of neighbours changed over, which trigrams do not forgive."""
    return {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}


def typos(one: str, other: str) -> int:
    """Letters added, left out, changed, or neighbours changed over (optimal string alignment)."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
