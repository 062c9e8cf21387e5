"""Who received what of a person, and all else that an answer has to say (Regulation (EU) 2016/679,
art. 15(1), (2)): in the file for programs, on the page to read, and where one looks first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.test import Client

from reprise import demo
from reprise.accounts.models import User
from reprise.consent import actions
from reprise.consent.states import StopReason
from reprise.markets.operator import Representative, Safeguard, Service, Supervisor, Transfer, read
from reprise.orders.models import Order, SellerOrder
from reprise.privacy.access import answer, owner
from reprise.privacy.copy import document
from reprise.privacy.handed_on import handed_on
from reprise.privacy.recipients import Who
from reprise.sellers.models import Seller, Trader
from tests import database
from tests.cast import an_offer
from tests.consent.asked import ask, partner
from tests.moment import now
from tests.orders.sale import pay, place
from tests.privacy.cases import bought
from tests.web.account.people import ADA, WORD, signed_in
from tests.web.account.rights.asking import guests_link
from tests.web.account.test_privacy import people as people  # a fixture
from tests.web.account.test_privacy import quick as quick  # a fixture
from tests.web.account.test_readable import files

pytestmark = pytest.mark.django_db(transaction=True)
OPERATOR = replace(
    read(Path(demo.__file__).with_name("operator.toml")),
    officer="dpo@exemple.example",
    representative=Representative(
        name="Vertreter GmbH", address=("1 Weg", "Köln"), country="DE", email="rep@exemple.example"
    ),
    supervisor=Supervisor(name="Autorité de l’Exemple", link="https://autorite.example"),
    transfers=(
        Transfer(name="Mailer Inc.", country="US", service=Service.MAIL,
                 safeguard=Safeguard.CLAUSES),
    ),
)  # fmt: skip


@pytest.fixture(autouse=True)
def run_by_somebody(settings: Any) -> None:
    settings.OPERATOR = OPERATOR


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def theirs() -> list[SellerOrder]:
    """The contracts of Ada's order, both of them sold."""
    return list(SellerOrder.objects.filter(order__contact__email=ADA).order_by("reference"))


def test_each_order_names_who_received_it(people: tuple[User, User]) -> None:
    told, html = files(signed_in(), "en-fr")
    contracts = theirs()
    traders = [Trader.objects.select_related("seller").get(id=each.trader_id) for each in contracts]
    trader = traders[0]
    (order,) = told["recipients"]["orders"]
    assert order["order"] == Order.objects.get(id=contracts[0].order_id).reference
    found = {each["who"]: each for each in order["received"]}
    assert list(found) == ["seller", "carrier", "provider", "insurer"]
    sellers = [each for each in order["received"] if each["who"] == "seller"]
    assert [(each["name"], each["legal_name"], each["address"]) for each in sellers] == [
        (each.seller.name, each.legal_name, each.address) for each in traders
    ]
    assert found["carrier"]["name"] == "Demonstration carrier"
    assert found["provider"]["name"] == "Demonstration payment provider"
    assert all(each["given"] and each["until"] and each["since"] for each in found.values())
    pages = words(html), words(signed_in().get("/en-fr/account/privacy/").content.decode())
    for page in pages:
        section = page.partition("Who received it")[2]
        for part in (trader.seller.name, trader.address, "Demonstration carrier",
                     "Demonstration payment provider", "Exemple Hébergement SARL",
                     "Mailer Inc., United States", "its staff, their supervisors"):  # fmt: skip
            assert part in section, part


def test_a_guest_sees_it_too(sandbox: Any) -> None:
    mine = bought(sandbox)
    contract = SellerOrder.objects.get(order_id=mine.id)
    seller = Seller.objects.get(id=contract.seller_id)
    page = words(Client().get(guests_link()).content.decode())
    assert seller.name in page.partition("erhalten hat")[2]


def test_who_was_not_given_anything_is_not_named(sandbox: Any) -> None:
    """Until the sale is final a seller knows no buyer, and nobody carries anything."""
    case = an_offer(stock=1)
    sale = place((case, 1))
    pay(sale, sandbox)
    assert [each.who for each in handed_on([sale.order.id])[sale.order.id]] == [Who.PROVIDER]


