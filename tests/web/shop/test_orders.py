"""The order's page: only for whoever has the link, and always the truth."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from reprise.kernel import clock
from reprise.orders import access, log, queries
from reprise.orders import actions as orders
from reprise.orders.actions.expire import expire
from reprise.orders.models import Line, Order, SellerOrder
from reprise.payments.models import Payment
from reprise.payments.providers.base import ProviderStatus
from reprise.payments.states import PaymentState
from reprise.shipping.models import Item, Shipment
from reprise.web.shop import progress
from tests.cast import a_seller, an_offer
from tests.web.shop.conftest import Buy, Desk, order_form, put

pytestmark = pytest.mark.django_db(transaction=True)


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u202f", " ").replace("\xa0", " ")


def order() -> Order:
    return Order.objects.get()


def pay(client: Client, path: str, desk: Desk) -> None:
    """Pay at the provider and come back; then the house takes the order in."""
    client.get(f"{path}payment/")
    desk.status = ProviderStatus.AUTHORISED
    client.get(f"{path}?back=1")
    orders.take_in(order().id, Payment.objects.get().id, clock.now())


def test_a_stranger_gets_404(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    path = buy()
    put(client, an_offer(market="de"), locale="de-de")
    asked = len(desk.charges)
    reference, token = path.split("/")[3:5]
    wrong = token[:-1] + ("0" if token[-1] != "0" else "1")
    for stranger in (
        f"/fr-fr/orders/{reference}/{wrong}/",
        f"/fr-fr/orders/{reference}/{wrong}/payment/",
        f"/fr-fr/orders/R-00000000/{token}/",
        f"/fr-fr/orders/x/{token}/",
        f"/fr-fr/orders/{reference}/é/",
        f"/de-de/orders/{reference}/{token}/",
    ):
        assert client.get(stranger).status_code == 404, stranger
    assert client.post(f"/fr-fr/orders/{reference}/{wrong}/payment/").status_code == 404
    assert len(desk.charges) == asked, "nobody was sent to pay"


def test_an_order_goes_on_to_pay_at_once(client: Client, desk: Desk) -> None:
    put(client, an_offer())
    form = order_form(client)
    for _ in range(2):
        answer = client.post("/fr-fr/checkout/", form)
        assert answer.status_code == 303
        assert answer["Location"] == "/sandbox/pay/1"
        assert answer["Cache-Control"] == "private, no-store"
    assert Order.objects.count() == 1


def test_an_order_stands_when_the_provider_is_silent(client: Client, desk: Desk) -> None:
    desk.down = True
    put(client, an_offer())
    answer = client.post("/fr-fr/checkout/", order_form(client))
    assert answer["Location"] == f"{access.path(Order.objects.get())}payment/"


def test_payment_goes_to_the_provider_s_page(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    path = buy()
    for _ in range(2):
        answer = client.get(f"{path}payment/")
        assert answer.status_code == 303
        assert answer["Location"] == "/sandbox/pay/1"
    charge = desk.charges[0]
    assert charge.return_url.endswith(f"{path}?back=1")
    assert charge.amount.minor == 31599
    assert Payment.objects.get().state == "started"


def test_an_outside_page_is_reached_by_a_page_of_its_own(
    client: Client, buy: Buy, desk: Desk
) -> None:
    desk.page = "https://pay.example/1"
    put(client, an_offer())
    answer = client.post("/fr-fr/checkout/", order_form(client))
    page = access.path(Order.objects.get())
    for html in (answer.content.decode(), text(client, f"{page}payment/")):
        assert 'content="0; url=https://pay.example/1"' in html
        assert 'href="https://pay.example/1"' in html


def test_a_silent_provider_leaves_a_way_to_try_again(client: Client, buy: Buy, desk: Desk) -> None:
    desk.down = True
    put(client, an_offer())
    path = buy()
    answer = client.get(f"{path}payment/")
    assert answer.status_code == 503
    assert f'href="{path}payment/"' in answer.content.decode()
    assert "Rien n’a été débité" in answer.content.decode()
    desk.down = False
    assert client.get(f"{path}payment/").status_code == 303


def test_a_new_order_says_until_when_to_pay(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    desk.down = True
    html = text(client, buy())
    assert "n’est pas encore payée" in html
    assert "Payer maintenant" in html
    assert "315,99 €" in html
    assert "Camille Exemple" in html


def test_coming_back_asks_the_provider_once(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    path = buy()
    client.get(f"{path}payment/")
    assert "En attente de la réponse de votre banque" in text(client, path)
    assert desk.asked == 0
    desk.status = ProviderStatus.AUTHORISED
    html = text(client, f"{path}?back=1")
    assert desk.asked == 1
    assert "Votre banque a confirmé le paiement" in html
    assert f'href="{path}?back=1"' in html
    assert "Payer" not in html
    text(client, f"{path}?back=1")
    assert desk.asked == 1


def test_coming_back_while_the_provider_is_silent(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    path = buy()
    client.get(f"{path}payment/")
    desk.down = True
    assert "En attente" in text(client, f"{path}?back=1")


def test_a_declined_payment_can_be_made_again(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer(market="be"), locale="nl-be")
    path = buy("nl-be", postcode="1000", method="card")
    client.get(f"{path}payment/")
    desk.status = ProviderStatus.DECLINED
    html = text(client, f"{path}?back=1")
    assert "De betaling is niet gelukt" in html
    assert 'value="bancontact"' in html
    answer = client.post(f"{path}payment/", {"method": "bancontact"})
    assert answer.status_code == 303
    assert [p.method for p in Payment.objects.order_by("attempt")] == ["card", "bancontact"]
    assert client.get(answer["Location"]).status_code == 303
    again = client.post(f"{path}payment/", {"method": "bancontact"})
    assert again.status_code == 303
    assert Payment.objects.count() == 2


def test_a_way_to_pay_of_another_country_is_refused(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    path = buy()
    client.get(f"{path}payment/")
    desk.status = ProviderStatus.DECLINED
    client.get(f"{path}?back=1")
    answer = client.post(f"{path}payment/", {"method": "ideal"})
    assert answer.status_code == 422
    assert "pas proposé dans ce pays" in answer.content.decode()
    assert "http-equiv" not in answer.content.decode()
    assert Payment.objects.count() == 1


def test_an_expired_order_cannot_be_paid(
    client: Client, buy: Buy, desk: Desk, at_noon: Any
) -> None:
    put(client, an_offer())
    path = buy()
    late = order().pay_by + timedelta(seconds=1)
    at_noon(late)
    html = text(client, path)
    assert "Le délai de paiement est écoulé" in html
    assert "Payer" not in html
    assert expire(order().id, late)
    html = text(client, path)
    assert "Cette commande a expiré" in html
    assert client.get(f"{path}payment/")["Location"] == path
    assert client.post(f"{path}payment/", {"method": "card"}).status_code == 409


def test_a_paid_order_says_who_must_answer_until_when(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer(seller=a_seller("Atelier Test")))
    path = buy()
    pay(client, path, desk)
    html = text(client, path)
    assert "Le vendeur doit encore accepter" in html
    assert "Atelier Test accepte ou refuse." in html
    assert "Réservé, non encaissé" in html
    accept_by = SellerOrder.objects.get().accept_by
    assert accept_by is not None
    assert accept_by.isoformat() in html


def test_a_final_sale_says_when_it_ships_and_arrives(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer(seller=a_seller("Atelier Test")))
    path = buy()
    pay(client, path, desk)
    line = Line.objects.get()
    orders.answer(
        seller_id=line.seller_id, seller_order_id=line.seller_order_id,
        accept={line.id: True}, reason="", actor=log.Actor("seller", None), now=clock.now(),
    )  # fmt: skip
    Payment.objects.update(state=PaymentState.CAPTURED.value, captured=31599)
    orders.finish(order().id, clock.now())
    html = text(client, path)
    assert "Votre commande est en préparation" in html
    assert "Atelier Test remet le colis" in html
    assert "Le colis expédié par Atelier Test arrive" in html
    assert "Encaissé" in html


@pytest.mark.parametrize(
    ("state", "can"),
    [("paid", False), ("refused", False), ("sold", True), ("shipped", True), ("delivered", True)],
)
def test_a_bought_order_says_whom_to_write_to(
    client: Client, buy: Buy, desk: Desk, state: str, can: bool
) -> None:
    """Fourteen days to withdraw (Directive 2011/83/EU, art. 9), told where the purchase is."""
    case = an_offer(seller=a_seller("Atelier Test"))
    put(client, case)
    path = buy()
    Line.objects.update(state=state)
    html = text(client, path)
    address = case.seller.traders.get().email
    assert ("Vous avez 14 jours à compter de la réception" in html) is can
    assert (f'écrivez au vendeur : <a href="mailto:{address}">' in html) is can


def test_an_order_takes_few_statements(
    client: Client, buy: Buy, desk: Desk, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        put(client, an_offer())
    path = buy()
    with django_assert_max_num_queries(9):
        client.get(path)


@pytest.mark.parametrize("locale", ["fr-fr", "en-fr"])
def test_the_order_speaks_the_language_of_its_address(
    client: Client, buy: Buy, desk: Desk, locale: str
) -> None:
    put(client, an_offer())
    path = buy().replace("/fr-fr/", f"/{locale}/")
    says = {"fr-fr": "Vous avez passé la commande.", "en-fr": "You placed the order."}
    assert says[locale] in text(client, path)


ANSWERS = {
    "fr": ("Le vendeur doit encore accepter", "2 vendeurs doivent encore accepter",
           "Un vendeur doit encore accepter"),
    "nl": ("De verkoper moet nog accepteren", "2 verkopers moeten nog accepteren",
           "Eén verkoper moet nog accepteren"),
    "de": ("Der Verkäufer muss noch annehmen", "2 Verkäufer müssen noch annehmen",
           "Ein Verkäufer muss noch annehmen"),
    "en": ("The seller has yet to accept", "2 sellers have yet to accept",
           "One seller has yet to accept"),
}  # fmt: skip
ASKED = {
    "fr": "Les vendeurs ont été sollicités", "nl": "De verkopers zijn gevraagd",
    "de": "Die Verkäufer wurden gefragt", "en": "The sellers were asked",
}  # fmt: skip


@pytest.mark.parametrize("language", ANSWERS)
@pytest.mark.parametrize("sellers", [1, 2])
def test_several_sellers_are_never_called_the_seller(
    client: Client, buy: Buy, desk: Desk, language: str, sellers: int
) -> None:
    one, two, first_done = ANSWERS[language]
    for number in range(sellers):
        put(client, an_offer(seller=a_seller(f"Seller {number}")))
    pay(client, buy(), desk)

    def headline() -> str:
        return progress.headline(queries.dossier(order()), clock.now()).title

    with translation.override(language):
        assert headline().endswith(one if sellers == 1 else two)
        told = " ".join(each.text for each in progress.happened(queries.dossier(order())))
        assert (ASKED[language] in told) is (sellers == 2)
        if sellers == 2:
            Line.objects.filter(position=1).update(state="accepted")
            assert headline().endswith(first_done)


def test_a_parcel_without_a_scan_is_not_on_its_way(client: Client, buy: Buy, desk: Desk) -> None:
    put(client, an_offer())
    path = buy()
    pay(client, path, desk)
    line = Line.objects.get()
    parcel = Shipment.objects.create(
        seller_id=line.seller_id, market="fr", reference=line.seller_order_id, carrier="sandbox",
        tracking="SB1", created_at=clock.now(), state="created", state_at=clock.now(),
    )  # fmt: skip
    Item.objects.create(seller_id=line.seller_id, shipment=parcel, line_id=line.id)
    Line.objects.update(state="shipped")
    html = text(client, path)
    assert "Prêt pour le transporteur" in html
    assert "En route" not in html
    Shipment.objects.update(state="moving")
    html = text(client, path)
    assert "Prêt pour le transporteur" not in html
    assert "En route" in html
