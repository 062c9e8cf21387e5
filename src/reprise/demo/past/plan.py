"""Who bought in the demo's past, when, and what became of it: drawn from a seed, pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from reprise.demo.past.people import People
from reprise.demo.past.story import Fate, Pace, Purchase, Step, Verb, follow
from reprise.markets.queries import MARKETS

SEED: Final = 4512
# How long before today the sellers opened.
SPAN: Final = timedelta(days=45)
# The purchase that is made last of all, when everything else has been done.
LAST: Final = "last"


# In a thousand.
ODDS: Final = {
    Fate.KEPT: 886,
    Fate.UNPAID: 25,
    Fate.PAID_AT_SECOND: 15,
    Fate.REFUSED: 30,
    Fate.LAPSED: 16,
    Fate.NOT_COLLECTED: 8,
    Fate.SENT_AGAIN: 10,
    Fate.CALLED_OFF: 10,
}
# Every so many buyers choose among what the demo's own seller sells; every so many buy two
# devices, or at two sellers; who pays by card is challenged by the bank that often.
FAVOURITE, TWO_DEVICES, TWO_SELLERS, TO_A_POINT, CHALLENGED = 0.17, 0.06, 0.07, 0.35, 0.3
# How likely a purchase is in each hour of its buyer's day.
HOURS: Final = (1, 0, 0, 0, 0, 0, 1, 3, 5, 6, 6, 6, 8, 7, 5, 5, 6, 7, 8, 10, 12, 12, 8, 4)


@dataclass(frozen=True, slots=True)
class Scene:
    """A purchase of the demo's seller that stands at ``ends`` when the demo starts."""

    hours_ago: float
    market: str
    language: str
    method: str
    ends: Verb
    fate: Fate = Fate.KEPT
    devices: int = 1
    sellers: int = 1
    to_point: bool = False


# Something to do in every view of the demo seller's room, whatever chance has brought.
SCENES: Final = (
    # to be answered
    Scene(3, "fr", "fr", "card", Verb.PAY),
    Scene(9, "be", "nl", "bancontact", Verb.PAY, to_point=True),
    Scene(14, "fr", "en", "card", Verb.PAY, devices=2),
    Scene(17, "be", "fr", "card", Verb.PAY),
    # accepted; the other seller of the same order has not answered
    Scene(16, "fr", "fr", "card", Verb.ANSWER, sellers=2),
    # to be shipped
    Scene(20, "fr", "fr", "card", Verb.ANSWER),
    Scene(27, "be", "fr", "bancontact", Verb.ANSWER, to_point=True),
    Scene(33, "fr", "fr", "card", Verb.ANSWER, devices=2),
    # on the way
    Scene(24 * 5, "fr", "fr", "card", Verb.HAND_OVER),
    Scene(24 * 5.5, "be", "nl", "bancontact", Verb.HAND_OVER),
    Scene(24 * 9, "fr", "fr", "card", Verb.ARRIVE, to_point=True),
    # back at the seller: to be sent again, or called off
    Scene(24 * 20, "fr", "fr", "card", Verb.RETURN, Fate.SENT_AGAIN),
    # done, and not only well
    Scene(24 * 6, "be", "fr", "bancontact", Verb.REFUSE, Fate.REFUSED),
    Scene(24 * 8, "fr", "fr", "card", Verb.SWEEP_SILENT, Fate.LAPSED),
    Scene(24 * 27, "fr", "en", "card", Verb.CALL_OFF, Fate.CALLED_OFF),
)  # fmt: skip
CLOSING: Final = Scene(0.4, "fr", "fr", "card", Verb.PAY)
STEADY: Final = Pace(
    answer=timedelta(hours=4),
    ship=timedelta(hours=22),
    hand_over=timedelta(hours=3),
    travel_days=2,
    pick_up=timedelta(hours=20),
    come_back=timedelta(days=11),
    decide=timedelta(hours=30),
)


def _by_chance_number(number: int) -> int:
    return max(0, number - len(SCENES) - 1)


