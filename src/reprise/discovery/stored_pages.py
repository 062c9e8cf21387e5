"""The page store: what a public page said, kept until what it shows changes.

A page is kept with the version that its subject had *before* the page was made, and served only
while that is still the version.  A page that was made from old rows and kept after the change is
therefore never served.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from reprise.catalog.models import Product
from reprise.consent.queries import MARK_NOW
from reprise.markets.queries import MARKETS


@dataclass(frozen=True, slots=True)
class Found:
    """``body`` (gzip) and ``etag`` of a page that may be served; None: make it, for ``version``.

    ``mark`` is that of what visitors are asked now (`reprise.consent`)."""

    version: int
    body: bytes | None = None
    etag: str = ""
    mark: UUID | None = None


def product_subject(market: str, slug: str) -> str:
    return f"p:{market}:{slug}"


def list_subject(market: str, category: str = "") -> str:
    """A category's list in a market; the empty category is the market's home page."""
    return f"l:{market}:{category}"


def look(path: str, subject: str, now: datetime) -> Found:
    """The stored page of an address, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT COALESCE(s.version, 0), p.body, p.etag, {MARK_NOW}
              FROM (SELECT %s::text AS path, %s::text AS subject) asked
              LEFT JOIN discovery_subject s ON s.subject = asked.subject
              LEFT JOIN discovery_page p
                ON p.path = asked.path AND p.subject = asked.subject
               AND p.version = COALESCE(s.version, 0) AND p.fresh_until > %s
            """,  # noqa: S608
            [path, subject, now],
        )
        version, body, etag, mark = cursor.fetchone()
    return Found(version, None if body is None else bytes(body), etag or "", mark)


def keep(
    path: str, subject: str, version: int, body: bytes, etag: str, fresh_until: datetime
) -> None:
    """Store a page that was made when its subject had ``version``."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO discovery_page (path, subject, version, body, etag, fresh_until)
            VALUES (%s, %s, %s, %s, %s, %s)
            ON CONFLICT (path) DO UPDATE SET subject = EXCLUDED.subject,
               version = EXCLUDED.version, body = EXCLUDED.body, etag = EXCLUDED.etag,
               fresh_until = EXCLUDED.fresh_until
            """,
            [path, subject, version, body, etag, fresh_until],
        )


def change(subjects: Iterable[str]) -> None:
    """Let no page of these subjects be served that was made before now."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO discovery_subject (subject, version) VALUES (%s, 1)"
            " ON CONFLICT (subject) DO UPDATE SET version = discovery_subject.version + 1",
            [(subject,) for subject in sorted(set(subjects))],
        )


def product_changed(product_id: UUID, *, lists: bool) -> None:
    """A product's page may read differently in any market, and so may the lists that hold it."""
    product = Product.objects.select_related("category__parent").get(id=product_id)
    categories = [product.category.slug]
    if product.category.parent is not None:
        categories.append(product.category.parent.slug)
    subjects = [product_subject(market, product.slug) for market in MARKETS]
    if lists:
        subjects += [
            list_subject(market, category) for market in MARKETS for category in ("", *categories)
        ]
    change(subjects)


def everything_changed() -> None:
    """After a rebuild or a new count: every page is made anew."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM discovery_page")
        cursor.execute("UPDATE discovery_subject SET version = version + 1")


def forget_stale(now: datetime) -> int:
    """Delete pages whose time is over; how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM discovery_page WHERE fresh_until <= %s", [now])
        return int(cursor.rowcount)
