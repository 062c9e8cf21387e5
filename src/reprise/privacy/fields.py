"""What the columns of a person's copy are: the word for each, and how its value is to be read.

A column that the register says is about a person, and that a copy may name, has both; the tests
compare the kinds with PostgreSQL's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

from reprise.law.provision import Sentence
from reprise.privacy import field_words as say
from reprise.privacy.decided import Personal, Shown
from reprise.privacy.register import REGISTER


class Kind(Enum):
    """How a value is read."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"  # whole cents of its row's currency
    TIME = "time"  # ISO 8601, in universal time
    DAY = "day"  # ISO 8601
    FLAG = "flag"
    CODE = "code"  # one of a few words of ours
    COUNTRY = "country"  # ISO 3166, two letters
    LANGUAGE = "language"  # ISO 639, two letters
    MARKET = "market"  # a country of the shop
    OURS = "ours"  # a number or checksum by which our rows know each other
    PARTS = "parts"  # an object with names of its own


_KINDS: Final = {
    Kind.NUMBER: "attempt attempts count days_max days_min format found links_ended position round"
    " seq sign_count signed_out tries version warranty_months",
    Kind.MONEY: "amount captured commission fee insurance items levy premium price refund_asked"
    " refunded shipping total",
    Kind.TIME: "accept_by adopted_at answered_at archived_at asked_at at authorised_at began_at"
    " booked_at capture_by closed_at confirmed_at created_at decided_at effective_at entered_at"
    " expires_at given_up_at holds_until last_login lifted_at lifting_at occurred_at pay_by"
    " placed_at proposed_at received_at scheduled_at sent_at ship_by since state_at stopped_at"
    " try_after uncounted_since used_at"
    " verified_at vouched_at written_at checkout_hold.until",
    Kind.DAY: "answer_by booked_on certified_on day ended_on promised_by received_on review_on"
    " seen_on told_extension_on until untold_until",
    Kind.FLAG: "active claimed is_active is_operator is_staff is_superuser open proven replayed",
    Kind.CODE: "actor_kind answer audience by carrier code concern confirmed_how device"
    " extension_reason from_state grade holding kind late_why lifting_why locale method outcome"
    " page provider purpose reason role shown_by state subject template to_state untold_why"
    " vat_scheme verb privacy_act.basis privacy_archived.basis",
    Kind.COUNTRY: "country dispatch_country",
    Kind.LANGUAGE: "language",
    Kind.MARKET: "market",
    Kind.OURS: "actor_id asked_by buyer_id client closed_by confirmed_by credential credential_id"
    " decided_by entered_by event_id extended_by facts_hash group_id hash id instruction_id key"
    " killed_by lifted_by lifting_by line_id moved offer_id order_id owner payment_id permission_id"
    " person persons proof proposed_by"
    " number_salt number_digest identity_salt identity_digest contact_salt contact_digest"
    " hold_id"
    " previous product_id provider_ref repeats_id request_digest request_id salt sealed seller_id"
    " seller_order_id shipment_id staff_id stopped_by subject_id trader_id transfer_id user_id"
    " variant_id viewer_id"
    " ledger_transfer.reference payments_notice.reference payments_part.reference"
    " payments_payment.reference privacy_act.subject privacy_duty.subject"
    " shipping_shipment.reference privacy_archived.account"
    " privacy_hold.account badge",
    Kind.PARTS: "args cover parts payload promise",
    Kind.TEXT: "orders_deliverypoint.code",
}  # fmt: skip
_KIND_OF: Final = {name: kind for kind, names in _KINDS.items() for name in names.split()}
# What no row leads to from a person, and what an outside party has: no copy names it.
NOT_HERE: Final = frozenset({"audience", "basket", "consents", "partners", "at_the_sandbox"})


def kind_of(table: str, column: str) -> Kind:
    """A name that is of no other kind is a text."""
    return _KIND_OF.get(f"{table}.{column}") or _KIND_OF.get(column, Kind.TEXT)


def word_of(table: str, column: str) -> Sentence:
    """Raises KeyError for a column without a word."""
    return say.COLUMNS.get(f"{table}.{column}") or say.COLUMNS[column]


def named() -> Iterator[tuple[str, str, Personal]]:
    """Table, column and decision of all that a copy may name."""
    for table, columns in REGISTER.items():
        for column, decided in columns.items():
            if isinstance(decided, Personal) and decided.holding.key not in NOT_HERE:
                yield table.removeprefix("public."), column, decided


