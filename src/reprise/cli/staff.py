"""`reprise staff`: who may enter the staff room."""

from __future__ import annotations

from django.conf import settings

from reprise.accounts import actions
from reprise.accounts.actions.staff import NoSuchAccount
from reprise.accounts.queries import addresses
from reprise.audit.actions import badge_of
from reprise.audit.queries import roster
from reprise.cli.errors import Problem
from reprise.kernel import clock
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
    badge = badge_of(user.id, clock.now())
    print(f"{user.email} may enter the staff room at {settings.PUBLIC_URL}/staff/.")
    print(f"What they do there bears the badge {badge}: write down outside of here whose it is.")
    if user.is_superuser:
        print(f"As a supervisor, also {settings.PUBLIC_URL}/staff/accesses/.")


def remove(email: str) -> None:
    """Let an account in no more.  Raises a Refusal."""
    user = actions.dismiss_staff(email)
    print(f"{user.email} may not enter the staff room any more.")


def show() -> None:
    """Everybody who ever had a badge, by the address of their account while there is one."""
    badges = roster()
    known = addresses({each.staff_id for each in badges})
    for each in badges:
        whose = known.get(each.staff_id, "an account that is not there any more")
        print(f"{each} since {each.since:%Y-%m-%d}  {whose}")
    if not badges:
        print("Nobody has a badge yet.")
