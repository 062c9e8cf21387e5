"""A person's answer as files: JSON for machines, a page to read; streamed, kept nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings

from reprise.law import speech
from reprise.law.provision import Sentence
from reprise.markets.operator import Representative
from reprise.markets.queries import MARKETS
from reprise.orders.models import Order
from reprise.privacy import handed_words as handed
from reprise.privacy.access import Answer, Held, Kept
from reprise.privacy.fields import explained
from reprise.privacy.grounds import Ground
from reprise.privacy.handed_on import Handed, handed_on, partners
from reprise.privacy.holdings import Holding
from reprise.privacy.recipients import Who, sight_of
from reprise.privacy.supervisors import supervisor_of

FORM: Final = "reprise-personal-data-3"
# A carrier's or a payment provider's name, by its code.
NameOf = Callable[[Who, str], str]


def document(
    answer: Answer, language: str, made_at: datetime, name_of: NameOf = lambda who, code: code
) -> dict[str, Any]:
    """The answer as values of JSON, its explanations in ``language`` (en, fr, nl, de): all that
    art. 15(1) and (2) ask for, each in a member of its own."""
    countries = {MARKETS[each.order.market].country for each in answer.kept}
    return {
        "format": FORM,
        "made_at": made_at.isoformat(timespec="seconds"),
        "controller": _controller(),
        "holdings": [_holding(each, countries, language) for each in answer.held],
        "orders": [_order(each, language) for each in answer.kept],
        "archive": answer.opened,
        "recipients": recipients([each.order for each in answer.kept], language, name_of),
        "source": said(handed.SOURCE, language),
        "rights": said(handed.RIGHTS, language),
        "complaint": {
            "how": said(handed.COMPLAINT, language),
            "authorities": list(_authorities(countries, language)),
        },
        "automated_decisions": said(handed.AUTOMATED, language),
    }


def recipients(orders: Sequence[Order], language: str, name_of: NameOf) -> dict[str, Any]:
    """Who received it: order by order, always, a partner that was agreed to, outside Europe."""
    operator = settings.OPERATOR
    given = handed_on([each.id for each in orders])
    return {
        "orders": [
            {
                "order": each.reference,
                "received": [_handed(one, language, name_of) for one in given[each.id]],
            }
            for each in orders
        ],
        "always": [
            {**_sight(sight_of(Who.STAFF).said, language), "name": None},
            *(
                [{**_sight(handed.HOST, language), "name": ", ".join(operator.host)}]
                if operator and operator.host
                else []
            ),
        ],
        "partners": [
            {
                **_sight(handed.PARTNER, language),
                "name": each.name,
                "address": each.address,
                "country": each.country,
                "loaded_from": each.origin,
                "leaves_europe_by": each.transfer_basis or None,
            }
            for each in partners()
        ],
        "outside_europe": [
            {
                "name": each.name,
                "country": each.country,
                "service": each.service.value,
                "safeguard": each.safeguard.value,
            }
            for each in (operator.transfers if operator else ())
        ],
    }


def _handed(one: Handed, language: str, name_of: NameOf) -> dict[str, Any]:
    outside = one.who in {Who.CARRIER, Who.PROVIDER}
    return {
        "who": one.who.value,
        **_sight(sight_of(one.who).said, language),
        "name": (name_of(one.who, one.code) if outside else one.name) or None,
        "legal_name": one.legal_name or None,
        "address": one.address or None,
        "country": one.country or None,
        "code": one.code or None,
        "since": one.since.isoformat(timespec="seconds"),
    }


def _sight(words: tuple[Sentence, Sentence, Sentence], language: str) -> dict[str, str]:
    is_, given, until = (said(each, language) for each in words)
    return {"is": is_, "given": given, "until": until}


def _controller() -> dict[str, Any] | None:
    operator = settings.OPERATOR
    if operator is None:
        return None
    return {
        "name": operator.name,
        "address": ", ".join(operator.address),
        "questions_to": operator.privacy,
        "data_protection_officer": operator.officer or None,
        "representative": _representative(operator.representative),
    }


def _representative(stands: Representative | None) -> dict[str, str] | None:
    if stands is None:
        return None
    return {
        "name": stands.name,
        "address": ", ".join(stands.address),
        "country": stands.country,
        "questions_to": stands.email,
    }


def _authorities(countries: Collection[str], language: str) -> Iterator[str]:
    """Those whose names are known: of the countries of the orders, and the operator's own."""
    for country in sorted(countries):
        found = supervisor_of(country)
        if found:
            yield said(found, language)
    if settings.OPERATOR and settings.OPERATOR.supervisor:
        leads = settings.OPERATOR.supervisor
        yield f"{leads.name} ({leads.link})"


def text(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def said(sentence: Sentence, language: str) -> str:
    words: str = getattr(sentence, language)
    return words


def _holding(held: Held, countries: Collection[str], language: str) -> dict[str, Any]:
    holding = held.holding
    return {
        "holding": holding.key,
        "what": said(holding.what, language),
        "what_for": said(holding.why, language),
        "until": said(holding.until, language),
        "ground": grounded(holding, countries, language),
        "kept_by": [speech.cited(basis, language) for basis in holding.kept],
        "records": held.rows,
        "explained": explained(held.rows, language),
        "held_but_not_shown": list(held.said),
    }


def _order(kept: Kept, language: str) -> dict[str, Any]:
    until = kept.until
    return {
        "order": kept.order.reference,
        "needed_until": until.active.isoformat() if until.active else None,
        "in_archive_until": kept.stored.isoformat() if kept.stored else None,
        "as_proof_until": until.archived.isoformat() if until.archived else None,
        "not_settled": sorted(cause.value for cause in until.busy),
        "because": [said(sentence, language) for sentence in until.because],
        "by": [speech.begun(speech.cited(basis, language)) for basis in until.basis],
    }


def grounded(holding: Holding, countries: Collection[str], language: str) -> str:
    """On what it is held, phase by phase; the first of them names the instrument of all."""
    found = holding.grounds(countries)
    text = "; ".join(
        _after(
            said(each.when, language) if each.when else "",
            _ground(each, language, whole=each is found[0]),
            language,
        )
        for each in found
    )
    return speech.begun(text)


def _ground(ground: Ground, language: str, *, whole: bool) -> str:
    own = speech.cited if whole else speech.article_of
    laws = [own(ground.basis, language)]
    if ground.by:
        laws.append(speech.cited(ground.by, language))
    return ", ".join(laws)


def _after(when: str, text: str, language: str) -> str:
    colon = "\N{NARROW NO-BREAK SPACE}: " if language == "fr" else ": "
    return f"{when}{colon}{text}" if when else text


def zipped(files: Iterable[tuple[str, str]], at: datetime) -> Iterator[bytes]:
    """A ZIP of texts by name, piece by piece; the same files at the same time are the same ZIP."""
    made, sent = BytesIO(), 0
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = ZipInfo(name, at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content.encode())
            yield made.getvalue()[sent:]
            sent = made.tell()
    yield made.getvalue()[sent:]
