"""Every column of a person's copy has a word in four languages, and is read as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from reprise.law.provision import LANGUAGES
from reprise.privacy import field_words as say
from reprise.privacy.fields import Kind, kind_of, markdown, named, word_of

ROOT = Path(__file__).parents[2]
# What PostgreSQL has, and how a person may be shown it.
TYPES = {
    "timestamp with time zone": {Kind.TIME},
    "date": {Kind.DAY},
    "boolean": {Kind.FLAG},
    "uuid": {Kind.OURS},
    "bytea": {Kind.OURS},
    "ARRAY": {Kind.OURS},
    "jsonb": {Kind.PARTS},
    "smallint": {Kind.NUMBER},
    "integer": {Kind.NUMBER, Kind.OURS},
    "bigint": {Kind.MONEY, Kind.NUMBER, Kind.OURS},
    "text": {Kind.TEXT, Kind.OURS},
    "character varying": {
        Kind.TEXT, Kind.CODE, Kind.COUNTRY, Kind.LANGUAGE, Kind.MARKET, Kind.OURS,
    },
}  # fmt: skip


def test_every_column_has_a_word() -> None:
    missing = []
    for table, column, _ in named():
        if table not in say.TABLES:
            missing.append(table)
        if f"{table}.{column}" not in say.COLUMNS and column not in say.COLUMNS:
            missing.append(f"{table}.{column}")
    assert missing == [], "say in privacy/field_words.py what these are"


def test_no_word_is_left_over() -> None:
    there = {name for table, column, _ in named() for name in (column, f"{table}.{column}")}
    assert set(say.COLUMNS) <= there
    assert set(say.TABLES) == {table for table, _, _ in named()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_no_name_of_a_column(language: str) -> None:
    for words in (say.TABLES, say.COLUMNS, say.INSIDE):
        for name, sentence in words.items():
            word = getattr(sentence, language)
            assert word, name
            assert "_" not in word, name
            assert word[0] == word[0].upper(), name


@pytest.mark.django_db
def test_every_value_is_read_as_what_it_is() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'public'"
        )
        types = {(table, column): kind for table, column, kind in cursor.fetchall()}
    wrong = {
        f"{table}.{column}": (types[table, column], kind_of(table, column).value)
        for table, column, _ in named()
        if kind_of(table, column) not in TYPES[types[table, column]]
    }
    assert wrong == {}


def test_an_override_is_of_a_column_that_is_there() -> None:
    """`code` is a code, and the number of a pick-up point a text."""
    assert kind_of("orders_deliverypoint", "code") is Kind.TEXT
    assert kind_of("ledger_transfer", "code") is Kind.CODE
    assert word_of("payments_payment", "method").en == "Means of payment"
    assert word_of("orders_sellerorder", "method").en == "Delivery"


def test_the_reference_is_written_by_it() -> None:
    kept = (ROOT / "docs/reference/personal-data.md").read_text(encoding="utf-8")
    assert kept == markdown() + "\n", "reprise fields > docs/reference/personal-data.md"
