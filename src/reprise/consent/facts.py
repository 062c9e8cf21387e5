"""What an operator writes of a purpose or a partner, read whole: nothing is left to be said later,
because visitors are told it before anything else happens (S36)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from reprise.consent.states import Aim, Role
from reprise.consent.trackers import Kind
from reprise.kernel.refusal import Refusal
from reprise.law.provision import LANGUAGES
from reprise.markets.area import COUNTRIES
from reprise.markets.operator import Safeguard

E = TypeVar("E", bound=Enum)
_KEY: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_INTEGRITY: Final = re.compile(r"sha(?:256|384|512)-[A-Za-z0-9+/]{40,90}={0,2}")
# Printable, and more than a star: a name that stands for every name tells nothing.
_TRACKER: Final = re.compile(r"[!-)+-~][!-~]{0,79}")
MOST_TRACKERS: Final = 60
LONGEST_LIFE: Final = 3_660


class Fault(Refusal):
    """The facts do not fit; ``what`` says which, in English, for the operator."""

    code = "facts_do_not_fit"
    message = "The file does not fit: %(what)s."
    status = 422


class _Facts:
    """A mapping that is read name by name, and has no other ``names``: a misspelt one is told
    before the one that it leaves out."""

    def __init__(self, facts: object, names: Collection[str], where: str = "") -> None:
        if not isinstance(facts, Mapping):
            raise Fault(what=f"{where or 'it'} must be names with values")
        self._facts = facts
        self._where = f"{where}." if where else ""
        for name in facts:
            if name not in names:
                near = get_close_matches(str(name), names, 1)
                perhaps = f"; did you mean {near[0]}?" if near else f" ({', '.join(names)})"
                raise self.fault(str(name), f"not known here{perhaps}")

    def _take(self, name: str) -> Any:
        return self._facts.get(name)

    def _needed(self, name: str) -> Any:
        value = self._take(name)
        if value is None:
            raise self.fault(name, "is missing")
        return value

    def __contains__(self, name: str) -> bool:
        return self._take(name) is not None

    def fault(self, name: str, why: str) -> Fault:
        return Fault(what=f"{self._where}{name}: {why}")

    def text(self, name: str, longest: int, *, needed: bool = True) -> str:
        value = self._needed(name) if needed else self._take(name)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip() or len(value) > longest:
            raise self.fault(name, f"a text of at most {longest} letters")
        if not value.isprintable():
            raise self.fault(name, "a text on one line")
        return value.strip()

    def shaped(self, name: str, shape: re.Pattern[str], like: str, *, needed: bool = True) -> str:
        value = self.text(name, 300, needed=needed)
        if value and not shape.fullmatch(value):
            raise self.fault(name, f"like {like}")
        return value

    def country(self, name: str) -> str:
        value = self.text(name, 60)
        if value not in COUNTRIES:
            raise self.fault(name, "a country's two letters (ISO 3166), such as FR")
        return value

    def code(self, name: str, codes: type[E]) -> E:
        value = self._needed(name)
        known = {each.value: each for each in codes}
        if not isinstance(value, str) or value not in known:
            raise self.fault(name, f"one of {', '.join(known)}")
        return known[value]

    def number(self, name: str, least: int, most: int, default: int | None) -> int | None:
        value = self._take(name)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.fault(name, f"a whole number from {least} to {most}")
        return value

    def flag(self, name: str) -> bool:
        value = self._needed(name)
        if not isinstance(value, bool):
            raise self.fault(name, "true or false")
        return value

    def day(self, name: str) -> date | None:
        value = self._take(name)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                raise self.fault(name, "a day like 2026-03-10") from None
        if value is not None and type(value) is not date:
            raise self.fault(name, "a day like 2026-03-10")
        return value

    def address(self, name: str) -> str:
        value = self.text(name, 300)
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or " " in value:
            raise self.fault(name, "an address like https://partner.example/privacy")
        return value

    def in_each_language(self, name: str, longest: int) -> dict[str, str]:
        facts = _Facts(self._needed(name), LANGUAGES, f"{self._where}{name}")
        return {language: facts.text(language, longest) for language in LANGUAGES}

    def several(self, name: str, most: int) -> list[Any]:
        value = self._needed(name)
        if not isinstance(value, list) or len(value) > most:
            raise self.fault(name, f"a list of at most {most}")
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class PurposeFacts:
    key: str
    kind: Aim
    version: int
    position: int
    names: dict[str, dict[str, str]]

    @classmethod
    def read(cls, given: object) -> PurposeFacts:
        """Raises Fault."""
        facts = _Facts(given, ("key", "kind", "version", "title", "text", "position"))
        titles = facts.in_each_language("title", 60)
        texts = facts.in_each_language("text", 200)
        return cls(
            key=facts.shaped("key", _KEY, "audience"),
            kind=facts.code("kind", Aim),
            version=facts.number("version", 1, 10_000, 1) or 1,
            position=facts.number("position", 0, 1_000, 0) or 0,
            names={each: {"title": titles[each], "text": texts[each]} for each in LANGUAGES},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFacts:
    key: str
    name: str
    address: str
    country: str
    role: str
    privacy_url: str
    script_url: str
    integrity: str
    trackers: list[dict[str, Any]]
    contract_ref: str
    contract_on: date | None
    transfer_basis: str
    audited_on: date | None
    audit_evidence: str
    next_audit_on: date | None
    purposes: tuple[str, ...]

    @property
    def columns(self) -> dict[str, Any]:
        """Everything that is a column of the partner's own row."""
        return {
            each.name: getattr(self, each.name) for each in fields(self) if each.name != "purposes"
        }

    @classmethod
    def read(cls, given: object) -> PartnerFacts:
        """Raises Fault."""
        facts = _Facts(given, [each.name for each in fields(cls)])
        purposes = facts.several("purposes", 20)
        found = cls(
            key=facts.shaped("key", _KEY, "acme-audience"),
            name=facts.text("name", 160),
            address=facts.text("address", 240),
            country=facts.country("country"),
            role=facts.code("role", Role).value,
            privacy_url=facts.address("privacy_url"),
            script_url=facts.address("script_url"),
            integrity=facts.shaped("integrity", _INTEGRITY, "sha384-...", needed=False),
            trackers=_trackers(facts.several("trackers", MOST_TRACKERS)),
            contract_ref=facts.text("contract_ref", 80, needed=False),
            contract_on=facts.day("contract_on"),
            transfer_basis=facts.code("transfer_basis", Safeguard).value
            if "transfer_basis" in facts
            else "",
            audited_on=facts.day("audited_on"),
            audit_evidence=facts.shaped("audit_evidence", _DIGEST, "a SHA-256", needed=False),
            next_audit_on=facts.day("next_audit_on"),
            purposes=tuple(dict.fromkeys(str(each) for each in purposes)),
        )
        if not found.purposes:
            raise Fault(what="purposes: at least one")
        if (found.audited_on is None) is not (found.next_audit_on is None):
            raise Fault(what="next_audit_on: an audit and the day of the next come together")
        if found.audited_on and found.next_audit_on and found.next_audit_on <= found.audited_on:
            raise Fault(what="next_audit_on: a day after the audit")
        return found


def _trackers(given: list[Any]) -> list[dict[str, Any]]:
    """What a partner keeps and reads.  A partner that does neither needs no consent, so there is at
    least one."""
    found = []
    for place, each in enumerate(given):
        facts = _Facts(each, ("name", "kind", "days", "ours", "aim"), f"trackers.{place}")
        found.append(
            {
                "name": facts.shaped("name", _TRACKER, "_visits (* for any end)"),
                "kind": facts.code("kind", Kind).value,
                "days": facts.number("days", 1, LONGEST_LIFE, None),
                "ours": facts.flag("ours"),
                "aim": facts.in_each_language("aim", 200),
            }
        )
    if not found:
        raise Fault(what="trackers: at least one")
    return found
