"""The keys of the archive: one a year, made once, missed when it is gone."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection, transaction

from reprise import rows
from reprise.keys import Keys, MissingKey
from reprise.privacy.archive import key_of
from reprise.privacy.models import Archived, YearKey

# An arbitrary, constant number.  Who seals shares it, who takes a key away has it alone.
SEALING: Final = 7_361_041
# Only these columns: PostgreSQL says the others by itself.
_NOTED: Final = (
    "INSERT INTO privacy_yearkey (year, check_value, made_at) VALUES (%s, %s, %s)"
    " ON CONFLICT (year) DO NOTHING"
)


def ready(year: int, now: datetime) -> None:
    """See that the key of a year is the one that it always was; make it where there was none.

    Inside the transaction that seals with it: until that ends no key is taken away.  Raises
    MissingKey for one that was lost, or that another file stands for: sealed with that, nobody
    could open what it sealed before.
    """
    keys, name = Keys.of(), key_of(year)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [SEALING])
    known = rows.first(YearKey, year=year)
    if known is None:
        keys.make(name)
        with connection.cursor() as cursor:
            cursor.execute(_NOTED, [year, keys.check(name), now])
        known = rows.get(YearKey, year=year)
    if keys.check(name) != known.check_value:
        raise MissingKey(
            f"The key {name} in {keys.folder} is not the one that the archive was sealed with."
            " Bring the right one back from the keys' own backup."
        )


def missing() -> list[str]:
    """The keys that are not here, or not the right ones, though nobody destroyed them, or though
    rows of the archive name them: what is said of a key excuses nothing that it sealed."""
    keys, gone = Keys.of(), []
    known = dict(YearKey.objects.values_list("year", "check_value"))
    wanted = set(YearKey.objects.filter(destroyed_at=None).values_list("year", flat=True))
    wanted |= set(Archived.objects.values_list("key_year", flat=True).distinct())
    for year in sorted(wanted):
        name = key_of(year)
        try:
            right = keys.check(name) == known.get(year)
        except MissingKey:
            right = False
        if not right:
            gone.append(name)
    return gone


def destroy_empty(now: datetime) -> int:
    """Destroy the keys of years that are over, whose rows are gone from every backup too; how many.

    A row that is gone is in the backups of the days before.  So the day on which a key was first
    seen empty is noted, and it lives on for as long as backups are kept: then what it sealed cannot
    be read anywhere any more.  First PostgreSQL notes that the key is over (`privacy_key_over`:
    the running role cannot), then its file goes; one that a kill has left is taken the next time.
    """
    keys, number = Keys.of(), 0
    for year in list(YearKey.objects.order_by("year").values_list("year", flat=True)):
        name = key_of(year)
        if not _is_over(year, now) or not keys.has(name):
            continue
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALING])
            # Since it was noted something may have been sealed with it, and now nothing is.
            if not Archived.objects.filter(key_year=year).exists():
                keys.destroy(name)
                number += 1
    return number


def _is_over(year: int, now: datetime) -> bool:
    """Whether it has been empty for longer than backups are kept, and still is."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT privacy_key_over(%s, %s, %s)",
            [year, now.date(), settings.BACKUP_HORIZON.days],
        )
        return bool(cursor.fetchone()[0])
