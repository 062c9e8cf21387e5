"""What a page may load, as its Content-Security-Policy says."""

from __future__ import annotations

from collections.abc import Iterable


def csp(origins: Iterable[str] = ()) -> str:
    """Everything comes from us, nothing is inline, nobody frames us, forms go to us.

    ``origins`` are those of partners that this visitor has accepted: each may be loaded from, asked
    and framed, and nothing else.
    """
    more = "".join(f" {each}" for each in dict.fromkeys(origins))
    return (
        f"default-src 'none'; script-src 'self'{more}; style-src 'self'; "
        f"img-src 'self' data:{more}; font-src 'self'; connect-src 'self'{more}; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        + (f"; frame-src{more}" if more else "")
    )


NOBODY_ELSE = csp()
