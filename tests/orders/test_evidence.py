"""An order's evidence: whole, the same each time, and broken by any change."""

from __future__ import annotations

import copy
import hashlib
import json
from datetime import date
from typing import Any

import pytest

from reprise.books.proof import findings
from reprise.kernel.evidence import read
from reprise.orders import chain, evidence, proof
from reprise.orders.evidence import BUYER, STAFF, as_seller
from reprise.orders.models import Contact, Step
from tests.cast import CONTACT, an_offer
from tests.moment import now
from tests.orders.sale import pay, place
from tests.orders.story import Copies, Story, breaks, changed, leaves, resealed, sha, wrong
from tests.planted import corrupt, failed
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)


def test_logs_that_were_written_stay_readable() -> None:
    """Format 1, letter by letter: what was hashed once is hashed like that for ever."""
    step = {name: name[0] for name in chain.STEP} | {"format": 1, "seq": 7}
    assert chain.step_hash(step) == sha(
        '[1,"o",7,"s","l","c","f","t","v","a","a","r","b","f","a","p"]'
    )
    assert chain.device_hash({"salt": "aa", "kind": "imei", "number": "é1", "at": "x"}) == sha(
        '["aa","imei","é1"]'
    )
    order = {name: name for name in chain.ORDER} | {"total": 5}
    contract = dict.fromkeys(chain.CONTRACT, 1)
    line = dict.fromkeys(chain.LINE, "x") | {"promise": {"b": 1, "a": ["c"]}}
    assert chain.agreed_hash(1, order, [contract], [], [line]) == sha(
        '{"contracts":[[1,1,1,1,1,1,1,1,1,1,1]],'
        '"lines":[["x","x","x","x","x","x","x","x","x","x","x","x",{"a":["c"],"b":1},"x"]],'
        '"order":["id","reference","market","currency","items","shipping","fee",5,"terms_version"]}'
    )
    # Format 2 begins with the same, and commits to three things more.
    assert chain.step_hash(step | {"format": 2}) == sha(
        '[2,"o",7,"s","l","c","f","t","v","a","a","r","b","f","a","p"]'
    )
    # Format 3 is hashed like it; that a buyer's step has no account is what is new.
    assert chain.step_hash(step | {"format": 3, "actor_kind": "buyer", "actor_id": ""}) == sha(
        '[3,"o",7,"s","l","c","f","t","v","buyer","","r","b","f","a","p"]'
    )
    contract |= {"kind": "home", "promised_by": date(2026, 12, 3)}
    trader = {name: name for name in chain.TRADER} | {"version": 2}
    agreed = sha(
        '{"contracts":[[1,1,1,1,1,1,1,1,1,1,1,"home","2026-12-03"]],'
        '"lines":[["x","x","x","x","x","x","x","x","x","x","x","x",{"a":["c"],"b":1},"x"]],'
        '"order":["id","reference","market","currency","items","shipping","fee",5,"terms_version"],'
        '"traders":[["id",2,"legal_name","address","email","phone","register","register_number",'
        '"vat_id","certified_on"]]}'
    )
    for form in (2, 3):
        assert chain.agreed_hash(form, order, [contract], [trader], [line]) == agreed
    # Format 4 has the digests of what leaves, and that not at all.
    order |= {"number_digest": "d1", "number_salt": "ss"}
    trader |= {"identity_digest": "d2", "contact_digest": "d3", "identity_salt": "ss"}
    assert chain.agreed_hash(4, order, [contract], [trader], [line]) == sha(
        '{"contracts":[[1,1,1,1,1,1,1,1,1,1,1,"home","2026-12-03"]],'
        '"lines":[["x","x","x","x","x","x","x","x","x","x","x","x",{"a":["c"],"b":1},"x"]],'
        '"number":"d1",'
        '"order":["id","market","currency","items","shipping","fee",5,"terms_version"],'
        '"traders":[["id",2,"certified_on","d2","d3"]]}'
    )
    assert chain.part_hash(order, chain.NUMBER) == sha('["ss","reference"]')
    assert chain.part_hash(trader, chain.IDENTITY) == sha(
        '["ss","legal_name","address","register","register_number","vat_id"]'
    )
    assert chain.part_hash(trader | {"contact_salt": "tt"}, chain.CONTACT) == sha(
        '["tt","email","phone"]'
    )


