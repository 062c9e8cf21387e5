"""Where a request comes from, beyond its one address."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from typing import Final

# An IPv6 client is a /64, which is what one line or one phone has.  Many lines come with a /56 or a
# /48, so what is limited for a client is limited for its /48 too, with so many times as much.
CLIENTS_IN_NETWORK: Final = 16


def network_of(client: str) -> str:
    """The /48 of a client that is known by an IPv6 address; empty for any other."""
    try:
        address = ip_address(client)
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return ""
    return f"{IPv6Address(int(address) >> 80 << 80)}/48"