def test_all_that_has_to_be_said_is(people: tuple[User, User]) -> None:
    """(a) purposes, (b) categories, (c) recipients, (d) period, (e) rights, (f) complaint, (g)
    source, (h) decisions by programs; (2) what protects it outside Europe."""
    told, html = files(signed_in(), "en-fr")
    for each in told["holdings"]:
        assert each["what"]
        assert each["what_for"]
        assert each["until"]
        assert each["ground"]
    assert told["recipients"]["orders"]
    assert "corrected, erased or left alone" in told["rights"]
    assert "object" in told["rights"]
    assert "data protection authority" in told["complaint"]["how"]
    assert any("CNIL" in each for each in told["complaint"]["authorities"])
    assert any("autorite.example" in each for each in told["complaint"]["authorities"])
    assert "carrier tells us" in told["source"]
    assert "no program alone decides" in told["automated_decisions"]
    assert told["recipients"]["outside_europe"][0]["safeguard"] == "clauses"
    assert told["controller"]["name"] == OPERATOR.name
    assert told["controller"]["data_protection_officer"] == OPERATOR.officer
    assert told["controller"]["representative"]["questions_to"] == "rep@exemple.example"
    page = words(html)
    assert "Vertreter GmbH, 1 Weg, Köln, Germany, rep@exemple.example" in page
    for part in (told["rights"], told["source"], told["automated_decisions"],
                 told["complaint"]["how"], OPERATOR.name, OPERATOR.officer,
                 "standard data protection clauses"):  # fmt: skip
        assert part in page, part


@pytest.mark.parametrize("locale", ["fr-fr", "nl-nl", "de-de"])
def test_it_is_said_in_the_persons_language(people: tuple[User, User], locale: str) -> None:
    told, html = files(signed_in(), locale)
    english, _ = files(signed_in(), "en-fr")
    for member in ("source", "rights", "automated_decisions"):
        assert told[member] != english[member]
        assert told[member] in words(html).replace("\u202f", " ") or told[member] in unescape(html)


def test_an_ended_sellers_name_is_said_as_long_as_it_is_held(people: tuple[User, User]) -> None:
    contract = theirs()[0]
    with psycopg.connect(database.endpoints.owner_url, autocommit=True) as down:
        down.execute(
            "UPDATE sellers_trader SET legal_name = '', address = '', email = '', phone = ''"
            " WHERE id = %s", [contract.trader_id],
        )  # fmt: skip
        down.execute("UPDATE sellers_seller SET name = '' WHERE id = %s", [contract.seller_id])
    told, html = files(signed_in(), "en-fr")
    (order,) = told["recipients"]["orders"]
    seller = order["received"][0]
    assert (seller["who"], seller["name"], seller["address"]) == ("seller", None, None)
    assert "its name is not held any more" in words(html)


def test_partners_are_named_and_that_nobody_knows_who_accepted(people: tuple[User, User]) -> None:
    told, _ = files(signed_in(), "en-fr")
    assert told["recipients"]["partners"] == []
    ask("acme")
    actions.add_partner(partner("draft"), now())
    told, html = files(signed_in(), "en-fr")
    (named,) = told["recipients"]["partners"]
    assert named["name"] == "Acme Metrics SAS", "nobody was ever asked about the other one"
    assert "only your browser knows" in named["given"]
    assert "Acme Metrics SAS" in words(html)
    actions.kill_partner("acme", StopReason.CONTRACT, None, now())
    told, _ = files(signed_in(), "en-fr")
    assert len(told["recipients"]["partners"]) == 1, "what it has received it has"


def test_what_lets_a_partner_take_data_abroad_is_a_code_in_the_file_and_words_for_people(
    people: tuple[User, User],
) -> None:
    ask("acme", country="US", transfer_basis="clauses")
    told, html = files(signed_in(), "en-fr")
    assert told["recipients"]["partners"][0]["leaves_europe_by"] == "clauses"
    assert "on this basis: standard data protection clauses" in words(html)
    page = signed_in().get("/en-fr/account/privacy/").content.decode()
    assert "on this basis: standard data protection clauses" in words(page)


def test_nothing_of_others_is_in_it(people: tuple[User, User]) -> None:
    ada, bob = (User.objects.get(id=each.id) for each in people)
    mine, yours = (document(answer(owner(each)), "en", now()) for each in (ada, bob))
    orders = [{each["order"] for each in one["recipients"]["orders"]} for one in (mine, yours)]
    assert all(len(each) == 1 for each in orders)
    assert not orders[0] & orders[1]


class TestWhatIsNotHeld:
    """A fresh account: what there is nothing of is one folded line."""

    def test_kinds_without_anything_are_folded_together(self) -> None:
        User.objects.create_user(ADA, WORD, verified_at=now() - timedelta(days=1))
        html = signed_in().get("/en-fr/account/privacy/").content.decode()
        held = html.partition('id="held"')[2].partition("</section>")[0]
        shown, folded = held.partition("<details>")[::2]
        # The account and the browser that is signed in.
        assert shown.count("<h3>") == 2
        assert "Name, address, e-mail and phone of an order" in folded
        assert re.search(r"<summary>Of \d+ further kinds nothing is held</summary>", folded)

    def test_what_shows_no_values_is_not_called_nothing(self, people: tuple[User, User]) -> None:
        """The ledger has numbers of every order, which no copy repeats."""
        html = signed_in().get("/en-fr/account/privacy/").content.decode()
        held = html.partition('id="held"')[2].partition("</section>")[0]
        nothing = held.partition("nothing is held")[2]
        assert "Transfers of money" in held
        assert "Transfers of money" not in nothing
