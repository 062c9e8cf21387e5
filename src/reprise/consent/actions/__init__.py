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

__all__ = [
    "activate_partner", "add_partner", "answer", "ask_for", "forget", "kill_partner",
    "record_audit", "save_purpose", "void_notice",
]  # fmt: skip
