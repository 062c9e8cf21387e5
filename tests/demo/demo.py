"""A small demo, loaded in this process as `reprise demo` loads it."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any
from unittest.mock import patch

from django.db import connection

from reprise.demo.load import load

OFFERS = 500


def load_demo(orders: int, now: datetime) -> None:
    """Load a demo of ``OFFERS`` offers, with a past of so many ``orders`` that ends at ``now``."""
    size = {"REPRISE_DEMO_OFFERS": str(OFFERS), "REPRISE_DEMO_ORDERS": str(orders)}
    with patch.dict(os.environ, size), patch("reprise.demo.load.clock.now", return_value=now):
        load()


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())