def keys(number: int) -> list[str]:
    """The keys of the purchases that :func:`steps` plans for ``number``."""
    chance = [_key(place) for place in range(_by_chance_number(number))]
    return [*chance, *(_scene_key(place) for place in range(len(SCENES))), LAST]


def _key(place: int) -> str:
    return f"{place:05d}"


def _scene_key(place: int) -> str:
    return f"scene-{place:02d}"


def steps(number: int, end: datetime, people: People) -> list[Step]:
    """All that ``number`` purchases (or as many as there are scenes) bring until ``end``, in the
    order of time.  The last purchase's steps stand last."""
    random = Random(SEED)  # noqa: S311  alike every time, not secret
    result: list[Step] = []
    for place in range(_by_chance_number(number)):
        purchase = _by_chance(random, _key(place), end, people)
        result += follow(purchase, _pace(random), end)
    for place, scene in enumerate(SCENES):
        result += _played(scene, _staged(random, _scene_key(place), scene, end, people), end)
    result.sort(key=lambda step: step.at)
    return result + _played(CLOSING, _staged(random, LAST, CLOSING, end, people), end)


def _by_chance(random: Random, key: str, end: datetime, people: People) -> Purchase:
    market = people.market(random)
    at = _moment(random, market, end)
    method = people.method(random, market)
    fate = random.choices(list(ODDS), list(ODDS.values()))[0]
    if method != "card" and fate is Fate.NOT_COLLECTED:
        fate = Fate.KEPT  # money that a bank has sent needs no collecting
    kind = random.random()
    return Purchase(
        key=key,
        at=at,
        market=market,
        language=people.language(random, market),
        method=method,
        buyer=people.buyer(random, market),
        fate=fate,
        favourite=random.random() < FAVOURITE,
        devices=2 if kind < TWO_DEVICES else 1,
        sellers=2 if TWO_DEVICES <= kind < TWO_DEVICES + TWO_SELLERS else 1,
        to_point=random.random() < TO_A_POINT,
        challenged=method == "card" and random.random() < CHALLENGED,
    )


def _staged(random: Random, key: str, scene: Scene, end: datetime, people: People) -> Purchase:
    return Purchase(
        key=key,
        at=end - timedelta(hours=scene.hours_ago),
        market=scene.market,
        language=scene.language,
        method=scene.method,
        buyer=people.buyer(random, scene.market),
        fate=scene.fate,
        favourite=True,
        devices=scene.devices,
        sellers=scene.sellers,
        to_point=scene.to_point,
    )


def _moment(random: Random, market: str, end: datetime) -> datetime:
    """A time of day when people buy; the shop has more buyers every week."""
    zone = ZoneInfo(MARKETS[market].time_zone)
    while True:
        day = (end - SPAN * random.random() ** 1.3).astimezone(zone).date()
        hour = random.choices(range(24), HOURS)[0]
        local = datetime.combine(day, time(hour, random.randrange(60), random.randrange(60)), zone)
        if end - SPAN < local < end - timedelta(hours=1):
            return local.astimezone(end.tzinfo)


def _pace(random: Random) -> Pace:
    return Pace(
        answer=timedelta(hours=random.uniform(0.4, 14)),
        ship=timedelta(hours=random.uniform(2, 30)),
        hand_over=timedelta(hours=random.uniform(1, 5)),
        travel_days=random.choice([1, 1, 2, 2, 3]),
        pick_up=timedelta(hours=random.uniform(3, 60)),
        come_back=timedelta(days=random.uniform(8, 12)),
        decide=timedelta(hours=random.uniform(6, 40)),
    )


def _played(scene: Scene, purchase: Purchase, end: datetime) -> list[Step]:
    """The steps of a scene up to the one it ends with; the other seller of two is silent."""
    found: list[Step] = []
    for step in follow(purchase, STEADY, end):
        if step.part:
            continue
        found.append(step)
        if step.verb is scene.ends:
            break
    return found
