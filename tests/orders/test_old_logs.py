"""Logs as they were written by formats 1 and 2, kept as files: they are right for ever, and what is
written now names no buyer (decision 0034)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from reprise.accounts.models import User
from reprise.cli import main
from reprise.kernel.evidence import read
from reprise.kernel.ids import new_id
from reprise.orders import chain, evidence, log
from reprise.orders.evidence import BUYER
from reprise.orders.models import Contact, Step
from tests import database
from tests.cast import an_offer
from tests.orders import sale
from tests.orders.story import resealed, wrong

LOGS = Path(__file__).parent / "logs"
# The account of whoever bought in these files.
ACCOUNT = "01931f00-0000-7000-8000-00000000b0b0"
FORMS = pytest.mark.parametrize("form", [1, 2])
DATABASE = pytest.mark.django_db(transaction=True)


def kept(name: str) -> dict[str, Any]:
    told: dict[str, Any] = read((LOGS / f"{name}.json").read_text())
    return told


def buyers(told: dict[str, Any]) -> set[tuple[int, str]]:
    return {(e["format"], e["actor_id"]) for e in told["steps"] if e["actor_kind"] == "buyer"}


@FORMS
def test_a_file_of_before_is_still_right(form: int, capsys: Any) -> None:
    full, own = kept(f"format-{form}"), kept(f"format-{form}-excerpt")
    assert buyers(full) == {(form, ACCOUNT)}
    assert wrong(full) == wrong(own) == wrong(own, full) == ()
    names = [str(LOGS / f"format-{form}{rest}.json") for rest in ("", "-excerpt")]
    assert main(["verify-evidence", names[0]]) == 0
    assert "The log is whole" in capsys.readouterr().out
    assert main(["verify-evidence", names[1], "--with", names[0]]) == 0


@FORMS
@DATABASE
def test_a_log_of_before_is_still_whole_in_the_database(form: int) -> None:
    """Row by row as the file tells it; no hash is made anew."""
    told = kept(f"format-{form}")["steps"]
    Step.objects.bulk_create(
        Step(
            **{
                **{name: value for name, value in step.items() if name != "at"},
                **{name: step[name] or None for name in ("seller_id", "line_id", "actor_id")},
                "at": datetime.fromisoformat(step["at"]),
            }
        )
        for step in told
    )
    order_id = UUID(told[0]["order_id"])
    assert log.broken_at(order_id) is None
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as owner:
        owner.execute("UPDATE orders_step SET actor_id = NULL WHERE seq = 2")
    assert log.broken_at(order_id) == 2, "what was hashed cannot be taken out"


@DATABASE
class TestWhatIsWrittenNow:
    @pytest.fixture
    def told(self) -> dict[str, Any]:
        User.objects.create_user("ada@buyer.example", id=UUID(ACCOUNT))
        placed = sale.place((an_offer(stock=2), 2), buyer=UUID(ACCOUNT))
        assert Contact.objects.get().buyer_id == UUID(ACCOUNT)
        return evidence.document(placed.order.id, BUYER)

    def test_the_log_names_no_account_of_a_buyer(self, told: dict[str, Any]) -> None:
        assert buyers(told) == {(4, "")}
        assert ACCOUNT not in evidence.text(told)
        assert wrong(told) == ()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM orders_step s WHERE s::text LIKE %s",
                           [f"%{ACCOUNT}%"])  # fmt: skip
            assert cursor.fetchone()[0] == 0

    def test_a_file_that_names_one_all_the_same_is_not_right(self, told: dict[str, Any]) -> None:
        """Hashed and sealed as if it had always been so."""
        previous = ""
        for step in told["steps"]:
            step["actor_id"], step["previous"] = ACCOUNT, previous
            step["hash"] = previous = chain.step_hash(step)
        assert wrong(resealed(told)) == (
            "Step 1 names the buyer’s account, which its format never does.",
        )

    def test_neither_python_nor_postgresql_writes_one(self, told: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="names no buyer"):
            log.Actor("buyer", UUID(ACCOUNT))
        step = Step.objects.order_by("-seq")[0]
        step.id, step.seq, step.actor_id = new_id(), step.seq + 1, UUID(ACCOUNT)
        with pytest.raises(IntegrityError, match="orders_step_nameless"), transaction.atomic():
            step.save(force_insert=True)
        step.format = 2  # as the past wrote it
        step.save(force_insert=True)
