"""The hosted payment page: what the buyer sees, one step at a time, without JavaScript."""

from __future__ import annotations

import hmac
import secrets
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from babel import Locale
from babel.numbers import format_currency
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug.wrappers import Request, Response

from reprise.kernel.money import Money
from reprise.sandbox.payment import rules
from reprise.sandbox.payment.cards import CARDS, TRIES, grouped, read_card
from reprise.sandbox.payment.desk import Decide, Desk
from reprise.sandbox.payment.rules import Payment
from reprise.sandbox.payment.states import Method, Status
from reprise.sandbox.payment.texts import LANGUAGES, TEXTS, locale_of

HERE: Final = Path(__file__).parent
PAID: Final = (Status.AUTHORISED, Status.CAPTURED, Status.COLLECTED)
LARGEST_FORM: Final = 8_192


def new_secret() -> str:
    """What makes the address of a payment page unguessable."""
    return secrets.token_urlsafe(24)


def price(amount: int, currency: str, locale: Locale) -> str:
    """An amount of minor units as people of this locale write it."""
    return format_currency(Money(amount, currency).decimal, currency, locale=locale)


class Page:
    """The handlers below the page prefix.  The secret in the path is the buyer's only key."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._css_path = f"{desk.config.page_prefix}/static/page.css"
        self._css = (HERE / "static" / "page.css").read_bytes()
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def css(self, request: Request) -> Response:
        response = Response(self._css, content_type="text/css; charset=utf-8")
        response.headers["Cache-Control"] = "public, max-age=3600"
        return response

    def _payment(self, payment_id: str, secret: str) -> Payment:
        """The payment of this address.  Raises Unknown, also when only the secret is wrong."""
        payment = self.desk.look(payment_id)
        if not hmac.compare_digest(payment.secret.encode(), secret.encode()):
            raise rules.Refused(404, "unknown_payment", "there is no such payment")
        return payment

    def lost(self, request: Request, status: int) -> Response:
        """The page for an address that leads nowhere, in the browser's own language."""
        language = request.accept_languages.best_match(LANGUAGES) or LANGUAGES[-1]
        body = self._templates.get_template("lost.html").render(
            t=TEXTS[language], language=language, css=self._css_path
        )
        response = Response(body, status=status, content_type="text/html; charset=utf-8")
        response.headers.update(_headers(""))
        return response

    def show(self, request: Request, payment_id: str, secret: str) -> Response:
        payment = self._payment(payment_id, secret)
        if payment.status is not Status.OPEN:
            return self._render(payment, "done.html")
        if payment.challenged:
            return self._render(payment, "challenge.html")
        if payment.method is Method.CARD:
            return self._card_form(payment, {}, "")
        return self._render(payment, "redirect.html")

    def bank(self, request: Request, payment_id: str, secret: str) -> Response:
        payment = self._payment(payment_id, secret)
        if payment.status is not Status.OPEN or payment.method is Method.CARD:
            return self._to(self._path(payment))
        return self._render(payment, "bank.html")

    def card(self, request: Request, payment_id: str, secret: str) -> Response:
        payment = self._payment(payment_id, secret)
        form = _form(request)
        if payment.status is not Status.OPEN or _version(form) != payment.version:
            return self._onwards(payment)
        now = self.desk.clock.now()
        typed, holder = form.get, form.get("holder", "")[:100]
        card, wrong = read_card(
            typed("number", ""), typed("expiry", ""), typed("code", ""),
            year=now.year, month=now.month,
        )  # fmt: skip
        if card is None:
            return self._card_form(payment, wrong, holder, status=422)
        after = self._carry_out(payment, form, lambda p, at: rules.pay_by_card(p, card, at))
        if after.status is Status.OPEN and after.problem:
            return self._card_form(after, {}, holder, status=422)
        return self._onwards(after)

    def challenge(self, request: Request, payment_id: str, secret: str) -> Response:
        payment = self._payment(payment_id, secret)
        form = _form(request)
        yes = form.get("answer") == "confirm"
        if not yes and form.get("answer") != "refuse":
            return self._to(self._path(payment))
        after = self._carry_out(payment, form, lambda p, at: rules.answer_challenge(p, yes, at))
        return self._onwards(after)

    def decide(self, request: Request, payment_id: str, secret: str) -> Response:
        payment = self._payment(payment_id, secret)
        form = _form(request)
        yes = form.get("answer") == "approve"
        if not yes and form.get("answer") != "refuse":
            return self._to(self._path(payment) + "bank")
        return self._onwards(
            self._carry_out(payment, form, lambda p, at: rules.answer_bank(p, yes, at))
        )

    def cancel(self, request: Request, payment_id: str, secret: str) -> Response:
        payment = self._payment(payment_id, secret)
        return self._onwards(self._carry_out(payment, _form(request), rules.cancel))

    def _carry_out(self, payment: Payment, form: Any, decide: Decide) -> Payment:
        return self.desk.from_page(payment, _version(form), decide)

    def _path(self, payment: Payment) -> str:
        return f"{self.desk.config.page_prefix}/{payment.id}/{payment.secret}/"

    def _onwards(self, payment: Payment) -> Response:
        """To the next step: this page again while the payment is open, else back to the shop.

        A payment that was declined for good shows its last page first, so that it is read.
        """
        if payment.status in (Status.OPEN, Status.DECLINED):
            return self._to(self._path(payment))
        return self._to(payment.return_url)

    def _to(self, address: str) -> Response:
        response = Response(status=303, headers={"Location": address})
        response.autocorrect_location_header = False
        response.headers["Cache-Control"] = "no-store"
        return response

    def _card_form(
        self, payment: Payment, wrong: dict[str, str], holder: str, status: int = 200
    ) -> Response:
        cards = [(grouped(number), behaviour.value) for number, behaviour in CARDS.items()]
        return self._render(
            payment, "card.html", status, wrong=wrong, holder=holder, cards=cards,
            left=TRIES - payment.tries,
        )  # fmt: skip

    def _render(self, payment: Payment, template: str, status: int = 200, **more: Any) -> Response:
        locale = locale_of(payment.language)
        body = self._templates.get_template(template).render(
            t=TEXTS[locale.language],
            language=payment.language,
            base=self._path(payment),
            css=self._css_path,
            amount=price(payment.amount, payment.currency, locale),
            payment=payment,
            paid=payment.status in PAID,
            **more,
        )
        response = Response(body, status=status, content_type="text/html; charset=utf-8")
        response.headers.update(_headers(payment.return_url))
        return response


def _headers(return_url: str) -> dict[str, str]:
    # A form's redirect must be allowed as well, when the shop gave a whole address.
    shop = urlsplit(return_url)
    form = f"'self' {shop.scheme}://{shop.netloc}" if shop.netloc else "'self'"
    return {
        "Content-Security-Policy": (
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none';"
            f" form-action {form}"
        ),
        # Not no-referrer: with it a form would be sent with the Origin "null".
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
        "Cache-Control": "no-store",
    }


def _form(request: Request) -> Any:
    request.max_content_length = LARGEST_FORM
    return request.form


def _version(form: Any) -> int:
    """How far the payment was when the form was made; -1, which fits nothing, if it is missing."""
    value = form.get("version", "")
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 9 else -1
