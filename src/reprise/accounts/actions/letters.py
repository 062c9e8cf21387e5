"""Links by letter: a new account, a forgotten password, another address, a guest's rights.

Asking does the same for every address: a row and an event.  Whether there is an account is looked
up by the worker that writes the letter, so neither words nor time tell it to whoever asked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from reprise.accounts import limits, links, moved, passkeys
from reprise.accounts.actions import passwords
from reprise.accounts.actions.base import AccountGone, locked
from reprise.accounts.actions.sessions import close
from reprise.accounts.events import AccountSecured, LetterAsked
from reprise.accounts.models import Letter, User
from reprise.kernel.ids import new_id
from reprise.kernel.refusal import Refusal
from reprise.outbox.actions import publish

LIFE: Final = {
    "sign_up": timedelta(hours=24),
    "reset": timedelta(hours=1),
    "email": timedelta(hours=24),
    "rights": timedelta(hours=1),
}
Secure = Callable[[User], None]
_ACCOUNT: Final = "reprise.accounts.future"


class LinkOver(Refusal):
    """``purpose`` among its facts is what the link was for."""

    code = "link_over"
    message = (
        "This link was used already, or its time is over. Nothing was changed; ask for a new one."
    )
    status = 410


class AddressTaken(Refusal):
    code = "address_taken"
    message = "There is an account with this e-mail address already. Sign in to it instead."


def ask(
    purpose: str, email: str, locale: str, client: str, now: datetime, user: User | None = None
) -> None:
    """Have a link sent; ``user`` when it is to become that account's address.

    Nobody is told whether the address has an account, or has had too many letters.
    Raises TooManyAttempts for the place that asks, AccountGone.
    """
    if not limits.letter_allowed(purpose, email, client, now):
        return
    send(purpose, email, locale, now, user)


@transaction.atomic
def send(purpose: str, email: str, locale: str, now: datetime, user: User | None = None) -> None:
    """Have a link sent that we send by ourselves, so that no limit holds it back.

    Raises AccountGone.
    """
    if user is not None:
        locked(user.id)
    letter = Letter.objects.create(
        purpose=purpose,
        email=email,
        user=user,
        locale=locale,
        written_at=now,
        expires_at=now + LIFE[purpose],
    )
    publish([LetterAsked(letter.id)], at=now)


def opened(letter_id: UUID, token: str, now: datetime) -> Letter:
    """The letter of a link that can still be used.

    Raises Letter.DoesNotExist for a link that was never ours, LinkOver.
    """
    if not links.opens(letter_id, token):
        raise Letter.DoesNotExist
    letter = Letter.objects.get(id=letter_id)
    if letter.used_at is not None or letter.expires_at <= now:
        raise LinkOver(purpose=letter.purpose)
    return letter


def use(letter: Letter, now: datetime) -> None:
    """Exactly one request gets past this; its change commits with it, in the caller's transaction.

    Raises LinkOver.
    """
    fresh = Letter.objects.filter(id=letter.id, used_at__isnull=True, expires_at__gt=now)
    if not fresh.update(used_at=now):
        raise LinkOver(purpose=letter.purpose)


def finish_sign_up(
    letter: Letter,
    now: datetime,
    *,
    password: str = "",
    passkey: dict[str, Any] | None = None,
    passkey_name: str = "",
) -> User:
    """The account of a letter's address, with a password or a passkey.

    Its id is not the letter's, which stays in an event for ever (decision 0034).
    Raises LinkOver, AddressTaken, PasskeyRefused and what `passwords.put` raises.
    """
    user = User(
        id=new_id() if passkey is None else future_user_id(letter),
        email=letter.email,
        language=letter.locale[:2],
        verified_at=now,
        created_at=now,
    )
    secure = _secured(user, now, password, passkey, passkey_name)
    try:
        with transaction.atomic():
            use(letter, now)
            user.save(force_insert=True)
            secure(user)
    except IntegrityError:
        raise AddressTaken from None
    return user


def finish_reset(
    letter: Letter,
    now: datetime,
    *,
    password: str = "",
    passkey: dict[str, Any] | None = None,
    passkey_name: str = "",
) -> User:
    """A new password, or a passkey instead of it; every other session ends, every other link too.

    Raises as :func:`finish_sign_up`; LinkOver as well when the account has another address by now.
    """
    user = User.objects.with_email(letter.email).filter(is_active=True).first()
    if user is None:
        raise LinkOver(purpose=letter.purpose)
    secure = _secured(user, now, password, passkey, passkey_name)
    with transaction.atomic():
        _still(letter, user.id)
        use(letter, now)
        if user.verified_at is None:
            user.verified_at = now
        user.save(update_fields=["password", "verified_at"])
        close(user.id, None, now)
        secure(user)
        Letter.objects.filter(
            purpose="reset", email__iexact=letter.email, used_at__isnull=True
        ).update(used_at=now)
        publish([AccountSecured(user.id, "password")], at=now)
    return user


def _secured(
    user: User, now: datetime, password: str, passkey: dict[str, Any] | None, passkey_name: str
) -> Secure:
    """Put the password, or none and what registers the passkey, before any lock is held."""
    if passkey is None:
        passwords.put(user, password)
        return lambda _: None
    user.set_unusable_password()

    def register(owner: User) -> None:
        passkeys.register(owner, passkey, passkey_name, now)

    return register


def confirm_address(letter: Letter, now: datetime) -> User:
    """The letter's address is the account's from now on; that its person, signed in, has opened
    the letter is the caller's to know.  Raises LinkOver, AddressTaken, MissingKey."""
    assert letter.user_id is not None  # noqa: S101  the table's check
    proof = moved.proof(letter.user_id, letter.email)
    try:
        with transaction.atomic():
            user = _still(letter, letter.user_id)
            use(letter, now)
            user.email, user.verified_at, user.moved = letter.email, now, proof
            user.save(update_fields=["email", "verified_at", "moved"])
            # What was sent to the old address no longer opens anything.
            Letter.objects.filter(user=user, used_at__isnull=True).update(used_at=now)
    except IntegrityError:
        raise AddressTaken from None
    return user


def _still(letter: Letter, user_id: UUID) -> User:
    """The account that a letter is about, locked before the letter.  Raises LinkOver."""
    try:
        return locked(user_id)
    except AccountGone:
        raise LinkOver(purpose=letter.purpose) from None


def future_user_id(letter: Letter) -> UUID:
    """For whom a passkey is made on the letter's page: the same each time that it is shown.

    For an account that is still to be opened the id is made from the letter's by the secret key,
    and nothing of the letter, not even its time, can be read from it.
    """
    if letter.purpose == "sign_up":
        made = salted_hmac(_ACCOUNT, str(letter.id), algorithm="sha256").digest()
        return UUID(bytes=made[:16], version=4)
    user = User.objects.with_email(letter.email).first()
    return user.id if user else new_id()
