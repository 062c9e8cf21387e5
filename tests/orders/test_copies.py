"""Two complete copies of one log: a log that was made anew as a whole fits by itself, and is found
beside an earlier copy in other hands."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reprise.cli import main
from reprise.kernel.evidence import document as shaped
from reprise.kernel.evidence import text
from reprise.orders import chain
from reprise.orders.evidence import BUYER, STAFF
from reprise.privacy import evidence as of_privacy
from reprise.shipping.models import Shipment
from tests.moment import now
from tests.orders.story import Document, Story, resealed, scan, wrong
from tests.orders.test_old_logs import kept

pytestmark = pytest.mark.django_db(transaction=True)
ANEW = "is not the one that the earlier copy has there"
LATER = "The other file is the later one of the two"


def made_anew(told: Document, **line: Any) -> Document:
    """The same log with another promise to the buyer, each hash of it and the seal made again."""
    other = copy.deepcopy(told)
    other["agreed"]["lines"][0] |= line
    return rehashed(other)


def rehashed(told: Document) -> Document:
    agreed, previous = told["agreed"], ""
    for step in told["steps"]:
        if step["seq"] == 1:
            step["facts_hash"] = chain.agreed_hash(
                step["format"], agreed["order"], agreed["contracts"], agreed.get("traders", ()),
                agreed["lines"], agreed["insurance"],
            )  # fmt: skip
        step["previous"] = previous
        step["hash"] = previous = chain.step_hash(step)
    return resealed(told)


def without_steps(told: Document, number: int) -> Document:
    """The log as it was ``number`` steps before."""
    steps = told["steps"][:-number]
    shipped = [each["line_id"] for each in steps if each["verb"] == "ship"]
    devices = [e for e in told["devices"] if e["round"] <= shipped.count(e["line_id"])]
    return resealed({**told, "steps": steps, "devices": devices})


def test_it_goes_on_where_the_earlier_one_ended(story: Story) -> None:
    before = story.told(BUYER)
    scan(Shipment.objects.get(seller_id=story.second.seller.id).id, "delivered")
    after = story.told(STAFF)
    assert len(after["steps"]) > len(before["steps"])
    assert wrong(after, before) == wrong(before, before) == ()


def test_which_of_the_two_is_the_later_one_is_said(story: Story) -> None:
    told = story.told(BUYER)
    earlier = without_steps(told, 2)
    assert wrong(told, earlier) == ()
    (said,) = wrong(earlier, told)
    assert said.startswith(LATER)


@pytest.mark.parametrize("form", [1, 2])
def test_a_file_of_before_is_compared_as_well(form: int) -> None:
    told = kept(f"format-{form}")
    assert wrong(told, told) == ()
    other = made_anew(told, warranty_months=6)
    assert wrong(other) == ()
    assert wrong(other, told)


def test_a_log_that_was_made_anew_is_named(story: Story) -> None:
    told = story.told(BUYER)
    other = made_anew(told, warranty_months=6)
    assert wrong(other) == (), "by itself nothing can be found"
    step, agreed = wrong(other, told)
    assert step.startswith(f"Step 1 {ANEW}")
    assert agreed == "What was agreed is not as the earlier copy has it: “lines”."
    # With the steps that have come since, and without the last ones.
    for earlier in (without_steps(told, 2), told):
        for later in (other, without_steps(other, 1)):
            assert wrong(later, earlier)[0] == step


def test_a_step_that_was_made_anew_is_named_by_its_number(story: Story) -> None:
    told = story.told(BUYER)
    other = copy.deepcopy(told)
    other["steps"][3]["reason"] = "another"
    assert wrong(rehashed(other), told) == (f"Step 4 {ANEW}: this log was made anew, or that one.",)


def test_what_its_steps_are_free_of_is_compared_all_the_same(story: Story) -> None:
    """A file of before that says of everything that it has left frees itself from step 1."""
    told = kept("format-2")
    other = copy.deepcopy(told)
    other["agreed"]["lines"][0]["warranty_months"] = 6
    other = resealed({**other, "agreed_forgotten": True})
    assert wrong(other) == ()
    assert wrong(other, told) == ("What was agreed is not as the earlier copy has it: “lines”.",)
    for name, value in (("contracts", []), ("gift", "a house")):
        forged = resealed({**told, "agreed": {**told["agreed"], name: value},
                           "agreed_forgotten": True})  # fmt: skip
        assert f"“{name}”" in wrong(forged, told)[-1]


def test_another_order_and_what_is_no_complete_log_are_refused(story: Story) -> None:
    told = story.told(BUYER)
    assert wrong(told, kept("format-2")) == ("The earlier copy is another order’s.",)
    broken = {**told, "copy": "staff"}
    assert wrong(told, broken)[0] == "The earlier copy is not right itself."
    own = story.seller(story.first)
    for one in (told, own):
        (said,) = wrong(one, own)
        assert "put the excerpt first" in said
        for other in ({}, [], "x", {"format": "reprise-order-1", "log": told}):
            assert wrong(one, other) == (
                "The other file is of another format: compare two of one.",
            )


@pytest.mark.parametrize(
    ("part", "name", "said"),
    [
        ("order", "total", "The order does not add up in total"),
        ("order", "fee", "The order does not add up in total"),
        ("order", "items", "The order does not add up in items"),
        ("order", "shipping", "The order does not add up in shipping"),
        ("contracts", "items", "A contract does not add up in items"),
        ("contracts", "shipping", "A contract does not add up in shipping"),
        ("lines", "price", "A contract does not add up in items"),
        ("lines", "shipping", "A contract does not add up in shipping"),
        ("insurance", "total", "The order does not add up in insurance"),
    ],
)
def test_what_was_agreed_adds_up(story: Story, part: str, name: str, said: str) -> None:
    """50.00 more somewhere, with each hash and the seal made again."""
    told = story.told(BUYER)
    facts = told["agreed"][part]
    (facts[0] if isinstance(facts, list) else facts)[name] += 5000
    assert any(each.startswith(f"{said}: it says ") for each in wrong(rehashed(told)))


def test_a_device_of_no_contract_is_in_no_sum(story: Story) -> None:
    """The order adds up to its devices, each contract to its own, and one is nobody's."""
    told = story.told(BUYER)
    agreed = told["agreed"]
    more = {**agreed["lines"][0], "seller_id": "another", "price": 5000}
    agreed["lines"].append(more)
    agreed["order"]["items"] += 5000
    agreed["order"]["total"] += 5000
    (said,) = wrong(rehashed(told))
    assert said.startswith("The order does not add up in items")


