"""What signing in writes on a person's device, and reads from it."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from django.utils.translation import gettext_noop

from reprise.consent.trackers import Controller, Cookie, Kept, Kind, SameSite, Tracker
from reprise.law.fr.trackers import Purpose

CSRF: Final = Cookie(
    name="csrftoken",
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=Kept.BROWSER,
    same_site=SameSite.LAX,
    http_only=True,
    aim=gettext_noop(
        "Shows that a form was sent from our own page, so that no other site can act in your name."
    ),
    when=gettext_noop(
        "Set when you open a page for signing in, a form of your account, or the link of a letter"
        " about your data."
    ),
)
SESSION: Final = Cookie(
    name="session",
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=timedelta(days=14),
    same_site=SameSite.LAX,
    http_only=True,
    aim=gettext_noop("Keeps you signed in until you sign out."),
    when=gettext_noop("Set when you sign in."),
)
PASSKEYS_KNOWN: Final = Tracker(
    name="PublicKeyCredential",
    kind=Kind.READING,
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=Kept.MOMENT,
    aim=gettext_noop(
        "Whether your browser knows passkeys: only then their button is shown. The answer stays on"
        " your device."
    ),
    when=gettext_noop("Read when you open a page that offers to sign in with a passkey."),
)
PASSKEY: Final = Tracker(
    name="navigator.credentials",
    kind=Kind.READING,
    necessity=Purpose.REQUESTED_SERVICE,
    controller=Controller.OPERATOR,
    kept=Kept.HOLDER,
    aim=gettext_noop(
        "Your device asks you, then makes a passkey or signs with one. We receive the public key or"
        " the signature, nothing else."
    ),
    when=gettext_noop("Written or read when you press the button for a passkey."),
)
TRACKERS: Final = (CSRF, SESSION, PASSKEYS_KNOWN, PASSKEY)
