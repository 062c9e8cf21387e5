"""A person's answer as files: JSON for machines, a page to read; streamed, kept nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reprise.law.provision import Basis, Sentence
from reprise.privacy.access import Answer, Held, Kept
from reprise.privacy.fields import explained

FORM: Final = "reprise-personal-data-1"


def document(answer: Answer, language: str, made_at: datetime) -> dict[str, Any]:
    """The answer as values of JSON, its explanations in ``language`` (en, fr, nl, de)."""
    return {
        "format": FORM,
        "made_at": made_at.isoformat(timespec="seconds"),
        "holdings": [_holding(each, language) for each in answer.held],
        "orders": [_order(each, language) for each in answer.kept],
        "archive": answer.opened,
    }


def text(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def said(sentence: Sentence, language: str) -> str:
    words: str = getattr(sentence, language)
    return words


def _holding(held: Held, language: str) -> dict[str, Any]:
    holding = held.holding
    return {
        "holding": holding.key,
        "what": said(holding.what, language),
        "what_for": said(holding.why, language),
        "until": said(holding.until, language),
        "ground": cited(holding.ground, language),
        "kept_by": [cited(basis, language) for basis in holding.kept],
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
        "by": [cited(basis, language) for basis in until.basis],
    }


def cited(basis: Basis, language: str) -> str:
    return f"{said(basis.instrument, language)} {basis.article}".strip()


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
