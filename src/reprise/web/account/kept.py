"""A form that was sent and cannot be done yet: a page carries it until somebody has proven who they
are, and it is read then as it was sent.  It is kept in that page alone, and nowhere here."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, QueryDict

# In a form that proves who it is, and carries another one that was sent before.
PROOF: Final = "proof"
# What is never written into a page.
SECRETS: Final = frozenset({"password", "credential"})
_CSRF: Final = "csrfmiddlewaretoken"
_KEPT: Final = "kept-"


def has_secret(request: HttpRequest) -> bool:
    """Whether a form that somebody sends for the first time holds what no page may repeat.  No form
    here sends files."""
    return PROOF not in request.POST and not SECRETS.isdisjoint(request.POST)


def worth_keeping(request: HttpRequest) -> bool:
    """Whether something would be lost: a form with more in it than our token."""
    return bool(set(request.POST) - {_CSRF}) and not has_secret(request)


def fields(sent: QueryDict) -> list[tuple[str, str]]:
    """What a page has to carry, by the names under which it does."""
    return [(PROOF, "1"), *_kept(sent)]


def again(sent: QueryDict) -> list[tuple[str, str]]:
    """What a page has to carry that sends the form again as it was, without its old token."""
    form = as_sent(sent)
    return [(name, str(value)) for name, values in form.lists() for value in values]


def as_sent(sent: QueryDict) -> QueryDict:
    """The form as it was before it was kept."""
    form = QueryDict(mutable=True)
    for name, value in _kept(sent):
        form.appendlist(name.removeprefix(_KEPT), value)
    form._mutable = False
    return form


def _kept(sent: QueryDict) -> list[tuple[str, str]]:
    first = PROOF not in sent
    return [
        (f"{_KEPT}{name}" if first else name, str(value))
        for name, values in sent.lists()
        for value in values
        if (name != _CSRF if first else name.startswith(_KEPT))
    ]
