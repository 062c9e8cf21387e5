"""The business verbs of payments."""

from reprise.payments.actions.again import ask_refund_again, sent_back
from reprise.payments.actions.ask import ask_capture, ask_refund, ask_release, create
from reprise.payments.actions.expire import expire
from reprise.payments.actions.learn import apply_snapshot, receive, refresh
from reprise.payments.actions.perform import perform, start
from reprise.payments.actions.record import give_back

__all__ = [
    "apply_snapshot",
    "ask_capture",
    "ask_refund",
    "ask_refund_again",
    "ask_release",
    "create",
    "expire",
    "give_back",
    "perform",
    "receive",
    "refresh",
    "sent_back",
    "start",
]
