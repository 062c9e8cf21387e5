"""What follows from what a device is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

# The department of phones; what else has a network says so itself.
PHONES: Final = "smartphones"
CELLULAR: Final = "wifi+cellular"


def has_imei(attributes: Mapping[str, Any], categories: Collection[str]) -> bool:
    """Whether a device speaks to a mobile network and so bears an IMEI (3GPP TS 23.003, 6.2).

    ``attributes`` are the variant's, ``categories`` the slugs of its category and department.
    """
    return PHONES in categories or "sim" in attributes or attributes.get("connectivity") == CELLULAR
