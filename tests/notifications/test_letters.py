"""What buyers and sellers are written: complete, in their language, once, to nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from reprise.checkout import actions as checkout
from reprise.checkout import queries
from reprise.notifications.actions import MOST_TRIES, Letter, send_post, write
from reprise.notifications.models import Message
from reprise.notifications.queries import letters_of, unsent
from reprise.orders.models import Contact, Line, Order, SellerOrder
from reprise.sellers.models import ShippingMethod
from reprise.shipping.points import PickupPoint
from tests.cast import CONTACT, OfferCase, a_seller, an_offer
from tests.moment import now

pytestmark = pytest.mark.django_db
HERE = PickupPoint("75011-1", "sandbox", "Sandbox point 1", "Rue 7", "75011", "Paris", "FR", ())


def ordered(
    *cases: OfferCase,
    language: str = "fr",
    point: OfferCase | None = None,
    insured: Sequence[OfferCase] = (),
) -> Order:
    """One device of each, paid; the parcel of ``point`` goes to a pick-up point."""
    wanted = {case.id: {1} for case in insured}
    basket, _ = checkout.open_basket("fr", now())
    for case in cases:
        checkout.put(basket, case.id, 1, now())
    ways = {case.seller.id: checkout.Delivery("home") for case in cases}
    if point:
        ShippingMethod.objects.create(
            seller=point.seller, market="fr", code="point", kind="point", carrier="sandbox",
            price_minor=290, currency="EUR", days_min=1, days_max=2,
        )  # fmt: skip
        ways[point.seller.id] = checkout.Delivery("point", HERE)
    codes = {seller: way.method for seller, way in ways.items()}
    order = checkout.place_order(
        basket_id=basket.id,
        language=language,
        contact=CONTACT,
        method="card",
        fingerprint=queries.quote(
            basket, "fr", now(), language=language, chosen=codes, insured=wanted
        ).fingerprint,
        request_key="letters",
        now=now(),
        deliveries=ways,
        insured=wanted,
    ).order
    SellerOrder.objects.update(accept_by=now() + timedelta(hours=24))
    return order


def sent(*letters: Letter) -> list[Any]:
    """The e-mails that come of these letters."""
    mail.outbox.clear()
    with transaction.atomic():
        write(letters, now())
    send_post(now())
    return list(mail.outbox)


def texts(message: Any) -> list[str]:
    """The plain text and the page, with ordinary spaces."""
    both = [message.body, message.alternatives[0][0]]
    return [text.replace("\u202f", " ").replace("\xa0", " ") for text in both]


def test_the_confirmation_holds_the_whole_contract() -> None:
    first = an_offer(shipping=490, price=31200)
    second = an_offer(seller=a_seller("Maas Refurb"), shipping=690, price=20000)
    order = ordered(first, second)
    (letter,) = sent(Letter("order_paid", order.id))
    assert letter.to == [CONTACT.email]
    for text in texts(letter):
        for amount in ("312,00 €", "200,00 €", "4,90 €", "6,90 €", "3,99 €", "527,79 €"):
            assert amount in text, amount
        assert "16,80 €" in text, "twice 8.40 of levy for private copying"
        for seller in ("Atelier Rhône SAS", "Maas Refurb SAS"):
            assert seller in text
        assert "iPhone 13, 128 Go, Minuit" in text
        assert "24 mois" in text
        assert "14 jours" in text
        assert "1 rue de l’Essai" in text.replace("&#39;", "’")
        assert order.reference in text
        assert "/fr-fr/terms/" in text
        assert text.count("MODÈLE DE FORMULAIRE DE RÉTRACTATION") == 2, "one for each trader"


DEMONSTRATION = {
    "fr": "cet assureur n’existe pas et n’assure rien",
    "nl": "deze verzekeraar bestaat niet en verzekert niets",
    "de": "Diesen Versicherer gibt es nicht, und er versichert nichts",
    "en": "this insurer does not exist and insures nothing",
}


@pytest.mark.parametrize("language", DEMONSTRATION)
def test_the_confirmation_holds_the_insurance_that_was_chosen(language: str) -> None:
    """312.00 is insured for 54.90, 200.00 is not; 4.90 of shipping and the fee of 3.99."""
    first = an_offer(shipping=490, price=31200)
    second = an_offer(seller=a_seller("Maas Refurb"), price=20000)
    order = ordered(first, second, language=language, insured=[first])
    (letter,) = sent(Letter("order_paid", order.id))
    for text in texts(letter):
        said = text.replace("&#39;", "’")
        assert DEMONSTRATION[language] in said
        assert said.count("54,90") == 1, (
            "beside its device, once: what stands in the column adds up"
        )
        assert "575,79" in said, "312.00 + 200.00 + 4.90 + 3.99 + 54.90"
        assert "25,00" in said
        assert "Sandbox Insurance (no company)" in said
        assert "2026-01" in said


AFTERWARDS = [
    ("delivered", "delivered", "a pris effet à la livraison ; elle dure 12 mois"),
    ("refund", "cancelled", "La prime d’assurance vous est remboursée"),
    ("lines_refused", "refused", "sa prime suit le même chemin"),
    ("lines_refused", "lapsed", "sa prime suit le même chemin"),
]


@pytest.mark.parametrize(("template", "state", "says"), AFTERWARDS)
@pytest.mark.parametrize("reached", [True, False])
def test_what_becomes_of_a_premium_is_said(
    template: str, state: str, says: str, reached: bool
) -> None:
    case = an_offer()
    order = ordered(case, insured=[case])
    Line.objects.update(state=state if reached else "sold")
    (letter,) = sent(Letter(template, order.id, SellerOrder.objects.get().id))
    for text in texts(letter):
        assert (says in text) == reached


@pytest.mark.parametrize(("template", "state", "says"), [*AFTERWARDS, ("order_paid", "paid", "")])
def test_who_insured_nothing_reads_nothing_of_insurance(
    template: str, state: str, says: str
) -> None:
    order = ordered(an_offer())
    Line.objects.update(state=state)
    contract = None if template == "order_paid" else SellerOrder.objects.get().id
    (letter,) = sent(Letter(template, order.id, contract))
    assert all("ssurance" not in text for text in texts(letter))


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("fr", "Merci", "MODÈLE DE FORMULAIRE DE RÉTRACTATION"),
        ("de", "Vielen Dank", "Muster-Widerrufsformular"),
        ("nl", "Bedankt", ""),
        ("en", "Thank you", ""),
    ],
)
def test_a_buyer_is_written_to_in_the_language_of_the_order(
    language: str, word: str, form: str
) -> None:
    """The model form is given where its wording is verified, and never made up."""
    order = ordered(an_offer(), language=language)
    (letter,) = sent(Letter("order_paid", order.id))
    for text in texts(letter):
        assert word in text
        assert form in text
        assert ("(*)" in text) == bool(form)


def test_a_parcel_to_a_point_names_the_point_and_no_other_parcel_does() -> None:
    there, door = an_offer(shipping=490), an_offer(seller=a_seller("Maas Refurb"), shipping=690)
    order = ordered(there, door, point=there)
    (letter,) = sent(Letter("order_paid", order.id))
    for text in texts(letter):
        assert text.count("Sandbox point 1") == 1
        assert "2,90 €" in text
        assert "4,90 €" not in text
    contract = SellerOrder.objects.get(seller_id=there.seller.id)
    (waiting,) = sent(Letter("waiting", order.id, contract.id, there.id))
    assert all("Rue 7" in text for text in texts(waiting))


def test_a_final_sale_names_what_was_accepted_and_from_whom() -> None:
    """Two sellers, one of whom refuses: the letter names the other's device alone."""
    first, second = an_offer(), an_offer(seller=a_seller("Maas Refurb"))
    order = ordered(first, second)
    Line.objects.filter(seller_id=second.seller.id).update(state="refused")
    Line.objects.filter(seller_id=first.seller.id).update(state="sold")
    (mail_,) = sent(Letter("sale_final", order.id))
    for text in texts(mail_):
        assert re.search(rf"iPhone 13, .*, Minuit \({first.seller.name}\)", text)
        assert "Maas Refurb" not in text
        assert "Nous vous écrirons dès qu’un colis est prêt" in text


