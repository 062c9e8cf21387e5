"""A seller's copy of an order's evidence: it proves one part, and is silent about all others."""

from __future__ import annotations

import re

import psycopg
import pytest

from reprise.checkout.actions import MOST_AT_ONCE
from reprise.orders import evidence, proof
from reprise.orders import queries as orders_queries
from reprise.orders.actions.place import marks
from reprise.orders.evidence import BUYER, STAFF, as_seller
from reprise.orders.models import Line, SellerOrder, Step
from reprise.shipping.models import Shipment
from tests.cast import CONTACT, a_seller, an_offer
from tests.database import endpoints
from tests.moment import now
from tests.orders.sale import place
from tests.orders.story import Copies, Story, changed, leaves, resealed, says, scan, wrong

pytestmark = pytest.mark.django_db(transaction=True)


class TestASellersCopy:
    def test_the_number_of_a_contract_counts_nothing(self) -> None:
        """Nobody learns from it whether the order has others, nor how many."""
        order = place((an_offer(), 1), (an_offer(seller=a_seller("Maas Refurb")), 1)).order
        found = SellerOrder.objects.filter(order=order).values_list("reference", flat=True)
        assert len(set(found)) == 2
        assert all(re.fullmatch(f"{order.reference}-[1-9][0-9]", each) for each in found)
        assert len({marks(1)[0] for _ in range(99)}) > 1, "one contract is no number one"
        assert len(set(marks(MOST_AT_ONCE))) == MOST_AT_ONCE

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
            assert not says(text, str(agreed["total"]))

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
                assert not says(text, each), each

    def test_neither_place_in_the_log_nor_chain_tells_how_much_others_did(
        self, copies: Copies
    ) -> None:
        told = copies.first
        assert told["steps"]
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
        assert (
            orders_queries.contact_for_seller(contract, list(contract.lines.all()), now()) is None
        )
        assert story.seller(story.first)["on_record"]["recipient"] is None

    def test_who_waits_at_a_point_need_not_say_where_he_lives(self, story: Story) -> None:
        with psycopg.connect(endpoints.owner_url, autocommit=True) as owner:
            owner.execute("UPDATE orders_sellerorder SET kind = 'point'")
        record = story.seller(story.first)["on_record"]
        assert record["recipient"] == {"name": CONTACT.name}

    def test_a_seller_without_a_contract_there_gets_none(self, story: Story) -> None:
        with pytest.raises(SellerOrder.DoesNotExist):
            evidence.document(story.sale.order.id, as_seller(a_seller("Rival").id, now()))

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


def test_a_number_inside_a_hash_tells_nothing() -> None:
    assert says('"total": 27182,', "27182")
    assert says("271,82", "271")
    assert not says('"b6c3b5752718227777"', "27182")
