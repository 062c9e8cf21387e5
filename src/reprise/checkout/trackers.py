"""What a basket writes on a visitor's device."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils.translation import gettext_noop

from reprise.law.fr.trackers import Purpose
from reprise.privacy.trackers import Controller, Cookie, SameSite

BASKET: Final = Cookie(
    name="basket",
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=timedelta(days=30),
    same_site=SameSite.LAX,
    http_only=True,
    aim=gettext_noop("A random number that opens your basket."),
    when=gettext_noop("Set when you put something into an empty basket."),
)
TRACKERS: Final = (BASKET,)
