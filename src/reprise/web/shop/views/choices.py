"""Whether others may use the device: the answer, and changing it (S35, S37)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_http_methods, require_safe

from reprise.consent import actions, queries
from reprise.consent.actions.answering import AnotherQuestion, Where
from reprise.consent.configuration import Pair
from reprise.consent.remembered import written
from reprise.kernel import clock
from reprise.kernel.evidence import sealed
from reprise.web.choices import Shown, remember, shown_to
from reprise.web.limit import CHOICES, wait_of
from reprise.web.place import Place
from reprise.web.refusals import TooManyChoices
from reprise.web.shop.page import in_place, page
from reprise.web.shop.views.errors import turned_away

SCRIPT: Final = (Path(__file__).parent.parent / "partners.js").read_text()
# The pages that ask: one goes back there, and a receipt says from which kind of page it is.
ASKING: Final = frozenset({"home", "category", "product", "variant"})
_SALT: Final = "reprise.web.withdrawn"
# How long the link to the proof of a withdrawal works.
SECONDS: Final = 3_600
FORM: Final = "reprise-consent-1"


@require_http_methods(["GET", "HEAD", "POST"])
@in_place
def choices(request: HttpRequest, at: Place) -> HttpResponse:
    """What is asked and what was answered; another answer takes the place of the one before."""
    now = clock.now()
    shown = shown_to(request, queries.current(), now)
    if request.method != "POST" or not (shown.offer or shown.choice):
        return _page(request, at, shown)
    back, kind = _back(request.POST.get("back", ""))
    pairs = _pairs(request, shown)
    if pairs and (wait := wait_of(request, CHOICES, now)):
        response = turned_away(request, TooManyChoices(seconds=wait))
        response["Retry-After"] = str(wait)
        return response
    try:
        choice = actions.answer(
            shown.offer,
            request.POST.get("notice", ""),
            pairs,
            shown.choice,
            Where(market=at.market.code, language=at.language, page=kind),
            now,
        )
    except AnotherQuestion as refusal:
        return _page(request, at, shown, refusal=refusal, status=refusal.status)
    before = shown.choice.accepted if shown.choice else frozenset()
    withdrawn = before - pairs
    response = HttpResponseRedirect(_after(at, shown, back, withdrawn=bool(withdrawn)))
    response["Cache-Control"] = "private, no-store"
    if withdrawn:
        # What scripts have kept for our host, and pages that were kept with them.
        response["Clear-Site-Data"] = '"cache", "storage"'
    remember(response, written(choice), now)
    return response


def _after(at: Place, shown: Shown, back: str, *, withdrawn: bool) -> str:
    if withdrawn and shown.choice and shown.choice.receipt:
        token = TimestampSigner(salt=_SALT).sign(shown.choice.receipt.hex)
        return f"{at.path('choices/')}?done={token}"
    return back or f"{at.path('choices/')}?done=1"


def _page(
    request: HttpRequest,
    at: Place,
    shown: Shown,
    *,
    refusal: AnotherQuestion | None = None,
    status: int = 200,
) -> HttpResponse:
    done = request.GET.get("done", "")
    withdrawn = _withdrawn(done)
    context = {
        "shown": shown,
        "refusal": refusal,
        "done": bool(done),
        "withdrawal": done if withdrawn else "",
        "left": _left(withdrawn, shown) if withdrawn else [],
        "receipt": shown.choice.receipt if shown.choice and shown.standing.accepted else None,
    }
    return page(request, at, "shop/choices.html", context, private=True, status=status)


def _left(withdrawn: UUID, shown: Shown) -> list[dict[str, Any]]:
    """The partners that a consent had named and that are accepted no more, as they were told of
    then: one that was stopped meanwhile stands nowhere else."""
    found = queries.receipt(withdrawn)
    if found is None:
        return []
    accepted = {partner for _, partner in shown.standing.accepted}
    left = {partner for _, partner in found["pairs"]} - accepted
    return [each for each in found["notice"]["body"]["partners"] if each["key"] in left]


def _pairs(request: HttpRequest, shown: Shown) -> frozenset[Pair]:
    """What is accepted: everything, nothing, or what was ticked.  A pair that is not asked for is
    left as it was sent, and refused with the rest."""
    given = request.POST.get("answer", "")
    if given == "all":
        return shown.offer.pairs
    if given != "some":
        return frozenset()
    ticked = (each.partition(" ") for each in request.POST.getlist("pair")[:100])
    return frozenset((purpose, partner) for purpose, _, partner in ticked)


def _back(address: str) -> tuple[str, str]:
    """Where to go back to, with its kind: a page of ours that asks, or nowhere."""
    try:
        parts = urlsplit(address)
        found = resolve(parts.path) if len(address) <= 400 and address.isascii() else None
    except (Resolver404, ValueError):
        found = None
    if found is None or found.url_name not in ASKING or parts.scheme or parts.netloc:
        return "", "choices"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.path}{query}", str(found.url_name)


@require_safe
@in_place
def partners(request: HttpRequest, at: Place) -> HttpResponse:
    """The script that loads whom this visitor has accepted: empty for everybody else."""
    loaded = shown_to(request, queries.current(), clock.now()).loaded
    listed = [{"src": each.script_url, "integrity": each.integrity} for each in loaded]
    text = f"const PARTNERS = {json.dumps(listed)};\n{SCRIPT}" if listed else ""
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


@require_safe
@in_place
def receipt(request: HttpRequest, at: Place) -> HttpResponse:
    """The proof of a choice, for whose browser remembers it or has just forgotten it."""
    token = request.GET.get("of", "")
    shown = shown_to(request, queries.current(), clock.now())
    which = _withdrawn(token) if token else shown.choice and shown.choice.receipt
    found = queries.receipt(which) if which else None
    if found is None:
        raise Http404
    return download({"format": FORM, **found}, "choices.json")


def download(document: dict[str, Any], name: str) -> HttpResponse:
    """A document with its seal, to be kept."""
    text = json.dumps(sealed(document), indent=1, ensure_ascii=False)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def _withdrawn(token: str) -> UUID | None:
    """The receipt whose withdrawal a link is about; None for one that is not ours or is over."""
    try:
        return UUID(hex=TimestampSigner(salt=_SALT).unsign(token, max_age=SECONDS))
    except (BadSignature, ValueError):
        return None
