"""The values of a variant's attributes in words."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext, gettext_noop

_VALUES: Final = {
    "aluminium": gettext_noop("Aluminium"),
    "steel": gettext_noop("Steel"),
    "titanium": gettext_noop("Titanium"),
    "polymer": gettext_noop("Polymer"),
    "wifi": gettext_noop("Wi-Fi"),
    "wifi+cellular": gettext_noop("Wi-Fi and mobile data"),
    "azerty-fr": gettext_noop("AZERTY, French"),
    "azerty-be": gettext_noop("AZERTY, Belgian"),
    "qwertz-de": gettext_noop("QWERTZ, German"),
    "qwerty-us": gettext_noop("QWERTY, US"),
    "qwerty-int": gettext_noop("QWERTY, international"),
    "nano": gettext_noop("One SIM card"),
    "dual-nano": gettext_noop("Two SIM cards"),
    "nano+esim": gettext_noop("SIM card and eSIM"),
    "dual-nano+esim": gettext_noop("Two SIM cards and eSIM"),
    "esim": gettext_noop("eSIM only"),
}


def attribute(code: str) -> str:
    """The word for a value in the active language; a value without a word stands for itself."""
    return gettext(_VALUES[code]) if code in _VALUES else code
