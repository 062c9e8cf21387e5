"""Each index costs every sale a write, so none repeats what another one does."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from tests import database

pytestmark = pytest.mark.django_db

# An index that ensures nothing by itself, over all rows, by columns with which another index over
# all rows begins, in the same order and by the same comparison.
_REPEATED = """
WITH every AS (
    SELECT i.indrelid, i.indexrelid, i.indisunique,
           string_to_array(i.indkey::text, ' ') AS columns,
           string_to_array(i.indclass::text, ' ') AS classes,
           string_to_array(i.indoption::text, ' ') AS options
      FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_am m ON m.oid = x.relam AND m.amname = 'btree'
     WHERE i.indpred IS NULL AND i.indexprs IS NULL
       -- Django makes these tables for itself.
       AND t.relname !~ '^(auth_|accounts_user_)')
SELECT one.indexrelid::regclass::text, other.indexrelid::regclass::text
  FROM every one JOIN every other USING (indrelid)
 WHERE NOT one.indisunique AND one.indexrelid <> other.indexrelid
   AND other.columns[:cardinality(one.columns)] = one.columns
   AND other.classes[:cardinality(one.columns)] = one.classes
   AND other.options[:cardinality(one.columns)] = one.options
 ORDER BY 1
"""


def repeated(owner: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    return owner.execute(_REPEATED).fetchall()


def test_no_index_is_the_beginning_of_another() -> None:
    with psycopg.connect(database.endpoints.owner_url) as owner:
        assert repeated(owner) == []


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ("order_id", [("again", "orders_line_position")]),
        ("order_id, position", [("again", "orders_line_position")]),
        ("position", []),
        ("order_id DESC", []),
        ("order_id) WHERE (levy > 0", []),
    ],
)
def test_one_that_is_would_be_found(columns: str, found: list[tuple[str, str]]) -> None:
    with psycopg.connect(database.endpoints.owner_url) as owner:
        owner.execute(f"CREATE INDEX again ON orders_line ({columns})".encode())
        assert repeated(owner) == found
        owner.rollback()
