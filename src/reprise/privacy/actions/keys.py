"""The keys of the archive: one a year, made once, missed when it is gone."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from reprise import rows
from reprise.keys import Keys, MissingKey
from reprise.privacy.archive import key_of
from reprise.privacy.models import Archived, YearKey


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


def destroy_empty(now: datetime) -> int:
    """Destroy the keys of years that are over, whose rows are gone from every backup too; how many.

    A row that is gone is in the backups of the days before.  So the day on which a key was first
    seen empty is noted, and it lives on for as long as backups are kept: then what it sealed cannot
    be read anywhere any more.  First it is noted that the key is destroyed, then its file goes; one
    that a kill has left is taken the next time.
    """
    keys, today, number = Keys.of(), now.date(), 0
    for known in YearKey.objects.order_by("year"):
        with transaction.atomic():
            key = rows.get(YearKey, year=known.year, lock=True)
            if key.destroyed_at is None and _is_over(key, now):
                key.destroyed_at, number = now, number + 1
            elif key.destroyed_at is None:
                empty = (
                    key.year < today.year
                    and not Archived.objects.filter(key_year=key.year).exists()
                )
                key.empty_since = (key.empty_since or today) if empty else None
            rows.update(key, ["empty_since", "destroyed_at"])
        if key.destroyed_at is not None and keys.has(key_of(key.year)):
            keys.destroy(key_of(key.year))
    return number


def _is_over(key: YearKey, now: datetime) -> bool:
    """Whether it has been empty for longer than backups are kept, and still is."""
    return (
        key.empty_since is not None
        and now.date() > key.empty_since + settings.BACKUP_HORIZON
        and key.year < now.year
        and not Archived.objects.filter(key_year=key.year).exists()
    )
