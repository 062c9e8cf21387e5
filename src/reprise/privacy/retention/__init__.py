"""What leaves because its time is over: one holding a file, and the night that runs them all."""

from reprise.privacy.retention.archived import ARCHIVE
from reprise.privacy.retention.base import Due, Run
from reprise.privacy.retention.bought import CONTACTS
from reprise.privacy.retention.lifted import LIFTED
from reprise.privacy.retention.unused import ACCOUNTS

RUNS: tuple[Run, ...] = (CONTACTS, ARCHIVE, ACCOUNTS, LIFTED)

__all__ = ["RUNS", "Due", "Run"]
