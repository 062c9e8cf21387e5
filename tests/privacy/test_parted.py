"""What has left of an order blinds nobody to the rest: it is compared as before (decision 0053)."""

from __future__ import annotations

import copy
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import ProgrammingError

from reprise.cli import main
from reprise.cli.evidence_here import compare
from reprise.kernel.evidence import text
from reprise.kernel.ids import new_id
from reprise.orders import actions as orders
from reprise.orders import chain, evidence, log, proof
from reprise.orders.agreed import facts_of, told_by
from reprise.orders.models import Order, Said, Step
from reprise.privacy.actions import ending, journal
from reprise.privacy.actions.nights import run
from reprise.sellers.models import Trader
from reprise.web import history
from tests import database
from tests.cast import an_offer
from tests.moment import now
from tests.orders.story import resealed
from tests.planted import corrupt, failed
from tests.privacy.backup import backup, put_back
from tests.privacy.cases import Bought, acts, bought, dump
from tests.privacy.test_sold import aged, erased
from tests.privacy.test_traders import ended

pytestmark = pytest.mark.django_db(transaction=True)

# What nobody may change, whatever has left; each by itself makes the logs contradict.
CHANGES = [
    "UPDATE orders_line SET promise = '{}'",
    "UPDATE orders_line SET warranty_months = 6",
    "UPDATE orders_line SET grade = 'fair'",
    "UPDATE orders_line SET price = price + 1, commission = 0",
    "UPDATE orders_sellerorder SET days_max = days_max + 1",
    "UPDATE orders_sellerorder SET promised_by = promised_by + 1",
    "UPDATE orders_order SET terms_version = '2020-01'",
    "UPDATE sellers_trader SET certified_on = certified_on - 1",
    "UPDATE sellers_trader SET version = version + 1",
]
FORMATS = pytest.mark.parametrize("format_", [chain.FORMAT, 3, 2, 1])