class TestALogOfFormat1:
    """One that began before the first step committed to day, delivery and trader."""

    @pytest.fixture
    def old(self, sandbox: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
        case = an_offer(stock=2)
        with monkeypatch.context() as before:
            before.setattr(chain, "FORMAT", 1)
            sale = place((case, 1))
        pay(sale, sandbox)
        sale.answer(case)
        drain()
        return sale, case

    def test_it_goes_on_and_is_whole_for_everybody(self, old: Any) -> None:
        sale, case = old
        formats = Step.objects.filter(order_id=sale.order.id).order_by("seq")
        assert list(formats.values_list("format", flat=True)) == [1, 4, 4, 4]
        assert not findings()
        told = evidence.document(sale.order.id, BUYER)
        own = evidence.document(sale.order.id, as_seller(case.seller.id, now()))
        assert wrong(told) == ()
        assert wrong(own) == ()
        assert wrong(own, told) == ()
        assert "traders" not in told["agreed"]
        (record,) = told["on_record"]["contracts"]
        assert record["trader"]["legal_name"] == "Atelier Rhône SAS"
        assert (record["delivery"], bool(record["promised_by"])) == ("home", True)
        assert "format 2" not in told["fields"]
        assert told["fields"]["agreed.contracts"] == list(chain.CONTRACT)

    def test_what_it_commits_to_is_checked_as_it_was_written(self, old: Any) -> None:
        sale, _ = old
        told = evidence.document(sale.order.id, BUYER)
        told["agreed"]["contracts"][0]["days_max"] += 1
        assert "commit" in wrong(resealed(told))[0]


class TestWhatFormat2CommitsTo:
    @pytest.mark.parametrize(
        ("statement", "found"),
        [
            ("UPDATE orders_sellerorder SET promised_by = promised_by + 1", True),
            ("UPDATE orders_sellerorder SET kind = 'point'", True),
            ("UPDATE sellers_trader SET address = 'elsewhere'", True),
            ("UPDATE sellers_trader SET certified_on = certified_on - 1", True),
            ("UPDATE sellers_seller SET town = 'elsewhere'", False),
        ],
    )
    def test_the_books_find_what_was_changed_afterwards(self, statement: str, found: bool) -> None:
        place((an_offer(stock=1), 1))
        assert not findings()
        corrupt(statement)
        assert ("hash chains" in failed()) is found

    @pytest.mark.parametrize("copy_of", ["buyer", "first"])
    @pytest.mark.parametrize("what", ["promised_by", "kind", "legal_name", "phone"])
    def test_so_does_an_outsider(self, copies: Copies, copy_of: str, what: str) -> None:
        told = copy.deepcopy(getattr(copies, copy_of))
        agreed = told["agreed"]
        contract = agreed["contract"] if copy_of == "first" else agreed["contracts"][0]
        trader = agreed["trader"] if copy_of == "first" else agreed["traders"][0]
        thing = contract if what in contract else trader
        assert thing[what]
        thing[what] = "another"
        assert wrong(resealed(told), copies.buyer), what

    def test_a_copy_that_hides_the_trader_is_not_right(self, copies: Copies) -> None:
        del copies.first["agreed"]["trader"]
        assert wrong(resealed(copies.first), copies.buyer)
        del copies.buyer["agreed"]["traders"]
        assert wrong(resealed(copies.buyer))


class TestACompleteCopy:
    def test_it_is_whole_and_the_same_each_time(self, story: Story) -> None:
        told = story.told(BUYER)
        assert wrong(told) == ()
        assert evidence.text(story.told(BUYER)) == evidence.text(told)
        assert read(evidence.text(told)) == told
        assert len(told["steps"]) == Step.objects.count()
        assert story.told(STAFF)["steps"] == told["steps"]

    def test_it_says_what_was_agreed_who_sold_and_what_became_of_it(self, story: Story) -> None:
        told = story.told(BUYER)
        order = story.sale.order
        assert told["agreed"]["order"]["total"] == order.total
        assert told["agreed"]["order"]["terms_version"] == order.terms_version
        record = told["on_record"]
        assert {each["seller"] for each in record["contracts"]} == {
            "Atelier Rhône", "Werkstatt Elbe",
        }  # fmt: skip
        trader = told["agreed"]["traders"][0]
        assert told["agreed"]["contracts"][0]["kind"] == "home"
        assert trader["version"] == 1
        assert trader["id"] == told["agreed"]["contracts"][0]["trader_id"]
        (payment,) = record["payments"]
        assert (payment["amount"], payment["captured"]) == (order.total, order.total)
        assert payment["provider_ref"]
        assert {each["verb"] for each in payment["instructions"]} == {"authorize", "capture"}
        assert [e["kind"] for e in record["parcels"][0]["scans"]] == ["handed_over", "returned"]
        assert len(record["parcels"]) == 3
        assert {"order_paid", "new_order", "sale_final", "shipped"} <= {
            letter["kind"] for letter in record["letters"]
        }
        assert record["contact"]["email"] == CONTACT.email
        assert [each["round"] for each in told["devices"]] == [1, 2, 1, 1]

    def test_after_erasure_the_person_is_gone_and_the_chain_is_whole(self, story: Story) -> None:
        Contact.objects.all().delete()
        told = story.told(BUYER)
        assert told["on_record"]["contact"] is None
        assert CONTACT.email not in evidence.text(told)
        assert wrong(told) == ()

    def test_an_outsider_gets_the_same_hashes_with_sha_256_alone(self, copies: Copies) -> None:
        """Written from the file's own explanation, not from our code."""

        def sha(value: Any) -> str:
            text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            return hashlib.sha256(text.encode()).hexdigest()

        told = json.loads(evidence.text(copies.buyer))
        fields, agreed = told["fields"], told["agreed"]
        salted = agreed["order"]
        assert salted["number_digest"] == sha([salted[n] for n in fields["agreed.number"]])
        for part in ("identity", "contact"):
            for each in agreed["traders"]:
                assert each[f"{part}_digest"] == sha([each[n] for n in fields[f"agreed.{part}"]])
        facts = {
            "number": salted["number_digest"],
            "order": [agreed["order"][name] for name in fields["agreed.order"]],
            "contracts": [[e[n] for n in fields["agreed.contracts"]] for e in agreed["contracts"]],
            "traders": [[e[n] for n in fields["agreed.traders"]] for e in agreed["traders"]],
            "lines": [[e[n] for n in fields["agreed.lines"]] for e in agreed["lines"]],
            "insurance": [
                agreed["insurance"]["total"],
                [
                    [line[n] for n in fields["agreed.insurance.lines"]]
                    for line in agreed["insurance"]["lines"]
                ],
            ],
        }
        assert told["steps"][0]["facts_hash"] == sha(facts)
        previous = ""
        devices = {(e["line_id"], e["round"]): e for e in told["devices"]}
        rounds: dict[str, int] = {}
        for step in told["steps"]:
            assert step["previous"] == previous
            assert step["hash"] == sha([step[name] for name in fields["steps"]])
            previous = step["hash"]
            if step["verb"] == "ship":
                rounds[step["line_id"]] = rounds.get(step["line_id"], 0) + 1
                device = devices[step["line_id"], rounds[step["line_id"]]]
                assert step["facts_hash"] == sha([device[n] for n in fields["devices"]])
        rest = {name: value for name, value in told.items() if name != "seal"}
        assert told["seal"] == sha(rest)


class TestChanges:
    def test_each_single_leaf_changed_breaks_the_seal(self, copies: Copies) -> None:
        for told in (copies.buyer, copies.first):
            paths = list(leaves(told))
            assert len(paths) > 100

            breaks(told, paths)
            for path in paths:
                other = changed(told, path, "something else")
                assert other is not None
                assert wrong(other), path

    def test_what_the_chain_commits_to_is_found_under_a_new_seal_as_well(
        self, copies: Copies
    ) -> None:
        told = copies.buyer
        paths = [
            path for path in leaves(told)
            if path[0] in {"agreed", "steps"}
            or (path[0] == "devices" and path[-1] in {"salt", "kind", "number", "line_id", "round"})
        ]  # fmt: skip
        for path in paths:
            other = changed(told, path, "something else")
            assert other is not None
            assert wrong(resealed(other)), path

    @pytest.mark.parametrize("position", [0, 3, -1])
    def test_a_step_left_out_put_in_or_moved_is_found(self, copies: Copies, position: int) -> None:
        told = copies.buyer
        steps = told["steps"]
        out = [step for step in steps if step is not steps[position]]
        twice = [*steps, steps[position]]
        turned = steps[::-1]
        for other in (out, twice, turned, []):
            assert wrong(resealed({**told, "steps": other}))

    def test_it_says_which_step_is_broken(self, copies: Copies) -> None:
        told = copies.buyer
        other = changed(told, ("steps", 4, "verb"), "refuse")
        assert other is not None
        assert wrong(resealed(other))[0] == "Step 5 was changed: its hash does not fit."
        other = changed(told, ("devices", 1, "number"), "SN-OTHER")
        assert other is not None
        (first, *_) = wrong(resealed(other))
        assert "does not commit to the device" in first

    @pytest.mark.parametrize(
        "nonsense",
        [None, [], {}, 7, "x", {"format": proof.FORM}, {"format": proof.FORM, "seal": 1}],
    )
    def test_nonsense_is_no_evidence_and_no_crash(self, nonsense: Any) -> None:
        assert wrong(nonsense)

    @pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', "[NaN]", "[Infinity]", "{", ""])
    def test_a_file_that_can_be_read_in_two_ways_is_not_read(self, text: str) -> None:
        with pytest.raises(ValueError):
            read(text)
