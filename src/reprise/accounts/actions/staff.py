"""Who works for the marketplace.  Only somebody at the operator's own keyboard says so."""

from __future__ import annotations

from django.db import transaction

from reprise.accounts.models import User
from reprise.kernel.refusal import Refusal


class NoSuchAccount(Refusal):
    code = "no_such_account"
    message = "There is no account with the address %(email)s."
    status = 404


class AddressNotProven(Refusal):
    code = "address_not_proven"
    message = (
        "Nobody has proven to read the mail of %(email)s. Ask for a new password with “Forgotten "
        "password”: the link in the letter proves it."
    )


@transaction.atomic
def make_staff(email: str, *, supervisor: bool = False) -> User:
    """The account of an address works for the marketplace from now on; as a ``supervisor``, who
    sees what the others look at.

    Again, it changes nothing.  Raises NoSuchAccount, AddressNotProven.
    """
    user = _account(email)
    if user.verified_at is None:
        raise AddressNotProven(email=user.email)
    user.is_staff = True
    user.is_superuser = user.is_superuser or supervisor
    user.save(update_fields=["is_staff", "is_superuser"])
    return user


@transaction.atomic
def dismiss_staff(email: str) -> User:
    """The account of an address works for the marketplace no longer, from its next request on.

    Again, it changes nothing.  Raises NoSuchAccount.
    """
    user = _account(email)
    user.is_staff = user.is_superuser = False
    user.save(update_fields=["is_staff", "is_superuser"])
    return user


def _account(email: str) -> User:
    user = User.objects.with_email(email).filter(is_active=True).select_for_update().first()
    if user is None:
        raise NoSuchAccount(email=email.strip())
    return user