def test_an_excerpt_adds_up(story: Story) -> None:
    told = story.seller(story.first)
    assert wrong(told) == ()
    told["agreed"]["contract"]["items"] += 5000
    (said,) = wrong(resealed(told))
    assert said.startswith("A contract does not add up in items")


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(document: Document, beside: Any) -> tuple[int, str]:
        for name, told in (("one", document), ("other", beside)):
            (tmp_path / name).write_text(text(told))
        ended = main(["verify-evidence", str(tmp_path / "one"), "--with", str(tmp_path / "other")])
        out = capsys.readouterr()
        return ended, out.out + out.err

    return run


class TestTheCommand:
    def test_ends_with_1_for_a_log_that_was_made_anew(self, story: Story, verify: Any) -> None:
        told = story.told(BUYER)
        assert verify(made_anew(told, warranty_months=6), told)[0] == 1
        ended, said = verify(told, without_steps(told, 2))
        assert ended == 0
        assert "The earlier copy's steps are its first ones; 2 have come since." in said

    def test_says_so_of_the_log_in_the_file_of_staff(self, story: Story, verify: Any) -> None:
        log = story.told(STAFF)

        def file(inside: Document) -> Document:
            told = of_privacy.of_order(story.sale.order.id, inside, "en", now())
            return shaped(told.form, told.parts, told.entries)

        assert verify(file(log), file(log))[0] == 0
        ended, said = verify(file(made_anew(log, warranty_months=6)), file(log))
        assert ended == 1
        assert f"In its log: Step 1 {ANEW}" in said
        ended, said = verify(file(log), log)
        assert (ended, "of another format" in said) == (1, True)

    @pytest.mark.parametrize("other", [None, [], 1])
    def test_refuses_what_nothing_can_be_compared_with(
        self, story: Story, verify: Any, other: Any
    ) -> None:
        ended, said = verify(story.told(BUYER), other)
        assert ended == 1
        assert "is no file of evidence: nothing can be compared with it." in said