def test_a_seller_is_told_nothing_about_the_buyer() -> None:
    case = an_offer()
    order = ordered(case, insured=[case])
    contract = SellerOrder.objects.get()
    (letter,) = sent(Letter("new_order", order.id, contract.id, to_seller=True))
    assert letter.to != [CONTACT.email]
    for text in texts(letter):
        for secret in (CONTACT.name, CONTACT.email, CONTACT.street, CONTACT.town + "\n", "54,90"):
            assert secret not in text


@pytest.mark.parametrize("template", ["shipped", "delivered", "came_back", "refund", "waiting"])
@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_every_letter_about_a_parcel_can_be_written(template: str, language: str) -> None:
    order = ordered(an_offer(), language=language)
    contract = SellerOrder.objects.get()
    (letter,) = sent(Letter(template, order.id, contract.id, contract.id))
    assert "\n" not in letter.subject
    for text in texts(letter):
        assert f"/orders/{order.reference}/" in text


def test_the_same_letter_is_sent_once() -> None:
    order = ordered(an_offer())
    assert len(sent(Letter("order_paid", order.id))) == 1
    assert len(sent(Letter("order_paid", order.id))) == 0


def test_nobody_is_written_to_whose_data_was_erased() -> None:
    order = ordered(an_offer())
    Contact.objects.all().delete()
    assert sent(Letter("order_paid", order.id)) == []
    told = Message.objects.get(template="order_paid")
    assert (told.sent_at, told.tries) == (None, MOST_TRIES), "it was given up, not sent"
    assert letters_of(order.id)[-1].sent_at is None
    assert send_post(now() + timedelta(days=1)) == 0
    assert unsent(now() + timedelta(days=1)) == [], "there is nothing for anybody to do about it"


