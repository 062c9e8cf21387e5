"""What leaves because its time is over: one holding a file, and the night that runs them all."""

from reprise.privacy.retention.archived import ARCHIVE
from reprise.privacy.retention.base import Due, Run
from reprise.privacy.retention.bought import CONTACTS
from reprise.privacy.retention.lifted import LIFTED
from reprise.privacy.retention.sold import SALES
from reprise.privacy.retention.traders import MEMBERS, PAYMENT_ACCOUNTS, TRADERS, kept_to_pay
from reprise.privacy.retention.unused import ACCOUNTS

# Whoever is named leaves before what only they have led to.
RUNS: tuple[Run, ...] = (
    CONTACTS, ARCHIVE, ACCOUNTS, SALES, TRADERS, PAYMENT_ACCOUNTS, MEMBERS, LIFTED,
)  # fmt: skip

__all__ = ["RUNS", "Due", "Run", "kept_to_pay"]
