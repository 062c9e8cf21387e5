"""The keys of the archive: one a year, made once, missed when it is gone."""

from __future__ import annotations

from datetime import datetime

from reprise import rows
from reprise.keys import Keys, MissingKey
from reprise.privacy.archive import key_of
from reprise.privacy.models import YearKey


def ready(year: int, now: datetime) -> None:
    """See that the key of a year is the one that it always was; make it where there was none.

    Inside the transaction that seals with it.  Raises MissingKey for one that was lost, or that
    another file stands for: sealed with that, nobody could open what it sealed before.
    """
    keys, name = Keys.of(), key_of(year)
    known = rows.first(YearKey, year=year)
    if known is None:
        keys.make(name)
        made = YearKey(year=year, check_value=keys.check(name), made_at=now)
        rows.insert([made], known="ignore")
        known = rows.get(YearKey, year=year)
    if keys.check(name) != known.check_value:
        raise MissingKey(
            f"The key {name} in {keys.folder} is not the one that the archive was sealed with."
            " Bring the right one back from the keys' own backup."
        )


def missing() -> list[str]:
    """The keys that rows of the archive name and that are not here, or not the right ones."""
    keys, gone = Keys.of(), []
    for known in YearKey.objects.filter(destroyed_at=None).order_by("year"):
        name = key_of(known.year)
        try:
            right = keys.check(name) == known.check_value
        except MissingKey:
            right = False
        if not right:
            gone.append(name)
    return gone