def explained(rows: dict[str, Any], language: str) -> dict[str, Any]:
    """What the tables and columns of a copy's records are, for whoever reads its JSON."""
    return {
        table: {
            "is": getattr(say.TABLES[table], language),
            "columns": {
                column: {
                    "is": getattr(word_of(table, column), language),
                    "kind": kind_of(table, column).value,
                }
                for column in found[0]
            },
        }
        for table, found in rows.items()
    }


_READ: Final = {
    Kind.TEXT: "a text",
    Kind.NUMBER: "a number",
    Kind.MONEY: "whole cents (49950 is 499.50) of the `currency` of its row or of its payment",
    Kind.TIME: "a time in universal time (UTC), ISO 8601",
    Kind.DAY: "a day, ISO 8601",
    Kind.FLAG: "true or false",
    Kind.CODE: "one of a few words of ours",
    Kind.COUNTRY: "a country in two letters, ISO 3166",
    Kind.LANGUAGE: "a language in two letters, ISO 639",
    Kind.MARKET: "a country of the shop",
    Kind.OURS: "a number or checksum by which our rows know each other",
    Kind.PARTS: "an object with names of its own",
}


def markdown() -> str:
    """The form of a copy's JSON as the reference holds it."""
    lines = [
        "# The copy of a person's data",
        "",
        "Written by `reprise fields` from `src/reprise/privacy/fields.py` and `field_words.py`."
        " “Download everything” under “Your data” is a ZIP with a page to read and"
        " `reprise-data.json`. Names of columns stay; a new one may come.",
        "",
        "| member | what it is |",
        "|---|---|",
        "| `format` | `reprise-personal-data-3` (2 had no `controller.representative`; 1 no"
        " `controller`, `recipients`, `source`, `rights`, `complaint` and `automated_decisions`) |",
        "| `made_at` | when it was made, ISO 8601 |",
        "| `controller` | who answers for it: `name`, `address`, `questions_to`,"
        " `data_protection_officer`, `representative` (who stands for it in the European Economic"
        " Area, or null); null where no operator is named |",
        "| `holdings[]` | `holding` (its code), `what`, `what_for`, `until`, `ground` (phase by"
        " phase, where it is not the same in all of them), `kept_by` in the person's language;"
        " `records` by table; `held_but_not_shown`: columns whose values would open something, or"
        " stand in another holding; `explained`: what each table and column is, and its kind |",
        "| `orders[]` | `order`, `needed_until`, `in_archive_until`, `as_proof_until` (days or"
        " null), `not_settled`, `because`, `by` |",
        "| `archive` | what was opened for it, by the order's number: `contact`, `points`,"
        " `destinations` |",
        "| `recipients.orders[]` | `order`, and `received[]`, who was given something of it: `who`"
        " (seller, carrier, provider, insurer), `is`, `given`, `until` in the person's language,"
        " `since`; `name`, `legal_name`, `address`, `country`, `code`, each null where there is"
        " none or it is not held any more |",
        "| `recipients.always[]` | who works for the marketplace and who hosts it: `is`, `given`,"
        " `until`, `name` |",
        "| `recipients.partners[]` | who is loaded for somebody who has accepted it, which only"
        " the browser knows: the same with `address`, `country`, `loaded_from`,"
        " `leaves_europe_by` |",
        "| `recipients.outside_europe[]` | `name`, `country`, `service`, `safeguard` |",
        "| `source`, `rights`, `automated_decisions` | a text each (GDPR, art. 15(1)(e), (g),"
        " (h)) |",
        "| `complaint` | `how`, and `authorities` whose names are known |",
        "",
        "| kind | how a value is read |",
        "|---|---|",
        *(f"| {kind.value} | {text} |" for kind, text in _READ.items()),
        "",
        "| table | column | what it is | kind |",
        "|---|---|---|---|",
        *(
            f"| `{table}` | `{column}` | {word_of(table, column).en} |"
            f" {kind_of(table, column).value} |"
            for table, column, decided in named()
            if decided.shown is Shown.VALUE
        ),
        "",
        "“Take it along” is `reprise-data-given.json` alone, what the person gave (art. 20):"
        " `format` (`reprise-given-data-1`), `made_at`, `account` (email, name, language, passkeys)"
        " and `orders[]` (order, placed_at, language, `to` with the fields of `orders_contact`,"
        " `delivery[]` with method, carrier and point, `devices[]` with device, grade, insured).",
    ]
    return "\n".join(lines)