@pytest.fixture
def sold(sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sold, its buyer forgotten and its seller gone six months ago."""

    def sell(format_: int = chain.FORMAT) -> Bought:
        with monkeypatch.context() as before:
            before.setattr(chain, "FORMAT", format_)
            made = bought(sandbox)
        ended(made.case.seller, 6, 1)
        erased(made.id)
        return made

    return sell


def unreachable(hours: int = 0) -> None:
    """How the trader was reached has left."""
    assert run(now() + timedelta(hours=hours)).done == {"trader": 1}


def gone() -> None:
    """And then who it was, and the order's own number."""
    aged(11)
    assert run(now()).done == {"sale": 1, "trader": 1}
    assert Order.objects.get().is_nameless
    assert Trader.objects.get().legal_name == ""


def restated() -> list[Step]:
    return list(Step.objects.filter(verb=chain.RESTATE))


@FORMATS
class TestTheBooks:
    @pytest.mark.parametrize("whole", [False, True])
    def test_find_what_was_changed_after_something_has_left(
        self, sold: Any, format_: int, whole: bool
    ) -> None:
        sold(format_)
        unreachable()
        if whole:
            gone()
        assert failed() == set()
        kept = backup()
        for statement in CHANGES:
            corrupt(statement)
            assert "hash chains" in failed(), statement
            put_back(kept)
        assert failed() == set()

    def test_find_what_was_changed_where_the_number_alone_has_left(
        self, sandbox: Any, monkeypatch: pytest.MonkeyPatch, format_: int
    ) -> None:
        """Its seller goes on selling."""
        with monkeypatch.context() as before:
            before.setattr(chain, "FORMAT", format_)
            made = bought(sandbox)
        erased(made.id)
        aged(11)
        assert run(now()).done == {"sale": 1}
        assert failed() == set()
        corrupt("UPDATE orders_line SET warranty_months = 6")
        assert failed() == {"hash chains"}

    def test_find_who_it_is_said_to_have_been(self, sold: Any, format_: int) -> None:
        sold(format_)
        unreachable()
        corrupt("UPDATE sellers_trader SET legal_name = 'Somebody Else SAS'")
        assert failed() == {"hash chains"}

    def test_find_what_is_put_in_place_of_what_has_left(self, sold: Any, format_: int) -> None:
        sold(format_)
        unreachable()
        gone()
        for table, column in (("trader", "email"), ("trader", "legal_name"), ("order", "number")):
            if table == "trader":
                corrupt(f"UPDATE sellers_trader SET {column} = 'x@y.example'")  # noqa: S608
                assert failed() == {"hash chains"}, column
                corrupt(f"UPDATE sellers_trader SET {column} = ''")  # noqa: S608
            else:
                kept = Order.objects.get().reference
                corrupt("UPDATE orders_order SET reference = 'R-AAAAAAAA'")
                assert "hash chains" in failed()
                corrupt("UPDATE orders_order SET reference = %(r)s", r=kept)
        assert failed() == set()

    def test_find_a_log_whose_last_step_was_taken_away(self, sold: Any, format_: int) -> None:
        sold(format_)
        unreachable()
        corrupt("DELETE FROM orders_step s WHERE seq = (SELECT max(seq) FROM orders_step)")
        # A new log has no such step: what is gone there is the delivery, which others notice.
        assert failed()

    def test_find_that_something_left_and_no_act_says_so(self, sold: Any, format_: int) -> None:
        sold(format_)
        unreachable()
        corrupt("UPDATE orders_said SET identity_salt = ''")
        corrupt("UPDATE sellers_trader SET legal_name = '', address = '', register = '',"
                " register_number = '', vat_id = ''")  # fmt: skip
        assert failed() == {"hash chains"}

    def test_an_older_log_is_restated_once_and_a_newer_one_never(
        self, sold: Any, format_: int
    ) -> None:
        made = sold(format_)
        first = Step.objects.get(seq=1).facts_hash
        unreachable()
        gone()
        steps = restated()
        assert len(steps) == (format_ < chain.PARTED)
        assert [(each.reason, each.actor_kind) for each in steps] == [("", "clock")] * len(steps)
        assert not orders.restate(made.id, now())
        assert Step.objects.get(seq=1).facts_hash == first

    def test_no_salt_leaves_before_what_it_covers(self, sold: Any, format_: int) -> None:
        """Without it nobody could show any more of whom a digest is."""
        sold(format_)
        of, before = Trader.objects.get().id, Said.objects.values().get()
        forget = "SELECT orders_forget_said(%s, %s)"
        for statement in ("identity_salt = ''", "contact_salt = ''"):
            with pytest.raises(ProgrammingError, match="permission denied"):
                database.run(f"UPDATE orders_said SET {statement}")  # noqa: S608
        for identity in (False, True):
            assert database.run(forget, of, identity) == [(False,)]
        assert Said.objects.values().get() == before
        unreachable()
        assert database.run(forget, of, True) == [(False,)]
        assert Said.objects.get().identity_salt == before["identity_salt"]
        assert database.run(forget, of, False) == [(True,)]

    def test_what_has_left_cannot_be_tried_out(self, sold: Any, format_: int) -> None:
        """Whoever has all that is left, and the right guess, does not see that it is right."""
        sold(format_)
        said, reference = Trader.objects.get(), Order.objects.get().reference
        unreachable()
        salts = Said.objects.get()
        assert (salts.contact_salt, bool(salts.identity_salt)) == ("", True)
        number = Order.objects.get().number_salt
        gone()
        salts, order = Said.objects.get(), Order.objects.get()
        assert (salts.identity_salt, salts.contact_salt, order.number_salt) == ("", "", "")
        guess = vars(said) | vars(salts)
        for column, names in chain.OF_TRADER.values():
            assert chain.part_hash(guess, names) != guess[column]
        assert chain.digest(["", reference]) != order.number_digest
        assert not number or number not in dump()


class TestAnOlderLog:
    def test_that_was_changed_before_is_named_for_good(self, sold: Any) -> None:
        """What was forged keeps nothing of anybody here, and what was forged is not made right."""
        sold(3)
        corrupt("UPDATE orders_line SET warranty_months = 6")
        assert failed() == {"hash chains"}
        unreachable()
        gone()
        (step,) = restated()
        assert (step.facts_hash, step.reason) == ("", "not_agreed")
        assert failed() == {"hash chains"}
        told = evidence.document(Order.objects.get().id, evidence.STAFF)
        assert proof.verify(told).problems == (
            f"Step {step.seq} does not commit to what is said to have been agreed.",
        )

    def test_a_second_restatement_frees_it_from_nothing(self, sold: Any) -> None:
        """Whoever changes what was agreed and restates it has the first one against them."""
        sold(3)
        unreachable()
        corrupt("UPDATE orders_line SET warranty_months = 6")
        (first,) = restated()
        order = Order.objects.get()
        told = told_by(Trader.objects.in_bulk(), Said.objects.in_bulk())
        again = copy.copy(first)
        again.id, again.seq, again.previous = new_id(), first.seq + 1, first.hash
        again.facts_hash = facts_of(
            chain.FORMAT, order, list(order.seller_orders.all()), told, list(order.lines.all())
        )
        again.hash = log.step_hash(again)
        again.save(force_insert=True)
        assert log.broken_at(order.id) is None
        assert failed() == {"hash chains"}

    def test_a_kill_before_the_seller_leaves_changes_nothing_that_is_said(self, sold: Any) -> None:
        made = sold(3)
        before = evidence.document(made.id, evidence.STAFF)
        ending.part_from(Trader.objects.get().id, now())
        assert len(restated()) == 1
        assert acts() == [("contact", "erased", "over")]
        assert failed() == set()
        told = evidence.document(made.id, evidence.STAFF)
        report = proof.verify(told)
        assert (report.problems, report.parted) == ((), ())
        assert told["steps"][:-1] == before["steps"]
        unreachable()
        assert len(restated()) == 1
        assert failed() == set()

    def test_another_version_s_orders_are_left_as_they_are(self, sold: Any) -> None:
        sold(3)
        sold(3)
        first, second = Order.objects.order_by("id")
        trader = first.seller_orders.get().trader_id
        assert orders.old_of(trader) == [first.id]
        ending.part_from(trader, now())
        assert [each.order_id for each in restated()] == [first.id]
        assert second.seller_orders.get().trader_id != trader

    def test_after_a_backup_it_is_restated_again(
        self, sold: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("REPRISE_JOURNAL", str(tmp_path / "journal"))
        sold(3)
        journal.copy(now())
        kept = backup()
        unreachable()
        gone()
        journal.copy(now())
        put_back(kept)
        assert restated() == []
        assert Trader.objects.get().email
        # Whatever keeps the accounts here moved eleven years ago, in this story.
        aged(11)
        assert journal.replay(now()) == 3
        assert len(restated()) == 1
        assert (Trader.objects.get().legal_name, Said.objects.get().identity_salt) == ("", "")
        assert Order.objects.get().number_salt == ""
        assert failed() == set()


@FORMATS
class TestTheFile:
    def test_says_what_left_and_proves_the_rest(self, sold: Any, format_: int) -> None:
        made = sold(format_)
        seller = evidence.as_seller(made.case.seller.id, now())
        before = evidence.document(made.id, evidence.STAFF)
        excerpt = evidence.document(made.id, seller)
        unreachable()
        halfway = evidence.document(made.id, evidence.STAFF)
        assert halfway["agreed_forgotten"] == ["contact"]
        gone()
        told = evidence.document(made.id, evidence.STAFF)
        assert told["agreed_forgotten"] == ["contact", "identity", "number"]
        for each in (before, halfway, told):
            assert proof.verify(each).problems == ()
            assert proof.verify(excerpt, each).problems == ()
        for one, other in ((before, halfway), (before, told), (halfway, told)):
            assert proof.verify(other, one).problems == ()
            assert proof.verify(one, other).problems, "the other way round"
        assert proof.verify(evidence.document(made.id, seller), told).problems == ()
        for part, name, value in (
            ("lines", "warranty_months", 6), ("contracts", "days_max", 99),
            ("order", "terms_version", "2020-01"), ("traders", "version", 7),
            ("traders", "legal_name", "Somebody Else SAS"), ("order", "reference", "R-AAAAAAAA"),
            ("traders", "identity_digest", "0" * 64), ("order", "number_digest", "0" * 64),
        ):  # fmt: skip
            forged = copy.deepcopy(told)
            facts = forged["agreed"][part]
            (facts[0] if isinstance(facts, list) else facts)[name] = value
            assert proof.verify(resealed(forged)).problems, name

    def test_frees_itself_from_nothing_by_saying_so(self, sold: Any, format_: int) -> None:
        made = sold(format_)
        unreachable()
        told = evidence.document(made.id, evidence.STAFF)
        for flag in (True, [], ["number"], ["contact", "identity"]):
            assert proof.verify(resealed({**told, "agreed_forgotten": flag})).problems, flag
        forged = copy.deepcopy(told)
        forged["agreed"]["lines"][0]["warranty_months"] = 6
        forged["agreed_forgotten"] = True
        assert proof.verify(resealed(forged)).problems


@FORMATS
def test_a_step_that_anybody_can_add_proves_no_file_by_itself(
    sold: Any, format_: int, tmp_path: Path, capsys: Any
) -> None:
    """Who makes the file of an older log can say that something left and restate anything."""
    made = sold(format_)
    seller = evidence.as_seller(made.case.seller.id, now())
    files = {"before": history.told(made.id, evidence.STAFF), "own": history.told(made.id, seller)}
    unreachable()
    files["after"] = history.told(made.id, evidence.STAFF)
    for name, told in files.items():
        (tmp_path / name).write_text(text(told))

    def verified(*arguments: str) -> int:
        named = [each if each.startswith("-") else str(tmp_path / each) for each in arguments]
        return main(["verify-evidence", *named])

    alone = 0 if format_ >= chain.PARTED else 2
    assert verified("after") == alone
    assert ("may have added" in capsys.readouterr().out) is bool(alone)
    assert verified("own", "--with", "after") == alone
    for proven in (("after", "--with", "before"), ("after", "--database"),
                   ("before",), ("own",), ("own", "--with", "before")):  # fmt: skip
        assert verified(*proven) == 0, proven


@pytest.mark.parametrize("format_", [chain.FORMAT, 3, 2])
def test_a_file_of_before_is_still_the_database_s(sold: Any, format_: int) -> None:
    """What has left of it cannot be compared; that does not make it a forgery."""
    made = sold(format_)
    seller = evidence.as_seller(made.case.seller.id, now())
    before = [history.told(made.id, who) for who in (evidence.STAFF, seller)]
    unreachable(hours=1)
    for each in before:
        found = compare(each)
        assert found.problems == [], each["copy"]
        whole = "anchor" not in each and format_ < chain.PARTED
        assert bool(found.doubts) is whole, "a step has come since"
    forged = copy.deepcopy(before[0])
    forged["agreed_forgotten"] = ["contact", "number"]
    assert compare(resealed(forged)).problems


def test_a_file_of_before_is_read_as_it_was(sold: Any) -> None:
    """It said that all of what was agreed was not compared, and still does."""
    made = sold(3)
    told = evidence.document(made.id, evidence.STAFF)
    report = proof.verify(resealed({**told, "agreed_forgotten": True}))
    assert (report.problems, report.parted) == ((), (proof.ALL_AGREED,))


def test_the_same_seller_s_orders_share_its_digests(sandbox: Any) -> None:
    case = an_offer(stock=2)
    bought(sandbox, case=case)
    bought(sandbox, case=case)
    assert Said.objects.count() == 1
    assert failed() == set()
