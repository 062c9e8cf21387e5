"""Every column is decided; what is said of it is true of real rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from reprise.accounts import actions as accounts
from reprise.accounts import passkeys
from reprise.accounts.models import User
from reprise.books.actions import ask_audit
from reprise.checkout import insurance
from reprise.config import grants
from reprise.notifications.queries import messages_of
from reprise.orders.models import Contact, Line, Order
from reprise.privacy.decided import Link, Nobody, Personal, Shown
from reprise.privacy.ends import ENDS
from reprise.privacy.holdings import HOLDINGS, Leaves
from reprise.privacy.register import REGISTER, undecided
from reprise.privacy.shapes import TEXTS, TYPED, Shape, misshapen, texts
from tests import database
from tests.accounts.authenticator import Authenticator
from tests.cast import CONTACT
from tests.moment import now
from tests.orders import sale
from tests.orders.story import Story
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def columns() -> dict[str, dict[str, str]]:
    """Column to type of every table and view that there is, whoever may read it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with psycopg.connect(database.endpoints.owner_url) as owner:
        rows = owner.execute(
            """
            SELECT n.nspname || '.' || c.relname, a.attname, format_type(a.atttypid, NULL)
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
               AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
               AND n.nspname NOT LIKE 'pg_temp%'
            """
        )
        for table, column, kind in rows.fetchall():
            found[table][column] = kind
    return found


def test_every_column_is_decided(sandbox: Any) -> None:
    """The tables of the sandbox, an outside party, and of the libraries as well."""
    there = {table: set(names) for table, names in columns().items()}
    assert "sandbox.payment" in there
    assert undecided(there) == []


def test_a_new_column_and_one_that_is_gone_are_found(sandbox: Any) -> None:
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("ALTER TABLE orders_contact ADD COLUMN birthday date")
        owner.execute("CREATE TABLE diary (entry text)")
        owner.execute("CREATE SCHEMA attic CREATE VIEW attic.letters AS SELECT 1 AS author")
        try:
            there = {table: set(names) for table, names in columns().items()}
        finally:
            owner.execute("DROP SCHEMA attic CASCADE")
            owner.execute("DROP TABLE diary")
            owner.execute("ALTER TABLE orders_contact DROP COLUMN birthday")
    there["public.orders_contact"].remove("phone")
    assert undecided(there) == [
        "not there: public.orders_contact.phone",
        "undecided: attic.letters.author",
        "undecided: public.diary.entry",
        "undecided: public.orders_contact.birthday",
    ]


def test_what_is_held_is_said_whole() -> None:
    for holding in HOLDINGS:
        assert all((holding.what, holding.why, holding.until)), holding.key
        # What does not simply end with its own purpose says by which provision it is kept.
        for_a_law = holding.leaves in {Leaves.RETENTION, Leaves.STAYS}
        assert holding.kept or not for_a_law, holding.key
    used = {
        each.holding.key
        for names in REGISTER.values()
        for each in names.values()
        if isinstance(each, Personal)
    }
    assert used == {holding.key for holding in HOLDINGS}
    words = [
        each.why
        for names in REGISTER.values()
        for each in names.values()
        if isinstance(each, Nobody)
    ]
    assert all(words)


def test_what_names_a_person_is_not_kept_for_good() -> None:
    """Outside of the sandbox, whose rows are an outside party's."""
    kept = [
        f"{table}.{column}"
        for table, names in REGISTER.items()
        for column, each in names.items()
        if isinstance(each, Personal) and each.link is Link.NAMES
        if each.holding.leaves is Leaves.STAYS and not table.startswith("sandbox.")
    ]
    assert kept == []


def test_secrets_are_never_shown() -> None:
    said = {
        f"{table}.{column}"
        for table, names in REGISTER.items()
        for column, each in names.items()
        if isinstance(each, Personal) and each.shown is Shown.SAID
    }
    assert said >= {
        "public.accounts_user.password", "public.accounts_passkey.credential",
        "public.accounts_passkey.credential_id", "public.accounts_letter.id",
        "public.accounts_session.key", "public.checkout_basket.token_digest",
        "public.orders_linedevice.salt", "sandbox.payment.secret",
    }  # fmt: skip


def for_good() -> set[str]:
    """The tables from which the running role deletes nothing."""
    ours = {table.removeprefix("public.") for table in columns() if table.startswith("public.")}
    return {table for table in ours if "DELETE" not in grants.privileges(table)} - grants.READ


