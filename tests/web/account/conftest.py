"""Ada, who has an account; passwords that are quick to check."""

from __future__ import annotations

from typing import Any

import pytest

from reprise.accounts.models import User
from tests.moment import now
from tests.web.account.people import (
    ADA,
    WORD,
)


@pytest.fixture(autouse=True)
def quick(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ada() -> User:
    return User.objects.create_user(ADA, WORD, verified_at=now())
