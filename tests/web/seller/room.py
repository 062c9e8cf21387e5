"""A clerk in the seller room, and what can be read from its pages."""

from __future__ import annotations

import re
from html import unescape
from itertools import count
from typing import Any

from django.db import connection
from django.test import Client

from reprise.accounts.models import User
from reprise.sellers.models import Member, Seller

_number = count(1)
# What looking at a page or signing in may write.
BESIDE = {"accounts_session", "accounts_user"}


def clerk_of(seller: Seller, language: str = "en") -> Client:
    """Somebody who is signed in and works for this seller."""
    user = User.objects.create_user(f"room{next(_number)}@room.example", "a long enough word")
    Seller.objects.filter(id=seller.id).update(language=language)
    Member.objects.create(seller=seller, user_id=user.id)
    client = Client()
    client.force_login(user)
    return client


def words(html: str) -> str:
    """The text of a page, one space between words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).replace("\xa0", " ").split())


def section(html: str, name: str) -> str:
    """The part of a page below the element with this id, up to the next one of its kind."""
    found = re.search(rf'<(\w+)[^>]* id="{name}".*?</\1>', html, re.DOTALL)
    assert found, name
    return found[0]


def everything() -> dict[str, Any]:
    """A digest of each table, so that a test sees that nothing at all was written."""
    with connection.cursor() as cursor:
        digests = {}
        for table in sorted(set(connection.introspection.table_names(cursor)) - BESIDE):
            # What is sealed there nobody reads; a row that comes or goes is seen.
            row = "order_id" if table == "privacy_archived" else "t"
            cursor.execute(
                f"SELECT md5(string_agg({row}::text, '' ORDER BY {row}::text)) FROM {table} t"  # noqa: S608
            )
            digests[table] = cursor.fetchone()
        return digests
