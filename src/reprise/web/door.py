"""What stands between the web server and Django."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

# In the environment of a request whose Content-Type no browser writes.
UNREADABLE: Final = "reprise.unreadable"
_UTF8: Final = frozenset({"utf-8", "utf8"})
# RFC 2046, 5.1.1
_BOUNDARY: Final = re.compile(r"[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Door:
    """The application as the web server calls it (PEP 3333).

    Django reads Content-Type while it makes a request, where nothing answers its errors, and reads
    addresses and forms in whatever encoding stands there.  So it is given what forms of ours need,
    and told where there was another encoding than ours (``UNREADABLE``).

    To HEAD no body leaves: nobody writes down who looked at it, and over HTTP/2 the web server
    would send it.
    """

    def __init__(self, application: Application) -> None:
        self.application = application

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        if sent := environ.get("CONTENT_TYPE"):
            read = content_type(sent)
            environ |= {"CONTENT_TYPE": read or "", UNREADABLE: read is None}
        answer = self.application(environ, start_response)
        return _without_body(answer) if environ["REQUEST_METHOD"] == "HEAD" else answer


def content_type(sent: str) -> str | None:
    """The media type, of a form in parts with its boundary; None where it is said, in whichever
    way, that the request is not in UTF-8."""
    media_type, *parameters = (each.strip() for each in sent.split(";"))
    boundary = ""
    for each in parameters:
        name, _, value = each.lower().partition("=")
        # With an asterisk: a value in pieces or in an encoding of its own (RFC 2231).
        if "*" in name or (name.strip() == "charset" and value.strip(' "') not in _UTF8):
            return None
        if name.strip() == "boundary":
            boundary = each.partition("=")[2].strip(' "')
    if media_type.lower() == "multipart/form-data" and _BOUNDARY.fullmatch(boundary):
        return f'{media_type}; boundary="{boundary}"'
    return media_type


def _without_body(answer: Iterable[bytes]) -> Iterable[bytes]:
    close = getattr(answer, "close", None)
    if close is not None:
        close()
    nothing: tuple[bytes, ...] = ()
    return (part for part in nothing)  # not a list: by it the web server would say that it is empty
