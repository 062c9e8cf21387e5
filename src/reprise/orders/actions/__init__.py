"""The business verbs of orders."""

from reprise.orders.actions.answer import answer, lapse
from reprise.orders.actions.base import lock
from reprise.orders.actions.collect import cancel, finish
from reprise.orders.actions.correct import can_readdress, correct, readdress
from reprise.orders.actions.expire import expire
from reprise.orders.actions.forget import (
    Claimed,
    Whereabouts,
    forget_whereabouts,
    lock_whereabouts,
)
from reprise.orders.actions.fulfil import call_off, come_back, deliver, ship
from reprise.orders.actions.link import ask_link, ask_link_by, end_links
from reprise.orders.actions.parting import end_contract
from reprise.orders.actions.pay import take_in
from reprise.orders.actions.place import place
from reprise.orders.actions.refund import ask_refund_again
from reprise.orders.actions.renumber import renumber, take_number
from reprise.orders.actions.restate import forget_number, forget_said, old_of, restate
from reprise.orders.actions.vouch import vouch

__all__ = [
    "Claimed",
    "Whereabouts",
    "answer",
    "ask_link",
    "ask_link_by",
    "ask_refund_again",
    "call_off",
    "can_readdress",
    "cancel",
    "come_back",
    "correct",
    "deliver",
    "end_contract",
    "end_links",
    "expire",
    "finish",
    "forget_number",
    "forget_said",
    "forget_whereabouts",
    "lapse",
    "lock",
    "lock_whereabouts",
    "old_of",
    "place",
    "readdress",
    "renumber",
    "restate",
    "ship",
    "take_in",
    "take_number",
    "vouch",
]
