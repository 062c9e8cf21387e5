"""Who is it?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import auth

from reprise.accounts import limits, passkeys
from reprise.accounts.actions.passwords import TooBusy, hashing
from reprise.accounts.models import User
from reprise.kernel.refusal import Refusal


class WrongPassword(Refusal):
    code = "wrong_password"
    message = "This e-mail address and password do not belong together. Check both and try again."
    status = 422


def check_password(email: str, password: str, client: str, now: datetime) -> User:
    """The person with this address and password; ``client`` is where the request comes from.

    Raises WrongPassword (for an unknown address after the same work), TooManyAttempts, TooBusy.
    """
    limits.take_password(email, client, now)
    try:
        with hashing():
            user = auth.authenticate(username=email, password=password)
    except TooBusy:
        limits.take_back(email, client)
        raise
    if user is None:
        raise WrongPassword
    assert isinstance(user, User)  # noqa: S101  the only model there is
    limits.give_back(email, client)
    return user


def check_passkey(answer: dict[str, Any], client: str, now: datetime) -> User:
    """The person whose passkey has answered the page's challenge.

    Raises PasskeyRefused, TooManyAttempts.
    """
    limits.take_sign_in(client, now)
    user = passkeys.signed_in(answer, now)
    limits.give_back_sign_in(client)
    return user
