"""What an operator has left open, said by `check --deploy` and `reprise check-settings`."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.core.checks import CheckMessage, register
from django.core.checks import Warning as Open

from reprise.kernel import clock

_SOON_DAYS: Final = 30


@register(deploy=True)
def public_address(app_configs: Any, **named: Any) -> list[CheckMessage]:
    """Host-bound cookies, Secure and HSTS come with HTTPS alone."""
    if settings.HTTPS:
        return []
    return [
        Open(
            f"REPRISE_PUBLIC_URL is {settings.PUBLIC_URL}: cookies are neither Secure nor bound to"
            " the host, and no HSTS is sent.",
            hint="Set it to the https address that browsers see.",
            id="reprise.W001",
        )
    ]


@register(deploy=True)
def operator(app_configs: Any, **named: Any) -> list[CheckMessage]:
    """Who answers for what is read and written must be named."""
    if settings.OPERATOR is not None:
        return []
    hint = "Set REPRISE_OPERATOR to a file as docs/operate has it."
    return [Open("No page says who runs this shop.", hint=hint, id="reprise.W002")]


@register(deploy=True)
def security_contact(app_configs: Any, **named: Any) -> list[CheckMessage]:
    """Somebody who finds a hole must find whom to tell, and the page must not be out of date."""
    hint = "Set REPRISE_SECURITY_CONTACT and REPRISE_SECURITY_EXPIRES (at most a year from now)."
    if not settings.SECURITY_CONTACT or settings.SECURITY_EXPIRES is None:
        return [Open("There is no /.well-known/security.txt.", hint=hint, id="reprise.W003")]
    left = (settings.SECURITY_EXPIRES - clock.now()).days
    if left < _SOON_DAYS:
        said = "has expired" if left < 0 else f"expires in {left} days"
        return [Open(f"/.well-known/security.txt {said}.", hint=hint, id="reprise.W004")]
    return []
