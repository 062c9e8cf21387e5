"""A form that was sent and cannot be done yet: a page carries it until somebody has proven who they
are.  It is kept in that page alone, and nowhere here.

Whoever was signed in when they sent it, and proves it once more, has it read as it was sent.  Over
a sign-in nothing is done: the page shows it to whoever has signed in, and they send it, or do not.
Each form that we make bears a stamp: of whom its page was shown to, where, and when.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, QueryDict
from django.template.backends.utils import csrf_input
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reprise.kernel import clock
from reprise.web.account.labels import label_of

# In a form that proves who it is, and carries another one that was sent before.
PROOF: Final = "proof"
# What is never written into a page.
SECRETS: Final = frozenset({"password", "credential"})
# In bytes; what is escaped is five times as long.
LONGEST: Final = 64 * 1024
# Of fields; Django takes a thousand, and a page adds its own.
MOST: Final = 200
# A form that was opened before is not sent on by one press.
OFFERED: Final = timedelta(days=1)
_CSRF: Final = "csrfmiddlewaretoken"
_STAMP: Final = "stamp"
_KEPT: Final = "kept-"
_BY_HAND: Final = "by_hand"
_View = TypeVar("_View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Stamp:
    """``path`` is the page that the form stood on first: it can be opened."""

    made: datetime
    whose: str
    path: str


def _signer() -> Signer:
    # Not at import: the settings are looked at before they are complete, to say what they lack.
    return Signer(salt="reprise.form")


def form_token(request: HttpRequest) -> SafeString:
    """What stands in each form: Django's token, and our stamp."""
    return csrf_input(request) + format_html(
        '<input type="hidden" name="{}" value="{}">', _STAMP, _stamped(request)
    )


def _stamped(request: HttpRequest) -> str:
    before = stamp(request.POST) if request.method == "POST" else None
    path = before.path if before else request.path
    return _signer().sign(f"{int(clock.now().timestamp())} {_whose(request)} {path}")


def _whose(request: HttpRequest) -> str:
    """Who is shown the page, for nobody else to read."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return "nobody"
    return salted_hmac("reprise.form.whose", str(user.pk)).hexdigest()[:20]


def stamp(sent: QueryDict) -> Stamp | None:
    """The stamp of a form, also of one that is kept; None for a form that no page of ours had."""
    given = sent.get(f"{_KEPT}{_STAMP}" if PROOF in sent else _STAMP, "")
    try:
        made, whose, path = _signer().unsign(given).split(" ", 2)
    except BadSignature:
        return None
    return Stamp(datetime.fromtimestamp(int(made), UTC), whose, path)


def by_hand(view: _View) -> _View:
    """Mark a view whose form is never sent on over a sign-in: what asks who it is once more, so
    also whatever takes two.  Whoever signs in opens its page, and reads it."""
    view.__dict__[_BY_HAND] = True
    return view


def is_by_hand(request: HttpRequest) -> bool:
    """A view that is not known is, too."""
    found = request.resolver_match
    return found is None or bool(getattr(found.func, _BY_HAND, False))


def is_offered(request: HttpRequest) -> bool:
    """Whether whoever sees the form in a page may send it from there: it is of a page of theirs, of
    today, and not to be done by hand."""
    made = stamp(request.POST)
    return (
        made is not None
        and not is_by_hand(request)
        and made.whose == _whose(request)
        and clock.now() - made.made < OFFERED
        and request.path.startswith(made.path)
    )


def has_secret(request: HttpRequest) -> bool:
    """Whether a form that somebody sends for the first time holds what no page may repeat.  No form
    here sends files."""
    return PROOF not in request.POST and not SECRETS.isdisjoint(request.POST)


def worth_keeping(request: HttpRequest) -> bool:
    """Whether something would be lost: a form of ours with more in it than our tokens."""
    return stamp(request.POST) is not None and bool(_kept(request.POST)) and not has_secret(request)


def is_too_long(request: HttpRequest) -> bool:
    """Whether a page would be too long that repeats it."""
    written = _kept(request.POST)
    return (
        len(written) > MOST
        or sum(len(name.encode()) + len(value.encode()) for name, value in written) > LONGEST
    )


def fields(sent: QueryDict) -> list[tuple[str, str]]:
    """What a page has to carry unseen, by the names under which it does."""
    own = sent.get(f"{_KEPT}{_STAMP}" if PROOF in sent else _STAMP, "")
    return [(PROOF, "1"), *([(f"{_KEPT}{_STAMP}", own)] if own else [])]


def shown(request: HttpRequest) -> list[tuple[str, str, str, str]]:
    """What was typed and chosen: the name in the page that carries it, its own name, what its form
    calls it (a key of translations, "" where that is not known), the value."""
    route = request.resolver_match.route if request.resolver_match else ""
    return [
        (f"{_KEPT}{name}", name, label_of(name, route), value)
        for name, value in _kept(request.POST)
    ]


def as_sent(sent: QueryDict) -> QueryDict:
    """The form as it was before it was kept."""
    form = QueryDict(mutable=True)
    own = sent.get(f"{_KEPT}{_STAMP}")
    for name, value in [*_kept(sent), *([(_STAMP, own)] if own else [])]:
        form.appendlist(name, value)
    form._mutable = False
    return form


def _kept(sent: QueryDict) -> list[tuple[str, str]]:
    """The names and values of the form, whether it is sent for the first time or was kept."""
    ours = {_CSRF, _STAMP}
    if PROOF in sent:
        ours |= SECRETS  # a page of ours keeps none
    start = _KEPT if PROOF in sent else ""
    return [
        (name.removeprefix(start), str(value))
        for name, values in sent.lists()
        for value in values
        if name.startswith(start) and name.removeprefix(start) not in ours
    ]