class TestRowsThatNobodyDeletes:
    TEXT = ("text", "character varying", "character", "json", "jsonb", "xml", "bytea", "hstore")

    def test_every_text_in_them_has_a_shape(self) -> None:
        there = columns()
        wanted = {
            table: {
                column
                for column, kind in there[f"public.{table}"].items()
                if kind.removesuffix("[]") in self.TEXT
            }
            for table in for_good()
        }
        for table in TYPED:
            wanted[table] -= set(ENDS[f"public.{table}"].columns)
        wanted = {table: names for table, names in wanted.items() if names}
        assert {table: set(shapes) for table, shapes in TEXTS.items()} == wanted

    @pytest.mark.parametrize("shape", sorted(set(Shape) - {Shape.INSURER}, key=str))
    def test_no_shape_lets_an_address_through(self, shape: Shape) -> None:
        assert misshapen(shape, "camille@buyer.example")
        assert misshapen(shape, {"to": ["camille@buyer.example"]})
        if shape not in {Shape.CATALOGUE, Shape.FINDING}:
            assert misshapen(shape, {"Camille Exemple": 1})

    def test_what_an_insurer_says_stands_in_our_code(self, story: Story) -> None:
        code = "".join(path.read_text() for path in Path(insurance.__path__[0]).glob("*.py"))
        (cover,) = Line.objects.exclude(cover=None).values_list("cover", flat=True)
        assert [text for text in texts(cover) if text not in code] == []

    def test_real_rows_have_them(self, story: Story) -> None:
        ask_audit(None, now())
        drain()
        checked, wrong = 0, []
        # As the owner: the running role does not read what is sealed.
        with psycopg.connect(database.endpoints.owner_url) as owner:
            for table, shapes in TEXTS.items():
                for column, shape in shapes.items():
                    found = owner.execute(f'SELECT DISTINCT to_jsonb("{column}") FROM "{table}"')  # type: ignore[arg-type]  # noqa: S608
                    for (value,) in found.fetchall():
                        checked += 1
                        if misshapen(shape, value):
                            wrong.append((f"{table}.{column}", value))
        assert not wrong, wrong
        assert checked > 200


CANARIES = {
    "name": "Kanarine Vogelzang", "email": "kanarine@canary.example", "phone": "+33 6 98 76 54 32",
    "street": "77 allée des Canaris", "extra": "porte bleue", "postcode": "13098",
    "town": "Oisellerie",
}  # fmt: skip


@pytest.fixture
def story(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> Story:
    monkeypatch.setattr(sale, "CONTACT", replace(CONTACT, **CANARIES))
    made = Story(sandbox)
    drain()
    return made


def tables_with(text: str) -> set[str]:
    """Every table of ours in which ``text`` stands anywhere."""
    found = set()
    with psycopg.connect(database.endpoints.owner_url) as owner:
        for table in sorted(columns()):
            if table.startswith("public."):
                name = table.removeprefix("public.")
                there = owner.execute(
                    f'SELECT EXISTS (SELECT FROM "{name}" t WHERE t::text LIKE %s)',  # type: ignore[arg-type]  # noqa: S608
                    [f"%{text}%"],
                )
                if there.fetchone() == (True,):
                    found.add(name)
    return found


def test_a_buyer_stands_where_it_is_said_and_nowhere_else(story: Story) -> None:
    """Sold, insured, sent twice, delivered, written to: and yet the person is in two tables."""
    for field, value in CANARIES.items():
        named = {"orders_contact", "shipping_destination"} if field == "postcode" else {
            "orders_contact"
        }  # fmt: skip
        assert tables_with(value) == named, field
    assert messages_of(Order.objects.get().id), "letters were written"


def test_an_account_leaves_as_it_is_said() -> None:
    """Nothing that is said to go with the account is there after it."""
    user = User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())
    options = passkeys.creation_options(user.id, user.email, now())
    accounts.add_passkey(user.id, Authenticator().create(options), "Ada's phone", now())
    accounts.ask("email", "new@buyer.example", "en-fr", "192.0.2.1", now(), user)
    accounts.ask("reset", user.email, "en-fr", "192.0.2.1", now())
    user_id = user.id
    before = {"accounts_user", "accounts_passkey", "accounts_letter", "outbox_event"}
    assert tables_with(str(user_id)) == before
    accounts.delete_account(user_id, now())
    drain()
    for secret in ("ada@buyer.example", "new@buyer.example", "Ada's phone"):
        assert tables_with(secret) == set()
    assert tables_with(str(user_id)) == {"outbox_event"}
    assert not Contact.objects.exists()
