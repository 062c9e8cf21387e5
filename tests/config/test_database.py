"""Which role is granted what a marketplace needs to serve."""

from __future__ import annotations

import pytest

from reprise.config.database import running_role

OWNER = "postgresql://reprise_owner:a@host/shop"


@pytest.mark.parametrize(
    ("url", "role"),
    [
        ("postgresql://shop_app:b@host/shop", "shop_app"),
        ("host=host dbname=shop user=shop_app", "shop_app"),
        # One address: the role that is made beside its owner.
        (OWNER, "reprise_app"),
        # A socket's: whoever asks, who is no name of ours.
        ("postgresql:///shop", "reprise_app"),
    ],
)
def test_the_running_role_is_whose_address_serves(url: str, role: str) -> None:
    assert running_role(url, OWNER) == role
