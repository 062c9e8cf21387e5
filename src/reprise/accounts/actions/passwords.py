"""Passwords are slow to check and to set, on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.contrib.auth.password_validation import MinimumLengthValidator, validate_password
from django.core.exceptions import ValidationError

from reprise.accounts.models import User
from reprise.kernel.refusal import Refusal

LEAST = 10
LONGEST = 128
# One at a time a process, so that a burst of them leaves the other threads to the shop.
_HASHING = BoundedSemaphore(1)


class PasswordTooShort(Refusal):
    code = "password_too_short"
    message = "Use %(least)s characters or more. Several words are easy to remember."
    status = 422


class PasswordTooCommon(Refusal):
    code = "password_too_common"
    message = "Many people use this password, so it is guessed first. Choose another one."
    status = 422


class TooBusy(Refusal):
    code = "too_busy"
    message = (
        "Many people are signing in just now. Nothing was checked;"
        " please try again in a few seconds."
    )
    status = 503

    seconds = 10


@contextmanager
def hashing() -> Iterator[None]:
    """Room for one hash.  Raises TooBusy after five seconds."""
    if not _HASHING.acquire(timeout=5):
        raise TooBusy
    try:
        yield
    finally:
        _HASHING.release()


def acceptable(password: str) -> None:
    """Raises PasswordTooShort, PasswordTooCommon."""
    try:
        MinimumLengthValidator(LEAST).validate(password)
    except ValidationError:
        raise PasswordTooShort(least=LEAST) from None
    try:
        validate_password(password[:LONGEST])
    except ValidationError:
        raise PasswordTooCommon from None


def put(user: User, password: str) -> None:
    """Give a user a password, not saved yet.  Raises what :func:`acceptable` and :func:`hashing`
    raise."""
    acceptable(password)
    with hashing():
        user.set_password(password)