def test_one_letter_that_cannot_be_sent_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.core.mail.backends.locmem import EmailBackend

    case = an_offer()
    order = ordered(case)
    letters = [
        Letter("order_paid", order.id),
        Letter("new_order", order.id, SellerOrder.objects.get().id, to_seller=True),
    ]
    with transaction.atomic():
        write(letters, now())
    deliver = EmailBackend.send_messages

    def refuse(self: EmailBackend, messages: Any) -> int:
        if messages[0].to == [CONTACT.email]:
            raise ConnectionError
        return deliver(self, messages)

    mail.outbox.clear()
    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    assert send_post(now()) == 1
    assert [message.to != [CONTACT.email] for message in mail.outbox] == [True]
    monkeypatch.undo()
    assert send_post(now()) == 0, "not at once again"
    assert send_post(now() + timedelta(minutes=1)) == 1
    assert len(mail.outbox) == 2
    assert not Message.objects.filter(sent_at=None).exists()


def test_a_letter_that_is_never_taken_is_given_up_and_stays_visible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from django.core.mail.backends.locmem import EmailBackend

    order = ordered(an_offer())
    with transaction.atomic():
        write([Letter("order_paid", order.id)], now())
    tries = 0

    def refuse(self: EmailBackend, messages: Any) -> int:
        nonlocal tries
        tries += 1
        raise ConnectionError

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    for day in range(MOST_TRIES + 5):
        send_post(now() + timedelta(days=day))
    assert tries == MOST_TRIES
    assert Message.objects.get().sent_at is None


def test_a_new_order_leads_to_the_order_and_speaks_the_seller_s_language() -> None:
    case = an_offer()
    case.seller.language = "en"
    case.seller.save(update_fields=["language"])
    order = ordered(case)
    contract = SellerOrder.objects.get()
    letter = Letter("new_order", order.id, contract.id, to_seller=True)
    (mail_,) = sent(letter)
    for text in texts(mail_):
        assert f"/seller/orders/{contract.reference}/" in text
        assert "iPhone 13, 128 GB, Midnight" in text
        assert "Minuit" not in text


TO_BUYERS = (
    "order_paid", "order_expired", "lines_refused", "sale_final", "order_cancelled", "shipped",
    "waiting", "delivered", "came_back", "refund", "order_link", "order_readdressed",
)  # fmt: skip


@pytest.mark.parametrize("template", TO_BUYERS)
def test_french_signs_in_a_text_stand_behind_a_narrow_space(template: str) -> None:
    case = an_offer(seller=a_seller("Atelier Rhône"))
    order = ordered(case)
    (mail_,) = sent(Letter(template, order.id, SellerOrder.objects.get().id))
    ours = mail_.body.partition("-" * 40)[0]  # the law's own form follows, word by word
    for line in [mail_.subject, *ours.splitlines()]:
        assert not re.search(r"[^\u202f][:;!?](?=\s|$)", line), line
        assert "de Atelier" not in line, line


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("fr", "Le vendeur a maintenant jusqu’au", "Chaque vendeur a maintenant jusqu’au"),
        ("nl", "De verkoper heeft nu tot", "Elke verkoper heeft nu tot"),
        ("de", "Der Verkäufer hat nun bis", "Jeder Verkäufer hat nun bis"),
        ("en", "The seller now has until", "Each seller now has until"),
    ],
)
def test_one_seller_or_several_are_told_apart(language: str, one: str, several: str) -> None:
    first, second = an_offer(), an_offer(seller=a_seller("Maas Refurb"))
    for cases, says, never in (((first,), one, several), ((first, second), several, one)):
        (mail_,) = sent(Letter("order_paid", ordered(*cases, language=language).id))
        for text in texts(mail_):
            assert says in text
            assert never not in text
