"""A file that somebody has kept stays genuine when what stands in it has left the database."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from reprise.cli import main
from reprise.cli.evidence_here import compare
from reprise.kernel.evidence import text
from reprise.orders import chain, evidence
from reprise.orders.models import Order
from reprise.privacy.actions.nights import run
from reprise.sellers.models import Seller
from reprise.web import history
from tests.moment import now
from tests.orders.story import Document, resealed
from tests.orders.test_old_logs import kept as of_before
from tests.planted import corrupt
from tests.privacy.cases import Bought, bought
from tests.privacy.test_sold import aged, erased
from tests.privacy.test_traders import ended

pytestmark = pytest.mark.django_db(transaction=True)
NUMBERS = "the parcels' numbers"
LETTERS = "which letters were written"
PROVIDER = "the numbers at the payment provider"
NUMBER = "the order's own number"


def copies(made: Bought) -> list[Document]:
    seller = evidence.as_seller(made.case.seller.id, now())
    return [history.told(made.id, who) for who in (evidence.BUYER, evidence.STAFF, seller)]


def forged(told: Document, *path: Any, value: Any) -> Document:
    other = copy.deepcopy(told)
    facts: Any = other
    for each in path[:-1]:
        facts = facts[each]
    facts[path[-1]] = value
    return resealed(other)


@pytest.fixture
def files(sandbox: Any) -> list[Document]:
    """Of an order whose buyer is not named any more."""
    made = bought(sandbox)
    told = copies(made)
    erased(made.id)
    return told


def test_when_the_buyers_name_has_left(files: list[Document]) -> None:
    for each in files:
        found = compare(each)
        assert (found.problems, list(found.doubts)) == ([], []), each["copy"]
        assert set(found.unchecked) == {NUMBERS, LETTERS}
        assert f"It has left the database since: {NUMBERS}." in found.said


def test_when_the_number_has_left(files: list[Document]) -> None:
    aged(11)
    before = [forged(each, "on_record", "payments", value=[]) for each in files]
    # The story has moved the payments' times, which no file would have.
    files = [aged_file(each) for each in files]
    assert run(now()).done == {"sale": 1}
    assert Order.objects.get().is_nameless
    for each in files:
        found = compare(each)
        assert (found.problems, list(found.doubts)) == ([], []), each["copy"]
        own = {NUMBER} if each["copy"] == "seller" else {PROVIDER}
        assert set(found.unchecked) == {NUMBERS, LETTERS} | own
    for each in files:
        assert any("“order”" in one for one in compare(
            forged(each, "order", value="R-AAAAAAAA")).problems)  # fmt: skip
        assert compare(forged(each, "on_record", "contracts", 0, "reference",
                              value="R-AAAAAAAA-11")).problems  # fmt: skip
    for each in before:
        assert any("“payments”" in one for one in compare(each).problems)


def aged_file(told: Document) -> Document:
    """The file, with the times that the story has given its rows since."""
    order_id = told["steps"][0]["order_id"]
    who = evidence.STAFF
    here = history.told(Order.objects.get(id=order_id).id, who)["on_record"]
    record = {**told["on_record"], "placed_at": here["placed_at"]}
    if told["copy"] != "seller":
        record["payments"] = here["payments"]
    return resealed({**told, "on_record": record})


def test_when_the_seller_has_left(sandbox: Any) -> None:
    made = bought(sandbox)
    ended(made.case.seller, 6, 1)
    erased(made.id)
    told = copies(made)[:2]
    assert run(now()).done == {"trader": 1}
    assert [compare(each).problems for each in told] == [[], []]
    aged(11)
    told = [aged_file(each) for each in told]
    assert run(now()).done == {"sale": 1, "trader": 1}
    assert run(now()).done == {"trader": 1}
    assert Seller.objects.get().name == ""
    for each in told:
        found = compare(each)
        assert found.problems == []
        assert "what a seller was called" in found.unchecked


def test_the_rest_is_compared_as_before(files: list[Document]) -> None:
    for each in files:
        for path, value in (
            (("on_record", "parcels", 0, "state"), "returned"),
            (("on_record", "parcels", 0, "scans", 0, "outcome"), "another"),
            (("on_record", "payments", 0, "captured"), 1),
            (("on_record", "contracts", 0, "seller"), "Somebody Else"),
            (("order",), "R-AAAAAAAA"),
            (("agreed", "gift"), "a house"),
        ):
            found = compare(forged(each, *path, value=value))
            assert found.problems, (each["copy"], path)
    gift = forged(files[0], "agreed", "gift", value="a house")
    assert any("“agreed”" in each for each in compare(gift).problems)


def test_what_was_agreed_is_compared_where_a_part_of_it_has_left(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(chain, "FORMAT", 3)
        made = bought(sandbox)
    told = copies(made)[0]
    ended(made.case.seller, 6, 1)
    erased(made.id)
    assert run(now() + timedelta(hours=1)).done == {"trader": 1}
    assert not compare(told).problems
    (said,) = compare(forged(told, "agreed", "gift", value="a house")).problems
    assert "“agreed”" in said


def test_what_is_gone_without_an_act_is_named(sandbox: Any) -> None:
    """Rows that somebody has emptied do not make a file right."""
    made = bought(sandbox)
    told = copies(made)
    corrupt("UPDATE shipping_shipment SET tracking = ''")
    corrupt("DELETE FROM notifications_message")
    for each in told:
        said = " ".join(compare(each).problems)
        assert "“parcels”" in said
        assert "“letters”" in said


def test_an_order_that_is_not_here() -> None:
    for name in ("format-2", "format-2-excerpt"):
        (said,) = compare(of_before(name)).problems
        assert "The database knows nothing of it" in said


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[Document], str]:
    def run(document: Document) -> str:
        (tmp_path / "x.json").write_text(text(document))
        assert main(["verify-evidence", str(tmp_path / "x.json"), "--database"]) == 0
        return capsys.readouterr().out

    return run


def test_the_verdict_names_it(files: list[Document], said: Any) -> None:
    assert f"ok, but {NUMBERS} and {LETTERS} is not checked\n" in said(files[0])
