"""The register of all that this shop writes on a device or reads from it: a line a context."""

from __future__ import annotations

from typing import Final

from reprise.accounts.trackers import TRACKERS as ACCOUNTS
from reprise.checkout.trackers import TRACKERS as CHECKOUT
from reprise.consent.remembered import TRACKERS as CONSENT
from reprise.consent.trackers import Register

REGISTER: Final = Register(CHECKOUT, ACCOUNTS, CONSENT)
