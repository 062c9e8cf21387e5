"""`reprise staff`: who may enter the staff room."""

from __future__ import annotations

from django.conf import settings

from reprise.accounts import actions
from reprise.accounts.actions.staff import NoSuchAccount
from reprise.cli.errors import Problem
from reprise.markets.queries import LOCALES


def add(email: str, supervisor: bool = False) -> None:
    """Let an account in.  Raises Problem and Refusal with what to do first."""
    try:
        user = actions.make_staff(email, supervisor=supervisor)
    except NoSuchAccount as refusal:
        locale = next(each for each in LOCALES if each.startswith("en-"))
        raise Problem(
            f"{refusal.message % refusal.facts} Open one at"
            f" {settings.PUBLIC_URL}/{locale}/account/sign-up/, then run this command again."
        ) from None
    print(f"{user.email} may enter the staff room at {settings.PUBLIC_URL}/staff/.")
    if user.is_superuser:
        print(f"As a supervisor, also {settings.PUBLIC_URL}/staff/accesses/.")


def remove(email: str) -> None:
    """Let an account in no more.  Raises a Refusal."""
    user = actions.dismiss_staff(email)
    print(f"{user.email} may not enter the staff room any more.")
