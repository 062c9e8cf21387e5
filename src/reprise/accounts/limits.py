"""How often something may be tried.  An attempt is counted before it is made, so that many at once
are as many as one after another; one that succeeds is given back."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from reprise.accounts.models import Attempt
from reprise.kernel.network import CLIENTS_IN_NETWORK, network_of
from reprise.kernel.refusal import Refusal

_SALT = "reprise.accounts.limits"


class TooManyAttempts(Refusal):
    """``seconds`` is when the next attempt will be looked at."""

    code = "too_many_attempts"
    message = (
        "There were too many attempts from here. Nothing was checked;"
        " please try again in %(minutes)s min."
    )
    status = 429

    @property
    def seconds(self) -> int:
        return int(self.facts["seconds"])


@dataclass(frozen=True, slots=True)
class Limit:
    """``most`` attempts within ``window``, which begins with the first of them."""

    name: str
    most: int
    window: timedelta


# A person who mistypes; somebody who guesses one person's password from one place.
PASSWORDS_FROM_HERE: Final = Limit("password-here", 5, timedelta(minutes=15))
# Somebody who tries many people from one place; an office behind one address stays below it.
SIGN_INS_FROM_HERE: Final = Limit("sign-in", 50, timedelta(minutes=15))
# Guesses at one person from anywhere.  Beyond it each place has fewer, but never none: who knows
# a person's address cannot keep that person out.
PASSWORDS_ANYWHERE: Final = Limit("password", 30, timedelta(hours=1))
PASSWORDS_IN_A_STORM: Final = 2
LETTERS_TO: Final = Limit("letters-to", 3, timedelta(hours=1))
LETTERS_FROM_HERE: Final = Limit("letters", 20, timedelta(hours=1))
# What a person asks for about their data leaves rows that nobody deletes, and a letter each.
RIGHTS_OF_ONE: Final = Limit("rights-of-one", 20, timedelta(hours=1))
# Each account for a seller's money is a row that stays and a letter to everybody, and the answer to
# one that is entered already would tell whoever guesses that the number is right.
PAYMENT_ACCOUNTS_OF_ONE: Final = Limit("payment-accounts-of-one", 5, timedelta(hours=1))


def key(limit: Limit, *who: str) -> str:
    """A keyed hash: the table names nobody."""
    return salted_hmac(
        _SALT, "\n".join((limit.name, *(part.casefold() for part in who))), algorithm="sha256"
    ).hexdigest()


def count(limit: Limit, *who: str, now: datetime) -> tuple[int, int]:
    """Count one attempt: how many there were in its window, and the seconds until that ends."""
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO accounts_attempt AS a (key, count, since) VALUES (%(key)s, 1, %(now)s)
            ON CONFLICT (key) DO UPDATE SET
                count = CASE WHEN a.since <= %(old)s THEN 1 ELSE a.count + 1 END,
                since = CASE WHEN a.since <= %(old)s THEN %(now)s ELSE a.since END
            RETURNING count, since
            """,
            {"key": key(limit, *who), "now": now, "old": now - limit.window},
        )
        number, since = cursor.fetchone()
    return number, math.ceil((since + limit.window - now).total_seconds())


def take(limit: Limit, *who: str, now: datetime, most: int | None = None) -> None:
    """Count one attempt.  Raises TooManyAttempts beyond the limit; roll back, so that a refused
    attempt counts as none and nobody waits longer for having tried again."""
    number, seconds = count(limit, *who, now=now)
    if number > (limit.most if most is None else most):
        raise TooManyAttempts(minutes=math.ceil(seconds / 60), seconds=seconds)


def take_here(limit: Limit, client: str, now: datetime) -> None:
    """Count one attempt of a place, and of the network it is in.  Raises TooManyAttempts."""
    take(limit, client, now=now)
    if network := network_of(client):
        take(limit, network, now=now, most=limit.most * CLIENTS_IN_NETWORK)


@transaction.atomic
def take_sign_in(client: str, now: datetime) -> None:
    """One sign-in of anybody, from one place.  Raises TooManyAttempts."""
    take_here(SIGN_INS_FROM_HERE, client, now)


@transaction.atomic
def take_password(email: str, client: str, now: datetime) -> None:
    """One password of one person, from one place.  Raises TooManyAttempts."""
    take_here(SIGN_INS_FROM_HERE, client, now)
    anywhere, _ = count(PASSWORDS_ANYWHERE, email, now=now)
    storm = anywhere > PASSWORDS_ANYWHERE.most
    most = PASSWORDS_IN_A_STORM if storm else PASSWORDS_FROM_HERE.most
    take(PASSWORDS_FROM_HERE, email, _place(client), now=now, most=most)


def give_back(email: str, client: str) -> None:
    """The password was right: what was counted for it is not held against anybody."""
    Attempt.objects.filter(key=key(PASSWORDS_FROM_HERE, email, _place(client))).delete()
    give_back_sign_in(client)
    _less(key(PASSWORDS_ANYWHERE, email))


@transaction.atomic
def take_back(email: str, client: str) -> None:
    """A password that was not looked at after all counts as none."""
    give_back_sign_in(client)
    _less(key(PASSWORDS_ANYWHERE, email))
    _less(key(PASSWORDS_FROM_HERE, email, _place(client)))


def give_back_sign_in(client: str) -> None:
    for where in filter(None, (client, network_of(client))):
        _less(key(SIGN_INS_FROM_HERE, where))


def _place(client: str) -> str:
    """From where one person's password is guessed: who has a whole network has thousands of
    clients, and only one person to guess."""
    return network_of(client) or client


def _less(which: str) -> None:
    Attempt.objects.filter(key=which, count__gt=0).update(count=F("count") - 1)


@transaction.atomic
def take_right(email: str, now: datetime) -> None:
    """One more that a person asks for about their own data.  Raises TooManyAttempts."""
    take(RIGHTS_OF_ONE, email, now=now)


@transaction.atomic
def take_payment_account(seller_id: UUID, user_id: UUID, now: datetime) -> None:
    """One more account that a person names for a seller's money; nobody else of that seller is kept
    from it.  Raises TooManyAttempts."""
    take(PAYMENT_ACCOUNTS_OF_ONE, str(seller_id), str(user_id), now=now)


@transaction.atomic
def letter_allowed(purpose: str, email: str, client: str, now: datetime) -> bool:
    """False when this address has had enough letters of this purpose for now, which nobody is
    told.  Who asks for one purpose in somebody's name keeps nobody from another.

    Raises TooManyAttempts for a place that asks for too many.
    """
    take_here(LETTERS_FROM_HERE, client, now)
    number, _ = count(LETTERS_TO, purpose, email, now=now)
    return number <= LETTERS_TO.most
