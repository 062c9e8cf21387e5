"""Somebody who knows the formula, the means and the published rates, and counts back.

A history is a seller's tallies at several moments: orders, and the faults of each criterion.  The
attacker assumes what helps most: one number of orders for all five criteria, none ever taken back.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from reprise.discovery.rules import CRITERIA, PPM, RankingConfig, Rates, Tally, smoothed

# Faults per mille of a middling seller, in the order of the criteria.
MIDDLING = (22, 6, 31, 9, 48)
GUESSES = 800
History = list[tuple[int, tuple[int, ...]]]


def published(orders: int, faults: Sequence[int], config: RankingConfig) -> Rates:
    tallies = {c: Tally(orders, count) for c, count in zip(CRITERIA, faults, strict=True)}
    return smoothed(tallies, config)


def faults_behind(orders: int, place: int, rate: int, config: RankingConfig) -> tuple[int, int]:
    """The least and the most faults that publish ``rate``; the most is smaller when none does.

    rate - step/2 <= (faults x PPM + prior x mean) / (orders + prior) < rate + step/2
    """
    weight, base = orders + config.prior, 2 * config.prior * config.means[place]
    least = -((base - (2 * rate - config.step) * weight) // (2 * PPM))
    most = -((base - (2 * rate + config.step) * weight) // (2 * PPM)) - 1
    return max(0, least), min(orders, most)


def possible_orders(rates: Rates, config: RankingConfig, most: int) -> list[int]:
    """Every number of orders up to ``most`` with which all five rates can be published."""
    return [
        orders
        for orders in range(most + 1)
        if all(
            least <= greatest
            for least, greatest in (
                faults_behind(orders, place, rate, config) for place, rate in enumerate(rates)
            )
        )
    ]


def possible_in_the_end(
    series: Sequence[Rates], about: int, config: RankingConfig, chance: random.Random
) -> set[int]:
    """Numbers of orders at the end of histories that publish the whole series, found by guessing.

    Guesses start anywhere around ``about`` and grow by chance; a guess that cannot publish what
    was published dies, one that can has children.  Each number in the answer is that of a seller
    who would have published the same: the faults that a criterion can have had are always an
    interval, which grows by the new orders and is cut to what publishes the rate.
    """
    alive = []
    for _ in range(GUESSES):
        end = about * 4 ** chance.uniform(-1, 1)
        start = int(chance.uniform(0, end))
        alive.append((start, (end - start) / len(series), [(0, start)] * len(CRITERIA)))
    for moment, rates in enumerate(series):
        tried = []
        for orders, growth, faults in alive:
            new = max(0, round(chance.gauss(growth, growth**0.5 + 0.3))) if moment else 0
            left = []
            for place, (least, most) in enumerate(faults):
                low, high = faults_behind(orders + new, place, rates[place], config)
                left.append((max(least, low), min(most + new, high)))
            if all(least <= most for least, most in left):
                tried.append((orders + new, growth * 1.05 ** chance.gauss(0, 1), left))
        if not tried:
            return set()
        alive = tried + [chance.choice(tried) for _ in range(GUESSES - len(tried))]
    return {orders for orders, _, _ in alive}


def a_history(
    chance: random.Random, orders: int, a_day: float, days: int, every: int = 1
) -> History:
    """A seller who starts with ``orders``, as published every so many days."""
    care = chance.uniform(0.5, 1.7)
    shares = [per_mille * care / 1000 for per_mille in MIDDLING]

    def faults(of: int) -> list[int]:
        return [sum(chance.random() < share for _ in range(of)) for share in shares]

    counted, seen = faults(orders), []
    for day in range(days):
        if day % every == 0:
            seen.append((orders, tuple(counted)))
        new = int(a_day) + (chance.random() < a_day % 1)
        orders += new
        counted = [before + more for before, more in zip(counted, faults(new), strict=True)]
    return seen
