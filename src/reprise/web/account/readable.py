"""A person's copy as people read it: words for columns and codes, days, times and money written
out in their language.  The JSON beside it has the same in the form of machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop

from reprise.kernel.money import Money
from reprise.law.provision import Sentence
from reprise.markets import formats
from reprise.markets.phrases import gettext
from reprise.markets.queries import LOCALES, MARKETS
from reprise.privacy import field_words, fields
from reprise.privacy.actions.objecting import FROM_NOW_ON
from reprise.privacy.copy import said
from reprise.privacy.fields import Kind
from reprise.privacy.recipients import Who
from reprise.privacy.register import REGISTER
from reprise.web import stages
from reprise.web import words as say
from reprise.web.place import Place
from reprise.web.staff import words as staff

Row = Mapping[str, Any]
Words = Mapping[str, str]

LETTERS: Final = {
    "sign_up": gettext_noop("To open an account"),
    "reset": gettext_noop("A new password"),
    "email": gettext_noop("Another address"),
    "rights": gettext_noop("Your data"),
}
SUBJECTS: Final = {
    "order": gettext_noop("Order"),
    "seller": gettext_noop("Seller"),
    "asker": gettext_noop("Who made a request"),
    "breach": gettext_noop("Breach"),
    "hold": gettext_noop("Reason to leave data as it is"),
    "person": gettext_noop("E-mail address that was looked for"),
    "house": gettext_noop("The marketplace itself"),
}
CONCERNS: Final = {
    "line": gettext_noop("Device"),
    "refund": gettext_noop("Refund"),
    "parcel": gettext_noop("Parcel"),
    "log": gettext_noop("Log"),
}
DEVICES: Final = {
    "iphone": gettext_noop("iPhone"),
    "ipad": gettext_noop("iPad"),
    "android": gettext_noop("Android device"),
    "windows": gettext_noop("Windows computer"),
    "mac": gettext_noop("Mac"),
    "linux": gettext_noop("Linux computer"),
}
NUMBERS: Final = {"imei": gettext_noop("IMEI"), "serial": gettext_noop("Serial number")}
STATES: Final = {
    "received": gettext_noop("received"),
    "working": gettext_noop("partly carried out"),
    "answered": gettext_noop("answered"),
    "refused": gettext_noop("refused"),
}
ROLES: Final = {
    "manager": gettext_noop("Everything, also where the money goes"),
    "clerk": gettext_noop("Offers and orders"),
}
SCANNED: Final = {**staff.OUTCOMES, "applied": gettext_noop("counted")}
PAID: Final = {
    **staff.PAYMENTS,
    "refunded": gettext_noop("Sent back"),
    "done": gettext_noop("Done"),
}
_GRADES: Final = {code: condition.name for code, condition in say.CONDITIONS.items()}
# Codes by their column; a name without a table is any other table's.
CODES: Final[dict[str, Words]] = {
    "accounts_letter.purpose": LETTERS,
    "accounts_session.device": DEVICES,
    "actor_kind": staff.ACTORS,
    "audience": staff.ACTORS,
    "audit_look.page": staff.LOOKS,
    "audit_look.subject": SUBJECTS,
    "carrier": say.CARRIERS,
    "notifications_message.template": stages.LETTERS,
    "orders_line.grade": _GRADES,
    "orders_line.state": stages.LINES,
    "orders_line.vat_scheme": say.VAT,
    "orders_linedevice.kind": NUMBERS,
    "orders_sellerorder.kind": say.DELIVERY,
    "orders_sellerorder.method": say.DELIVERY,
    "orders_step.concern": CONCERNS,
    "orders_step.from_state": {**stages.PARCELS, **staff.ANSWERS, **stages.LINES},
    "orders_step.reason": stages.REASONS,
    "orders_step.to_state": {
        **stages.PARCELS, **staff.ANSWERS, **stages.LINES, "restated": stages.STEPS["restate"],
    },
    "orders_step.verb": stages.STEPS,
    "payments_instruction.answer": PAID,
    "payments_instruction.state": staff.ANSWERS,
    "payments_instruction.verb": staff.INSTRUCTIONS,
    "payments_payment.method": say.METHODS,
    "payments_payment.state": staff.PAYMENTS,
    "privacy_act.basis": staff.GROUNDS,
    "privacy_act.holding": staff.HOLDINGS,
    "privacy_act.reason": {
        **staff.GROUNDS, **staff.FIELDS, **staff.LIFTS, **staff.WHYS, **staff.UNTOLD,
        FROM_NOW_ON: gettext_noop("also what is ordered later"),
    },
    "privacy_act.verb": staff.ACTS,
    "privacy_archived.basis": staff.GROUNDS,
    "privacy_entry.late_why": staff.LATES,
    "privacy_hold.kind": staff.GROUNDS,
    "privacy_hold.lifting_why": staff.LIFTS,
    "privacy_proposal.shown_by": staff.SHOWN,
    "privacy_proposal.state": staff.PROPOSALS,
    "privacy_request.extension_reason": say.EXTENSIONS,
    "privacy_request.kind": say.REQUESTS,
    "privacy_request.outcome": say.REQUEST_OUTCOMES,
    "privacy_request.state": STATES,
    "privacy_requester.kind": say.REQUESTS,
    "provider": say.PROVIDERS,
    "sellers_member.role": ROLES,
    "shipping_scan.kind": stages.SCANS,
    "shipping_scan.outcome": SCANNED,
    "shipping_shipment.state": stages.PARCELS,
}  # fmt: skip


def name_of(who: Who, code: str) -> str:
    """A carrier's or a payment provider's name."""
    return say.carrier(code) if who is Who.CARRIER else say.provider(code)


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Record:
    """``ours`` are the numbers by which our tables know it: nothing to read, but held."""

    title: str
    entries: tuple[Entry, ...]
    ours: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Writes values for somebody in a place.  ``currencies`` are those of the payments that are
    in the copy, by their numbers: what belongs to one does not repeat it."""

    at: Place
    currencies: Mapping[str, str]

    @classmethod
    def of(cls, told: Mapping[str, Any], at: Place) -> Reader:
        paid = [
            row
            for holding in told["holdings"]
            for row in holding["records"].get("payments_payment", ())
        ]
        return cls(at, {row["id"]: row["currency"] for row in paid})

    def records(self, holding: Mapping[str, Any]) -> list[Record]:
        """All of a holding, in the order of the file."""
        return [
            self.record(table, row) for table, rows in holding["records"].items() for row in rows
        ]

    def record(self, table: str, row: Row) -> Record:
        """What a row says, in the register's order; what is empty says nothing."""
        entries: dict[bool, list[Entry]] = {False: [], True: []}
        order = list(REGISTER[f"public.{table}"])
        for column, value in sorted(
            row.items(), key=lambda each: order.index(each[0]) if each[0] in order else len(order)
        ):
            kind = fields.kind_of(table, column)
            text = self._written(table, column, kind, value, row)
            if text:
                word = self._said(fields.word_of(table, column))
                entries[kind is Kind.OURS].append(Entry(word, text))
        title = self._said(field_words.TABLES[table])
        return Record(title, tuple(entries[False]), tuple(entries[True]))

    def not_shown(self, columns: Iterable[str]) -> list[str]:
        """``accounts_user.password`` is ``Konto: Passwort`` in German; each once."""
        found: dict[str, list[str]] = {}
        for each in columns:
            table, _, column = each.partition(".")
            words = found.setdefault(self._said(field_words.TABLES[table]), [])
            word = self._said(fields.word_of(table, column))
            if word not in words:
                words.append(word)
        return [self._after(table, ", ".join(words)) for table, words in found.items()]

    def day_of(self, value: str) -> str:
        """The day of a time of the file, where the person is."""
        moment = datetime.fromisoformat(value).astimezone(ZoneInfo(self.at.market.time_zone))
        return formats.day(moment.date(), self.at.language, self.at.market)

    def day(self, value: str) -> str:
        """A day of the file."""
        return formats.day(date.fromisoformat(value), self.at.language, self.at.market)

    def _written(self, table: str, column: str, kind: Kind, value: Any, row: Row) -> str:
        if value is None or value == "":
            return ""
        match kind:
            case Kind.DAY:
                return self.day(value)
            case Kind.TIME:
                moment = datetime.fromisoformat(value)
                return formats.instant(moment, self.at.language, self.at.market)
            case Kind.MONEY:
                return self._money(value, row)
            case Kind.FLAG:
                return self._flag(value)
            case Kind.COUNTRY:
                return say.country(value, self.at.language)
            case Kind.LANGUAGE:
                return say.languages((value,), self.at.language)
            case Kind.MARKET:
                return say.country(MARKETS[value].country, self.at.language)
            case Kind.CODE:
                return self._code(table, column, value)
            case Kind.PARTS:
                return self._parts(value, row)
        return str(value)

    def _money(self, minor: int, row: Row) -> str:
        currency = row.get("currency") or self.currencies.get(row.get("payment_id", ""))
        amount = Money(minor, currency or self.at.market.currency)
        return formats.money(amount, self.at.language, self.at.market)

    def _flag(self, value: bool) -> str:
        return gettext("yes") if value else gettext("no")

    def _code(self, table: str, column: str, code: str) -> str:
        if column == "locale":
            language, market = LOCALES[code]
            country = say.country(market.country, self.at.language)
            return f"{country}, {say.languages((language,), self.at.language)}"
        return say.said(CODES.get(f"{table}.{column}") or CODES.get(column, {}), code)

    def _parts(self, value: Mapping[str, Any], row: Row) -> str:
        """Names of its own with their values; sums by our numbers are sums alone."""
        written = []
        for name, part in value.items():
            if part in (None, "", []):
                continue
            known = field_words.INSIDE.get(name) or field_words.COLUMNS.get(name)
            if known is None:
                written.append(self._money(part, row) if isinstance(part, int) else str(part))
            else:
                written.append(self._after(self._said(known), self._part(name, part, row)))
        return "; ".join(written)

    def _part(self, name: str, part: Any, row: Row) -> str:
        match name, part:
            case "accessories", list():
                return ", ".join(say.accessory(each) for each in part)
            case "perils", list():
                return say.perils(part)
            case "excess", int():
                return self._money(part, row)
            case _, bool():
                return self._flag(part)
        return str(part)

    def _after(self, word: str, text: str) -> str:
        colon = "\N{NARROW NO-BREAK SPACE}: " if self.at.language == "fr" else ": "
        return f"{word}{colon}{text}"

    def _said(self, sentence: Sentence) -> str:
        return said(sentence, self.at.language)
