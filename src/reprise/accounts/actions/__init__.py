"""The business verbs of accounts."""

from reprise.accounts.actions.base import AccountGone, locked
from reprise.accounts.actions.changes import (
    StaffAccount,
    change_details,
    change_password,
    delete_account,
    forget_stale,
    leave_uncounted,
)
from reprise.accounts.actions.letters import ask, confirm_address, finish_reset, finish_sign_up
from reprise.accounts.actions.passkeys import add_passkey, remove_passkey
from reprise.accounts.actions.sessions import end_other_sessions, end_session
from reprise.accounts.actions.sign_in import check_passkey, check_password
from reprise.accounts.actions.staff import dismiss_staff, make_staff

__all__ = [
    "AccountGone",
    "StaffAccount",
    "add_passkey",
    "ask",
    "change_details",
    "change_password",
    "check_passkey",
    "check_password",
    "confirm_address",
    "delete_account",
    "dismiss_staff",
    "end_other_sessions",
    "end_session",
    "finish_reset",
    "finish_sign_up",
    "forget_stale",
    "leave_uncounted",
    "locked",
    "make_staff",
    "remove_passkey",
]
