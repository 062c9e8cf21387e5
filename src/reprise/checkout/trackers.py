"""What a basket writes on a visitor's device."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

from reprise.checkout.models import KEPT_FOR
from reprise.consent.trackers import Controller, Cookie, SameSite
from reprise.law.fr.trackers import Purpose

BASKET: Final = Cookie(
    name="basket",
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=KEPT_FOR,
    same_site=SameSite.LAX,
    http_only=True,
    aim=gettext_noop("A random number that opens your basket."),
    when=gettext_noop("Set when you put something into an empty basket."),
)
TRACKERS: Final = (BASKET,)
