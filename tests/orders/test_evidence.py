"""An order's evidence: whole, the same each time, broken by any change, and silent about others."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reprise.cli import main
from reprise.notifications.queries import letters_of
from reprise.orders import chain, evidence, proof
from reprise.orders import queries as orders_queries
from reprise.orders.evidence import BUYER, STAFF, as_seller
from reprise.orders.models import Contact, Line, SellerOrder, Step
from reprise.shipping import actions as shipping
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, OfferCase, a_seller, a_variant, an_offer
from tests.database import endpoints
from tests.moment import now
from tests.orders.sale import SELLER, pay, place
from tests.work import drain

pytestmark = pytest.mark.django_db(transaction=True)

_event = count(1)
Document = dict[str, Any]


def scan(shipment: Any, kind: str) -> None:
    parcel = Shipment.objects.get(id=shipment)
    told = shipping.receive_scan(
        carrier="sandbox", event_id=f"evidence-{next(_event)}", tracking=parcel.tracking,
        kind=kind, occurred_at=now(), now=now(),
    )  # fmt: skip
    assert told == "applied"
    drain()


class Story:
    """Two devices from one seller, one of them insured, one from another; a parcel comes back and
    is sent again."""

    def __init__(self, sandbox: Any) -> None:
        self.first = an_offer(
            seller=a_seller("Atelier Rhône"), variant=a_variant("Pixel 8"), price=31337, stock=5
        )
        self.second = an_offer(
            seller=a_seller("Werkstatt Elbe"), variant=a_variant("Galaxy S22"), price=27182, stock=5
        )
        self.sale = place((self.first, 2), (self.second, 1), insured={self.first.id: {1}})
        pay(self.sale, sandbox)
        self.sale.answer(self.first)
        self.sale.answer(self.second)
        drain()
        parcel = self.sale.ship(self.first)
        scan(parcel, "handed_over")
        scan(parcel, "returned")
        from reprise.orders import actions as orders

        again = orders.ship(
            seller_id=self.first.seller.id,
            seller_order_id=self.sale.contract(self.first).id,
            devices=dict.fromkeys(self.sale.lines(self.first)[:1], ("serial", "SN-AGAIN")),
            tracking="",
            actor=SELLER,
            now=now(),
        )
        scan(again, "delivered")
        self.sale.ship(self.second)
        drain()

    def told(self, viewer: evidence.Viewer) -> Document:
        order_id = self.sale.order.id
        return evidence.document(order_id, viewer, letters_of(order_id))

    def seller(self, case: OfferCase) -> Document:
        return self.told(as_seller(case.seller.id))


@pytest.fixture
def story(sandbox: Any) -> Story:
    return Story(sandbox)


@dataclass(frozen=True)
class Copies:
    buyer: Document
    first: Document
    second: Document


@pytest.fixture(scope="module")
def _made() -> list[Copies]:
    return []


@pytest.fixture
def copies(_made: list[Copies], request: pytest.FixtureRequest) -> Copies:
    """The documents of one story, made once: they need no database any more."""
    if not _made:
        story = request.getfixturevalue("story")
        _made.append(
            Copies(story.told(BUYER), story.seller(story.first), story.seller(story.second))
        )
    return copy.deepcopy(_made[0])


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from leaves(value, (*path, name))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    else:
        yield path


def changed(document: Document, path: tuple[Any, ...], value: Any) -> Document | None:
    """A copy with another leaf; None when it is the one that was there."""
    made = copy.deepcopy(document)
    node: Any = made
    for each in path[:-1]:
        node = node[each]
    if json.dumps(node[path[-1]]) == json.dumps(value):
        return None
    node[path[-1]] = value
    return made


def resealed(document: Document) -> Document:
    return {**document, "seal": proof.seal(document)}


def wrong(document: Any, full: Any = None) -> tuple[str, ...]:
    return proof.verify(document, full).problems


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 10**12), st.text(max_size=12), st.floats(),
    st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=3), st.integers()),
)  # fmt: skip


def breaks(told: Document, paths: list[tuple[Any, ...]]) -> None:
    """Anything else in any place is found."""

    @settings(max_examples=400, deadline=None)
    @given(st.sampled_from(paths), VALUES)
    def check(path: tuple[Any, ...], value: Any) -> None:
        other = changed(told, path, value)
        if other is not None:
            assert wrong(other), path

    check()


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


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
    assert chain.agreed_hash(order, [contract], [line]) == sha(
        '{"contracts":[[1,1,1,1,1,1,1,1,1,1,1]],'
        '"lines":[["x","x","x","x","x","x","x","x","x","x","x","x",{"a":["c"],"b":1},"x"]],'
        '"order":["id","reference","market","currency","items","shipping","fee",5,"terms_version"]}'
    )


class TestACompleteCopy:
    def test_it_is_whole_and_the_same_each_time(self, story: Story) -> None:
        told = story.told(BUYER)
        assert wrong(told) == ()
        assert evidence.text(story.told(BUYER)) == evidence.text(told)
        assert proof.read(evidence.text(told)) == told
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
        trader = record["contracts"][0]["trader"]
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
        facts = {
            "order": [agreed["order"][name] for name in fields["agreed.order"]],
            "contracts": [[e[n] for n in fields["agreed.contracts"]] for e in agreed["contracts"]],
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
            proof.read(text)


class TestASellersCopy:
    def test_it_is_an_excerpt_that_stands_beside_the_complete_copy(self, story: Story) -> None:
        for case in (story.first, story.second):
            told = story.seller(case)
            report = proof.verify(told)
            assert (report.problems, report.complete) == ((), False)
            assert wrong(told, story.told(BUYER)) == ()
            assert wrong(told, story.told(STAFF)) == ()

    def test_it_knows_nothing_of_insurance(self, copies: Copies) -> None:
        """That is between the buyer and the insurer."""
        agreed = copies.buyer["agreed"]["insurance"]
        assert [line["premium"] for line in agreed["lines"]] == [agreed["total"]]
        for told in (copies.first, copies.second):
            text = evidence.text({**told, "how_to_verify": []})
            assert "insur" not in text
            assert "premium" not in text
            assert str(agreed["total"]) not in text

    def test_no_byte_of_another_seller_is_in_it(self, story: Story) -> None:
        for mine, theirs in ((story.first, story.second), (story.second, story.first)):
            text = evidence.text(story.seller(mine))
            contract = story.sale.contract(theirs)
            lines = Line.objects.filter(seller_id=theirs.seller.id)
            trader = theirs.seller.traders.get()
            foreign = {
                theirs.seller.name, theirs.seller.slug, str(theirs.seller.id), str(contract.id),
                contract.reference, trader.legal_name, trader.email, str(trader.id),
                theirs.offer.variant.product.name, str(theirs.id), theirs.offer.sku,
                str(theirs.offer.variant_id), str(contract.total),
                *(str(line.id) for line in lines), *(str(line.price) for line in lines),
                *(row.tracking for row in Shipment.objects.filter(seller_id=theirs.seller.id)),
                *(row.number for line in lines for row in line.devices.all()),
                # Sums would tell the rest.
                str(story.sale.order.total), str(story.sale.order.items),
                *Step.objects.filter(seller_id=theirs.seller.id).values_list("hash", flat=True),
            }  # fmt: skip
            for each in foreign:
                assert each not in text, each

    def test_neither_place_in_the_log_nor_chain_tells_how_much_others_did(
        self, copies: Copies
    ) -> None:
        told = copies.first
        for step in told["steps"]:
            assert not {"seq", "previous", "hash"} & set(step)
            # The first step's digest covers everybody's contract.
            assert ("facts_hash" in step) == (step["verb"] == "ship")
            # The account of the buyer is the same in every seller's orders.
            assert ("actor_id" in step) == (step["actor_kind"] == "seller")

    def test_it_has_of_the_buyer_what_the_sellers_page_shows(self, story: Story) -> None:
        text = evidence.text(story.seller(story.first))
        assert CONTACT.name in text
        assert CONTACT.street in text
        assert CONTACT.email not in text
        contract = story.sale.contract(story.first)
        Line.objects.filter(seller_order=contract).update(state="paid")
        assert orders_queries.contact_for_seller(contract, list(contract.lines.all())) is None
        assert story.seller(story.first)["on_record"]["recipient"] is None

    def test_who_waits_at_a_point_need_not_say_where_he_lives(self, story: Story) -> None:
        with psycopg.connect(endpoints.owner_url, autocommit=True) as owner:
            owner.execute("UPDATE orders_sellerorder SET kind = 'point'")
        record = story.seller(story.first)["on_record"]
        assert record["recipient"] == {"name": CONTACT.name}

    def test_a_seller_without_a_contract_there_gets_none(self, story: Story) -> None:
        with pytest.raises(SellerOrder.DoesNotExist):
            evidence.document(story.sale.order.id, as_seller(a_seller("Rival").id))

    def test_a_log_that_was_rewritten_later_no_longer_has_the_anchor(self, copies: Copies) -> None:
        """Rewritten with everything that we know how to do: new hashes, new seal."""
        excerpt, full = copies.first, copies.buyer
        full["steps"][0]["reason"] = "rewritten"
        previous = ""
        for step in full["steps"]:
            step["previous"] = previous
            step["hash"] = previous = proof.chain.step_hash(step)
        full = resealed(full)
        assert wrong(full) == ()
        assert "anchor is not in the complete copy" in wrong(excerpt, full)[0]

    def test_what_was_changed_under_a_new_seal_is_not_in_the_complete_copy(
        self, copies: Copies
    ) -> None:
        excerpt, full = copies.first, copies.buyer
        for path in leaves(excerpt):
            if path[0] in {"agreed", "steps", "anchor"} or path[0] == "devices":
                other = changed(excerpt, path, "something else")
                assert other is not None
                assert wrong(resealed(other), full), path

    def test_it_fits_a_complete_copy_that_was_made_later(self, story: Story) -> None:
        excerpt = story.seller(story.second)
        parcel = Shipment.objects.get(seller_id=story.second.seller.id)
        scan(parcel.id, "delivered")
        assert wrong(excerpt, story.told(BUYER)) == ()


class TestTheCommand:
    @pytest.fixture
    def files(self, story: Story, tmp_path: Any) -> Callable[..., str]:
        def write(name: str, document: Document) -> str:
            path = tmp_path / name
            path.write_text(evidence.text(document))
            return str(path)

        return write

    def test_it_says_that_a_log_is_whole(self, story: Story, files: Any, capsys: Any) -> None:
        full = files("full.json", story.told(BUYER))
        part = files("part.json", story.seller(story.first))
        assert main(["verify-evidence", full]) == 0
        assert "The log is whole" in capsys.readouterr().out
        assert main(["verify-evidence", part]) == 0
        assert "--with" in capsys.readouterr().out
        assert main(["verify-evidence", part, "--with", full]) == 0
        assert "stand in the complete copy" in capsys.readouterr().out

    def test_it_names_what_is_broken_and_ends_with_1(
        self, story: Story, files: Any, capsys: Any
    ) -> None:
        told = changed(story.told(BUYER), ("steps", 2, "at"), "2026-01-01T00:00:00.000000+00:00")
        assert told is not None
        assert main(["verify-evidence", files("bad.json", told)]) == 1
        said = capsys.readouterr().out
        assert "The seal does not fit" in said
        assert "Step 3 was changed" in said

    @pytest.mark.parametrize("content", ["{", '{"a":1,"a":2}', "\x80"])
    def test_a_file_that_is_none_is_one_sentence(
        self, tmp_path: Any, capsys: Any, content: str
    ) -> None:
        path = tmp_path / "x.json"
        path.write_bytes(content.encode("latin-1"))
        assert main(["verify-evidence", str(path)]) == 1
        assert capsys.readouterr().err.count("\n") == 1
        assert main(["verify-evidence", str(tmp_path / "none")]) == 1


def test_the_check_needs_neither_django_nor_a_database() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from reprise.cli.evidence import verify; from reprise.orders import proof;"
        "sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
