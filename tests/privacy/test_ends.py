"""Whatever ends is carried out: table by table, by a clock that is there, and in fact."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from reprise.accounts import actions as accounts
from reprise.accounts import passkeys
from reprise.accounts.models import User
from reprise.audit import actions as audit
from reprise.audit.states import Page, Subject
from reprise.checkout import actions as checkout
from reprise.kernel.ids import new_id
from reprise.notifications.actions import send_post
from reprise.orders import actions as orders
from reprise.payments.models import Notice
from reprise.privacy.actions import nights
from reprise.privacy.decided import Nobody, Personal
from reprise.privacy.ends import ENDS, KEPT, How, markdown, not_carried_out
from reprise.privacy.holdings import CONTRACT, HOLDINGS, LOOKS, Leaves
from reprise.privacy.queries import busy
from reprise.privacy.register import REGISTER
from reprise.privacy.retention import RUNS
from reprise.sellers import actions as sellers
from reprise.sellers.models import Member, Seller
from reprise.shipping.models import Destination
from reprise.wiring import sweeps
from tests import database
from tests.accounts.authenticator import Authenticator
from tests.moment import now
from tests.orders.sale import SELLER
from tests.orders.story import Story, scan
from tests.planted import corrupt
from tests.work import drain

ROOT = Path(__file__).parents[2]


class TestTheList:
    def test_whatever_ends_is_carried_out(self) -> None:
        assert not_carried_out() == [], "say in privacy/ends.py what carries its end out"

    def test_what_nothing_ends_is_found(self) -> None:
        there = dict(REGISTER)
        there["public.diary"] = {"entry": Personal(HOLDINGS[0])}
        there["public.orders_contact"] = {"order_id": Nobody("a row's own key")}
        assert not_carried_out(there) == [
            "does not end: public.orders_contact", "nothing ends: public.diary",
        ]  # fmt: skip

    def test_looks_stay_as_long_as_people_are_told(self) -> None:
        assert (LOOKS.until.en, audit.LOOKS_MONTHS) == ("Five years", 5 * 12)

    def test_by_a_clock_that_is_there(self) -> None:
        clocks = {f"night {each.holding}" for each in RUNS}
        every = sweeps.SWEEPS + sweeps.RARELY + sweeps.NIGHTLY
        clocks |= {f"sweep {each.__name__}" for each in every}
        named = {name for end in ENDS.values() for name in end.by}
        assert named <= clocks, named - clocks
        assert all(end.by for end in ENDS.values())
        # What the command runs is what runs by itself.
        assert set(sweeps.FORGETTING) <= set(every)

    def test_by_the_holding_s_own_night(self) -> None:
        """A night that there is ends something."""
        named = {name for end in ENDS.values() for name in end.by}
        assert {f"night {each.holding}" for each in RUNS} <= named

    def test_what_is_emptied_is_about_a_person(self) -> None:
        for table, end in ENDS.items():
            assert bool(end.columns) is (end.how is How.EMPTIED), table
            for column in end.columns:
                assert isinstance(REGISTER[table][column], Personal), f"{table}.{column}"

    def test_nothing_stays_for_good_because_of_a_contract(self) -> None:
        for_good = [each.key for each in HOLDINGS if each.leaves is Leaves.STAYS]
        assert for_good == ["acts", "who_acted"]
        assert [e.key for e in HOLDINGS if e.leaves is Leaves.STAYS and e.ground is CONTRACT] == []
        for each in HOLDINGS:
            for_ever = each.leaves in KEPT
            assert for_ever or not each.until.en.startswith("For good"), each.key

    def test_the_reference_is_what_it_says(self) -> None:
        held = (ROOT / "docs/reference/ends.md").read_text()
        assert held == markdown() + "\n", "reprise privacy ends > docs/reference/ends.md"


def owner() -> psycopg.Connection[Any]:
    return psycopg.connect(database.endpoints.owner_url, autocommit=True)


def longer_ago(how_long: str) -> None:
    """Everything that ever happened, happened so much longer ago."""
    with owner() as connection:
        columns = connection.execute(
            "SELECT table_name, array_agg(column_name::text), array_agg(data_type::text)"
            "  FROM information_schema.columns c JOIN pg_tables t"
            "    ON t.schemaname = 'public' AND t.tablename = c.table_name"
            " WHERE c.table_schema = 'public' AND data_type IN ('date', 'timestamp with time zone')"
            "   AND table_name NOT LIKE 'django%' GROUP BY 1"
        ).fetchall()
        for table, names, kinds in columns:
            moved = [
                sql.SQL("{0} = ({0} - interval {1})::{2}").format(
                    sql.Identifier(name), sql.Literal(how_long), sql.SQL(kind)
                )
                for name, kind in zip(names, kinds, strict=True)
            ]
            if table == "privacy_archived":
                moved.append(sql.SQL("key_year = extract(year FROM until - interval {})").format(
                    sql.Literal(how_long)))  # fmt: skip
            connection.execute(
                sql.SQL("UPDATE {} SET {}").format(sql.Identifier(table), sql.SQL(", ").join(moved))
            )


def rows_of(table: str) -> list[dict[str, Any]]:
    with owner() as connection:
        found = connection.execute(
            sql.SQL("SELECT to_jsonb(t) FROM {} t").format(sql.Identifier(*table.split(".")))
        )
        return [row for (row,) in found.fetchall()]


def everything(sandbox: Any) -> None:
    """Something in nearly every table that says something about a person."""
    story = Story(sandbox)
    orders.ship(
        seller_id=story.first.seller.id, seller_order_id=story.sale.contract(story.first).id,
        devices={story.sale.lines(story.first)[1]: ("serial", "SN-LAST")}, tracking="",
        actor=SELLER, now=now(),
    )  # fmt: skip
    for parcel in Destination.objects.values_list("shipment_id", flat=True):
        if not scans_of(parcel):
            scan(parcel, "delivered")
    user = User.objects.create_user("ada@buyer.example", "a long enough word", verified_at=now())
    options = passkeys.creation_options(user.id, user.email, now())
    accounts.add_passkey(user.id, Authenticator().create(options), "Ada's phone", now())
    accounts.ask("reset", user.email, "en-fr", "192.0.2.1", now())
    basket, _ = checkout.open_basket("fr", now())
    checkout.put(basket, story.second.id, 1, now())
    audit.note(new_id(), Page.ORDER, Subject.ORDER, story.sale.order.id, now())
    Notice.objects.create(
        provider="sandbox", event_id="evt-1", kind="news", occurred_at=now(), received_at=now(),
        provider_ref=story.sale.payment.provider_ref, reference=str(story.sale.payment_id),
        amount=1, currency="EUR", outcome="nothing_new",
    )  # fmt: skip
    seller = Seller.objects.order_by("name")[0]
    manager = new_id()
    Member.objects.create(seller=seller, user_id=manager)
    sellers.enter_account(seller.id, "FR7630006000011234567890189", manager, now())
    drain()
    send_post(now())
    assert busy([story.sale.order.id]) == {}


def scans_of(parcel: Any) -> bool:
    from reprise.shipping.models import Scan

    return Scan.objects.filter(shipment_id=parcel).exists()


# What this story has nothing of; each has tests of its own.
ELSEWHERE = {
    "public.accounts_session", "public.accounts_user_groups",
    "public.accounts_user_user_permissions", "public.audience_sketch", "public.audience_word",
    "public.audit_sought", "public.checkout_hold", "public.consent_notice",
    "public.consent_partner", "public.consent_partneract", "public.consent_receipt",
    "public.orders_deliverypoint", "public.privacy_archived", "public.privacy_duty",
    "public.privacy_entry", "public.privacy_hold", "public.privacy_notice",
    "public.privacy_proposal", "public.privacy_request", "public.privacy_requester",
    "public.procrastinate_jobs", "public.sellers_ending",
}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_thirty_years_later_nothing_of_it_is_there(sandbox: Any) -> None:
    everything(sandbox)
    nights.run(now())
    there = {table for table in ENDS if rows_of(table)}
    assert there == set(ENDS) - ELSEWHERE, there ^ (set(ENDS) - ELSEWHERE)
    before = {table: rows_of(table) for table in there}
    corrupt("UPDATE sellers_seller SET active = false, ended_on = %(day)s", day=now().date())
    # No law of guarantees was read for what was sold thirty years ago: names go before.
    for how_long in ("10 years 6 months", "32 days", "20 years", "1 day"):
        longer_ago(how_long)
        corrupt("DELETE FROM privacy_night")
        nights.run(now())
        sweeps.every(now(), sweeps.FORGETTING)
        drain()
    left: Counter[str] = Counter()
    for table in there:
        end, rows = ENDS[table], rows_of(table)
        if end.how is How.ROW:
            left[table] += len(rows)
        for column in end.columns:
            had = {row[column] for row in before[table] if row[column]}
            left[f"{table}.{column}"] += len([row for row in rows if row[column] in had])
    assert +left == Counter()
