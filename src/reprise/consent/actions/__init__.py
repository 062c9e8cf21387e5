"""Every verb of consent (decision 0035)."""

from reprise.consent.actions.answering import answer
from reprise.consent.actions.configuring import (
    activate_partner,
    add_partner,
    ask_for,
    kill_partner,
    record_audit,
    save_purpose,
    void_notice,
)
from reprise.consent.actions.forgetting import forget
from reprise.consent.actions.purging import erase_unlawful, hold_consent, search_unlawful

__all__ = [
    "activate_partner", "add_partner", "answer", "ask_for", "erase_unlawful", "forget",
    "hold_consent", "kill_partner", "record_audit", "save_purpose", "search_unlawful",
    "void_notice",
]  # fmt: skip
